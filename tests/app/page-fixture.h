/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tests of a page have in common. */

#pragma once

#include "app-fixture.h"

G_BEGIN_DECLS

/* A page in a window, on the sample with all that pages ask for. */
typedef struct
{
  SeesawSession *session;
  SeesawOpenRun *run;
  GtkWidget *page;
  GtkWindow *window;
} PageFixture;

void page_set_up (PageFixture *self, gconstpointer type);
void page_tear_down (PageFixture *self, gconstpointer type);
void page_test_session_is_set_once (PageFixture *self, gconstpointer type);

G_END_DECLS
