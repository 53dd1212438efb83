#include "config.h"
#include "seesaw-cli.h"
gboolean
seesaw_cli_plot (int argc, char **argv, GError **error)
{
  return TRUE;
}
