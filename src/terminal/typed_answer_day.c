/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The day typed in answer to a question, and what was understood by it. */
#include <stdlib.h>

#include "base/date.h"
#include "terminal/typed_inside.h"

/* A day that is further away than this, in days, was hardly meant. */
#define FAR 731

/* The day that BOUND of the question at STEP gives, itself or by another answer; 0: none. */
static int bound_day(const struct pass *pass, struct step step, const struct bound *bound)
{
  double day;
  if (!bound->limit)
    return value_bound(bound, pass_today(pass), &day) ? (int)day : 0;
  struct values values = value_limit(pass, step, bound);
  return values.count ? date_parse(values.texts[0]) : 0;
}

/* In which day of SAID counts at QUESTION. */
static int counted(const struct question *question, const struct said *said)
{
  return question->edge == EDGE_FIRST ? said->first : said->last;
}

static gboolean may_stand(const struct pass *pass, struct step step, int day,
                          const struct translator *translator)
{
  g_autofree char *iso = date_to_iso(day), *why = NULL;
  const char *const values[] = {iso, NULL};
  return value_check(pass, step, values, translator, &why);
}

int typed_answer_day(const struct pass *pass, struct step step, const char *text,
                     const struct translator *translator, struct said *said, char **why)
{
  const struct question *question = item_question(step.item);
  int today = pass_today(pass), found = 0;
  int from = bound_day(pass, step, &question->min), to = bound_day(pass, step, &question->max);
  /* As the bounds have it, then as a day to come, a day past, and neither of them today. */
  const struct horizon horizons[] = {{today, from, to},
                                     {today, today, 0},
                                     {today, 0, today},
                                     {today, today + 1, 0},
                                     {today, 0, today - 1}};
  for (gsize i = 0; i < G_N_ELEMENTS(horizons); i++) {
    g_autofree char *other = NULL;
    struct said heard;
    if (!typed_said(text, &horizons[i], translator, &heard, i == 0 ? why : &other))
      continue;
    int day = counted(question, &heard);
    gboolean stands = day && may_stand(pass, step, day, translator);
    if (!found || stands) {
      found = day;
      if (said)
        *said = heard;
    }
    if (stands)
      break;
  }
  if (found) /* what the bounds make no day of may be one without them */
    g_clear_pointer(why, g_free);
  return found;
}

/* ---- what was understood ---- */

static char *span_words(const struct said *said, int day, const struct translator *translator)
{
  g_autofree char *first = date_medium(said->first, translator);
  g_autofree char *last = date_medium(said->last, translator);
  g_autofree char *full = date_long(day, translator);
  /* TRANSLATORS: several days that were typed, such as "next week": {1} is the first of them, {2}
   * the last, {3} with its year the one that is taken for the answer. */
  return tr_fill(tr(translator, "from {1} to {2}; what counts is {3}"), first, last, full, NULL);
}

static char *understood(const struct said *said, int day, const struct translator *translator)
{
  if (said->kind == SAID_SPAN || day != said->last)
    return span_words(said, day, translator);
  g_autofree char *full = date_long(day, translator);
  if (said->kind == SAID_DAY)
    return g_steal_pointer(&full);
  /* TRANSLATORS: {1} is the last of the days that were typed, such as "within a week". */
  return tr_fill(tr(translator, "by {1}"), full, NULL);
}

char *typed_understood(const struct pass *pass, struct step step, const char *text,
                       const char *value, const struct translator *translator)
{
  const struct question *question = item_question(step.item);
  g_autofree char *why = NULL;
  struct said said;
  if (!question || !question_is_day(question))
    return NULL;
  int day = typed_answer_day(pass, step, text, translator, &said, &why);
  if (!day || day != date_parse(value) || (said.kind == SAID_DAY && !said.hour))
    return NULL;
  g_autofree char *words = understood(&said, day, translator);
  /* TRANSLATORS: {1} is the day of "Monday noon". */
  return said.hour ? tr_fill(tr(translator, "{1}, without the hour"), words, NULL)
                   : g_steal_pointer(&words);
}

gboolean typed_is_far(const struct pass *pass, struct step step, const char *value)
{
  const struct question *question = item_question(step.item);
  if (!question || !question_is_day(question))
    return FALSE;
  int day = date_parse(value);
  int away = day ? day - pass_today(pass) : 0;
  return abs(away) > FAR && !(away < 0 ? question->min.given : question->max.given);
}
