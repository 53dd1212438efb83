/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-cli.h"

G_BEGIN_DECLS

/**
 * SeesawQuestion:
 * @all_epochs: whether every epoch is asked for
 * @epoch: otherwise, the number of one
 * @gammas: `[n_gammas]`, γs to report beside 0 and the known ones
 * @n_gammas: number of them
 * @average: how samples are averaged
 * @top_k: 1 or %SEESAW_TOP_K
 *
 * What a report is about.
 */
typedef struct
{
  gboolean all_epochs;
  gint32 epoch;
  double *gammas;
  gsize n_gammas;
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

void seesaw_question_clear (SeesawQuestion *self);

GArray *seesaw_question_list_rows (const SeesawQuestion *self, const SeesawAnalysis *analysis);
gboolean seesaw_question_find_epochs (const SeesawQuestion *self,
                                      const SeesawRun *run,
                                      gsize *first,
                                      gsize *n_epochs,
                                      GError **error);

gboolean seesaw_report_json (char **paths, const SeesawQuestion *question, GError **error);
gboolean seesaw_report_text (char **paths, const SeesawQuestion *question, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SeesawQuestion, seesaw_question_clear)

G_END_DECLS
