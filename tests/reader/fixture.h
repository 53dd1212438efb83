/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-error.h"

#include <glib.h>
#include <hdf5.h>

#define FIXTURE_EPOCHS 3
#define FIXTURE_SAMPLES 53
#define FIXTURE_TRAIN 17
#define FIXTURE_FOLD 11
#define FIXTURE_CLASSES 7
#define FIXTURE_FEATURES 6

/* What fixture_logit() is given for other numbers than logits. */
enum
{
  FIXTURE_SEED_TEST = 10,
  FIXTURE_SEED_TRAIN,
  FIXTURE_SEED_WEIGHT,
  FIXTURE_SEED_BIAS,
};

/* How the logits of a small run are stored. Their values do not depend on it: multiples of 1/8
 * that even half precision holds exactly.
 */
typedef struct
{
  const char *name;
  int bits; /* 16, 32 or 64 */
  gboolean big_endian;
  hsize_t chunk[3]; /* chunk[0] = 0: contiguous */
  gboolean shuffle;
  gboolean deflate;
  gboolean fletcher;
  gboolean compact;
} Storage;

/* What is done to a sound run, and how its reading fails then. */
typedef struct
{
  const char *name;
  void (*spoil) (const char *path, hid_t file);
  SeesawError code;
  const char *says; /* must be part of the message */
} FixtureWrong;

extern const Storage fixture_plain;

char *fixture_new_path (const char *folder, const char *name);
void fixture_write (const char *path, const Storage *storage);
double fixture_logit (guint seed, gsize epoch, gsize sample, gsize c);
int fixture_label (guint seed, gsize sample);
gboolean fixture_is_seen (gsize c);
gboolean fixture_is_pseudo_seen (gsize c);

void fixture_write_features (const char *path, const Storage *storage);
void fixture_write_matrix (hid_t file,
                           const char *dataset,
                           const Storage *storage,
                           guint seed,
                           gsize n_epochs,
                           gsize n_rows,
                           gsize n_columns);

hid_t fixture_reopen (const char *path);
void fixture_replace (hid_t file,
                      const char *dataset,
                      hid_t type,
                      int rank,
                      const hsize_t *dims,
                      const void *values);

void fixture_assert_fails (const char *path, SeesawError code, const char *says);
void fixture_test_wrong (const char *folder, const FixtureWrong *wrong);

/* Tests of cases, each of which begins with its name; then all tests, in a folder of their own. */
void fixture_add_cases (const char *prefix,
                        gconstpointer cases,
                        gsize n_cases,
                        gsize case_size,
                        GTestDataFunc test);
int fixture_run (char **folder);
