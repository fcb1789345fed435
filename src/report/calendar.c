/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar (RFC 5545): an event for each open action with a day, written by libical. */
#include <libical/ical.h>

#include "base/date.h"
#include "report/formats.h"
#include "report/parts.h"

/* When the day's reminder of an action without an hour rings, and how long before one with an hour.
 */
#define REMINDER_HOUR 9
#define REMINDER_MINUTES 30

/* ---- words ---- */

static void add_line(GString *out, const char *label, const struct phrase *phrase)
{
  if (phrase_empty(phrase))
    return;
  g_autofree char *words = phrase_plain(phrase);
  g_string_append_printf(out, "%s%s%s\n", label, *label ? " " : "", words);
}

static char *description(const struct planned_action *action, const struct report_options *options)
{
  g_autoptr(GString) out = g_string_new(NULL);
  add_line(out, "", action->why);
  for (guint i = 0; i < action->steps->len; i++) {
    g_autofree char *number = g_strdup_printf("%u.", i + 1);
    add_line(out, action->steps->len > 1 ? number : "", action->steps->pdata[i]);
  }
  for (guint i = 0; i < action->avoids->len; i++)
    add_line(out, tr(options->translator, N_("Avoid:")), action->avoids->pdata[i]);
  for (guint i = 0; i < action->drafts->len; i++) {
    const struct planned_draft *draft = action->drafts->pdata[i];
    g_string_append_printf(out, "%s-- %s --\n", out->len > 0 ? "\n" : "",
                           channel_in_words(draft->channel, options->translator));
    report_draft(draft, options, out);
  }
  return g_strchomp(g_strdup(out->str));
}

/* ---- one event ---- */

static struct icaltimetype start(const struct planned_action *action)
{
  struct icaltimetype time = icaltime_null_time();
  date_split(action->day, &time.year, &time.month, &time.day);
  time.is_date = action->at < 0;
  if (action->at >= 0) {
    time.hour = action->at / 60;
    time.minute = action->at % 60;
  }
  return time;
}

static icalcomponent *reminder(const struct planned_action *action, const char *title)
{
  struct icaltriggertype trigger = {.time = icaltime_null_time()};
  trigger.duration = action->at < 0 ? icaldurationtype_from_int(REMINDER_HOUR * 60 * 60)
                                    : icaldurationtype_from_int(-REMINDER_MINUTES * 60);
  return icalcomponent_vanew(ICAL_VALARM_COMPONENT, icalproperty_new_action(ICAL_ACTION_DISPLAY),
                             icalproperty_new_description(title), icalproperty_new_trigger(trigger),
                             NULL);
}

static icalcomponent *event(const struct planned_action *action,
                            const struct report_options *options)
{
  g_autofree char *uid =
      g_strdup_printf("%s.%s@rebond", action->action->task->name->id, options->debrief);
  g_autofree char *title = phrase_plain(action->title);
  g_autofree char *words = description(action, options);
  icalcomponent *event =
      icalcomponent_vanew(ICAL_VEVENT_COMPONENT, icalproperty_new_uid(uid),
                          icalproperty_new_dtstamp(icaltime_from_string(options->stamp)),
                          icalproperty_new_dtstart(start(action)), icalproperty_new_summary(title),
                          icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT), NULL);
  if (action->at >= 0 && action->action->minutes > 0) {
    int seconds = (int)MIN(action->action->minutes, 24 * 60) * 60;
    icalcomponent_add_property(event,
                               icalproperty_new_duration(icaldurationtype_from_int(seconds)));
  }
  if (*words)
    icalcomponent_add_property(event, icalproperty_new_description(words));
  icalcomponent_add_component(event, reminder(action, title));
  return event;
}

/* ---- the whole ---- */

/* The name under which many programs show the calendar. */
static icalproperty *calendar_name(const struct phrase *subject)
{
  g_autofree char *words = phrase_plain(subject);
  icalproperty *name = icalproperty_new_x(words);
  icalproperty_set_x_name(name, "X-WR-CALNAME");
  return name;
}

static icalcomponent *new_calendar(const struct plan *plan)
{
  icalcomponent *calendar = icalcomponent_vanew(
      ICAL_VCALENDAR_COMPONENT, icalproperty_new_version("2.0"),
      icalproperty_new_prodid("-//Rebond//Rebond " REBOND_VERSION "//EN"), NULL);
  if (!phrase_empty(plan->subject))
    icalcomponent_add_property(calendar, calendar_name(plan->subject));
  return calendar;
}

void calendar_write(const struct plan *plan, const struct report_options *options, GString *out)
{
  g_assert(options->stamp && options->debrief);
  icalcomponent *calendar = new_calendar(plan);
  for (guint i = 0; i < plan->actions->len; i++) {
    const struct planned_action *action = plan->actions->pdata[i];
    if (action->day && action->state != ACTION_DONE)
      icalcomponent_add_component(calendar, event(action, options));
  }
  char *text = icalcomponent_as_ical_string_r(calendar);
  g_string_append(out, text);
  icalmemory_free_buffer(text);
  icalcomponent_free(calendar);
}
