/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What conditions see of a pass: the names behind it, as sets of strings. */
#include "base/date.h"
#include "walk/pass_state.h"

/* The environment of one condition. */
struct outlook {
  struct environment environment; /* first, so that one can be had from the other */
  const struct pass *pass;
  const struct repeat *repeat; /* in which the condition stands, or NULL */
  guint turn;
};

/* ---- names ---- */

static void collect_answers(const struct pass *pass, const struct name *name, GPtrArray *set)
{
  for (guint at = pass->latest[name->item->order]; at;) {
    const struct mark *mark = &g_array_index(pass->marks, struct mark, at - 1);
    const struct answer *answer = mark_answer(mark);
    for (guint i = 0; answer && answer->values[i]; i++)
      g_ptr_array_insert(set, (int)i, g_strdup(answer->values[i]));
    at = mark->before;
  }
}

static void collect_turns(const struct pass *pass, const struct name *name, GPtrArray *set)
{
  for (guint turn = 1;; turn++) {
    const struct answer *answer = pass_answer(pass, (struct step){name->item, turn});
    if (!answer || !g_str_equal(answer->values[0], "yes"))
      return;
    g_ptr_array_add(set, g_strdup_printf("%u", turn));
  }
}

static void collect_tick(const struct pass *pass, const struct name *name, GPtrArray *set)
{
  int day = answers_tick(pass->answers, name->task);
  if (day)
    g_ptr_array_add(set, date_to_iso(day));
}

static struct values collected(const struct pass *pass, const struct name *name,
                               void (*collect)(const struct pass *, const struct name *,
                                               GPtrArray *))
{
  GPtrArray *set = g_hash_table_lookup(pass->sets, name);
  if (!set) {
    set = g_ptr_array_new_with_free_func(g_free);
    collect(pass, name, set);
    g_hash_table_insert(pass->sets, (gpointer)name, set);
  }
  return (struct values){set->len, (const char *const *)set->pdata};
}

static struct values values_of(const struct answer *answer)
{
  if (!answer)
    return (struct values){0};
  return (struct values){g_strv_length(answer->values), (const char *const *)answer->values};
}

struct values pass_values(const struct pass *pass, const struct name *name,
                          const struct repeat *repeat, guint turn)
{
  switch (name->kind) {
  case NAME_QUESTION: {
    if (!pass->latest[name->item->order])
      return (struct values){0}; /* as of most questions */
    const struct repeat *own = item_question(name->item)->repeat;
    if (own && own != repeat)
      return collected(pass, name, collect_answers);
    return values_of(pass_answer(pass, (struct step){name->item, own ? turn : 0}));
  }
  case NAME_REPEAT: {
    /* Inside, only the items up to this one: what comes later must not change what was said. */
    struct values turns = collected(pass, name, collect_turns);
    if (repeat && &repeat->item == name->item)
      turns.count = MIN(turns.count, turn);
    return turns;
  }
  case NAME_TASK:
    return collected(pass, name, collect_tick);
  case NAME_DEFINE:
  case NAME_ADVICE:
  case NAME_SLOT:
  case NAME_FILL:
    break;
  }
  return (struct values){0};
}

/* ---- conditions ---- */

static struct values look_up(const struct environment *environment, const struct name *name)
{
  const struct outlook *outlook = (const struct outlook *)environment;
  return pass_values(outlook->pass, name, outlook->repeat, outlook->turn);
}

static struct outlook look_from(const struct pass *pass, const struct condition *condition,
                                guint turn)
{
  GByteArray *verdicts = condition->repeat ? NULL : pass->verdicts;
  return (struct outlook){{look_up, pass->today, verdicts}, pass, condition->repeat, turn};
}

gboolean pass_holds(const struct pass *pass, const struct condition *condition, guint turn)
{
  if (!condition)
    return TRUE;
  struct outlook outlook = look_from(pass, condition, turn);
  return condition_holds(condition, &outlook.environment);
}

void pass_reasons(const struct pass *pass, const struct condition *condition, guint turn,
                  enum reasons which, GArray *reasons)
{
  if (!condition)
    return;
  struct outlook outlook = look_from(pass, condition, turn);
  condition_reasons(condition, &outlook.environment, which, reasons);
}

/* ---- texts ---- */

/* What TEXT is said as: itself, or of a group the member that stands for it; NULL: nothing. */
static const struct text *stand_in(const struct pass *pass, const struct text *text, guint turn)
{
  if (!pass_holds(pass, text->when, turn))
    return NULL;
  return text->members ? pass_choose(pass, text->members, turn) : text;
}

const struct text *pass_choose(const struct pass *pass, const struct text *alternatives, guint turn)
{
  for (; alternatives; alternatives = alternatives->next) {
    const struct text *chosen = stand_in(pass, alternatives, turn);
    if (chosen)
      return chosen;
  }
  return NULL;
}

static void select_each(const struct pass *pass, const struct text *texts, guint turn,
                        GPtrArray *selected)
{
  for (; texts; texts = texts->next) {
    const struct text *chosen = stand_in(pass, texts, turn);
    if (chosen && chosen->passage)
      select_each(pass, chosen->passage->paragraphs, turn, selected);
    else if (chosen)
      g_ptr_array_add(selected, (void *)chosen);
  }
}

GPtrArray *pass_select(const struct pass *pass, const struct text *texts, guint turn)
{
  GPtrArray *selected = g_ptr_array_new();
  select_each(pass, texts, turn, selected);
  return selected;
}

/* ---- the region ---- */

const char *pass_region(const struct pass *pass)
{
  const struct question *question = pass->catalogue->region;
  const struct answer *answer =
      question ? pass_answer(pass, (struct step){&question->item, 0}) : NULL;
  return answer ? answer->values[0] : NULL;
}

gboolean pass_in_region(const struct pass *pass, const char *const *regions)
{
  const char *region = regions ? pass_region(pass) : NULL;
  return !regions || (region && g_strv_contains(regions, region));
}
