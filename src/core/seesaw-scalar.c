/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-scalar.h"

#include "seesaw-kernel.h"

#include <string.h>

/**
 * seesaw_kernel_choose:
 *
 * Returns: (transfer none): the loops for the best instruction set that the processor has
 */
const SeesawKernel *
seesaw_kernel_choose (void)
{
#if defined(SEESAW_HAVE_X86_KERNELS)
  if (__builtin_cpu_supports ("avx512f") && __builtin_cpu_supports ("avx512vl") &&
      __builtin_cpu_supports ("avx512bw") && __builtin_cpu_supports ("avx512dq"))
    return &seesaw_kernel_avx512;

  if (__builtin_cpu_supports ("avx2"))
    return &seesaw_kernel_avx2;
#endif

  return &seesaw_kernel_generic;
}

/**
 * seesaw_scalar_size:
 * @scalar: a floating type
 *
 * Returns: bytes of one value
 */
gsize
seesaw_scalar_size (SeesawScalar scalar)
{
  static const gsize sizes[] = { 2, 4, 8 };

  return sizes[scalar];
}

/**
 * seesaw_scalar_to_single:
 * @values: `[n]`
 * @scalar: their type
 * @n: number of values
 * @singles: (out): `[n]`
 */
void
seesaw_scalar_to_single (gconstpointer values, SeesawScalar scalar, gsize n, float *singles)
{
  const double *doubles = values;

  if (scalar == SEESAW_SCALAR_F16)
    seesaw_kernel_choose ()->widen_f16 (values, n, singles);
  else if (scalar == SEESAW_SCALAR_F32)
    memcpy (singles, values, n * sizeof *singles);
  else
    for (gsize i = 0; i < n; i++)
      singles[i] = (float) doubles[i];
}

/**
 * seesaw_scalar_to_double:
 * @values: `[n]`
 * @scalar: their type
 * @n: number of values
 * @doubles: (out): `[n]`
 */
void
seesaw_scalar_to_double (gconstpointer values, SeesawScalar scalar, gsize n, double *doubles)
{
  const SeesawKernel *kernel = seesaw_kernel_choose ();
  const guint16 *halves = values;
  float singles[256];

  if (scalar == SEESAW_SCALAR_F64)
    memcpy (doubles, values, n * sizeof *doubles);
  else if (scalar == SEESAW_SCALAR_F32)
    kernel->widen_f32 (values, n, doubles);
  else
    for (gsize done = 0; done < n; done += G_N_ELEMENTS (singles))
      {
        gsize part = MIN (G_N_ELEMENTS (singles), n - done);

        kernel->widen_f16 (halves + done, part, singles);
        kernel->widen_f32 (singles, part, doubles + done);
      }
}
