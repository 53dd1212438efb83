/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding what was installed with the program, also where the whole prefix was moved or staged. */

#include "config.h"

#include "seesaw-prefix.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#define ENTRY "applications/" APPLICATION_ID ".desktop"

/* Programs are one folder below the prefix, in bin or libexec. */
static char *
get_prefix (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  return folder != NULL ? g_path_get_dirname (folder) : NULL;
}

/**
 * seesaw_prefix_find:
 * @path: absolute path that was configured for something that is installed
 *
 * Returns: (transfer full): where it is under the prefix of the running program, or else @path, as
 *   for a program that runs from the build folder
 */
char *
seesaw_prefix_find (const char *path)
{
  g_autofree char *prefix = get_prefix ();
  g_autofree char *found = NULL;

  if (prefix == NULL || !g_str_has_prefix (path, PREFIX "/"))
    return g_strdup (path);

  found = g_build_filename (prefix, path + strlen (PREFIX), NULL);

  return g_file_test (found, G_FILE_TEST_EXISTS) ? g_steal_pointer (&found) : g_strdup (path);
}

/* Where nobody chose a locale, as in a container, γ and names of classes shall not become question
 * marks. LC_ALL=C is a choice.
 */
static void
prefer_utf8 (void)
{
  const char *chosen = g_getenv ("LC_ALL");

  if ((chosen == NULL || *chosen == '\0') && g_strcmp0 (setlocale (LC_CTYPE, NULL), "C") == 0)
    setlocale (LC_CTYPE, "C.UTF-8");
}

/**
 * seesaw_prefix_set_up_texts:
 *
 * Takes the locale of the environment, and the translations that were installed.
 */
void
seesaw_prefix_set_up_texts (void)
{
  g_autofree char *folder = seesaw_prefix_find (LOCALEDIR);

  setlocale (LC_ALL, "");
  prefer_utf8 ();
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static gboolean
is_in_list (const char *folder, const char *list)
{
  g_auto (GStrv) others = g_strsplit (list, ":", -1);

  for (char **other = others; *other != NULL; other++)
    {
      g_autofree char *path = g_canonicalize_filename (*other, "/");

      if (g_str_equal (path, folder))
        return TRUE;
    }

  return FALSE;
}

/**
 * seesaw_prefix_add_data:
 *
 * Lets schemas and icons be found in a prefix where the desktop does not look. To be called before
 * anything asks GLib for folders of data.
 */
void
seesaw_prefix_add_data (void)
{
  g_autofree char *data = seesaw_prefix_find (DATADIR);
  g_autofree char *entry = g_build_filename (data, ENTRY, NULL);
  const char *others = g_getenv ("XDG_DATA_DIRS");
  g_autofree char *all = NULL;

  /* What the specification of base directories says it is then. */
  if (others == NULL || *others == '\0')
    others = "/usr/local/share/:/usr/share/";
  if (!g_file_test (entry, G_FILE_TEST_EXISTS) || is_in_list (data, others))
    return;

  all = g_strconcat (data, ":", others, NULL);
  g_setenv ("XDG_DATA_DIRS", all, TRUE);
}
