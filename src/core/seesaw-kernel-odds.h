/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The log-odds of a sample's being of an unseen class. Included once for each floating type, so
 * there is no guard.
 */

typedef REAL SUFFIX (Few) __attribute__ ((vector_size (TERMS * sizeof (REAL))));

static inline Terms
SUFFIX (load_terms) (const REAL *values)
{
  SUFFIX (Few) few;

  memcpy (&few, values, sizeof few);

  return __builtin_convertvector(few, Terms);
}

/* Adds exp (logit − best of its side) of the classes of a word, from @first on, to the sums of
 * the sides.
 */
static G_ALWAYS_INLINE inline void
SUFFIX (add_terms) (const REAL logits[64],
                    gsize first,
                    gsize n_classes,
                    const SeesawWord *sides,
                    const Longs best[2],
                    Terms sums[2])
{
  for (gsize start = first / CHAINED * CHAINED; start < n_classes; start += CHAINED)
    {
      Longs seen[N_CHAINS];
      Longs unseen[N_CHAINS];
      Terms x[N_CHAINS];

      for (gsize i = 0; i < N_CHAINS; i++)
        {
          gsize c = start + i * TERMS;

          seen[i] = on_side (sides, TRUE, c);
          unseen[i] = on_side (sides, FALSE, c);
          x[i] = SUFFIX (load_terms) (logits + c) -
                 (Terms) choose_longs (seen[i], best[TRUE], best[FALSE]);
        }

      exp_of_negative (x);

      for (int i = 0; i < N_CHAINS; i++)
        {
          sums[TRUE] += (Terms) ((Longs) x[i] & seen[i]);
          sums[FALSE] += (Terms) ((Longs) x[i] & unseen[i]);
        }
    }
}

/* LSE_U − LSE_S. An infinite maximum is its side's LSE. */
static double
SUFFIX (log_odds) (const SeesawClasses *classes,
                   const REAL *row,
                   double best_seen,
                   double best_unseen)
{
  const Longs best[2] = { as_longs (best_unseen), as_longs (best_seen) };
  gsize n_classes = classes->n_classes;
  Terms sums[2] = { { 0 } };
  double sum[2] = { 0.0 };

  if (isinf (best_seen) || isinf (best_unseen))
    return best_unseen - best_seen;

  if (n_classes < 64)
    {
      REAL padded[64] = { 0 };

      memcpy (padded, row, n_classes * sizeof *row);
      SUFFIX (add_terms) (padded, 0, n_classes, classes->words, best, sums);
    }
  else
    for (gsize c = 0; c < n_classes; c += 64)
      {
        gsize begin = MIN (c, n_classes - 64);

        SUFFIX (add_terms) (row + begin, c - begin, 64, &classes->words[c / 64], best, sums);
      }

  for (gsize i = 0; i < TERMS; i++)
    {
      sum[TRUE] += sums[TRUE][i];
      sum[FALSE] += sums[FALSE][i];
    }

  return (best_unseen - best_seen) + log (sum[FALSE] / sum[TRUE]);
}
