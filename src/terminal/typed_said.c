/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as people say them, with the words around them: "by Friday", "within two weeks". */
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "terminal/typed_inside.h"

/* Longer words are no day, and more of them around one are a game: both bound the work. */
#define LONGEST 100
#define DEEPEST 5

/* What is read, and how. */
struct hearing {
  const struct horizon *horizon;
  const struct translator *translator;
  int *false_day;
  gboolean *hour; /* as in struct said */
  guint depth;
};

static gboolean read_days(const struct hearing *hearing, const char *words, struct said *said);

/* ---- what a word in front makes of the days behind it ---- */

/* All days from today, or from where one is asked for, up to LAST. */
static gboolean up_to(const struct horizon *horizon, int last, struct said *said)
{
  *said = (struct said){
      .kind = SAID_DEADLINE, .first = MIN(MAX(horizon->today, horizon->from), last), .last = last};
  return last != 0;
}

/* People who name an end speak of what is to come. */
static gboolean read_ahead(const struct hearing *hearing, const char *words, struct said *said)
{
  struct horizon horizon = *hearing->horizon;
  horizon.from = MAX(horizon.from, horizon.today);
  struct hearing ahead = *hearing;
  ahead.horizon = &horizon;
  return read_days(&ahead, words, said);
}

static gboolean within_time(const struct hearing *hearing, const char *words, struct said *said)
{
  struct quantity quantity;
  if (!said_quantity(words, hearing->translator, &quantity))
    return FALSE;
  int last = quantity_from(hearing->horizon->today, quantity.most, quantity.unit);
  return up_to(hearing->horizon, last, said);
}

static const struct {
  const char *words;
  struct quantity quantity;
} delays[] = {
    /* TRANSLATORS: what people type for "in the seven days to come" and "in the month to come",
     * where that is not the same as this week and this month. */
    {N_("within the week|inside the week"), {7, 7, UNIT_DAY}},
    {N_("within the month|inside the month"), {1, 1, UNIT_MONTH}},
};

static gboolean read_delay(const struct hearing *hearing, const char *words, struct said *said)
{
  int today = hearing->horizon->today;
  for (gsize i = 0; i < G_N_ELEMENTS(delays); i++)
    if (words_index(words, tr(hearing->translator, delays[i].words)))
      return up_to(hearing->horizon,
                   quantity_from(today, delays[i].quantity.most, delays[i].quantity.unit), said);
  return FALSE;
}

static gboolean by(const struct hearing *hearing, const char *words, struct said *said)
{
  return within_time(hearing, words, said) ||
         (read_ahead(hearing, words, said) && up_to(hearing->horizon, said->last, said));
}

/* "Before Friday" leaves Friday out, "before the end of the week" does not leave out its end, nor
 * "before Friday noon" its day. */
static gboolean before(const struct hearing *hearing, const char *words, struct said *said)
{
  if (within_time(hearing, words, said))
    return TRUE;
  if (!read_ahead(hearing, words, said))
    return FALSE;
  /* TRANSLATORS: {1} is a week, a month, a year: its end, as people type it. */
  g_auto(GStrv) ends =
      words_matches(words, tr(hearing->translator, "the end of {1}|end of {1}|end {1}|{1} end"));
  gboolean counts = ends[0] || *hearing->hour;
  return up_to(hearing->horizon, counts ? said->last : date_add(said->first, -1), said);
}

static gboolean after(const struct hearing *hearing, const char *words, struct said *said)
{
  if (!read_ahead(hearing, words, said))
    return FALSE;
  int day = date_add(said->last, 1);
  *said = (struct said){.kind = SAID_DAY, .first = day, .last = day};
  return day != 0;
}

static gboolean away(const struct hearing *hearing, const char *words, int sign, struct said *said)
{
  struct quantity quantity;
  if (!said_quantity(words, hearing->translator, &quantity))
    return FALSE;
  int near = quantity_from(hearing->horizon->today, sign * quantity.least, quantity.unit);
  int far = quantity_from(hearing->horizon->today, sign * quantity.most, quantity.unit);
  *said = (struct said){
      .kind = near == far ? SAID_DAY : SAID_SPAN, .first = MIN(near, far), .last = MAX(near, far)};
  return near && far;
}

static gboolean in(const struct hearing *hearing, const char *words, struct said *said)
{
  return away(hearing, words, 1, said);
}

static gboolean ago(const struct hearing *hearing, const char *words, struct said *said)
{
  return away(hearing, words, -1, said);
}

static const struct {
  const char *patterns;
  gboolean (*read)(const struct hearing *hearing, const char *words, struct said *said);
} relations[] = {
    /* TRANSLATORS: this message and the next six are words around a day, a week, a month or a
     * stretch of time {1}, as people type them, alternatives separated by |. This one: up to the
     * end of that, and it included. */
    {N_("by {1}|until {1}|till {1}|up to {1}|no later than {1}|at the latest {1}|{1} at the "
        "latest|latest {1}|within {1}|inside {1}|in under {1}|in less than {1}|in the next "
        "{1}|over "
        "the next {1}|during the next {1}|in the coming {1}|at the latest by {1}|at the latest in "
        "{1}|within the next {1}|by {1} at the latest"),
     by},
    /* TRANSLATORS: up to the day before {1}. */
    {N_("before {1}|ahead of {1}"), before},
    /* TRANSLATORS: the day after {1}. */
    {N_("after {1}"), after},
    /* TRANSLATORS: {1} is a stretch of time, such as "ten days". */
    {N_("in {1}|{1} from now|{1} from today|in {1} from now|in {1} time"), in},
    /* TRANSLATORS: {1} is a stretch of time, such as "ten days". */
    {N_("{1} ago"), ago},
    /* TRANSLATORS: words that say no more than {1} alone, a day or a week or the like. */
    {N_("in {1}|on {1}|at {1}|for {1}|around {1}|about {1}|during {1}|some time {1}|sometime "
        "{1}|the "
        "{1}|from {1}|as of {1}|starting {1}|{1} morning|{1} afternoon|{1} evening|{1} or so"),
     read_days},
};

/* ---- between two days ---- */

/* DAY of the month in which OTHER is, if WORDS are a day of the month alone. */
static int same_month(const char *words, int other)
{
  guint64 of_month;
  int year, month, day;
  if (!g_ascii_string_to_unsigned(words, 10, 1, 31, &of_month, NULL))
    return 0;
  date_split(other, &year, &month, &day);
  return date_from_ymd(year, month, (int)of_month);
}

static gboolean read_between(const struct hearing *hearing, const char *words, struct said *said)
{
  /* TRANSLATORS: {1} and {2} are days. */
  g_auto(GStrv) pairs =
      words_matches(words, tr(hearing->translator,
                              "between {1} and {2}|from {1} to {2}|from {1} until {2}|{1} to "
                              "{2}|{1} or {2}|{1} - {2}|{1}-{2}|{1}–{2}"));
  for (char **pair = pairs; *pair; pair++) {
    g_auto(GStrv) ends = g_strsplit(*pair, "\t", 2);
    struct said start, end;
    if (!read_days(hearing, ends[1], &end))
      continue;
    int day = same_month(ends[0], end.last);
    int first = day ? day : read_days(hearing, ends[0], &start) ? start.first : 0;
    if (!first || first > end.last)
      continue;
    *said = (struct said){.kind = SAID_SPAN, .first = first, .last = end.last};
    return TRUE;
  }
  return FALSE;
}

/* ---- with an hour ---- */

/* A number alone is one only behind a word that says so: "Monday 12" is a day of the month. */
static gboolean is_hour(const char *words, const struct translator *translator)
{
  /* TRANSLATORS: words in front of a time of day {1} that is typed behind a day. */
  g_autofree char *behind =
      words_match(words, tr(translator, "at {1}|by {1}|before {1}|around {1}|about {1}|from {1}"));
  gboolean bare = !words[strspn(words, "0123456789")];
  return said_time(behind ? behind : words, translator) >= 0 && (behind || !bare);
}

static gboolean read_timed(const struct hearing *hearing, const char *words, struct said *said)
{
  for (const char *gap = strchr(words, ' '); gap; gap = strchr(gap + 1, ' ')) {
    g_autofree char *days = g_strndup(words, (gsize)(gap - words));
    words_cut_end(days, ",");
    if (is_hour(gap + 1, hearing->translator) && read_days(hearing, days, said))
      return *hearing->hour = TRUE;
  }
  return FALSE;
}

/* ---- all of it ---- */

/* "Two weeks", said of what is to come, are two weeks from now. */
static gboolean read_bare(const struct hearing *hearing, const char *words, struct said *said)
{
  return hearing->horizon->from >= hearing->horizon->today && in(hearing, words, said);
}

static gboolean read_related(const struct hearing *hearing, const char *words, struct said *said)
{
  for (gsize i = 0; i < G_N_ELEMENTS(relations); i++) {
    g_auto(GStrv) found = words_matches(words, tr(hearing->translator, relations[i].patterns));
    for (char **part = found; *part; part++)
      if (**part && relations[i].read(hearing, *part, said))
        return TRUE;
  }
  return FALSE;
}

static gboolean read_days(const struct hearing *hearing, const char *words, struct said *said)
{
  struct hearing inside = *hearing;
  int false_day = 0;
  int day = said_day(words, hearing->horizon, hearing->translator, &false_day);
  if (false_day)
    *hearing->false_day = false_day;
  if (day)
    *said = (struct said){.kind = SAID_DAY, .first = day, .last = day};
  if (day || said_period(words, hearing->horizon, hearing->translator, said))
    return TRUE;
  return ++inside.depth <= DEEPEST &&
         (read_delay(&inside, words, said) || read_related(&inside, words, said) ||
          read_between(&inside, words, said) || read_timed(&inside, words, said) ||
          read_bare(&inside, words, said));
}

static char *say_false_day(const char *text, int day, const struct translator *translator)
{
  if (day < 0)
    return tr_fill(tr(translator, "there is no day '{1}' in the calendar"), text, NULL);
  g_autofree char *full = date_long(day, translator);
  return tr_fill(tr(translator, "'{1}' does not fit: that day is {2}"), text, full, NULL);
}

/* Of several days those that are asked for, if any are. */
static void keep_within(struct said *said, const struct horizon *horizon)
{
  if (horizon->from && said->last >= horizon->from)
    said->first = MAX(said->first, horizon->from);
  if (horizon->to && said->first <= horizon->to)
    said->last = MIN(said->last, horizon->to);
}

gboolean typed_said(const char *text, const struct horizon *horizon,
                    const struct translator *translator, struct said *said, char **why)
{
  g_autofree char *folded = text_fold(text);
  int false_day = 0;
  *why = NULL;
  for (guint i = 0; i < TYPED_LANGUAGES && strlen(folded) <= LONGEST; i++) {
    gboolean hour = FALSE;
    struct hearing hearing = {horizon, typed_language(i, translator), &false_day, &hour, 0};
    if (!read_days(&hearing, folded, said))
      continue;
    said->hour = hour;
    if (said->kind != SAID_DAY)
      keep_within(said, horizon);
    if (said->kind == SAID_SPAN && said->first == said->last)
      said->kind = SAID_DAY;
    return TRUE;
  }
  if (false_day)
    *why = say_false_day(text, false_day, translator);
  return FALSE;
}

int typed_date(const char *text, int today, gboolean future, const struct translator *translator)
{
  struct horizon horizon = {today, future ? today : 0, future ? 0 : today};
  g_autofree char *why = NULL;
  struct said said;
  if (!typed_said(text, &horizon, translator, &said, &why))
    return 0;
  if (said.kind == SAID_DAY)
    return said.last;
  return !future ? 0 : said.kind == SAID_DEADLINE ? said.last : said.first;
}
