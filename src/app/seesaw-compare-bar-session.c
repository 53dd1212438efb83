/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was chosen of a comparison, for sessions. */

#include "config.h"

#include "seesaw-compare-bar-private.h"

/**
 * seesaw_compare_bar_save:
 * @file: a session; gets what was chosen, but not what was guessed
 */
void
seesaw_compare_bar_save (SeesawCompareBar *self, SeesawSessionFile *file)
{
  SeesawCompareRequest request = self->restored;

  if (self->is_metric_chosen)
    file->compare_metric = seesaw_metric_get_id (
        g_array_index (self->metrics, SeesawMetric, gtk_drop_down_get_selected (self->metric)));
  file->compare_x = g_strdup (self->x);
  file->compare_split = g_strdup (self->split);
  file->compare_way = seesaw_compare_look_get_way (self->look);
  if (!self->is_restored)
    seesaw_compare_bar_get_epoch (self, &request);
  file->compare_epoch =
      (SeesawEpochSetting){ (SeesawEpochFrom) (SEESAW_EPOCH_AT_END + (int) request.choice),
                            request.number };
}

/**
 * seesaw_compare_bar_restore:
 * @file: a session
 *
 * Chooses again what was chosen then.
 */
void
seesaw_compare_bar_restore (SeesawCompareBar *self, const SeesawSessionFile *file)
{
  SeesawMetric wanted;

  self->is_metric_chosen =
      file->compare_metric != NULL && seesaw_metric_find (file->compare_metric, &wanted);
  if (self->is_metric_chosen)
    seesaw_compare_bar_select_metric (self, wanted);

  g_free (self->x);
  self->x = g_strdup (file->compare_x);
  g_free (self->split);
  self->split = g_strdup (file->compare_split);
  seesaw_compare_look_set_way (self->look, file->compare_way);
  self->restored = (SeesawCompareRequest){
    .choice = (SeesawEpochChoice) ((int) file->compare_epoch.from - SEESAW_EPOCH_AT_END),
    .number = file->compare_epoch.number,
  };
  self->is_restored = TRUE;
}
