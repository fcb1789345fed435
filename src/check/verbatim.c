/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A look for names in texts. */
#include "check/verbatim.h"

#include <string.h>

#include "base/rules.h"
#include "catalogue/plain_text.h"
#include "catalogue/spots.h"

#define ID_CHARACTERS "abcdefghijklmnopqrstuvwxyz0123456789-"

struct verbatim {
  const struct catalogue *catalogue;
  struct findings *findings;
};

/* The question that the LENGTH bytes at AT name, or NULL. */
static const struct name *question_at(const struct catalogue *catalogue, const char *at,
                                      gsize length)
{
  g_autofree char *id = g_strndup(at, length);
  const struct name *name = length ? catalogue_find(catalogue, id) : NULL;
  return name && name->kind == NAME_QUESTION ? name : NULL;
}

/* Reports the first name in TEXT, at PLACE. PATTERN, a message id, says of {1} how it is written.
 */
static void check(const struct verbatim *verbatim, const char *text, struct place place,
                  const char *pattern)
{
  for (const char *sign = text; (sign = strpbrk(sign, "${")); sign++) {
    const char *at = sign + strspn(sign, "${");
    gsize length = strspn(at, ID_CHARACTERS);
    const struct name *name = question_at(verbatim->catalogue, at, length);
    gboolean braced = at[-1] == '{';
    if (!name || braced != (at[length] == '}'))
      continue;
    g_autofree char *written = g_strndup(sign, (gsize)(at + length + braced - sign));
    g_autofree char *words =
        tr_fill(tr(findings_translator(verbatim->findings), pattern), name->id, NULL);
    findings_add(verbatim->findings, &rules[RULE_NAME_IN_TEXT], place, written, NULL);
    findings_explain(verbatim->findings, words);
    return;
  }
}

static void check_spot(const struct spot *spot, void *data)
{
  if (spot->kind != SPOT_TEXT)
    return;
  g_autofree char *plain = plain_text(spot->text->pieces);
  check(data, plain, spot->place, N_("an answer is quoted by <answer of=\"{1}\"/>"));
}

void verbatim_check(const struct catalogue *catalogue, struct findings *findings)
{
  struct verbatim verbatim = {catalogue, findings};
  spots_visit(catalogue, check_spot, &verbatim);
  for (guint i = 0; i < catalogue->question_count; i++) {
    const struct question *question = catalogue->questions[i];
    if (question->fallback && !question->fallback_name)
      check(&verbatim, question->fallback, question->fallback_place,
            N_("another answer can only be all of a default, as in default=\"${1}\""));
  }
}
