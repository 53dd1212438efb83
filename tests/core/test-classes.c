/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "seesaw-classes.h"
#include "seesaw-error.h"

static void
test_order (void)
{
  const guint8 seen[] = { 0, 1, 0, 7, 0 };
  const gint32 order[] = { 1, 3, 0, 2, 4 };
  const char *const names[] = { "a", "b", "\xff", "d", "" };
  g_autoptr (SeesawClasses) classes = seesaw_classes_new (seen, names, G_N_ELEMENTS (seen), NULL);

  g_assert_nonnull (classes);
  g_assert_cmpuint (classes->n_seen, ==, 2);
  g_assert_cmpmem (classes->order, sizeof order, order, sizeof order);
  g_assert_cmpuint (classes->seen[3], ==, 1);
  g_assert_cmpstr (classes->names[1], ==, "b");
  g_assert_cmpstr (classes->names[2], ==, "\357\277\275"); /* replacement character */
}

static void
test_one_sided (void)
{
  const guint8 none[] = { 0, 0 };
  const guint8 all[] = { 1, 1, 1 };
  g_autoptr (GError) error = NULL;

  g_assert_null (seesaw_classes_new (none, NULL, 2, &error));
  g_assert_error (error, SEESAW_ERROR, SEESAW_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_null (seesaw_classes_new (all, NULL, 3, &error));
  g_assert_error (error, SEESAW_ERROR, SEESAW_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_null (seesaw_classes_new (NULL, NULL, ((gsize) 1 << 24) + 1, &error));
  g_assert_error (error, SEESAW_ERROR, SEESAW_ERROR_UNSUPPORTED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/classes/order", test_order);
  g_test_add_func ("/classes/one-sided", test_one_sided);

  return g_test_run ();
}
