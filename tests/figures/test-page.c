/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages in a style: nothing overlaps or leaves the page in any column of any paper, however long
 * the names are; what a style says is there.
 */

#include "config.h"

#include "check.h"
#include "seesaw-error.h"
#include "seesaw-page.h"
#include "view.h"

#include <math.h>
#include <string.h>

#define N_RUNS 6

static const char *reference_folder;

typedef struct
{
  SeesawView *views[N_RUNS];
  SeesawRunSubject runs[N_RUNS];
  SeesawSubject subject; /* the first run alone */
} Runs;

/* Classes and runs have names as long as the longest of WordNet. */
static void
lengthen_names (const SeesawView *view)
{
  const SeesawClasses *classes = view->run->classes;
  char **all = (char **) classes->names;

  for (gsize c = 0; c < classes->n_classes; c++)
    {
      char *name =
          g_strdup_printf ("%s, American black-footed brush-tailed %zu", classes->names[c], c);

      g_free (all[c]);
      all[c] = name;
    }
}

static void
runs_init (Runs *self)
{
  static const char *const names[N_RUNS] = {
    "Linear probing, then fine-tuning, weight decay 0.05", "WiSE-FT, α = 0.5", "L2-SP", "FT",
    "Selective distillation with frozen batch statistics", "LoRA, rank 16"
  };
  const SeesawViewRequest request = { .epoch = 3, .top_k = 1 };

  for (guint i = 0; i < N_RUNS; i++)
    {
      self->views[i] = view_new (&request);
      lengthen_names (self->views[i]);
      self->runs[i] = (SeesawRunSubject){
        .view = self->views[i], .gamma = 1.5 * i, .name = names[i], .style = seesaw_run_style (i)
      };
    }
  self->subject = (SeesawSubject){ .view = self->views[0], .gamma = 1.5, .selected = 4 };
}

static void
runs_clear (Runs *self)
{
  for (guint i = 0; i < N_RUNS; i++)
    seesaw_view_unref (self->views[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Runs, runs_clear)

/* A multiple of 1, 2 or 5 times a power of ten apart. */
static void
check_ticks (const SeesawPlotLayout *layout, int axis)
{
  const GArray *ticks = layout->ticks[axis];
  gboolean is_percent = layout->scene->axes[axis].format == SEESAW_AXIS_PERCENT ||
                        layout->scene->axes[axis].format == SEESAW_AXIS_MIRRORED;
  double places[2] = { 0.0, 0.0 };
  double unit;
  double step;
  double mantissa;

  if (ticks->len < 2 || layout->scene->axes[axis].format == SEESAW_AXIS_LOG)
    return;

  for (guint i = 0; i < 2; i++)
    {
      double x = g_array_index (ticks, double, i);
      double y = x;

      seesaw_plot_layout_to_data (layout, &x, &y);
      places[i] = axis == 0 ? x : y;
    }
  step = fabs (places[1] - places[0]) * (is_percent ? 100.0 : 1.0);
  unit = pow (10.0, floor (log10 (step) + 1e-6));
  mantissa = step / unit;
  g_assert_true (fabs (mantissa - 1.0) < 1e-6 || fabs (mantissa - 2.0) < 1e-6 ||
                 fabs (mantissa - 5.0) < 1e-6);
  g_assert_cmpfloat_with_epsilon (places[0] / (places[1] - places[0]),
                                  round (places[0] / (places[1] - places[0])), 1e-6);
}

static void
check_page (const SeesawPage *page, gboolean chooses_height)
{
  const SeesawGrid *grid = seesaw_page_get_grid (page);
  const SeesawTheme *theme = seesaw_page_get_theme (page);
  double width = seesaw_page_get_width (page);
  double height = seesaw_page_get_height (page);
  double legend = seesaw_grid_measure_legend (grid, theme, width, height);
  g_autoptr (GPtrArray) layouts = seesaw_grid_lay_out (grid, theme, width, height);

  for (gsize i = 0; i < grid->n_panels; i++)
    {
      const SeesawPlotLayout *layout = g_ptr_array_index (layouts, i);
      SeesawRect cell = seesaw_grid_get_cell (grid, theme, width, height, i);

      check_layout (layout);
      check_labels (layout, grid->panels[i].overlay);
      check_ticks (layout, 0);
      check_ticks (layout, 1);
      if (chooses_height)
        {
          g_assert_cmpfloat (layout->plot.width, >, 0.4 * cell.width);
          g_assert_cmpfloat (layout->plot.height, >, 0.3 * cell.height);
        }
      g_assert_cmpfloat (cell.y, >=, theme->legend == SEESAW_LEGEND_BELOW ? 0.0 : legend - 1e-9);
      g_assert_cmpfloat (cell.x + cell.width, <=, width + 1e-9);
      g_assert_cmpfloat (cell.y + cell.height, <=,
                         height + 1e-9 - (theme->legend == SEESAW_LEGEND_BELOW ? legend : 0.0));
    }
}

static void
check_styles (const SeesawPageContent *content)
{
  gsize n;
  const SeesawPreset *presets = seesaw_preset_list (&n);

  for (gsize i = 0; i <= n + 1; i++)
    for (int legend = SEESAW_LEGEND_AUTO; legend <= SEESAW_LEGEND_BELOW; legend++)
      {
        g_auto (SeesawFigureStyle) style;
        g_autoptr (GError) error = NULL;
        g_autoptr (SeesawPage) page = NULL;

        seesaw_style_init (&style);
        if (i < n)
          seesaw_style_apply_preset (&style, &presets[i]);
        else
          style.width = i == n ? 3.25 * 72.0 : 60.0 * 72.0 / 25.4;
        g_assert_true (seesaw_style_set (&style, "font", "Sans", NULL));
        if (content->n_figures > 1) /* a slide is not high enough for six of them and a legend */
          style.height = 0.0;
        style.legend = (SeesawLegendPlace) legend;
        page = seesaw_page_new (content, &style, &error);
        g_assert_no_error (error);
        check_page (page, style.height == 0.0);
      }
}

static void
test_figure (gconstpointer data)
{
  const SeesawFigure *const figure = data;
  g_auto (Runs) runs = { 0 };
  SeesawPageContent content = {
    .figures = &figure, .n_figures = 1, .subject = &runs.subject, .with_overlay = TRUE
  };

  runs_init (&runs);
  check_styles (&content);
  if (!figure->overlays_runs)
    return;

  runs.subject.runs = runs.runs;
  runs.subject.n_runs = N_RUNS;
  check_styles (&content);
}

static SeesawPageContent
get_histories (const SeesawFigure **histories, const SeesawSubject *subject)
{
  gsize n;
  const SeesawFigure *const *all = seesaw_figure_list (&n);
  SeesawPageContent content = { .figures = histories, .subject = subject, .with_overlay = TRUE };

  for (gsize i = 0; i < n; i++)
    if (g_str_equal (all[i]->group, "histories"))
      histories[content.n_figures++] = all[i];

  return content;
}

/* All panels of a page are of one size, however many runs its legend lists. */
static void
test_histories (void)
{
  const SeesawFigure *histories[8];
  g_auto (Runs) runs = { 0 };
  SeesawPageContent content;
  g_auto (SeesawFigureStyle) style;
  g_autoptr (SeesawPage) page = NULL;
  g_autoptr (GPtrArray) layouts = NULL;
  const SeesawPlotLayout *first;

  runs_init (&runs);
  content = get_histories (histories, &runs.subject);
  check_styles (&content);
  runs.subject.runs = runs.runs;
  runs.subject.n_runs = N_RUNS;
  check_styles (&content);

  seesaw_style_init (&style);
  page = seesaw_page_new (&content, &style, NULL);
  layouts = seesaw_grid_lay_out (seesaw_page_get_grid (page), seesaw_page_get_theme (page),
                                 seesaw_page_get_width (page), seesaw_page_get_height (page));
  first = g_ptr_array_index (layouts, 0);
  for (guint i = 1; i < layouts->len; i++)
    g_assert_cmpfloat_with_epsilon (
        ((const SeesawPlotLayout *) g_ptr_array_index (layouts, i))->plot.height,
        first->plot.height, 1.0);
}

static void
test_size_and_font (void)
{
  const SeesawFigure *curve = seesaw_figure_find ("curve");
  g_auto (Runs) runs = { 0 };
  const SeesawPageContent content = { .figures = &curve, .n_figures = 1, .subject = &runs.subject };
  g_auto (SeesawFigureStyle) style;
  g_autoptr (SeesawPage) page = NULL;
  g_autoptr (SeesawPlotLayout) layout = NULL;

  runs_init (&runs);
  seesaw_style_init (&style);
  g_assert_true (seesaw_style_set (&style, "width", "84mm", NULL));
  g_assert_true (seesaw_style_set (&style, "font-size", "9.25", NULL));
  page = seesaw_page_new (&content, &style, NULL);
  g_assert_cmpfloat_with_epsilon (seesaw_page_get_width (page), 84.0 * 72.0 / 25.4, 1e-9);
  layout = seesaw_plot_layout_new (seesaw_page_get_grid (page)->panels[0].scene,
                                   seesaw_page_get_theme (page), 400.0, 300.0);
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const SeesawText *text = g_ptr_array_index (layout->texts, i);
      const PangoFontDescription *font = pango_layout_get_font_description (text->layout);

      g_assert_true (pango_font_description_get_size_is_absolute (font));
      g_assert_cmpint (pango_font_description_get_size (font), ==, (int) (9.25 * PANGO_SCALE));
    }
}

static SeesawPage *
new_curve (const Runs *runs, SeesawFigureStyle *style, GError **error)
{
  const SeesawFigure *curve = seesaw_figure_find ("curve");
  const SeesawPageContent content = { .figures = &curve,
                                      .n_figures = 1,
                                      .subject = &runs->subject };

  return seesaw_page_new (&content, style, error);
}

static void
test_limits (void)
{
  g_auto (Runs) runs = { 0 };
  g_auto (SeesawFigureStyle) style;
  const SeesawAxis *axes;
  g_autoptr (SeesawPage) percent = NULL;
  g_autoptr (SeesawPage) fraction = NULL;

  runs_init (&runs);
  seesaw_style_init (&style);
  style.x_limits = (SeesawLimits){ TRUE, 20.0, 60.0 };
  percent = new_curve (&runs, &style, NULL);
  axes = seesaw_page_get_grid (percent)->panels[0].scene->axes;
  g_assert_cmpfloat (axes[0].scale.low, ==, 0.2);
  g_assert_cmpfloat (axes[0].scale.high, ==, 0.6);
  g_assert_nonnull (strstr (axes[0].title, "(%)"));

  style.unit = SEESAW_UNIT_FRACTION;
  style.x_limits = (SeesawLimits){ TRUE, 0.2, 0.6 };
  fraction = new_curve (&runs, &style, NULL);
  axes = seesaw_page_get_grid (fraction)->panels[0].scene->axes;
  g_assert_cmpfloat (axes[0].scale.low, ==, 0.2);
  g_assert_cmpfloat (axes[0].scale.high, ==, 0.6);
  g_assert_null (strstr (axes[0].title, "%"));
  g_assert_null (strstr (axes[1].title, "%"));
}

/* Six panels and a long legend do not fit on a slide; the height that is named is enough. */
static void
test_too_low (void)
{
  const SeesawFigure *histories[8];
  g_auto (Runs) runs = { 0 };
  SeesawPageContent content;
  g_auto (SeesawFigureStyle) style;
  g_autoptr (GError) error = NULL;
  g_autoptr (SeesawPage) page = NULL;
  const char *named;

  runs_init (&runs);
  content = get_histories (histories, &runs.subject);
  runs.subject.runs = runs.runs;
  runs.subject.n_runs = N_RUNS;
  seesaw_style_init (&style);
  seesaw_style_apply_preset (&style, seesaw_preset_find ("slide"));
  g_assert_null (seesaw_page_new (&content, &style, &error));
  g_assert_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT);
  named = strstr (error->message, "about ");
  g_assert_nonnull (named);

  style.height = g_ascii_strtod (named + strlen ("about "), NULL);
  page = seesaw_page_new (&content, &style, NULL);
  g_assert_nonnull (page);
  check_page (page, FALSE);
}

/* The legend of a page of several runs. */
static guint
count_entries (const SeesawPage *page)
{
  const SeesawGrid *grid = seesaw_page_get_grid (page);
  const SeesawTheme *theme = seesaw_page_get_theme (page);
  double width = seesaw_page_get_width (page);
  double height = seesaw_page_get_height (page);
  g_autoptr (GPtrArray) layouts = seesaw_grid_lay_out (grid, theme, width, height);
  g_autoptr (SeesawPlotLayout) shared = seesaw_grid_lay_out_legend (grid, theme, width, height);
  const SeesawPlotLayout *layout = shared != NULL ? shared : g_ptr_array_index (layouts, 0);

  return layout->legend.width > 0.0 ? layout->legend_marks->len : 0;
}

/* However many runs there are, and wherever the legend is to go, it is there. */
static void
check_many (const SeesawPageContent *content, guint n_runs, const char *height)
{
  for (int legend = SEESAW_LEGEND_AUTO; legend <= SEESAW_LEGEND_BELOW; legend++)
    {
      g_auto (SeesawFigureStyle) style;
      g_autoptr (GError) error = NULL;
      g_autoptr (SeesawPage) page = NULL;

      seesaw_style_init (&style);
      seesaw_style_apply_preset (&style, seesaw_preset_find ("icml"));
      g_assert_true (seesaw_style_set (&style, "font", "Sans", NULL));
      g_assert_true (seesaw_style_set (&style, "height", height, NULL));
      style.legend = (SeesawLegendPlace) legend;
      page = seesaw_page_new (content, &style, &error);
      if (legend != SEESAW_LEGEND_NONE && style.height > 0.0)
        {
          g_assert_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT);
          g_assert_nonnull (strstr (error->message, "about "));
          style.height = g_ascii_strtod (strstr (error->message, "about ") + 6, NULL);
          page = seesaw_page_new (content, &style, NULL);
        }

      g_assert_nonnull (page);
      check_page (page, FALSE);
      g_assert_cmpuint (count_entries (page), >=, legend == SEESAW_LEGEND_NONE ? 0 : n_runs);
    }
}

static void
test_many_runs (void)
{
  static const char *const ids[] = { "curve", "history-accuracy", "history-ausuc" };
  const SeesawFigure *histories[8];
  g_auto (Runs) runs = { 0 };
  SeesawRunSubject many[24];
  SeesawPageContent content = { 0 };

  runs_init (&runs);
  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    {
      many[i] = runs.runs[i % N_RUNS];
      many[i].style = seesaw_run_style (i);
    }
  runs.subject.runs = many;
  for (runs.subject.n_runs = 9; runs.subject.n_runs <= 24; runs.subject.n_runs += 5)
    {
      guint n = (guint) runs.subject.n_runs;

      for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
        {
          const SeesawFigure *figure = seesaw_figure_find (ids[i]);

          g_assert_nonnull (figure);
          content =
              (SeesawPageContent){ .figures = &figure, .n_figures = 1, .subject = &runs.subject };
          check_many (&content, n, "auto");
          check_many (&content, n, n > 9 ? "150pt" : "auto");
        }
      content = get_histories (histories, &runs.subject);
      check_many (&content, n, "auto");
    }
}

static void
test_refused (void)
{
  const SeesawFigure *drift = seesaw_figure_find ("drift");
  g_auto (Runs) runs = { 0 };
  const SeesawPageContent content = { .figures = &drift, .n_figures = 1, .subject = &runs.subject };
  g_auto (SeesawFigureStyle) style;
  g_autoptr (GError) names = NULL;
  g_autoptr (GError) font = NULL;

  runs_init (&runs);
  seesaw_style_init (&style);
  style.x_limits = (SeesawLimits){ TRUE, 0.0, 1.0 };
  g_assert_null (seesaw_page_new (&content, &style, &names));
  g_assert_error (names, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT);
  g_assert_nonnull (strstr (names->message, "xlim"));

  g_assert_true (seesaw_style_set (&style, "font", "No Such Font", NULL));
  g_assert_null (new_curve (&runs, &style, &font));
  g_assert_error (font, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT);
  g_assert_nonnull (strstr (font->message, "No Such Font"));
}

/* Lines that only colours told apart differ in dash and marker, too, where they are grey. */
static void
test_grey (void)
{
  const SeesawFigure *figure = seesaw_figure_find ("history-accuracy");
  g_auto (Runs) runs = { 0 };
  const SeesawPageContent content = { .figures = &figure,
                                      .n_figures = 1,
                                      .subject = &runs.subject };
  g_auto (SeesawFigureStyle) style;
  g_autoptr (SeesawPage) page = NULL;
  const SeesawScene *scene;

  runs_init (&runs);
  seesaw_style_init (&style);
  style.palette = SEESAW_PALETTE_GREYSCALE;
  page = seesaw_page_new (&content, &style, NULL);
  scene = seesaw_page_get_grid (page)->panels[0].scene;
  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < i; j++)
      {
        const SeesawMark *a = view_get_mark (scene, SEESAW_MARK_LINE, i);
        const SeesawMark *b = view_get_mark (scene, SEESAW_MARK_LINE, j);

        g_assert_cmpint (a->style.color, !=, b->style.color);
        g_assert_cmpint (a->style.dash, !=, b->style.dash);
        g_assert_cmpint (a->marker, !=, b->marker);
      }

  for (int i = 0; i < SEESAW_N_COLORS; i++)
    {
      SeesawRgb color = seesaw_page_get_theme (page)->colors[i];

      g_assert_true (color.red == color.green && color.green == color.blue);
    }
}

static void
check_picture (const SeesawPageContent *content, const SeesawFigureStyle *style, const char *name)
{
  g_autoptr (SeesawPage) page = seesaw_page_new (content, style, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) ceil (2.0 * seesaw_page_get_width (page)),
      (int) ceil (2.0 * seesaw_page_get_height (page)));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, 2.0, 2.0);
  seesaw_page_paint (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  check_like_reference (surface, reference_folder, name);
  cairo_surface_destroy (surface);
}

static void
test_pictures (void)
{
  const SeesawFigure *curve = seesaw_figure_find ("curve");
  const SeesawFigure *histories[8];
  g_auto (Runs) runs = { 0 };
  SeesawPageContent content = {
    .figures = &curve, .n_figures = 1, .subject = &runs.subject, .with_overlay = TRUE
  };
  g_auto (SeesawFigureStyle) style;

  runs_init (&runs);
  seesaw_style_init (&style);
  seesaw_style_apply_preset (&style, seesaw_preset_find ("icml"));
  g_assert_true (seesaw_style_set (&style, "font", "Sans", NULL));
  check_picture (&content, &style, "page-icml.png");

  content = get_histories (histories, &runs.subject);
  style.palette = SEESAW_PALETTE_GREYSCALE;
  style.unit = SEESAW_UNIT_FRACTION;
  style.width = 5.5 * 72.0;
  style.grid = FALSE;
  check_picture (&content, &style, "page-greyscale.png");

  runs.subject.runs = runs.runs;
  runs.subject.n_runs = N_RUNS;
  check_picture (&content, &style, "page-greyscale-runs.png");
}

int
main (int argc, char *argv[])
{
  gsize n;
  const SeesawFigure *const *figures = seesaw_figure_list (&n);

  g_test_init (&argc, &argv, NULL);
  reference_folder = argv[1];

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/page/%s", figures[i]->id);

      g_test_add_data_func (path, figures[i], test_figure);
    }
  g_test_add_func ("/page/histories", test_histories);
  g_test_add_func ("/page/size-and-font", test_size_and_font);
  g_test_add_func ("/page/limits", test_limits);
  g_test_add_func ("/page/too-low", test_too_low);
  g_test_add_func ("/page/many-runs", test_many_runs);
  g_test_add_func ("/page/refused", test_refused);
  g_test_add_func ("/page/grey", test_grey);
  g_test_add_func ("/page/pictures", test_pictures);

  return g_test_run ();
}
