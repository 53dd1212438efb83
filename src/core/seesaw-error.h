/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SEESAW_ERROR (seesaw_error_quark ())

/**
 * SeesawError:
 * @SEESAW_ERROR_ACCESS: the file cannot be opened: it is missing, forbidden, a folder, in use
 * @SEESAW_ERROR_FORMAT: the file is not HDF5, or not a run
 * @SEESAW_ERROR_MISSING: a dataset that every run needs is not there
 * @SEESAW_ERROR_SHAPE: a dataset has the wrong rank or disagrees with another in size
 * @SEESAW_ERROR_TYPE: a dataset holds another kind of value than its role asks for
 * @SEESAW_ERROR_LABEL: a label names no class
 * @SEESAW_ERROR_EMPTY: there is nothing to analyse: no epoch, sample, seen or unseen class
 * @SEESAW_ERROR_DAMAGED: the file contradicts itself, is cut short, or cannot be decoded
 * @SEESAW_ERROR_UNSUPPORTED: sound, but stored in a way that is not read: links, filters, ...
 * @SEESAW_ERROR_READER: the reading process crashed, was killed, hung or spoke nonsense
 * @SEESAW_ERROR_ARGUMENT: a question that cannot be answered: no such epoch, fold, ...
 * @SEESAW_ERROR_WRITE: a figure or table cannot be written
 *
 * Codes of the `SEESAW_ERROR` domain. Each message is one translated sentence that says which
 * file and dataset, what was found, and what was expected.
 */
typedef enum
{
  SEESAW_ERROR_ACCESS,
  SEESAW_ERROR_FORMAT,
  SEESAW_ERROR_MISSING,
  SEESAW_ERROR_SHAPE,
  SEESAW_ERROR_TYPE,
  SEESAW_ERROR_LABEL,
  SEESAW_ERROR_EMPTY,
  SEESAW_ERROR_DAMAGED,
  SEESAW_ERROR_UNSUPPORTED,
  SEESAW_ERROR_READER,
  SEESAW_ERROR_ARGUMENT,
  SEESAW_ERROR_WRITE,
} SeesawError;

GQuark seesaw_error_quark (void);

G_END_DECLS
