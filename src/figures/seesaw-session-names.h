/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How choices are called in session files; each list is in the order of its enumeration. */

#pragma once

#include "seesaw-session-file.h"
#include "seesaw-theme.h"

G_BEGIN_DECLS

#define SEESAW_SESSION_FORMAT "seesaw-session"
#define SEESAW_SESSION_VERSION 1

static const char *const seesaw_session_scores[] = { "logit", "ncm", NULL };
static const char *const seesaw_session_averages[] = { "sample", "class", NULL };
static const char *const seesaw_session_sides[] = { "unseen", "seen", NULL };
static const char *const seesaw_session_measures[] = { "cosine", "pearson", NULL };
static const char *const seesaw_session_orders[] = { "index", "name", "norm", "cluster", NULL };

#define SEESAW_SESSION_EPOCH_LAST "last"
#define SEESAW_SESSION_EPOCH_BEST "best"

G_END_DECLS
