/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs of a comparison as they are in the session: names, colours, and which of them are shown. */

#include "config.h"

#include "seesaw-compare-runs.h"

/**
 * seesaw_compare_runs_list:
 * @session: a session
 *
 * Returns: (transfer full) (element-type SeesawOpenRun): its runs that are not hidden
 */
GPtrArray *
seesaw_compare_runs_list (SeesawSession *session)
{
  GListModel *runs = seesaw_session_get_runs (session);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (runs); i++)
    {
      g_autoptr (SeesawOpenRun) run = g_list_model_get_item (runs, i);

      if (!seesaw_session_get_look (session, run)->is_hidden)
        g_ptr_array_add (list, g_steal_pointer (&run));
    }

  return list;
}

/* NULL if it has been closed meanwhile. */
static const SeesawSessionRun *
find_look (SeesawSession *session, const SeesawRun *run)
{
  GListModel *runs = seesaw_session_get_runs (session);

  for (guint i = 0; i < g_list_model_get_n_items (runs); i++)
    {
      g_autoptr (SeesawOpenRun) open = g_list_model_get_item (runs, i);

      if (seesaw_open_run_get_run (open) == run)
        return seesaw_session_get_look (session, open);
    }

  return NULL;
}

static SeesawRunStyle
get_style (const SeesawSessionRun *look, guint index)
{
  return look != NULL ? seesaw_session_run_get_style (look) : seesaw_run_style (index);
}

/**
 * seesaw_compare_runs_name:
 * @loaded: what the files say
 * @styles: (element-type SeesawRunStyle): gets what each run looks like
 *
 * Only names that were chosen count: those of files are attributes among others.
 *
 * Returns: (transfer full): the same, as runs are called in the session
 */
SeesawComparison *
seesaw_compare_runs_name (SeesawSession *session, const SeesawComparison *loaded, GArray *styles)
{
  g_autofree const char **names = g_new0 (const char *, loaded->runs->len + 1);

  g_array_set_size (styles, 0);
  for (guint i = 0; i < loaded->runs->len; i++)
    {
      const SeesawSessionRun *look = find_look (session, seesaw_comparison_get (loaded, i)->run);
      SeesawRunStyle style = get_style (look, i);

      names[i] = look != NULL ? look->name : NULL;
      g_array_append_val (styles, style);
    }

  return seesaw_comparison_rename (loaded, names);
}

/**
 * seesaw_compare_runs_are_named:
 * @loaded: what the files say
 * @named: what was made of it
 * @styles: (element-type SeesawRunStyle): likewise
 *
 * Returns: whether runs are still called and look like that
 */
gboolean
seesaw_compare_runs_are_named (SeesawSession *session,
                               const SeesawComparison *loaded,
                               const SeesawComparison *named,
                               const GArray *styles)
{
  for (guint i = 0; i < named->runs->len; i++)
    {
      const SeesawRun *run = seesaw_comparison_get (loaded, i)->run;
      const SeesawSessionRun *look = find_look (session, run);
      const char *name = look != NULL && look->name != NULL ? look->name : run->name;
      SeesawRunStyle old = g_array_index (styles, SeesawRunStyle, i);
      SeesawRunStyle style = get_style (look, i);

      if (!g_str_equal (seesaw_comparison_get (named, i)->run->name, name) ||
          old.color != style.color || old.marker != style.marker || old.dash != style.dash)
        return FALSE;
    }

  return TRUE;
}
