/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looked up by its id. */
#include "command/part.h"

/* The part of the pack that is called ID; a slot is none. */
static const struct item *part_called(const struct catalogue *catalogue, const char *id)
{
  const struct name *name = id ? catalogue_find(catalogue, id) : NULL;
  const struct item *item = name ? name->item : NULL;
  return item && g_str_equal(item->id, id) ? item : NULL;
}

gboolean part_find(struct session *session, const struct catalogue *catalogue, const char *id,
                   const struct item **part)
{
  *part = part_called(catalogue, id);
  if (!id || *part)
    return TRUE;
  const char *nearest = catalogue_suggest(catalogue, id);
  if (part_called(catalogue, nearest))
    session_refuse(session, N_("there is no question or advice '{1}'; did you mean '{2}'?"), id,
                   nearest, NULL);
  else
    session_refuse(session, N_("there is no question or advice '{1}'"), id, NULL);
  return FALSE;
}
