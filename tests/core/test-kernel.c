/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute.h"
#include "seesaw-kernel.h"

#include <string.h>

/* Which loops run depends on the processor; all that this one can run must agree. */
static void
assert_same_samples (const SeesawSamples *a, const SeesawSamples *b)
{
  for (gsize i = 0; i < a->n_samples; i++)
    {
      assert_same (a->log_odds[i], b->log_odds[i]);
      a->log_odds[i] = b->log_odds[i];
    }

  g_assert_cmpmem (a->gap, seesaw_samples_size (a->n_samples), b->gap,
                   seesaw_samples_size (b->n_samples));
}

static void
compare_kernel (const SeesawKernel *kernel)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);

  for (int round = 0; round < 100; round++)
    {
      gsize n_classes = (gsize) g_rand_int_range (rand, 2, round % 4 == 0 ? 1500 : 400);
      g_autoptr (Case) random = case_new_random (rand, 33, n_classes, 0.5, round % 2 * 0.02);
      g_autofree float *f32 = case_convert (random, SEESAW_SCALAR_F32);
      g_autoptr (SeesawSamples) expected = case_reduce (random, SEESAW_SCALAR_F32);
      g_autoptr (SeesawSamples) single = seesaw_samples_new (random->n_samples);
      g_autoptr (SeesawSamples) twice = seesaw_samples_new (random->n_samples);
      SeesawKernelJob job = { random->classes, single, TRUE };

      memcpy (single->label, random->labels, random->n_samples * sizeof (gint32));
      memcpy (twice->label, random->labels, random->n_samples * sizeof (gint32));
      kernel->reduce_f32 (&job, f32, 0, random->n_samples);
      job.samples = twice;
      kernel->reduce_f64 (&job, random->logits, 0, random->n_samples);

      assert_same_samples (single, expected);
      assert_same_samples (twice, expected);
    }
}

/* Sums run in the same lanes everywhere, so they agree to the last bit. */
static void
compare_vectors (const SeesawKernel *kernel)
{
  const SeesawKernel *generic = &seesaw_kernel_generic;
  g_autoptr (GRand) rand = g_rand_new_with_seed (18);

  for (gsize n = 1; n < 70; n++)
    {
      g_autofree double *now = brute_new_values (rand, n);
      g_autofree double *then = brute_new_values (rand, n);
      g_autofree float *now_f32 = brute_convert (now, n, SEESAW_SCALAR_F32);
      g_autofree float *then_f32 = brute_convert (then, n, SEESAW_SCALAR_F32);
      g_autofree double *changes = g_new (double, 2 * n);
      SeesawKernelChange a;
      SeesawKernelChange b;

      now[n / 2] = now_f32[n / 2] = 0.1f; /* so that sums are rounded */
      a = kernel->change_f32 (now_f32, then_f32, n, changes);
      b = generic->change_f64 (now, then, n, changes + n);
      g_assert_cmpmem (&a, sizeof a, &b, sizeof b);
      g_assert_cmpmem (changes, n * sizeof *changes, changes + n, n * sizeof *changes);
      g_assert_cmpfloat (kernel->dot (now, then, n), ==, generic->dot (now, then, n));
      g_assert_cmpfloat (kernel->square_around (now, a.mean, n), ==,
                         generic->square_around (now, a.mean, n));

      assert_same (a.product, brute_dot (now, then, n));
      assert_same (a.square, brute_dot (changes, changes, n));
      assert_same (kernel->dot (now, now, n), a.now_square);
      assert_same (kernel->square_around (then, 0.0, n), a.then_square);
    }
}

static void
test_generic (void)
{
  compare_kernel (&seesaw_kernel_generic);
  compare_vectors (&seesaw_kernel_generic);
}

static void
test_widen (void)
{
  guint16 all[65536];
  g_autofree float *widened = g_new (float, G_N_ELEMENTS (all));

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    all[i] = (guint16) i;
  seesaw_kernel_generic.widen_f16 (all, G_N_ELEMENTS (all), widened);

  /* The smallest subnormal, the smallest normal, one, the largest, and both infinities. */
  g_assert_cmpfloat (widened[0x0001], ==, 0x1p-24f);
  g_assert_cmpfloat (widened[0x0400], ==, 0x1p-14f);
  g_assert_cmpfloat (widened[0x3c00], ==, 1.0f);
  g_assert_cmpfloat (widened[0xbc00], ==, -1.0f);
  g_assert_cmpfloat (widened[0x7bff], ==, 65504.0f);
  g_assert_true (widened[0x7c00] > 65504.0f);
  g_assert_true (widened[0xfc00] < -65504.0f);
  g_assert_true (widened[0x7e00] != widened[0x7e00]);
}

#if defined(__x86_64__)
static void
test_avx2 (void)
{
  if (__builtin_cpu_supports ("avx2"))
    {
      compare_kernel (&seesaw_kernel_avx2);
      compare_vectors (&seesaw_kernel_avx2);
    }
  else
    g_test_skip ("this processor has no AVX2");
}

static void
test_avx512 (void)
{
  if (__builtin_cpu_supports ("avx512f") && __builtin_cpu_supports ("avx512vl"))
    {
      compare_kernel (&seesaw_kernel_avx512);
      compare_vectors (&seesaw_kernel_avx512);
    }
  else
    g_test_skip ("this processor has no AVX-512");
}

static void
test_widen_agrees (void)
{
  guint16 all[65536];
  g_autofree float *by_hand = g_new (float, G_N_ELEMENTS (all));
  g_autofree float *by_instruction = g_new (float, G_N_ELEMENTS (all));

  if (!__builtin_cpu_supports ("avx2"))
    {
      g_test_skip ("this processor has no AVX2");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    all[i] = (guint16) i;
  seesaw_kernel_generic.widen_f16 (all, G_N_ELEMENTS (all), by_hand);
  seesaw_kernel_avx2.widen_f16 (all, G_N_ELEMENTS (all), by_instruction);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_assert_true (by_hand[i] == by_instruction[i] ||
                   (by_hand[i] != by_hand[i] && by_instruction[i] != by_instruction[i]));
}
#endif

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kernel/generic", test_generic);
  g_test_add_func ("/kernel/widen", test_widen);
#if defined(__x86_64__)
  g_test_add_func ("/kernel/avx2", test_avx2);
  g_test_add_func ("/kernel/avx512", test_avx512);
  g_test_add_func ("/kernel/widen/agrees", test_widen_agrees);
#endif

  return g_test_run ();
}
