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

/* Rows whose cuts are found at once, a lane for each of their sides: few enough to be still in the
 * L1 cache when they are listed.
 */
#undef ROWS_OF_CUTS
#define ROWS_OF_CUTS(n_classes)                                                                    \
  CLAMP (CUT_BYTES / ((n_classes) * sizeof (REAL)), 1, (gsize) LANES / 2)

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

/* Asks for half a word of the rows that follow: these are gone through twice. */
static inline void
SUFFIX (tile_prefetch) (SUFFIX (Tile) * tile)
{
  for (gsize j = 0; j < 32; j += 64 / sizeof (REAL))
    __builtin_prefetch (tile->ahead + j, 0, 2);
  tile->ahead += 32;
}

/* Where the group maxima of a row are: [GROUPS][LANES] registers, a row's side at [][lane]. */
static inline void
SUFFIX (tile_take_groups) (SUFFIX (Tile) * tile,
                           const REAL *row,
                           SUFFIX (Vector) * of_seen,
                           SUFFIX (Vector) * of_unseen)
{
  const SUFFIX (Vector) least = SUFFIX (fill) ((REAL) -INFINITY);
  SUFFIX (Vector) seen[CHAINS];
  SUFFIX (Vector) unseen[CHAINS];

  for (int chain = 0; chain < CHAINS; chain++)
    seen[chain] = unseen[chain] = least;

  for (gsize i = 0; i < SUFFIX (count_words) (tile->classes); i++)
    {
      SUFFIX (Word) word;

      SUFFIX (word_init) (&word, tile->classes, row, i);
      SUFFIX (tile_prefetch) (tile);
#pragma GCC unroll 16
      for (int j = 0; j < 64; j += 2 * LANES)
        {
          SUFFIX (Vector) a = SUFFIX (load) (word.values + j);
          SUFFIX (Vector) b = SUFFIX (load) (word.values + j + LANES);
          int of_a = j / LANES % CHAINS;
          int of_b = (j / LANES + 1) % CHAINS;

          SUFFIX (raise) (a, word.sides, j, &seen[of_a], &unseen[of_a]);
          SUFFIX (raise) (b, word.sides, j + LANES, &seen[of_b], &unseen[of_b]);
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
}

/* Of @n_rows rows from @first on. */
static inline void
SUFFIX (tile_find_cuts) (SUFFIX (Tile) * tile, gsize first, gsize n_rows)
{
  SUFFIX (Vector) maxima[GROUPS * LANES];
  SUFFIX (Top) top;

  for (int i = 0; i < GROUPS * LANES; i++)
    maxima[i] = SUFFIX (fill) ((REAL) -INFINITY);
  for (gsize i = 0; i < n_rows; i++)
    SUFFIX (tile_take_groups)
  (tile, tile->row[first + i], &maxima[2 * i + TRUE], &maxima[2 * i + FALSE]);

  SUFFIX (top_init) (&top);
  for (int group = 0; group < GROUPS; group++)
    {
      SUFFIX (Vector) turned[LANES];

      SUFFIX (load_turned) ((const REAL *) (maxima + group * LANES), (gsize) LANES, turned);
      SUFFIX (top_take) (&top, turned, (gsize) LANES);
    }
  for (gsize i = 0; i < 2 * n_rows; i++)
    tile->list[i % 2].cut[first + i / 2] = top.value[SEESAW_TOP_K - 1][i];
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

/* Classes of @word that reach the cut of their side. NaNs do: they are to be counted. */
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
      tile->has_nan |= word.values[bit] != word.values[bit];
      SUFFIX (list_append)
      (&tile->list[word.sides->bits[TRUE] >> bit & 1], lane, word.values[bit],
       word.first + (gsize) bit);

      reaching[i] &= reaching[i] - 1;
      found &= found - (reaching[i] == 0);
    }
}

/* Words are compared first, and those in which something was found are visited afterwards: which
 * ones these are cannot be foreseen, and to guess wrong costs more than to compare. */
static inline void
SUFFIX (tile_list_row) (SUFFIX (Tile) * tile, gsize lane)
{
  const SeesawClasses *classes = tile->classes;
  const gsize n_words = SUFFIX (count_words) (classes);
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
          SUFFIX (tile_prefetch) (tile);
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

static inline gboolean
SUFFIX (tile_run_long) (SUFFIX (Tile) * tile)
{
  const gsize at_once = ROWS_OF_CUTS (tile->classes->n_classes);

  for (int seen = FALSE; seen <= TRUE; seen++)
    {
      memset (tile->list[seen].length, 0, sizeof tile->list[seen].length);
      for (int i = 0; i < LIST_LENGTH; i++)
        tile->list[seen].value[i] = SUFFIX (fill) ((REAL) -INFINITY);
    }

  tile->has_nan = FALSE;
  tile->ahead = tile->row[0] + at_once * tile->classes->n_classes;
  for (gsize first = 0; first < tile->n_rows; first += at_once)
    {
      gsize n = MIN (at_once, tile->n_rows - first);

      SUFFIX (tile_find_cuts) (tile, first, n);
      for (gsize lane = first; lane < first + n; lane++)
        SUFFIX (tile_list_row) (tile, lane);
    }

  for (int seen = FALSE; seen <= TRUE; seen++)
    SUFFIX (top_take)
  (&tile->top[seen], tile->list[seen].value, SUFFIX (list_longest) (&tile->list[seen]));

  return tile->has_nan;
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
