/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-compare-page.h"

#include "seesaw-compare-bar.h"
#include "seesaw-compare-figure.h"
#include "seesaw-compare-loader.h"
#include "seesaw-compare-runs.h"
#include "seesaw-compare-table.h"

#include <glib/gi18n.h>

/* All open runs side by side. What has been asked for, of which runs, is remembered while it is
 * being made and while it is shown; the page asks again only if that would be something else, and
 * only while it is on screen.
 */
struct _SeesawComparePage
{
  SeesawFollower parent_instance;

  GSettings *settings;
  SeesawCompareLoader *loader;
  GPtrArray *asked_runs; /* of SeesawOpenRun; NULL: nothing was asked for */
  SeesawCompareRequest asked;
  gboolean follows_runs;

  SeesawComparison *loaded;     /* as the files say; NULL: none is there yet */
  SeesawComparison *comparison; /* the same, as runs are called in the session */
  GArray *styles;               /* of SeesawRunStyle, in the same order */

  /* Template children */
  GtkStack *stack;
  SeesawCompareBar *bar;
  GtkSpinner *spinner;
  GtkPaned *paned;
  SeesawCompareFigure *figure;
  SeesawCompareTable *table;
};

G_DEFINE_FINAL_TYPE (SeesawComparePage, seesaw_compare_page, SEESAW_TYPE_FOLLOWER)

static SeesawSession *
session_of (SeesawComparePage *self)
{
  return seesaw_follower_get_session (SEESAW_FOLLOWER (self));
}

static void
show_comparison (SeesawComparePage *self)
{
  SeesawCompareSubject subject;

  if (self->comparison == NULL || self->comparison->runs->len == 0)
    {
      seesaw_compare_figure_show (self->figure, NULL);
      seesaw_compare_table_show (self->table, NULL);
      return;
    }

  seesaw_compare_bar_get_subject (self->bar, &subject);
  subject.styles = &g_array_index (self->styles, SeesawRunStyle, 0);
  seesaw_compare_figure_show (self->figure, &subject);
  seesaw_compare_table_show (self->table, &subject);
}

static void
name_runs (SeesawComparePage *self)
{
  g_clear_pointer (&self->comparison, seesaw_comparison_unref);
  self->comparison = seesaw_compare_runs_name (session_of (self), self->loaded, self->styles);
  if (self->comparison->runs->len > 0)
    seesaw_compare_bar_set_comparison (self->bar, self->comparison);
  show_comparison (self);
}

static void
set_comparison (SeesawComparePage *self, SeesawComparison *comparison)
{
  g_clear_pointer (&self->loaded, seesaw_comparison_unref);
  g_clear_pointer (&self->comparison, seesaw_comparison_unref);
  self->loaded = comparison;
  if (comparison != NULL)
    name_runs (self);
  else
    show_comparison (self);
}

/* One sentence, however many runs are left out. */
static void
show_messages (SeesawComparePage *self, char **messages)
{
  guint n = g_strv_length (messages);
  g_autofree char *more = NULL;

  if (n == 0)
    return;

  if (n > 1)
    more = g_strdup_printf (ngettext ("%s; %u more run cannot be compared",
                                      "%s; %u more runs cannot be compared", n - 1),
                            messages[0], n - 1);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s",
                              more != NULL ? more : messages[0]);
}

static void
on_compared (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SeesawComparePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) messages = NULL;
  SeesawComparison *comparison =
      seesaw_compare_loader_load_finish (SEESAW_COMPARE_LOADER (object), result, &messages, &error);

  if (comparison == NULL)
    return;

  set_comparison (self, comparison);
  show_messages (self, messages);
}

static gboolean
was_asked (SeesawComparePage *self, const GPtrArray *runs, const SeesawCompareRequest *request)
{
  if (self->asked_runs == NULL || self->asked_runs->len != runs->len ||
      self->asked.choice != request->choice || self->asked.number != request->number ||
      self->asked.top_k != request->top_k || self->asked.average != request->average)
    return FALSE;

  for (guint i = 0; i < runs->len; i++)
    if (g_ptr_array_index (self->asked_runs, i) != g_ptr_array_index (runs, i))
      return FALSE;

  return TRUE;
}

static SeesawCompareRequest
get_request (SeesawComparePage *self)
{
  SeesawViewRequest way = seesaw_session_get_request (session_of (self));
  SeesawCompareRequest request = { .top_k = way.top_k, .average = way.average };

  seesaw_compare_bar_get_epoch (self->bar, &request);

  return request;
}

static void
refresh (SeesawComparePage *self)
{
  g_autoptr (GPtrArray) runs = seesaw_compare_runs_list (session_of (self));
  SeesawCompareRequest request;

  gtk_stack_set_visible_child_name (self->stack, runs->len > 1 ? "runs" : "few");
  if (runs->len < 2)
    {
      seesaw_compare_loader_cancel (self->loader);
      g_clear_pointer (&self->asked_runs, g_ptr_array_unref);
      set_comparison (self, NULL);
      return;
    }

  seesaw_compare_bar_set_runs (self->bar, runs);
  request = get_request (self);
  if (was_asked (self, runs, &request))
    return;

  g_clear_pointer (&self->asked_runs, g_ptr_array_unref);
  self->asked_runs = g_ptr_array_ref (runs);
  self->asked = request;
  seesaw_compare_loader_load (self->loader, runs, &request, on_compared, g_object_ref (self));
}

/* A run that was closed is not held by a page that nobody looks at. */
static void
on_runs (SeesawComparePage *self)
{
  g_assert (SEESAW_IS_COMPARE_PAGE (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    g_clear_pointer (&self->asked_runs, g_ptr_array_unref);
}

static void
seesaw_compare_page_show_runs (SeesawFollower *follower)
{
  SeesawComparePage *self = SEESAW_COMPARE_PAGE (follower);

  refresh (self);
  if (self->comparison != NULL && !seesaw_compare_runs_are_named (session_of (self), self->loaded,
                                                                  self->comparison, self->styles))
    name_runs (self);
}

static void
seesaw_compare_page_show_view (SeesawFollower *follower)
{
  SeesawComparePage *self = SEESAW_COMPARE_PAGE (follower);

  if (!self->follows_runs)
    g_signal_connect_object (seesaw_session_get_runs (session_of (self)), "items-changed",
                             G_CALLBACK (on_runs), self, G_CONNECT_SWAPPED);
  self->follows_runs = TRUE;
  seesaw_compare_page_show_runs (follower);
}

static void
on_subject (SeesawCompareBar *bar, SeesawComparePage *self)
{
  g_assert (SEESAW_IS_COMPARE_PAGE (self));

  show_comparison (self);
}

static void
on_epoch (SeesawCompareBar *bar, SeesawComparePage *self)
{
  g_assert (SEESAW_IS_COMPARE_PAGE (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
seesaw_compare_page_unmap (GtkWidget *widget)
{
  SeesawComparePage *self = SEESAW_COMPARE_PAGE (widget);
  gboolean loading;

  g_object_get (self->loader, "loading", &loading, NULL);
  if (loading)
    {
      seesaw_compare_loader_cancel (self->loader);
      g_clear_pointer (&self->asked_runs, g_ptr_array_unref);
    }

  GTK_WIDGET_CLASS (seesaw_compare_page_parent_class)->unmap (widget);
}

static void
seesaw_compare_page_dispose (GObject *object)
{
  SeesawComparePage *self = SEESAW_COMPARE_PAGE (object);

  if (self->loader != NULL)
    seesaw_compare_loader_cancel (self->loader);
  g_clear_object (&self->loader);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->asked_runs, g_ptr_array_unref);
  g_clear_pointer (&self->loaded, seesaw_comparison_unref);
  g_clear_pointer (&self->comparison, seesaw_comparison_unref);
  /* AdwBin would let go of it after the template has. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SEESAW_TYPE_COMPARE_PAGE);

  G_OBJECT_CLASS (seesaw_compare_page_parent_class)->dispose (object);
}

static void
seesaw_compare_page_finalize (GObject *object)
{
  g_array_unref (SEESAW_COMPARE_PAGE (object)->styles);

  G_OBJECT_CLASS (seesaw_compare_page_parent_class)->finalize (object);
}

/* From wherever the keyboard is. Within the panes, the divider itself knows that key. */
static void
move_divider_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawComparePage *self = SEESAW_COMPARE_PAGE (widget);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->paned)))
    gtk_widget_grab_focus (GTK_WIDGET (self->paned));
}

static void
seesaw_compare_page_class_init (SeesawComparePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seesaw_compare_page_dispose;
  object_class->finalize = seesaw_compare_page_finalize;
  widget_class->unmap = seesaw_compare_page_unmap;
  SEESAW_FOLLOWER_CLASS (klass)->show_view = seesaw_compare_page_show_view;
  SEESAW_FOLLOWER_CLASS (klass)->show_runs = seesaw_compare_page_show_runs;

  g_type_ensure (SEESAW_TYPE_COMPARE_BAR);
  g_type_ensure (SEESAW_TYPE_COMPARE_FIGURE);
  g_type_ensure (SEESAW_TYPE_COMPARE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/seesaw/Seesaw/ui/seesaw-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SeesawComparePage, stack);
  gtk_widget_class_bind_template_child (widget_class, SeesawComparePage, bar);
  gtk_widget_class_bind_template_child (widget_class, SeesawComparePage, spinner);
  gtk_widget_class_bind_template_child (widget_class, SeesawComparePage, paned);
  gtk_widget_class_bind_template_child (widget_class, SeesawComparePage, figure);
  gtk_widget_class_bind_template_child (widget_class, SeesawComparePage, table);
  gtk_widget_class_bind_template_callback (widget_class, on_subject);
  gtk_widget_class_bind_template_callback (widget_class, on_epoch);
  gtk_widget_class_install_action (widget_class, "compare.move-divider", NULL, move_divider_action);
}

/* Until it is moved it gives the table what it needs at least. */
static void
restore_divider (SeesawComparePage *self)
{
  int position = g_settings_get_int (self->settings, "compare-position");

  if (position > 0)
    gtk_paned_set_position (self->paned, position);
  g_settings_bind (self->settings, "compare-position", self->paned, "position",
                   G_SETTINGS_BIND_SET);
}

static void
seesaw_compare_page_init (SeesawComparePage *self)
{
  self->loader = seesaw_compare_loader_new ();
  self->styles = g_array_new (FALSE, FALSE, sizeof (SeesawRunStyle));
  self->settings = g_settings_new (APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  restore_divider (self);
  g_object_bind_property (self->loader, "loading", self->spinner, "spinning",
                          G_BINDING_SYNC_CREATE);
}

/**
 * seesaw_compare_page_save:
 * @file: a session; gets what was chosen here
 */
void
seesaw_compare_page_save (SeesawComparePage *self, SeesawSessionFile *file)
{
  seesaw_compare_bar_save (self->bar, file);
}

/**
 * seesaw_compare_page_restore:
 * @file: a session
 *
 * Chooses again what was chosen then, as soon as there are runs to compare.
 */
void
seesaw_compare_page_restore (SeesawComparePage *self, const SeesawSessionFile *file)
{
  seesaw_compare_bar_restore (self->bar, file);
}
