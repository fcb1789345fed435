/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a plan stands on the page, and that the document says nothing twice. */
#include "plan/page.h"

#include <string.h>

#include "report/by_hand.h"

static struct planned_action *add(struct plan *plan, const struct action *action, const char *iso,
                                  const char *title)
{
  return action_by_hand(plan, action, iso, ACTION_OPEN, phrase_of(title, 0));
}

/* The titles of ACTIONS, one behind the other. */
static char *titles(const GPtrArray *actions)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < actions->len; i++) {
    g_autofree char *title = phrase_plain(((struct planned_action *)actions->pdata[i])->title);
    g_string_append(out, title);
  }
  return g_string_free(out, FALSE);
}

static void own_steps_are_left_out_first(void)
{
  OWNED(plan) plan = plan_of_nothing();
  add(plan, &mail, "2026-11-20", "N");
  add(plan, &drill, "2026-11-21", "a");
  add(plan, &call, "2026-11-22", "b");
  add(plan, &drill, "2026-11-23", "c");
  add(plan, &mail, "2026-11-24", "d");
  add(plan, &drill, "2026-11-25", "e");
  add(plan, &walk, "2026-11-26", "f");
  OWNED(plan_page) page = plan_page_new(plan);
  g_autofree char *later = titles(page->later);
  CU_ASSERT_STRING_EQUAL(later, "abdf");
  CU_ASSERT(page->next == plan->actions->pdata[0]);
  CU_ASSERT(plan_page_holds(page, plan->actions->pdata[1]));
  CU_ASSERT_FALSE(plan_page_holds(page, plan->actions->pdata[3]));
}

static void the_last_is_left_out_then(void)
{
  OWNED(plan) plan = plan_of_nothing();
  static const char *const days[] = {"2026-11-20", "2026-11-21", "2026-11-22",
                                     "2026-11-23", "2026-11-24", "2026-11-25"};
  for (guint i = 0; i < G_N_ELEMENTS(days); i++)
    add(plan, &call, days[i], (const char[]){(char)('a' + (int)i), '\0'});
  OWNED(plan_page) page = plan_page_new(plan);
  g_autofree char *later = titles(page->later);
  CU_ASSERT_STRING_EQUAL(later, "bcde");
}

/* Where TEXT stands in WHOLE; it does. */
static const char *place(const char *whole, const char *text)
{
  const char *at = strstr(whole, text);
  CU_ASSERT_PTR_NOT_NULL_FATAL(at);
  return at;
}

/* The next step is the first that leads; what has an earlier day stands above it, the rest below.
 */
static void steps_stand_in_the_order_of_days(void)
{
  struct report_options options = plain_options();
  OWNED(plan) plan = plan_of_nothing();
  add(plan, &drill, "2026-11-20", "Rest");
  add(plan, &letter, "2026-11-21", "Write");
  add(plan, &walk, "2026-11-21", "Walk");
  g_autofree char *markdown = write_plan(plan, "markdown", &options);
  const char *first = place(markdown, "## First\n"), *then = place(markdown, "## Then\n");
  const char *next = place(markdown, ": Write\n");
  CU_ASSERT(first < place(markdown, "Rest.") && place(markdown, "Rest.") < next);
  CU_ASSERT(next < then && then < place(markdown, "Walk."));
}

static void what_is_done_is_no_step(void)
{
  OWNED(plan) plan = plan_of_nothing();
  add(plan, &mail, "2026-11-20", "a")->state = ACTION_DONE;
  add(plan, &call, NULL, "b");
  add(plan, &walk, NULL, "c");
  OWNED(plan_page) page = plan_page_new(plan);
  g_autofree char *later = titles(page->later);
  CU_ASSERT(page->next == plan->actions->pdata[1]);
  CU_ASSERT_STRING_EQUAL(later, "c");
  CU_ASSERT_PTR_NULL(page->message);
}

/* WORDS words. */
static struct phrase *many(guint words)
{
  g_autofree char *text = g_strnfill(2 * words, ' ');
  for (guint i = 0; i < words; i++)
    text[2 * i] = 'w';
  return phrase_of(g_strchomp(text), 0);
}

/* How many words of a reply there is room for on the page of PLAN, of two questions. */
static guint room_on(struct plan *plan)
{
  plan->asked = 2;
  for (guint words = PAGE_WORDS; words > 0; words--) {
    reply_by_hand(plan, "", many(words));
    OWNED(plan_page) page = plan_page_new(plan);
    guint replies = page->replies->len;
    g_ptr_array_set_size(plan->replies, 0);
    if (replies)
      return words;
  }
  return 0;
}

enum { ROOM = PAGE_LEAST_WORDS + 2 * PAGE_QUESTION_WORDS - 20 }; /* beside title and headings */

static void all_words_of_the_core_count(void)
{
  OWNED(plan) plan = plan_of_nothing();
  CU_ASSERT_EQUAL(room_on(plan), ROOM);
  opening_by_hand(plan, "a");
  guint with_opening = room_on(plan);
  ((struct planned_opening *)plan->openings->pdata[0])->asked = phrase_of("Is it lost?", 0);
  CU_ASSERT_EQUAL(room_on(plan), with_opening - 3);
  ((struct planned_opening *)plan->openings->pdata[0])->opening = &last_words;
  CU_ASSERT_EQUAL(room_on(plan), with_opening - 3 - 6); /* and its label */
  ((struct planned_opening *)plan->openings->pdata[0])->opening = &comfort;
  struct planned_strength *strength = g_new0(struct planned_strength, 1);
  strength->text = many(7);
  g_ptr_array_add(plan->strengths, strength);
  CU_ASSERT_EQUAL(room_on(plan), with_opening - 3 - 7);
  phrase_free(strength->text);
  strength->text = many(ROOM);
  OWNED(plan_page) page = plan_page_new(plan);
  CU_ASSERT_PTR_NULL(page->strength);
}

/* The labels around an action are five words, its title here one. */
static void words_of_a_day_count(void)
{
  static const struct {
    const char *day, *due;
    int at;
    guint words;
  } cases[] = {
      {"2026-11-20", NULL, -1, 4}, {"2026-11-21", NULL, -1, 4},
      {"2026-11-22", NULL, -1, 3}, {"2026-11-22", NULL, 600, 5},
      {"2027-01-01", NULL, -1, 4}, {"2026-11-20", "2026-11-18", -1, 17},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    OWNED(plan) plan = plan_of_nothing();
    struct planned_action *action = add(plan, &call, cases[i].day, "Call");
    action->at = cases[i].at;
    if (cases[i].due) {
      action->due = date_parse(cases[i].due);
      action->state = ACTION_LATE;
      action->overdue = TRUE;
    }
    CU_ASSERT_EQUAL(room_on(plan), ROOM - 6 - cases[i].words);
  }
}

/* The message has 24 words by itself. "To Ms Ek"; "One moment of the exam", two words, "the talk
 * about the sea". */
static void examples_of_blanks_count(void)
{
  OWNED(plan) plan = plan_of_nothing();
  struct planned_action *action = add(plan, &mail, "2026-11-22", "Write");
  g_ptr_array_add(action->drafts, draft_by_hand(CHANNEL_EMAIL, "a"));
  CU_ASSERT_EQUAL(room_on(plan), ROOM - 9 - 24 - 3 - 12);
  struct phrase *subject = ((struct planned_draft *)action->drafts->pdata[0])->subject;
  append_run(subject, "name", RUN_BLANK, NULL)->example = "Ms Ek";
  CU_ASSERT_EQUAL(room_on(plan), ROOM - 9 - 25 - 3 - 12 - 5);
}

/* A fact of five words, five that follow from it, a label; all of it is to fit into twenty. With an
 * occasion of three words, and the word before it, there is room for four less. */
static void words_of_a_lesson_count(void)
{
  for (guint words = 5; words <= 10; words++)
    for (guint occasion = 0; occasion <= 3; occasion += 3) {
      OWNED(plan) plan = plan_of_nothing();
      plan->asked = 0;
      lesson_by_hand(plan, &slow_down, "T", "It went by too fast.", many(occasion));
      struct planned_lesson *lesson = plan->lessons->pdata[0];
      phrase_free(lesson->exercise);
      lesson->exercise = many(words);
      OWNED(plan_page) page = plan_page_new(plan);
      CU_ASSERT_EQUAL(page->lessons->len, words <= (occasion ? 5 : 9));
    }
}

/* What one does alone or with somebody gives way, and what stays keeps its order. */
static void what_goes_out_fits_first(void)
{
  static const struct action *const own[] = {&drill, &walk};
  for (guint i = 0; i < G_N_ELEMENTS(own); i++) {
    OWNED(plan) plan = plan_of_nothing();
    plan->asked = 0;
    add(plan, &mail, "2026-11-22", "N");
    add(plan, own[i], "2026-11-23", "a");
    add(plan, &call, "2026-11-24", "b");
    OWNED(plan_page) page = plan_page_new(plan);
    g_autofree char *both = titles(page->later);
    CU_ASSERT_STRING_EQUAL(both, "ab");
    struct planned_action *first = plan->actions->pdata[1], *second = plan->actions->pdata[2];
    g_ptr_array_add(first->steps, many(4));
    g_ptr_array_add(second->steps, many(4));
    OWNED(plan_page) full = plan_page_new(plan);
    g_autofree char *one = titles(full->later);
    CU_ASSERT_STRING_EQUAL(one, "b");
  }
}

/* Of eleven words: the first reply has room before a lesson, a lesson before a second reply and
 * before an exercise. */
static void a_reply_and_a_lesson_before_exercises(void)
{
  OWNED(plan) plan = plan_of_nothing();
  plan->asked = 0;
  add(plan, &drill, "2026-11-23", "N");
  struct planned_action *exercise = add(plan, &drill, "2026-11-24", "E");
  reply_by_hand(plan, "", many(8));
  OWNED(plan_page) page = plan_page_new(plan);
  CU_ASSERT_EQUAL(page->replies->len, 1);
  CU_ASSERT_EQUAL(page->later->len, 0);
  lesson_by_hand(plan, &slow_down, "T", "It went.", many(0));
  struct planned_lesson *lesson = plan->lessons->pdata[0];
  phrase_free(lesson->exercise);
  lesson->exercise = many(0);
  OWNED(plan_page) asked = plan_page_new(plan);
  CU_ASSERT_EQUAL(asked->replies->len, 1);
  CU_ASSERT_EQUAL(asked->lessons->len, 0);
  g_ptr_array_set_size(plan->replies, 0);
  reply_by_hand(plan, "", many(1));
  reply_by_hand(plan, "", many(8));
  OWNED(plan_page) taught = plan_page_new(plan);
  CU_ASSERT_EQUAL(taught->replies->len, 2); /* before a lesson */
  CU_ASSERT_EQUAL(taught->lessons->len, 0);
  reply_by_hand(plan, "", many(8));
  for (guint i = 0; i < 2; i++) {
    struct planned_reply *reply = plan->replies->pdata[i];
    phrase_free(reply->paragraphs->pdata[0]);
    reply->paragraphs->pdata[0] = many(1);
  }
  OWNED(plan_page) third = plan_page_new(plan);
  CU_ASSERT_EQUAL(third->replies->len, 2); /* and a lesson before the third */
  CU_ASSERT_EQUAL(third->lessons->len, 1);
  g_ptr_array_set_size(plan->replies, 0);
  g_ptr_array_set_size(plan->lessons, 0);
  OWNED(plan_page) bare = plan_page_new(plan);
  CU_ASSERT(g_ptr_array_find(bare->later, exercise, NULL));
}

/* Of eleven words: what falls in the days before the next time has room before the reply. */
static void getting_ready_fits_first(void)
{
  static const struct {
    const char *next_time;
    guint later, replies;
  } cases[] = {{"2026-11-25", 1, 0}, {"2026-11-26", 0, 1}, {"2026-11-22", 0, 1}};
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    OWNED(plan) plan = plan_of_nothing();
    plan->asked = 0;
    plan->next_time = date_parse(cases[i].next_time);
    add(plan, &drill, "2026-11-22", "N");
    add(plan, &drill, "2026-11-23", "E");
    reply_by_hand(plan, "", many(8));
    OWNED(plan_page) page = plan_page_new(plan);
    CU_ASSERT_EQUAL(page->later->len, cases[i].later);
    CU_ASSERT_EQUAL(page->replies->len, cases[i].replies);
  }
}

/* Of eleven words, of which each needs eight: somebody waits for what is sent. */
static void what_is_sent_fits_before_getting_ready(void)
{
  OWNED(plan) plan = plan_of_nothing();
  plan->asked = 0;
  plan->next_time = date_parse("2026-11-25");
  add(plan, &drill, "2026-11-22", "N");
  g_ptr_array_add(add(plan, &drill, "2026-11-24", "E")->steps, many(4));
  struct planned_action *sent = add(plan, &mail, "2026-11-30", "S");
  g_ptr_array_add(sent->steps, many(4));
  OWNED(plan_page) page = plan_page_new(plan);
  CU_ASSERT_EQUAL_FATAL(page->later->len, 1);
  CU_ASSERT_PTR_EQUAL(page->later->pdata[0], sent);
}

/* They take room if there is something to do behind them, and stand before that. */
static void holidays_stand_on_the_way(void)
{
  struct report_options options = plain_options();
  OWNED(plan) plan = plan_of_nothing();
  add(plan, &mail, "2026-11-22", "N");
  holiday_by_hand(plan, "2026-11-25", "It is closed.");
  CU_ASSERT_EQUAL(room_on(plan), ROOM - 9);
  add(plan, &call, "2026-11-24", "Before");
  struct planned_action *behind = add(plan, &call, "2026-11-26", "Behind");
  CU_ASSERT_EQUAL(room_on(plan), ROOM - 9 - 6 - 4 - 4); /* both calls before any reply */
  g_autofree char *text = write_plan(plan, "markdown", &options);
  const char *before = strstr(text, "Before."), *closed = strstr(text, "It is closed.");
  CU_ASSERT(before && closed && before < closed && closed < strstr(text, "Behind."));
  g_ptr_array_add(behind->steps, many(PAGE_WORDS));
  OWNED(plan_page) page = plan_page_new(plan);
  CU_ASSERT_EQUAL(page->later->len, 1);
  CU_ASSERT_EQUAL(page->holidays->len, 0);
}

static void a_lesson_for_each_topic(void)
{
  OWNED(plan) plan = plan_by_hand("a");
  OWNED(plan_page) page = plan_page_new(plan);
  CU_ASSERT_EQUAL_FATAL(page->lessons->len, 2);
  CU_ASSERT(page->lessons->pdata[0] == plan->lessons->pdata[0]);
  CU_ASSERT(page->lessons->pdata[1] == plan->lessons->pdata[2]);
}

static void the_page_alone(void)
{
  static const char *const formats[] = {"markdown", "html", "text"};
  struct report_options options = plain_options();
  OWNED(plan) plan = plan_by_hand("the bus");
  for (guint i = 0; i < G_N_ELEMENTS(formats); i++) {
    options.page_only = FALSE;
    g_autofree char *whole = write_plan(plan, formats[i], &options);
    options.page_only = TRUE;
    g_autofree char *page = write_plan(plan, formats[i], &options);
    CU_ASSERT_PTR_NOT_NULL(strstr(whole, "Sources"));
    CU_ASSERT_PTR_NULL(strstr(page, "Sources"));
    CU_ASSERT_PTR_NULL(strstr(page, "Details"));
    gsize common = 0;
    while (page[common] && page[common] == whole[common])
      common++;
    /* But for what closes the HTML the page is how the whole begins. */
    CU_ASSERT(strlen(page + common) < strlen("</main>\n</body>\n</html>\n"));
  }
}

/* Of more replies than the page holds the last stands in the details, and on no page. */
static void replies_without_room(void)
{
  struct report_options options = plain_options();
  OWNED(plan) plan = plan_by_hand("the bus");
  while (plan->replies->len < PAGE_REPLIES)
    reply_by_hand(plan, "They call.", phrase_of("“Hello.”", 0));
  reply_by_hand(plan, "They call late.", phrase_of("“Good evening.”", 0));
  g_autofree char *whole = write_plan(plan, "text", &options);
  options.page_only = TRUE;
  g_autofree char *page = write_plan(plan, "text", &options);
  const char *details = strstr(whole, "Details");
  CU_ASSERT_PTR_NOT_NULL_FATAL(details);
  CU_ASSERT_PTR_NOT_NULL(strstr(details, "Good evening."));
  CU_ASSERT_PTR_NOT_NULL(strstr(details, "\nWhat else you can say\n"));
  CU_ASSERT_PTR_NULL(strstr(details, "\nWhat you can say\n"));
  CU_ASSERT_PTR_NULL(strstr(page, "Good evening."));
}

/* The only one, too long for the page, is said in the details. */
static void a_strength_without_room(void)
{
  struct report_options options = plain_options();
  OWNED(plan) plan = plan_by_hand("the bus");
  g_ptr_array_set_size(plan->strengths, 0);
  struct planned_strength *strength = g_new0(struct planned_strength, 1);
  strength->text = many(PAGE_WORDS);
  g_ptr_array_add(plan->strengths, strength);
  g_autofree char *whole = write_plan(plan, "text", &options);
  const char *details = strstr(whole, "Details");
  CU_ASSERT_PTR_NOT_NULL_FATAL(details);
  CU_ASSERT_PTR_NOT_NULL(strstr(details, "\nWhat also went well\n"));
  CU_ASSERT_PTR_NOT_NULL(strstr(details, "w w w"));
}

/* Sentences of WHOLE that stand there a second time, but for ANSWER, which may. */
static void nothing_twice(void)
{
  struct report_options options = plain_options();
  options.width = 10000;
  OWNED(plan) plan = plan_by_hand("the bus");
  /* The two drafts by hand are the same; a person's own is not. */
  struct planned_action *late = plan->actions->pdata[1];
  ((struct planned_draft *)late->drafts->pdata[1])->own = "Hello there.\n\nI call about the bus.";
  for (guint i = 0; i < plan->lessons->len; i++) {
    struct planned_lesson *lesson = plan->lessons->pdata[i];
    g_autofree char *exercise = g_strdup_printf("Do it %u times.", i + 2);
    phrase_free(lesson->exercise);
    lesson->exercise = phrase_of(exercise, 0);
    phrase_free(lesson->then_text);
    lesson->then_text = phrase_of(exercise + 3, 0);
  }
  g_autofree char *text = write_plan(plan, "text", &options);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  g_autoptr(GHashTable) said = g_hash_table_new(g_str_hash, g_str_equal);
  for (char **line = lines; *line; line++)
    if (strchr(*line, ' ') && !g_str_has_prefix(*line, "- - ")) /* the edge of a message */
      CU_ASSERT(g_hash_table_add(said, *line));
  g_auto(GStrv) reasons = g_strsplit(text, "Arrival: late", -1);
  CU_ASSERT_EQUAL(g_strv_length(reasons), 2);
}

/* What most actions have for a reason, as that where things stand, is none. */
static void shared_reasons_are_none(void)
{
  struct report_options options = plain_options();
  OWNED(plan) plan = plan_of_nothing();
  static const char *const days[] = {"2026-11-20", "2026-11-21", "2026-11-22"};
  for (guint i = 0; i < G_N_ELEMENTS(days); i++) {
    struct planned_action *action = add(plan, &call, days[i], days[i]);
    g_ptr_array_add(action->because, g_strdup("Stage: waiting"));
  }
  struct planned_action *last = plan->actions->pdata[2];
  g_ptr_array_add(last->because, g_strdup("Late: yes"));
  g_autofree char *text = write_plan(plan, "text", &options);
  CU_ASSERT_PTR_NULL(strstr(text, "Stage"));
  CU_ASSERT_PTR_NOT_NULL(strstr(text, "From your answers: Late: yes"));
}

static void days_as_people_say_them(void)
{
  struct report_options options = plain_options();
  static const struct {
    const char *day;
    int at;
    const char *said;
  } cases[] = {
      {"2026-11-20", -1, "## Today, Friday 20\u00a0November: Call\n"},
      {"2026-11-21", 600, "## Tomorrow, Saturday 21\u00a0November, 10\u00a0am: Call\n"},
      {"2026-11-22", -1, "## Sunday 22\u00a0November: Call\n"},
      {"2027-01-01", -1, "## Friday 1\u00a0January\u00a02027: Call\n"},
      {NULL, -1, "## At any time: Call\n"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    OWNED(plan) plan = plan_of_nothing();
    add(plan, &call, cases[i].day, "Call")->at = cases[i].at;
    g_autofree char *markdown = write_plan(plan, "markdown", &options);
    CU_ASSERT_PTR_NOT_NULL(strstr(markdown, cases[i].said));
  }
}

static void titles_begin_large(void)
{
  static const char *const subjects[][2] = {{"nurse", "# Nurse:"},
                                            {"iOS work", "# iOS work:"},
                                            {"écoute", "# Écoute:"},
                                            {"3 talks", "# 3\u00a0talks:"},
                                            {"« a »", "# « a »:"}};
  struct report_options options = plain_options();
  for (guint i = 0; i < G_N_ELEMENTS(subjects); i++) {
    OWNED(plan) plan = plan_of_nothing();
    phrase_free(plan->subject);
    plan->subject = phrase_of(subjects[i][0], 0);
    g_autofree char *markdown = write_plan(plan, "markdown", &options);
    CU_ASSERT(g_str_has_prefix(markdown, subjects[i][1]));
  }
}

/* The page of a plan of 20 November with five actions, since an earlier one. */
static void what_has_changed(void)
{
  OWNED(plan) earlier = plan_of_nothing();
  OWNED(plan) later = plan_of_nothing();
  static const struct action fifth = {.task = &walk_task, .item = {.order = 5}},
                             sixth = {.task = &walk_task, .item = {.order = 6}};
  add(earlier, &mail, "2026-11-20", "Write");
  add(earlier, &call, NULL, "Call");
  add(earlier, &drill, "2026-11-24", "Drill");
  add(earlier, &sixth, "2026-11-24", "Look");
  add(later, &call, "2026-11-23", "Call");
  add(later, &drill, "2027-01-05", "Drill");
  add(later, &walk, "2026-11-25", "Ask?");
  add(later, &fifth, "2026-11-26", "Rest");
  add(later, &sixth, NULL, "Look");
  OWNED(since) since = since_new(earlier, later);
  struct report_options options = plain_options();
  options.since = since;
  options.page_only = TRUE;
  g_autofree char *text = write_plan(later, "text", &options);
  const char *said = strstr(text, "\n- ");
  CU_ASSERT_PTR_NOT_NULL_FATAL(said);
  CU_ASSERT(g_str_has_prefix(said,
                             "\n- New since last time: Ask? Rest.\n"
                             "- No longer to be done: Write.\n"
                             "- On another day: Call: Monday 23\u00a0November. Drill: Tuesday "
                             "5\u00a0January\u00a02027, no\n"
                             "  longer Tuesday 24\u00a0November. Look: at any time, no longer "
                             "Tuesday 24\u00a0November.\n\n"));
  OWNED(since) same = since_new(later, later);
  options.since = same;
  g_autofree char *unchanged = write_plan(later, "text", &options);
  CU_ASSERT_PTR_NOT_NULL(strstr(
      unchanged, "\n\nSince last time, nothing new is to be done and no day has changed.\n"));
  OWNED(plan) nothing = plan_of_nothing();
  OWNED(since) all = since_new(nothing, later);
  options.since = all;
  g_autofree char *many = write_plan(later, "text", &options);
  CU_ASSERT_PTR_NOT_NULL(
      strstr(many, "\n\n- New since last time: Call. Drill. Ask? And others.\n\n"));
}

/* What nobody can know stands near the end, said as that; what is left to the person closes. */
static void what_nobody_can_know_stands_last(void)
{
  OWNED(plan) plan = plan_of_nothing();
  opening_by_hand(plan, "a");
  ((struct planned_opening *)plan->openings->pdata[0])->opening = &last_words;
  opening_by_hand(plan, "b");
  struct planned_strength *strength = g_new0(struct planned_strength, 1);
  strength->text = phrase_of("You came.", 0);
  g_ptr_array_add(plan->strengths, strength);
  struct report_options options = plain_options();
  options.page_only = TRUE;
  g_autofree char *text = write_plan(plan, "text", &options);
  const char *head = strstr(text, "\nOne missed question is one question.\n\nThey said b");
  CU_ASSERT_PTR_NOT_NULL_FATAL(head);
  const char *end = strstr(head, "\nWhat nobody can know: One missed question is one question.\n\n"
                                 "They said a, and no more.\n\nWhat went well: You came.\n");
  CU_ASSERT_PTR_NOT_NULL(end);
}

SUITE(page, {"own steps are left out first", own_steps_are_left_out_first},
      {"then the last", the_last_is_left_out_then},
      {"what is done is no step", what_is_done_is_no_step},
      {"steps stand in the order of days", steps_stand_in_the_order_of_days},
      {"all words of the core count", all_words_of_the_core_count},
      {"words of a day count", words_of_a_day_count},
      {"examples of blanks count", examples_of_blanks_count},
      {"words of a lesson count", words_of_a_lesson_count},
      {"what goes out fits first", what_goes_out_fits_first},
      {"a reply and a lesson before exercises", a_reply_and_a_lesson_before_exercises},
      {"getting ready fits first", getting_ready_fits_first},
      {"what is sent fits before getting ready", what_is_sent_fits_before_getting_ready},
      {"holidays stand on the way", holidays_stand_on_the_way},
      {"a lesson for each topic", a_lesson_for_each_topic}, {"the page alone", the_page_alone},
      {"replies without room stand in the details", replies_without_room},
      {"a strength without room too", a_strength_without_room},
      {"nothing is said twice", nothing_twice},
      {"shared reasons are none", shared_reasons_are_none},
      {"days as people say them", days_as_people_say_them},
      {"titles begin large", titles_begin_large},
      {"what has changed is a few lines", what_has_changed},
      {"what nobody can know stands last", what_nobody_can_know_stands_last})
