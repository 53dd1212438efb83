/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-layout.h"

G_BEGIN_DECLS

/* A dimension that any size will do for. */
#define SEESAW_ANY G_MAXSIZE

/* What is known while a file is gone through. */
typedef struct
{
  SeesawLayout *layout;
  GPtrArray *roles;
  gsize n_classes;
  gsize n_epochs;
} SeesawSurvey;

typedef enum
{
  SEESAW_OPTIONAL,
  SEESAW_REQUIRED,
} SeesawNeed;

SeesawDataset *seesaw_survey_open (SeesawSurvey *survey,
                                   const char *path,
                                   SeesawNeed need,
                                   SeesawValueKind kind,
                                   const char *letters,
                                   const gsize *dims,
                                   GError **error);
gboolean seesaw_survey_open_optional (SeesawSurvey *survey,
                                      const char *path,
                                      const char *letters,
                                      const gsize *dims,
                                      SeesawDataset **dataset,
                                      GError **error);

G_END_DECLS
