/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "terminal/blanks.h"

#include <string.h>

static void free_blank(void *data)
{
  struct blank *blank = data;
  g_free(blank->id);
  g_free(blank->label);
  g_free(blank->example);
  g_free(blank->before);
  g_free(blank->after);
  g_free(blank->unsent);
  g_free(blank);
}

static gboolean has_blank(const GPtrArray *blanks, const char *id)
{
  for (guint i = 0; i < blanks->len; i++)
    if (g_str_equal(((const struct blank *)blanks->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

/* RUN and those behind it, up to END, with the words of what has been filled in. */
static char *words_of(const struct talk *talk, const struct run *run, const struct run *end)
{
  GString *words = g_string_new(NULL);
  for (; run != end; run = run->next) {
    const char *fill = run->style & RUN_BLANK && run->fill
                           ? answers_fill(walk_answers(talk->walk), run->fill->id)
                           : NULL;
    if (fill)
      g_string_append(words, fill);
    else
      g_string_append_printf(words, run->style & RUN_BLANK ? "[%s]" : "%s", run->text);
  }
  return g_string_free(words, FALSE);
}

/* Cuts TEXT, which stands before a blank, to what belongs to the sentence. */
static void keep_last_sentence(char *text)
{
  for (gsize i = strlen(text); i-- > 1;)
    if (strchr(" \n", text[i]) && strchr(".!?\n", text[i - 1])) {
      memmove(text, text + i + 1, strlen(text + i));
      return;
    }
}

/* The same of what stands behind one. */
static void keep_first_sentence(char *text)
{
  for (gsize i = 0; text[i]; i++)
    if (text[i] == '\n' ||
        (strchr(".!?", text[i]) && (!text[i + 1] || strchr(" \n", text[i + 1])))) {
      text[i == 0 || text[i] != '\n' ? i + 1 : i] = '\0';
      return;
    }
}

static void add_blanks(const struct talk *talk, const struct phrase *phrase, gboolean optional,
                       GPtrArray *blanks)
{
  for (const struct run *run = phrase->runs; run; run = run->next) {
    if (!(run->style & RUN_BLANK) || !run->fill || has_blank(blanks, run->fill->id))
      continue;
    struct blank *blank = g_new0(struct blank, 1);
    blank->id = g_strdup(run->fill->id);
    blank->label = g_strdup(run->text);
    blank->example = g_strdup(run->example);
    blank->before = words_of(talk, phrase->runs, run);
    blank->after = words_of(talk, run->next, NULL);
    blank->optional = optional;
    keep_last_sentence(blank->before);
    keep_first_sentence(blank->after);
    g_ptr_array_add(blanks, blank);
  }
}

/* The plan as it would be with every blank empty: of a filled one what it is for is not said. */
static struct plan *plan_without_fills(const struct talk *talk)
{
  OWNED(answers) answers = answers_copy(walk_answers(talk->walk));
  g_autoptr(GPtrArray) ids = answers_fills(walk_answers(talk->walk));
  for (guint i = 0; i < ids->len; i++)
    answers_set_fill(answers, ids->pdata[i], NULL);
  return plan_new(pass_catalogue(walk_pass(talk->walk)), answers, walk_today(talk->walk),
                  talk->translator, FALSE);
}

const struct planned_draft *blanks_draft(const struct plan *plan, const struct task *task,
                                         const struct draft *draft)
{
  const struct planned_action *planned = plan_task(plan, task);
  for (guint i = 0; planned && i < planned->drafts->len; i++) {
    const struct planned_draft *found = planned->drafts->pdata[i];
    if (found->draft == draft)
      return found;
  }
  return NULL;
}

GPtrArray *blanks_of(const struct talk *talk, const struct task *task, const struct draft *draft)
{
  GPtrArray *blanks = g_ptr_array_new_with_free_func(free_blank);
  OWNED(plan) plan = plan_without_fills(talk);
  const struct planned_draft *planned = blanks_draft(plan, task, draft);
  if (!planned)
    return blanks;
  add_blanks(talk, planned->to, FALSE, blanks);
  add_blanks(talk, planned->subject, FALSE, blanks);
  for (guint i = 0; i < planned->paragraphs->len; i++)
    add_blanks(talk, planned->paragraphs->pdata[i], FALSE, blanks);
  for (guint i = 0; i < planned->offered->len; i++)
    add_blanks(talk, planned->offered->pdata[i], TRUE, blanks);
  return blanks;
}
