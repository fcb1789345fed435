/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar (RFC 5545): an event for each action with a day, written by libical. */
#include <libical/ical.h>

#include "base/date.h"
#include "base/text.h"
#include "report/formats.h"
#include "report/parts.h"

/* How long before an action with an hour its reminder rings. One without may be done at any moment
 * of the day: nothing rings. */
#define REMINDER_MINUTES 30

/* What libical can tell the weekday of; a calendar with a later day is read by nobody. */
#define LAST_YEAR 2500

/* ---- words ---- */

static void add_line(GString *out, const char *label, const struct phrase *phrase)
{
  if (phrase_empty(phrase))
    return;
  g_autofree char *words = phrase_plain(phrase);
  g_string_append(out, label);
  g_string_append(out, *label ? " " : "");
  g_string_append(out, words);
  g_string_append_c(out, '\n');
}

/* A calendar is seen by others: of what would betray a private answer it holds the day alone. */
static char *title_of(const struct planned_action *action, const struct report_options *options)
{
  g_autofree char *title = phrase_plain(action->title);
  return action->betrays ? g_strdup(tr(options->translator, N_("A step of your plan")))
                         : text_hold(title);
}

static void describe(const struct planned_action *action, const struct report_options *options,
                     GString *out)
{
  if (action->overdue) {
    g_autofree char *due = date_long(action->due, options->translator);
    g_autofree char *late = tr_fill(
        tr(options->translator, N_("This was due on {1}; it can still be done.")), due, NULL);
    g_string_append_printf(out, "%s\n", late);
  }
  add_line(out, "", action->why);
  for (guint i = 0; i < action->steps->len; i++) {
    g_autofree char *number = g_strdup_printf("%u.", i + 1);
    add_line(out, action->steps->len > 1 ? number : "", action->steps->pdata[i]);
  }
  for (guint i = 0; i < action->avoids->len; i++)
    add_line(out, tr(options->translator, N_("Avoid:")), action->avoids->pdata[i]);
}

static void add_drafts(const struct planned_action *action, const struct report_options *options,
                       GString *out)
{
  for (guint i = 0; i < action->drafts->len; i++) {
    const struct planned_draft *draft = action->drafts->pdata[i];
    g_string_append_printf(out, "%s-- %s --\n", out->len > 0 ? "\n" : "",
                           channel_in_words(draft->channel, options->translator));
    report_draft(draft, options, out);
  }
}

/* Numbers stay with what they count, but in drafts, which are copied. */
static char *description(const struct plan *plan, const struct planned_action *action,
                         const struct report_options *options)
{
  g_autoptr(GString) out = g_string_new(NULL);
  add_line(out, "", plan->subject);
  if (!action->betrays)
    describe(action, options, out);
  g_autofree char *held = text_hold(out->str);
  g_string_assign(out, held);
  if (!action->betrays)
    add_drafts(action, options, out);
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

static icalcomponent *reminder(const char *title)
{
  struct icaltriggertype trigger = {.time = icaltime_null_time()};
  trigger.duration = icaldurationtype_from_int(-REMINDER_MINUTES * 60);
  return icalcomponent_vanew(ICAL_VALARM_COMPONENT, icalproperty_new_action(ICAL_ACTION_DISPLAY),
                             icalproperty_new_description(title), icalproperty_new_trigger(trigger),
                             NULL);
}

/* An hour, how long it takes, and a reminder. */
static void add_hour(icalcomponent *event, const struct planned_action *action, const char *title)
{
  if (action->at < 0)
    return;
  if (action->action->minutes > 0) {
    int seconds = (int)MIN(action->action->minutes, 24 * 60) * 60;
    icalcomponent_add_property(event,
                               icalproperty_new_duration(icaldurationtype_from_int(seconds)));
  }
  icalcomponent_add_component(event, reminder(title));
}

/*
 * Of an action that is done the event stands in the calendar as one that is off: it rings no more,
 * where an earlier file had it open. SEQUENCE (RFC 5545, 3.8.7.4) grows with every day on which a
 * plan is made, so that of two files of a debrief the later one counts.
 */
static icalcomponent *event(const struct plan *plan, const struct planned_action *action,
                            const struct report_options *options, struct icaltimetype stamp)
{
  gboolean done = action->state == ACTION_DONE;
  g_autofree char *uid =
      g_strdup_printf("%s.%s@rebond", action->action->task->name->id, options->debrief);
  g_autofree char *title = title_of(action, options);
  g_autofree char *words = done ? g_strdup("") : description(plan, action, options);
  icalcomponent *event = icalcomponent_vanew(
      ICAL_VEVENT_COMPONENT, icalproperty_new_uid(uid), icalproperty_new_dtstamp(stamp),
      icalproperty_new_lastmodified(stamp),
      icalproperty_new_sequence(MAX(plan->today - plan->begun, 0)),
      icalproperty_new_dtstart(start(action)), icalproperty_new_summary(title),
      icalproperty_new_status(done ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED),
      icalproperty_new_class(ICAL_CLASS_PRIVATE), icalproperty_new_categories("Rebond"),
      icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT), NULL);
  if (*words)
    icalcomponent_add_property(event, icalproperty_new_description(words));
  if (!done)
    add_hour(event, action, title);
  return event;
}

/* ---- the calendar ---- */

/* The name under which many programs show the calendar, and which they read as a text. In a
 * property that it does not know libical escapes a text by halves, but leaves an address as it is.
 */
static icalproperty *calendar_name(const struct phrase *subject)
{
  g_autofree char *words = phrase_plain(subject);
  icalvalue *text = icalvalue_new_text(words);
  char *escaped = icalvalue_as_ical_string_r(text);
  icalproperty *name = icalproperty_new(ICAL_X_PROPERTY);
  icalproperty_set_x_name(name, "X-WR-CALNAME");
  icalproperty_add_parameter(name, icalparameter_new_value(ICAL_VALUE_TEXT));
  icalproperty_set_value(name, icalvalue_new_uri(escaped));
  icalvalue_free(text);
  icalmemory_free_buffer(escaped);
  return name;
}

/* NAME NULL: none. */
static icalcomponent *new_calendar(const struct phrase *name)
{
  icalcomponent *calendar = icalcomponent_vanew(
      ICAL_VCALENDAR_COMPONENT, icalproperty_new_version("2.0"),
      icalproperty_new_prodid("-//Rebond//Rebond " REBOND_VERSION "//EN"), NULL);
  if (name && !phrase_empty(name))
    icalcomponent_add_property(calendar, calendar_name(name));
  return calendar;
}

gboolean report_calendar_takes(const struct planned_action *action)
{
  int year = 0, month, day;
  if (action->day)
    date_split(action->day, &year, &month, &day);
  return year > 0 && year <= LAST_YEAR;
}

/* The events of PLAN into CALENDAR: one for a task, as their UIDs are. What is to be done once
 * more, in another way, takes the place of what is done. */
static void add_events(icalcomponent *calendar, const struct plan *plan,
                       const struct report_options *options)
{
  g_assert(options->stamp && options->debrief);
  struct icaltimetype stamp = icaltime_from_string(options->stamp);
  for (guint i = 0; i < plan->actions->len; i++) {
    const struct planned_action *action = plan->actions->pdata[i];
    gboolean stands = plan_task(plan, action->action->task) == action;
    if (stands && report_calendar_takes(action))
      icalcomponent_add_component(calendar, event(plan, action, options, stamp));
  }
}

/* One without an event would be none (RFC 5545, 3.6). */
static void end_calendar(icalcomponent *calendar, GString *out)
{
  if (icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT)) {
    char *text = icalcomponent_as_ical_string_r(calendar);
    g_string_append(out, text);
    icalmemory_free_buffer(text);
  }
  icalcomponent_free(calendar);
}

/* ---- what an earlier calendar held ---- */

static icalcomponent *find_event(icalcomponent *calendar, const char *uid)
{
  for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
       event; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
    if (g_strcmp0(icalcomponent_get_uid(event), uid) == 0)
      return event;
  return NULL;
}

/* A copy of EARLIER, an event of an earlier file, as one that is off, without ring and draft. */
static icalcomponent *call_off(icalcomponent *earlier, const struct report_options *options)
{
  icalcomponent *event = icalcomponent_new_clone(earlier), *alarm;
  icalproperty *words = icalcomponent_get_first_property(event, ICAL_DESCRIPTION_PROPERTY);
  if (words) {
    icalcomponent_remove_property(event, words);
    icalproperty_free(words);
  }
  while ((alarm = icalcomponent_get_first_component(event, ICAL_VALARM_COMPONENT))) {
    icalcomponent_remove_component(event, alarm);
    icalcomponent_free(alarm);
  }
  if (icalcomponent_get_status(event) != ICAL_STATUS_CANCELLED) {
    icalcomponent_set_sequence(event, icalcomponent_get_sequence(event) + 1);
    icalcomponent_set_dtstamp(event, icaltime_from_string(options->stamp));
  }
  icalcomponent_set_status(event, ICAL_STATUS_CANCELLED);
  return event;
}

/* What the calendar EARLIER held of this debrief and the plan has dropped is called off; what it
 * still holds goes beyond what it was. */
static void follow_earlier(icalcomponent *calendar, const struct report_options *options)
{
  g_autofree char *ours = g_strdup_printf(".%s@rebond", options->debrief);
  icalcomponent *earlier = icalcomponent_new_from_string(options->earlier);
  icalcomponent *event =
      earlier ? icalcomponent_get_first_component(earlier, ICAL_VEVENT_COMPONENT) : NULL;
  for (; event; event = icalcomponent_get_next_component(earlier, ICAL_VEVENT_COMPONENT)) {
    const char *uid = icalcomponent_get_uid(event);
    icalcomponent *now = uid ? find_event(calendar, uid) : NULL;
    int after = icalcomponent_get_sequence(event) + 1;
    if (now)
      icalcomponent_set_sequence(now, MAX(icalcomponent_get_sequence(now), after));
    else if (uid && g_str_has_suffix(uid, ours))
      icalcomponent_add_component(calendar, call_off(event, options));
  }
  if (earlier)
    icalcomponent_free(earlier);
}

/* ---- the whole ---- */

void calendar_write(const struct report *report, GString *out)
{
  icalcomponent *calendar = new_calendar(report->plan->subject);
  add_events(calendar, report->plan, report->options);
  if (report->options->earlier)
    follow_earlier(calendar, report->options);
  end_calendar(calendar, out);
}

void report_calendar(const GPtrArray *plans, const char *const *debriefs,
                     const struct report_options *options, GString *out)
{
  struct report_options each = *options;
  icalcomponent *calendar = new_calendar(NULL);
  for (guint i = 0; i < plans->len; i++) {
    each.debrief = debriefs[i];
    add_events(calendar, plans->pdata[i], &each);
    if (options->earlier)
      follow_earlier(calendar, &each);
  }
  end_calendar(calendar, out);
}
