/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One check of values, by kind, against options, bounds, pattern and constraints. */
#include "walk/value.h"

#include <string.h>

#include "base/date.h"
#include "walk/phrase.h"
#include "xml/pattern.h"

/* Values that are to stand at a step. */
struct check {
  struct voice voice;
  struct step step;
  const struct question *question; /* NULL: a repeat */
  const char *const *values;
  guint count;
  int given;      /* the day on which they were said, today or before */
  GArray *offers; /* what is offered now; NULL: any option of the pack will do */
};

/* Each check below returns NULL if it finds nothing wrong, else the words for what is. */

static char *say(const struct check *check, const char *value)
{
  return values_words(&check->voice, check->step, (const char *const[]){value, NULL});
}

static char *complain(const struct check *check, const char *msgid, const char *first,
                      const char *second, const char *third)
{
  return tr_fill(tr(check->voice.translator, msgid), first, second, third, NULL);
}

/* ---- bounds ---- */

gboolean value_bound(const struct bound *bound, int today, double *number)
{
  *number = bound->from_today ? date_add(today, (int)bound->number) : bound->number;
  return bound->given && !(bound->from_today && *number == 0);
}

struct values value_limit(const struct pass *pass, struct step step, const struct bound *bound)
{
  const struct question *question = item_question(step.item);
  return pass_values(pass, bound->limit->limit->name, question->repeat, step.turn);
}

/* The words for what is out of bounds, by kind of bounds. {1} and {2} are the bounds. */
struct range_words {
  const char *little, *much; /* with one bound */
  const char *little_of_two, *much_of_two;
  const char *only; /* with two that are the same */
};

static const struct range_words amounts = {
    N_("it is too little; it should be at least {1}"),
    N_("it is too much; it should be at most {2}"),
    N_("it is too little; it should be between {1} and {2}"),
    N_("it is too much; it should be between {1} and {2}"),
    N_("it should be {1}"),
};

static const struct range_words moments = {
    N_("it is too early; it should be no earlier than {1}"),
    N_("it is too late; it should be no later than {2}"),
    N_("it is too early; it should be between {1} and {2}"),
    N_("it is too late; it should be between {1} and {2}"),
    N_("it should be {1}"),
};

static const struct range_words counts = {
    N_("too few are chosen; choose at least {1}"),
    N_("too many are chosen; choose at most {2}"),
    N_("too few are chosen; choose between {1} and {2}"),
    N_("too many are chosen; choose between {1} and {2}"),
    N_("choose {1}, neither more nor fewer"),
};

/* A bound in words; BARE: without its unit. */

static char *say_count(const struct check *check G_GNUC_UNUSED, double number,
                       gboolean bare G_GNUC_UNUSED)
{
  return g_strdup_printf("%d", (int)number);
}

static char *say_amount(const struct check *check, double number, gboolean bare)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd(digits, sizeof digits, "%.15g", number);
  return bare ? number_words(digits, check->voice.translator) : say(check, digits);
}

static char *say_day(const struct check *check, double number, gboolean bare G_GNUC_UNUSED)
{
  return date_long((int)number, check->voice.translator);
}

static char *say_time(const struct check *check, double number, gboolean bare G_GNUC_UNUSED)
{
  return time_long((int)number, check->voice.translator);
}

/* How kinds of questions say what is out of bounds. */
static const struct bound_form {
  const struct range_words *words;
  char *(*say)(const struct check *check, double number, gboolean bare);
} bound_none, bound_count = {&counts, say_count}, bound_amount = {&amounts, say_amount},
              bound_day = {&moments, say_day}, bound_time = {&moments, say_time};

static const struct bound_form *const bound_forms[KIND_COUNT] = {
#define KIND(id, word, answer, check, bound, say, read, hint, preview) &bound_##bound,
#include "catalogue/kinds.def"
#undef KIND
};

static char *check_range(const struct check *check, double number)
{
  const struct question *question = check->question;
  const struct bound_form *form = bound_forms[question->kind];
  const struct range_words *words = form->words;
  double min = 0, max = 0;
  gboolean has_min = value_bound(&question->min, check->given, &min);
  gboolean has_max = value_bound(&question->max, pass_today(check->voice.pass), &max);
  gboolean little = has_min && number < min, much = has_max && number > max;
  if (!little && !much)
    return NULL;

  gboolean same = has_min && has_max && min == max;
  g_autofree char *low = has_min ? form->say(check, min, has_max && !same) : g_strdup("");
  g_autofree char *high = has_max ? form->say(check, max, FALSE) : g_strdup("");
  if (same)
    return complain(check, words->only, low, NULL, NULL);
  if (has_min && has_max)
    return complain(check, little ? words->little_of_two : words->much_of_two, low, high, NULL);
  return complain(check, little ? words->little : words->much, low, high, NULL);
}

/* ---- by kind ---- */

static gboolean is_offered(const struct check *check, const char *value)
{
  if (!check->offers)
    return option_label(check->question, value) || question_option(check->question, value);
  for (guint i = 0; i < check->offers->len; i++)
    if (g_str_equal(g_array_index(check->offers, struct offer, i).value, value))
      return TRUE;
  return FALSE;
}

static char *check_offered(const struct check *check, const char *value)
{
  if (is_offered(check, value))
    return NULL;
  if (!check->offers)
    return complain(check, N_("there is no option '{1}'"), value, NULL, NULL);
  g_autoptr(GPtrArray) offered = g_ptr_array_new_null_terminated(1, NULL, TRUE);
  for (guint i = 0; i < check->offers->len; i++)
    g_ptr_array_add(offered, (void *)g_array_index(check->offers, struct offer, i).value);
  g_autofree char *list = tr_join(check->voice.translator, (const char *const *)offered->pdata);
  return complain(check, N_("'{1}' is not offered here; what is: {2}"), value, list, NULL);
}

static char *check_exclusive(const struct check *check, const char *value)
{
  const struct option *option = question_option(check->question, value);
  if (check->count == 1 || !option || !option->exclusive)
    return NULL;
  g_autofree char *words = say(check, value);
  return complain(check, N_("'{1}' goes with no other; choose it alone, or only others"), words,
                  NULL, NULL);
}

static char *check_choice(const struct check *check)
{
  return check_offered(check, check->values[0]);
}

static char *check_choices(const struct check *check)
{
  char *why = NULL;
  for (guint i = 0; i < check->count && !why; i++) {
    const char *value = check->values[i];
    why = check_offered(check, value);
    for (guint before = 0; before < i && !why; before++)
      if (g_str_equal(value, check->values[before]))
        why = complain(check, N_("'{1}' is chosen twice; choose it once"), value, NULL, NULL);
    why = why ? why : check_exclusive(check, value);
  }
  return why ? why : check_range(check, check->count);
}

static const char *skip_digits(const char *text)
{
  while (g_ascii_isdigit(*text))
    text++;
  return text;
}

/* Digits, maybe with a minus before them and a point among them. */
static gboolean is_number(const char *text)
{
  const char *first = text + (*text == '-'), *end = skip_digits(first);
  if (end > first && *end == '.') {
    first = end + 1;
    end = skip_digits(first);
  }
  return end > first && !*end;
}

static char *check_number(const struct check *check)
{
  const char *value = check->values[0];
  if (!is_number(value))
    return complain(check, N_("'{1}' is not a number; write it in digits"), value, NULL, NULL);
  if (!check->question->decimals && strchr(value, '.')) {
    g_autofree char *number = number_words(value, check->voice.translator);
    return complain(check, N_("{1} is not a whole number; leave out the decimals"), number, NULL,
                    NULL);
  }
  return check_range(check, condition_number(value));
}

static char *check_date(const struct check *check)
{
  int day = date_parse(check->values[0]);
  if (day)
    return check_range(check, day);
  g_autofree char *sample = date_to_iso(pass_today(check->voice.pass));
  return complain(check, N_("'{1}' is not a date; write year, month and day, such as {2}"),
                  check->values[0], sample, NULL);
}

static char *check_time(const struct check *check)
{
  int minutes = time_parse(check->values[0]);
  if (minutes >= 0)
    return check_range(check, minutes);
  return complain(check, N_("'{1}' is not a time of day; write hours and minutes, such as {2}"),
                  check->values[0], "09:30", NULL);
}

/* The last one stays: of many debriefs the same is asked. NULL: EXPRESSION is none. */
static const struct pattern *pattern_of(const char *expression)
{
  static struct {
    char *expression;
    struct pattern *pattern;
  } last;
  if (g_strcmp0(expression, last.expression) != 0) {
    g_clear_pointer(&last.pattern, pattern_free);
    g_free(last.expression);
    last.expression = g_strdup(expression);
    last.pattern = pattern_new(expression);
  }
  return last.pattern;
}

static char *check_note(const struct check *check)
{
  if (strlen(check->values[0]) > (gsize)VALUE_KILOBYTES * 1024) {
    g_autofree char *most = g_strdup_printf("%d", VALUE_KILOBYTES);
    return complain(check, N_("it is too long; the most is {1} kB"), most, NULL, NULL);
  }
  const char *expression = check->question->pattern;
  if (!expression)
    return NULL;
  const struct pattern *pattern = pattern_of(expression);
  if (pattern && pattern_matches(pattern, check->values[0]))
    return NULL;
  return complain(check, N_("'{1}' has not the form that is wanted here, {2}"), check->values[0],
                  expression, NULL);
}

static char *check_text(const struct check *check)
{
  if (strchr(check->values[0], '\n'))
    return complain(check, N_("it has several lines; write it in one"), NULL, NULL, NULL);
  return check_note(check);
}

static char *(*const check_kind[KIND_COUNT])(const struct check *check) = {
#define KIND(id, word, answer, check, bound, say, read, hint, preview) check_##check,
#include "catalogue/kinds.def"
#undef KIND
};

static char *check_repeat(const struct check *check)
{
  const char *value = check->values[0];
  if (g_str_equal(value, "yes") || g_str_equal(value, "no"))
    return NULL;
  return complain(check, N_("'{1}' is neither 'yes' nor 'no'"), value, NULL, NULL);
}

static gboolean is_blank(const char *value)
{
  for (; *value; value = g_utf8_next_char(value))
    if (!g_unichar_isspace(g_utf8_get_char(value)))
      return FALSE;
  return TRUE;
}

static char *check_form(const struct check *check)
{
  if (check->count == 0 || is_blank(check->values[0]))
    return complain(check, N_("it is empty; write something, or skip it"), NULL, NULL, NULL);
  if (check->count > 1 && !(check->question && question_takes_several(check->question)))
    return complain(check, N_("it has several values; one is wanted"), NULL, NULL, NULL);
  return check->question ? check_kind[check->question->kind](check) : check_repeat(check);
}

/* ---- constraints ---- */

/* What conditions would see if the values stood there. */
struct supposed {
  struct environment environment;
  const struct check *check;
};

static struct values supposed_values(const struct environment *environment, const struct name *name)
{
  const struct check *check = ((const struct supposed *)environment)->check;
  if (name == check->question->name)
    return (struct values){check->count, check->values};
  return pass_values(check->voice.pass, name, check->question->repeat, check->step.turn);
}

/* The first constraint that the values break on DAY, or NULL. */
static const struct constraint *find_broken(const struct check *check, int day)
{
  struct supposed supposed = {{supposed_values, day, NULL}, check};
  const struct constraint *broken = check->question ? check->question->constraints : NULL;
  while (broken && (broken == pass_waived(check->voice.pass) ||
                    condition_holds(broken->test, &supposed.environment)))
    broken = broken->next;
  return broken;
}

/* The words for what is beyond a bound that another answer gives. */
static char *say_limit(const struct check *check, const struct constraint *broken)
{
  const struct question *question = check->question;
  struct values values =
      pass_values(check->voice.pass, broken->limit->name, question->repeat, check->step.turn);
  const struct bound_form *form = bound_forms[question->kind];
  g_assert(values.count);
  double number =
      question_is_day(question) ? date_parse(values.texts[0]) : condition_number(values.texts[0]);
  g_autofree char *bound = form->say(check, number, FALSE);
  gboolean little = broken == question->min.limit;
  return complain(check, little ? form->words->little : form->words->much, bound, bound, NULL);
}

static char *check_constraints(const struct check *check)
{
  const struct constraint *broken = find_broken(check, pass_today(check->voice.pass));
  if (broken)
    broken = find_broken(check, check->given);
  if (!broken)
    return NULL;
  return broken->limit ? say_limit(check, broken) : phrase_say(&check->voice, broken->message);
}

/* ---- the whole ---- */

static struct check check_new(const struct pass *pass, struct step step, const char *const *values,
                              int given, const struct translator *translator)
{
  return (struct check){
      .voice = {.pass = pass, .turn = step.turn, .translator = translator},
      .step = step,
      .question = item_question(step.item),
      .values = values,
      .count = g_strv_length((char **)values),
      .given = MIN(given, pass_today(pass)),
  };
}

gboolean value_check_given(const struct pass *pass, struct step step, const char *const *values,
                           int given, const struct translator *translator, char **why)
{
  struct check check = check_new(pass, step, values, given, translator);
  g_autoptr(GArray) offers = pass_offers(pass, step);
  check.offers = offers;
  char *wrong = check_form(&check);
  if (!wrong)
    wrong = check_constraints(&check);
  *why = wrong;
  return !wrong;
}

gboolean value_stands(const struct pass *pass, struct step step, const char *const *values,
                      int given)
{
  struct check check = check_new(pass, step, values, given, NULL);
  g_autofree char *wrong = check_form(&check);
  if (!wrong && check.question)
    wrong = check_constraints(&check);
  return !wrong;
}

gboolean value_check(const struct pass *pass, struct step step, const char *const *values,
                     const struct translator *translator, char **why)
{
  return value_check_given(pass, step, values, pass_today(pass), translator, why);
}

gboolean value_check_form(const struct pass *pass, struct step step, const char *const *values,
                          int given, const struct translator *translator, char **why)
{
  struct check check = check_new(pass, step, values, given, translator);
  *why = check_form(&check);
  return !*why;
}

/* ---- defaults ---- */

/* TEXT, the default of a date, as a day. Caller frees. */
static char *default_day(const char *text, int today)
{
  gint64 days = 0;
  const char *shift = text + strlen("today");
  if (!g_str_has_prefix(text, "today"))
    return g_strdup(text);
  if (*shift && !g_ascii_string_to_signed(shift, 10, G_MININT, G_MAXINT, &days, NULL))
    return NULL;
  int day = date_add(today, (int)days);
  return day ? date_to_iso(day) : NULL;
}

char **value_default(const struct pass *pass, struct step step)
{
  const struct question *question = item_question(step.item);
  g_autoptr(GStrvBuilder) values = g_strv_builder_new();
  if (question->fallback_name) {
    struct values named = pass_values(pass, question->fallback_name, question->repeat, step.turn);
    for (guint i = 0; i < named.count; i++)
      g_strv_builder_add(values, named.texts[i]);
    return named.count ? g_strv_builder_end(values) : NULL;
  }
  if (!question->fallback)
    return NULL;
  g_autofree char *value = question_is_day(question)
                               ? default_day(question->fallback, pass_today(pass))
                               : g_strdup(question->fallback);
  if (value)
    g_strv_builder_add(values, value);
  return value ? g_strv_builder_end(values) : NULL;
}
