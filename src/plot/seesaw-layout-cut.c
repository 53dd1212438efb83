/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of x, or entries of a legend, that are too long are cut where no two of them become the
 * same: at the end, in the middle, at the beginning, or on both sides of where they begin to
 * differ.
 */

#include "config.h"

#include "seesaw-layout-private.h"

#include <string.h>

#define ELLIPSIS "…"

typedef enum
{
  CUT_END,
  CUT_MIDDLE,
  CUT_START,
  CUT_INSIDE,
} Cut;

typedef struct
{
  const SeesawPlotLayout *layout;
  double scale;
  double room;
} Cutter;

static char *
get_plain (const SeesawName *name)
{
  char *plain = NULL;

  pango_parse_markup (name->text, -1, 0, NULL, &plain, NULL, NULL);

  return plain != NULL ? plain : g_strdup (name->text);
}

/* How many letters all names begin with. */
static glong
count_shared (const GPtrArray *names)
{
  glong n_shared = G_MAXLONG;

  for (guint i = 0; i < names->len; i++)
    {
      const char *a = g_ptr_array_index (names, 0);
      const char *b = g_ptr_array_index (names, i);
      glong n = 0;

      while (*a != '\0' && *b != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b))
        {
          a = g_utf8_next_char (a);
          b = g_utf8_next_char (b);
          n++;
        }
      n_shared = MIN (n_shared, n);
    }

  return n_shared;
}

/* With @n of its letters. */
static char *
shorten (const char *name, Cut cut, glong n, glong n_shared)
{
  glong length = g_utf8_strlen (name, -1);
  glong first = cut == CUT_END      ? 0
                : cut == CUT_MIDDLE ? length - n / 2
                : cut == CUT_START  ? length - n
                                    : MIN (n_shared, length - n);
  glong last = cut == CUT_END || cut == CUT_INSIDE ? MIN (first + n, length) : length;
  g_autofree char *head = g_utf8_substring (name, 0, cut == CUT_MIDDLE ? (n + 1) / 2 : 0);
  g_autofree char *rest = g_utf8_substring (name, first, last);

  return g_strconcat (head, first > 0 ? ELLIPSIS : "", rest, last < length ? ELLIPSIS : "", NULL);
}

static gboolean
fits (const Cutter *self, const char *plain)
{
  g_autofree char *markup = g_markup_escape_text (plain, -1);
  g_autoptr (PangoLayout) text = seesaw_layout_new_text (self->layout, markup, self->scale);
  double width;
  double height;

  seesaw_layout_measure (text, &width, &height);

  return width <= self->room + 0.01;
}

/* As much of a name as fits. */
static char *
cut_to (const Cutter *self, const char *name, Cut cut, glong n_shared)
{
  glong low = 1;
  glong high = g_utf8_strlen (name, -1);

  if (fits (self, name))
    return g_strdup (name);

  while (high - low > 1)
    {
      glong n = (low + high) / 2;
      g_autofree char *text = shorten (name, cut, n, n_shared);

      if (fits (self, text))
        low = n;
      else
        high = n;
    }

  return shorten (name, cut, low, n_shared);
}

static gboolean
has_twins (const GPtrArray *names, const GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    for (guint j = 0; j < i; j++)
      if (strcmp (texts->pdata[i], texts->pdata[j]) == 0 &&
          strcmp (names->pdata[i], names->pdata[j]) != 0)
        return TRUE;

  return FALSE;
}

/**
 * seesaw_layout_cut_texts:
 * @names: (element-type utf8): plain texts
 * @scale: their size, in font sizes of the theme
 * @room: how long one may be, in user units
 *
 * Returns: (transfer full) (element-type utf8): the texts, those that are too long cut alike
 */
GPtrArray *
seesaw_layout_cut_texts (const SeesawPlotLayout *self,
                         const GPtrArray *names,
                         double scale,
                         double room)
{
  const Cutter cutter = { self, scale, room };
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  glong n_shared = count_shared (names);

  for (int cut = CUT_END; cut <= CUT_INSIDE; cut++)
    {
      g_ptr_array_set_size (texts, 0);
      for (guint i = 0; i < names->len; i++)
        g_ptr_array_add (texts, cut_to (&cutter, names->pdata[i], (Cut) cut, n_shared));
      if (!has_twins (names, texts))
        break;
    }

  return texts;
}

/**
 * seesaw_layout_cut_names:
 * @room: how long a name may be, in user units
 *
 * Returns: (transfer full) (element-type utf8): the names of x as plain text, likewise
 */
GPtrArray *
seesaw_layout_cut_names (const SeesawPlotLayout *self, double room)
{
  const GArray *all = self->scene->axes[0].names;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (names, get_plain (&g_array_index (all, SeesawName, i)));

  return seesaw_layout_cut_texts (self, names, self->theme.tick_font, room);
}
