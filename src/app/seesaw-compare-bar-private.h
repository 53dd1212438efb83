/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-compare-bar.h"
#include "seesaw-compare-look.h"

G_BEGIN_DECLS

/* What is shown of the runs that are compared: a metric, over an attribute, at an epoch. What the
 * user has not chosen is guessed from what the runs differ in.
 */
struct _SeesawCompareBar
{
  AdwBin parent_instance;

  GArray *metrics;   /* of SeesawMetric; what the drop-down offers */
  GArray *epochs;    /* of gint32, likewise */
  char **attributes; /* likewise; NULL: nothing is compared yet */
  gboolean is_metric_chosen;
  char *x;     /* as chosen by the user; NULL: as guessed */
  char *split; /* likewise; empty: none */
  SeesawComparison *comparison;
  SeesawCompareRequest restored; /* the epoch of a session, until there are runs */
  gboolean is_restored;
  gboolean is_updating;

  /* Template children */
  GtkDropDown *metric;
  GtkDropDown *x_axis;
  GtkDropDown *splits;
  GtkDropDown *epoch;
  SeesawCompareLook *look;
};

void seesaw_compare_bar_select_metric (SeesawCompareBar *self, SeesawMetric wanted);

G_END_DECLS
