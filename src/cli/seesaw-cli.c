/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-cli.h"

#include "seesaw-output.h"
#include "seesaw-prefix.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <unistd.h>

static const SeesawCommand commands[] = {
  { "info", seesaw_cli_info },
  { "analyze", seesaw_cli_analyze },
  { "plot", seesaw_cli_plot },
  { "export", seesaw_cli_export },
};

static void
print_help (void)
{
  g_print ("%s\n",
           _ ("Usage: seesaw-cli COMMAND [OPTION…] FILE…\n"
              "\n"
              "Commands:\n"
              "  info FILE             what the file holds, and what is missing\n"
              "  analyze FILE…         accuracies, AUSUC and known γs of every epoch\n"
              "  plot FIGURE FILE…     a figure of a run, or of several, as PDF, SVG or PNG\n"
              "  plot compare FILE…    metrics of runs over what they differ in\n"
              "  export TABLE FILE…    classes, history, curve or drift as CSV\n"
              "  export table FILE…    results of runs as LaTeX, Markdown or CSV\n"
              "\n"
              "“seesaw-cli COMMAND --help” tells the options of a command."));
}

static gboolean
run_command (int argc, char **argv, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[0], commands[i].name))
      return commands[i].run (argc, argv, error);

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
               _ ("“%s” is no command; see “seesaw-cli --help”"), argv[0]);

  return FALSE;
}

/* At every way out: GOption leaves by itself once it has printed its help. */
static void
check_prints (void)
{
  g_autoptr (GError) error = NULL;

  if (seesaw_output_check_prints (&error))
    return;

  g_printerr ("seesaw-cli: %s\n", error->message);
  _exit (1);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  seesaw_prefix_set_up_texts ();
  seesaw_output_watch_prints ();
  atexit (check_prints);

  if (argc < 2 || g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    {
      print_help ();
      return argc < 2 ? 1 : 0;
    }

  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("seesaw-cli %s\n", PACKAGE_VERSION);
      return 0;
    }

  if (!run_command (argc - 1, argv + 1, &error))
    {
      g_printerr ("seesaw-cli: %s\n", error->message);
      seesaw_output_check_prints (NULL); /* one line is enough */
      return 1;
    }

  return 0;
}
