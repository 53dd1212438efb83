/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-compare-bar-private.h"

#include "seesaw-compare-choices.h"
#include "seesaw-metric-name.h"

#include <glib/gi18n.h>

/* What stands before the epochs in the drop-down. */
#define N_EPOCH_CHOICES 2

enum
{
  SUBJECT_CHANGED,
  EPOCH_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SeesawCompareBar, seesaw_compare_bar, ADW_TYPE_BIN)

/* Another model would close the list that somebody is looking at. */
static void
set_items (GtkDropDown *drop_down, GPtrArray *names)
{
  GListModel *old = gtk_drop_down_get_model (drop_down);
  gboolean same = old != NULL && g_list_model_get_n_items (old) == names->len;
  g_autoptr (GtkStringList) model = NULL;

  for (guint i = 0; same && i < names->len; i++)
    same = g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (old), i),
                        g_ptr_array_index (names, i));
  if (same)
    return;

  g_ptr_array_add (names, NULL);
  model = gtk_string_list_new ((const char *const *) names->pdata);
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (model));
}

static void
list_metrics (SeesawCompareBar *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  self->metrics = seesaw_compare_choices_list_metrics ();
  for (guint i = 0; i < self->metrics->len; i++)
    g_ptr_array_add (names,
                     seesaw_metric_get_name (g_array_index (self->metrics, SeesawMetric, i)));

  self->is_updating = TRUE;
  set_items (self->metric, names);
  self->is_updating = FALSE;
}

/**
 * seesaw_compare_bar_select_metric:
 * @wanted: the metric to be shown
 */
void
seesaw_compare_bar_select_metric (SeesawCompareBar *self, SeesawMetric wanted)
{
  self->is_updating = TRUE;
  for (guint i = 0; i < self->metrics->len; i++)
    {
      const SeesawMetric *metric = &g_array_index (self->metrics, SeesawMetric, i);

      if (metric->quantity == wanted.quantity && metric->variant == wanted.variant)
        gtk_drop_down_set_selected (self->metric, i);
    }
  self->is_updating = FALSE;
}

static void
choose_metric (SeesawCompareBar *self)
{
  if (!self->is_metric_chosen)
    seesaw_compare_bar_select_metric (self, seesaw_compare_choices_guess_metric (self->comparison));
}

static guint
find_epoch (SeesawCompareBar *self, gint32 number)
{
  for (guint e = 0; e < self->epochs->len; e++)
    if (g_array_index (self->epochs, gint32, e) == number)
      return N_EPOCH_CHOICES + e;

  return SEESAW_EPOCH_LAST;
}

static guint
find_attribute (SeesawCompareBar *self, const char *name)
{
  for (guint i = 0; name != NULL && self->attributes[i] != NULL; i++)
    if (g_str_equal (self->attributes[i], name))
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static guint
choose_x (SeesawCompareBar *self)
{
  guint chosen = find_attribute (self, self->x);
  g_autofree char *guess = seesaw_compare_choices_guess_x (self->comparison);

  return chosen != GTK_INVALID_LIST_POSITION ? chosen : find_attribute (self, guess);
}

/* One more than the position of the attribute; 0 for none. */
static guint
choose_split (SeesawCompareBar *self, guint x)
{
  guint chosen = find_attribute (self, self->split);
  g_autofree char *guess =
      seesaw_compare_choices_guess_split (self->comparison, self->attributes[x]);

  /* An invalid position plus one is 0. */
  if (self->split != NULL && (*self->split == '\0' || chosen != GTK_INVALID_LIST_POSITION))
    return chosen + 1;

  return find_attribute (self, guess) + 1;
}

static void
list_attributes (SeesawCompareBar *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) splits = g_ptr_array_new_with_free_func (g_free);
  guint x;

  g_clear_pointer (&self->attributes, g_strfreev);
  self->attributes = seesaw_compare_choices_list_attributes (self->comparison);
  g_ptr_array_add (splits, g_strdup (_ ("None")));
  for (char **name = self->attributes; *name != NULL; name++)
    {
      g_ptr_array_add (names, seesaw_attribute_get_title (*name));
      g_ptr_array_add (splits, seesaw_attribute_get_title (*name));
    }

  self->is_updating = TRUE;
  set_items (self->x_axis, names);
  set_items (self->splits, splits);
  x = choose_x (self);
  gtk_drop_down_set_selected (self->x_axis, x);
  gtk_drop_down_set_selected (self->splits, choose_split (self, x));
  seesaw_compare_look_set_comparison (self->look, self->comparison, self->attributes[x]);
  self->is_updating = FALSE;
}

static void
on_metric (GtkDropDown *drop_down, GParamSpec *pspec, SeesawCompareBar *self)
{
  g_assert (SEESAW_IS_COMPARE_BAR (self));

  if (self->is_updating || self->comparison == NULL)
    return;

  self->is_metric_chosen = TRUE;
  g_signal_emit (self, signals[SUBJECT_CHANGED], 0);
}

static void
on_x (GtkDropDown *drop_down, GParamSpec *pspec, SeesawCompareBar *self)
{
  guint x = gtk_drop_down_get_selected (drop_down);

  g_assert (SEESAW_IS_COMPARE_BAR (self));

  if (self->is_updating || self->comparison == NULL)
    return;

  g_free (self->x);
  self->x = g_strdup (self->attributes[x]);
  list_attributes (self);
  g_signal_emit (self, signals[SUBJECT_CHANGED], 0);
}

static void
on_split (GtkDropDown *drop_down, GParamSpec *pspec, SeesawCompareBar *self)
{
  guint split = gtk_drop_down_get_selected (drop_down);

  g_assert (SEESAW_IS_COMPARE_BAR (self));

  if (self->is_updating || self->comparison == NULL)
    return;

  g_free (self->split);
  self->split = g_strdup (split > 0 ? self->attributes[split - 1] : "");
  g_signal_emit (self, signals[SUBJECT_CHANGED], 0);
}

static void
on_epoch (GtkDropDown *drop_down, GParamSpec *pspec, SeesawCompareBar *self)
{
  g_assert (SEESAW_IS_COMPARE_BAR (self));

  if (!self->is_updating)
    g_signal_emit (self, signals[EPOCH_CHANGED], 0);
}

static void
on_look (SeesawCompareLook *look, SeesawCompareBar *self)
{
  g_assert (SEESAW_IS_COMPARE_BAR (self));

  if (self->comparison != NULL)
    g_signal_emit (self, signals[SUBJECT_CHANGED], 0);
}

static void
seesaw_compare_bar_dispose (GObject *object)
{
  g_clear_pointer (&SEESAW_COMPARE_BAR (object)->comparison, seesaw_comparison_unref);
  /* AdwBin would let go of it after the template has. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SEESAW_TYPE_COMPARE_BAR);

  G_OBJECT_CLASS (seesaw_compare_bar_parent_class)->dispose (object);
}

static void
seesaw_compare_bar_finalize (GObject *object)
{
  SeesawCompareBar *self = SEESAW_COMPARE_BAR (object);

  g_clear_pointer (&self->metrics, g_array_unref);
  g_clear_pointer (&self->epochs, g_array_unref);
  g_clear_pointer (&self->attributes, g_strfreev);
  g_free (self->x);
  g_free (self->split);

  G_OBJECT_CLASS (seesaw_compare_bar_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/seesaw/Seesaw/ui/seesaw-compare-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SeesawCompareBar, metric);
  gtk_widget_class_bind_template_child (widget_class, SeesawCompareBar, x_axis);
  gtk_widget_class_bind_template_child (widget_class, SeesawCompareBar, splits);
  gtk_widget_class_bind_template_child (widget_class, SeesawCompareBar, epoch);
  gtk_widget_class_bind_template_child (widget_class, SeesawCompareBar, look);
  gtk_widget_class_bind_template_callback (widget_class, on_metric);
  gtk_widget_class_bind_template_callback (widget_class, on_x);
  gtk_widget_class_bind_template_callback (widget_class, on_split);
  gtk_widget_class_bind_template_callback (widget_class, on_epoch);
  gtk_widget_class_bind_template_callback (widget_class, on_look);
}

static void
seesaw_compare_bar_class_init (SeesawCompareBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = seesaw_compare_bar_dispose;
  object_class->finalize = seesaw_compare_bar_finalize;
  g_type_ensure (SEESAW_TYPE_COMPARE_LOOK);
  bind_template (GTK_WIDGET_CLASS (klass));

  /**
   * SeesawCompareBar::subject-changed:
   *
   * The same comparison is to be shown in another way.
   */
  signals[SUBJECT_CHANGED] = g_signal_new ("subject-changed", SEESAW_TYPE_COMPARE_BAR,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SeesawCompareBar::epoch-changed:
   *
   * Another epoch is to be compared.
   */
  signals[EPOCH_CHANGED] = g_signal_new ("epoch-changed", SEESAW_TYPE_COMPARE_BAR,
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
seesaw_compare_bar_init (SeesawCompareBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  list_metrics (self);
}

/**
 * seesaw_compare_bar_set_runs:
 * @runs: (element-type SeesawOpenRun): runs of which views have been made
 *
 * Offers their epochs. The one that was chosen stays, if any run has it still.
 */
void
seesaw_compare_bar_set_runs (SeesawCompareBar *self, const GPtrArray *runs)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  SeesawCompareRequest before = { 0 };

  seesaw_compare_bar_get_epoch (self, &before);
  if (self->is_restored)
    before = self->restored;
  self->is_restored = FALSE;
  g_clear_pointer (&self->epochs, g_array_unref);
  self->epochs = seesaw_compare_choices_list_epochs (runs);

  g_ptr_array_add (names, g_strdup (_ ("Last epoch")));
  g_ptr_array_add (names, g_strdup (_ ("Best epoch, by Y/Y at γ_ALG")));
  for (guint e = 0; e < self->epochs->len; e++)
    g_ptr_array_add (names,
                     g_strdup_printf (_ ("Epoch %d"), g_array_index (self->epochs, gint32, e)));

  self->is_updating = TRUE;
  set_items (self->epoch, names);
  gtk_drop_down_set_selected (self->epoch, before.choice == SEESAW_EPOCH_NUMBER
                                               ? find_epoch (self, before.number)
                                               : (guint) before.choice);
  self->is_updating = FALSE;
}

/**
 * seesaw_compare_bar_set_comparison:
 * @comparison: at least one run
 *
 * Offers their attributes. Those that were chosen stay, if any run has them.
 */
void
seesaw_compare_bar_set_comparison (SeesawCompareBar *self, const SeesawComparison *comparison)
{
  seesaw_comparison_ref ((SeesawComparison *) comparison);
  g_clear_pointer (&self->comparison, seesaw_comparison_unref);
  self->comparison = (SeesawComparison *) comparison;
  choose_metric (self);
  list_attributes (self);
}

/**
 * seesaw_compare_bar_get_epoch:
 * @request: (inout): gets the epoch that is to be compared; the rest stays
 */
void
seesaw_compare_bar_get_epoch (SeesawCompareBar *self, SeesawCompareRequest *request)
{
  guint selected = gtk_drop_down_get_selected (self->epoch);

  request->choice = SEESAW_EPOCH_LAST;
  request->number = 0;
  if (selected < N_EPOCH_CHOICES)
    request->choice = (SeesawEpochChoice) selected;
  else if (self->epochs != NULL && selected - N_EPOCH_CHOICES < self->epochs->len)
    {
      request->choice = SEESAW_EPOCH_NUMBER;
      request->number = g_array_index (self->epochs, gint32, selected - N_EPOCH_CHOICES);
    }
}

/**
 * seesaw_compare_bar_get_subject:
 * @subject: (out): what is to be shown of the comparison that was set; valid until the next choice
 */
void
seesaw_compare_bar_get_subject (SeesawCompareBar *self, SeesawCompareSubject *subject)
{
  guint metric = gtk_drop_down_get_selected (self->metric);
  guint split = gtk_drop_down_get_selected (self->splits);

  g_return_if_fail (self->comparison != NULL);

  *subject = (SeesawCompareSubject){
    .comparison = self->comparison,
    .metrics = &g_array_index (self->metrics, SeesawMetric, metric),
    .n_metrics = 1,
    .x = self->attributes[gtk_drop_down_get_selected (self->x_axis)],
    .split = split > 0 ? self->attributes[split - 1] : NULL,
    .way = seesaw_compare_look_get_way (self->look),
  };
}
