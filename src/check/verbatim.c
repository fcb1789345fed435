/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A look for names in texts. */
#include "check/verbatim.h"

#include <string.h>

#include "base/rules.h"
#include "base/text.h"
#include "catalogue/plain_text.h"
#include "catalogue/spots.h"

#define ID_CHARACTERS "abcdefghijklmnopqrstuvwxyz0123456789-"

struct verbatim {
  const struct catalogue *catalogue;
  struct findings *findings;
};

/* How NAME, which stands in a text with a sign before it, is said there; NULL: not at all. */
static const char *text_pattern(const struct name *name)
{
  return name->kind == NAME_QUESTION ? N_("an answer is quoted by <answer of=\"{1}\"/>")
         : name->kind == NAME_TASK
             ? N_("the day of what is to be done is said by <date of=\"{1}\"/>")
             : NULL;
}

/* The same in a default. */
static const char *default_pattern(const struct name *name)
{
  return name->kind == NAME_QUESTION
             ? N_("another answer can only be all of a default, as in default=\"${1}\"")
             : NULL;
}

/* Reports what is WRITTEN at PLACE in place of what the name ID, which may be mistyped, stands for.
 * False if it is none. */
static gboolean report(const struct verbatim *verbatim, const char *id, const char *written,
                       struct place place, const char *(*pattern_of)(const struct name *name))
{
  const struct name *name = catalogue_find(verbatim->catalogue, id);
  const char *near = name || *written != '$' || !g_ascii_isalpha(*id)
                         ? NULL
                         : catalogue_suggest(verbatim->catalogue, id);
  const char *pattern = name ? pattern_of(name) : NULL;
  if (!pattern && !(near && text_is_slip(id, near)))
    return FALSE;
  findings_add(verbatim->findings, &rules[RULE_NAME_IN_TEXT], place, written, NULL);
  if (!pattern) {
    findings_suggest(verbatim->findings, near);
    return TRUE;
  }
  g_autofree char *words =
      tr_fill(tr(findings_translator(verbatim->findings), pattern), name->id, NULL);
  findings_explain(verbatim->findings, words);
  return TRUE;
}

/* Reports the first name in TEXT, at PLACE; false if there is none. */
static gboolean check(const struct verbatim *verbatim, const char *text, struct place place,
                      const char *(*pattern_of)(const struct name *name))
{
  for (const char *sign = text; (sign = strpbrk(sign, "${[")); sign++) {
    const char *at = sign + strspn(sign, "${[");
    gsize length = strspn(at, ID_CHARACTERS);
    char closing = at[-1] == '{' ? '}' : at[-1] == '[' ? ']' : '\0';
    if (!length || (closing && closing != at[length]))
      continue;
    g_autofree char *id = g_strndup(at, length);
    g_autofree char *written = g_strndup(sign, (gsize)(at + length + (closing != 0) - sign));
    if (report(verbatim, id, written, place, pattern_of))
      return TRUE;
  }
  return FALSE;
}

/* Reports a place that TEXT, of a draft, leaves for the hand, as forms on paper do. */
static void check_line(const struct verbatim *verbatim, const char *text, struct place place)
{
  const char *line = strstr(text, "__"), *bracket = line ? NULL : strchr(text, '[');
  const char *end = line ? line + strspn(line, "_") : bracket ? strchr(bracket, ']') : NULL;
  if (!end)
    return;
  g_autofree char *written =
      line ? g_strndup(line, (gsize)(end - line)) : g_strndup(bracket, (gsize)(end + 1 - bracket));
  findings_add(verbatim->findings, &rules[RULE_NAME_IN_TEXT], place, written, NULL);
  findings_explain(verbatim->findings,
                   tr(findings_translator(verbatim->findings),
                      N_("what the person fills in is <blank example=\"…\">what it is</blank>")));
}

static void check_spot(const struct spot *spot, void *data)
{
  if (spot->kind != SPOT_TEXT)
    return;
  g_autofree char *plain = plain_text(spot->text->pieces);
  if (!check(data, plain, spot->place, text_pattern) && spot->message)
    check_line(data, plain, spot->place);
}

void verbatim_check(const struct catalogue *catalogue, struct findings *findings)
{
  struct verbatim verbatim = {catalogue, findings};
  spots_visit(catalogue, check_spot, &verbatim);
  for (guint i = 0; i < catalogue->question_count; i++) {
    const struct question *question = catalogue->questions[i];
    if (question->fallback && !question->fallback_name)
      check(&verbatim, question->fallback, question->fallback_place, default_pattern);
  }
}
