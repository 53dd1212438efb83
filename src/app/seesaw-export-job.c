/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing figures takes a worker: a page of many points may need a while. */

#include "config.h"

#include "seesaw-export-job.h"

#include <glib/gstdio.h>

typedef struct
{
  SeesawExportContent *content;
  SeesawPage *page;
  char *path;
  gboolean with_data;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  seesaw_export_content_unref (job->content);
  g_clear_pointer (&job->page, seesaw_page_free);
  g_free (job->path);
  g_free (job);
}

static void
run (SeesawExportContent *content,
     const SeesawFigureSettings *settings,
     const char *path,
     GTaskThreadFunc function,
     GTask *task)
{
  Job *job = g_new0 (Job, 1);
  GError *error = NULL;

  job->content = seesaw_export_content_ref (content);
  job->path = g_strdup (path);
  job->with_data = settings->with_data;
  g_task_set_task_data (task, job, job_free);
  job->page = seesaw_export_content_make_page (content, settings, &error);
  if (job->page == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, function);
  g_object_unref (task);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;

  if (seesaw_page_write (job->page, job->path, &error) &&
      (!job->with_data || seesaw_export_content_write_data (job->content, job->path, &error)))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * seesaw_export_write_async:
 * @content: what is written
 * @settings: how it looks, and whether its numbers are written, too
 * @path: the file; its name says which format
 * @callback: (scope async): is called in the end
 * @user_data: for @callback
 */
void
seesaw_export_write_async (SeesawExportContent *content,
                           const SeesawFigureSettings *settings,
                           const char *path,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  run (content, settings, path, write_in_thread, g_task_new (NULL, NULL, callback, user_data));
}

/**
 * seesaw_export_write_finish:
 * @error: return location for an error
 *
 * Returns: whether all was written
 */
gboolean
seesaw_export_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* The bytes that a file would get. */
static GBytes *
print (const Job *job, const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *bytes = NULL;
  gsize length = 0;
  gboolean is_read = seesaw_page_write (job->page, path, error) &&
                     g_file_get_contents (path, &bytes, &length, error);

  g_remove (path);

  return is_read ? g_bytes_new_take (bytes, length) : NULL;
}

static GdkContentProvider *
new_content (GBytes *png, GBytes *svg, GError **error)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (png, error);
  GdkContentProvider *kinds[2];

  if (texture == NULL)
    return NULL;

  kinds[0] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
  kinds[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);

  return gdk_content_provider_new_union (kinds, G_N_ELEMENTS (kinds));
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("seesaw-XXXXXX", &error);
  g_autoptr (GBytes) png = folder != NULL ? print (data, folder, "figure.png", &error) : NULL;
  g_autoptr (GBytes) svg = png != NULL ? print (data, folder, "figure.svg", &error) : NULL;
  GdkContentProvider *content = svg != NULL ? new_content (png, svg, &error) : NULL;

  if (folder != NULL)
    g_rmdir (folder);
  if (content != NULL)
    g_task_return_pointer (task, content, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * seesaw_export_copy_async:
 * @content: what is copied
 * @settings: how it looks
 * @callback: (scope async): is called in the end
 * @user_data: for @callback
 */
void
seesaw_export_copy_async (SeesawExportContent *content,
                          const SeesawFigureSettings *settings,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  run (content, settings, NULL, copy_in_thread, g_task_new (NULL, NULL, callback, user_data));
}

/**
 * seesaw_export_copy_finish:
 * @error: return location for an error
 *
 * Returns: (transfer full): the figure for the clipboard, as pixels and as SVG
 */
GdkContentProvider *
seesaw_export_copy_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
