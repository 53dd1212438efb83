/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-cli.h"
#include "seesaw-question.h"

G_BEGIN_DECLS

/**
 * SeesawResult:
 * @index: position of the epoch among `SeesawRun.epochs`
 * @analysis: of the scores that were asked for
 * @ncm: (nullable): of nearest class means
 * @drift: (nullable): what happened to the weights
 *
 * What a run has to say about one epoch.
 */
typedef struct
{
  gsize index;
  SeesawAnalysis *analysis;
  SeesawAnalysis *ncm;
  SeesawDrift *drift;
} SeesawResult;

SeesawAnalysis *seesaw_result_analyse (const SeesawLoaded *loaded,
                                       const SeesawQuestion *question,
                                       SeesawScore score,
                                       gsize index,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean seesaw_result_init (SeesawResult *self,
                             const SeesawLoaded *loaded,
                             const SeesawQuestion *question,
                             gsize index,
                             GError **error);
void seesaw_result_clear (SeesawResult *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SeesawResult, seesaw_result_clear)

G_END_DECLS
