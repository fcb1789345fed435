/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts what a pass has selected and the schedule has dated into words. */
#include "plan/plan.h"

#include "base/date.h"
#include "catalogue/spots.h"
#include "plan/because.h"
#include "plan/planned.h"
#include "plan/schedule.h"

/* The plan while it is made. */
struct making {
  struct plan *plan;
  enum plan_scope scope;
  struct voice voice;
  GArray *schedule;  /* of struct scheduled; NULL: nobody has asked for it */
  GHashTable *taken; /* slots of openings, lessons, strengths and replies for which one stands */
  GHashTable *said;  /* reasons in words, for because_words() */
};

/* ---- texts ---- */

/* Every text of the list that holds and is not empty, into PHRASES; what is optional and was not
 * filled into OFFERED. */
static void say_each(const struct voice *voice, const struct text *texts, GPtrArray *phrases,
                     GPtrArray *offered)
{
  if (!texts)
    return;
  g_autoptr(GPtrArray) selected = pass_select(voice->pass, texts, voice->turn);
  for (guint i = 0; i < selected->len; i++) {
    OWNED(phrase) phrase = phrase_new(voice, selected->pdata[i]);
    gboolean open = text_is_optional(selected->pdata[i]) && phrase_has_blank(phrase);
    if (!phrase_empty(phrase))
      g_ptr_array_add(open ? offered : phrases, g_steal_pointer(&phrase));
  }
}

/* The same of texts that stand in no draft, where nothing is optional. */
static GPtrArray *say_all(const struct voice *voice, const struct text *texts)
{
  GPtrArray *phrases = planned_phrases();
  say_each(voice, texts, phrases, phrases);
  return phrases;
}

/* The first text of the list that holds. */
static struct phrase *say_first(const struct voice *voice, const struct text *texts)
{
  return phrase_new(voice, pass_choose(voice->pass, texts, voice->turn));
}

/* Whether what belongs to SCOPE is made. */
static gboolean is_in(const struct making *making, enum plan_scope scope)
{
  return making->scope == PLAN_WHOLE || making->scope == scope;
}

/* TEXTS, unless a sketch leaves them out. */
static const struct text *detail(const struct making *making, const struct text *texts)
{
  return is_in(making, PLAN_WHOLE) ? texts : NULL;
}

static GPtrArray *reasons(const struct making *making, struct step step)
{
  return is_in(making, PLAN_WHOLE) ? because_words(&making->voice, step, making->said)
                                   : g_ptr_array_new_with_free_func(g_free);
}

/* Advises ITEM, unless its slot is taken; false then. */
static gboolean take_place(const struct making *making, const struct item *item)
{
  const char *slot = item_slot(item);
  gboolean is_free = !slot || g_hash_table_add(making->taken, (void *)slot);
  if (is_free)
    g_ptr_array_add(making->plan->advised, (void *)item);
  return is_free;
}

/* ---- actions ---- */

/* VOICE says it on the day on which it is to be sent. */
static struct planned_draft *make_draft(const struct voice *voice, const struct action *action,
                                        const struct draft *draft)
{
  struct planned_draft *planned = g_new0(struct planned_draft, 1);
  planned->draft = draft;
  planned->channel = draft->has_channel ? draft->channel : action->channel;
  planned->to = say_first(voice, draft->to);
  planned->subject = say_first(voice, draft->subjects);
  planned->paragraphs = planned_phrases();
  planned->offered = planned_phrases();
  say_each(voice, draft->paragraphs, planned->paragraphs, planned->offered);
  planned->has_blank = phrase_has_blank(planned->to) || phrase_has_blank(planned->subject);
  planned->own = answers_own_draft(pass_answers(voice->pass), draft->id);
  for (guint i = 0; i < planned->paragraphs->len; i++)
    planned->has_blank |= phrase_has_blank(planned->paragraphs->pdata[i]);
  return planned;
}

static GPtrArray *make_drafts(const struct making *making, const struct scheduled *scheduled)
{
  const struct voice *voice = &making->voice;
  const struct action *action = scheduled->action;
  struct voice then = *voice;
  then.seen = MAX(scheduled->day, pass_today(voice->pass));
  GPtrArray *drafts = planned_drafts();
  for (const struct draft *draft = is_in(making, PLAN_WHOLE) ? action->drafts : NULL; draft;
       draft = draft->next)
    if (pass_holds(voice->pass, draft->when, voice->turn))
      g_ptr_array_add(drafts, make_draft(&then, action, draft));
  return drafts;
}

static void make_action(struct making *making, const struct scheduled *scheduled)
{
  const struct action *action = scheduled->action;
  struct step step = {&action->item, 0};
  if (scheduled->lapsed || scheduled->displaced)
    return;
  struct planned_action *planned = g_new0(struct planned_action, 1);
  planned->action = action;
  planned->day = scheduled->day;
  planned->at = scheduled->at;
  planned->due = scheduled->due;
  planned->state = scheduled->done ? ACTION_DONE : scheduled->late ? ACTION_LATE : ACTION_OPEN;
  planned->overdue = scheduled->late && schedule_stood(making->voice.pass, scheduled);
  planned->title = say_first(&making->voice, action->titles);
  planned->why = say_first(&making->voice, detail(making, action->whys));
  planned->steps = say_all(&making->voice, detail(making, action->steps));
  planned->avoids = say_all(&making->voice, detail(making, action->avoids));
  planned->drafts = make_drafts(making, scheduled);
  planned->because = reasons(making, step);
  planned->betrays = is_in(making, PLAN_WHOLE) && because_is_hidden(&making->voice, step);
  g_ptr_array_add(making->plan->actions, planned);
}

static const GArray *schedule_of(struct making *making)
{
  if (!making->schedule)
    making->schedule = schedule_new(making->voice.pass);
  return making->schedule;
}

static void make_actions(struct making *making)
{
  const GArray *schedule = schedule_of(making);
  for (guint i = 0; i < schedule->len; i++)
    make_action(making, &g_array_index(schedule, struct scheduled, i));
}

static void make_next(struct making *making)
{
  const struct scheduled *next = schedule_next(schedule_of(making));
  if (next)
    make_action(making, next);
}

/* For <date of="…"/>: of what is still to be done, else of what is done. */
static int planned_day(const void *making, const struct task *task)
{
  const GArray *schedule = schedule_of((struct making *)making);
  int done = 0;
  for (guint i = 0; i < schedule->len; i++) {
    const struct scheduled *scheduled = &g_array_index(schedule, struct scheduled, i);
    if (scheduled->action->task != task || scheduled->lapsed || scheduled->displaced)
      continue;
    if (!scheduled->done)
      return scheduled->day;
    done = scheduled->day;
  }
  return done;
}

/* ---- lessons and strengths ---- */

static void make_lesson(struct making *making, struct step step)
{
  const struct lesson *lesson = item_lesson(step.item);
  const struct voice *voice = &making->voice;
  if (!take_place(making, step.item))
    return;
  struct planned_lesson *planned = g_new0(struct planned_lesson, 1);
  planned->lesson = lesson;
  planned->turn = step.turn;
  planned->stressed = lesson->stress && pass_holds(voice->pass, lesson->stress, step.turn);
  planned->topic = phrase_new(voice, lesson->topic->title);
  planned->fact = say_first(voice, detail(making, lesson->facts));
  planned->if_text = phrase_new(voice, lesson->if_text);
  planned->then_text = phrase_new(voice, lesson->then_text);
  planned->why = say_first(voice, detail(making, lesson->why));
  planned->exercise = phrase_new(voice, detail(making, lesson->exercise));
  planned->because = reasons(making, step);
  g_ptr_array_add(making->plan->lessons, planned);
}

/* Moves the stressed lessons to the front; both kinds keep their order. */
static void stressed_first(GPtrArray *lessons)
{
  guint front = 0;
  for (guint i = 0; i < lessons->len; i++) {
    struct planned_lesson *lesson = lessons->pdata[i];
    if (!lesson->stressed)
      continue;
    g_ptr_array_steal_index(lessons, i);
    g_ptr_array_insert(lessons, (int)front++, lesson);
  }
}

static void make_strength(struct making *making, struct step step)
{
  const struct strength *strength = item_strength(step.item);
  if (!take_place(making, step.item))
    return;
  struct planned_strength *planned = g_new0(struct planned_strength, 1);
  planned->strength = strength;
  planned->text = phrase_new(&making->voice, strength->text);
  g_ptr_array_add(making->plan->strengths, planned);
}

/* ---- openings and replies ---- */

static void make_opening(struct making *making, struct step step)
{
  const struct opening *opening = item_opening(step.item);
  if (!take_place(making, step.item))
    return;
  struct planned_opening *planned = g_new0(struct planned_opening, 1);
  planned->opening = opening;
  planned->paragraphs = say_all(&making->voice, opening->paragraphs);
  g_ptr_array_add(making->plan->openings, planned);
}

/* Whoever chose OPTION asked what the openings of its slot answer; what was chosen first names it.
 */
static void name_openings(struct making *making, const struct option *option)
{
  const GPtrArray *openings = making->plan->openings;
  for (guint i = 0; i < openings->len; i++) {
    struct planned_opening *planned = openings->pdata[i];
    if (!planned->asked && g_strcmp0(option->slot, planned->opening->slot) == 0)
      planned->asked = phrase_new(&making->voice, option->label);
  }
}

static void name_by_answer(struct making *making, struct step step)
{
  const struct question *question = step.turn ? NULL : item_question(step.item);
  const struct answer *answer = question ? pass_answer(making->voice.pass, step) : NULL;
  if (!answer || voice_hides(&making->voice, question))
    return;
  for (char **value = answer->values; *value; value++) {
    const struct option *option = question_option(question, *value);
    if (option && option->label && option->slot)
      name_openings(making, option);
  }
}

/*
 * Who asked one thing knows what the "yes" at the head of a plan answers; further down, or of
 * several, each opening says it first.
 */
static void name_questions(struct making *making)
{
  const GPtrArray *openings = making->plan->openings;
  const GArray *met = pass_met(making->voice.pass);
  guint named = 0;
  for (guint i = 0; i < met->len; i++)
    name_by_answer(making, g_array_index(met, struct step, i));
  for (guint i = 0; i < openings->len; i++)
    named += ((struct planned_opening *)openings->pdata[i])->asked != NULL;
  if (named == 1)
    g_clear_pointer(&((struct planned_opening *)openings->pdata[0])->asked, phrase_free);
}

static void make_reply(struct making *making, struct step step)
{
  const struct reply *reply = item_reply(step.item);
  if (!take_place(making, step.item))
    return;
  struct planned_reply *planned = g_new0(struct planned_reply, 1);
  planned->reply = reply;
  planned->title = phrase_new(&making->voice, reply->title);
  planned->paragraphs = say_all(&making->voice, reply->paragraphs);
  g_ptr_array_add(making->plan->replies, planned);
}

/* ---- holidays ---- */

enum { FRIDAY = 5 }; /* as date_weekday() counts */

static void make_holidays(struct making *making)
{
  const struct pass *pass = making->voice.pass;
  for (int ahead = 1; ahead <= PLAN_HOLIDAY_DAYS; ahead++) {
    int day = date_add(pass_today(pass), ahead);
    gboolean free = date_weekday(day) > FRIDAY;
    const struct holiday *holiday =
        free ? NULL : schedule_holiday(pass_catalogue(pass), pass_region(pass), day);
    if (!holiday || !holiday->title)
      continue;
    struct planned_holiday *planned = g_new0(struct planned_holiday, 1);
    planned->day = day;
    planned->title = phrase_new(&making->voice, holiday->title);
    g_ptr_array_add(making->plan->holidays, planned);
  }
}

/* ---- sheets, and what was not answered ---- */

static struct planned_sheet *sheet_of(struct making *making, const struct topic *topic)
{
  GPtrArray *sheets = making->plan->sheets;
  for (guint i = 0; i < sheets->len; i++) {
    struct planned_sheet *sheet = sheets->pdata[i];
    if (sheet->sheet == topic)
      return sheet;
  }
  struct planned_sheet *sheet = g_new0(struct planned_sheet, 1);
  sheet->sheet = topic;
  sheet->title = phrase_new(&making->voice, topic->title);
  sheet->lines = planned_lines();
  g_ptr_array_add(sheets, sheet);
  return sheet;
}

static struct sheet_line *make_line(const struct making *making, struct step step)
{
  struct sheet_line *line = g_new0(struct sheet_line, 1);
  line->step = step;
  line->label = question_words(&making->voice, step);
  line->words = answer_words(&making->voice, step, &line->style);
  return line;
}

/* The day that ANSWER tells, if it was still to come then; else 0. */
static int day_to_come(const struct answer *answer)
{
  int day = date_parse(answer->values[0]);
  return day > answer->given ? day : 0;
}

/* Of two days of a next time the one that matters on TODAY; 0 is none. */
static int nearer(int one, int other, int today)
{
  gboolean both_come = one >= today && other >= today;
  return both_come ? MIN(one, other) : MAX(one, other);
}

/* What an answer is kept for. */
static void make_answer(struct making *making, struct step step)
{
  const struct question *question = item_question(step.item);
  const struct answer *answer = question ? pass_answer(making->voice.pass, step) : NULL;
  struct plan *plan = making->plan;
  if (!answer || voice_hides(&making->voice, question))
    return;
  if (question->sheet && is_in(making, PLAN_WHOLE))
    g_ptr_array_add(sheet_of(making, question->sheet)->lines, make_line(making, step));
  if (question->next_time && question_is_day(question))
    plan->next_time = nearer(plan->next_time, day_to_come(answer), plan->today);
  else if (question->next_time)
    g_ptr_array_add(plan->own, make_line(making, step));
}

/* Sheets in the order in which the pack declares them. */
static int compare_sheets(const void *left, const void *right)
{
  const struct planned_sheet *a = *(struct planned_sheet *const *)left;
  const struct planned_sheet *b = *(struct planned_sheet *const *)right;
  for (const struct topic *topic = a->sheet; topic; topic = topic->next)
    if (topic == b->sheet)
      return -1;
  return 1;
}

static void make_question(struct making *making, struct step step)
{
  if (pass_settled(making->voice.pass, step))
    making->plan->asked++;
  else
    g_ptr_array_add(making->plan->missing, question_words(&making->voice, step));
  make_answer(making, step);
}

/* ---- sources ---- */

static void cite(GHashTable *cited, const struct item *item)
{
  const struct origin *origin = item_origin(item);
  const struct citation *citation = origin ? origin->citations : NULL;
  for (; citation; citation = citation->next)
    g_hash_table_add(cited, (void *)citation->source);
}

static void make_sources(struct making *making)
{
  struct plan *plan = making->plan;
  g_autoptr(GHashTable) cited = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < plan->actions->len; i++)
    cite(cited, &((struct planned_action *)plan->actions->pdata[i])->action->item);
  for (guint i = 0; i < plan->advised->len; i++)
    cite(cited, plan->advised->pdata[i]);
  for (const struct source *source = plan->catalogue->sources; source; source = source->next) {
    if (!g_hash_table_contains(cited, source))
      continue;
    struct planned_source *planned = g_new0(struct planned_source, 1);
    planned->source = source;
    planned->title = phrase_new(&making->voice, source->title);
    planned->original = phrase_as_written(&making->voice, source->title);
    planned->language = source->language ? source->language : plan->catalogue->language;
    planned->publisher = phrase_new(&making->voice, source->publisher);
    g_ptr_array_add(plan->sources, planned);
  }
}

/* ---- the whole ---- */

static void make_step(struct making *making, struct step step)
{
  making->voice.turn = step.turn;
  switch (step.item->kind) {
  case ITEM_QUESTION:
  case ITEM_REPEAT:
    make_question(making, step);
    break;
  case ITEM_LESSON:
    if (is_in(making, PLAN_LEARNT))
      make_lesson(making, step);
    break;
  case ITEM_STRENGTH:
    if (is_in(making, PLAN_LEARNT))
      make_strength(making, step);
    break;
  case ITEM_REMARK:
    take_place(making, step.item);
    break;
  case ITEM_OPENING:
    if (is_in(making, PLAN_WHOLE))
      make_opening(making, step);
    break;
  case ITEM_REPLY:
    if (is_in(making, PLAN_WHOLE))
      make_reply(making, step);
    break;
  case ITEM_ACTION: /* the schedule has them */
    break;
  case ITEM_THEME:
  case ITEM_OPTION:
    g_assert_not_reached(); /* a pass meets neither */
  }
}

/* What only who reads the whole of one plan wants. */
static void make_surroundings(struct making *making)
{
  name_questions(making);
  g_ptr_array_sort(making->plan->sheets, compare_sheets);
  make_holidays(making);
  make_sources(making);
}

static struct plan *make(const struct catalogue *catalogue, const struct answers *answers,
                         int today, const struct voice *voice, enum plan_scope scope)
{
  OWNED(pass) pass = pass_new(catalogue, answers, today);
  struct step met;
  while (pass_next(pass, &met))
    continue;
  g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) said = g_hash_table_new_full(NULL, NULL, NULL, g_free);
  struct making making = {.plan = planned_new(catalogue, today),
                          .scope = scope,
                          .voice = *voice,
                          .taken = taken,
                          .said = said};
  making.voice.pass = pass;
  making.voice.planned = planned_day;
  making.voice.plan = &making;
  making.plan->begun = answers_begun(answers);
  making.plan->subject = phrase_new(&making.voice, catalogue->subject);
  const GArray *steps = pass_met(pass);
  for (guint i = 0; i < steps->len; i++)
    make_step(&making, g_array_index(steps, struct step, i));
  making.voice.turn = 0;
  if (scope == PLAN_NEXT)
    make_next(&making);
  else if (is_in(&making, PLAN_TO_DO))
    make_actions(&making);
  g_ptr_array_sort(making.plan->actions, planned_compare);
  stressed_first(making.plan->lessons);
  if (is_in(&making, PLAN_WHOLE))
    make_surroundings(&making);
  g_clear_pointer(&making.schedule, g_array_unref);
  return making.plan;
}

struct plan *plan_new(const struct catalogue *catalogue, const struct answers *answers, int today,
                      const struct translator *translator, gboolean keep_private)
{
  const struct voice voice = {.translator = translator, .keep_private = keep_private};
  return make(catalogue, answers, today, &voice, PLAN_WHOLE);
}

struct plan *plan_sketch(const struct catalogue *catalogue, const struct answers *answers,
                         int today, const struct translator *translator, gboolean keep_private,
                         enum plan_scope scope)
{
  const struct voice voice = {.translator = translator, .keep_private = keep_private};
  return make(catalogue, answers, today, &voice, scope);
}
