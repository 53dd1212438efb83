/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SeesawScalar:
 * @SEESAW_SCALAR_F16: IEEE 754 half precision
 * @SEESAW_SCALAR_F32: single precision
 * @SEESAW_SCALAR_F64: double precision
 *
 * How real numbers lie in memory, in the byte order of the machine.
 */
typedef enum
{
  SEESAW_SCALAR_F16,
  SEESAW_SCALAR_F32,
  SEESAW_SCALAR_F64,
} SeesawScalar;

gsize seesaw_scalar_size (SeesawScalar scalar);
void seesaw_scalar_to_single (gconstpointer values, SeesawScalar scalar, gsize n, float *singles);
void seesaw_scalar_to_double (gconstpointer values, SeesawScalar scalar, gsize n, double *doubles);

G_END_DECLS
