/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which runs a figure can show, and which figures there are of a run. */

#include "config.h"

#include "seesaw-cli-plot-checks.h"

#include "seesaw-error.h"

#include <glib/gi18n.h>

/**
 * seesaw_plot_remove_missing:
 * @figures: (element-type SeesawFigure): what shall be drawn
 * @runs: (element-type SeesawRun): the runs it is drawn of, the present one first
 * @error: return location for a `SEESAW_ERROR`
 *
 * Takes away what none of the runs has anything for.
 *
 * Returns: whether something is left
 */
gboolean
seesaw_plot_remove_missing (GPtrArray *figures, const GPtrArray *runs, GError **error)
{
  const char *first = NULL;

  for (guint i = figures->len; i-- > 0;)
    {
      const SeesawFigure *figure = g_ptr_array_index (figures, i);
      const char *missing =
          seesaw_figure_find_missing (figure, (const SeesawRun *const *) runs->pdata, runs->len);

      if (missing != NULL)
        {
          first = missing;
          g_ptr_array_remove_index (figures, i);
        }
    }

  if (figures->len == 0)
    g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_MISSING, "%s: %s",
                 ((const SeesawRun *) g_ptr_array_index (runs, 0))->path, first);

  return figures->len > 0;
}

/**
 * seesaw_plot_remove_single:
 * @figures: (element-type SeesawFigure): what shall be drawn
 * @error: return location for a `G_OPTION_ERROR`
 *
 * Takes away what shows one run only.
 *
 * Returns: whether something is left
 */
gboolean
seesaw_plot_remove_single (GPtrArray *figures, GError **error)
{
  const char *id = ((const SeesawFigure *) g_ptr_array_index (figures, 0))->id;

  for (guint i = figures->len; i-- > 0;)
    if (!((const SeesawFigure *) g_ptr_array_index (figures, i))->overlays_runs)
      g_ptr_array_remove_index (figures, i);

  if (figures->len == 0)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("%s shows one run; curve, histories and margins show several"), id);

  return figures->len > 0;
}

/**
 * seesaw_plot_check_score:
 * @run: the run
 * @score: what classes are ranked by
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: whether the run has such scores
 */
gboolean
seesaw_plot_check_score (const SeesawRun *run, SeesawScore score, GError **error)
{
  if (seesaw_run_has_score (run, score))
    return TRUE;

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_MISSING, "%s: %s", run->path,
               _ ("nearest class means need /train/label, /train/feature and /test/feature; "
                  "record all three"));

  return FALSE;
}

/**
 * seesaw_plot_check_fits:
 * @first: the run that is looked at
 * @run: another one
 * @score: what classes are ranked by
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: whether the other one can be drawn beside the first
 */
gboolean
seesaw_plot_check_fits (const SeesawRun *first,
                        const SeesawRun *run,
                        SeesawScore score,
                        GError **error)
{
  g_autofree char *why_not = seesaw_runs_why_not (first, run);

  if (why_not == NULL)
    return seesaw_plot_check_score (run, score, error);

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT, "%s: %s", run->path, why_not);

  return FALSE;
}

/**
 * seesaw_plot_ignore_score:
 * @figures: (element-type SeesawFigure): what shall be drawn
 *
 * Returns: whether all are the same whatever classes are ranked by
 */
gboolean
seesaw_plot_ignore_score (const GPtrArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    if (!((const SeesawFigure *) g_ptr_array_index (figures, i))->ignores_score)
      return FALSE;

  return TRUE;
}
