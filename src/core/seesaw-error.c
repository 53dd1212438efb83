/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-error.h"

G_DEFINE_QUARK (seesaw - error - quark, seesaw_error)
