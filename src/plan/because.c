/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Because: from the place of a piece of advice back to the answers that led there. */
#include "plan/because.h"

/* Characters of an answer that are said. */
#define LONGEST_WORDS 80

static void add_name(GPtrArray *names, const struct name *name)
{
  if (!g_ptr_array_find(names, name, NULL))
    g_ptr_array_add(names, (void *)name);
}

static int by_document_order(gconstpointer a, gconstpointer b)
{
  const struct name *one = *(struct name *const *)a, *other = *(struct name *const *)b;
  return (one->item->order > other->item->order) - (one->item->order < other->item->order);
}

/* The repeat that ITEM stands in, or NULL. */
static const struct repeat *repeat_around(const struct item *item)
{
  for (; item; item = item->parent)
    if (item_repeat(item))
      return item_repeat(item);
  return NULL;
}

GPtrArray *because_names(const struct pass *pass, struct step step)
{
  g_autoptr(GPtrArray) reasons = g_ptr_array_new();
  for (const struct item *item = step.item; item; item = item->parent) {
    if (item_option(item))
      add_name(reasons, item_question(item->parent)->name);
    pass_reasons(pass, item->when, step.turn, item == step.item ? REASONS_ALL : REASONS_PLAIN,
                 reasons);
  }

  const struct repeat *within = repeat_around(step.item);
  GPtrArray *names = g_ptr_array_new();
  for (guint i = 0; i < reasons->len; i++) {
    const struct name *name = reasons->pdata[i];
    if (name->kind == NAME_QUESTION && pass_values(pass, name, within, step.turn).count > 0)
      add_name(names, name);
  }
  g_ptr_array_sort(names, by_document_order);
  return names;
}

/* WORDS on one line, and cut if they are long: a whole story is no reason. */
static char *shorten(const char *words)
{
  g_autofree char *line = g_strdelimit(g_strdup(words), "\n", ' ');
  if (g_utf8_strlen(line, -1) <= LONGEST_WORDS)
    return g_steal_pointer(&line);
  g_autofree char *start = g_utf8_substring(line, 0, LONGEST_WORDS);
  return g_strconcat(g_strchomp(start), "…", NULL);
}

/* "short question: answer"; a prompt that ends with a mark of its own takes no colon. */
static char *say_reason(const struct translator *translator, const char *question,
                        const char *answer)
{
  static const char *const marks[] = {"?", ".", "!", ":", "…"};
  const char *pattern = tr(translator, "{1}: {2}");
  for (guint i = 0; i < G_N_ELEMENTS(marks); i++)
    if (g_str_has_suffix(question, marks[i]))
      pattern = tr(translator, "{1} {2}");
  g_autofree char *short_answer = shorten(answer);
  return tr_fill(pattern, question, short_answer, NULL);
}

GPtrArray *because_words(const struct voice *voice, struct step step)
{
  struct voice here = *voice;
  here.turn = step.turn;
  here.keep_private = TRUE;
  const struct repeat *within = repeat_around(step.item);
  GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) names = because_names(voice->pass, step);
  for (guint i = 0; i < names->len; i++) {
    const struct question *question = item_question(((const struct name *)names->pdata[i])->item);
    g_autofree char *answer = answers_words(&here, question, within, NULL);
    if (!*answer)
      continue;
    guint turn = question->repeat && question->repeat == within ? step.turn : 0;
    g_autofree char *words = question_words(&here, (struct step){&question->item, turn});
    g_ptr_array_add(lines, say_reason(voice->translator, words, answer));
  }
  return lines;
}
