/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with a run in the list: by key, from its menu, and by dragging it. */

#include "config.h"

#include "seesaw-run-row-private.h"

static int
get_position (SeesawRunRow *self)
{
  return gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self));
}

static gboolean
is_renaming (SeesawRunRow *self)
{
  return gtk_stack_get_visible_child (self->name_stack) == GTK_WIDGET (self->entry);
}

static void
stop_renaming (SeesawRunRow *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->name_stack)) != NULL;

  gtk_stack_set_visible_child (self->name_stack, GTK_WIDGET (self->name));
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
take_name (SeesawRunRow *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (!is_renaming (self))
    return;

  stop_renaming (self);
  /* A name that was only looked at is still the file's. */
  if (!g_str_equal (name, gtk_label_get_label (self->name)))
    seesaw_session_rename (self->session, self->run, name);
}

static void
on_entry_activate (GtkText *entry, SeesawRunRow *self)
{
  g_assert (SEESAW_IS_RUN_ROW (self));

  take_name (self);
}

static void
on_entry_leave (GtkEventControllerFocus *focus, SeesawRunRow *self)
{
  g_assert (SEESAW_IS_RUN_ROW (self));

  take_name (self);
}

static gboolean
on_entry_key (GtkEventControllerKey *key,
              guint keyval,
              guint keycode,
              GdkModifierType state,
              SeesawRunRow *self)
{
  g_assert (SEESAW_IS_RUN_ROW (self));

  if (keyval != GDK_KEY_Escape)
    return FALSE;

  stop_renaming (self);

  return TRUE;
}

static void
rename_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawRunRow *self = SEESAW_RUN_ROW (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), gtk_label_get_label (self->name));
  gtk_stack_set_visible_child (self->name_stack, GTK_WIDGET (self->entry));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
edit_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawRunRow *self = SEESAW_RUN_ROW (widget);
  graphene_rect_t bounds;

  if (self->editor == NULL)
    {
      self->editor = seesaw_run_editor_new (self->session, self->run);
      gtk_widget_set_parent (GTK_WIDGET (self->editor), GTK_WIDGET (self));
    }
  if (gtk_widget_compute_bounds (self->style, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->editor),
                                 &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                  (int) bounds.size.width,
                                                  (int) bounds.size.height });
  seesaw_run_editor_update (self->editor);
  gtk_popover_popup (GTK_POPOVER (self->editor));
}

static void
toggle_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawRunRow *self = SEESAW_RUN_ROW (widget);

  seesaw_session_set_visible (self->session, self->run,
                              !seesaw_session_get_visible (self->session, self->run));
}

static void
move_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawRunRow *self = SEESAW_RUN_ROW (widget);
  int to = get_position (self) + g_variant_get_int32 (parameter);

  if (to >= 0)
    gtk_widget_activate_action (widget, "win.move-run", "(uu)", (guint32) get_position (self),
                                (guint32) to);
}

static void
activate_at (GtkWidget *widget, const char *action_name)
{
  gtk_widget_activate_action (widget, action_name, "u",
                              (guint32) get_position (SEESAW_RUN_ROW (widget)));
}

static void
reload_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  activate_at (widget, "win.reload-run");
}

static void
close_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  activate_at (widget, "win.close-run-at");
}

static void
show_context_menu (SeesawRunRow *self, const GdkRectangle *place)
{
  if (self->context_menu == NULL)
    {
      self->context_menu =
          gtk_popover_menu_new_from_model (gtk_menu_button_get_menu_model (self->menu));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->context_menu), FALSE);
      gtk_widget_set_halign (self->context_menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->context_menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu), place);
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

static void
menu_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const GdkRectangle place = { 40, gtk_widget_get_height (widget) / 2, 1, 1 };

  show_context_menu (SEESAW_RUN_ROW (widget), &place);
}

static void
on_secondary (GtkGestureClick *click, int n_press, double x, double y, SeesawRunRow *self)
{
  const GdkRectangle place = { (int) x, (int) y, 1, 1 };

  g_assert (SEESAW_IS_RUN_ROW (self));

  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  show_context_menu (self, &place);
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, SeesawRunRow *self)
{
  g_assert (SEESAW_IS_RUN_ROW (self));

  return is_renaming (self) ? NULL
                            : gdk_content_provider_new_typed (SEESAW_TYPE_OPEN_RUN, self->run);
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, SeesawRunRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));
  g_autoptr (GdkPaintable) still = gdk_paintable_get_current_image (picture);

  g_assert (SEESAW_IS_RUN_ROW (self));

  gtk_drag_source_set_icon (source, still, 24, 12);
}

static gboolean
is_below_middle (SeesawRunRow *self, double y)
{
  return y > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
}

static void
on_drop_leave (GtkDropTarget *target, SeesawRunRow *self)
{
  g_assert (SEESAW_IS_RUN_ROW (self));

  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-above");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-below");
}

static GdkDragAction
on_drop_motion (GtkDropTarget *target, double x, double y, SeesawRunRow *self)
{
  on_drop_leave (target, self);
  gtk_widget_add_css_class (GTK_WIDGET (self),
                            is_below_middle (self, y) ? "drop-below" : "drop-above");

  return GDK_ACTION_MOVE;
}

/* What comes from above moves the rows between up. */
static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, SeesawRunRow *self)
{
  SeesawOpenRun *run = g_value_get_object (value);
  guint here = (guint) get_position (self);
  guint from;

  on_drop_leave (target, self);
  if (!g_list_store_find (G_LIST_STORE (seesaw_session_get_runs (self->session)), run, &from))
    return FALSE;

  if (is_below_middle (self, y))
    here++;
  if (from < here)
    here--;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.move-run", "(uu)", from, here);

  return TRUE;
}

/**
 * seesaw_run_row_update_actions:
 *
 * Turns off what there is nothing to do for.
 */
void
seesaw_run_row_update_actions (SeesawRunRow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "run.toggle",
                                 gtk_widget_get_visible (GTK_WIDGET (self->eye)) &&
                                     gtk_widget_get_sensitive (GTK_WIDGET (self->eye)));
  if (self->editor != NULL)
    seesaw_run_editor_update (self->editor);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_space, 0, "run.toggle" }, { GDK_KEY_Delete, 0, "run.close" },
    { GDK_KEY_F2, 0, "run.rename" },    { GDK_KEY_F5, 0, "run.reload" },
    { GDK_KEY_Menu, 0, "run.menu" },    { GDK_KEY_F10, GDK_SHIFT_MASK, "run.menu" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "run.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "run.move", "i",
                                       1);
}

/**
 * seesaw_run_row_install_actions:
 * @widget_class: of the row
 *
 * Adds what menu, keys and buttons share, and what the template calls for it.
 */
void
seesaw_run_row_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "run.toggle", NULL, toggle_action);
  gtk_widget_class_install_action (widget_class, "run.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "run.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "run.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "run.reload", NULL, reload_action);
  gtk_widget_class_install_action (widget_class, "run.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "run.menu", NULL, menu_action);
  install_keys (widget_class);

  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_leave);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_key);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_prepare);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_begin);
  gtk_widget_class_bind_template_callback (widget_class, on_drop_motion);
  gtk_widget_class_bind_template_callback (widget_class, on_drop_leave);
  gtk_widget_class_bind_template_callback (widget_class, on_drop);
}
