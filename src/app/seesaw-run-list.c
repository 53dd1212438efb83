/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-run-list.h"

#include "seesaw-run-row.h"

/* The open runs, beside the figures. */
struct _SeesawRunList
{
  SeesawFollower parent_instance;

  SeesawOpenRun *present; /* only to be compared */
  guint scroll_id;

  /* Template children */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (SeesawRunList, seesaw_run_list, SEESAW_TYPE_FOLLOWER)

static GtkWidget *
find_present_row (SeesawRunList *self)
{
  SeesawSession *session = seesaw_follower_get_session (SEESAW_FOLLOWER (self));
  guint position;

  if (self->present == NULL || !g_list_store_find (G_LIST_STORE (seesaw_session_get_runs (session)),
                                                   self->present, &position))
    return NULL;

  return GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) position));
}

/* A new row has no place before it has been laid out. */
static gboolean
scroll (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  SeesawRunList *self = SEESAW_RUN_LIST (widget);
  GtkWidget *row = find_present_row (self);
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_get_height (row) == 0)
    return G_SOURCE_CONTINUE;

  if (row != NULL && gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (gtk_list_box_get_adjustment (self->list), (double) bounds.origin.y,
                               (double) (bounds.origin.y + bounds.size.height));
  self->scroll_id = 0;

  return G_SOURCE_REMOVE;
}

static void
seesaw_run_list_update (SeesawFollower *follower)
{
  SeesawRunList *self = SEESAW_RUN_LIST (follower);
  SeesawOpenRun *present = seesaw_session_get_open_run (seesaw_follower_get_session (follower));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    seesaw_run_row_update (SEESAW_RUN_ROW (row));

  if (self->present == present)
    return;

  self->present = present;
  if (self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll, NULL, NULL);
}

/* Some runs' γ does not follow that of all. */
static void
seesaw_run_list_show_gamma (SeesawFollower *follower)
{
  GtkWidget *row = find_present_row (SEESAW_RUN_LIST (follower));

  if (row != NULL)
    seesaw_run_row_update (SEESAW_RUN_ROW (row));
}

static GtkWidget *
new_row (gpointer run, gpointer user_data)
{
  SeesawRunRow *row =
      seesaw_run_row_new (seesaw_follower_get_session (SEESAW_FOLLOWER (user_data)), run);

  seesaw_run_row_update (row);

  return GTK_WIDGET (row);
}

static void
on_session (SeesawRunList *self)
{
  SeesawSession *session = seesaw_follower_get_session (SEESAW_FOLLOWER (self));

  if (session != NULL)
    gtk_list_box_bind_model (self->list, seesaw_session_get_runs (session), new_row, self, NULL);
}

static void
on_row (GtkListBox *list, GtkListBoxRow *row, SeesawRunList *self)
{
  g_assert (SEESAW_IS_RUN_LIST (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-run", "u",
                              (guint32) gtk_list_box_row_get_index (row));
}

static void
seesaw_run_list_dispose (GObject *object)
{
  /* AdwBin would let go of it after the template has. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SEESAW_TYPE_RUN_LIST);

  G_OBJECT_CLASS (seesaw_run_list_parent_class)->dispose (object);
}

static void
seesaw_run_list_class_init (SeesawRunListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SeesawFollowerClass *follower_class = SEESAW_FOLLOWER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = seesaw_run_list_dispose;
  follower_class->show_view = seesaw_run_list_update;
  follower_class->show_runs = seesaw_run_list_update;
  follower_class->show_gamma = seesaw_run_list_show_gamma;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/seesaw/Seesaw/ui/seesaw-run-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SeesawRunList, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row);
}

static void
seesaw_run_list_init (SeesawRunList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::session", G_CALLBACK (on_session), NULL);
}

/**
 * seesaw_run_list_has_focus:
 *
 * Returns: whether a row, or something in it, has the focus
 */
gboolean
seesaw_run_list_has_focus (SeesawRunList *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
}

/**
 * seesaw_run_list_focus_row:
 * @position: of an open run
 */
void
seesaw_run_list_focus_row (SeesawRunList *self, guint position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) position);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
