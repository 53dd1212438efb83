/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-application.h"
#include "seesaw-prefix.h"

#include <glib/gi18n.h>

int
main (int argc, char *argv[])
{
  g_autoptr (SeesawApplication) application = NULL;

  seesaw_prefix_set_up_texts ();
  seesaw_prefix_add_data ();
  g_set_application_name (_ ("Seesaw"));

  application = seesaw_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
