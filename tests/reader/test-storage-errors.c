/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Datasets that are stored in other files, through filters that are not known, not at all, or not
 * as they claim.
 */

#include "fixture.h"

#include <glib/gstdio.h>

static char *folder;

static void
external_link (const char *path, hid_t file)
{
  H5Ldelete (file, "test/label", H5P_DEFAULT);
  H5Lcreate_external ("/etc/passwd", "/x", file, "test/label", H5P_DEFAULT, H5P_DEFAULT);
}

static void
soft_link_to_external (const char *path, hid_t file)
{
  H5Lcreate_external ("other.h5", "/x", file, "outside", H5P_DEFAULT, H5P_DEFAULT);
  H5Ldelete (file, "test/label", H5P_DEFAULT);
  H5Lcreate_soft ("/outside", file, "test/label", H5P_DEFAULT, H5P_DEFAULT);
}

static void
link_loop (const char *path, hid_t file)
{
  H5Ldelete (file, "test/label", H5P_DEFAULT);
  H5Lcreate_soft ("/test/label", file, "test/label", H5P_DEFAULT, H5P_DEFAULT);
}

static void
create_stored (hid_t file, hid_t creation, hid_t space)
{
  H5Ldelete (file, "test/logit", H5P_DEFAULT);
  H5Dclose (
      H5Dcreate2 (file, "test/logit", H5T_NATIVE_FLOAT, space, H5P_DEFAULT, creation, H5P_DEFAULT));
  H5Sclose (space);
  H5Pclose (creation);
}

static hid_t
logit_space (void)
{
  const hsize_t dims[] = { FIXTURE_EPOCHS, FIXTURE_SAMPLES, FIXTURE_CLASSES };

  return H5Screate_simple (3, dims, NULL);
}

static void
external_storage (const char *path, hid_t file)
{
  hid_t creation = H5Pcreate (H5P_DATASET_CREATE);

  H5Pset_external (creation, "/etc/passwd", 0, H5F_UNLIMITED);
  create_stored (file, creation, logit_space ());
}

static void
virtual_dataset (const char *path, hid_t file)
{
  hid_t creation = H5Pcreate (H5P_DATASET_CREATE);
  hid_t space = logit_space ();

  H5Pset_virtual (creation, space, "other.h5", "/x", space);
  create_stored (file, creation, space);
}

static hid_t
new_chunked (void)
{
  const hsize_t chunk[] = { 1, 16, FIXTURE_CLASSES };
  hid_t creation = H5Pcreate (H5P_DATASET_CREATE);

  H5Pset_chunk (creation, 3, chunk);

  return creation;
}

static void
unknown_filter (const char *path, hid_t file)
{
  hid_t creation = new_chunked ();

  H5Pset_filter (creation, 32000, H5Z_FLAG_OPTIONAL, 0, NULL);
  create_stored (file, creation, logit_space ());
}

static void
never_written (const char *path, hid_t file)
{
  create_stored (file, new_chunked (), logit_space ());
}

static void
short_chunk (const char *path, hid_t file)
{
  /* "short" as a zlib stream: five bytes instead of 448. */
  static const guint8 stream[] = { 0x78, 0x9c, 0x2b, 0xce, 0xc8, 0x2f, 0x2a,
                                   0x01, 0x00, 0x06, 0x9c, 0x02, 0x35 };
  hid_t creation = new_chunked ();
  hid_t dataset;

  H5Pset_deflate (creation, 4);
  create_stored (file, creation, logit_space ());
  dataset = H5Dopen2 (file, "test/logit", H5P_DEFAULT);
  for (hsize_t row = 0; row < FIXTURE_SAMPLES; row += 16)
    {
      const hsize_t offset[] = { 0, row, 0 };

      H5Dwrite_chunk (dataset, H5P_DEFAULT, 0, offset, sizeof stream, stream);
    }
  H5Dclose (dataset);
}

static void
huge_labels (const char *path, hid_t file)
{
  const hsize_t dims[] = { (hsize_t) 1 << 40 };
  const hsize_t chunk[] = { 1024 };
  hid_t creation = H5Pcreate (H5P_DATASET_CREATE);
  hid_t space = H5Screate_simple (1, dims, NULL);

  H5Pset_chunk (creation, 1, chunk);
  H5Ldelete (file, "test/label", H5P_DEFAULT);
  H5Ldelete (file, "test/logit", H5P_DEFAULT);
  H5Dclose (
      H5Dcreate2 (file, "test/label", H5T_NATIVE_INT32, space, H5P_DEFAULT, creation, H5P_DEFAULT));
  H5Sclose (space);
  {
    const hsize_t logit_dims[] = { FIXTURE_EPOCHS, dims[0], FIXTURE_CLASSES };
    const hsize_t logit_chunk[] = { 1, 1024, FIXTURE_CLASSES };

    H5Pset_chunk (creation, 3, logit_chunk);
    space = H5Screate_simple (3, logit_dims, NULL);
    H5Dclose (H5Dcreate2 (file, "test/logit", H5T_NATIVE_FLOAT, space, H5P_DEFAULT, creation,
                          H5P_DEFAULT));
    H5Sclose (space);
  }
  H5Pclose (creation);
}

static void
huge_chunks (const char *path, hid_t file)
{
  const hsize_t dims[] = { FIXTURE_EPOCHS, FIXTURE_SAMPLES, FIXTURE_CLASSES };
  const hsize_t largest[] = { H5S_UNLIMITED, H5S_UNLIMITED, H5S_UNLIMITED };
  const hsize_t chunk[] = { 1, 1 << 20, 1 << 9 };
  hid_t creation = H5Pcreate (H5P_DATASET_CREATE);

  H5Pset_chunk (creation, 3, chunk);
  create_stored (file, creation, H5Screate_simple (3, dims, largest));
}

static const FixtureWrong wrongs[] = {
  { "external-link", external_link, SEESAW_ERROR_UNSUPPORTED, "/test/label is a link" },
  { "soft-link-to-external", soft_link_to_external, SEESAW_ERROR_DAMAGED, "/test/label" },
  { "link-loop", link_loop, SEESAW_ERROR_DAMAGED, "/test/label" },
  { "external-storage", external_storage, SEESAW_ERROR_UNSUPPORTED, "other files" },
  { "virtual-dataset", virtual_dataset, SEESAW_ERROR_UNSUPPORTED, "other files" },
  { "unknown-filter", unknown_filter, SEESAW_ERROR_UNSUPPORTED, "filter 32000" },
  { "never-written", never_written, SEESAW_ERROR_DAMAGED, "was never written" },
  { "short-chunk", short_chunk, SEESAW_ERROR_DAMAGED, "does not decompress" },
  { "huge-labels", huge_labels, SEESAW_ERROR_DAMAGED, "/test/label claims" },
  { "huge-chunks", huge_chunks, SEESAW_ERROR_UNSUPPORTED, "chunks too large" },
};

static void
test_wrong (gconstpointer data)
{
  fixture_test_wrong (folder, data);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_cases ("/storage-errors/", wrongs, G_N_ELEMENTS (wrongs), sizeof *wrongs, test_wrong);

  return fixture_run (&folder);
}
