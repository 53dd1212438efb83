/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The γ bar by itself, on a session. */

#include "config.h"

#include "page-fixture.h"

#include "seesaw-gamma-bar.h"

static GtkAdjustment *
slider_of (PageFixture *self)
{
  return gtk_range_get_adjustment (
      GTK_RANGE (fixture_child (self->page, SEESAW_TYPE_GAMMA_BAR, "slider")));
}

static void
test_bar_follows (PageFixture *self, gconstpointer type)
{
  GtkAdjustment *slider = slider_of (self);
  GtkSpinButton *entry =
      GTK_SPIN_BUTTON (fixture_child (self->page, SEESAW_TYPE_GAMMA_BAR, "entry"));
  double low;
  double high;

  seesaw_session_get_range (self->session, &low, &high);
  g_assert_cmpfloat (gtk_adjustment_get_lower (slider), ==, low);
  g_assert_cmpfloat (gtk_adjustment_get_upper (slider), ==, high);

  seesaw_session_set_gamma (self->session, 3.25);
  g_assert_cmpfloat (gtk_adjustment_get_value (slider), ==, 3.25);
  g_assert_cmpfloat (gtk_spin_button_get_value (entry), ==, 3.25);
  gtk_adjustment_set_value (slider, 4.5);
  g_assert_cmpfloat (seesaw_session_get_gamma (self->session), ==, 4.5);
  gtk_spin_button_set_value (entry, 5.5);
  g_assert_cmpfloat (seesaw_session_get_gamma (self->session), ==, 5.5);
  gtk_editable_set_text (GTK_EDITABLE (entry), "nonsense");
  gtk_spin_button_update (entry);
  g_assert_cmpfloat (seesaw_session_get_gamma (self->session), ==, 5.5);

  /* Beyond the range, which is that of the data. */
  seesaw_session_set_gamma (self->session, high + 100.0);
  g_assert_cmpfloat (gtk_spin_button_get_value (entry), ==, high + 100.0);
  g_assert_cmpfloat (gtk_adjustment_get_value (slider), ==, high);
  g_assert_cmpfloat (gtk_adjustment_get_upper (slider), ==, high);
  seesaw_session_set_gamma (self->session, low - 100.0);
  g_assert_cmpfloat (gtk_adjustment_get_value (slider), ==, low);
  g_assert_cmpfloat (gtk_adjustment_get_lower (slider), ==, low);
  gtk_adjustment_set_value (slider, low + 1.0);
  g_assert_cmpfloat (seesaw_session_get_gamma (self->session), ==, low + 1.0);
}

/* A number that no slider reaches stays what it is in the session. */
static void
test_bar_bears_extremes (PageFixture *self, gconstpointer type)
{
  const double extremes[] = { 1e12, -1e12, 1e300, -1e300 };

  for (gsize i = 0; i < G_N_ELEMENTS (extremes); i++)
    {
      seesaw_session_set_gamma (self->session, extremes[i]);
      fixture_wait_ms (30);
      g_assert_cmpfloat (seesaw_session_get_gamma (self->session), ==, extremes[i]);
    }
}

static void
test_bar_shows_known (PageFixture *self, gconstpointer type)
{
  static const char *const names[] = { "alg", "pcv", "oracle", "balance" };
  GtkWidget *known[SEESAW_N_KNOWN_GAMMAS];
  SeesawViewRequest request = seesaw_session_get_request (self->session);

  for (int i = 0; i < SEESAW_N_KNOWN_GAMMAS; i++)
    {
      known[i] = fixture_child (self->page, SEESAW_TYPE_GAMMA_BAR, names[i]);
      g_assert_true (gtk_widget_get_visible (known[i]));
    }

  /* Pseudo cross-validation is of logits. */
  request.score = SEESAW_SCORE_NCM;
  seesaw_session_show (self->session, self->run, fixture_read (self->run, request));
  g_assert_false (gtk_widget_get_visible (known[SEESAW_KNOWN_GAMMA_PCV]));
  g_assert_true (gtk_widget_get_visible (known[SEESAW_KNOWN_GAMMA_ORACLE]));
  g_assert_cmpfloat (gtk_adjustment_get_lower (slider_of (self)), >=, -2.5);
  g_assert_cmpfloat (gtk_adjustment_get_upper (slider_of (self)), <=, 2.5);
}

/* What one must know before believing a number is said where numbers are. */
static void
test_bar_remarks (PageFixture *self, gconstpointer type)
{
  GtkLabel *remarks = GTK_LABEL (fixture_child (self->page, SEESAW_TYPE_GAMMA_BAR, "remarks"));
  SeesawView *view = seesaw_view_ref ((SeesawView *) seesaw_session_get_view (self->session));

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (remarks)));
  view->now->epoch->n_nan = 2;
  seesaw_session_show (self->session, self->run, view);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (remarks)));
  g_assert_cmpstr (gtk_label_get_label (remarks), ==, "2 logits are NaN and count as −∞");
  view->now->epoch->n_nan = 0;
  seesaw_session_show (self->session, self->run, seesaw_view_ref (view));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (remarks)));
}

static gboolean
has_arrived (gpointer user_data)
{
  return seesaw_session_get_gamma (user_data) == 6.0;
}

static void
test_bar_glides (PageFixture *self, gconstpointer type)
{
  const guint *notified = fixture_count (self->session, "notify::gamma");

  seesaw_gamma_bar_glide_to (SEESAW_GAMMA_BAR (self->page), 6.0);
  g_assert_true (fixture_wait_until (has_arrived, self->session));
  g_assert_cmpuint (*notified, >, 1);

  /* A hand on the slider stops it. */
  seesaw_gamma_bar_glide_to (SEESAW_GAMMA_BAR (self->page), 0.0);
  gtk_adjustment_set_value (slider_of (self), 2.0);
  fixture_wait_ms (300);
  g_assert_cmpfloat (seesaw_session_get_gamma (self->session), ==, 2.0);
}

static void
add (const char *path, const GType *type, void (*test) (PageFixture *self, gconstpointer type))
{
  g_test_add (path, PageFixture, type, page_set_up, test, page_tear_down);
}

int
main (int argc, char *argv[])
{
  GType bar;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  bar = SEESAW_TYPE_GAMMA_BAR;

  add ("/gamma-bar/session", &bar, page_test_session_is_set_once);
  add ("/gamma-bar/follows", &bar, test_bar_follows);
  add ("/gamma-bar/bears-extremes", &bar, test_bar_bears_extremes);
  add ("/gamma-bar/shows-known", &bar, test_bar_shows_known);
  add ("/gamma-bar/remarks", &bar, test_bar_remarks);
  add ("/gamma-bar/glides", &bar, test_bar_glides);

  return g_test_run ();
}
