/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-drift-map.h"
#include "seesaw-figure-compare.h"
#include "seesaw-run-setting.h"
#include "seesaw-run-subject.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define SEESAW_SESSION_SUFFIX ".seesaw"

/**
 * SeesawSessionRun:
 * @path: where the file was when the session was saved, absolute, in the encoding of file names
 * @name: (nullable): what the run is called in the session; %NULL: as the file says
 * @style: which marker, and how its lines are broken: see seesaw_run_style()
 * @color: its colour if it was chosen by hand: one of those of runs, or a custom one; else
 *   %SEESAW_COLOR_ALL, and the colour is that of @style
 * @is_hidden: whether it is left out of figures
 * @is_present: whether it is the one that is looked at
 * @gamma: by `SeesawScore`: its γ
 * @epoch: its epoch
 *
 * A run in a session.
 */
typedef struct
{
  char *path;
  char *name;
  guint style;
  SeesawColor color;
  gboolean is_hidden;
  gboolean is_present;
  SeesawGammaSetting gamma[SEESAW_N_SCORES];
  SeesawEpochSetting epoch;
} SeesawSessionRun;

/**
 * SeesawSessionFile:
 * @runs: (element-type SeesawSessionRun): the open runs, in order
 * @gamma: by `SeesawScore`: the γ of all runs that have none of their own
 * @epoch: the epoch of all runs that have none of their own; not %SEESAW_EPOCH_OF_ALL
 * @score: what classes are ranked by
 * @top_k: 1 or %SEESAW_TOP_K
 * @average: how samples are averaged
 * @side: which samples' margins are looked at: %TRUE for S, %FALSE for U
 * @selected: the selected class, or −1
 * @page: (nullable): name of the page that is shown
 * @measure: how alike Δw are
 * @order: order of classes in the matrix of Δw
 * @compare_metric: (nullable): id of the metric of the page that compares runs
 * @compare_x: (nullable): the attribute along x
 * @compare_split: (nullable): the attribute that splits runs; empty: none
 * @compare_way: how runs are compared: points or bars, in which order, and where
 * @compare_epoch: the epoch that is compared; not %SEESAW_EPOCH_OF_ALL
 * @figures: (nullable): settings of figures, by id of the figure; kept as they are
 *
 * What a session file says. For a program without a window:
 *
 * |[
 *   g_autoptr (SeesawSessionFile) session = seesaw_session_file_load (path, &error);
 *
 *   for (guint i = 0; i < session->runs->len; i++)
 *     {
 *       const SeesawSessionRun *run = seesaw_session_file_get_run (session, i);
 *       SeesawRunStyle style = seesaw_session_run_get_style (run);
 *       gsize epoch = seesaw_session_file_find_epoch (session, run, described, NULL);
 *       double gamma = seesaw_session_file_get_gamma (session, run, view->now, session->score);
 *       ...
 *     }
 * ]|
 */
typedef struct
{
  GPtrArray *runs;
  double gamma[SEESAW_N_SCORES];
  SeesawEpochSetting epoch;
  SeesawScore score;
  guint top_k;
  SeesawAverage average;
  gboolean side;
  int selected;
  char *page;
  SeesawMeasure measure;
  SeesawOrder order;
  char *compare_metric;
  char *compare_x;
  char *compare_split;
  SeesawCompareWay compare_way;
  SeesawEpochSetting compare_epoch;
  JsonObject *figures;
} SeesawSessionFile;

SeesawSessionFile *seesaw_session_file_new (void);
void seesaw_session_file_free (SeesawSessionFile *self);

SeesawSessionFile *seesaw_session_file_load (const char *path, GError **error);
SeesawSessionFile *
seesaw_session_file_parse (const char *text, gsize length, const char *path, GError **error);
char *seesaw_session_file_to_json (const SeesawSessionFile *self, const char *path);
gboolean seesaw_session_file_save (const SeesawSessionFile *self, const char *path, GError **error);

SeesawSessionRun *seesaw_session_file_add_run (SeesawSessionFile *self, const char *path);
const SeesawSessionRun *seesaw_session_file_get_run (const SeesawSessionFile *self, guint index);

gsize seesaw_session_file_find_epoch (const SeesawSessionFile *self,
                                      const SeesawSessionRun *run,
                                      const SeesawRun *described,
                                      SeesawAnalysis *const *analyses);
double seesaw_session_file_get_gamma (const SeesawSessionFile *self,
                                      const SeesawSessionRun *run,
                                      const SeesawAnalysis *now,
                                      SeesawScore score);

SeesawSessionRun *seesaw_session_run_new (const char *path);
SeesawSessionRun *seesaw_session_run_copy (const SeesawSessionRun *self);
void seesaw_session_run_free (SeesawSessionRun *self);
SeesawRunStyle seesaw_session_run_get_style (const SeesawSessionRun *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawSessionFile, seesaw_session_file_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawSessionRun, seesaw_session_run_free)

G_END_DECLS
