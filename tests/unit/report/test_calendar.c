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
  CU_ASSERT_EQUAL(check_events(text), 2);
  icalcomponent *calendar = icalcomponent_new_from_string(text);

  icalcomponent *day = event_of(calendar, "mail.7@rebond");
  CU_ASSERT_PTR_NOT_NULL_FATAL(day);
  CU_ASSERT(icalcomponent_get_dtstart(day).is_date);
  CU_ASSERT_STRING_EQUAL(icalcomponent_get_summary(day), "Thank the examiner");
  const char *description = icalcomponent_get_description(day);
  CU_ASSERT_PTR_NOT_NULL(strstr(description, "and the bus, the rain; and \\ more too."));
  CU_ASSERT_PTR_NOT_NULL(strstr(description, "\nSubject: Our talk of 20 November\n"));
  CU_ASSERT_PTR_NOT_NULL(strstr(description, "[One moment of the exam]"));
  CU_ASSERT_EQUAL(icalcomponent_count_components(day, ICAL_VALARM_COMPONENT), 1);

  icalcomponent *hour = event_of(calendar, "call.7@rebond");
  CU_ASSERT_PTR_NOT_NULL_FATAL(hour);
  struct icaltimetype start = icalcomponent_get_dtstart(hour);
  CU_ASSERT(!start.is_date && icaltime_get_timezone(start) == NULL && start.hour == 17);
  CU_ASSERT_EQUAL(icaldurationtype_as_int(icalcomponent_get_duration(hour)), 60);
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
  CU_ASSERT_EQUAL(check_events(text), 2);
  CU_ASSERT_PTR_NOT_NULL(strstr(text, "\r\nX-WR-CALNAME:Oral exam, a\\nEND:VEVENT\\nBEGIN"));
}

static void nothing_open(void)
{
  OWNED(plan) plan = plan_of_nothing();
  action_by_hand(plan, &mail, "2026-11-19", ACTION_DONE, phrase_of("Thank the examiner", 0));
  action_by_hand(plan, &call, NULL, ACTION_OPEN, phrase_of("Call", 0));
  g_autofree char *text = calendar_of(plan);
  CU_ASSERT_EQUAL(check_events(text), 0);
}

SUITE(calendar, {"an event for each open action with a day", open_dated_actions},
      {"lines are folded and end in CRLF", lines_as_the_standard_wants},
      {"an answer adds no event", answers_stay_in_their_place},
      {"a plan without open actions", nothing_open})
