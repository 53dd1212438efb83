/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Long rows. Nearly all of their classes are too small to matter, and are known to be without
 * being put in order:
 *
 *   a row -> the largest of each of 16 or more groups of a side's classes, group = register lane
 *         -> the SEESAW_TOP_K-th of those: as many classes of the side reach it, so that what is
 *            less is not among the largest SEESAW_TOP_K
 *         -> once more over the row, from the cache: classes that reach it are listed
 *
 * Included once for each floating type.
 */

#undef GROUPS
#define GROUPS (LANES < 16 ? 16 / LANES : 1)

/* Each maximum waits for the one before it, unless there are several to go on with. */
#undef CHAINS
#define CHAINS (GROUPS < 4 ? 4 : GROUPS)

/* Where rows of the next tile lie farther ahead than this, in values, half of them is asked for in
 * either pass: one pass alone would ask for more than the processor can wait for at once.
 */
#undef FAR
#define FAR 30000

/* 64 neighbouring classes of a row; the last word overlaps with the one before. */
typedef struct
{
  const REAL *values;
  gsize first;
  const SeesawWord *sides;
} SUFFIX (Word);

static inline void
SUFFIX (word_init) (SUFFIX (Word) * self, const SeesawClasses *classes, const REAL *row, gsize word)
{
  self->first = MIN (word * 64, classes->n_classes - 64);
  self->values = row + self->first;
  self->sides = &classes->words[word];
}

static inline gsize
SUFFIX (count_words) (const SeesawClasses *classes)
{
  return (classes->n_classes + 63) / 64;
}

/* Asks for the word that is @distance values on. */
static inline void
SUFFIX (word_prefetch) (const SUFFIX (Word) * word, gsize distance)
{
  for (gsize j = 0; j < 64; j += 64 / sizeof (REAL))
    __builtin_prefetch (word->values + distance + j, 0, 2);
}

/* Where the group maxima of a tile's rows are: [GROUPS][LANES] registers, a row's at [][lane]. */
static inline guint
SUFFIX (row_take_groups) (const SeesawClasses *classes,
                          const REAL *row,
                          gsize distance,
                          SUFFIX (Vector) * of_seen,
                          SUFFIX (Vector) * of_unseen)
{
  const SUFFIX (Vector) least = SUFFIX (fill) ((REAL) -INFINITY);
  SUFFIX (Vector) seen[CHAINS];
  SUFFIX (Vector) unseen[CHAINS];
  guint nan_lanes = 0;

  for (int chain = 0; chain < CHAINS; chain++)
    seen[chain] = unseen[chain] = least;

  for (gsize i = 0; i < SUFFIX (count_words) (classes); i++)
    {
      SUFFIX (Word) word;

      SUFFIX (word_init) (&word, classes, row, i);
      if (distance > FAR && i % 2 == 0)
        SUFFIX (word_prefetch) (&word, distance);
#pragma GCC unroll 16
      for (int j = 0; j < 64; j += 2 * LANES)
        {
          SUFFIX (Vector) a = SUFFIX (load) (word.values + j);
          SUFFIX (Vector) b = SUFFIX (load) (word.values + j + LANES);
          int of_a = j / LANES % CHAINS;
          int of_b = (j / LANES + 1) % CHAINS;

          SUFFIX (raise) (a, word.sides, j, &seen[of_a], &unseen[of_a]);
          SUFFIX (raise) (b, word.sides, j + LANES, &seen[of_b], &unseen[of_b]);
          nan_lanes |= SUFFIX (unordered_lanes) (a, b);
        }
    }

  for (int group = 0; group < GROUPS; group++)
    {
      for (int chain = group + GROUPS; chain < CHAINS; chain += GROUPS)
        {
          seen[group] = SUFFIX (larger) (seen[group], seen[chain]);
          unseen[group] = SUFFIX (larger) (unseen[group], unseen[chain]);
        }
      of_seen[group * LANES] = seen[group];
      of_unseen[group * LANES] = unseen[group];
    }

  return nan_lanes;
}

static inline guint
SUFFIX (tile_find_cuts) (SUFFIX (Tile) * tile)
{
  SUFFIX (Vector) maxima[2][GROUPS * LANES];
  guint nan_lanes = 0;

  for (int i = 0; i < GROUPS * LANES; i++)
    maxima[FALSE][i] = maxima[TRUE][i] = SUFFIX (fill) ((REAL) -INFINITY);
  for (gsize lane = 0; lane < tile->n_rows; lane++)
    nan_lanes |= SUFFIX (row_take_groups) (tile->classes, tile->row[lane],
                                           tile->n_rows * tile->classes->n_classes,
                                           &maxima[TRUE][lane], &maxima[FALSE][lane]);

  for (int seen = FALSE; seen <= TRUE; seen++)
    {
      SUFFIX (Top) top;

      SUFFIX (top_init) (&top);
      for (int group = 0; group < GROUPS; group++)
        {
          SUFFIX (Vector) turned[LANES];

          SUFFIX (load_turned)
          ((const REAL *) (maxima[seen] + group * LANES), (gsize) LANES, turned);
          SUFFIX (top_take) (&top, turned, (gsize) LANES);
        }
      memcpy (tile->list[seen].cut, &top.value[SEESAW_TOP_K - 1], sizeof tile->list[seen].cut);
    }

  return nan_lanes;
}

/* A full list keeps the largest SEESAW_TOP_K, of equals the first. Of what follows, only what is
 * larger than all of those can still matter: equals come later.
 */
static __attribute__ ((noinline)) void
SUFFIX (list_compact) (SUFFIX (List) * list, gsize lane)
{
  gboolean keep[LIST_LENGTH] = { FALSE };
  gsize best = 0;
  guint length = 0;

  for (int k = 0; k < SEESAW_TOP_K; k++)
    {
      best = LIST_LENGTH;
      for (gsize i = 0; i < LIST_LENGTH; i++)
        if (!keep[i] && (best == LIST_LENGTH || list->value[i][lane] > list->value[best][lane]))
          best = i;
      keep[best] = TRUE;
    }
  list->cut[lane] = NEXT_AFTER (list->value[best][lane], (REAL) INFINITY);

  for (gsize i = 0; i < LIST_LENGTH; i++)
    if (keep[i])
      {
        list->value[length][lane] = list->value[i][lane];
        list->index[length++][lane] = list->index[i][lane];
      }
  for (gsize i = length; i < LIST_LENGTH; i++)
    list->value[i][lane] = (REAL) -INFINITY;
  list->length[lane] = length;
}

static inline void
SUFFIX (list_append) (SUFFIX (List) * list, gsize lane, REAL value, gsize index)
{
  REAL *values = (REAL *) list->value;
  INTEGER *indices = (INTEGER *) list->index;
  gsize end;

  if (list->length[lane] == LIST_LENGTH)
    SUFFIX (list_compact) (list, lane);

  end = list->length[lane]++ * (gsize) LANES + lane;
  values[end] = SUFFIX (without_nan) (value);
  indices[end] = (INTEGER) index;
}

/* Classes of @word that reach the cut of their side. NaNs do: on a side without SEESAW_TOP_K
 * numbers they count.
 */
static inline guint64
SUFFIX (word_reaching) (const SUFFIX (Word) * word, REAL cut_seen, REAL cut_unseen)
{
  const SUFFIX (Vector) seen = SUFFIX (fill) (cut_seen);
  const SUFFIX (Vector) unseen = SUFFIX (fill) (cut_unseen);
  guint64 reaching = 0;

#pragma GCC unroll 32
  for (int j = 0; j < 64; j += LANES)
    reaching |= (guint64) SUFFIX (reaching_lanes) (SUFFIX (load) (word->values + j), word->sides, j,
                                                   seen, unseen)
                << j;

  return reaching & (word->sides->bits[TRUE] | word->sides->bits[FALSE]);
}

/* Lists what was found in up to 64 words from @first on: bit i of @found tells whether there is
 * anything in @reaching[i]. One loop, whose end is all that cannot be foreseen.
 */
static inline void
SUFFIX (tile_list_found) (SUFFIX (Tile) * tile,
                          gsize lane,
                          gsize first,
                          guint64 *reaching,
                          guint64 found)
{
  while (found != 0)
    {
      gsize i = (gsize) __builtin_ctzll (found);
      int bit = __builtin_ctzll (reaching[i]);
      SUFFIX (Word) word;

      SUFFIX (word_init) (&word, tile->classes, tile->row[lane], first + i);
      SUFFIX (list_append)
      (&tile->list[word.sides->bits[TRUE] >> bit & 1], lane, word.values[bit],
       word.first + (gsize) bit);

      reaching[i] &= reaching[i] - 1;
      found &= found - (reaching[i] == 0);
    }
}

/* Words are compared first, and those in which something was found are visited afterwards: which
 * ones these are cannot be foreseen, and to guess wrong costs more than to compare. While this
 * row is in the cache, the one of the next tile is asked for from memory.
 */
static inline void
SUFFIX (tile_list_row) (SUFFIX (Tile) * tile, gsize lane)
{
  const SeesawClasses *classes = tile->classes;
  const gsize n_words = SUFFIX (count_words) (classes);
  const gsize distance = tile->n_rows * classes->n_classes;
  guint64 reaching[64];

  for (gsize first = 0; first < n_words; first += 64)
    {
      gsize n = MIN (n_words - first, 64);
      REAL seen = tile->list[TRUE].cut[lane];
      REAL unseen = tile->list[FALSE].cut[lane];
      guint64 found = 0;

      for (gsize i = 0; i < n; i++)
        {
          SUFFIX (Word) word;

          SUFFIX (word_init) (&word, classes, tile->row[lane], first + i);
          if (distance <= FAR || i % 2 == 1)
            SUFFIX (word_prefetch) (&word, distance);
          reaching[i] = SUFFIX (word_reaching) (&word, seen, unseen);
          found |= (guint64) (reaching[i] != 0) << i;
        }
      SUFFIX (tile_list_found) (tile, lane, first, reaching, found);
    }
}

static inline guint
SUFFIX (list_longest) (const SUFFIX (List) * list)
{
  guint longest = 0;

  for (int lane = 0; lane < LANES; lane++)
    longest = MAX (longest, list->length[lane]);

  return longest;
}

static inline guint
SUFFIX (tile_run_long) (SUFFIX (Tile) * tile)
{
  guint nan_lanes = SUFFIX (tile_find_cuts) (tile);

  for (int seen = FALSE; seen <= TRUE; seen++)
    {
      memset (tile->list[seen].length, 0, sizeof tile->list[seen].length);
      for (int i = 0; i < LIST_LENGTH; i++)
        tile->list[seen].value[i] = SUFFIX (fill) ((REAL) -INFINITY);
    }

  for (gsize lane = 0; lane < tile->n_rows; lane++)
    SUFFIX (tile_list_row) (tile, lane);

  for (int seen = FALSE; seen <= TRUE; seen++)
    SUFFIX (top_take)
  (&tile->top[seen], tile->list[seen].value, SUFFIX (list_longest) (&tile->list[seen]));

  return nan_lanes;
}

/* As in a strip. */
static inline void
SUFFIX (tile_find_in_list) (SUFFIX (Tile) * tile,
                            gboolean seen,
                            SUFFIX (Vector) wanted,
                            SUFFIX (Vector) * found)
{
  const SUFFIX (List) *list = &tile->list[seen];
  SUFFIX (Vector) best = { 0 };

  for (guint i = SUFFIX (list_longest) (list); i-- > 0;)
    {
      SUFFIX (Vector) index = (SUFFIX (Vector)) list->index[i];

      best = SUFFIX (choose_equal) (list->value[i], tile->top[seen].value[0], index, best);
      *found = SUFFIX (choose_equal) (list->value[i], wanted, index, *found);
    }

  tile->best_class[seen] = (SUFFIX (Indices)) best;
}
