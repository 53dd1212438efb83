/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-remarks.h"

#include <glib/gi18n.h>

/**
 * seesaw_remarks_new:
 * @analysis: an epoch
 * @separator: what stands between two remarks
 *
 * Returns: (transfer full): what one has to know before believing its numbers, such as "2 logits
 *   are NaN and count as −∞"; empty if there is nothing
 */
char *
seesaw_remarks_new (const SeesawAnalysis *analysis, const char *separator)
{
  gsize n_nan = (gsize) analysis->epoch->n_nan;
  gsize n_unlabelled = seesaw_curve_get_n_unlabelled (analysis->curve);
  g_autofree char *nan = NULL;
  g_autofree char *unlabelled = NULL;

  if (n_nan > 0)
    nan = g_strdup_printf (
        ngettext ("%zu logit is NaN and counts as −∞", "%zu logits are NaN and count as −∞", n_nan),
        n_nan);
  if (n_unlabelled > 0)
    unlabelled =
        g_strdup_printf (ngettext ("%zu sample has no label and is left out",
                                   "%zu samples have no label and are left out", n_unlabelled),
                         n_unlabelled);

  return g_strconcat (nan != NULL ? nan : "", nan != NULL && unlabelled != NULL ? separator : "",
                      unlabelled != NULL ? unlabelled : "", NULL);
}
