/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar is read back by libical's parser, and its lines are looked at byte by byte. */
#include <libical/ical.h>
#include <string.h>

#include "report/by_hand.h"

static char *calendar_of(const struct plan *plan)
{
  struct report_options options = plain_options();
  return write_plan(plan, "ics", &options);
}

/* What RFC 5545, 3.6.1, wants of an event, and a person too. */
static const icalproperty_kind required[] = {ICAL_UID_PROPERTY, ICAL_DTSTAMP_PROPERTY,
                                             ICAL_DTSTART_PROPERTY, ICAL_SUMMARY_PROPERTY};

/* The number of VEVENTs, and that nothing in the calendar is faulty. */
static int check_events(const char *text)
{
  icalcomponent *calendar = icalcomponent_new_from_string(text);
  CU_ASSERT_PTR_NOT_NULL_FATAL(calendar);
  CU_ASSERT_EQUAL(icalcomponent_count_errors(calendar), 0);
  for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
       event; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
    for (guint i = 0; i < G_N_ELEMENTS(required); i++)
      CU_ASSERT_EQUAL(icalcomponent_count_properties(event, required[i]), 1);
  int events = icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT);
  icalcomponent_free(calendar);
  return events;
}

static icalcomponent *event_of(icalcomponent *calendar, const char *uid)
{
  for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
       event; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
    if (g_str_equal(icalcomponent_get_uid(event), uid))
      return event;
  return NULL;
}

static void open_dated_actions(void)
{
  OWNED(plan) plan = plan_by_hand("the bus, the rain; and \\ more");
  g_autofree char *text = calendar_of(plan);
  CU_ASSERT_EQUAL(check_events(text), 3);
  icalcomponent *calendar = icalcomponent_new_from_string(text);

  icalcomponent *day = event_of(calendar, "mail.7@rebond");
  CU_ASSERT_PTR_NOT_NULL_FATAL(day);
  CU_ASSERT(icalcomponent_get_dtstart(day).is_date);
  CU_ASSERT_STRING_EQUAL(icalcomponent_get_summary(day), "Thank the examiner");
  const char *description = icalcomponent_get_description(day);
  CU_ASSERT_PTR_NOT_NULL(strstr(description, "and the bus, the rain; and \\ more too."));
  CU_ASSERT_PTR_NOT_NULL(strstr(description, "\nSubject: Our talk of 20 November\n"));
  CU_ASSERT_PTR_NOT_NULL(strstr(description, "[One moment of the exam]"));
  CU_ASSERT_PTR_NOT_NULL(
      strstr(description, "\nThis was due on Wednesday 18\u00a0November\u00a02026;"));
  CU_ASSERT_EQUAL(icalcomponent_count_components(day, ICAL_VALARM_COMPONENT), 0);
  CU_ASSERT_PTR_NOT_NULL(strstr(text, "\r\nCLASS:PRIVATE\r\n"));

  icalcomponent *hour = event_of(calendar, "call.7@rebond");
  CU_ASSERT_PTR_NOT_NULL_FATAL(hour);
  struct icaltimetype start = icalcomponent_get_dtstart(hour);
  CU_ASSERT(!start.is_date && icaltime_get_timezone(start) == NULL && start.hour == 17);
  CU_ASSERT_EQUAL(icaldurationtype_as_int(icalcomponent_get_duration(hour)), 60);
  CU_ASSERT_EQUAL(icalcomponent_count_components(hour, ICAL_VALARM_COMPONENT), 1);
  CU_ASSERT_EQUAL(icalcomponent_get_status(hour), ICAL_STATUS_CONFIRMED);
  icalcomponent *done = event_of(calendar, "drill.7@rebond");
  CU_ASSERT_PTR_NOT_NULL_FATAL(done);
  CU_ASSERT_EQUAL(icalcomponent_get_status(done), ICAL_STATUS_CANCELLED);
  icalcomponent_free(calendar);
}

static void lines_as_the_standard_wants(void)
{
  GString *answer = g_string_new(NULL);
  for (int i = 0; i < 200; i++)
    g_string_append(answer, i % 7 ? "é日" : " \U0001f600");
  OWNED(plan) plan = plan_by_hand(answer->str);
  g_string_free(answer, TRUE);
  g_autofree char *text = calendar_of(plan);
  CU_ASSERT(g_str_has_suffix(text, "END:VCALENDAR\r\n"));
  g_auto(GStrv) lines = g_strsplit(text, "\r\n", -1);
  for (char **line = lines; *line; line++) {
    CU_ASSERT(strlen(*line) <= 75);
    CU_ASSERT(g_utf8_validate(*line, -1, NULL));
    CU_ASSERT_PTR_NULL(strpbrk(*line, "\r\n"));
  }
}

static void answers_stay_in_their_place(void)
{
  OWNED(plan) plan = plan_by_hand("a\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:b");
  g_autofree char *text = calendar_of(plan);
  CU_ASSERT_EQUAL(check_events(text), 3);
  CU_ASSERT_PTR_NOT_NULL(
      strstr(text, "\r\nX-WR-CALNAME;VALUE=TEXT:Oral exam\\, a\\nEND:VEVENT\\nBEGIN"));
}

/* In one way, in the name of the calendar too, which others read as they read a title. */
static void signs_are_escaped(void)
{
  OWNED(plan) plan = plan_by_hand("A;B,C\\n \"q\"");
  g_autofree char *text = calendar_of(plan);
  CU_ASSERT_PTR_NOT_NULL(
      strstr(text, "\r\nX-WR-CALNAME;VALUE=TEXT:Oral exam\\, A\\;B\\,C\\\\n \"q\"\r\n"));
  CU_ASSERT_PTR_NOT_NULL(strstr(text, "\r\nSUMMARY:Call about A\\;B\\,C\\\\n \"q\"\r\n"));
}

static void without_a_day(void)
{
  OWNED(plan) plan = plan_of_nothing();
  action_by_hand(plan, &call, NULL, ACTION_OPEN, phrase_of("Call", 0));
  /* A day that no program reads spoils all the others. */
  action_by_hand(plan, &mail, "9999-12-30", ACTION_OPEN, phrase_of("Write", 0));
  g_autofree char *text = calendar_of(plan);
  ASSERT_TEXT(text, "");
}

/* PLAN's calendar after EARLIER. */
static icalcomponent *calendar_after(const struct plan *plan, const char *earlier,
                                     const char *debrief)
{
  struct report_options options = plain_options();
  options.earlier = earlier;
  options.debrief = debrief;
  g_autofree char *text = write_plan(plan, "ics", &options);
  check_events(text);
  return icalcomponent_new_from_string(text);
}

static void what_was_dropped_is_called_off(void)
{
  OWNED(plan) before = plan_by_hand("the bus");
  g_autofree char *earlier = calendar_of(before);
  OWNED(plan) plan = plan_of_nothing();
  action_by_hand(plan, &mail, "2026-11-25", ACTION_OPEN, phrase_of("Thank the examiner", 0));
  icalcomponent *calendar = calendar_after(plan, earlier, "7");
  icalcomponent *moved = event_of(calendar, "mail.7@rebond");
  CU_ASSERT_EQUAL(icalcomponent_get_dtstart(moved).day, 25);
  CU_ASSERT_EQUAL(icalcomponent_get_sequence(moved), 3);
  icalcomponent *dropped = event_of(calendar, "call.7@rebond");
  CU_ASSERT_PTR_NOT_NULL_FATAL(dropped);
  CU_ASSERT_EQUAL(icalcomponent_get_status(dropped), ICAL_STATUS_CANCELLED);
  CU_ASSERT_EQUAL(icalcomponent_get_sequence(dropped), 3);
  CU_ASSERT_EQUAL(icalcomponent_count_components(dropped, ICAL_VALARM_COMPONENT), 0);
  CU_ASSERT_PTR_NULL(icalcomponent_get_description(dropped));
  icalcomponent_free(calendar);
  /* Another debrief's are left alone. */
  icalcomponent *other = calendar_after(plan, earlier, "8");
  CU_ASSERT_EQUAL(icalcomponent_count_components(other, ICAL_VEVENT_COMPONENT), 1);
  icalcomponent_free(other);
  icalcomponent *unread = calendar_after(plan, "no calendar at all", "7");
  CU_ASSERT_EQUAL(icalcomponent_count_components(unread, ICAL_VEVENT_COMPONENT), 1);
  icalcomponent_free(unread);
}

static void several_plans_are_one_calendar(void)
{
  struct report_options options = plain_options();
  OWNED(plan) one = plan_by_hand("a");
  OWNED(plan) other = plan_by_hand("b");
  g_autoptr(GPtrArray) plans = g_ptr_array_new();
  g_ptr_array_add(plans, one);
  g_ptr_array_add(plans, other);
  static const char *const debriefs[] = {"7", "8"};
  g_autoptr(GString) text = g_string_new(NULL);
  report_calendar(plans, debriefs, &options, text);
  CU_ASSERT_EQUAL(check_events(text->str), 6);
  icalcomponent *calendar = icalcomponent_new_from_string(text->str);
  icalcomponent *event = event_of(calendar, "call.8@rebond");
  CU_ASSERT_PTR_NOT_NULL_FATAL(event);
  CU_ASSERT(g_str_has_prefix(icalcomponent_get_description(event), "Oral exam, b\n"));
  icalcomponent_free(calendar);
}

/* What is to be done once more, in another way, is the one event of its task. */
static void one_event_for_a_task(void)
{
  OWNED(plan) plan = plan_by_hand("a");
  action_by_hand(plan, &mail, "2026-11-19", ACTION_DONE, phrase_of("Thank them at the door", 0));
  g_autofree char *text = calendar_of(plan);
  CU_ASSERT_EQUAL(check_events(text), 3);
  CU_ASSERT_PTR_NOT_NULL(strstr(text, "SUMMARY:Thank the examiner"));
  CU_ASSERT_PTR_NULL(strstr(text, "Thank them at the door"));
}

/* Of what a private answer led to, others see that there is something on that day. */
static void what_betrays_is_not_said(void)
{
  OWNED(plan) plan = plan_by_hand("the bus");
  for (guint i = 0; i < plan->actions->len; i++)
    ((struct planned_action *)plan->actions->pdata[i])->betrays = TRUE;
  g_autofree char *text = calendar_of(plan);
  CU_ASSERT_EQUAL(check_events(text), 3);
  icalcomponent *calendar = icalcomponent_new_from_string(text);
  icalcomponent *hour = event_of(calendar, "call.7@rebond");
  CU_ASSERT_STRING_EQUAL(icalcomponent_get_summary(hour), "A step of your plan");
  CU_ASSERT_STRING_EQUAL(icalcomponent_get_description(hour), "Oral exam, the bus");
  CU_ASSERT_EQUAL(icalcomponent_get_dtstart(hour).hour, 17);
  CU_ASSERT_PTR_NULL(strstr(text, "Thank"));
  CU_ASSERT_PTR_NULL(strstr(text, "Write down"));
  icalcomponent_free(calendar);
}

SUITE(calendar, {"what betrays is not said", what_betrays_is_not_said},
      {"one event for a task", one_event_for_a_task},
      {"an event for each action with a day", open_dated_actions},
      {"lines are folded and end in CRLF", lines_as_the_standard_wants},
      {"an answer adds no event", answers_stay_in_their_place},
      {"signs are escaped", signs_are_escaped}, {"a plan without a day", without_a_day},
      {"what was dropped is called off", what_was_dropped_is_called_off},
      {"several plans are one calendar", several_plans_are_one_calendar})
