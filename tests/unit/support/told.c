/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers and steps as short text. */
#include "support/told.h"

struct step told_step(const struct catalogue *catalogue, const char *id, guint turn)
{
  const struct name *name = catalogue_find(catalogue, id);
  if (!name || !name->item)
    g_error("no item '%s' in the test's pack", id);
  return (struct step){name->item, turn};
}

void told_set(struct answers *answers, const struct catalogue *catalogue, const char *line, int day)
{
  g_autofree char *trimmed = g_strstrip(g_strdup(line));
  g_auto(GStrv) parts = g_strsplit(trimmed, " ", 2);
  g_auto(GStrv) names = g_strsplit(parts[0], ".", 2);
  guint turn = names[1] ? (guint)g_ascii_strtoull(names[1], NULL, 10) : 0;
  g_auto(GStrv) values = parts[1] ? g_strsplit(parts[1], "|", -1) : NULL;
  answers_set(answers, told_step(catalogue, names[0], turn), (const char *const *)values, day);
}

struct answers *told_answers(const struct catalogue *catalogue, const char *lines, int day)
{
  struct answers *answers = answers_new(catalogue);
  answers_set_begun(answers, day);
  g_auto(GStrv) list = g_strsplit(lines, ";", -1);
  for (char **line = list; *line; line++)
    if (*g_strstrip(*line))
      told_set(answers, catalogue, *line, day);
  return answers;
}

char *told_name(struct step step)
{
  if (!step.item)
    return g_strdup("-");
  const char *id = step.item->id ? step.item->id : "(remark)";
  return step.turn ? g_strdup_printf("%s.%u", id, step.turn) : g_strdup(id);
}

char *told_names(const GArray *steps)
{
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint i = 0; i < steps->len; i++) {
    g_autofree char *name = told_name(g_array_index(steps, struct step, i));
    g_string_append_printf(out, "%s%s", i ? " " : "", name);
  }
  return g_string_free(g_steal_pointer(&out), FALSE);
}

char *told_answer(const struct answer *answer)
{
  g_autofree char *name = told_name(answer->step);
  g_autofree char *values = answer->skipped ? NULL : g_strjoinv("|", answer->values);
  return g_strjoin(" ", name, values, NULL);
}
