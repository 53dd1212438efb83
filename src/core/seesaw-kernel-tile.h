/* SPDX-License-Identifier: GPL-3.0-or-later */

/* As many rows as a register has lanes, a lane a row, and the largest few of each of their sides.
 * Short rows as a whole are turned into a strip, a class a register. Included once for each
 * floating type.
 */

/* Longer rows go through lists. */
#undef CLASSES_IN_STRIP
#define CLASSES_IN_STRIP 512

#undef LIST_LENGTH
#define LIST_LENGTH 32

/* Classes of one side among which the largest few of a row are, ascending; −∞ behind the last. */
typedef struct
{
  SUFFIX (Vector) value[LIST_LENGTH];
  SUFFIX (Indices) index[LIST_LENGTH];
  guint length[LANES];
  REAL cut[LANES]; /* what is less than this need not be listed */
} SUFFIX (List);

typedef struct
{
  const SeesawClasses *classes;
  gsize n_rows;
  const REAL *row[LANES];                  /* the last row again where there are fewer */
  SUFFIX (Top) top[2];                     /* by seen */
  SUFFIX (Indices) best_class[2];          /* the first of those that equal the largest */
  SUFFIX (List) list[2];                   /* long rows only */
  SUFFIX (Vector) strip[CLASSES_IN_STRIP]; /* short rows only */
} SUFFIX (Tile);

static inline REAL
SUFFIX (without_nan) (REAL value)
{
  return value == value ? value : (REAL) -INFINITY;
}

static inline void
SUFFIX (tile_init) (SUFFIX (Tile) * tile,
                    const SeesawClasses *classes,
                    const REAL *rows,
                    gsize n_rows)
{
  tile->classes = classes;
  tile->n_rows = n_rows;
  for (int lane = 0; lane < LANES; lane++)
    tile->row[lane] = rows + MIN ((gsize) lane, n_rows - 1) * classes->n_classes;

  SUFFIX (top_init) (&tile->top[FALSE]);
  SUFFIX (top_init) (&tile->top[TRUE]);
}

static inline gboolean
SUFFIX (classes_are_few) (const SeesawClasses *classes)
{
  return classes->n_classes <= CLASSES_IN_STRIP;
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
      __builtin_prefetch (tile->row[lane] + first + next_tile);
    }
  for (int lane = 0; lane < LANES; lane += 2)
    nan_lanes |= SUFFIX (unordered_lanes) (square[lane], square[lane + 1]);
  SUFFIX (transpose) (square);

  return nan_lanes;
}

/* Fills the strip, NaNs as −∞; returns nonzero if there were any. The last square goes back to
 * overlap with the one before it.
 */
static inline guint
SUFFIX (tile_load_strip) (SUFFIX (Tile) * tile)
{
  const gsize lanes = (gsize) LANES;
  gsize n_classes = tile->classes->n_classes;
  SUFFIX (Vector) *strip = tile->strip;
  guint nan_lanes = 0;

  for (gsize c = 0; c + lanes <= n_classes; c += lanes)
    nan_lanes |= SUFFIX (tile_load_square) (tile, c, strip + c);

  if (n_classes % lanes != 0 && n_classes > lanes)
    nan_lanes |= SUFFIX (tile_load_square) (tile, n_classes - lanes, strip + n_classes - lanes);

  for (gsize c = 0; c < n_classes && n_classes < lanes; c++)
    for (int lane = 0; lane < LANES; lane++)
      {
        strip[c][lane] = tile->row[lane][c];
        nan_lanes |= strip[c][lane] != strip[c][lane];
      }

  for (gsize c = 0; c < n_classes && nan_lanes != 0; c++)
    strip[c] = SUFFIX (larger) (strip[c], SUFFIX (fill) ((REAL) -INFINITY));

  return nan_lanes;
}

/* Where a side begins in classes->order; where it ends. */
static inline gsize
SUFFIX (side_begin) (const SeesawClasses *classes, gboolean seen)
{
  return seen ? 0 : classes->n_seen;
}

static inline gsize
SUFFIX (side_end) (const SeesawClasses *classes, gboolean seen)
{
  return seen ? classes->n_seen : classes->n_classes;
}

static inline void
SUFFIX (tile_take_strip) (SUFFIX (Tile) * tile, gboolean seen)
{
  const gint32 *order = tile->classes->order;
  const SUFFIX (Vector) *strip = tile->strip;
  gsize end = SUFFIX (side_end) (tile->classes, seen);
  gsize i = SUFFIX (side_begin) (tile->classes, seen);
  SUFFIX (Top) top = tile->top[seen];

#pragma GCC unroll 2
  for (; i + 4 <= end; i += 4)
    {
      SUFFIX (Vector)
      four[4] = { strip[order[i]], strip[order[i + 1]], strip[order[i + 2]], strip[order[i + 3]] };

      SUFFIX (top_merge) (&top, four);
    }
  for (; i < end; i++)
    SUFFIX (top_insert) (&top, strip[order[i]]);

  tile->top[seen] = top;
}

static inline guint
SUFFIX (tile_run_short) (SUFFIX (Tile) * tile)
{
  guint nan_lanes = SUFFIX (tile_load_strip) (tile);

  SUFFIX (tile_take_strip) (tile, TRUE);
  SUFFIX (tile_take_strip) (tile, FALSE);

  return nan_lanes;
}

/* From the last class to the first, so that the first of equals remains. @wanted is looked for
 * beside the largest; where it is not on this side, it is NaN.
 */
static inline void
SUFFIX (tile_find_in_strip) (SUFFIX (Tile) * tile,
                             gboolean seen,
                             SUFFIX (Vector) wanted,
                             SUFFIX (Vector) * found)
{
  const SUFFIX (Indices) zero = { 0 };
  const gint32 *order = tile->classes->order;
  gsize begin = SUFFIX (side_begin) (tile->classes, seen);
  SUFFIX (Vector) largest = tile->top[seen].value[0];
  SUFFIX (Vector) best = (SUFFIX (Vector)) zero;

#pragma GCC unroll 4
  for (gsize i = SUFFIX (side_end) (tile->classes, seen); i-- > begin;)
    {
      SUFFIX (Vector) value = tile->strip[order[i]];
      SUFFIX (Vector) index = (SUFFIX (Vector)) (zero + (INTEGER) order[i]);

      best = SUFFIX (choose_equal) (value, largest, index, best);
      *found = SUFFIX (choose_equal) (value, wanted, index, *found);
    }

  tile->best_class[seen] = (SUFFIX (Indices)) best;
}
