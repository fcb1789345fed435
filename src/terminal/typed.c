/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed, by the kind of the question. */
#include "terminal/typed.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "terminal/stem.h"
#include "terminal/typed_inside.h"

static char **list_of(char *value)
{
  char **list = value ? g_new0(char *, 2) : NULL;
  if (list)
    list[0] = value;
  return list;
}

static char **read_yes_no(const char *text, const struct translator *translator, char **why)
{
  gboolean yes;
  if (typed_yes_no(text, translator, &yes))
    return list_of(g_strdup(yes ? "yes" : "no"));
  *why = tr_fill(tr(translator, "'{1}' is neither yes nor no; type one of the two"), text, NULL);
  return NULL;
}

/* ---- kinds ---- */

struct reading {
  const struct pass *pass;
  struct step step;
  const struct question *question;
  const char *text;
  const struct translator *translator;
  const char *language;
};

static char **read_choice(const struct reading *r, char **why)
{
  return typed_options(r->pass, r->step, FALSE, r->text, r->translator, why);
}

static char **read_choices(const struct reading *r, char **why)
{
  return typed_options(r->pass, r->step, TRUE, r->text, r->translator, why);
}

static char **read_number(const struct reading *r, char **why)
{
  const char *unit = r->question->unit;
  if (unit)
    unit = catalogue_message(pass_catalogue(r->pass), unit);
  return list_of(typed_number(r->text, r->question, unit, r->translator, r->language, why));
}

static char *scale_end(const struct reading *r, const struct text *end)
{
  struct voice voice = {.pass = r->pass, .turn = r->step.turn, .translator = r->translator};
  return phrase_say(&voice, end);
}

/* The words of an end of the scale stand for its number; "3/5" is 3 of 5. */
static char **read_scale(const struct reading *r, char **why)
{
  const struct question *question = r->question;
  const struct text *ends[] = {question->low, question->high};
  double numbers[] = {question->min.number, question->max.number};
  g_autofree char *folded = text_fold(r->text);
  for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
    g_autofree char *words = ends[i] ? scale_end(r, ends[i]) : NULL;
    g_autofree char *end = words ? text_fold(words) : NULL;
    if (end && g_str_equal(end, folded))
      return list_of(g_strdup_printf("%.0f", numbers[i]));
  }
  g_autofree char *of = g_strdup_printf("/%.0f", question->max.number);
  g_autofree char *typed = g_strdup(r->text);
  if (g_str_has_suffix(typed, of))
    typed[strlen(typed) - strlen(of)] = '\0';
  return list_of(typed_number(typed, question, NULL, r->translator, r->language, why));
}

static char **read_date(const struct reading *r, char **why)
{
  int day = typed_answer_day(r->pass, r->step, r->text, r->translator, NULL, why);
  if (day)
    return list_of(date_to_iso(day));
  if (!*why) {
    g_autofree char *hint = typed_hint(r->pass, r->step, r->translator);
    *why = tr_fill(tr(r->translator, "'{1}' is no day that I can read; type {2}"), r->text, hint,
                   NULL);
  }
  return NULL;
}

static char **read_time(const struct reading *r, char **why)
{
  int minutes = typed_time(r->text, r->translator);
  if (minutes >= 0)
    return list_of(g_strdup_printf("%02d:%02d", minutes / 60, minutes % 60));
  g_autofree char *hint = typed_hint(r->pass, r->step, r->translator);
  *why = tr_fill(tr(r->translator, "'{1}' is no time of day; type {2}"), r->text, hint, NULL);
  return NULL;
}

static char **read_text(const struct reading *r, char **why)
{
  (void)why;
  struct voice voice = {.pass = r->pass, .turn = r->step.turn, .translator = r->translator};
  char *text = r->question->stem ? stem_trim(&voice, r->step, r->text) : g_strdup(r->text);
  g_strdelimit(text, "\n", ' ');
  return list_of(g_strstrip(text));
}

static char **read_note(const struct reading *r, char **why)
{
  (void)why;
  return list_of(g_strstrip(g_strdup(r->text)));
}

static char **(*const readers[KIND_COUNT])(const struct reading *, char **) = {
#define KIND(id, word, answer, check, bound, say, read, hint, preview) read_##read,
#include "catalogue/kinds.def"
#undef KIND
};

char **typed_read(const struct pass *pass, struct step step, const char *text,
                  const struct translator *translator, const char *language, char **why)
{
  *why = NULL;
  const struct question *question = item_question(step.item);
  if (!question)
    return read_yes_no(text, translator, why);
  struct reading reading = {pass, step, question, text, translator, language};
  return readers[question->kind](&reading, why);
}

char *typed_label(const struct pass *pass, struct step step, const char *value,
                  const struct translator *translator)
{
  struct voice voice = {.pass = pass, .turn = step.turn, .translator = translator};
  const char *const values[] = {value, NULL};
  g_autofree char *words = values_words(&voice, step, values);
  const struct question *question = item_question(step.item);
  if (question && option_label(question, value))
    return g_steal_pointer(&words);
  g_autofree char *capital = g_utf8_strup(words, g_utf8_next_char(words) - words);
  return g_strconcat(capital, g_utf8_next_char(words), NULL);
}
