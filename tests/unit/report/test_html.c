/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page is well-formed and an answer stays text in it. */
#include <string.h>

#include "report/by_hand.h"

/* Elements that a page may hold. */
static const char *const elements[] = {
    "html", "head",    "meta",    "title", "style", "body",     "main", "h1",    "h2",
    "h3",   "p",       "ul",      "ol",    "li",    "em",       "a",    "input", "strong",
    "br",   "details", "summary", "div",   "label", "textarea", "mark", "svg",   "line",
    "rect", "circle",  "text",    "span",  "nav",   NULL};
static const char *const void_elements[] = {"meta", "input", "br", "line", "rect", "circle", NULL};

/* The stack of open elements behind the tag at AT; a fault empties it. */
static gboolean follow_tag(GPtrArray *open, const char *at)
{
  gboolean end = at[1] == '/';
  const char *name = at + 1 + end;
  g_autofree char *element = g_strndup(name, strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789"));
  if (!g_strv_contains(elements, element))
    return FALSE;
  if (g_strv_contains(void_elements, element))
    return !end;
  if (!end) {
    g_ptr_array_add(open, g_steal_pointer(&element));
    return TRUE;
  }
  if (open->len == 0 || !g_str_equal(open->pdata[open->len - 1], element))
    return FALSE;
  g_ptr_array_remove_index(open, open->len - 1);
  return TRUE;
}

/* True if every < of PAGE opens or closes a known element, properly nested. */
static gboolean well_formed(const char *page)
{
  g_autoptr(GPtrArray) open = g_ptr_array_new_with_free_func(g_free);
  const char *doctype = "<!DOCTYPE html>";
  if (!g_str_has_prefix(page, doctype))
    return FALSE;
  for (const char *at = page + strlen(doctype); (at = strchr(at, '<')); at++)
    if (!follow_tag(open, at))
      return FALSE;
  return open->len == 0;
}

static char *page_of(const char *answer)
{
  struct report_options options = plain_options();
  OWNED(plan) plan = plan_by_hand(answer);
  return write_plan(plan, "html", &options);
}

static void answers_are_text(void)
{
  static const char *const answers[] = {
      "<script>alert(1)</script>",
      "</title><img src=x onerror=alert(1)>",
      "\"><b>",
      "'\"&amp;<",
      "]]></style>",
      "<!-- a",
      "a\nb",
      "-->",
  };
  for (guint i = 0; i < G_N_ELEMENTS(answers); i++) {
    g_autofree char *page = page_of(answers[i]);
    CU_ASSERT(well_formed(page));
  }
  g_autofree char *page = page_of("<i>a & b</i>");
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "<title>Oral exam, &lt;i&gt;a &amp; b&lt;/i&gt;</title>"));
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "<h1>Oral exam, &lt;i&gt;a &amp; b&lt;/i&gt;: plan of"));
}

static void nothing_is_loaded(void)
{
  g_autofree char *page = page_of("a");
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "default-src 'none'"));
  CU_ASSERT_PTR_NULL(strstr(page, "<script"));
  CU_ASSERT_PTR_NULL(strstr(page, "src="));
  CU_ASSERT_PTR_NULL(strstr(page, "url("));
  CU_ASSERT_PTR_NULL(strstr(page, "@import"));
}

static void boxes_can_be_ticked(void)
{
  g_autofree char *page = page_of("a");
  CU_ASSERT_PTR_NOT_NULL(
      strstr(page, "<h2 class=\"today\"><input type=\"checkbox\" aria-label=\"Thank the "
                   "examiner\">Today, Friday 20\u00a0November: Thank"));
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "<li><input type=\"checkbox\" aria-label=\"Call about a\"> "
                                      "<strong>Tuesday 5\u00a0January\u00a02027"));
  CU_ASSERT_PTR_NOT_NULL(
      strstr(page, "aria-label=\"Write down what was asked\" checked> <strong>"));
  CU_ASSERT_PTR_NULL(strstr(page, "disabled"));
}

static void late_is_marked(void)
{
  g_autofree char *page = page_of("a");
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "</h2>\n<p><em class=\"late\">This was due on Wednesday 18"
                                      "\u00a0November; it can still be done.</em></p>"));
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "Name <em>a</em> in one sentence."));
}

/* In fields a message is text and nothing else, whatever the page looks like. */
static void messages_are_fields(void)
{
  g_autofree char *page = page_of("a <b> & \"c\"");
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "<label>Subject: <textarea rows=\"1\">\nOur talk of 20 "
                                      "November</textarea></label>\n"));
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "rows=\"4\">\nGood morning,\n\nYou told me about a &lt;b&gt; "
                                      "&amp; &quot;c&quot; and I remember it. [One moment"));
  CU_ASSERT_PTR_NULL(strstr(page, "<blockquote"));
}

static void mail_programs_open_messages(void)
{
  g_autofree char *page = page_of("a & é?");
  CU_ASSERT_PTR_NOT_NULL(strstr(
      page, "<a href=\"mailto:?subject=Our%20talk%20of%2020%20November&amp;body=Good%20morning%2C"
            "%0D%0A%0D%0AYou%20told%20me%20about%20a%20%26%20%C3%A9%3F%20and"));
  g_auto(GStrv) links = g_strsplit(page, "mailto:", -1);
  CU_ASSERT_EQUAL(g_strv_length(links) - 1, 1); /* the other draft is for the phone */
  g_autofree char *word = g_strnfill(2000, 'x');
  g_autofree char *longer = page_of(word);
  CU_ASSERT_PTR_NOT_NULL(
      strstr(longer, "<a href=\"mailto:?subject=Our%20talk%20of%2020%20November\">Open a mail"));
}

static void details_are_folded(void)
{
  g_autofree char *page = page_of("a");
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "<details>\n<summary>\n<h2>Details</h2>\n</summary>\n"));
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "</details>\n</main>"));
}

static guint count(const char *page, const char *words)
{
  g_auto(GStrv) parts = g_strsplit(page, words, -1);
  return g_strv_length(parts) - 1;
}

/* From Friday 20 November to Tuesday 5 January, with seven weekends and a holiday. */
static void days_are_drawn(void)
{
  g_autofree char *page = page_of("a");
  CU_ASSERT_PTR_NOT_NULL(strstr(page,
                                "<h2>Then</h2>\n<svg class=\"days\" role=\"img\" aria-label=\""
                                "The days from Friday 20 November to Tuesday 5 January;"));
  CU_ASSERT_EQUAL(count(page, "<circle"), 2);
  CU_ASSERT_EQUAL(count(page, "<rect"), 8);
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "<circle cx=\"3.0%\""));
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "<text x=\"97.0%\" y=\"3.7em\" text-anchor=\"middle\">5<"));
  CU_ASSERT_PTR_NOT_NULL(strstr(page, ">Today</text>"));
}

/* What is done, and what comes later, is not. */
static void today_is_marked(void)
{
  struct report_options options = plain_options();
  OWNED(plan) plan = plan_of_nothing();
  static const char *const days[] = {"2026-11-20", "2026-11-20", "2026-11-21"};
  for (guint i = 0; i < G_N_ELEMENTS(days); i++)
    action_by_hand(plan, &call, days[i], ACTION_OPEN, phrase_of("Call", 0));
  action_by_hand(plan, &mail, "2026-11-20", ACTION_DONE, phrase_of("Write", 0));
  g_autofree char *page = write_plan(plan, "html", &options);
  CU_ASSERT_EQUAL(count(page, " class=\"today\""), 2);
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "<h2 class=\"today\"><input "));
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "<li class=\"today\"><input "));
}

/* With steps before the next one and after it, all days are drawn above the last. */
static void days_are_drawn_once(void)
{
  struct report_options options = plain_options();
  OWNED(plan) plan = plan_of_nothing();
  action_by_hand(plan, &drill, "2026-11-20", ACTION_OPEN, phrase_of("Rest", 0));
  action_by_hand(plan, &letter, "2026-11-23", ACTION_OPEN, phrase_of("Write", 0));
  action_by_hand(plan, &walk, "2026-11-25", ACTION_OPEN, phrase_of("Walk", 0));
  g_autofree char *page = write_plan(plan, "html", &options);
  CU_ASSERT_EQUAL(count(page, "<svg class=\"days\""), 1);
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "<h2>Then</h2>\n<svg class=\"days\""));
  CU_ASSERT_EQUAL(count(page, "<circle"), 3);
}

/* PLAN in LANGUAGE, with its call on DAY. */
static char *page_with_call(const char *day, const char *language)
{
  struct report_options options = plain_options();
  options.language = language;
  OWNED(plan) plan = plan_by_hand("a");
  for (guint i = 0; i < plan->actions->len; i++) {
    struct planned_action *action = plan->actions->pdata[i];
    if (action->action == &call)
      action->day = date_parse(day);
  }
  return write_plan(plan, "html", &options);
}

static void days_follow_the_writing(void)
{
  g_autofree char *page = page_with_call("2026-11-24", "ar");
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "<circle cx=\"97.0%\""));
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "<text x=\"3.0%\" y=\"3.7em\" text-anchor=\"middle\">24<"));
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "<text x=\"100.0%\" y=\"1em\" text-anchor=\"start\">Today<"));
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "<text x=\"0.0%\" y=\"1em\" text-anchor=\"end\">"));
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "<rect x=\"38.3%\" width=\"47.0%\""));
}

/* The next step may come behind others, and two things on one day; a number that finds no room is
 * left out. */
static void days_stand_once(void)
{
  static const struct action lead = {.task = &mail_task, .channel = CHANNEL_EMAIL, .lead = TRUE};
  struct report_options options = plain_options();
  OWNED(plan) plan = plan_of_nothing();
  action_by_hand(plan, &call, "2026-12-10", ACTION_OPEN, phrase_of("Call", 0));
  action_by_hand(plan, &walk, "2026-12-10", ACTION_OPEN, phrase_of("Walk", 0));
  action_by_hand(plan, &drill, "2026-12-11", ACTION_OPEN, phrase_of("Drill", 0));
  action_by_hand(plan, &lead, "2027-01-05", ACTION_OPEN, phrase_of("Write", 0));
  g_autofree char *page = write_plan(plan, "html", &options);
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "to Tuesday 5 January;"));
  CU_ASSERT_EQUAL(count(page, "<circle"), 3);
  CU_ASSERT_EQUAL(count(page, "text-anchor=\"middle\""), 2);
  CU_ASSERT_PTR_NULL(strstr(page, ">11</text>"));
}

static void days_too_many_or_none(void)
{
  g_autofree char *longest = page_with_call("2027-02-20", "en");
  CU_ASSERT_PTR_NOT_NULL(strstr(longest, "<svg"));
  g_autofree char *longer = page_with_call("2027-02-21", "en");
  CU_ASSERT_PTR_NULL(strstr(longer, "<svg"));
  g_autofree char *today = page_with_call("2026-11-20", "en");
  CU_ASSERT_PTR_NULL(strstr(today, "<svg"));
}

/* The draft of what is done counts, and stands nowhere. */
static void messages_are_led_to(void)
{
  g_autofree char *page = page_of("a");
  CU_ASSERT_PTR_NOT_NULL(
      strstr(page, "</h1>\n<p class=\"take\"><a href=\"#message-2\">Go to the message</a></p>"));
  CU_ASSERT_EQUAL(count(page, "<div class=\"message\" id=\"message-2\">"), 1);
  CU_ASSERT_EQUAL(count(page, "<div class=\"message\" id=\"message-3\">"), 1);
  CU_ASSERT_EQUAL(count(page, "#message-"), 1);
}

static void says_its_language(void)
{
  struct report_options options = plain_options();
  options.language = "fr";
  OWNED(plan) plan = plan_of_nothing();
  g_autofree char *page = write_plan(plan, "html", &options);
  CU_ASSERT(g_str_has_prefix(page, "<!DOCTYPE html>\n<html lang=\"fr\">\n"));
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "<title>Plan</title>"));
  options.language = "ar-MA";
  g_autofree char *arabic = write_plan(plan, "html", &options);
  CU_ASSERT(g_str_has_prefix(arabic, "<!DOCTYPE html>\n<html lang=\"ar-MA\" dir=\"rtl\">\n"));
}

/* A title in another language than the page's: its own, and translated. */
static void titles_say_their_language(void)
{
  static const struct {
    const char *language, *original, *page, *markdown;
  } cases[] = {
      {"en-GB", NULL, ">A&quot;B&lt;</a>, 2016</li>", "?c=d), 2016"},
      {"fr", NULL, "><span lang=\"fr\">A&quot;B&lt;</span></a> (in French), 2016</li>",
       "[A\"B<](https://example.org/a_\\(b\\)?c=d) (in French), 2016"},
      {"fr", "Être", ">A&quot;B&lt;</a> (in French: <span lang=\"fr\">Être</span>), 2016</li>",
       "?c=d) (in French: Être), 2016"},
      {"xx", NULL, "><span lang=\"xx\">A&quot;B&lt;</span></a>, 2016</li>", "?c=d), 2016"},
  };
  struct report_options options = plain_options();
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    OWNED(plan) plan = plan_of_nothing();
    source_by_hand(plan, &study, "A\"B<", "");
    struct planned_source *planned = plan->sources->pdata[0];
    planned->language = cases[i].language;
    if (cases[i].original) {
      phrase_free(planned->original);
      planned->original = phrase_of(cases[i].original, 0);
    }
    g_autofree char *page = write_plan(plan, "html", &options);
    g_autofree char *markdown = write_plan(plan, "markdown", &options);
    CU_ASSERT_PTR_NOT_NULL(strstr(page, cases[i].page));
    CU_ASSERT_PTR_NOT_NULL(strstr(markdown, cases[i].markdown));
  }
}

SUITE(html, {"answers are text", answers_are_text}, {"nothing is loaded", nothing_is_loaded},
      {"boxes can be ticked", boxes_can_be_ticked}, {"late is marked", late_is_marked},
      {"today is marked", today_is_marked}, {"messages are fields", messages_are_fields},
      {"mail programs open messages", mail_programs_open_messages},
      {"details are folded", details_are_folded}, {"days are drawn", days_are_drawn},
      {"days are drawn once", days_are_drawn_once},
      {"days follow the writing", days_follow_the_writing}, {"days stand once", days_stand_once},
      {"days too many or none", days_too_many_or_none},
      {"messages are led to", messages_are_led_to},
      {"the page says its language", says_its_language},
      {"titles say their language", titles_say_their_language})
