/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What commands work with, made when it is first asked for. */
#include "command/session.h"

#include <errno.h>
#include <stdarg.h>
#include <unistd.h>

#include "base/date.h"
#include "command/output.h"
#include "command/paths.h"
#include "walk/exchange.h"

/* ---- telling the person ---- */

/* One line, whatever the words that went into it hold. */
static void put_line(FILE *stream, const char *start, const char *text)
{
  g_autofree char *clean = g_strdelimit(g_strdup(text), "\n\r", ' ');
  fprintf(stream, "%s%s\n", start, clean);
}

static void complain(struct session *session, const char *pattern, va_list arguments)
{
  g_autofree char *text = tr_fill_list(tr(session->translator, pattern), arguments);
  put_line(session->err, "rebond: ", text);
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
  put_line(session->out, "", text);
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
  put_line(session->err, "rebond: ", (*error)->message);
  g_clear_error(error);
  return code;
}

gboolean session_findings(struct session *session, struct findings *findings)
{
  g_autoptr(GString) text = g_string_new(NULL);
  findings_print(findings, text);
  fputs(text->str, session->err);
  return findings_count(findings, SEVERITY_ERROR) > 0;
}

/* ---- the pack ---- */

const struct catalogue *session_catalogue(struct session *session, int *code)
{
  if (session->catalogue)
    return session->catalogue;
  if (!session->pack) {
    g_autofree char *file = g_build_filename(session->content, "pack.xml", NULL);
    session_complain(session, N_("cannot open '{1}': {2}"), file, g_strerror(session->no_pack),
                     NULL);
    *code = EXIT_IO;
    return NULL;
  }
  OWNED(findings) findings = findings_new(session->translator);
  g_autofree char *additions = paths_additions();
  OWNED(catalogue) catalogue = catalogue_read(session->content, additions, findings);
  /* Warnings are for the pack's author, who runs `rebond check`. */
  if (!catalogue || findings_count(findings, SEVERITY_ERROR) > 0) {
    session_findings(session, findings);
    *code = EXIT_FAULTY;
    return NULL;
  }
  catalogue_translate(catalogue, language_pack(session->language));
  session->catalogue = g_steal_pointer(&catalogue);
  return session->catalogue;
}

/* ---- the journal ---- */

struct journal *session_journal(struct session *session, gboolean read_only, int *code)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *file = paths_journal();
  if (!session->journal)
    session->journal = journal_open(file, read_only, session->translator, &error);
  if (!session->journal)
    *code = session_fail(session, &error);
  return session->journal;
}

void debrief_free(struct debrief *debrief)
{
  if (debrief->answers)
    answers_free(debrief->answers);
  g_free(debrief);
}

static void free_debrief(gpointer debrief)
{
  debrief_free(debrief);
}

struct debrief *debrief_new(gint64 id, int today, struct answers *answers)
{
  struct debrief *debrief = g_new0(struct debrief, 1);
  *debrief = (struct debrief){.id = id, .today = today, .answers = answers};
  return debrief;
}

static struct debrief *load(struct session *session, gint64 id, int *code)
{
  const struct catalogue *catalogue = session_catalogue(session, code);
  if (!catalogue)
    return NULL;
  g_autoptr(GError) error = NULL;
  struct answers *answers = journal_load(session->journal, id, catalogue, NULL, &error);
  if (!answers)
    *code = session_fail(session, &error);
  return answers ? debrief_new(id, session->today, answers) : NULL;
}

static GPtrArray *entries(struct session *session, const char *pack, int *code)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *list = journal_list(session->journal, pack, &error);
  if (!list)
    *code = session_fail(session, &error);
  return list;
}

/* The entry NUMBER among all packs' debriefs; NULL, with the person told why, if it is not to be
 * had. */
static const struct journal_entry *pick(struct session *session, const GPtrArray *list,
                                        const char *number, int *code)
{
  const char *pack = session->catalogue->id;
  guint64 id = 0;
  *code = EXIT_USAGE;
  if (number && !g_ascii_string_to_unsigned(number, 10, 1, G_MAXINT64, &id, NULL)) {
    session_refuse(session, N_("'{1}' is no debrief; 'rebond list' shows their numbers"), number,
                   NULL);
    return NULL;
  }
  for (guint i = 0; i < list->len; i++) {
    const struct journal_entry *entry = g_ptr_array_index(list, i);
    gboolean same_pack = g_str_equal(entry->pack, pack);
    if (number ? (guint64)entry->id == id : same_pack) {
      if (same_pack)
        return entry;
      session_refuse(session,
                     N_("debrief {1} was made with the pack '{2}'; name its folder by --content"),
                     number, entry->pack, NULL);
      return NULL;
    }
  }
  if (number)
    session_refuse(session, N_("there is no debrief {1}; 'rebond list' shows those there are"),
                   number, NULL);
  else
    session_refuse(session, N_("there is no debrief yet; 'rebond new' begins one"), NULL);
  return NULL;
}

struct debrief *session_debrief(struct session *session, const char *argument, int *code)
{
  if (!session_catalogue(session, code) || !session_journal(session, TRUE, code))
    return NULL;
  g_autoptr(GPtrArray) list = entries(session, NULL, code);
  const struct journal_entry *entry = list ? pick(session, list, argument, code) : NULL;
  return entry ? load(session, entry->id, code) : NULL;
}

struct debrief *session_previous(struct session *session, gint64 id, int *code)
{
  if (!session->journal)
    return NULL;
  g_autoptr(GPtrArray) list = entries(session, session->catalogue->id, code);
  gint64 previous = 0;
  for (guint i = 0; list && i < list->len; i++) {
    const struct journal_entry *entry = g_ptr_array_index(list, i);
    if ((!id || entry->id < id) && entry->id > previous)
      previous = entry->id;
  }
  return previous ? load(session, previous, code) : NULL;
}

GPtrArray *session_debriefs(struct session *session, int *code)
{
  const struct catalogue *catalogue = session_catalogue(session, code);
  if (!catalogue || !session_journal(session, TRUE, code))
    return NULL;
  g_autoptr(GPtrArray) list = entries(session, catalogue->id, code);
  g_autoptr(GPtrArray) debriefs = g_ptr_array_new_with_free_func(free_debrief);
  for (guint i = 0; list && i < list->len; i++) {
    const struct journal_entry *entry = g_ptr_array_index(list, i);
    struct debrief *debrief = load(session, entry->id, code);
    if (!debrief)
      return NULL;
    g_ptr_array_add(debriefs, debrief);
  }
  return list ? g_steal_pointer(&debriefs) : NULL;
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

static void free_plan(gpointer plan)
{
  plan_free(plan);
}

GPtrArray *session_plans(struct session *session, const GPtrArray *debriefs)
{
  GPtrArray *plans = g_ptr_array_new_full(debriefs->len, free_plan);
  for (guint i = 0; i < debriefs->len; i++)
    g_ptr_array_add(
        plans, session_plan(session, g_ptr_array_index(debriefs, i), output_holds_back(session)));
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
  return g_strdup_printf("%s-%s-%" G_GINT64_FORMAT, session->catalogue->id, begun, debrief->id);
}
