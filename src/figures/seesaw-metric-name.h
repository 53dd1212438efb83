/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-metric.h"

G_BEGIN_DECLS

const char *seesaw_quantity_get_name (SeesawQuantity quantity);
const char *seesaw_variant_get_name (SeesawVariant variant);
char *seesaw_metric_get_name (SeesawMetric metric);
char *seesaw_metric_format (SeesawMetric metric, double value);
char *seesaw_attribute_get_title (const char *name);

G_END_DECLS
