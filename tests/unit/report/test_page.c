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
    if (strchr(*line, ' '))
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
      {"2026-11-20", -1, "## Today, Friday 20 November: Call\n"},
      {"2026-11-21", 600, "## Tomorrow, Saturday 21 November, 10 am: Call\n"},
      {"2026-11-22", -1, "## Sunday 22 November: Call\n"},
      {"2027-01-01", -1, "## Friday 1 January 2027: Call\n"},
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
                                            {"3 talks", "# 3 talks:"},
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

SUITE(page, {"own steps are left out first", own_steps_are_left_out_first},
      {"then the last", the_last_is_left_out_then},
      {"what is done is no step", what_is_done_is_no_step},
      {"a lesson for each topic", a_lesson_for_each_topic}, {"the page alone", the_page_alone},
      {"nothing is said twice", nothing_twice},
      {"shared reasons are none", shared_reasons_are_none},
      {"days as people say them", days_as_people_say_them},
      {"titles begin large", titles_begin_large})
