/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a question offers where the pass stands: its options, or through `from` what was chosen. */
#include "walk/pass_state.h"

static gboolean among(struct values values, const char *text)
{
  for (guint i = 0; i < values.count; i++)
    if (g_str_equal(values.texts[i], text))
      return TRUE;
  return FALSE;
}

/* What was chosen at the question that QUESTION takes its options from. */
static struct values chosen(const struct pass *pass, const struct question *question, guint turn)
{
  if (!question->from)
    return (struct values){0};
  return pass_values(pass, question->from->name, question->repeat, turn);
}

/* The first option from ITEM on that is offered, or NULL. SOURCE is what chosen() gave. */
static const struct item *next_offer(const struct pass *pass, const struct question *question,
                                     struct values source, guint turn, const struct item *item)
{
  for (; item && item->kind == ITEM_OPTION; item = item->next)
    if (question->from ? among(source, item->id) : pass_holds(pass, item->when, turn))
      return item;
  return NULL;
}

gboolean offers_any(const struct pass *pass, const struct question *question, guint turn)
{
  return !question_has_options(question) || next_offer(pass, question, chosen(pass, question, turn),
                                                       turn, question_first_option(question));
}

gboolean offers_all(const struct pass *pass, const struct question *question, guint turn,
                    char **values)
{
  if (!question_has_options(question))
    return TRUE;
  struct values source = chosen(pass, question, turn);
  for (; *values; values++) {
    const struct option *option = question_option(question, *values);
    if (question->from ? !among(source, *values)
                       : !option || !pass_holds(pass, option->item.when, turn))
      return FALSE;
  }
  return TRUE;
}

GArray *pass_offers(const struct pass *pass, struct step step)
{
  GArray *offers = g_array_new(FALSE, FALSE, sizeof(struct offer));
  const struct question *question = item_question(step.item);
  if (!question || !question_has_options(question))
    return offers;
  struct values source = chosen(pass, question, step.turn);
  const struct item *item = question_first_option(question);
  while ((item = next_offer(pass, question, source, step.turn, item))) {
    struct offer offer = {item->id, question_option(question, item->id),
                          option_label(question, item->id)};
    g_array_append_val(offers, offer);
    item = item->next;
  }
  return offers;
}

/* ---- questions that answer themselves ---- */

/* The answer at SOURCE in which VALUE was chosen; in a repeat the latest. */
static const struct answer *source_answer(const struct pass *pass, const struct question *source,
                                          const char *value)
{
  for (guint at = pass->latest[source->item.order]; at;) {
    const struct mark *mark = &g_array_index(pass->marks, struct mark, at - 1);
    const struct answer *answer = mark_answer(mark);
    if (answer && g_strv_contains((const char *const *)answer->values, value))
      return answer;
    at = mark->before;
  }
  g_assert_not_reached();
}

struct answer *offers_own_answer(const struct pass *pass, const struct question *question,
                                 guint turn)
{
  if (!question->from)
    return NULL;
  struct values source = chosen(pass, question, turn);
  const struct item *only =
      next_offer(pass, question, source, turn, question_first_option(question));
  if (!only || next_offer(pass, question, source, turn, only->next))
    return NULL;

  const struct answer *given = source_answer(pass, question->from, only->id);
  struct answer *answer = g_new0(struct answer, 1);
  answer->step = (struct step){&question->item, turn};
  answer->values = g_strdupv((char *[]){(char *)only->id, NULL});
  answer->given = given->given;
  answer->seen = given->seen;
  return answer;
}

void offers_free_answer(struct answer *answer)
{
  g_strfreev(answer->values);
  g_free(answer);
}
