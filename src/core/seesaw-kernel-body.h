/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reduction for one floating type. As many rows as a register has lanes are worked on at
 * once, one row a lane: what is found (the largest few, the arg max) then needs no sum across a
 * register, which is what short rows would spend their time on.
 *
 *   rows in memory -> squares, transposed -> strip [CLASSES_IN_STRIP][LANES] in the L1 cache
 *                  -> largest SEESAW_TOP_K of each side, a lane a row -> numbers of each row
 */

#include "seesaw-kernel-vector.h"

#undef CLASSES_IN_STRIP
#define CLASSES_IN_STRIP 128

/* In longer rows the processor foresees enough by itself. */
#undef FORESEEN_CLASSES
#define FORESEEN_CLASSES 4096

typedef struct
{
  SUFFIX (Vector) value[SEESAW_TOP_K]; /* largest first; −∞ where the side has fewer classes */
  SUFFIX (Vector) best_place;          /* in classes->order; exact as a float: C is at most 2^24 */
} SUFFIX (Top);

typedef struct
{
  const SeesawClasses *classes;
  const REAL *row[LANES]; /* the last row again where there are fewer */
  gsize next[2];          /* per side, where in classes->order the next strip begins */
  SUFFIX (Top) top[2];    /* by seen */
  SUFFIX (Vector) strip[CLASSES_IN_STRIP];
} SUFFIX (Tile);

static inline REAL
SUFFIX (without_nan) (REAL value)
{
  return value == value ? value : (REAL) -INFINITY;
}

static void
SUFFIX (tile_init) (SUFFIX (Tile) * tile,
                    const SeesawClasses *classes,
                    const REAL *rows,
                    gsize n_rows)
{
  tile->classes = classes;
  tile->next[FALSE] = classes->n_seen;
  tile->next[TRUE] = 0;

  for (int lane = 0; lane < LANES; lane++)
    tile->row[lane] = rows + MIN ((gsize) lane, n_rows - 1) * classes->n_classes;

  for (int seen = FALSE; seen <= TRUE; seen++)
    {
      SUFFIX (Top) *top = &tile->top[seen];

      for (int k = 0; k < SEESAW_TOP_K; k++)
        top->value[k] = SUFFIX (fill) ((REAL) -INFINITY);
      top->best_place = SUFFIX (fill) ((REAL) tile->next[seen]);
    }
}

static inline gboolean
SUFFIX (tile_is_short) (const SUFFIX (Tile) * tile)
{
  return tile->classes->n_classes <= CLASSES_IN_STRIP;
}

/* A square of LANES classes from @first on, a class a register; returns nonzero if it has a NaN.
 * Processors foresee reading along a row, but not from row to row: short rows of the next tile
 * are asked for here.
 */
static inline guint
SUFFIX (tile_load_square) (const SUFFIX (Tile) * tile, gsize first, SUFFIX (Vector) * square)
{
  const gsize next_tile = (gsize) LANES * tile->classes->n_classes;
  guint nan_lanes = 0;

  for (int lane = 0; lane < LANES; lane++)
    {
      square[lane] = SUFFIX (load) (tile->row[lane] + first);
      if (tile->classes->n_classes <= FORESEEN_CLASSES)
        __builtin_prefetch (tile->row[lane] + first + next_tile);
    }
  for (int lane = 0; lane < LANES; lane += 2)
    nan_lanes |= SUFFIX (unordered_lanes) (square[lane], square[lane + 1]);
  SUFFIX (transpose) (square);

  return nan_lanes;
}

/* Fills @strip with classes @first .. @first + @n_classes - 1, NaNs as −∞; returns nonzero if
 * there were any. The last square goes back to overlap with the one before it.
 */
static inline guint
SUFFIX (tile_load_strip) (const SUFFIX (Tile) * tile,
                          gsize first,
                          gsize n_classes,
                          SUFFIX (Vector) * strip)
{
  const gsize lanes = (gsize) LANES;
  guint nan_lanes = 0;

  for (gsize c = 0; c + lanes <= n_classes; c += lanes)
    nan_lanes |= SUFFIX (tile_load_square) (tile, first + c, strip + c);

  if (n_classes % lanes != 0 && n_classes > lanes)
    nan_lanes |=
        SUFFIX (tile_load_square) (tile, first + n_classes - lanes, strip + n_classes - lanes);

  for (gsize c = 0; c < n_classes && n_classes < lanes; c++)
    for (int lane = 0; lane < LANES; lane++)
      {
        strip[c][lane] = tile->row[lane][first + c];
        nan_lanes |= strip[c][lane] != strip[c][lane];
      }

  for (gsize c = 0; c < n_classes && nan_lanes != 0; c++)
    strip[c] = SUFFIX (larger) (strip[c], SUFFIX (fill) ((REAL) -INFINITY));

  return nan_lanes;
}

static inline void
SUFFIX (top_insert) (SUFFIX (Top) * top, SUFFIX (Vector) v, SUFFIX (Vector) place)
{
  top->best_place = SUFFIX (choose) (v, top->value[0], place, top->best_place);

  for (int k = 0; k < SEESAW_TOP_K; k++)
    {
      SUFFIX (Vector) displaced = SUFFIX (smaller) (v, top->value[k]);

      top->value[k] = SUFFIX (larger) (v, top->value[k]);
      v = displaced;
    }
}

/* Classes ascend within a side and only a larger value takes the lead, so that the lowest of
 * equals keeps it.
 */
static inline void
SUFFIX (tile_take_strip) (SUFFIX (Tile) * tile,
                          int seen,
                          gsize first,
                          gsize n_classes,
                          const SUFFIX (Vector) * strip)
{
  const gint32 *order = tile->classes->order;
  gsize end = seen ? tile->classes->n_seen : tile->classes->n_classes;
  SUFFIX (Top) top = tile->top[seen];
  gsize i = tile->next[seen];
  SUFFIX (Vector) place = SUFFIX (fill) ((REAL) i);

  for (; i < end && (gsize) order[i] < first + n_classes; i++, place += 1)
    SUFFIX (top_insert) (&top, strip[(gsize) order[i] - first], place);

  tile->next[seen] = i;
  tile->top[seen] = top;
}

static guint
SUFFIX (tile_run) (SUFFIX (Tile) * tile)
{
  SUFFIX (Vector) *strip = tile->strip;
  guint nan_lanes = 0;

  for (gsize first = 0; first < tile->classes->n_classes; first += CLASSES_IN_STRIP)
    {
      gsize n_classes = MIN (CLASSES_IN_STRIP, tile->classes->n_classes - first);

      nan_lanes |= SUFFIX (tile_load_strip) (tile, first, n_classes, strip);
      SUFFIX (tile_take_strip) (tile, TRUE, first, n_classes, strip);
      SUFFIX (tile_take_strip) (tile, FALSE, first, n_classes, strip);
    }

  return nan_lanes;
}

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
  SUFFIX (Vector) before; /* how many of those have a lower index than the label; short rows only */
} SUFFIX (Standing);

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

/* Rows as short as one strip are still in the cache, all lanes side by side: what precedes the
 * label among the equals of its rival is counted for all of them at once.
 */
static inline void
SUFFIX (standing_count_before) (SUFFIX (Standing) * self,
                                const SUFFIX (Tile) * tile,
                                const gint32 *labels,
                                gsize n_rows)
{
  const SUFFIX (Vector) zero = { 0 };
  const SUFFIX (Vector) nothing = SUFFIX (fill) ((REAL) NAN);
  const SUFFIX (Vector) wanted[2] = {
    [FALSE] = SUFFIX (choose) (self->seen, zero, self->rival, nothing),
    [TRUE] = SUFFIX (choose) (self->seen, zero, nothing, self->rival),
  };
  REAL label[LANES] = { 0 };
  SUFFIX (Vector) label_index;

  for (gsize lane = 0; lane < n_rows; lane++)
    label[lane] = (REAL) labels[lane];
  label_index = SUFFIX (load) (label);

  self->before = zero;
  for (gsize c = 0; c < tile->classes->n_classes; c++)
    {
      SUFFIX (Vector) index = SUFFIX (fill) ((REAL) c);
      SUFFIX (Vector)
      here = SUFFIX (choose) (label_index, index, wanted[tile->classes->seen[c]], nothing);

      self->before = SUFFIX (add_equal) (self->before, tile->strip[c], here);
    }
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

/* Returns whether the label wins against its rival where γ equals the threshold. */
static inline gboolean
SUFFIX (finish_top_k) (const SUFFIX (Tile) * tile,
                       const SUFFIX (Standing) * standing,
                       gsize lane,
                       gint32 label,
                       double *threshold)
{
  const SeesawClasses *classes = tile->classes;
  gboolean seen = classes->seen[label];
  gsize n_other_side = seen ? classes->n_classes - classes->n_seen : classes->n_seen;
  guint allowed = SEESAW_TOP_K - (guint) standing->rank[lane];
  double always = seen ? INFINITY : -INFINITY;
  REAL value = standing->value[lane];
  REAL rival = standing->rival[lane];
  gboolean wins;

  if (allowed == 0 || n_other_side < allowed)
    {
      *threshold = allowed == 0 ? -always : always;
      return FALSE;
    }

  if (SUFFIX (tile_is_short) (tile))
    wins = standing->before[lane] < standing->nth[lane];
  else
    wins = label < SUFFIX (find_class) (classes, tile->row[lane], !seen, rival,
                                        (guint) standing->nth[lane]);
  *threshold = seen ? difference (value, rival, wins) : difference (rival, value, !wins);

  return wins;
}

static inline void
SUFFIX (finish_label) (const SUFFIX (Tile) * tile,
                       const SUFFIX (Standing) * standing,
                       gsize lane,
                       gsize sample,
                       const SeesawSamples *samples)
{
  const SeesawClasses *classes = tile->classes;
  gint32 label = samples->label[sample];
  gboolean seen = classes->seen[label];
  gsize n_own = seen ? classes->n_seen : classes->n_classes - classes->n_seen;
  gint32 opponent = seen ? samples->unseen_class[sample] : samples->seen_class[sample];
  gboolean wins_top_1 = (standing->rank[lane] == 0) & (label < opponent);
  gboolean wins_top_k =
      SUFFIX (finish_top_k) (tile, standing, lane, label, &samples->top_k_threshold[sample]);

  samples->label_logit[sample] = (double) standing->value[lane];
  samples->other_logit[sample] = n_own > 1 ? (double) standing->other[lane] : (double) NAN;
  samples->own_rank[sample] = (guint8) standing->rank[lane];
  samples->wins_tie[sample] =
      (guint8) (wins_top_1 * SEESAW_TIE_TOP_1 | wins_top_k * SEESAW_TIE_TOP_K);
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

static void
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
    SUFFIX (standing_count_before) (&standing, tile, labels, n_rows);

  SUFFIX (finish_rows) (tile, first, n_rows, &samples);
  for (gsize lane = 0; lane < n_rows; lane++)
    if (labels[lane] >= 0)
      SUFFIX (finish_label) (tile, &standing, lane, first + lane, &samples);
    else
      finish_unlabelled (first + lane, &samples);

  for (gsize i = first; i < first + n_rows; i++)
    samples.log_odds[i] = job->with_log_odds
                              ? SUFFIX (log_odds) (job->classes, tile->row[i - first],
                                                   samples.best_seen[i], samples.best_unseen[i])
                              : (double) NAN;
}

static guint64
SUFFIX (count_nans) (const REAL *values, gsize n_values)
{
  guint64 n = 0;

  for (gsize i = 0; i < n_values; i++)
    n += values[i] != values[i];

  return n;
}

static guint64
SUFFIX (reduce) (const SeesawKernelJob *job, const REAL *rows, gsize first, gsize n_rows)
{
  gsize n_classes = job->classes->n_classes;
  guint64 n_nan = 0;

  for (gsize done = 0; done < n_rows; done += (gsize) LANES)
    {
      gsize n = MIN ((gsize) LANES, n_rows - done);
      const REAL *block = rows + done * n_classes;
      SUFFIX (Tile) tile;

      SUFFIX (tile_init) (&tile, job->classes, block, n);
      if (SUFFIX (tile_run) (&tile) != 0)
        n_nan += SUFFIX (count_nans) (block, n * n_classes);

      SUFFIX (finish_tile) (&tile, job, first + done, n);
    }

  return n_nan;
}

/* mean over c in S, c≠label, of z_c − mean over c in U of z_c */
static double
SUFFIX (mean_gap) (const SeesawClasses *classes, const REAL *row, gint32 label)
{
  const guint8 *seen = classes->seen;
  double sum_seen = 0.0;
  double sum_unseen = 0.0;

#pragma omp simd reduction(+ : sum_seen, sum_unseen)
  for (gsize c = 0; c < classes->n_classes; c++)
    {
      double value = (double) SUFFIX (without_nan) (row[c]);

      sum_seen += seen[c] && (gint64) c != label ? value : 0.0;
      sum_unseen += seen[c] ? 0.0 : value;
    }

  return sum_seen / (double) (classes->n_seen - 1) -
         sum_unseen / (double) (classes->n_classes - classes->n_seen);
}
