/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rebond graph`: a pack drawn, by the people who write it. */
#include "command/commands.h"
#include "command/output.h"
#include "command/part.h"
#include "command/proving.h"
#include "draw/graph.h"

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
  if (!part_find(session, session->catalogue, arguments[0], &part))
    return EXIT_USAGE;
  g_autoptr(GString) text = g_string_new(NULL);
  OWNED(proofs)
  proofs = proving.options.proofs ? proofs_new(session->catalogue, proving_start(&proving)) : NULL;
  struct graph_options graph = {part, proofs, session->translator};
  format->write(session->catalogue, &graph, text);
  return output_deliver(session, text);
}
