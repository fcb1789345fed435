/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What commands work with, made when it is first asked for. */
#include "command/session.h"

#include <errno.h>
#include <stdarg.h>
#include <unistd.h>

#include "base/date.h"
#include "base/text.h"
#include "command/output.h"
#include "command/paths.h"
#include "reader/catalogue_read.h"
#include "terminal/lines.h"
#include "terminal/typed.h"
#include "walk/exchange.h"

/* ---- telling the person ---- */

/* TEXT as one line, whatever the words that went into it hold. Caller frees. */
static char *one_line(const char *text)
{
  return g_strdelimit(g_strdup(text), "\n\r", ' ');
}

void session_put(struct session *session, const char *text)
{
  g_autofree char *line = one_line(text);
  fprintf(session->err, "rebond: %s\n", line);
}

static void complain(struct session *session, const char *pattern, va_list arguments)
{
  g_autofree char *text = tr_fill_list(tr(session->translator, pattern), arguments);
  session_put(session, text);
}

void session_complain(struct session *session, const char *pattern, ...)
{
  va_list arguments;
  va_start(arguments, pattern);
  complain(session, pattern, arguments);
  va_end(arguments);
}

int session_refuse(struct session *session, const char *pattern, ...)
{
  va_list arguments;
  va_start(arguments, pattern);
  complain(session, pattern, arguments);
  va_end(arguments);
  return EXIT_USAGE;
}

void session_say(struct session *session, const char *pattern, ...)
{
  va_list arguments;
  va_start(arguments, pattern);
  g_autofree char *text = tr_fill_list(tr(session->translator, pattern), arguments);
  va_end(arguments);
  g_autofree char *line = one_line(text);
  g_autoptr(GString) wrapped = g_string_new(NULL);
  if (output_is_screen(session))
    text_wrap(wrapped, line, output_width(session), 0, "");
  fprintf(session->out, "%s\n", wrapped->len ? wrapped->str : line);
}

int session_code(const GError *error)
{
  static const int codes[] = {
      [JOURNAL_ERROR_IO] = EXIT_IO,    [JOURNAL_ERROR_DAMAGED] = EXIT_DAMAGED,
      [JOURNAL_ERROR_BUSY] = EXIT_IO,  [JOURNAL_ERROR_UNKNOWN] = EXIT_USAGE,
      [JOURNAL_ERROR_NEWER] = EXIT_IO,
  };
  g_assert(error->domain == JOURNAL_ERROR);
  return codes[error->code];
}

int session_fail(struct session *session, GError **error)
{
  int code = session_code(*error);
  session_put(session, (*error)->message);
  g_clear_error(error);
  return code;
}

gboolean session_confirm(struct session *session, const char *question)
{
  OWNED(lines) lines = lines_new(session->in, session->out, session->plain);
  struct line_request request = {.prompt = question};
  g_autofree char *typed = NULL;
  gboolean yes = FALSE;
  return lines_read(lines, &request, &typed) == LINE_TEXT &&
         typed_yes_no(typed, session->translator, &yes) && yes;
}

gboolean session_findings(struct session *session, struct findings *findings)
{
  g_autoptr(GString) text = g_string_new(NULL);
  findings_print(findings, text);
  fputs(text->str, session->err);
  return findings_count(findings, SEVERITY_ERROR) > 0;
}

/* ---- the pack ---- */

/*
 * The pack; NULL, the person having been told why. Warnings are for its author, who runs `rebond
 * check`. Additions that a newer pack leaves without a place are done without.
 */
static struct catalogue *read_pack(struct session *session)
{
  OWNED(findings) findings = findings_new(session->translator);
  g_autoptr(GPtrArray) left_out = g_ptr_array_new_with_free_func(g_free);
  g_autofree char *additions = paths_additions();
  OWNED(catalogue)
  catalogue = catalogue_read_fitting(session->content, additions, findings, left_out);
  gboolean fine = findings_count(findings, SEVERITY_ERROR) == 0;
  for (guint i = 0; fine && i < left_out->len; i++)
    session_complain(session,
                     N_("your addition '{1}' does not fit this pack and is left out; 'rebond "
                        "check' says why"),
                     (const char *)left_out->pdata[i], NULL);
  if (!fine)
    session_findings(session, findings);
  return fine ? g_steal_pointer(&catalogue) : NULL;
}

gboolean session_pack(struct session *session, int *code)
{
  if (session->pack)
    return TRUE;
  g_autofree char *file = g_build_filename(session->content, "pack.xml", NULL);
  session_complain(session, N_("cannot open '{1}': {2}"), file, g_strerror(session->no_pack), NULL);
  *code = EXIT_IO;
  return FALSE;
}

const struct catalogue *session_catalogue(struct session *session, int *code)
{
  if (session->catalogue)
    return session->catalogue;
  if (!session_pack(session, code))
    return NULL;
  OWNED(catalogue) catalogue = read_pack(session);
  if (!catalogue) {
    *code = EXIT_FAULTY;
    return NULL;
  }
  catalogue_translate(catalogue, language_pack(session->language));
  session->catalogue = g_steal_pointer(&catalogue);
  return session->catalogue;
}

/* ---- answers files and plans ---- */

struct debrief *session_answers(struct session *session, const char *file, int *code)
{
  const struct catalogue *catalogue = session_catalogue(session, code);
  if (!catalogue)
    return NULL;
  gboolean folder = g_file_test(file, G_FILE_TEST_IS_DIR);
  if (folder || access(file, R_OK) != 0) {
    session_complain(session, N_("cannot open '{1}': {2}"), file,
                     g_strerror(folder ? EISDIR : errno), NULL);
    *code = EXIT_IO;
    return NULL;
  }
  OWNED(findings) findings = findings_new(session->translator);
  OWNED(example) example = example_read(file, findings);
  OWNED(answers)
  answers = example ? exchange_read(catalogue, example, session->translator, findings) : NULL;
  if (session_findings(session, findings) || !answers) {
    *code = EXIT_FAULTY;
    return NULL;
  }
  int today = session->options.today ? session->today : example->today;
  return debrief_new(0, today, g_steal_pointer(&answers));
}

struct plan *session_plan(struct session *session, const struct debrief *debrief,
                          gboolean keep_private)
{
  return plan_new(session->catalogue, debrief->answers, debrief->today, session->translator,
                  keep_private);
}

struct plan *session_sketch(struct session *session, const struct debrief *debrief,
                            gboolean keep_private, enum plan_scope scope)
{
  return plan_sketch(session->catalogue, debrief->answers, debrief->today, session->translator,
                     keep_private, scope);
}

GPtrArray *session_plans(struct session *session, const GPtrArray *debriefs, enum plan_scope scope)
{
  GPtrArray *plans = plan_list_new();
  gboolean holds_back = output_holds_back(session);
  for (guint i = 0; i < debriefs->len; i++)
    g_ptr_array_add(plans, session_sketch(session, debriefs->pdata[i], holds_back, scope));
  return plans;
}

struct report_options session_report(struct session *session, int width)
{
  return (struct report_options){
      .translator = session->translator,
      .language = language_tag(session->language),
      .width = width ? width : 80,
      .colour = session->colour && width,
      .words_only = session->plain && width,
  };
}

char *session_stamp(const struct session *session)
{
  if (!session->options.today) {
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();
    return g_date_time_format(now, "%Y%m%dT%H%M%SZ");
  }
  g_auto(GStrv) parts = g_strsplit(session->options.today, "-", -1);
  g_autofree char *day = g_strjoinv("", parts);
  return g_strconcat(day, "T000000Z", NULL);
}

char *session_identity(const struct session *session, const struct debrief *debrief)
{
  g_autofree char *begun = date_to_iso(answers_begun(debrief->answers));
  return g_strdup_printf("%s-%s-%s", session->catalogue->id, begun,
                         answers_identity(debrief->answers));
}
