/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-export-window-private.h"

/* Typing is followed when it pauses. */
#define UPDATE_DELAY_MS 120

/* Below this width the settings stand below the preview. */
#define NARROW 680

/* How a figure comes out, beside what can be chosen about that. */
G_DEFINE_FINAL_TYPE (SeesawExportWindow, seesaw_export_window, ADW_TYPE_WINDOW)

static void
enable_actions (SeesawExportWindow *self)
{
  static const char *const names[] = { "export.save", "export.copy", "export.print",
                                       "export.save-style" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], self->is_good && !self->is_busy);
}

/**
 * seesaw_export_window_say:
 * @message: (nullable): what is wrong, if something is
 */
void
seesaw_export_window_say (SeesawExportWindow *self, const char *message)
{
  if (message != NULL)
    gtk_label_set_label (self->banner_text, message);
  gtk_revealer_set_reveal_child (self->banner, message != NULL);
}

/**
 * seesaw_export_window_set_busy:
 * @is_busy: whether something is being written
 */
void
seesaw_export_window_set_busy (SeesawExportWindow *self, gboolean is_busy)
{
  self->is_busy = is_busy;
  gtk_spinner_set_spinning (self->spinner, is_busy);
  enable_actions (self);
}

static SeesawPage *
make_page (SeesawExportWindow *self, SeesawFigureSettings *settings, GError **error)
{
  if (!seesaw_export_form_read (self->form, settings, error))
    return NULL;

  return seesaw_export_content_make_page (self->content, settings, error);
}

/**
 * seesaw_export_window_update:
 *
 * Shows what is chosen. Where that makes no sense there is a sentence, and the last preview stays.
 *
 * Returns: whether it can be printed
 */
gboolean
seesaw_export_window_update (SeesawExportWindow *self)
{
  g_auto (SeesawFigureSettings) settings;
  g_autoptr (GError) error = NULL;
  SeesawPage *page;

  seesaw_figure_settings_init (&settings);
  g_clear_handle_id (&self->update_source, g_source_remove);
  page = make_page (self, &settings, &error);
  self->is_good = page != NULL;
  if (page != NULL)
    {
      seesaw_figure_settings_copy (&self->settings, &settings);
      seesaw_export_preview_set_page (self->preview, page,
                                      settings.style.background == SEESAW_BACKGROUND_TRANSPARENT);
    }
  seesaw_export_window_say (self, error != NULL ? error->message : NULL);
  enable_actions (self);

  return self->is_good;
}

static gboolean
update_later (gpointer data)
{
  SeesawExportWindow *self = data;

  self->update_source = 0;
  seesaw_export_window_update (self);

  return G_SOURCE_REMOVE;
}

static void
on_form_changed (SeesawExportForm *form, SeesawExportWindow *self)
{
  g_clear_handle_id (&self->update_source, g_source_remove);
  self->update_source = g_timeout_add (UPDATE_DELAY_MS, update_later, self);
}

static void
arrange (SeesawExportWindow *self)
{
  int width;
  int height;
  gboolean is_narrow;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  is_narrow = width > 0 && width < NARROW;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->body), is_narrow
                                                                   ? GTK_ORIENTATION_VERTICAL
                                                                   : GTK_ORIENTATION_HORIZONTAL);
}

/* Nobody needs to be told that a choice will be forgotten. */
static void
remember (SeesawExportWindow *self)
{
  SeesawFigureStyles *styles = seesaw_figure_styles_get_default ();
  g_autoptr (GError) error = NULL;

  if (self->update_source != 0)
    seesaw_export_window_update (self);
  seesaw_figure_styles_set (styles, seesaw_export_content_get_id (self->content), &self->settings);
  if (!seesaw_figure_styles_save (styles, &error))
    g_message ("%s", error->message);
}

static gboolean
seesaw_export_window_close_request (GtkWindow *window)
{
  remember (SEESAW_EXPORT_WINDOW (window));

  return GTK_WINDOW_CLASS (seesaw_export_window_parent_class)->close_request (window);
}

static void
seesaw_export_window_dispose (GObject *object)
{
  SeesawExportWindow *self = SEESAW_EXPORT_WINDOW (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  adw_window_set_content (ADW_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEESAW_TYPE_EXPORT_WINDOW);

  G_OBJECT_CLASS (seesaw_export_window_parent_class)->dispose (object);
}

static void
seesaw_export_window_finalize (GObject *object)
{
  SeesawExportWindow *self = SEESAW_EXPORT_WINDOW (object);

  g_clear_pointer (&self->content, seesaw_export_content_unref);
  seesaw_figure_settings_clear (&self->settings);

  G_OBJECT_CLASS (seesaw_export_window_parent_class)->finalize (object);
}

static void
seesaw_export_window_class_init (SeesawExportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seesaw_export_window_dispose;
  object_class->finalize = seesaw_export_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = seesaw_export_window_close_request;

  g_type_ensure (SEESAW_TYPE_EXPORT_FORM);
  g_type_ensure (SEESAW_TYPE_EXPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/seesaw/Seesaw/ui/seesaw-export-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SeesawExportWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, SeesawExportWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, SeesawExportWindow, banner_text);
  gtk_widget_class_bind_template_child (widget_class, SeesawExportWindow, body);
  gtk_widget_class_bind_template_child (widget_class, SeesawExportWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, SeesawExportWindow, form);
  seesaw_export_window_install_actions (widget_class);
}

static void
seesaw_export_window_init (SeesawExportWindow *self)
{
  seesaw_figure_settings_init (&self->settings);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self->form, "changed", G_CALLBACK (on_form_changed), self);
  g_signal_connect (self, "notify::default-width", G_CALLBACK (arrange), NULL);
}

/**
 * seesaw_export_window_new:
 * @parent: (nullable): the window it belongs to
 * @content: what is exported; a reference is kept
 *
 * Returns: (transfer none): a window that asks how, as it was chosen last
 */
SeesawExportWindow *
seesaw_export_window_new (GtkWindow *parent, SeesawExportContent *content)
{
  SeesawExportWindow *self =
      g_object_new (SEESAW_TYPE_EXPORT_WINDOW, "transient-for", parent, NULL);

  self->content = seesaw_export_content_ref (content);
  seesaw_figure_styles_get (seesaw_figure_styles_get_default (),
                            seesaw_export_content_get_id (content), &self->settings);
  seesaw_export_form_show (self->form, &self->settings);
  seesaw_export_window_update (self);
  seesaw_export_form_focus (self->form);

  return self;
}
