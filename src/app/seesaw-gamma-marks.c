/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names along the slider. */

#include "config.h"

#include "seesaw-gamma-marks.h"

#include <math.h>

/* Names of marks nearer than this, in pixels, would run into each other. */
#define MARK_DISTANCE 48.0

/* What stands beside the slider, in pixels, about. */
#define BESIDE_SLIDER 200.0

typedef struct
{
  double gamma;
  const char *name;
} NamedGamma;

static int
compare_named (gconstpointer a, gconstpointer b)
{
  double x = ((const NamedGamma *) a)->gamma;
  double y = ((const NamedGamma *) b)->gamma;

  return (x > y) - (x < y);
}

/* 0 and the known γs, by size. */
static GArray *
list_marks (const SeesawAnalysis *now)
{
  static const char *const names[SEESAW_N_KNOWN_GAMMAS] = { "ALG", "PCV", "γ*", "γ<sub>bal</sub>" };
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (NamedGamma));
  NamedGamma mark = { 0.0, "0" };

  g_array_append_val (marks, mark);
  for (int i = 0; i < SEESAW_N_KNOWN_GAMMAS; i++)
    if (!isnan (now->gamma[i]))
      {
        mark = (NamedGamma){ now->gamma[i], names[i] };
        g_array_append_val (marks, mark);
      }
  g_array_sort (marks, compare_named);

  return marks;
}

/* γ between names that do not run into each other, in a window as wide as it is. */
static double
mark_distance (GtkScale *slider, double range)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (slider));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  double width = surface != NULL ? gdk_surface_get_width (surface) : 0.0;

  return MARK_DISTANCE / MAX (width - BESIDE_SLIDER, MARK_DISTANCE) * range;
}

/* Names that would run into each other are put together at the first. */
static void
add_marks (GtkScale *slider, const GArray *marks, double distance)
{
  guint i = 0;

  while (i < marks->len)
    {
      const NamedGamma *first = &g_array_index (marks, NamedGamma, i);
      g_autoptr (GString) name = g_string_new (first->name);
      double last = first->gamma;

      for (i++; i < marks->len; i++)
        {
          const NamedGamma *next = &g_array_index (marks, NamedGamma, i);

          if (next->gamma - last > distance)
            break;

          g_string_append_printf (name, "  %s", next->name);
          gtk_scale_add_mark (slider, next->gamma, GTK_POS_TOP, NULL);
          last = next->gamma;
        }
      gtk_scale_add_mark (slider, first->gamma, GTK_POS_TOP, name->str);
    }
}

/**
 * seesaw_gamma_marks_show:
 * @slider: a slider for γ
 * @now: the epoch that is looked at
 * @range: from the lowest to the highest γ of the slider
 *
 * Marks 0 and every known γ.
 */
void
seesaw_gamma_marks_show (GtkScale *slider, const SeesawAnalysis *now, double range)
{
  g_autoptr (GArray) marks = list_marks (now);

  gtk_scale_clear_marks (slider);
  add_marks (slider, marks, mark_distance (slider, range));
}
