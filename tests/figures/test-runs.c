/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several runs in one figure. The runs are one run at three epochs, looked at in three ways, so
 * that they differ.
 */

#include "check.h"
#include "seesaw-export.h"
#include "seesaw-figure.h"
#include "view.h"

#include <string.h>

#define WIDTH 360
#define HEIGHT 288
#define N_RUNS 3

static const char *reference_folder;

typedef struct
{
  SeesawView *views[N_RUNS];
  SeesawRunSubject runs[N_RUNS];
  SeesawSubject subject;
} Side;

/* The second one is the present run. */
static void
side_init (Side *self)
{
  static const char *const names[N_RUNS] = { "First & foremost", "Second", "Third" };

  for (guint i = 0; i < N_RUNS; i++)
    {
      const SeesawViewRequest request = { .epoch = i + 1,
                                          .top_k = i == 2 ? SEESAW_TOP_K : 1,
                                          .average = i == 0 ? SEESAW_AVERAGE_CLASS
                                                            : SEESAW_AVERAGE_SAMPLE };

      self->views[i] = view_new (&request);
      self->runs[i] = (SeesawRunSubject){
        .view = self->views[i], .gamma = 1.5 * i, .name = names[i], .style = seesaw_run_style (i)
      };
    }
  self->subject = (SeesawSubject){
    .view = self->views[1], .gamma = 1.5, .selected = 4, .runs = self->runs, .n_runs = N_RUNS
  };
}

static void
side_clear (Side *self)
{
  for (guint i = 0; i < N_RUNS; i++)
    seesaw_view_unref (self->views[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, side_clear)

static void
test_reference (gconstpointer data)
{
  const SeesawFigure *figure = data;
  g_auto (Side) side = { 0 };
  SeesawTheme theme = seesaw_theme_print (10.0);
  g_autofree char *name = g_strdup_printf ("%s-runs.png", figure->id);
  g_autoptr (SeesawScene) scene = NULL;
  g_autoptr (SeesawScene) overlay = NULL;
  g_autoptr (SeesawPlotLayout) layout = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  side_init (&side);
  scene = figure->new_scene (&side.subject);
  overlay = figure->new_overlay (&side.subject);
  layout = seesaw_plot_layout_new (scene, &theme, WIDTH, HEIGHT);
  seesaw_paint_scene (layout, cr);
  seesaw_paint_overlay (layout, overlay, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  check_like_reference (surface, reference_folder, name);
  cairo_surface_destroy (surface);
}

static GBytes *
draw (const SeesawFigure *figure, const SeesawSubject *subject)
{
  g_autoptr (SeesawScene) scene = figure->new_scene (subject);
  g_autoptr (SeesawScene) overlay = figure->new_overlay (subject);
  SeesawTheme theme = seesaw_theme_print (10.0);

  return check_draw (scene, overlay, &theme, WIDTH, HEIGHT);
}

/* One run among one is that run; three are not. */
static void
test_alone (gconstpointer data)
{
  const SeesawFigure *figure = data;
  g_auto (Side) side = { 0 };
  g_autoptr (GBytes) alone = NULL;
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) all = NULL;

  side_init (&side);
  all = draw (figure, &side.subject);
  side.subject.runs = &side.runs[1];
  side.subject.n_runs = 1;
  one = draw (figure, &side.subject);
  side.subject.runs = NULL;
  side.subject.n_runs = 0;
  alone = draw (figure, &side.subject);

  g_assert_true (g_bytes_equal (one, alone));
  g_assert_false (g_bytes_equal (one, all));
}

/* The legend is there at every size that has room for it, and nothing is over anything else. */
static void
test_layout (gconstpointer data)
{
  const SeesawFigure *figure = data;
  g_auto (Side) side = { 0 };
  g_autoptr (SeesawScene) scene = NULL;

  side_init (&side);
  scene = figure->new_scene (&side.subject);
  for (double width = 240.0; width < 3000.0; width *= 1.7)
    for (double height = 220.0; height < 2000.0; height *= 1.9)
      {
        SeesawTheme theme = seesaw_theme_screen (FALSE, "Sans", 10.0);
        g_autoptr (SeesawPlotLayout) layout = seesaw_plot_layout_new (scene, &theme, width, height);

        check_layout (layout);
        g_assert_cmpfloat (layout->legend.width, >, 0.0);
      }
}

static gboolean
mentions_a_run (const char *line, const Side *side)
{
  for (guint i = 0; i < N_RUNS; i++)
    if (strstr (line, side->runs[i].name) != NULL)
      return TRUE;

  return FALSE;
}

static void
test_answers (gconstpointer data)
{
  const SeesawFigure *figure = data;
  g_auto (Side) side = { 0 };
  SeesawTheme theme = seesaw_theme_print (10.0);
  g_autoptr (SeesawScene) scene = NULL;
  g_autoptr (SeesawPlotLayout) layout = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *text = NULL;

  side_init (&side);
  scene = figure->new_scene (&side.subject);
  layout = seesaw_plot_layout_new (scene, &theme, WIDTH, HEIGHT);
  csv = figure->to_csv (&side.subject);
  text = figure->describe (&side.subject);
  g_assert_true (g_utf8_validate (csv, -1, NULL) && g_utf8_validate (text, -1, NULL));
  for (double x = -10.0; x < WIDTH + 20.0; x += 37.0)
    for (double y = -10.0; y < HEIGHT + 20.0; y += 37.0)
      {
        g_autofree char *line = figure->read_out (&side.subject, layout, x, y);

        g_assert_true (line == NULL || mentions_a_run (line, &side));
        figure->pick (&side.subject, layout, x, y);
      }
}

static SeesawRun *
new_run (const char *const *names, gsize n_classes, const char *name)
{
  static const guint8 seen[] = { 1, 0, 1, 0 };
  g_autoptr (SeesawClasses) classes = seesaw_classes_new (seen, names, n_classes, NULL);

  return seesaw_run_new ("run.h5", name, classes, (const gint32[]){ 0 }, 1);
}

static guint
count_labels (const SeesawScene *scene, const char *label)
{
  guint n = 0;

  for (guint i = 0; i < scene->marks->len; i++)
    n += g_strcmp0 (((const SeesawMark *) g_ptr_array_index (scene->marks, i))->label, label) == 0;

  return n;
}

/* A line that the present run lacks bears its name at another run, and only there. */
static void
test_named_lines (void)
{
  const SeesawFigure *figure = seesaw_figure_find ("history-ausuc");
  g_auto (Side) side = { 0 };
  g_autoptr (SeesawScene) all = NULL;
  g_autoptr (SeesawScene) others = NULL;
  SeesawAnalysis **ncm;

  side_init (&side);
  all = figure->new_scene (&side.subject);
  ncm = side.views[1]->history->analyses[SEESAW_SCORE_NCM];
  side.views[1]->history->analyses[SEESAW_SCORE_NCM] = NULL;
  others = figure->new_scene (&side.subject);
  side.views[1]->history->analyses[SEESAW_SCORE_NCM] = ncm;

  g_assert_cmpuint (count_labels (all, "NCM"), ==, 1);
  g_assert_cmpuint (count_labels (others, "NCM"), ==, 1);
  g_assert_cmpuint (count_labels (others, "Classifier"), ==, 1);
}

/* A figure is missing if all runs lack what it shows, or the present one if it is of one run. */
static void
test_missing (void)
{
  static const guint8 seen[] = { 1, 0, 1, 0 };
  g_autoptr (SeesawClasses) classes = seesaw_classes_new (seen, NULL, 4, NULL);
  g_autoptr (SeesawRun) one = new_run (NULL, 4, "one");
  g_autoptr (SeesawRun) two =
      seesaw_run_new ("two.h5", "two", classes, (const gint32[]){ 0, 1 }, 2);
  SeesawView first = { .run = one };
  SeesawView second = { .run = two };
  const SeesawRunSubject runs[] = { { .view = &first }, { .view = &second } };
  SeesawSubject subject = { .view = &first, .runs = runs, .n_runs = 2 };

  g_assert_null (seesaw_subject_find_missing (&subject, seesaw_figure_find ("history-ausuc")));
  g_assert_nonnull (seesaw_subject_find_missing (&subject, seesaw_figure_find ("history-ncm")));
  g_assert_null (seesaw_subject_find_missing (&subject, seesaw_figure_find ("curve")));
  subject.n_runs = 1;
  g_assert_nonnull (seesaw_subject_find_missing (&subject, seesaw_figure_find ("history-ausuc")));
}

static void
test_why_not (void)
{
  static const char *const names[] = { "a", "b", "c", "d", NULL };
  static const char *const others[] = { "a", "x", "c", "d", NULL };
  g_autoptr (SeesawRun) three = new_run (NULL, 3, "three");
  g_autoptr (SeesawRun) plain = new_run (NULL, 4, "plain");
  g_autoptr (SeesawRun) named = new_run (names, 4, "named");
  g_autoptr (SeesawRun) other = new_run (others, 4, "other");
  g_autofree char *number = seesaw_runs_why_not (plain, three);
  g_autofree char *name = seesaw_runs_why_not (named, other);

  g_assert_nonnull (strstr (number, "3 classes"));
  g_assert_nonnull (strstr (name, "“x”"));
  g_assert_null (seesaw_runs_why_not (plain, named));
  g_assert_null (seesaw_runs_why_not (named, named));
}

static void
test_styles (void)
{
  for (guint i = 0; i < 42; i++)
    for (guint j = 0; j < i; j++)
      {
        SeesawRunStyle a = seesaw_run_style (i);
        SeesawRunStyle b = seesaw_run_style (j);

        g_assert_true (a.color != b.color || a.marker != b.marker);
        g_assert_true (i >= 5 || (a.color != b.color && a.marker != b.marker && a.dash != b.dash));
      }
}

static void
add_tests (const SeesawFigure *figure)
{
  static const struct
  {
    const char *name;
    GTestDataFunc run;
  } tests[] = { { "reference", test_reference },
                { "alone", test_alone },
                { "layout", test_layout },
                { "answers", test_answers } };

  for (gsize i = 0; figure->overlays_runs && i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/runs/%s/%s", figure->id, tests[i].name);

      g_test_add_data_func (path, figure, tests[i].run);
    }
}

int
main (int argc, char *argv[])
{
  gsize n;
  const SeesawFigure *const *figures = seesaw_figure_list (&n);

  g_test_init (&argc, &argv, NULL);
  reference_folder = argc > 1 ? argv[1] : "reference";
  for (gsize i = 0; i < n; i++)
    add_tests (figures[i]);
  g_test_add_func ("/runs/named-lines", test_named_lines);
  g_test_add_func ("/runs/missing", test_missing);
  g_test_add_func ("/runs/why-not", test_why_not);
  g_test_add_func ("/runs/styles", test_styles);

  return g_test_run ();
}
