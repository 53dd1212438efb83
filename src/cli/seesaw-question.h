/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-analysis.h"

G_BEGIN_DECLS

/**
 * SeesawOptions:
 *
 * What the command line says about a question, not looked at yet.
 */
typedef struct
{
  char *epoch;
  char **gammas;
  char *score;
  char *average;
  int top_k;
} SeesawOptions;

/**
 * SeesawQuestion:
 * @epoch: (nullable): the number of an epoch, if one is asked for in particular
 * @gammas: `[n_gammas]`, γs to report beside 0 and the known ones
 * @n_gammas: number of them
 * @score: what classes are ranked by
 * @average: how samples are averaged
 * @top_k: 1 or %SEESAW_TOP_K
 *
 * What a report or table is about.
 */
typedef struct
{
  char *epoch;
  double *gammas;
  gsize n_gammas;
  SeesawScore score;
  SeesawAverage average;
  guint top_k;
} SeesawQuestion;

/**
 * SeesawRow:
 * @gamma: a γ
 * @which: what it is known as, or −1
 *
 * A row of a report: accuracies at one γ.
 */
typedef struct
{
  double gamma;
  int which;
} SeesawRow;

void seesaw_options_add_to (SeesawOptions *self, GOptionContext *context);
void seesaw_options_clear (SeesawOptions *self);
gboolean seesaw_options_parse (const SeesawOptions *self, SeesawQuestion *question, GError **error);

void seesaw_question_clear (SeesawQuestion *self);
GArray *seesaw_question_list_rows (const SeesawQuestion *self, const SeesawAnalysis *analysis);
gboolean seesaw_question_find_epochs (const SeesawQuestion *self,
                                      const SeesawRun *run,
                                      gsize *first,
                                      gsize *n_epochs,
                                      GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SeesawOptions, seesaw_options_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SeesawQuestion, seesaw_question_clear)

G_END_DECLS
