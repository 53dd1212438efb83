/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the largest few of each side to the numbers of each sample. Included once for each floating
 * type.
 */

/* The @nth (from 1) class of a side, in ascending order, whose value is @value; there is one. */
static gint32
SUFFIX (find_class) (const SeesawClasses *classes,
                     const REAL *row,
                     gboolean seen,
                     REAL value,
                     guint nth)
{
  const SUFFIX (Vector) wanted = SUFFIX (fill) (value);
  const gboolean may_be_nan = value == (REAL) -INFINITY;
  gsize c = 0;

  for (; c + (gsize) LANES <= classes->n_classes && !may_be_nan; c += (gsize) LANES)
    for (guint equal = SUFFIX (equal_lanes) (SUFFIX (load) (row + c), wanted); equal != 0;
         equal &= equal - 1)
      {
        gsize found = c + (gsize) __builtin_ctz (equal);

        if (classes->seen[found] == seen && --nth == 0)
          return (gint32) found;
      }

  for (; c < classes->n_classes; c++)
    if (classes->seen[c] == seen && SUFFIX (without_nan) (row[c]) == value && --nth == 0)
      return (gint32) c;

  g_return_val_if_reached (0);
}

/* What the labels of a tile are among the largest of both sides, a lane a row. */
typedef struct
{
  SUFFIX (Vector) value;  /* logit of the label */
  SUFFIX (Vector) seen;   /* 1 or 0 */
  SUFFIX (Vector) other;  /* largest logit of its side beside it */
  SUFFIX (Vector) rank;   /* classes of its side ahead of it, at most SEESAW_TOP_K */
  SUFFIX (Vector) tied;   /* entries of the list that equal it, itself among them */
  SUFFIX (Vector) rival;  /* the entry of the other side that must not pass it */
  SUFFIX (Vector) nth;    /* which of the equals of @rival that is, from 1 */
  SUFFIX (Indices) first; /* class of the first of those; short rows only */
} SUFFIX (Standing);

/* A class that is alone on its side has no other. */
static inline void
SUFFIX (forget_lonely) (SUFFIX (Standing) * self, const SeesawClasses *classes)
{
  const SUFFIX (Vector) zero = { 0 };
  const SUFFIX (Vector) none = SUFFIX (fill) ((REAL) NAN);

  if (classes->n_seen == 1)
    self->other = SUFFIX (choose) (self->seen, zero, none, self->other);
  if (classes->n_classes - classes->n_seen == 1)
    self->other = SUFFIX (choose) (self->seen, zero, self->other, none);
}

/* Rows without a label are treated as having class 0, and not looked at afterwards. */
static inline void
SUFFIX (standing_init) (SUFFIX (Standing) * self,
                        const SUFFIX (Tile) * tile,
                        const gint32 *labels,
                        gsize n_rows)
{
  const SUFFIX (Vector) zero = { 0 };
  const SUFFIX (Vector) one = SUFFIX (fill) (1);
  SUFFIX (Vector) own[2];

  REAL value[LANES];
  REAL seen[LANES];

  for (gsize lane = 0; lane < (gsize) LANES; lane++)
    {
      gint32 label = lane < n_rows ? MAX (labels[lane], 0) : 0;

      value[lane] = SUFFIX (without_nan) (tile->row[lane][label]);
      seen[lane] = tile->classes->seen[label];
    }
  self->value = SUFFIX (load) (value);
  self->seen = SUFFIX (load) (seen);

  self->rank = self->tied = zero;
  for (int k = 0; k < SEESAW_TOP_K; k++)
    {
      SUFFIX (Vector)
      mine =
          SUFFIX (choose) (self->seen, zero, tile->top[TRUE].value[k], tile->top[FALSE].value[k]);
      SUFFIX (Vector) above = SUFFIX (choose) (mine, self->value, one, zero);
      SUFFIX (Vector) below = SUFFIX (choose) (self->value, mine, one, zero);

      self->rank += above;
      self->tied += one - above - below;
      if (k < 2)
        own[k] = mine;
    }
  self->other = SUFFIX (choose) (self->rank, zero, own[0], own[1]);
  SUFFIX (forget_lonely) (self, tile->classes);
}

/* With r classes of its own side ahead, a label may let SEESAW_TOP_K − r − 1 of the other side
 * pass; the next one is its rival.
 */
static inline void
SUFFIX (standing_find_rival) (SUFFIX (Standing) * self, const SUFFIX (Tile) * tile)
{
  const SUFFIX (Vector) zero = { 0 };
  const SUFFIX (Vector) one = SUFFIX (fill) (1);
  SUFFIX (Vector) allowed = SUFFIX (fill) (SEESAW_TOP_K) - self->rank;
  SUFFIX (Vector) theirs[SEESAW_TOP_K];

  for (int k = 0; k < SEESAW_TOP_K; k++)
    {
      SUFFIX (Vector) place = SUFFIX (fill) ((REAL) k);

      theirs[k] =
          SUFFIX (choose) (self->seen, zero, tile->top[FALSE].value[k], tile->top[TRUE].value[k]);
      self->rival = k == 0 ? theirs[0] : SUFFIX (choose) (allowed, place, theirs[k], self->rival);
    }

  self->nth = allowed;
  for (int k = 0; k < SEESAW_TOP_K; k++)
    self->nth -= SUFFIX (choose) (theirs[k], self->rival, one, zero);
}

/* Rows as short as one strip are still in the cache, all lanes side by side: the first of the
 * equals of the rival is found for all of them at once. Lanes of integers add up in one cycle,
 * where a sum of floats would make each class wait for the one before.
 */
static inline void
SUFFIX (standing_find_first) (SUFFIX (Standing) * self, const SUFFIX (Tile) * tile)
{
  const SUFFIX (Vector) zero = { 0 };
  const SUFFIX (Vector) nothing = SUFFIX (fill) ((REAL) NAN);
  const SUFFIX (Vector) wanted[2] = {
    [FALSE] = SUFFIX (choose) (self->seen, zero, self->rival, nothing),
    [TRUE] = SUFFIX (choose) (self->seen, zero, nothing, self->rival),
  };
  SUFFIX (Indices) index = (INTEGER) tile->classes->n_classes - (SUFFIX (Indices)){ 0 };
  SUFFIX (Vector) first = zero;

  for (gsize c = tile->classes->n_classes; c-- > 0;)
    {
      index -= 1;
      first = SUFFIX (choose_equal) (tile->strip[c], wanted[tile->classes->seen[c]],
                                     (SUFFIX (Vector)) index, first);
    }

  self->first = (SUFFIX (Indices)) first;
}

/* Classes of the label's side that equal the label and precede it. */
static REAL
SUFFIX (count_ties_before) (const SeesawClasses *classes, const REAL *row, gint32 label, REAL value)
{
  gint32 n = 0;

  for (gint32 c = 0; c < label; c++)
    n += classes->seen[c] == classes->seen[label] && SUFFIX (without_nan) (row[c]) == value;

  return (REAL) n;
}

/* An equal in the list, or one that may hide behind its last place, can precede the label. */
static inline void
SUFFIX (standing_break_ties) (SUFFIX (Standing) * self,
                              const SUFFIX (Tile) * tile,
                              const gint32 *labels,
                              gsize n_rows)
{
  const REAL top_k = SEESAW_TOP_K;

  for (gsize lane = 0; lane < n_rows; lane++)
    if (labels[lane] >= 0 && self->rank[lane] < top_k &&
        (self->tied[lane] > 1 || self->rank[lane] == top_k - 1))
      self->rank[lane] = MIN (
          top_k, self->rank[lane] + SUFFIX (count_ties_before) (tile->classes, tile->row[lane],
                                                                labels[lane], self->value[lane]));
}

/* Whether the label wins against its rival where γ equals the threshold. */
static inline gboolean
SUFFIX (wins_top_k) (const SUFFIX (Tile) * tile,
                     const SUFFIX (Standing) * standing,
                     gsize lane,
                     gint32 label)
{
  if (SUFFIX (tile_is_short) (tile) && standing->nth[lane] == 1)
    return label < standing->first[lane];

  return label < SUFFIX (find_class) (tile->classes, tile->row[lane], !tile->classes->seen[label],
                                      standing->rival[lane], (guint) standing->nth[lane]);
}

/* Whether no γ decides about the label, or it decides alone:
 *   no place left among the first SEESAW_TOP_K    never right
 *   fewer others than places                      always right
 *   label and rival are the same infinity         as the index says, whatever γ is
 */
static inline gboolean
SUFFIX (is_beyond_gamma) (const SUFFIX (Tile) * tile,
                          const SUFFIX (Standing) * standing,
                          gsize lane,
                          gint32 label,
                          gboolean *right)
{
  const SeesawClasses *classes = tile->classes;
  gsize n_others = classes->seen[label] ? classes->n_classes - classes->n_seen : classes->n_seen;
  gsize allowed = SEESAW_TOP_K - (gsize) standing->rank[lane];

  *right = allowed > 0;
  if (allowed == 0 || n_others < allowed)
    return TRUE;

  *right = FALSE;
  if (!isinf (standing->value[lane]) || standing->value[lane] != standing->rival[lane])
    return FALSE;

  *right = SUFFIX (wins_top_k) (tile, standing, lane, label);

  return TRUE;
}

static inline void
SUFFIX (finish_label) (const SUFFIX (Tile) * tile,
                       const SUFFIX (Standing) * standing,
                       gsize lane,
                       gsize sample,
                       const SeesawSamples *samples)
{
  gint32 label = samples->label[sample];
  gboolean seen = tile->classes->seen[label];
  gint32 opponent = seen ? samples->unseen_class[sample] : samples->seen_class[sample];
  guint ties = (guint) ((standing->rank[lane] == 0) & (label < opponent)) * SEESAW_TIE_TOP_1;
  gboolean right;

  if (SUFFIX (is_beyond_gamma) (tile, standing, lane, label, &right))
    samples->top_k_threshold[sample] = right == seen ? (double) INFINITY : (double) -INFINITY;
  else
    ties |= (guint) SUFFIX (wins_top_k) (tile, standing, lane, label) * SEESAW_TIE_TOP_K;

  samples->own_rank[sample] = (guint8) standing->rank[lane];
  samples->wins_tie[sample] = (guint8) ties;
}

/* What all labels have in common, one array after the other, so that whole registers are stored. */
static inline void
SUFFIX (finish_labels) (const SUFFIX (Tile) * tile,
                        const SUFFIX (Standing) * standing,
                        gsize first,
                        gsize n_rows,
                        const SeesawSamples *samples)
{
  const SUFFIX (Vector) zero = { 0 };
  const SUFFIX (Vector) minus = SUFFIX (fill) (-1);
  const SUFFIX (Vector) sign = SUFFIX (choose) (standing->seen, zero, zero - minus, minus);

  for (gsize lane = 0; lane < n_rows; lane++)
    samples->top_k_threshold[first + lane] =
        (double) sign[lane] * ((double) standing->value[lane] - (double) standing->rival[lane]);
  for (gsize lane = 0; lane < n_rows; lane++)
    samples->label_logit[first + lane] = (double) standing->value[lane];
  for (gsize lane = 0; lane < n_rows; lane++)
    samples->other_logit[first + lane] = (double) standing->other[lane];
  for (gsize lane = 0; lane < n_rows; lane++)
    if (samples->label[first + lane] >= 0)
      SUFFIX (finish_label) (tile, standing, lane, first + lane, samples);
    else
      finish_unlabelled (first + lane, samples);
}

/* LSE_U − LSE_S. An infinite maximum is its side's LSE. */
static double
SUFFIX (log_odds) (const SeesawClasses *classes,
                   const REAL *row,
                   double best_seen,
                   double best_unseen)
{
  const guint8 *seen = classes->seen;
  double sum_seen = 0.0;
  double sum_unseen = 0.0;

  if (isinf (best_seen) || isinf (best_unseen))
    return best_unseen - best_seen;

#pragma omp simd reduction(+ : sum_seen, sum_unseen)
  for (gsize c = 0; c < classes->n_classes; c++)
    {
      double term = exp_of_negative ((double) row[c] - (seen[c] ? best_seen : best_unseen));

      sum_seen += seen[c] ? term : 0.0;
      sum_unseen += seen[c] ? 0.0 : term;
    }

  return (best_unseen - best_seen) + (log (sum_unseen) - log (sum_seen));
}

/* What holds without a label. One array after the other, so that whole registers are stored. */
static inline void
SUFFIX (finish_rows) (const SUFFIX (Tile) * tile,
                      gsize first,
                      gsize n_rows,
                      const SeesawSamples *samples)
{
  const SUFFIX (Top) *seen = &tile->top[TRUE];
  const SUFFIX (Top) *unseen = &tile->top[FALSE];
  const gint32 *order = tile->classes->order;

  for (gsize lane = 0; lane < n_rows; lane++)
    samples->best_seen[first + lane] = (double) seen->value[0][lane];
  for (gsize lane = 0; lane < n_rows; lane++)
    samples->best_unseen[first + lane] = (double) unseen->value[0][lane];
  for (gsize lane = 0; lane < n_rows; lane++)
    samples->seen_class[first + lane] = order[(gsize) seen->best_place[lane]];
  for (gsize lane = 0; lane < n_rows; lane++)
    samples->unseen_class[first + lane] = order[(gsize) unseen->best_place[lane]];
  for (gsize i = first; i < first + n_rows; i++)
    samples->gap[i] = difference (samples->best_seen[i], samples->best_unseen[i],
                                  samples->seen_class[i] < samples->unseen_class[i]);
}

static inline void
SUFFIX (finish_tile) (const SUFFIX (Tile) * tile,
                      const SeesawKernelJob *job,
                      gsize first,
                      gsize n_rows)
{
  const SeesawSamples samples = *job->samples; /* a copy that no store can alias */
  const gint32 *labels = samples.label + first;
  SUFFIX (Standing) standing;

  SUFFIX (standing_init) (&standing, tile, labels, n_rows);
  SUFFIX (standing_break_ties) (&standing, tile, labels, n_rows);
  SUFFIX (standing_find_rival) (&standing, tile);
  if (SUFFIX (tile_is_short) (tile))
    SUFFIX (standing_find_first) (&standing, tile);

  SUFFIX (finish_rows) (tile, first, n_rows, &samples);
  SUFFIX (finish_labels) (tile, &standing, first, n_rows, &samples);

  for (gsize i = first; i < first + n_rows; i++)
    samples.log_odds[i] = job->with_log_odds
                              ? SUFFIX (log_odds) (job->classes, tile->row[i - first],
                                                   samples.best_seen[i], samples.best_unseen[i])
                              : (double) NAN;
}
