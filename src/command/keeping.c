/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form that plans are kept in: said, remembered, asked. */
#include "command/keeping.h"

#include <unistd.h>

#include "command/choice.h"
#include "command/output.h"
#include "command/paths.h"

const char *const keeping_names[] = {"html", "markdown", "text", NULL};

/* What is asked, beside keeping_names. */
static const char *const asked[] = {
    N_("a page, to open with a double click or to print (.html)"),
    N_("Markdown, for an editor (.md)"),
    N_("plain text (.txt)"),
};

gboolean keeping_allowed(struct session *session)
{
  const char *name = session->options.format;
  if (name && session->options.no_journal)
    session_refuse(session, N_("--no-journal keeps no plan in a file; leave --format out"), NULL);
  else
    return output_format(session, keeping_names) != NULL;
  return FALSE;
}

/* ---- what is remembered ---- */

/* Caller frees; NULL: nothing that can be used. */
static char *recall(void)
{
  g_autofree char *file = paths_keeping(), *name = NULL;
  if (!file || !g_file_get_contents(file, &name, NULL, NULL) ||
      !g_strv_contains(keeping_names, g_strstrip(name)))
    return NULL;
  return g_steal_pointer(&name);
}

/* What cannot be remembered is asked again; the person has been told why. */
static void remember(struct session *session, const char *name)
{
  g_autofree char *file = paths_keeping();
  if (!file)
    return;
  g_autofree char *folder = g_path_get_dirname(file);
  g_mkdir_with_parents(folder, 0700);
  g_autoptr(GString) line = g_string_new(name);
  g_string_append_c(line, '\n');
  output_replace(session, line, file);
}

/* ---- asking ---- */

static gboolean somebody_types(const struct session *session)
{
  return isatty(fileno(session->in)) && output_is_screen(session);
}

/* NULL: not said. */
static const char *ask(struct session *session)
{
  OWNED(lines) lines = lines_new(session->in, session->out, session->plain);
  g_autoptr(GArray) offers = g_array_new(FALSE, FALSE, sizeof(struct choice_offer));
  for (guint i = 0; i < G_N_ELEMENTS(asked); i++) {
    struct choice_offer offer = {i + 1, tr(session->translator, asked[i]), FALSE};
    g_array_append_val(offers, offer);
  }
  fputc('\n', session->out);
  gint64 number = choice_ask(session, lines, N_("In what form are your plans to be kept?"), offers,
                             N_("This is asked once; --format=NAME changes it."));
  return number > 0 ? keeping_names[number - 1] : NULL;
}

const struct report_format *keeping_choose(struct session *session)
{
  g_autofree char *known = recall();
  const char *said = session->options.format;
  if (!said && !known && somebody_types(session))
    said = ask(session);
  if (said && g_strcmp0(said, known) != 0)
    remember(session, said);
  return report_format_find(said ? said : known ? known : "markdown");
}
