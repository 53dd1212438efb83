/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where labels stand among the largest few of both sides. Included once for each floating type. */

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

/* A lane a row. */
typedef struct
{
  SUFFIX (Indices) label;       /* 0 for "no label": what follows is then not looked at */
  SUFFIX (Vector) value;        /* logit of the label */
  SUFFIX (Vector) seen;         /* 1 or 0 */
  SUFFIX (Vector) other;        /* largest logit of its side beside it */
  SUFFIX (Vector) rank;         /* classes of its side ahead of it, at most SEESAW_TOP_K */
  SUFFIX (Vector) tied;         /* entries of the list that equal it, itself among them */
  SUFFIX (Vector) rival;        /* the entry of the other side that must not pass it */
  SUFFIX (Vector) nth;          /* which of the equals of @rival that is, from 1 */
  SUFFIX (Indices) rival_class; /* class of the first of those */
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

static inline void
SUFFIX (standing_gather) (SUFFIX (Standing) * self,
                          const SUFFIX (Tile) * tile,
                          const gint32 *labels)
{
  INTEGER label[LANES] = { 0 };
  REAL value[LANES];
  REAL seen[LANES];

  for (gsize lane = 0; lane < tile->n_rows; lane++)
    label[lane] = MAX (labels[lane], 0);
  for (gsize lane = 0; lane < (gsize) LANES; lane++)
    {
      value[lane] = tile->row[lane][label[lane]];
      seen[lane] = tile->classes->seen[label[lane]];
    }

  memcpy (&self->label, label, sizeof label);
  self->seen = SUFFIX (load) (seen);
  self->value = SUFFIX (larger) (SUFFIX (load) (value), SUFFIX (fill) ((REAL) -INFINITY));
}

static inline void
SUFFIX (standing_init) (SUFFIX (Standing) * self, const SUFFIX (Tile) * tile, const gint32 *labels)
{
  const SUFFIX (Vector) zero = { 0 };
  const SUFFIX (Vector) one = SUFFIX (fill) (1);
  SUFFIX (Vector) own[2];

  SUFFIX (standing_gather) (self, tile, labels);

  self->rank = self->tied = zero;
  for (int k = 0; k < SEESAW_TOP_K; k++)
    {
      SUFFIX (Vector)
      mine =
          SUFFIX (choose) (self->seen, zero, tile->top[TRUE].value[k], tile->top[FALSE].value[k]);

      self->rank += SUFFIX (choose) (mine, self->value, one, zero);
      self->tied += SUFFIX (choose_equal) (mine, self->value, one, zero);
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

/* While at it, the best class of each side is found. */
static inline void
SUFFIX (standing_find_classes) (SUFFIX (Standing) * self, SUFFIX (Tile) * tile)
{
  const SUFFIX (Vector) zero = { 0 };
  const SUFFIX (Vector) nothing = SUFFIX (fill) ((REAL) NAN);
  SUFFIX (Vector) found = zero;

  for (int seen = FALSE; seen <= TRUE; seen++)
    {
      SUFFIX (Vector)
      wanted = seen ? SUFFIX (choose) (self->seen, zero, nothing, self->rival)
                    : SUFFIX (choose) (self->seen, zero, self->rival, nothing);

      if (SUFFIX (classes_are_few) (tile->classes))
        SUFFIX (tile_find_in_strip) (tile, seen, wanted, &found);
      else
        SUFFIX (tile_find_in_list) (tile, seen, wanted, &found);
    }

  self->rival_class = (SUFFIX (Indices)) found;
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
                              const gint32 *labels)
{
  const REAL top_k = SEESAW_TOP_K;
  const SUFFIX (Vector) one = SUFFIX (fill) (1);
  const SUFFIX (Vector) last = SUFFIX (fill) (top_k - 1);

  if ((SUFFIX (greater_lanes) (self->tied, one) | SUFFIX (equal_lanes) (self->rank, last)) == 0)
    return;

  for (gsize lane = 0; lane < tile->n_rows; lane++)
    if (labels[lane] >= 0 && self->rank[lane] < top_k &&
        (self->tied[lane] > 1 || self->rank[lane] == top_k - 1))
      self->rank[lane] = MIN (
          top_k, self->rank[lane] + SUFFIX (count_ties_before) (tile->classes, tile->row[lane],
                                                                labels[lane], self->value[lane]));
}
