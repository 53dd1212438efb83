/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is wrong with a style, said to who looks at rows. */

#include "config.h"

#include "seesaw-export-form.h"

/* The title without the key that leads there: "_Width", or "너비(_W)". */
static char *
get_label (GtkWidget *control)
{
  GtkWidget *row = gtk_widget_get_ancestor (control, ADW_TYPE_PREFERENCES_ROW);
  g_autoptr (GRegex) key = g_regex_new ("\\(_.\\)|_", 0, 0, NULL);

  return g_regex_replace_literal (key, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                                  -1, 0, "", 0, NULL);
}

/**
 * seesaw_export_form_explain:
 * @error: what is wrong with what is chosen
 *
 * Sentences name members of a style, as a command line does; here are rows instead.
 *
 * Returns: (transfer full): a sentence for who looks at them
 */
char *
seesaw_export_form_explain (SeesawExportForm *self, const GError *error)
{
  g_auto (GStrv) parts = g_strsplit (error->message, ":", 2);
  GObject *control =
      g_strv_length (parts) == 2 && *parts[0] != '\0'
          ? gtk_widget_get_template_child (GTK_WIDGET (self), SEESAW_TYPE_EXPORT_FORM, parts[0])
          : NULL;
  g_autofree char *label = control != NULL ? get_label (GTK_WIDGET (control)) : NULL;

  return label != NULL ? g_strconcat (label, ":", parts[1], NULL) : g_strdup (error->message);
}
