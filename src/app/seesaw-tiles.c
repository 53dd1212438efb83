/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-tiles.h"

#include "seesaw-figure-drift.h"
#include "seesaw-tile.h"

#include <math.h>

/* The matrix of similarities as far as it is looked at: squares of cells, computed by a worker as
 * they come into view and kept, the least recently seen going first. Until a square is there, a
 * coarser one stands in for it.
 */

/* Of a quarter of a mebibyte each. */
#define MAX_TILES 384

typedef struct
{
  SeesawTile place;
  cairo_surface_t *cells; /* NULL while it is being computed */
  guint64 seen;           /* number of the frame that showed it last */
} Tile;

typedef struct
{
  SeesawTile place;
  SeesawDriftMap *map;
  gboolean dark;
  guint serial;
  cairo_surface_t *cells;
} Job;

struct _SeesawTiles
{
  GObject parent_instance;

  SeesawDriftMap *map;
  gboolean dark;
  guint serial;      /* of the map and style */
  GHashTable *tiles; /* of Tile, by its place */
  GQueue waiting;    /* of SeesawTile, wanted first */
  gboolean is_busy;
  guint64 frame;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SeesawTiles, seesaw_tiles, G_TYPE_OBJECT)

static void start_next (SeesawTiles *self);

static guint
hash_place (gconstpointer key)
{
  const SeesawTile *place = key;

  return (place->level * 31u + place->row) * 65599u + place->column;
}

static gboolean
equal_places (gconstpointer a, gconstpointer b)
{
  const SeesawTile *x = a;
  const SeesawTile *y = b;

  return x->level == y->level && x->row == y->row && x->column == y->column;
}

static void
tile_free (gpointer data)
{
  Tile *tile = data;

  g_clear_pointer (&tile->cells, cairo_surface_destroy);
  g_free (tile);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  seesaw_drift_map_unref (job->map);
  g_clear_pointer (&job->cells, cairo_surface_destroy);
  g_free (job);
}

static gsize
cells_from (const SeesawDriftMap *map, guint level, guint tile)
{
  gsize n = seesaw_similarity_get_n_cells (map->similarity, level);

  return MIN (SEESAW_TILE, n - (gsize) tile * SEESAW_TILE);
}

/* In a worker thread. */
static void
compute (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  gsize n_rows = cells_from (job->map, job->place.level, job->place.row);
  gsize n_columns = cells_from (job->map, job->place.level, job->place.column);
  int stride = cairo_format_stride_for_width (CAIRO_FORMAT_RGB24, (int) n_columns);

  job->cells = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) n_columns, (int) n_rows);
  g_assert (stride == (int) (n_columns * sizeof (guint32)));
  seesaw_figure_drift_paint_cells (
      job->map, job->dark, job->place.level, (gsize) job->place.row * SEESAW_TILE, n_rows,
      (gsize) job->place.column * SEESAW_TILE, n_columns,
      (guint32 *) (gpointer) cairo_image_surface_get_data (job->cells));
  cairo_surface_mark_dirty (job->cells);
  g_task_return_boolean (task, TRUE);
}

static void
on_computed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SeesawTiles *self = SEESAW_TILES (object);
  Job *job = g_task_get_task_data (G_TASK (result));
  Tile *tile = job->serial == self->serial ? g_hash_table_lookup (self->tiles, &job->place) : NULL;

  self->is_busy = FALSE;
  if (tile != NULL)
    {
      tile->cells = g_steal_pointer (&job->cells);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  start_next (self);
}

static void
start_next (SeesawTiles *self)
{
  g_autofree SeesawTile *place = self->is_busy ? NULL : g_queue_pop_head (&self->waiting);
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (place == NULL)
    return;

  job = g_new0 (Job, 1);
  job->place = *place;
  job->map = seesaw_drift_map_ref (self->map);
  job->dark = self->dark;
  job->serial = self->serial;

  task = g_task_new (self, NULL, on_computed, NULL);
  g_task_set_task_data (task, job, job_free);
  self->is_busy = TRUE;
  g_task_run_in_thread (task, compute);
}

static void
drop_oldest (SeesawTiles *self)
{
  GHashTableIter iter;
  gpointer value;
  const Tile *oldest = NULL;

  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Tile *tile = value;

      if (tile->cells != NULL && (oldest == NULL || tile->seen < oldest->seen))
        oldest = tile;
    }

  if (oldest != NULL && oldest->seen < self->frame)
    g_hash_table_remove (self->tiles, &oldest->place);
}

/* The tile, if it is there; asked for otherwise. */
static cairo_surface_t *
want (SeesawTiles *self, SeesawTile place)
{
  Tile *tile = g_hash_table_lookup (self->tiles, &place);

  if (tile == NULL)
    {
      if (g_hash_table_size (self->tiles) >= MAX_TILES)
        drop_oldest (self);
      tile = g_new0 (Tile, 1);
      tile->place = place;
      g_hash_table_insert (self->tiles, &tile->place, tile);
      g_queue_push_tail (&self->waiting, g_memdup2 (&place, sizeof place));
      start_next (self);
    }
  tile->seen = self->frame;

  return tile->cells;
}

/* What left the view before its turn came is not computed any more. */
static void
forget_unseen (SeesawTiles *self)
{
  for (GList *l = self->waiting.head; l != NULL;)
    {
      GList *next = l->next;
      const Tile *tile = g_hash_table_lookup (self->tiles, l->data);

      if (tile == NULL || tile->seen + 1 < self->frame)
        {
          g_hash_table_remove (self->tiles, l->data);
          g_free (l->data);
          g_queue_delete_link (&self->waiting, l);
        }
      l = next;
    }
}

static void
paint_level (SeesawTiles *self, cairo_t *cr, const SeesawPlotLayout *layout, guint level)
{
  double n = (double) self->map->n_classes;
  guint rows[2];
  guint columns[2];
  SeesawTile place = { .level = level };

  seesaw_tile_find_range (layout, 0, n, level, columns);
  seesaw_tile_find_range (layout, 1, n, level, rows);
  for (place.row = rows[0]; place.row < rows[1]; place.row++)
    for (place.column = columns[0]; place.column < columns[1]; place.column++)
      {
        cairo_surface_t *cells = want (self, place);
        SeesawRect rect = seesaw_tile_place (self->map, layout, &place);

        if (cells != NULL)
          seesaw_tile_paint (cr, cells, &rect);
      }
}

static void
seesaw_tiles_finalize (GObject *object)
{
  SeesawTiles *self = SEESAW_TILES (object);

  g_queue_clear_full (&self->waiting, g_free);
  g_hash_table_unref (self->tiles);
  g_clear_pointer (&self->map, seesaw_drift_map_unref);

  G_OBJECT_CLASS (seesaw_tiles_parent_class)->finalize (object);
}

static void
seesaw_tiles_class_init (SeesawTilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = seesaw_tiles_finalize;

  /**
   * SeesawTiles::changed:
   *
   * A square has come that was looked for.
   */
  signals[CHANGED] = g_signal_new ("changed", SEESAW_TYPE_TILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
seesaw_tiles_init (SeesawTiles *self)
{
  self->tiles = g_hash_table_new_full (hash_place, equal_places, NULL, tile_free);
  g_queue_init (&self->waiting);
}

/**
 * seesaw_tiles_new:
 *
 * Returns: (transfer full): tiles of no map
 */
SeesawTiles *
seesaw_tiles_new (void)
{
  return g_object_new (SEESAW_TYPE_TILES, NULL);
}

/**
 * seesaw_tiles_set_map:
 * @map: (nullable): a matrix
 * @dark: whether its colours are those of the dark style
 */
void
seesaw_tiles_set_map (SeesawTiles *self, SeesawDriftMap *map, gboolean dark)
{
  if (self->map == map && self->dark == dark)
    return;

  g_clear_pointer (&self->map, seesaw_drift_map_unref);
  self->map = map != NULL ? seesaw_drift_map_ref (map) : NULL;
  self->dark = dark;
  self->serial++;
  g_queue_clear_full (&self->waiting, g_free);
  g_hash_table_remove_all (self->tiles);
}

/**
 * seesaw_tiles_snapshot:
 * @snapshot: where to draw
 * @layout: the matrix's frame at its present size and zoom: column c from x = c to c + 1, row r
 * from y = C − r down to C − r − 1
 *
 * Draws what is there of the part in view, and has the rest computed.
 */
void
seesaw_tiles_snapshot (SeesawTiles *self, GtkSnapshot *snapshot, const SeesawPlotLayout *layout)
{
  const graphene_rect_t view = GRAPHENE_RECT_INIT (
      (float) floor (layout->plot.x), (float) floor (layout->plot.y),
      (float) ceil (layout->plot.width) + 1.0f, (float) ceil (layout->plot.height) + 1.0f);
  guint level;
  guint coarsest;
  cairo_t *cr;

  if (self->map == NULL)
    return;

  self->frame++;
  level = seesaw_tile_choose_level (self->map, layout);
  coarsest = seesaw_similarity_get_n_levels (self->map->similarity) - 1;
  cr = gtk_snapshot_append_cairo (snapshot, &view);
  cairo_rectangle (cr, layout->plot.x, layout->plot.y, layout->plot.width, layout->plot.height);
  cairo_clip (cr);
  if (coarsest != level)
    paint_level (self, cr, layout, coarsest);
  paint_level (self, cr, layout, level);
  cairo_destroy (cr);
  forget_unseen (self);
}
