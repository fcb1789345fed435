/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question on the screen, and the line that answers it. */
#include "terminal/ask.h"

#include <string.h>

#include "base/date.h"
#include "terminal/commands.h"
#include "terminal/review.h"
#include "terminal/say.h"
#include "terminal/typed.h"

/* ---- what an empty line means ---- */

/* Takes VALUES for the fallback if they may stand at the question. */
static gboolean offer(const struct talk *talk, struct fallback *fallback, enum fallback_kind kind,
                      const char *const *values)
{
  g_autofree char *why = NULL;
  const struct pass *pass = walk_pass(talk->walk);
  if (!values || !value_check(pass, talk->step, values, talk->translator, &why))
    return FALSE;
  struct voice voice = talk_voice(talk);
  fallback->kind = kind;
  fallback->values = g_strdupv((char **)values);
  fallback->words = values_words(&voice, talk->step, values);
  return TRUE;
}

static const char *const *values_in(const struct answers *answers, struct step step)
{
  const struct answer *answer = answers ? answers_get(answers, step) : NULL;
  return answer && !answer->skipped ? (const char *const *)answer->values : NULL;
}

/* Of several VALUES those that are offered, or those that are not, as OFFERED says: GPtrArray of
 * const char *, NULL-terminated. Of other answers none. */
static GPtrArray *part_of(const struct talk *talk, const char *const *values, gboolean offered)
{
  GPtrArray *part = g_ptr_array_new_null_terminated(1, NULL, TRUE);
  const struct question *question = item_question(talk->step.item);
  g_autoptr(GArray) offers = pass_offers(walk_pass(talk->walk), talk->step);
  gboolean several = question && question_takes_several(question);
  for (; several && values && *values; values++) {
    gboolean found = FALSE;
    for (guint i = 0; i < offers->len && !found; i++)
      found = g_str_equal(g_array_index(offers, struct offer, i).value, *values);
    if (found == offered)
      g_ptr_array_add(part, (gpointer)*values);
  }
  return part;
}

/* What no longer is offered takes none of the others away. */
static gboolean offer_rest(const struct talk *talk, struct fallback *fallback,
                           const char *const *values)
{
  g_autoptr(GPtrArray) rest = part_of(talk, values, TRUE);
  return rest->len && offer(talk, fallback, FALLBACK_KEEP, (const char *const *)rest->pdata);
}

/* Whether QUESTION is among what led to STEP. */
static gboolean led_to(const struct pass *pass, const struct question *question, struct step step)
{
  g_autoptr(GArray) reasons = g_array_new(FALSE, FALSE, sizeof(struct reason));
  for (const struct item *item = step.item; item; item = item->parent)
    pass_reasons(pass, item->when, step.turn, REASONS_PLAIN, reasons);
  for (guint i = 0; i < reasons->len; i++)
    if (g_array_index(reasons, struct reason, i).name->item == &question->item)
      return TRUE;
  return FALSE;
}

/* Whether a next time that QUESTION led to has been since the day SEEN. */
static gboolean has_been(const struct pass *pass, const struct question *question, int seen)
{
  const GArray *met = pass_met(pass);
  for (guint i = 0; i < met->len; i++) {
    struct step step = g_array_index(met, struct step, i);
    const struct question *next = item_question(step.item);
    if (!next || !next->next_time || !question_is_day(next) || !pass_answer(pass, step))
      continue;
    int day = date_parse(pass_answer(pass, step)->values[0]);
    if (day >= seen && day < pass_today(pass) && led_to(pass, question, step))
      return TRUE;
  }
  return FALSE;
}

/* True of news that something which was ticked since, or a next time that has been since, may have
 * overtaken. It must be told, so that nobody loses it by an empty line; a message says what it was.
 */
static gboolean is_overtaken(const struct talk *talk)
{
  const struct question *question = item_question(talk->step.item);
  const struct answers *answers = walk_answers(talk->walk);
  const struct answer *answer = answers_get(answers, talk->step);
  return question && question->revisit && !question->optional && answer &&
         answer->seen < pass_today(walk_pass(talk->walk)) &&
         (answers_ticked_since(answers, answer->seen) ||
          has_been(walk_pass(talk->walk), question, answer->seen));
}

/* True if the question has an answer, or last time's, or a default. */
static gboolean find_values(const struct talk *talk, struct fallback *fallback)
{
  const struct question *question = item_question(talk->step.item);
  const struct answers *answers = walk_answers(talk->walk);
  const char *const *told = values_in(answers, talk->step);
  if (offer(talk, fallback, FALLBACK_KEEP, told) || offer_rest(talk, fallback, told))
    return TRUE;
  if (!question)
    return FALSE;
  if (question->remember != REMEMBER_NO &&
      offer(talk, fallback, FALLBACK_LAST_TIME, values_in(talk->dialogue->previous, talk->step)))
    return TRUE;
  g_auto(GStrv) values = value_default(walk_pass(talk->walk), talk->step);
  return offer(talk, fallback, FALLBACK_DEFAULT, (const char *const *)values);
}

struct fallback *fallback_new(const struct talk *talk)
{
  const struct question *question = item_question(talk->step.item);
  struct fallback *fallback = g_new0(struct fallback, 1);
  const struct answer *answer = answers_get(walk_answers(talk->walk), talk->step);
  if (answer && answer->skipped && walk_is_again(talk->walk))
    fallback->kind = FALLBACK_SKIP_AGAIN;
  else if (is_overtaken(talk) || !find_values(talk, fallback))
    fallback->kind = question && !question->optional ? FALLBACK_NEEDED : FALLBACK_SKIP;
  return fallback;
}

void fallback_free(struct fallback *fallback)
{
  g_strfreev(fallback->values);
  g_free(fallback->words);
  g_free(fallback);
}

gboolean ask_is_silent(const struct talk *talk, const struct fallback *fallback)
{
  const struct question *question = item_question(talk->step.item);
  return question && question->remember == REMEMBER_SILENT && fallback->kind == FALLBACK_LAST_TIME;
}

/* ---- showing ---- */

/* So many questions left are no comfort. */
#define MANY 15

static char *progress_words(const struct talk *talk)
{
  struct progress progress = walk_progress(talk->walk);
  if (progress.most > MANY)
    return g_strdup("");
  g_autofree char *least = g_strdup_printf("%u", progress.least);
  g_autofree char *most = g_strdup_printf("%u", progress.most);
  if (progress.most <= 1)
    return g_strdup(tr(talk->translator, "the last question"));
  if (progress.least == progress.most)
    return tr_count(talk->translator, "{1} question left", "{1} questions left", progress.most);
  return tr_fill(tr_plural(talk->translator, "between {1} and {2} question left",
                           "between {1} and {2} questions left", progress.most),
                 least, most, NULL);
}

static void show_theme(struct talk *talk)
{
  const struct theme *theme = review_theme(talk->step);
  if (&theme->item == talk->theme)
    return;
  talk->theme = &theme->item;
  g_autofree char *title = talk_words(talk, theme->title, 0);
  say_heading(talk, title);
}

static void show_options(const struct talk *talk)
{
  g_autoptr(GArray) offers = pass_offers(walk_pass(talk->walk), talk->step);
  for (guint i = 0; i < offers->len; i++) {
    g_autofree char *label =
        typed_label(walk_pass(talk->walk), talk->step, g_array_index(offers, struct offer, i).value,
                    talk->translator);
    say_entry(talk, i + 1, label);
  }
}

/* Choices explain themselves, and so does a text; the others say what can be typed. */
static void show_hint(const struct talk *talk)
{
  const struct question *question = item_question(talk->step.item);
  if (question && (question_answered_by(question) == BY_OPTION ||
                   (question_answered_by(question) == BY_LINE && !question->stem)))
    return;
  g_autofree char *hint = typed_hint(walk_pass(talk->walk), talk->step, talk->translator);
  if (talk->dialogue->plain)
    say_message(talk, N_("you can type {1}"), hint, NULL);
  else
    say_aside(talk, hint);
}

static const char *const fallback_messages[] = {
    [FALLBACK_KEEP] = N_("your answer is '{1}'; Enter alone keeps it"),
    [FALLBACK_LAST_TIME] = N_("Enter alone means '{1}', as last time"),
    [FALLBACK_DEFAULT] = N_("Enter alone means '{1}'"),
    [FALLBACK_SKIP] = NULL,
    [FALLBACK_SKIP_AGAIN] = N_("you left this out; Enter alone leaves it so"),
    [FALLBACK_NEEDED] = NULL,
};

/* Says what of TOLD is not offered any more, where FALLBACK keeps the rest. */
static gboolean show_gone(const struct talk *talk, const struct fallback *fallback,
                          const char *const *told)
{
  g_autoptr(GPtrArray) gone = part_of(talk, told, FALSE);
  if (!gone->len || fallback->kind != FALLBACK_KEEP)
    return FALSE;
  struct voice voice = talk_voice(talk);
  g_autofree char *words = values_words(&voice, talk->step, (const char *const *)gone->pdata);
  say_message(talk, N_("you had also said '{1}'; the answers no longer have that"), words, NULL);
  return TRUE;
}

/* An answer that is asked for anew: it does not fit any more, or may not. */
static void show_waiting(const struct talk *talk, const struct fallback *fallback)
{
  const char *const *told = values_in(walk_answers(talk->walk), talk->step);
  gboolean overtaken = told && is_overtaken(talk), past = walk_is_past(talk->walk);
  if (!told || (walk_is_again(talk->walk) && !overtaken && !past) ||
      show_gone(talk, fallback, told))
    return;
  struct voice voice = talk_voice(talk);
  g_autofree char *words = values_words(&voice, talk->step, told);
  say_message(talk,
              overtaken ? N_("before what you have done since, you had said '{1}'")
              : past    ? N_("you had said '{1}', which is over; Enter alone sets it aside")
                        : N_("you had said '{1}'; that does not fit here any more"),
              words, NULL);
}

void ask_show(struct talk *talk, const struct fallback *fallback)
{
  const struct question *question = item_question(talk->step.item);
  const struct repeat *repeat = item_repeat(talk->step.item);
  struct voice voice = talk_voice(talk);
  g_autofree char *prompt =
      question && question->stem
          ? phrase_say_stem(&voice, talk->step, talk->dialogue->plain ? "…" : "____")
          : talk_words(talk, question ? question->prompts : repeat->prompt, talk->step.turn);
  g_autofree char *progress = progress_words(talk);
  show_theme(talk);
  say_gap(talk);
  say_question(talk, prompt, progress);
  show_options(talk);
  show_hint(talk);
  show_waiting(talk, fallback);
  if (fallback_messages[fallback->kind])
    say_message(talk, fallback_messages[fallback->kind], fallback->words, NULL);
}

/* ---- reading ---- */

const char *ask_prompt(const struct talk *talk)
{
  return talk->dialogue->plain ? tr(talk->translator, "Your answer: ") : "> ";
}

/* What Tab completes: the labels on offer, then the commands. */
static char **completions(const struct talk *talk)
{
  g_autoptr(GStrvBuilder) words = g_strv_builder_new();
  const struct pass *pass = walk_pass(talk->walk);
  g_autoptr(GArray) offers = pass_offers(pass, talk->step);
  for (guint i = 0; i < offers->len; i++) {
    const char *value = g_array_index(offers, struct offer, i).value;
    g_autofree char *label = typed_label(pass, talk->step, value, talk->translator);
    g_strv_builder_add(words, label);
  }
  for (const struct talk_command *c = talk_commands; c->name; c++) {
    const char *name = tr(talk->translator, c->name);
    g_strv_builder_add(words, name);
    if (strcmp(name, c->name) != 0)
      g_strv_builder_add(words, c->name);
  }
  return g_strv_builder_end(words);
}

/*
 * What was half typed here before, else an old answer that is text, to be edited. Where answers are
 * short, the line is empty: what is typed there is all of the answer.
 */
static const char *initial(const struct talk *talk, const struct fallback *fallback)
{
  const struct question *question = item_question(talk->step.item);
  if (talk->unsent && step_equal(talk->unsent_at, talk->step))
    return talk->unsent;
  if (fallback->kind != FALLBACK_KEEP || !question || question_answered_by(question) != BY_LINE)
    return NULL;
  return fallback->values[0];
}

/* An old answer whose words can be typed, where the line is empty. */
static const char *recall(const struct talk *talk, const struct fallback *fallback)
{
  const struct question *question = item_question(talk->step.item);
  gboolean typed = !question || (!question_is_typed(question) && !question_takes_several(question));
  return typed && fallback->kind == FALLBACK_KEEP ? fallback->words : NULL;
}

enum heard ask_read(struct talk *talk, const struct fallback *fallback, char **text)
{
  const struct question *question = item_question(talk->step.item);
  g_auto(GStrv) words = completions(talk);
  g_autofree char *line = g_strdup(initial(talk, fallback));
  struct line_request request = {
      .prompt = ask_prompt(talk),
      .initial = line,
      .recall = recall(talk, fallback),
      .completions = (const char *const *)words,
      .remember =
          question && question_answered_by(question) == BY_LINE && !question_is_private(question),
  };
  return talk_read(talk, &request, text);
}
