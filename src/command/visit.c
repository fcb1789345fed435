/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conversation: what is said before and after it, and how each answer is kept. */
#include "command/visit.h"

#include "base/date.h"
#include "base/text.h"
#include "command/paths.h"
#include "terminal/dialogue.h"

struct visit {
  struct session *session;
  struct journal *journal; /* NULL: nothing is kept */
  gint64 id;               /* 0 until there is something to keep */
  struct walk *walk;
  const struct plan *before; /* ending_before() */
  int code;                  /* of what went wrong while keeping */
};

/* ---- keeping ---- */

/* Begins the debrief on disk with all that is known, the answer just given included. */
static gboolean begin(struct visit *visit, GError **error)
{
  struct session *session = visit->session;
  visit->id = journal_add(visit->journal, session->catalogue, walk_answers(visit->walk),
                          session->today, error);
  return visit->id != 0;
}

/* Notes the exit code of what went wrong; the words are the dialogue's to say. */
static gboolean noted(struct visit *visit, gboolean fine, GError **error)
{
  if (!fine && error && *error)
    visit->code = session_code(*error);
  return fine;
}

static gboolean record(void *data, const struct answer *answer, GError **error)
{
  struct visit *visit = data;
  gboolean fine = visit->id ? journal_record(visit->journal, visit->id, walk_answers(visit->walk),
                                             answer->step, visit->session->today, error)
                            : begin(visit, error);
  return noted(visit, fine, error);
}

static gboolean record_tick(void *data, const struct task *task, const char *action, int day,
                            GError **error)
{
  struct visit *visit = data;
  gboolean fine = visit->id ? journal_record_tick(visit->journal, visit->id, task->name->id, action,
                                                  day, visit->session->today, error)
                            : begin(visit, error);
  return noted(visit, fine, error);
}

static gboolean record_move(void *data, const struct task *task, int day, GError **error)
{
  struct visit *visit = data;
  gboolean fine = visit->id ? journal_record_move(visit->journal, visit->id, task->name->id, day,
                                                  visit->session->today, error)
                            : begin(visit, error);
  return noted(visit, fine, error);
}

static gboolean record_fill(void *data, const char *id, const char *words, GError **error)
{
  struct visit *visit = data;
  gboolean fine = visit->id ? journal_record_fill(visit->journal, visit->id, id, words,
                                                  visit->session->today, error)
                            : begin(visit, error);
  return noted(visit, fine, error);
}

static gboolean record_draft(void *data, const char *draft, const char *words, GError **error)
{
  struct visit *visit = data;
  gboolean fine = visit->id ? journal_record_draft(visit->journal, visit->id, draft, words,
                                                   visit->session->today, error)
                            : begin(visit, error);
  return noted(visit, fine, error);
}

/* ---- before and after ---- */

static void say_words(const struct visit *visit, const char *words, int width)
{
  g_autoptr(GString) wrapped = g_string_new(NULL);
  text_wrap(wrapped, words, width, 0, "");
  fprintf(visit->session->out, "%s\n", wrapped->str);
}

/* What TEXT says. Caller frees. */
static char *words_of(const struct visit *visit, const struct text *text)
{
  struct voice voice = {.pass = walk_pass(visit->walk), .translator = visit->session->translator};
  OWNED(phrase) phrase = phrase_new(&voice, text);
  return phrase_plain(phrase);
}

static void say_text(const struct visit *visit, const struct text *text, int width)
{
  if (!text)
    return;
  g_autofree char *words = words_of(visit, text);
  say_words(visit, words, width);
}

/* What this is, that nothing leaves the computer (the pack's words), and how to stop. */
static void greet(const struct visit *visit, int width)
{
  const struct session *session = visit->session;
  say_text(visit, session->catalogue->title, width);
  fputc('\n', session->out);
  say_text(visit, session->catalogue->about, width);
  fputc('\n', session->out);
  const char *way_out =
      visit->journal
          ? N_("You can stop at any moment with :quit, and go on later; ? shows what else helps.")
          : N_("You can stop at any moment with :quit; nothing is kept. ? shows what else helps.");
  say_words(visit, tr(session->translator, way_out), width);
  fputc('\n', session->out);
}

/* True of a day of a next time that is over: it was set aside where it was asked for anew. */
static gboolean is_over(const struct catalogue *catalogue, const struct stray *stray)
{
  const struct name *name = catalogue_find(catalogue, stray->of);
  const struct question *question = name ? item_question(name->item) : NULL;
  return question && question->next_time && question_is_day(question);
}

/* What was told and has no place in the pack as it is now. */
static void tell_strays(const struct visit *visit, int width)
{
  const GPtrArray *strays = answers_strays(walk_answers(visit->walk));
  g_autoptr(GPtrArray) names = g_ptr_array_new_null_terminated(1, NULL, TRUE);
  for (guint i = 0; i < strays->len; i++) {
    const struct stray *stray = g_ptr_array_index(strays, i);
    if (!is_over(visit->session->catalogue, stray) &&
        !g_ptr_array_find_with_equal_func(names, stray->of, g_str_equal, NULL))
      g_ptr_array_add(names, stray->of);
  }
  if (names->len == 0)
    return;
  g_autofree char *list = tr_join(visit->session->translator, (const char *const *)names->pdata);
  g_autofree char *words =
      tr_fill(tr(visit->session->translator,
                 N_("Without a place now, but kept ('rebond export --private' has it): {1}")),
              list, NULL);
  say_words(visit, words, width);
}

static void greet_again(const struct visit *visit, int width)
{
  const struct session *session = visit->session;
  g_autofree char *subject = words_of(visit, session->catalogue->subject);
  g_autofree char *day = date_long(answers_begun(walk_answers(visit->walk)), session->translator);
  g_autofree char *words =
      tr_fill(tr(session->translator, N_("{1} (begun {2})")), subject, day, NULL);
  say_words(visit, words, width);
  tell_strays(visit, width);
  fputc('\n', session->out);
}

static int end(struct visit *visit, enum dialogue_end how, const char *where)
{
  switch (how) {
  case DIALOGUE_FINISHED:
    return ending_show(visit->session, walk_answers(visit->walk), visit->before);
  case DIALOGUE_STOPPED:
  case DIALOGUE_HIDDEN:
    return EXIT_FINE;
  case DIALOGUE_INTERRUPTED:
    return EXIT_INTERRUPTED;
  case DIALOGUE_EXHAUSTED:
    session_complain(visit->session, N_("the input ended before '{1}' was answered"), where, NULL);
    return EXIT_FAULTY;
  case DIALOGUE_FAILED:
    return visit->code ? visit->code : EXIT_IO;
  }
  g_assert_not_reached();
}

static struct dialogue dialogue_of(struct visit *visit, struct lines *lines, FILE *out)
{
  struct session *session = visit->session;
  gboolean kept = visit->journal != NULL;
  return (struct dialogue){
      .walk = visit->walk,
      .lines = lines,
      .out = out,
      .translator = session->translator,
      .language = language_tag(session->language),
      .plain = session->plain,
      .colour = session->colour,
      .record = kept ? record : NULL,
      .record_tick = kept ? record_tick : NULL,
      .record_move = kept ? record_move : NULL,
      .record_fill = kept ? record_fill : NULL,
      .record_draft = kept ? record_draft : NULL,
      .data = visit,
  };
}

static enum dialogue_end converse(struct visit *visit, const struct debrief *previous,
                                  struct lines *lines, char **where)
{
  struct dialogue dialogue = dialogue_of(visit, lines, visit->session->out);
  dialogue.previous = previous ? previous->answers : NULL;
  g_autofree char *history = paths_history();
  if (visit->journal && history)
    lines_history_load(lines, history);
  enum dialogue_end how = dialogue_run(&dialogue, where);
  if (visit->journal && history)
    lines_history_save(lines, history);
  return how;
}

static struct walk *walk_of(const struct session *session, struct debrief *debrief)
{
  return walk_new(session->catalogue, g_steal_pointer(&debrief->answers), session->today,
                  session->translator);
}

int visit_hold(struct session *session, struct debrief *debrief, struct lines *lines)
{
  OWNED(lines) source = lines;
  OWNED(plan) before = debrief->id ? ending_before(session, debrief->answers) : NULL;
  OWNED(walk) walk = walk_of(session, debrief);
  struct visit visit = {.session = session,
                        .journal = session->journal,
                        .id = debrief->id,
                        .walk = walk,
                        .before = before};
  int code = EXIT_FINE;
  OWNED(debrief) previous = session_previous(session, debrief->id, &code);
  if (code != EXIT_FINE)
    return code;
  int width = lines_width(lines);
  if (debrief->id)
    greet_again(&visit, width);
  else
    greet(&visit, width);
  g_autofree char *where = NULL;
  enum dialogue_end how = converse(&visit, previous, source, &where);
  g_clear_pointer(&source, lines_free);
  return end(&visit, how, where);
}

int visit_fill(struct session *session, struct debrief *debrief, struct lines *lines, FILE *out,
               const struct task *task)
{
  OWNED(lines) source = lines;
  OWNED(walk) walk = walk_of(session, debrief);
  struct visit visit = {
      .session = session, .journal = session->journal, .id = debrief->id, .walk = walk};
  struct dialogue dialogue = dialogue_of(&visit, source, out);
  enum dialogue_end how = dialogue_fill(&dialogue, task);
  if (how == DIALOGUE_FAILED)
    return visit.code ? visit.code : EXIT_IO;
  return how == DIALOGUE_INTERRUPTED ? EXIT_INTERRUPTED : EXIT_FINE;
}
