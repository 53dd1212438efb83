/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-weights-page.h"

#include "seesaw-figure-drift.h"
#include "seesaw-figure-pane.h"

/* How alike the changes of the classifier's weights are, and how to look at that. */
struct _SeesawWeightsPage
{
  SeesawFollower parent_instance;

  gboolean is_updating;

  /* Template children */
  GtkDropDown *measure;
  GtkDropDown *order;
  GtkLabel *blocks;
};

G_DEFINE_FINAL_TYPE (SeesawWeightsPage, seesaw_weights_page, SEESAW_TYPE_FOLLOWER)

static void
seesaw_weights_page_show_view (SeesawFollower *follower)
{
  SeesawWeightsPage *self = SEESAW_WEIGHTS_PAGE (follower);
  SeesawSession *session = seesaw_follower_get_session (follower);
  SeesawSubject subject;
  SeesawViewRequest request = seesaw_session_get_request (session);
  g_autofree char *blocks = NULL;

  self->is_updating = TRUE;
  gtk_drop_down_set_selected (self->measure, request.measure);
  gtk_drop_down_set_selected (self->order, request.order);
  self->is_updating = FALSE;

  if (seesaw_session_get_subject (session, &subject) && subject.view->map != NULL)
    blocks = seesaw_figure_drift_describe_blocks (&subject);
  gtk_label_set_markup (self->blocks, blocks != NULL ? blocks : "");
}

static void
on_chosen (GtkDropDown *drop_down, GParamSpec *pspec, SeesawWeightsPage *self)
{
  SeesawSession *session = seesaw_follower_get_session (SEESAW_FOLLOWER (self));
  SeesawViewRequest request;

  g_assert (SEESAW_IS_WEIGHTS_PAGE (self));

  if (self->is_updating || session == NULL)
    return;

  request = seesaw_session_get_request (session);
  request.measure = (SeesawMeasure) gtk_drop_down_get_selected (self->measure);
  request.order = (SeesawOrder) gtk_drop_down_get_selected (self->order);
  seesaw_session_set_request (session, &request);
}

static void
seesaw_weights_page_dispose (GObject *object)
{
  /* AdwBin would let go of it after the template has. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SEESAW_TYPE_WEIGHTS_PAGE);

  G_OBJECT_CLASS (seesaw_weights_page_parent_class)->dispose (object);
}

static void
seesaw_weights_page_class_init (SeesawWeightsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seesaw_weights_page_dispose;
  SEESAW_FOLLOWER_CLASS (klass)->show_view = seesaw_weights_page_show_view;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/seesaw/Seesaw/ui/seesaw-weights-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SeesawWeightsPage, measure);
  gtk_widget_class_bind_template_child (widget_class, SeesawWeightsPage, order);
  gtk_widget_class_bind_template_child (widget_class, SeesawWeightsPage, blocks);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);

  g_type_ensure (SEESAW_TYPE_FIGURE_PANE);
}

static void
seesaw_weights_page_init (SeesawWeightsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
