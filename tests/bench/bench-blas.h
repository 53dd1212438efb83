/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cblas.h>
#include <glib.h>

/* What the benchmarks against OpenBLAS share. */

typedef void (*BenchFunc) (gpointer data);

void bench_print_setup (void);
double bench_measure (BenchFunc func, gpointer data, int n_repeats);
void bench_compare (const BenchFunc *funcs, gpointer data, int n_repeats, double *seconds);
void bench_fill (GRand *rand, float *values, gsize n);
