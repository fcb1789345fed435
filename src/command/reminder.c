/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ten lines before the next time. */
#include "command/reminder.h"

#include "base/date.h"
#include "base/text.h"
#include "command/output.h"
#include "plan/before.h"

#define LINES 10

static guint count_lines(const char *text)
{
  guint count = 1;
  for (; *text; text++)
    count += *text == '\n';
  return count;
}

void reminder_write(const struct session *session, const GPtrArray *plans, GString *out)
{
  static const char *const leads[] = {
      [BEFORE_LESSON] = "- ", [BEFORE_OWN] = "- ", [BEFORE_STRENGTH] = "+ "};
  g_autoptr(GPtrArray) lines = before_new(plans, session->translator);
  guint room = LINES;
  for (guint i = 0; i < lines->len; i++) {
    const struct before_line *line = lines->pdata[i];
    const char *lead = session->plain ? "" : leads[line->kind];
    int taken = text_width(lead);
    g_autofree char *indent = g_strnfill((gsize)taken, ' ');
    g_autoptr(GString) wrapped = g_string_new(lead);
    text_wrap(wrapped, line->text, output_width(session), taken, indent);
    guint needed = count_lines(wrapped->str);
    if (needed > room)
      continue;
    room -= needed;
    g_string_append_printf(out, "%s\n", wrapped->str);
  }
}

gboolean reminder_is_due(const struct plan *plan)
{
  return plan->next_time == plan->today || plan->next_time == plan->today + 1;
}

char *reminder_title(const struct session *session, const struct plan *plan)
{
  g_autofree char *day = date_medium(plan->next_time, session->translator);
  g_autofree char *subject = phrase_plain(plan->subject);
  const char *pattern =
      plan->next_time == plan->today ? N_("Today, {1}: {2}") : N_("Tomorrow, {1}: {2}");
  return tr_fill(tr(session->translator, pattern), day, subject, NULL);
}
