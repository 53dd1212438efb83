/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-weights-page.h"

#include "seesaw-figure-drift.h"
#include "seesaw-figure-pane.h"

/* How alike the changes of the classifier's weights are, and how to look at that. */
struct _SeesawWeightsPage
{
  AdwBin parent_instance;

  SeesawSession *session;
  gboolean is_updating;

  /* Template children */
  GtkDropDown *measure;
  GtkDropDown *order;
  GtkLabel *blocks;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SeesawWeightsPage, seesaw_weights_page, ADW_TYPE_BIN)

static void
show_view (SeesawWeightsPage *self)
{
  SeesawSubject subject;
  SeesawViewRequest request = seesaw_session_get_request (self->session);
  g_autofree char *blocks = NULL;

  self->is_updating = TRUE;
  gtk_drop_down_set_selected (self->measure, request.measure);
  gtk_drop_down_set_selected (self->order, request.order);
  self->is_updating = FALSE;

  if (seesaw_session_get_subject (self->session, &subject) && subject.view->map != NULL)
    blocks = seesaw_figure_drift_describe_blocks (&subject);
  gtk_label_set_markup (self->blocks, blocks != NULL ? blocks : "");
}

static void
on_chosen (GtkDropDown *drop_down, GParamSpec *pspec, SeesawWeightsPage *self)
{
  SeesawViewRequest request;

  g_assert (SEESAW_IS_WEIGHTS_PAGE (self));

  if (self->is_updating || self->session == NULL)
    return;

  request = seesaw_session_get_request (self->session);
  request.measure = (SeesawMeasure) gtk_drop_down_get_selected (self->measure);
  request.order = (SeesawOrder) gtk_drop_down_get_selected (self->order);
  seesaw_session_set_request (self->session, &request);
}

static void
set_session (SeesawWeightsPage *self, SeesawSession *session)
{
  if (!g_set_object (&self->session, session) || session == NULL)
    return;

  g_signal_connect_object (session, "view-changed", G_CALLBACK (show_view), self,
                           G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
seesaw_weights_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, SEESAW_WEIGHTS_PAGE (object)->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
seesaw_weights_page_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      set_session (SEESAW_WEIGHTS_PAGE (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
seesaw_weights_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SEESAW_TYPE_WEIGHTS_PAGE);
  g_clear_object (&SEESAW_WEIGHTS_PAGE (object)->session);

  G_OBJECT_CLASS (seesaw_weights_page_parent_class)->dispose (object);
}

static void
seesaw_weights_page_class_init (SeesawWeightsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = seesaw_weights_page_get_property;
  object_class->set_property = seesaw_weights_page_set_property;
  object_class->dispose = seesaw_weights_page_dispose;

  /**
   * SeesawWeightsPage:session:
   *
   * What is looked at; set once.
   */
  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, SEESAW_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/seesaw/Seesaw/ui/seesaw-weights-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SeesawWeightsPage, measure);
  gtk_widget_class_bind_template_child (widget_class, SeesawWeightsPage, order);
  gtk_widget_class_bind_template_child (widget_class, SeesawWeightsPage, blocks);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);

  g_type_ensure (SEESAW_TYPE_FIGURE_PANE);
  g_type_ensure (SEESAW_TYPE_SESSION);
}

static void
seesaw_weights_page_init (SeesawWeightsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
