/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of options, through `from`. */
#include "catalogue/choices.h"

#include <string.h>

#include "base/text.h"
#include "catalogue/plain_text.h"

/* So many are told one by one. */
#define TOLD 12

const struct option *choices_next(const struct item *child)
{
  while (child && child->kind != ITEM_OPTION)
    child = child->next;
  return child ? item_option(child) : NULL;
}

const char **choices_values(const struct question *question)
{
  GPtrArray *values = g_ptr_array_new_null_terminated(1, NULL, TRUE);
  const struct option *option = choices_next(question_source(question)->item.first);
  for (; option; option = choices_next(option->item.next))
    g_ptr_array_add(values, (gpointer)option->item.id);
  return (const char **)g_ptr_array_free(values, FALSE);
}

guint choices_count(const struct question *question)
{
  guint count = 0;
  const struct option *option = choices_next(question_source(question)->item.first);
  for (; option; option = choices_next(option->item.next))
    count++;
  return count;
}

gboolean choices_offer(const struct question *question, const char *value)
{
  const struct option *option = choices_next(question_source(question)->item.first);
  gboolean offers = option == NULL;
  for (; option && !offers; option = choices_next(option->item.next))
    offers = !option->item.id || strcmp(option->item.id, value) == 0;
  return offers;
}

const char *choices_labelled(const struct question *question, const char *words)
{
  g_autofree char *wanted = text_fold(words);
  const struct option *option = choices_next(question_source(question)->item.first);
  for (; option; option = choices_next(option->item.next)) {
    g_autofree char *label = option->label ? plain_text(option->label->pieces) : g_strdup("");
    g_autofree char *folded = text_fold(label);
    if (*folded && g_str_equal(folded, wanted))
      return option->item.id;
  }
  return NULL;
}

void choices_suggest(const struct question *question, const char *value, struct findings *findings)
{
  const struct translator *translator = findings_translator(findings);
  g_autofree const char **values = choices_values(question);
  const char *labelled = choices_labelled(question, value);
  const char *nearest = text_nearest(value, values);
  const char *pattern = labelled ? N_("that is a label, which people see; the value is '{1}'")
                                 : N_("what it offers is {1}");
  g_autofree char *list = labelled ? g_strdup(labelled) : tr_join(translator, values);
  g_autofree char *words = tr_fill(tr(translator, pattern), list, NULL);
  findings_unmask(findings, value);
  if (labelled || (!nearest && *values && choices_count(question) <= TOLD))
    findings_explain(findings, words);
  else
    findings_suggest(findings, nearest);
}
