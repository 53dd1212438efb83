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

/* 64 neighbouring classes, the first in the lowest bit. The last ones of a row overlap with those
 * before them, and what was there already is on neither side.
 */
typedef struct
{
  const REAL *values;
  gsize first;
  guint64 seen;
  guint64 unseen;
} SUFFIX (Word);

static inline SUFFIX (Word)
    SUFFIX (word_init) (const SeesawClasses *classes, const REAL *row, gsize word)
{
  const guint64 *bits = classes->seen_bits;
  gsize rest = classes->n_classes % 64;
  gsize first = classes->n_classes - 64;
  guint64 seen;
  guint64 fresh;

  if (word < classes->n_classes / 64)
    return (SUFFIX (Word)){ row + word * 64, word * 64, bits[word], ~bits[word] };

  seen = bits[word - 1] >> rest | bits[word] << (64 - rest);
  fresh = ~G_GUINT64_CONSTANT (0) << (64 - rest);

  return (SUFFIX (Word)){ row + first, first, seen & fresh, ~seen & fresh };
}

static inline gsize
SUFFIX (count_words) (const SeesawClasses *classes)
{
  return (classes->n_classes + 63) / 64;
}

/* Where the group maxima of a tile's rows are: [GROUPS][LANES] registers, a row's at [][lane]. */
static inline guint
SUFFIX (row_take_groups) (const SeesawClasses *classes,
                          const REAL *row,
                          SUFFIX (Vector) * of_seen,
                          SUFFIX (Vector) * of_unseen)
{
  const SUFFIX (Vector) least = SUFFIX (fill) ((REAL) -INFINITY);
  SUFFIX (Vector) seen[GROUPS];
  SUFFIX (Vector) unseen[GROUPS];
  guint nan_lanes = 0;

  for (int group = 0; group < GROUPS; group++)
    seen[group] = unseen[group] = least;

  for (gsize i = 0; i < SUFFIX (count_words) (classes); i++)
    {
      SUFFIX (Word) word = SUFFIX (word_init) (classes, row, i);

#pragma GCC unroll 16
      for (int j = 0; j < 64; j += 2 * LANES)
        {
          SUFFIX (Vector) a = SUFFIX (load) (word.values + j);
          SUFFIX (Vector) b = SUFFIX (load) (word.values + j + LANES);
          int of_a = j / LANES % GROUPS;
          int of_b = (j / LANES + 1) % GROUPS;

          SUFFIX (raise)
          (a, (guint) (word.seen >> j), (guint) (word.unseen >> j), &seen[of_a], &unseen[of_a]);
          SUFFIX (raise)
          (b, (guint) (word.seen >> (j + LANES)), (guint) (word.unseen >> (j + LANES)), &seen[of_b],
           &unseen[of_b]);
          nan_lanes |= SUFFIX (unordered_lanes) (a, b);
        }
    }

  for (int group = 0; group < GROUPS; group++)
    {
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
    nan_lanes |= SUFFIX (row_take_groups) (tile->classes, tile->row[lane], &maxima[TRUE][lane],
                                           &maxima[FALSE][lane]);

  for (int seen = FALSE; seen <= TRUE; seen++)
    {
      SUFFIX (Top) top;

      SUFFIX (top_init) (&top);
      for (int group = 0; group < GROUPS; group++)
        {
          SUFFIX (transpose) (maxima[seen] + group * LANES);
          SUFFIX (top_take) (&top, maxima[seen] + group * LANES, (gsize) LANES);
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
  guint64 reach_seen = 0;
  guint64 reach_unseen = 0;

#pragma GCC unroll 32
  for (int j = 0; j < 64; j += LANES)
    {
      SUFFIX (Vector) v = SUFFIX (load) (word->values + j);

      reach_seen |= (guint64) SUFFIX (not_less_lanes) (v, seen) << j;
      reach_unseen |= (guint64) SUFFIX (not_less_lanes) (v, unseen) << j;
    }

  return (reach_seen & word->seen) | (reach_unseen & word->unseen);
}

/* While this row is in the cache, the row of the next tile is asked for from memory. */
static inline void
SUFFIX (tile_list_row) (SUFFIX (Tile) * tile, gsize lane)
{
  const gsize in_line = 64 / sizeof (REAL);
  const gsize next_tile = tile->n_rows * tile->classes->n_classes;

  for (gsize i = 0; i < SUFFIX (count_words) (tile->classes); i++)
    {
      SUFFIX (Word) word = SUFFIX (word_init) (tile->classes, tile->row[lane], i);
      guint64 reaching =
          SUFFIX (word_reaching) (&word, tile->list[TRUE].cut[lane], tile->list[FALSE].cut[lane]);

      for (gsize j = 0; j < 64; j += in_line)
        __builtin_prefetch (word.values + next_tile + j, 0, 2);

      for (; reaching != 0; reaching &= reaching - 1)
        {
          int bit = __builtin_ctzll (reaching);

          SUFFIX (list_append)
          (&tile->list[word.seen >> bit & 1], lane, word.values[bit], word.first + (gsize) bit);
        }
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
