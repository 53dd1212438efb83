/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Making, writing and copying figures takes a worker: a page of many points may need a while. */

#include "config.h"

#include "seesaw-export-job.h"

/* How much of a job is done when its page is made, is drawn, and its numbers are there. */
#define MADE 0.2
#define DRAWN 0.5
#define NUMBERED 0.7

typedef struct
{
  SeesawExportContent *content;
  SeesawFigureSettings settings;
  char *path;
  SeesawExportProgress progress;
  gpointer user_data; /* lives until the end is told */
} Job;

typedef struct
{
  const Job *job;
  GTask *task;
  double done;
} Step;

static void
job_free (gpointer data)
{
  Job *job = data;

  seesaw_export_content_unref (job->content);
  seesaw_figure_settings_clear (&job->settings);
  g_free (job->path);
  g_free (job);
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_object_unref (step->task);
  g_free (step);
}

/* Nobody hears of steps once the end has been told. */
static gboolean
tell_step (gpointer data)
{
  const Step *step = data;

  if (!g_task_get_completed (step->task))
    step->job->progress (step->done, step->job->user_data);

  return G_SOURCE_REMOVE;
}

/* By a worker, and heard by the one who asked. */
static void
send_step (GTask *task, const Job *job, double done)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Step *step = g_new (Step, 1);

  *step = (Step){ job, g_object_ref (task), done };
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, tell_step, step, step_free);
  g_source_attach (source, g_task_get_context (task));
}

/* By a worker; whether it is to go on. */
static gboolean
reach (GTask *task, double done)
{
  const Job *job = g_task_get_task_data (task);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    return FALSE;

  if (job->progress != NULL)
    send_step (task, job, done);

  return TRUE;
}

static gboolean
go_on_writing (double done, gpointer user_data)
{
  return reach (user_data, NUMBERED + (1.0 - NUMBERED) * done);
}

static void
release (GTask *task, GParamSpec *pspec, GApplication *application)
{
  g_application_release (application);
}

/**
 * seesaw_export_hold_application:
 * @task: one that a worker does
 *
 * The last window may be closed meanwhile, but the application does not end before @task does: a
 * worker that was stopped takes with it what it wrote, and none draws while libraries are unloaded.
 */
void
seesaw_export_hold_application (GTask *task)
{
  GApplication *application = g_application_get_default ();

  if (application == NULL)
    return;

  g_application_hold (application);
  g_signal_connect_object (task, "notify::completed", G_CALLBACK (release), application, 0);
}

/* Takes the task. */
static void
run (GTask *task,
     SeesawExportContent *content,
     const SeesawFigureSettings *settings,
     const char *path,
     SeesawExportProgress progress,
     gpointer user_data,
     GTaskThreadFunc function)
{
  Job *job = g_new0 (Job, 1);

  job->content = seesaw_export_content_ref (content);
  seesaw_figure_settings_init (&job->settings);
  seesaw_figure_settings_copy (&job->settings, settings);
  job->path = g_strdup (path);
  job->progress = progress;
  job->user_data = user_data;
  g_task_set_task_data (task, job, job_free);

  /* What came too late to stop a file does not hide that it is there. */
  g_task_set_check_cancellable (task, FALSE);
  seesaw_export_hold_application (task);
  g_task_run_in_thread (task, function);
  g_object_unref (task);
}

/* Of those who stopped the job, nobody looks for a sentence. */
static void
return_error (GTask *task, GError *error)
{
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_error (task, error);
  else
    g_clear_error (&error);
}

static SeesawPage *
make_page (GTask *task, GError **error)
{
  const Job *job = g_task_get_task_data (task);

  return seesaw_export_content_make_page (job->content, &job->settings, error);
}

static gboolean
write_all (GTask *task, GError **error)
{
  const Job *job = g_task_get_task_data (task);
  g_autoptr (SeesawPage) page = make_page (task, error);
  g_autoptr (GPtrArray) files = seesaw_export_files_new ();

  if (page == NULL || !reach (task, MADE) ||
      !seesaw_page_make_files (page, job->path, files, error) || !reach (task, DRAWN))
    return FALSE;

  if (job->settings.with_data)
    seesaw_export_content_make_data (job->content, job->path, files);

  return reach (task, NUMBERED) && seesaw_export_files_write (files, go_on_writing, task, error);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_all (task, &error))
    g_task_return_boolean (task, TRUE);
  else
    return_error (task, error);
}

/**
 * seesaw_export_write_async:
 * @content: what is written
 * @settings: how it looks, and whether its numbers are written, too
 * @path: the file; its name says which format
 * @cancellable: (nullable): stops it; then there is no new file, and an old one is as it was
 * @progress: (nullable): is called now and then
 * @callback: (scope async): is called in the end
 * @user_data: for both
 */
void
seesaw_export_write_async (SeesawExportContent *content,
                           const SeesawFigureSettings *settings,
                           const char *path,
                           GCancellable *cancellable,
                           SeesawExportProgress progress,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  run (g_task_new (NULL, cancellable, callback, user_data), content, settings, path, progress,
       user_data, write_in_thread);
}

/**
 * seesaw_export_write_finish:
 * @error: return location for an error, %G_IO_ERROR_CANCELLED if it was stopped
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
print (const SeesawPage *page, const char *name, GError **error)
{
  g_autoptr (GPtrArray) files = seesaw_export_files_new ();

  return seesaw_page_make_files (page, name, files, error)
             ? g_bytes_ref (seesaw_export_files_get (files, 0))
             : NULL;
}

/* The bytes themselves come first: what asks for a PNG gets that one, with its dots per inch, and
 * not the pixels written once more.
 */
static GdkContentProvider *
new_content (GBytes *png, GBytes *svg, GError **error)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (png, error);
  GdkContentProvider *kinds[3];

  if (texture == NULL)
    return NULL;

  kinds[0] = gdk_content_provider_new_for_bytes ("image/png", png);
  kinds[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
  kinds[2] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);

  return gdk_content_provider_new_union (kinds, G_N_ELEMENTS (kinds));
}

static GdkContentProvider *
copy_all (GTask *task, GError **error)
{
  g_autoptr (SeesawPage) page = make_page (task, error);
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GBytes) svg = NULL;

  if (page == NULL || !reach (task, MADE))
    return NULL;

  png = print (page, "figure.png", error);
  if (png == NULL || !reach (task, NUMBERED))
    return NULL;

  svg = print (page, "figure.svg", error);

  return svg != NULL && reach (task, 1.0) ? new_content (png, svg, error) : NULL;
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GdkContentProvider *content = copy_all (task, &error);

  if (content != NULL)
    g_task_return_pointer (task, content, g_object_unref);
  else
    return_error (task, error);
}

/**
 * seesaw_export_copy_async:
 * @content: what is copied
 * @settings: how it looks
 * @cancellable: (nullable): stops it
 * @progress: (nullable): is called now and then
 * @callback: (scope async): is called in the end
 * @user_data: for both
 */
void
seesaw_export_copy_async (SeesawExportContent *content,
                          const SeesawFigureSettings *settings,
                          GCancellable *cancellable,
                          SeesawExportProgress progress,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  run (g_task_new (NULL, cancellable, callback, user_data), content, settings, NULL, progress,
       user_data, copy_in_thread);
}

/**
 * seesaw_export_copy_finish:
 * @error: return location for an error, %G_IO_ERROR_CANCELLED if it was stopped
 *
 * Returns: (transfer full): the figure for the clipboard: the bytes that files would have, as PNG
 *   and as SVG, and its pixels
 */
GdkContentProvider *
seesaw_export_copy_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  SeesawPage *page = make_page (task, &error);

  if (page != NULL)
    g_task_return_pointer (task, page, (GDestroyNotify) seesaw_page_free);
  else
    g_task_return_error (task, error);
}

/**
 * seesaw_export_page_async:
 * @content: what is to be printed
 * @settings: how it looks
 * @callback: (scope async): is called in the end
 * @user_data: for @callback
 */
void
seesaw_export_page_async (SeesawExportContent *content,
                          const SeesawFigureSettings *settings,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  run (g_task_new (NULL, NULL, callback, user_data), content, settings, NULL, NULL, user_data,
       make_in_thread);
}

/**
 * seesaw_export_page_finish:
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: (transfer full): the page
 */
SeesawPage *
seesaw_export_page_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
