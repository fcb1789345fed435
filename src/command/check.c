/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rebond check`: what is wrong in a pack, for the people who write it. */
#include <errno.h>
#include <unistd.h>

#include "base/date.h"
#include "catalogue/translation.h"
#include "check/check.h"
#include "command/commands.h"
#include "command/output.h"
#include "command/paths.h"

static int explain(struct session *session, const char *rule)
{
  g_autoptr(GString) text = g_string_new(NULL);
  const char *nearest = NULL;
  if (check_explain(rule, session->translator, text, &nearest))
    return output_deliver(session, text);
  if (nearest)
    return session_refuse(session, N_("unknown rule '{1}'; did you mean '{2}'?"), rule, nearest,
                          NULL);
  return session_refuse(session, N_("unknown rule '{1}'; findings end with the name of theirs"),
                        rule, NULL);
}

/* False, with the person told, if there is no pack in FOLDER. */
static gboolean is_pack(struct session *session, const char *folder)
{
  g_autofree char *file = g_build_filename(folder, "pack.xml", NULL);
  if (access(file, R_OK) == 0)
    return TRUE;
  session_complain(session, N_("cannot open '{1}': {2}"), file, g_strerror(errno), NULL);
  return FALSE;
}

static void check_folder(struct session *session, const char *folder, const char *additions,
                         struct findings *findings)
{
  guint before = findings_count(findings, SEVERITY_ERROR);
  struct check_options options = {.translator = session->translator, .today = session->today};
  OWNED(catalogue) catalogue = catalogue_read(folder, additions, findings);
  if (!catalogue || !catalogue->whole)
    return;
  check_pack(catalogue, &options, findings);
  if (findings_count(findings, SEVERITY_ERROR) == before)
    check_examples(catalogue, folder, &options, findings);
}

static int verdict(struct session *session, struct findings *findings)
{
  guint errors = findings_count(findings, SEVERITY_ERROR);
  guint warnings = findings_count(findings, SEVERITY_WARNING);
  g_autoptr(GString) text = g_string_new(NULL);
  findings_print(findings, text);
  fputs(text->str, session->out);
  return errors || (warnings && session->options.strict) ? EXIT_FAULTY : EXIT_FINE;
}

/* The person's own additions are held against the pack in use; a pack named by its path stands
 * alone. */
static int check_all(struct session *session, const char *const *folders)
{
  OWNED(findings) findings = findings_new(session->translator);
  g_autofree char *additions = paths_additions();
  const char *const in_use[] = {session->content, NULL};
  gboolean named = folders[0] != NULL;
  for (const char *const *folder = named ? folders : in_use; *folder; folder++) {
    if (!is_pack(session, *folder))
      return EXIT_IO;
    check_folder(session, *folder, named ? NULL : additions, findings);
  }
  return verdict(session, findings);
}

/* The template for translators, of one pack. */
static int write_template(struct session *session, const char *folder)
{
  if (!is_pack(session, folder))
    return EXIT_IO;
  OWNED(findings) findings = findings_new(session->translator);
  OWNED(catalogue) catalogue = catalogue_read(folder, NULL, findings);
  if (session_findings(session, findings) || !catalogue)
    return EXIT_FAULTY;
  g_autofree char *day = date_to_iso(session->today);
  g_autofree char *date = g_strconcat(day, " 00:00+0000", NULL);
  g_autoptr(GString) text = g_string_new(NULL);
  translation_template(catalogue, date, text);
  return output_deliver(session, text);
}

int command_check(struct session *session, const char *const *arguments)
{
  if (session->options.rule)
    return explain(session, session->options.rule);
  if (!session->options.pot)
    return check_all(session, arguments);
  if (arguments[0] && arguments[1])
    return session_refuse(session, N_("--pot is for one pack at a time"), NULL);
  return write_template(session, arguments[0] ? arguments[0] : session->content);
}
