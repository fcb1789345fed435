/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rebond graph` and `rebond preview`: a pack seen whole, by the people who write it. */
#include "command/commands.h"
#include "command/output.h"
#include "command/proving.h"
#include "draw/graph.h"
#include "draw/preview.h"

/* The part of the pack that is called ID; a slot is none. */
static const struct item *part_called(const struct session *session, const char *id)
{
  const struct name *name = id ? catalogue_find(session->catalogue, id) : NULL;
  const struct item *item = name ? name->item : NULL;
  return item && g_str_equal(item->id, id) ? item : NULL;
}

/* The question or advice ID of the pack, NULL if no ID is given. False, with the person told, if
 * there is none. */
static gboolean find_part(struct session *session, const char *id, const struct item **part)
{
  *part = part_called(session, id);
  if (!id || *part)
    return TRUE;
  const char *nearest = catalogue_suggest(session->catalogue, id);
  if (part_called(session, nearest))
    session_refuse(session, N_("there is no question or advice '{1}'; did you mean '{2}'?"), id,
                   nearest, NULL);
  else
    session_refuse(session, N_("there is no question or advice '{1}'"), id, NULL);
  return FALSE;
}

static int refuse_format(struct session *session, const char *name)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (const struct graph_format *format = graph_formats; format->name; format++)
    g_ptr_array_add(names, (gpointer)format->name);
  g_ptr_array_add(names, NULL);
  g_autofree char *list = g_strjoinv(", ", (char **)names->pdata);
  return session_refuse(session, N_("unknown format '{1}'; there are {2}"), name, list, NULL);
}

int command_graph(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  const char *name = session->options.format ? session->options.format : "dot";
  const struct graph_format *format = graph_format_find(name);
  const struct item *part;
  struct proving proving;
  if (!format)
    return refuse_format(session, name);
  if (!proving_set(session, &proving))
    return EXIT_USAGE;
  if (!session_catalogue(session, &code))
    return code;
  if (!find_part(session, arguments[0], &part))
    return EXIT_USAGE;
  g_autoptr(GString) text = g_string_new(NULL);
  OWNED(proofs)
  proofs = proving.options.proofs ? proofs_new(session->catalogue, proving_start(&proving)) : NULL;
  struct graph_options graph = {part, proofs, session->translator};
  format->write(session->catalogue, &graph, text);
  return output_deliver(session, text);
}

int command_preview(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  const struct item *part;
  if (!session_catalogue(session, &code))
    return code;
  if (!find_part(session, arguments[0], &part))
    return EXIT_USAGE;
  const char *source = session->catalogue->language;
  struct preview_options options = {.translator = session->translator,
                                    .marks = !language_is(session->language, source),
                                    .width = output_width(session)};
  g_autoptr(GString) text = g_string_new(NULL);
  preview_write(session->catalogue, part, &options, text);
  return output_deliver(session, text);
}
