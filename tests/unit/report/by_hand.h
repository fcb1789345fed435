/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Plans put together by hand, without a pack: what the report's tests write out. Everything of a
 * plan that the formats look at is here; the subject is a language exam.
 */
#pragma once

#include "base/date.h"
#include "plan/planned.h"
#include "report/report.h"
#include "support/suite.h"

static const struct name mail_name = {.id = "mail", .kind = NAME_TASK};
static const struct name call_name = {.id = "call", .kind = NAME_TASK};
static const struct name drill_name = {.id = "drill", .kind = NAME_TASK};
static const struct name walk_name = {.id = "walk", .kind = NAME_TASK};
static const struct name letter_name = {.id = "letter", .kind = NAME_TASK};
static const struct task mail_task = {&mail_name, 0};
static const struct task call_task = {&call_name, 1};
static const struct task drill_task = {&drill_name, 2};
static const struct task walk_task = {&walk_name, 3};
static const struct action mail = {
    .task = &mail_task, .channel = CHANNEL_EMAIL, .minutes = 10, .item = {.order = 1}};
static const struct action call = {
    .task = &call_task, .channel = CHANNEL_PHONE, .minutes = 1, .item = {.order = 2}};
static const struct action drill = {
    .task = &drill_task, .channel = CHANNEL_SELF, .item = {.order = 3}};
static const struct action walk = {
    .task = &walk_task, .channel = CHANNEL_PERSON, .minutes = 30, .item = {.order = 4}};
static const struct task letter_task = {&letter_name, 4};
static const struct action letter = {
    .task = &letter_task, .channel = CHANNEL_LETTER, .lead = TRUE, .item = {.order = 5}};
static const struct topic listening = {.id = "listening"}, time_topic = {.id = "time"};
static const struct lesson slow_down = {.topic = &listening}, ask_again = {.topic = &listening};
static const struct lesson leave_early = {.topic = &time_topic};
static const struct opening comfort = {0}, last_words = {.last = TRUE};
static const struct reply of_marks = {0};
static const struct source study = {
    .id = "study", .url = "https://example.org/a_(b)?c=d", .date = "2016"};
static const struct source book = {.id = "book"};

static inline struct run *append_run(struct phrase *phrase, const char *text, guint style,
                                     const char *href)
{
  struct run **end = &phrase->runs;
  while (*end)
    end = &(*end)->next;
  OWNED(phrase) words = phrase_of(text, style);
  *end = g_steal_pointer(&words->runs);
  if (*end) /* what is empty is no run */
    (*end)->href = href;
  return *end;
}

/* BEFORE, ANSWER as typed by the person in STYLE, BEHIND. */
static inline struct phrase *around(const char *before, const char *answer, guint style,
                                    const char *behind)
{
  struct phrase *phrase = phrase_of(before, 0);
  append_run(phrase, answer, style | RUN_QUOTED, NULL);
  append_run(phrase, behind, 0, NULL);
  return phrase;
}

static inline GPtrArray *reasons(const char *answer)
{
  GPtrArray *because = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(because, g_strdup("Arrival: late"));
  g_ptr_array_add(because, g_strdup_printf("What was said: %s", answer));
  return because;
}

static inline struct planned_draft *draft_by_hand(enum channel channel, const char *answer)
{
  struct planned_draft *draft = g_new0(struct planned_draft, 1);
  draft->channel = channel;
  draft->to = phrase_of(channel == CHANNEL_EMAIL ? "Ms Ek" : "", 0);
  draft->subject = phrase_of(channel == CHANNEL_EMAIL ? "Our talk of 20 November" : "", 0);
  draft->paragraphs = planned_phrases();
  draft->offered = planned_phrases();
  g_ptr_array_add(draft->paragraphs, phrase_of("Good morning,", 0));
  struct phrase *body = around("You told me about ", answer, 0, " and I remember it. ");
  append_run(body, "One moment of the exam", RUN_BLANK, NULL)->example = "the talk about the sea";
  append_run(body, " stayed with me.", 0, NULL);
  g_ptr_array_add(draft->paragraphs, body);
  draft->has_blank = TRUE;
  return draft;
}

static inline struct planned_action *action_by_hand(struct plan *plan, const struct action *action,
                                                    const char *iso, enum action_state state,
                                                    struct phrase *title)
{
  struct planned_action *planned = g_new0(struct planned_action, 1);
  planned->action = action;
  planned->day = planned->due = iso ? date_parse(iso) : 0;
  planned->at = -1;
  planned->state = state;
  planned->title = title;
  planned->why = phrase_of("", 0);
  planned->steps = planned_phrases();
  planned->avoids = planned_phrases();
  planned->drafts = planned_drafts();
  planned->because = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(plan->actions, planned);
  return planned;
}

static inline void actions_by_hand(struct plan *plan, const char *answer)
{
  struct planned_action *done = action_by_hand(plan, &drill, "2026-11-19", ACTION_DONE,
                                               phrase_of("Write down what was asked", 0));
  g_ptr_array_add(done->steps, phrase_of("Done is done, and said in one line.", 0));
  g_ptr_array_add(done->drafts, draft_by_hand(CHANNEL_LETTER, answer));
  struct planned_action *late =
      action_by_hand(plan, &mail, "2026-11-20", ACTION_LATE, phrase_of("Thank the examiner", 0));
  late->due = date_parse("2026-11-18");
  late->overdue = TRUE;
  g_ptr_array_unref(late->because);
  late->because = reasons(answer);
  phrase_free(late->why);
  late->why = around("A short word counts, and ", answer, RUN_STRONG, " too.");
  g_ptr_array_add(late->steps, phrase_of("Look up the address.", 0));
  g_ptr_array_add(late->steps, around("Name ", answer, RUN_EM, " in one sentence."));
  g_ptr_array_add(late->avoids, phrase_of("Asking for the mark.", 0));
  g_ptr_array_add(late->drafts, draft_by_hand(CHANNEL_EMAIL, answer));
  g_ptr_array_add(late->drafts, draft_by_hand(CHANNEL_PHONE, answer));
  struct planned_action *timed =
      action_by_hand(plan, &call, "2027-01-05", ACTION_OPEN, around("Call about ", answer, 0, ""));
  timed->at = 17 * 60;
  g_ptr_array_add(timed->steps, phrase_of("Ask for the date of the results.", 0));
  action_by_hand(plan, &walk, NULL, ACTION_OPEN, phrase_of("Speak with somebody who passed", 0));
}

static inline void lesson_by_hand(struct plan *plan, const struct lesson *lesson, const char *topic,
                                  const char *fact, struct phrase *if_text)
{
  struct planned_lesson *planned = g_new0(struct planned_lesson, 1);
  planned->lesson = lesson;
  planned->topic = phrase_of(topic, 0);
  planned->fact = phrase_of(fact, 0);
  planned->if_text = if_text;
  planned->then_text = phrase_of("I say so at once", 0);
  planned->why = phrase_of("", 0);
  planned->exercise = phrase_of(*fact ? "Listen to the news for five minutes a day." : "", 0);
  planned->because = reasons("no");
  g_ptr_array_add(plan->lessons, planned);
}

static inline void sheet_by_hand(struct plan *plan, const char *answer)
{
  struct planned_sheet *sheet = g_new0(struct planned_sheet, 1);
  sheet->title = phrase_of("The school", 0);
  sheet->lines = planned_lines();
  struct sheet_line *line = g_new0(struct sheet_line, 1);
  line->label = g_strdup("Name");
  line->words = g_strdup(answer);
  line->style = RUN_QUOTED;
  g_ptr_array_add(sheet->lines, line);
  g_ptr_array_add(plan->sheets, sheet);
}

static inline void source_by_hand(struct plan *plan, const struct source *source, const char *title,
                                  const char *publisher)
{
  struct planned_source *planned = g_new0(struct planned_source, 1);
  planned->source = source;
  planned->title = phrase_of(title, 0);
  planned->original = phrase_of(title, 0);
  planned->language = "en";
  planned->publisher = phrase_of(publisher, 0);
  g_ptr_array_add(plan->sources, planned);
}

static inline void opening_by_hand(struct plan *plan, const char *answer)
{
  struct planned_opening *opening = g_new0(struct planned_opening, 1);
  opening->opening = &comfort;
  opening->paragraphs = planned_phrases();
  g_ptr_array_add(opening->paragraphs, phrase_of("One missed question is one question.", 0));
  g_ptr_array_add(opening->paragraphs, around("They said ", answer, 0, ", and no more."));
  g_ptr_array_add(plan->openings, opening);
}

static inline void reply_by_hand(struct plan *plan, const char *title, struct phrase *words)
{
  struct planned_reply *reply = g_new0(struct planned_reply, 1);
  reply->reply = &of_marks;
  reply->title = phrase_of(title, 0);
  reply->paragraphs = planned_phrases();
  g_ptr_array_add(reply->paragraphs, words);
  g_ptr_array_add(plan->replies, reply);
}

static inline void holiday_by_hand(struct plan *plan, const char *iso, const char *title)
{
  struct planned_holiday *holiday = g_new0(struct planned_holiday, 1);
  holiday->day = date_parse(iso);
  holiday->title = phrase_of(title, 0);
  g_ptr_array_add(plan->holidays, holiday);
}

/* A plan with something of everything, in which ANSWER stands wherever a person's words can. */
static inline struct plan *plan_by_hand(const char *answer)
{
  struct plan *plan = planned_new(NULL, date_parse("2026-11-20"));
  plan->begun = date_parse("2026-11-18");
  plan->asked = 10;
  plan->subject = around("Oral exam, ", answer, 0, "");
  opening_by_hand(plan, answer);
  actions_by_hand(plan, answer);
  reply_by_hand(plan, "They ask about the mark.", phrase_of("“I am glad you call.”", 0));
  reply_by_hand(plan, "“Again?”", around("“Gladly. About ", answer, 0, "?”"));
  lesson_by_hand(plan, &slow_down, "Listening", "The first question went by unheard.",
                 around("I hear ", answer, 0, " and do not understand"));
  lesson_by_hand(plan, &ask_again, "Listening", "One word was new.",
                 phrase_of("a word is new to me", 0));
  lesson_by_hand(plan, &leave_early, "Time", "The bus was late.", phrase_of("the bus is late", 0));
  lesson_by_hand(plan, &leave_early, "Time", "The way was new.", phrase_of("", 0));
  struct planned_strength *strength = g_new0(struct planned_strength, 1);
  strength->text = around("You kept calm when they said: ", answer, RUN_EM, ".");
  g_ptr_array_add(plan->strengths, strength);
  holiday_by_hand(plan, "2026-12-08", "The school is closed.");
  sheet_by_hand(plan, answer);
  source_by_hand(plan, &study, "On hearing & being heard", "The Journal");
  source_by_hand(plan, &book, "A book without an address", "");
  g_ptr_array_add(plan->missing, g_strdup("Teacher"));
  return plan;
}

/* A plan in which nothing is to be done. */
static inline struct plan *plan_of_nothing(void)
{
  struct plan *plan = planned_new(NULL, date_parse("2026-11-20"));
  plan->begun = plan->today;
  plan->asked = 10;
  plan->subject = phrase_of("", 0);
  return plan;
}

static inline struct report_options plain_options(void)
{
  return (struct report_options){
      .language = "en", .width = 80, .stamp = "20261120T120000Z", .debrief = "7"};
}

/* PLAN in FORMAT. Caller frees. */
static inline char *write_plan(const struct plan *plan, const char *format,
                               const struct report_options *options)
{
  OWNED(report) report = report_new(plan, options);
  GString *out = g_string_new(NULL);
  report_format_find(format)->write(report, out);
  return g_string_free(out, FALSE);
}
