/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one k beside 1 for which top-k accuracy is offered. */
#define SEESAW_TOP_K 5

/* Bits of SeesawSamples.wins_tie. */
typedef enum
{
  SEESAW_TIE_TOP_1 = 1 << 0,
  SEESAW_TIE_TOP_K = 1 << 1,
} SeesawTie;

/**
 * SEESAW_SAMPLES_ALIGNMENT:
 *
 * Bytes that each array of samples is aligned to: a line of the cache.
 */
#define SEESAW_SAMPLES_ALIGNMENT ((gsize) 64)

/**
 * SeesawSamples:
 * @n_samples: number of samples, N
 * @gap: best seen minus best unseen logit; the γ at which the prediction changes sides. Where
 *   both are the same infinity no γ decides, the class index does: ±infinity
 * @top_k_threshold: the γ up to which (label seen) or from which (label unseen) the label is
 *   among the %SEESAW_TOP_K largest, provided that @own_rank allows it; ±infinity if γ does not
 *   matter
 * @log_odds: LSE_U − LSE_S, so that P(U given x) = sigmoid (log_odds + γ)
 * @best_seen: largest logit among the seen classes
 * @best_unseen: largest logit among the unseen classes
 * @label_logit: logit of the label; NaN without a label
 * @other_logit: largest logit among the other classes of the label's side; NaN if there is none
 * @label: class index, or −1 for "no label"
 * @seen_class: the class that has @best_seen, the lowest if several have
 * @unseen_class: the same for @best_unseen
 * @own_rank: how many classes of its own side beat the label, at most %SEESAW_TOP_K
 * @wins_tie: `SeesawTie` bits: whether the sample is right where γ equals its threshold exactly
 *
 * What one pass over a `[n_samples, n_classes]` matrix of logits (or other scores) leaves: one
 * number or a few per sample, from which every accuracy follows for every γ. All arrays are
 * `[n_samples]` and lie in one block of memory of seesaw_samples_size() bytes, so that the
 * whole can be handed from one process to another as it is.
 *
 * Top-1 needs no threshold of its own: a sample with @own_rank 0 has its label on top of its
 * side, and @gap is the threshold. Reference counted; not changed once it is filled.
 */
typedef struct
{
  gsize n_samples;
  double *gap;
  double *top_k_threshold;
  double *log_odds;
  double *best_seen;
  double *best_unseen;
  double *label_logit;
  double *other_logit;
  gint32 *label;
  gint32 *seen_class;
  gint32 *unseen_class;
  guint8 *own_rank;
  guint8 *wins_tie;
} SeesawSamples;

gsize seesaw_samples_size (gsize n_samples);
gsize seesaw_samples_get_range (gsize n_samples);
SeesawSamples *seesaw_samples_new (gsize n_samples);
SeesawSamples *seesaw_samples_new_in (gpointer block,
                                      gsize n_samples,
                                      GDestroyNotify release,
                                      gpointer release_data);
SeesawSamples *seesaw_samples_ref (SeesawSamples *self);
void seesaw_samples_unref (SeesawSamples *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawSamples, seesaw_samples_unref)

G_END_DECLS
