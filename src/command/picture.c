/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rebond graph`: a pack drawn, by the people who write it. */
#include "command/commands.h"
#include "command/output.h"
#include "command/part.h"
#include "command/proving.h"
#include "draw/graph.h"

int command_graph(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  const char *format = output_format(session, command_find("graph")->formats);
  const struct item *part;
  struct proving proving;
  if (!format || !proving_set(session, &proving))
    return EXIT_USAGE;
  if (!session_catalogue(session, &code))
    return code;
  if (!part_find(session, session->catalogue, arguments[0], &part))
    return EXIT_USAGE;
  g_autoptr(GString) text = g_string_new(NULL);
  OWNED(proofs)
  proofs = proving.options.proofs ? proofs_new(session->catalogue, proving_start(&proving)) : NULL;
  struct graph_options graph = {part, proofs, session->translator};
  graph_write(session->catalogue, &graph, graph_format_find(format), text);
  return output_deliver(session, text);
}
