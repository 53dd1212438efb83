/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-session.h"

G_BEGIN_DECLS

#define N_PARTS 3 /* of SeesawParts */

/* What is known of an open run. */
typedef struct
{
  SeesawSessionRun *look; /* what was chosen for it */
  guint order;            /* its place, if a session file says one; else G_MAXUINT */
  SeesawView *view;       /* the last one that was made */
  char *name;             /* told apart from those of the others */
  GFileMonitor *monitor;
  gboolean is_changed; /* the file, since it was opened */

  SeesawRun *reference; /* what it was compared with */
  char *why_not;        /* NULL if the two can be overlaid */

  char *error; /* why there is no view as asked for by @failed */
  SeesawViewRequest failed;
} SeesawRunState;

/* The only state that changes: which runs are open, what is looked at, and at which γ. Views and
 * widgets follow it.
 */
struct _SeesawSession
{
  GObject parent_instance;

  GListStore *runs;
  GPtrArray *states; /* what is known of each of them */
  GArray *beside;    /* of SeesawRunSubject: handed out last */
  SeesawOpenRun *run;
  SeesawView *view;
  SeesawViewRequest request;     /* epoch and parts follow from the rest */
  guint holds[N_PARTS];          /* how many widgets on screen need each part */
  double gamma[SEESAW_N_SCORES]; /* logits and cosines differ in scale; of runs without their own */
  SeesawEpochSetting epoch;      /* likewise */
  GHashTable *expected;          /* by path: of SeesawSessionRun, of runs that are still to come */
  GHashTable *order;             /* by path: their places */
  int selected;
  gboolean side;
  gboolean lists_runs;
};

/* seesaw-session-beside.c */
gsize seesaw_session_find_epoch (SeesawSession *self, const SeesawRunState *state);
SeesawEpochSetting *seesaw_session_find_epoch_setting (SeesawSession *self, SeesawRunState *state);

/* seesaw-session-choices.c */
gboolean seesaw_session_has_class (SeesawSession *self, int label);

/* seesaw-session-gamma.c */
double seesaw_session_find_gamma (SeesawSession *self, const SeesawRunState *state);

/* seesaw-session-looks.c */
void seesaw_session_take_look (SeesawSession *self, SeesawOpenRun *run, SeesawRunState *state);

/* seesaw-session-files.c */
void seesaw_session_watch (SeesawSession *self, SeesawOpenRun *run, SeesawRunState *state);

/* seesaw-session-runs.c */
SeesawRunState *seesaw_session_get_state (SeesawSession *self, guint position);
SeesawRunState *seesaw_session_find_state (SeesawSession *self, SeesawOpenRun *run);
void seesaw_session_compare_runs (SeesawSession *self);
void seesaw_session_init_runs (SeesawSession *self);
void seesaw_session_clear_runs (SeesawSession *self);
void seesaw_session_keep_view (SeesawSession *self, SeesawOpenRun *run, SeesawView *view);
void seesaw_session_forget_run (SeesawSession *self, SeesawOpenRun *run);

G_END_DECLS
