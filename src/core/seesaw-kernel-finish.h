/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the largest few of each side to the numbers of each sample. All numbers of a tile are made
 * at once, one array after the other, so that whole registers are stored; labels that need more
 * than arithmetic are then looked at one by one. Included once for each floating type.
 */

/* Whether the label wins against its rival where γ equals the threshold. */
static inline gboolean
SUFFIX (wins_top_k) (const SUFFIX (Tile) * tile, const SUFFIX (Standing) * standing, gsize lane)
{
  gint32 label = (gint32) standing->label[lane];

  if (standing->nth[lane] == 1)
    return label < standing->rival_class[lane];

  return label < SUFFIX (find_class) (tile->classes, tile->row[lane], !tile->classes->seen[label],
                                      standing->rival[lane], (guint) standing->nth[lane]);
}

/* Label and rival are the same infinity: the index decides, whatever γ is. Or the rival is not the
 * first of its equals.
 */
static void
SUFFIX (finish_special) (const SUFFIX (Tile) * tile,
                         const SUFFIX (Standing) * standing,
                         gsize lane,
                         gsize sample,
                         const SeesawSamples *samples)
{
  gboolean wins = SUFFIX (wins_top_k) (tile, standing, lane);
  gboolean seen = standing->seen[lane] > 0;

  samples->wins_tie[sample] &= (guint8) ~SEESAW_TIE_TOP_K;
  if (isinf (standing->value[lane]) && standing->value[lane] == standing->rival[lane])
    samples->top_k_threshold[sample] = wins == seen ? (double) INFINITY : (double) -INFINITY;
  else if (wins)
    samples->wins_tie[sample] |= SEESAW_TIE_TOP_K;
}

typedef guint8 SUFFIX (Bytes) __attribute__ ((vector_size (VECTOR_BYTES / sizeof (REAL))));

/* What is the same for each label, a lane a row. */
typedef struct
{
  SUFFIX (Vector) sign;  /* of the threshold: 1 for a seen label, else -1 */
  SUFFIX (Vector) limit; /* the threshold where it is infinite, else 0 */
  SUFFIX (Vector) ties;  /* `SeesawTie` bits */
  guint special;         /* lanes to be looked at */
} SUFFIX (Verdict);

/* No γ decides about a label,
 *   no place left among the first SEESAW_TOP_K    it is never right
 *   fewer others than places                      it is always right
 */
static inline void
SUFFIX (verdict_init) (SUFFIX (Verdict) * self,
                       const SUFFIX (Tile) * tile,
                       const SUFFIX (Standing) * standing)
{
  const SeesawClasses *classes = tile->classes;
  const SUFFIX (Vector) zero = { 0 };
  const SUFFIX (Vector) one = SUFFIX (fill) (1);
  const SUFFIX (Vector) two = SUFFIX (fill) (2);
  const SUFFIX (Vector) n_seen = SUFFIX (fill) ((REAL) classes->n_seen);
  const SUFFIX (Vector) n_unseen = SUFFIX (fill) ((REAL) (classes->n_classes - classes->n_seen));
  SUFFIX (Vector) seen = standing->seen;
  SUFFIX (Vector) allowed = SUFFIX (fill) (SEESAW_TOP_K) - standing->rank;
  SUFFIX (Vector) n_others = SUFFIX (choose) (seen, zero, n_unseen, n_seen);
  SUFFIX (Vector) always;
  SUFFIX (Indices) opponent;
  SUFFIX (Vector) leads;

  self->sign = SUFFIX (choose) (seen, zero, one, -one);
  always = self->sign * SUFFIX (fill) ((REAL) INFINITY);
  self->limit = SUFFIX (choose) (allowed, n_others, always, zero);
  self->limit = SUFFIX (choose) (allowed, zero, self->limit, -always);

  opponent =
      (SUFFIX (Indices)) SUFFIX (choose) (seen, zero, (SUFFIX (Vector)) tile->best_class[FALSE],
                                          (SUFFIX (Vector)) tile->best_class[TRUE]);
  leads = SUFFIX (choose_less) (standing->label, opponent, one, zero);
  self->ties = SUFFIX (choose) (standing->rank, zero, zero, leads);
  leads = SUFFIX (choose_less) (standing->label, standing->rival_class, two, zero);
  self->ties += SUFFIX (choose_equal) (self->limit, zero, leads, zero);

  /* The difference of equal infinities is NaN. */
  self->special = SUFFIX (equal_lanes) (self->limit, zero) &
                  (SUFFIX (greater_lanes) (standing->nth, one) |
                   SUFFIX (unordered_lanes) (standing->value - standing->rival, zero));
}

static G_ALWAYS_INLINE inline void
SUFFIX (store_bytes) (guint8 *bytes, SUFFIX (Vector) values, gsize n_values)
{
  SUFFIX (Bytes) narrow = __builtin_convertvector(values, SUFFIX (Bytes));

  memcpy (bytes, &narrow, n_values);
}

static G_ALWAYS_INLINE inline void
SUFFIX (finish_labels) (const SUFFIX (Tile) * tile,
                        const SUFFIX (Standing) * standing,
                        gsize first,
                        gsize n_rows,
                        const SeesawSamples *samples)
{
  SUFFIX (Verdict) verdict;

  SUFFIX (verdict_init) (&verdict, tile, standing);

  LANES_AT_ONCE
  for (gsize lane = 0; lane < n_rows; lane++)
    samples->top_k_threshold[first + lane] =
        verdict.limit[lane] != 0 ? (double) verdict.limit[lane]
                                 : (double) verdict.sign[lane] * ((double) standing->value[lane] -
                                                                  (double) standing->rival[lane]);
  LANES_AT_ONCE
  for (gsize lane = 0; lane < n_rows; lane++)
    samples->label_logit[first + lane] = (double) standing->value[lane];
  LANES_AT_ONCE
  for (gsize lane = 0; lane < n_rows; lane++)
    samples->other_logit[first + lane] = (double) standing->other[lane];
  SUFFIX (store_bytes) (samples->own_rank + first, standing->rank, n_rows);
  SUFFIX (store_bytes) (samples->wins_tie + first, verdict.ties, n_rows);

  for (gsize lane = 0; lane < n_rows && verdict.special != 0; lane++)
    if (verdict.special >> lane & 1)
      SUFFIX (finish_special) (tile, standing, lane, first + lane, samples);

  for (gsize lane = 0; lane < n_rows; lane++)
    if (samples->label[first + lane] < 0)
      finish_unlabelled (first + lane, samples);
}

/* What holds without a label. */
static G_ALWAYS_INLINE inline void
SUFFIX (finish_rows) (const SUFFIX (Tile) * tile,
                      gsize first,
                      gsize n_rows,
                      const SeesawSamples *samples)
{
  const SUFFIX (Vector) seen = tile->top[TRUE].value[0];
  const SUFFIX (Vector) unseen = tile->top[FALSE].value[0];
  const SUFFIX (Indices) seen_class = tile->best_class[TRUE];
  const SUFFIX (Indices) unseen_class = tile->best_class[FALSE];

  LANES_AT_ONCE
  for (gsize lane = 0; lane < n_rows; lane++)
    samples->best_seen[first + lane] = (double) seen[lane];
  LANES_AT_ONCE
  for (gsize lane = 0; lane < n_rows; lane++)
    samples->best_unseen[first + lane] = (double) unseen[lane];
  LANES_AT_ONCE
  for (gsize lane = 0; lane < n_rows; lane++)
    samples->seen_class[first + lane] = (gint32) seen_class[lane];
  LANES_AT_ONCE
  for (gsize lane = 0; lane < n_rows; lane++)
    samples->unseen_class[first + lane] = (gint32) unseen_class[lane];
  LANES_AT_ONCE
  for (gsize lane = 0; lane < n_rows; lane++)
    samples->gap[first + lane] = difference ((double) seen[lane], (double) unseen[lane],
                                             seen_class[lane] < unseen_class[lane]);
}

static G_ALWAYS_INLINE inline void
SUFFIX (finish_arrays) (const SUFFIX (Tile) * tile,
                        const SUFFIX (Standing) * standing,
                        gsize first,
                        gsize n_rows,
                        const SeesawSamples *samples)
{
  SUFFIX (finish_rows) (tile, first, n_rows, samples);
  SUFFIX (finish_labels) (tile, standing, first, n_rows, samples);
  for (gsize i = first; i < first + n_rows; i++)
    samples->log_odds[i] = (double) NAN;
}

/* Stores leave in their order. Those that must wait for memory would hold up all that follow, so
 * that lines are asked for a tile ahead.
 */
static inline void
SUFFIX (expect_stores) (const SeesawSamples *samples, gsize first)
{
  const double *arrays[] = {
    samples->gap,         samples->top_k_threshold, samples->log_odds,    samples->best_seen,
    samples->best_unseen, samples->label_logit,     samples->other_logit,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (arrays); i++)
    for (gsize lane = 0; lane < (gsize) LANES; lane += 8)
      __builtin_prefetch (arrays[i] + first + lane, 1);
  __builtin_prefetch (samples->seen_class + first, 1);
  __builtin_prefetch (samples->unseen_class + first, 1);
  __builtin_prefetch (samples->label + first);
  __builtin_prefetch (samples->own_rank + first, 1);
  __builtin_prefetch (samples->wins_tie + first, 1);
}

static inline void
SUFFIX (finish_tile) (SUFFIX (Tile) * tile, const SeesawKernelJob *job, gsize first)
{
  const SeesawSamples samples = *job->samples; /* a copy that no store can alias */
  const gint32 *labels = samples.label + first;
  SUFFIX (Standing) standing;

  SUFFIX (standing_init) (&standing, tile, labels);
  SUFFIX (standing_break_ties) (&standing, tile, labels);
  SUFFIX (standing_find_rival) (&standing, tile);
  SUFFIX (standing_find_classes) (&standing, tile);

  /* Compiled twice: loops of known length need no case for a rest. */
  if (tile->n_rows == (gsize) LANES)
    SUFFIX (finish_arrays) (tile, &standing, first, (gsize) LANES, &samples);
  else
    SUFFIX (finish_arrays) (tile, &standing, first, tile->n_rows, &samples);

  for (gsize lane = 0; lane < tile->n_rows && job->with_log_odds; lane++)
    samples.log_odds[first + lane] =
        SUFFIX (log_odds) (job->classes, tile->row[lane], samples.best_seen[first + lane],
                           samples.best_unseen[first + lane]);
}
