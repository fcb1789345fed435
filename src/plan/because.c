/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Because: from the place of a piece of advice back to the answers that led there. */
#include "plan/because.h"

#include "base/text.h"

/* Characters of a typed text that are said. */
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

/* All reasons for what is met at STEP, of its own condition WHICH: a GArray of struct reason.
 * Caller frees. */
static GArray *find_reasons(const struct pass *pass, struct step step, enum reasons which)
{
  GArray *reasons = g_array_new(FALSE, FALSE, sizeof(struct reason));
  for (const struct item *item = step.item; item; item = item->parent) {
    if (item_option(item)) {
      struct reason chosen = {item_question(item->parent)->name, item->id};
      g_array_append_val(reasons, chosen);
    }
    pass_reasons(pass, item->when, step.turn, item == step.item ? which : REASONS_PLAIN, reasons);
  }
  return reasons;
}

/* The question that has an answer at STEP and is behind REASON, or NULL. */
static const struct question *question_behind(const struct pass *pass, struct step step,
                                              const struct reason *reason)
{
  const struct name *name = reason->name;
  const struct repeat *within = item_repeat_around(step.item);
  gboolean answered =
      name->kind == NAME_QUESTION && pass_values(pass, name, within, step.turn).count > 0;
  return answered ? item_question(name->item) : NULL;
}

/* The names of the questions of REASONS that have an answer. */
static GPtrArray *names_of(const struct pass *pass, struct step step, const GArray *reasons)
{
  GPtrArray *names = g_ptr_array_new();
  for (guint i = 0; i < reasons->len; i++) {
    const struct question *question =
        question_behind(pass, step, &g_array_index(reasons, struct reason, i));
    if (question)
      add_name(names, question->name);
  }
  g_ptr_array_sort(names, by_document_order);
  return names;
}

GPtrArray *because_names(const struct pass *pass, struct step step)
{
  g_autoptr(GArray) reasons = find_reasons(pass, step, REASONS_ALL);
  return names_of(pass, step, reasons);
}

gboolean because_is_hidden(const struct voice *voice, struct step step)
{
  g_autoptr(GArray) reasons = find_reasons(voice->pass, step, REASONS_PLAIN);
  gboolean hidden = FALSE;
  for (guint i = 0; i < reasons->len && !hidden; i++) {
    const struct question *question =
        question_behind(voice->pass, step, &g_array_index(reasons, struct reason, i));
    hidden = question && voice_hides(voice, question);
  }
  return hidden;
}

/* ---- words ---- */

static gboolean decided(const GArray *reasons, const struct name *name, const char *value)
{
  for (guint i = 0; i < reasons->len; i++) {
    const struct reason *reason = &g_array_index(reasons, struct reason, i);
    if (reason->name == name && g_strcmp0(reason->value, value) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Those of several options chosen at STEP that are among REASONS; NULL if none of them is. */
static char *decisive_words(const struct voice *voice, struct step step, const GArray *reasons)
{
  const struct question *question = item_question(step.item);
  const struct answer *answer =
      question_takes_several(question) ? pass_answer(voice->pass, step) : NULL;
  if (!answer)
    return NULL;
  g_autoptr(GPtrArray) values = g_ptr_array_new_null_terminated(1, NULL, TRUE);
  for (char **value = answer->values; *value; value++)
    if (decided(reasons, question->name, *value))
      g_ptr_array_add(values, *value);
  if (!values->len)
    return NULL;
  return values_words(voice, step, (const char *const *)values->pdata);
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
  return tr_fill(pattern, question, answer, NULL);
}

/* The answer to QUESTION as far as it is a reason for what VOICE tells; "" if it stays private. */
static char *say_answer(const struct voice *voice, const struct question *question,
                        const struct repeat *within, const GArray *reasons)
{
  guint style = 0, turn = question->repeat == within ? voice->turn : 0;
  if (voice_hides(voice, question))
    return g_strdup("");
  char *decisive = decisive_words(voice, (struct step){&question->item, turn}, reasons);
  if (decisive)
    return decisive;
  g_autofree char *whole = answers_words(voice, question, within, &style);
  return style == RUN_QUOTED ? text_shorten(whole, LONGEST_WORDS) : g_steal_pointer(&whole);
}

/* QUESTION with its answer as a line; "" if that stays private. */
static char *say_line(const struct voice *voice, const struct question *question,
                      const struct repeat *within, const GArray *reasons)
{
  g_autofree char *answer = say_answer(voice, question, within, reasons);
  if (!*answer)
    return g_strdup("");
  guint turn = question->repeat && question->repeat == within ? voice->turn : 0;
  g_autofree char *words = question_words(voice, (struct step){&question->item, turn});
  return say_reason(voice->translator, words, answer);
}

/* The same, kept in SAID where it is alike at every step: many steps have the same few reasons. */
static char *find_line(const struct voice *voice, const struct question *question,
                       const struct repeat *within, const GArray *reasons, GHashTable *said)
{
  if (!said || question->repeat || question_takes_several(question))
    return say_line(voice, question, within, reasons);
  const char *line = g_hash_table_lookup(said, question);
  if (!line) {
    line = say_line(voice, question, within, reasons);
    g_hash_table_insert(said, (void *)question, (void *)line);
  }
  return g_strdup(line);
}

GPtrArray *because_words(const struct voice *voice, struct step step, GHashTable *said)
{
  struct voice here = *voice;
  here.turn = step.turn;
  here.keep_private = TRUE;
  const struct repeat *within = item_repeat_around(step.item);
  GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GArray) reasons = find_reasons(voice->pass, step, REASONS_ALL);
  g_autoptr(GPtrArray) names = names_of(voice->pass, step, reasons);
  for (guint i = 0; i < names->len; i++) {
    const struct question *question = item_question(((const struct name *)names->pdata[i])->item);
    g_autofree char *line = find_line(&here, question, within, reasons, said);
    if (*line)
      g_ptr_array_add(lines, g_steal_pointer(&line));
  }
  return lines;
}
