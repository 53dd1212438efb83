/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A folder, opened in place of the runs in it. */

#include "config.h"

#include "seesaw-folder.h"

#include <glib/gi18n.h>

static gboolean
is_run (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ".h5") || g_str_has_suffix (lower, ".hdf5");
}

/* Numbers in names by size, as file managers do. */
static int
compare_names (gconstpointer a, gconstpointer b)
{
  g_autofree char *x = g_file_get_basename (*(GFile *const *) a);
  g_autofree char *y = g_file_get_basename (*(GFile *const *) b);
  g_autofree char *display_x = g_filename_display_name (x);
  g_autofree char *display_y = g_filename_display_name (y);
  g_autofree char *key_x = g_utf8_collate_key_for_filename (display_x, -1);
  g_autofree char *key_y = g_utf8_collate_key_for_filename (display_y, -1);

  return strcmp (key_x, key_y);
}

static GPtrArray *
list_runs (GFile *folder, GError **error)
{
  g_autofree char *path = g_file_get_path (folder);
  g_autoptr (GDir) dir = g_dir_open (path, 0, error);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  const char *name;

  if (dir == NULL)
    return NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (is_run (name))
      g_ptr_array_add (files, g_file_get_child (folder, name));
  g_ptr_array_sort (files, compare_names);

  if (files->len == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _ ("%s: there are no HDF5 files (*.h5, *.hdf5) in this folder"), path);
      return NULL;
    }

  return g_steal_pointer (&files);
}

static void
run_list (GTask *task, gpointer folder, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *files = list_runs (folder, &error);

  if (files != NULL)
    g_task_return_pointer (task, files, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * seesaw_folder_is:
 * @file: a file
 *
 * Returns: whether it is a folder on this computer
 */
gboolean
seesaw_folder_is (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  return path != NULL && g_file_test (path, G_FILE_TEST_IS_DIR);
}

/**
 * seesaw_folder_list_runs:
 * @folder: a folder on this computer
 * @cancellable: (nullable): cancelling answers at once, even if the disk does not
 * @callback: called with the files
 * @user_data: for @callback
 *
 * Finds the HDF5 files in a folder, but not in those within it, without blocking.
 */
void
seesaw_folder_list_runs (GFile *folder,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (folder, cancellable, callback, user_data);

  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, run_list);
}

/**
 * seesaw_folder_list_runs_finish:
 * @result: as given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type GFile): the files, by name; %NULL with @error set if there
 *   are none
 */
GPtrArray *
seesaw_folder_list_runs_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
