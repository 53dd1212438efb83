/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Entries of a session file. */

#pragma once

#include "seesaw-session-file.h"

G_BEGIN_DECLS

/**
 * SeesawReading:
 * @path: the session file, for people
 * @folder: where it is: relative paths begin there
 * @error: the first thing that is wrong; from then on nothing is read any more
 *
 * Reading a session file.
 */
typedef struct
{
  const char *path;
  const char *folder;
  GError *error;
} SeesawReading;

void seesaw_reading_fail (SeesawReading *self, const char *member, const char *expected);
JsonNode *seesaw_reading_find (SeesawReading *self, JsonObject *object, const char *member);
char *seesaw_reading_get_text (SeesawReading *self, JsonObject *object, const char *member);
gint64 seesaw_reading_get_integer (SeesawReading *self,
                                   JsonObject *object,
                                   const char *member,
                                   gint64 otherwise,
                                   gint64 low,
                                   gint64 high);
gboolean seesaw_reading_get_boolean (SeesawReading *self,
                                     JsonObject *object,
                                     const char *member,
                                     gboolean otherwise);
guint seesaw_reading_get_choice (SeesawReading *self,
                                 JsonObject *object,
                                 const char *member,
                                 const char *const *choices);
JsonObject *seesaw_reading_get_object (SeesawReading *self, JsonObject *object, const char *member);
SeesawEpochSetting seesaw_reading_get_epoch (SeesawReading *self,
                                             JsonObject *object,
                                             const char *member,
                                             SeesawEpochFrom otherwise);
SeesawGammaSetting seesaw_reading_to_gamma (SeesawReading *self, JsonNode *node);
SeesawColor seesaw_reading_get_color (SeesawReading *self, JsonObject *object);

G_END_DECLS
