/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page as a choice from the plan. */
#include "plan/page.h"

#include "base/date.h"
#include "base/text.h"
#include "plan/planned.h"

/* ---- actions ---- */

static gboolean is_open(const struct planned_action *action)
{
  return action->state != ACTION_DONE;
}

static const struct planned_action *first_open(const struct plan *plan)
{
  for (guint i = 0; i < plan->actions->len; i++)
    if (is_open(plan->actions->pdata[i]))
      return plan->actions->pdata[i];
  return NULL;
}

/* Whether ACTION belongs to the two days before the next time, or to that day: it is what one gets
 * ready with, and of no use on another. */
static gboolean is_before(const struct plan *plan, const struct planned_action *action)
{
  return plan->next_time && action->day >= plan->next_time - PAGE_READY_DAYS &&
         action->day <= plan->next_time;
}

/* Which of too many actions the page can spare: the last of those that nobody waits for and that no
 * day calls for, else the last of all. */
static guint find_spare(const struct plan *plan, const GPtrArray *actions)
{
  for (guint i = actions->len; i > 0; i--) {
    const struct planned_action *action = actions->pdata[i - 1];
    if (action->action->channel == CHANNEL_SELF && !is_before(plan, action))
      return i - 1;
  }
  return actions->len - 1;
}

static void add_later(struct plan_page *page, const struct plan *plan)
{
  for (guint i = 0; i < plan->actions->len; i++) {
    struct planned_action *action = plan->actions->pdata[i];
    if (is_open(action) && action != page->next)
      g_ptr_array_add(page->later, action);
  }
  while (page->later->len > PAGE_LATER)
    g_ptr_array_remove_index(page->later, find_spare(plan, page->later));
}

/* ---- lessons ---- */

static gboolean has_topic(const GPtrArray *lessons, const struct topic *topic)
{
  for (guint i = 0; i < lessons->len; i++)
    if (((struct planned_lesson *)lessons->pdata[i])->lesson->topic == topic)
      return TRUE;
  return FALSE;
}

static void add_lessons(struct plan_page *page, const struct plan *plan)
{
  for (guint i = 0; i < plan->lessons->len && page->lessons->len < PAGE_LESSONS; i++) {
    struct planned_lesson *lesson = plan->lessons->pdata[i];
    if (!has_topic(page->lessons, lesson->lesson->topic))
      g_ptr_array_add(page->lessons, lesson);
  }
}

/* ---- words ---- */

static guint count(const struct phrase *phrase)
{
  g_autofree char *plain = phrase_plain(phrase);
  return text_words(plain);
}

static guint count_all(const GPtrArray *phrases)
{
  guint words = 0;
  for (guint i = 0; i < phrases->len; i++)
    words += count(phrases->pdata[i]);
  return words;
}

/* A day as it is said, "Friday 6 November", what may stand before it, "Tomorrow", and behind it:
 * its year, and an hour, "10 am"; that it has passed: "It was due on Friday 6 November 2026; it can
 * still be done"; the labels of what stands around an action, of what nobody can know, of who a
 * message is to, of a lesson's occasion ("When") and of an exercise; and what stands between a
 * blank and its example. */
enum {
  DAY_WORDS = 3,
  NEAR_WORDS = 1,
  YEAR_WORDS = 1,
  HOUR_WORDS = 2,
  LATE_WORDS = 13,
  ACTION_LABELS = 5,
  LAST_LABEL = 6,
  TO_LABEL = 1,
  IF_LABEL = 1,
  EXERCISE_LABEL = 1,
  EXAMPLE_WORDS = 2
};

static guint count_day(const struct plan *plan, int day)
{
  int year, this_year, month, day_of_month, ahead = day - plan->today;
  date_split(day ? day : plan->today, &year, &month, &day_of_month);
  date_split(plan->today, &this_year, &month, &day_of_month);
  guint near = ahead == 0 || ahead == 1 ? NEAR_WORDS : 0;
  return DAY_WORDS + near + (year == this_year ? 0 : YEAR_WORDS);
}

static guint count_action(const struct plan *plan, const struct planned_action *action)
{
  guint late = action->overdue ? LATE_WORDS : 0;
  return count_day(plan, action->day) + (action->at >= 0 ? HOUR_WORDS : 0) + late +
         count(action->title) + count_all(action->steps);
}

static guint count_reply(const struct planned_reply *reply)
{
  return count(reply->title) + count_all(reply->paragraphs);
}

/* The words of PHRASE, and LABEL for what is said before it, if there is one. */
static guint count_labelled(const struct phrase *phrase, guint label)
{
  return phrase_empty(phrase) ? 0 : count(phrase) + label;
}

static guint count_lesson(const struct planned_lesson *lesson)
{
  return count(lesson->fact) + count_labelled(lesson->if_text, IF_LABEL) +
         count(lesson->then_text) + count_labelled(lesson->exercise, EXERCISE_LABEL);
}

/* The words below a message that show what goes into the blanks of PHRASE. */
static guint count_examples(const struct phrase *phrase)
{
  guint words = 0;
  for (const struct run *run = phrase->runs; run; run = run->next) {
    if ((run->style & RUN_BLANK) && run->example)
      words += text_words(run->text) + EXAMPLE_WORDS + text_words(run->example);
  }
  return words;
}

guint plan_draft_words(const struct planned_draft *draft)
{
  return count(draft->subject) + count_all(draft->paragraphs);
}

static guint count_message(const struct planned_draft *message)
{
  guint words = plan_draft_words(message) + count_labelled(message->to, TO_LABEL) +
                count_examples(message->subject);
  for (guint i = 0; i < message->paragraphs->len; i++)
    words += count_examples(message->paragraphs->pdata[i]);
  return words;
}

/* The words of what no page can do without, its titles included. */
static guint count_core(const struct plan *plan, const struct plan_page *page)
{
  guint words = 20 + count(plan->subject); /* title, day, and five headings of four words */
  for (guint i = 0; i < plan->openings->len; i++) {
    const struct planned_opening *opening = plan->openings->pdata[i];
    words += count_all(opening->paragraphs) + (opening->asked ? count(opening->asked) : 0) +
             (opening->opening->last ? LAST_LABEL : 0);
  }
  if (page->next)
    words += ACTION_LABELS + count_action(plan, page->next) + count(page->next->why) +
             count_all(page->next->avoids);
  return words + (page->message ? count_message(page->message) : 0);
}

/* ---- what fits ---- */

/* The part of PARTS after the first KEPT, of WORDS words, stays if *LEFT has room for it. */
static void fit(GPtrArray *parts, guint *kept, guint words, guint *left)
{
  if (words > *left) {
    g_ptr_array_remove_index(parts, *kept);
    return;
  }
  *left -= words;
  (*kept)++;
}

/* The last day on which there is something to do on PAGE. */
static int last_day(const struct plan_page *page)
{
  int last = 0;
  for (guint i = 0; i < page->later->len; i++)
    last = MAX(last, ((struct planned_action *)page->later->pdata[i])->day);
  return last;
}

/* Those before the last day of all that may be on PAGE, which is not known yet. */
static void fit_holidays(struct plan_page *page, const struct plan *plan, guint *left)
{
  for (guint i = 0; i < plan->holidays->len; i++) {
    struct planned_holiday *holiday = plan->holidays->pdata[i];
    if (holiday->day >= last_day(page))
      return;
    guint kept = page->holidays->len;
    g_ptr_array_add(page->holidays, holiday);
    fit(page->holidays, &kept, count_day(plan, holiday->day) + count(holiday->title), left);
  }
}

static void drop_holidays_after(struct plan_page *page, int last)
{
  GPtrArray *holidays = page->holidays;
  while (holidays->len &&
         ((struct planned_holiday *)holidays->pdata[holidays->len - 1])->day >= last)
    g_ptr_array_set_size(holidays, (gint)holidays->len - 1);
}

/* Which of the actions that come later the page keeps before others: first what is sent or called,
 * for somebody waits for it or is waited for; then what has its one day before the next time; an
 * exercise last. */
static int weight(const struct plan *plan, const struct planned_action *action)
{
  if (action->action->channel != CHANNEL_SELF && action->action->channel != CHANNEL_PERSON)
    return 0;
  return is_before(plan, action) ? 1 : 2;
}

static int compare_weights(const void *left, const void *right, void *plan)
{
  int a = weight(plan, *(struct planned_action *const *)left);
  int b = weight(plan, *(struct planned_action *const *)right);
  return a != b ? a - b : planned_compare(left, right);
}

/* Fits those of the later actions whose weight is at most MOST. */
static void fit_later(struct plan_page *page, const struct plan *plan, int most, guint *kept,
                      guint *left)
{
  while (*kept < page->later->len && weight(plan, page->later->pdata[*kept]) <= most)
    fit(page->later, kept, count_action(plan, page->later->pdata[*kept]), left);
}

/* Fits of the replies as many as MOST. */
static void fit_replies(struct plan_page *page, guint most, guint *kept, guint *left)
{
  while (*kept < MIN(most, page->replies->len))
    fit(page->replies, kept, count_reply(page->replies->pdata[*kept]), left);
}

static void fit_strength(struct plan_page *page, guint *left)
{
  guint words = page->strength ? count(page->strength->text) : 0;
  if (words > *left)
    page->strength = NULL;
  else
    *left -= words;
}

/* What somebody waits for, what may have to be answered (one line seldom meets all that is asked)
 * and one lesson come before exercises and more lessons, which the details keep as well. */
static void fit_all(struct plan_page *page, const struct plan *plan, guint left)
{
  guint later = 0, replies = 0, lessons = 0;
  g_ptr_array_sort_with_data(page->later, compare_weights, (void *)plan);
  fit_later(page, plan, 0, &later, &left);
  fit_strength(page, &left);
  fit_holidays(page, plan, &left);
  fit_later(page, plan, 1, &later, &left);
  fit_replies(page, PAGE_FIRST_REPLIES, &replies, &left);
  if (page->lessons->len)
    fit(page->lessons, &lessons, count_lesson(page->lessons->pdata[0]), &left);
  fit_replies(page, PAGE_REPLIES, &replies, &left);
  while (later < page->later->len || lessons < page->lessons->len) {
    if (lessons < page->lessons->len)
      fit(page->lessons, &lessons, count_lesson(page->lessons->pdata[lessons]), &left);
    if (later < page->later->len)
      fit(page->later, &later, count_action(plan, page->later->pdata[later]), &left);
  }
  g_ptr_array_sort(page->later, planned_compare);
  drop_holidays_after(page, last_day(page));
}

/* ---- the whole ---- */

/* How many words there may be. */
static guint room(const struct plan *plan)
{
  return MIN(PAGE_WORDS, PAGE_LEAST_WORDS + PAGE_QUESTION_WORDS * plan->asked);
}

struct plan_page *plan_page_new(const struct plan *plan)
{
  struct plan_page *page = g_new0(struct plan_page, 1);
  page->next = plan_next(plan);
  if (!page->next)
    page->next = first_open(plan);
  page->message = page->next && page->next->drafts->len ? page->next->drafts->pdata[0] : NULL;
  page->replies = g_ptr_array_new();
  page->later = g_ptr_array_new();
  page->holidays = g_ptr_array_new();
  page->lessons = g_ptr_array_new();
  for (guint i = 0; i < MIN(plan->replies->len, PAGE_REPLIES); i++)
    g_ptr_array_add(page->replies, plan->replies->pdata[i]);
  add_later(page, plan);
  add_lessons(page, plan);
  page->strength = plan->strengths->len ? plan->strengths->pdata[0] : NULL;
  guint core = count_core(plan, page);
  fit_all(page, plan, core < room(plan) ? room(plan) - core : 0);
  return page;
}

void plan_page_free(struct plan_page *page)
{
  g_ptr_array_unref(page->replies);
  g_ptr_array_unref(page->later);
  g_ptr_array_unref(page->holidays);
  g_ptr_array_unref(page->lessons);
  g_free(page);
}

gboolean plan_page_holds(const struct plan_page *page, const void *part)
{
  return part &&
         (part == page->next || part == page->message || part == page->strength ||
          g_ptr_array_find(page->replies, part, NULL) ||
          g_ptr_array_find(page->later, part, NULL) || g_ptr_array_find(page->lessons, part, NULL));
}
