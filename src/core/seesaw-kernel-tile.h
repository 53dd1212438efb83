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
  const REAL *ahead;                       /* long rows only: what is asked for next */
  gboolean has_nan;                        /* long rows only: whether any is listed */
  SUFFIX (Vector) strip[CLASSES_IN_STRIP]; /* short rows only; in classes->order */
  REAL rest[CLASSES_IN_STRIP * LANES];     /* short rows only, where there are fewer */
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

/* A square of LANES classes from @first on goes into the strip; returns whether it has a NaN.
 * Processors foresee reading along a row, but not from row to row: short rows of the next tile
 * are asked for here.
 */
static inline gboolean
SUFFIX (tile_load_square) (SUFFIX (Tile) * tile, const REAL *rows, gsize first)
{
  const gint32 *places = tile->classes->places + first;
  const gsize n_classes = tile->classes->n_classes;
  const REAL *next = rows + (n_classes + first) * (gsize) LANES;
  SUFFIX (Vector) square[LANES];

  for (int lane = 0; lane < LANES; lane += 64 / VECTOR_BYTES)
    __builtin_prefetch (next + lane * LANES);
  SUFFIX (load_turned) (rows + first, n_classes, square);
  for (int lane = 0; lane < LANES; lane++)
    tile->strip[places[lane]] = square[lane];

  return SUFFIX (has_nan) (square);
}

/* The rows one behind the other, whole squares of them. */
static inline const REAL *
SUFFIX (tile_get_rows) (SUFFIX (Tile) * tile)
{
  gsize n_classes = tile->classes->n_classes;

  if (tile->n_rows == (gsize) LANES)
    return tile->row[0];

  for (gsize lane = 0; lane < (gsize) LANES; lane++)
    memcpy (tile->rest + lane * n_classes, tile->row[lane], n_classes * sizeof (REAL));

  return tile->rest;
}

/* Fills the strip, NaNs as −∞; returns whether there were any. The last square goes back to
 * overlap with the one before it.
 */
static inline gboolean
SUFFIX (tile_load_strip) (SUFFIX (Tile) * tile)
{
  const gsize lanes = (gsize) LANES;
  gsize n_classes = tile->classes->n_classes;
  const REAL *rows = SUFFIX (tile_get_rows) (tile);
  SUFFIX (Vector) *strip = tile->strip;
  gboolean has_nan = FALSE;

  for (gsize c = 0; c + lanes <= n_classes; c += lanes)
    has_nan |= SUFFIX (tile_load_square) (tile, rows, c);

  if (n_classes % lanes != 0 && n_classes > lanes)
    has_nan |= SUFFIX (tile_load_square) (tile, rows, n_classes - lanes);

  for (gsize i = 0; i < n_classes && n_classes < lanes; i++)
    for (int lane = 0; lane < LANES; lane++)
      {
        strip[i][lane] = tile->row[lane][tile->classes->order[i]];
        has_nan |= strip[i][lane] != strip[i][lane];
      }

  for (gsize c = 0; c < n_classes && has_nan; c++)
    strip[c] = SUFFIX (larger) (strip[c], SUFFIX (fill) ((REAL) -INFINITY));

  return has_nan;
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
  const SUFFIX (Vector) *strip = tile->strip;
  gsize end = SUFFIX (side_end) (tile->classes, seen);
  gsize i = SUFFIX (side_begin) (tile->classes, seen);
  SUFFIX (Top) top = tile->top[seen];

#pragma GCC unroll 2
  for (; i + 4 <= end; i += 4)
    {
      SUFFIX (Vector) four[4] = { strip[i], strip[i + 1], strip[i + 2], strip[i + 3] };

      SUFFIX (top_merge) (&top, four);
    }
  for (; i < end; i++)
    SUFFIX (top_insert) (&top, strip[i]);

  tile->top[seen] = top;
}

static inline gboolean
SUFFIX (tile_run_short) (SUFFIX (Tile) * tile)
{
  gboolean has_nan = SUFFIX (tile_load_strip) (tile);

  SUFFIX (tile_take_strip) (tile, TRUE);
  SUFFIX (tile_take_strip) (tile, FALSE);

  return has_nan;
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
      SUFFIX (Vector) value = tile->strip[i];
      SUFFIX (Vector) index = (SUFFIX (Vector)) (zero + (INTEGER) order[i]);

      best = SUFFIX (choose_equal) (value, largest, index, best);
      *found = SUFFIX (choose_equal) (value, wanted, index, *found);
    }

  tile->best_class[seen] = (SUFFIX (Indices)) best;
}
