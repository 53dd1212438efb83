/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names along the slider. */

#include "config.h"

#include "seesaw-gamma-marks.h"

#include <math.h>

/* Between two names, in pixels. */
#define NAME_SPACING 6.0

/* What stands beside the slider, in pixels, about. */
#define BESIDE_SLIDER 200.0
#define NARROWEST_SLIDER 48.0

/* A name on the slider: of one γ, or of several that lie too close to be named apart. */
typedef struct
{
  double first;
  double last;
  char *name;
} Mark;

static void
mark_clear (gpointer data)
{
  Mark *mark = data;

  g_free (mark->name);
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  double x = ((const Mark *) a)->first;
  double y = ((const Mark *) b)->first;

  return (x > y) - (x < y);
}

static void
append_mark (GArray *marks, double gamma, const char *name)
{
  Mark mark = { gamma, gamma, g_strdup (name) };

  g_array_append_val (marks, mark);
}

/* 0 and the known γs, by size. */
static GArray *
list_marks (const SeesawAnalysis *now)
{
  static const char *const names[SEESAW_N_KNOWN_GAMMAS] = { "ALG", "PCV", "γ*", "γ<sub>bal</sub>" };
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (Mark));

  g_array_set_clear_func (marks, mark_clear);
  append_mark (marks, 0.0, "0");
  for (int i = 0; i < SEESAW_N_KNOWN_GAMMAS; i++)
    if (!isnan (now->gamma[i]))
      append_mark (marks, now->gamma[i], names[i]);
  g_array_sort (marks, compare_marks);

  return marks;
}

/* γ that one pixel of the slider stands for, in a window as wide as it is. */
static double
gamma_per_pixel (GtkScale *slider, double range)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (slider));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  double width = surface != NULL ? gdk_surface_get_width (surface) : 0.0;

  return range / MAX (width - BESIDE_SLIDER, NARROWEST_SLIDER);
}

static double
name_width (GtkScale *slider, const Mark *mark)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (slider), NULL);
  int width;

  pango_layout_set_markup (layout, mark->name, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/* A name needs a tick to stand on: of those it covers, the one nearest to the middle. */
static double
middle_gamma (const GArray *marks, const Mark *joined)
{
  double middle = (joined->first + joined->last) / 2.0;
  double best = joined->first;

  for (guint i = 0; i < marks->len; i++)
    {
      double gamma = g_array_index (marks, Mark, i).first;

      if (fabs (gamma - middle) < fabs (best - middle))
        best = gamma;
    }

  return best;
}

/* Whether the names of two neighbours would run into each other. */
static gboolean
collide (GtkScale *slider, const GArray *marks, const Mark *a, const Mark *b, double per_pixel)
{
  double distance = middle_gamma (marks, b) - middle_gamma (marks, a);
  double needed = (name_width (slider, a) + name_width (slider, b)) / 2.0 + NAME_SPACING;

  return distance < needed * per_pixel;
}

/* Puts together what collides, until nothing does: a name that has grown may collide again. */
static void
join_marks (GtkScale *slider, const GArray *marks, GArray *names, double per_pixel)
{
  guint i = 0;

  while (i + 1 < names->len)
    {
      Mark *a = &g_array_index (names, Mark, i);
      Mark *b = &g_array_index (names, Mark, i + 1);

      if (collide (slider, marks, a, b, per_pixel))
        {
          char *joined = g_strdup_printf ("%s  %s", a->name, b->name);

          g_free (a->name);
          a->name = joined;
          a->last = b->last;
          g_array_remove_index (names, i + 1);
          i = 0;
        }
      else
        i++;
    }
}

/**
 * seesaw_gamma_marks_show:
 * @slider: a slider for γ
 * @now: the epoch that is looked at
 * @range: from the lowest to the highest γ of the slider
 *
 * Marks 0 and every known γ. Names stand over their marks; those that would run into each other
 * stand together.
 */
void
seesaw_gamma_marks_show (GtkScale *slider, const SeesawAnalysis *now, double range)
{
  g_autoptr (GArray) marks = list_marks (now);
  g_autoptr (GArray) names = list_marks (now);

  join_marks (slider, marks, names, gamma_per_pixel (slider, range));

  gtk_scale_clear_marks (slider);
  for (guint i = 0; i < marks->len; i++)
    gtk_scale_add_mark (slider, g_array_index (marks, Mark, i).first, GTK_POS_TOP, NULL);
  for (guint i = 0; i < names->len; i++)
    {
      const Mark *mark = &g_array_index (names, Mark, i);

      gtk_scale_add_mark (slider, middle_gamma (marks, mark), GTK_POS_TOP, mark->name);
    }
}
