/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time line. Places are percents of its width, so that letters keep their size on a phone. */
#include "report/html_parts.h"

#include "base/date.h"
#include "base/text.h"

/* The longest way that is drawn: of more, a day is no wider than the line on a phone. */
#define LONGEST_DAYS 92

/* Of the whole width 1000, what stays free on each side for half a dot, and what a number needs on
 * a phone. */
#define MARGIN 30
#define NUMBER_WIDTH 80

struct time_line {
  GString *out;
  int first, last; /* days */
  gboolean right_to_left;
};

/* Where the HALVES, half days counted like days, stand. */
static int place(const struct time_line *line, int halves)
{
  int way = 2 * (line->last - line->first), gone = halves - 2 * line->first;
  int at = MARGIN + (1000 - 2 * MARGIN) * gone / way;
  at = CLAMP(at, 0, 1000);
  return line->right_to_left ? 1000 - at : at;
}

static void shade(const struct time_line *line, int day, int days)
{
  int from = place(line, 2 * day - 1), to = place(line, 2 * (day + days) - 1);
  int left = MIN(from, to), width = ABS(to - from);
  g_string_append_printf(line->out,
                         "<rect x=\"%d.%d%%\" width=\"%d.%d%%\" y=\"1.5em\" height=\"1.2em\" "
                         "fill=\"currentColor\" opacity=\".15\"/>",
                         left / 10, left % 10, width / 10, width % 10);
}

static void write_text(const struct time_line *line, int at, const char *anchor, const char *y,
                       const char *words)
{
  g_string_append_printf(line->out, "<text x=\"%d.%d%%\" y=\"%s\" text-anchor=\"%s\">", at / 10,
                         at % 10, y, anchor);
  html_add_text(line->out, words);
  g_string_append(line->out, "</text>");
}

/* ---- what stands on the line ---- */

static void shade_free_days(const struct time_line *line, const GPtrArray *holidays)
{
  int saturday = line->first + 6 - date_weekday(line->first);
  for (int day = saturday; day <= line->last; day += 7)
    shade(line, day, 2);
  for (guint i = 0; i < holidays->len; i++) {
    int day = ((struct planned_holiday *)holidays->pdata[i])->day;
    if (day >= line->first)
      shade(line, day, 1);
  }
}

/* A number only where the one before leaves room for it. DAYS may hold one more than once. */
static void add_dots(const struct time_line *line, const GArray *days)
{
  int before = -2 * NUMBER_WIDTH;
  for (guint i = 0; i < days->len; i++) {
    int day = g_array_index(days, int, i), at = place(line, 2 * day);
    if (i > 0 && day == g_array_index(days, int, i - 1))
      continue;
    g_string_append_printf(line->out,
                           "<circle cx=\"%d.%d%%\" cy=\"2.1em\" r=\".4em\" fill=\"currentColor\"/>",
                           at / 10, at % 10);
    if (ABS(at - before) < NUMBER_WIDTH)
      continue;
    int year, month, day_of_month;
    date_split(day, &year, &month, &day_of_month);
    g_autofree char *number = g_strdup_printf("%d", day_of_month);
    write_text(line, at, "middle", "3.7em", number);
    before = at;
  }
}

static void add_ends(const struct time_line *line, const struct translator *translator)
{
  g_autofree char *day = date_medium(line->last, translator);
  g_autofree char *last = text_capital(day);
  write_text(line, line->right_to_left ? 1000 : 0, "start", "1em", tr(translator, N_("Today")));
  write_text(line, line->right_to_left ? 0 : 1000, "end", "1em", last);
}

static void draw(const struct time_line *line, const GArray *days, const GPtrArray *holidays,
                 const struct translator *translator)
{
  g_autofree char *first = date_medium(line->first, translator);
  g_autofree char *last = date_medium(line->last, translator);
  /* TRANSLATORS: tells what a drawing shows. {1} and {2} are dates. */
  g_autofree char *label =
      tr_fill(tr(translator, N_("The days from {1} to {2}; the list below has them in words")),
              first, last, NULL);
  g_string_append(line->out, "<svg class=\"days\" role=\"img\" aria-label=\"");
  html_add_text(line->out, label);
  g_string_append(line->out, "\">");
  shade_free_days(line, holidays);
  g_string_append(line->out,
                  "<line x1=\"0\" x2=\"100%\" y1=\"2.1em\" y2=\"2.1em\" stroke=\"currentColor\"/>");
  add_dots(line, days);
  add_ends(line, translator);
  g_string_append(line->out, "</svg>\n");
}

/* ---- the days ---- */

static void take_day(GArray *days, const struct plan *plan, const struct planned_action *action)
{
  if (action && action->day >= plan->today)
    g_array_append_val(days, action->day);
}

static int compare_days(gconstpointer a, gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

void html_add_days(GString *out, const struct plan *plan, const struct plan_page *page,
                   const struct translator *translator, gboolean right_to_left)
{
  g_autoptr(GArray) days = g_array_new(FALSE, FALSE, sizeof(int));
  take_day(days, plan, page->next);
  for (guint i = 0; i < page->later->len; i++)
    take_day(days, plan, page->later->pdata[i]);
  g_array_sort(days, compare_days);
  int last = days->len > 0 ? g_array_index(days, int, days->len - 1) : plan->today;
  struct time_line line = {out, plan->today, last, right_to_left};
  if (last > plan->today && last - plan->today <= LONGEST_DAYS)
    draw(&line, days, page->holidays, translator);
}
