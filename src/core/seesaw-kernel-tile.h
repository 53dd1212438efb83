/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From rows to the largest few of each side, for as many rows as a register has lanes. Included
 * once for each floating type.
 */

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
