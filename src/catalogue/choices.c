/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of options, through `from`. */
#include "catalogue/choices.h"

const struct option *choices_next(const struct item *child)
{
  while (child && child->kind != ITEM_OPTION)
    child = child->next;
  return child ? item_option(child) : NULL;
}

static const struct question *offering(const struct question *question)
{
  while (question->from)
    question = question->from;
  return question;
}

const char **choices_values(const struct question *question)
{
  GPtrArray *values = g_ptr_array_new();
  const struct option *option = choices_next(offering(question)->item.first);
  for (; option; option = choices_next(option->item.next))
    g_ptr_array_add(values, (gpointer)option->item.id);
  g_ptr_array_add(values, NULL);
  return (const char **)g_ptr_array_free(values, FALSE);
}

guint choices_count(const struct question *question)
{
  guint count = 0;
  const struct option *option = choices_next(offering(question)->item.first);
  for (; option; option = choices_next(option->item.next))
    count++;
  return count;
}

gboolean choices_offer(const struct question *question, const char *value)
{
  const struct option *option = choices_next(offering(question)->item.first);
  for (; option; option = choices_next(option->item.next))
    if (g_strcmp0(option->item.id, value) == 0)
      return TRUE;
  return FALSE;
}

gboolean choices_coupled(const struct question *question)
{
  if (question->kind != KIND_CHOICES)
    return FALSE;
  if (question->min.given || question->max.given || !question->optional || question->from)
    return TRUE;
  const struct option *option = choices_next(question->item.first);
  for (; option; option = choices_next(option->item.next))
    if (option->exclusive)
      return TRUE;
  return FALSE;
}
