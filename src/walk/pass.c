/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pass as a step from place to place in the tree: what is shut, what is open, what is met. */
#include "walk/pass.h"

#include "catalogue/spots.h"
#include "walk/pass_state.h"
#include "walk/value.h"

/* How many steps there is room for at first; few passes meet more. */
#define ROOM 64

struct pass *pass_new(const struct catalogue *catalogue, const struct answers *answers, int today)
{
  struct pass *pass = g_new0(struct pass, 1);
  pass->catalogue = catalogue;
  pass->answers = answers;
  pass->today = today;
  pass->next.item = catalogue->themes;
  pass->met = g_array_sized_new(FALSE, FALSE, sizeof(struct step), ROOM);
  pass->marks = g_array_sized_new(FALSE, FALSE, sizeof(struct mark), ROOM);
  pass->latest = g_new0(guint, catalogue->item_count);
  pass->sets = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  pass->verdicts = g_byte_array_new();
  return pass;
}

void pass_waive(struct pass *pass, const struct constraint *constraint)
{
  pass->waived = constraint;
}

const struct constraint *pass_waived(const struct pass *pass)
{
  return pass->waived;
}

/* ---- moving in the tree ---- */

/* The step at which ITEM is first looked at, coming from a sibling at TURN. */
static struct step at_first(const struct item *item, guint turn)
{
  return (struct step){item, item->kind == ITEM_REPEAT ? 1 : turn};
}

/* What comes once STEP is over with all inside it; of a repeat, once it is over. */
static struct step beyond(struct step step)
{
  const struct item *item = step.item;
  guint turn = item->kind == ITEM_REPEAT ? 0 : step.turn;
  while (!item->next) {
    item = item->parent;
    if (!item)
      return (struct step){0};
    if (item->kind == ITEM_REPEAT) {
      if (turn < item_repeat(item)->max)
        return (struct step){item, turn + 1};
      turn = 0;
    }
  }
  return at_first(item->next, turn);
}

static struct step inside(struct step step)
{
  return step.item->first ? at_first(step.item->first, step.turn) : beyond(step);
}

/* ---- meeting ---- */

/* The mark of STEP, or NULL if it was not met. */
static const struct mark *find_mark(const struct pass *pass, struct step step)
{
  int index = pass_index(pass, step);
  return index < 0 ? NULL : &g_array_index(pass->marks, struct mark, index);
}

const struct answer *mark_answer(const struct mark *mark)
{
  return mark && mark->stands && !mark->stands->skipped ? mark->stands : NULL;
}

static gboolean is_chosen(const struct pass *pass, struct step option)
{
  const struct answer *answer = pass_answer(pass, (struct step){option.item->parent, option.turn});
  return answer && g_strv_contains((const char *const *)answer->values, option.item->id);
}

const char *const *pass_regions(const struct item *item)
{
  const struct origin *origin = item_origin(item);
  return origin ? origin->regions : NULL;
}

static gboolean counts(const struct pass *pass, struct step step)
{
  const struct item *item = step.item;
  if (item->kind == ITEM_OPTION)
    return is_chosen(pass, step);
  if (item->kind == ITEM_REPEAT && step.turn > 1)
    return TRUE;
  if (!pass_holds(pass, item->when, step.turn))
    return FALSE;
  const struct question *question = item_question(item);
  return question ? offers_any(pass, question, step.turn)
                  : pass_in_region(pass, pass_regions(item));
}

gboolean pass_lets_settle(const struct pass *pass, const struct answer *stored)
{
  const struct question *question = item_question(stored->step.item);
  if (stored->skipped)
    return !question || question->optional;
  return (!question || offers_all(pass, question, stored->step.turn, stored->values)) &&
         value_stands(pass, stored->step, (const char *const *)stored->values, stored->given);
}

static struct mark settle(const struct pass *pass, struct step step)
{
  struct mark mark = {.before = pass->latest[step.item->order]};
  const struct question *question = item_question(step.item);
  if (!question && step.item->kind != ITEM_REPEAT)
    return mark;
  mark.stands = question ? offers_own_answer(pass, question, step.turn) : NULL;
  mark.own = mark.stands != NULL;
  const struct answer *stored = mark.own ? NULL : answers_get(pass->answers, step);
  if (stored && pass_lets_settle(pass, stored))
    mark.stands = stored;
  return mark;
}

static void drop_outlook(struct pass *pass)
{
  if (g_hash_table_size(pass->sets))
    g_hash_table_remove_all(pass->sets);
  g_byte_array_set_size(pass->verdicts, 0);
}

/* True if what stands in the item of STEP counts, which has MARK. */
static gboolean is_open(const struct pass *pass, struct step step, const struct mark *mark)
{
  const struct action *action = item_action(step.item);
  if (action)
    return answers_has_done(pass->answers, action);
  const struct answer *answer = mark_answer(mark);
  return answer && (step.item->kind != ITEM_REPEAT || g_str_equal(answer->values[0], "yes"));
}

/* Only what was answered changes what conditions see. */
static void meet(struct pass *pass, struct step step)
{
  struct mark mark = settle(pass, step);
  g_array_append_val(pass->met, step);
  g_array_append_val(pass->marks, mark);
  pass->latest[step.item->order] = pass->met->len;
  if (mark_answer(&mark))
    drop_outlook(pass);

  pass->next = is_open(pass, step, &mark) ? inside(step) : beyond(step);
}

gboolean pass_next(struct pass *pass, struct step *met)
{
  while (pass->next.item) {
    struct step step = pass->next;
    gboolean passable = counts(pass, step);
    if (passable && step.item->kind != ITEM_THEME && step.item->kind != ITEM_OPTION) {
      meet(pass, step);
      *met = step;
      return TRUE;
    }
    pass->next = passable ? inside(step) : beyond(step);
  }
  return FALSE;
}

/* ---- going back ---- */

static void free_own(const struct mark *mark)
{
  if (mark->own)
    offers_free_answer((struct answer *)mark->stands);
}

static void forget_from(struct pass *pass, guint first)
{
  for (guint i = pass->met->len; i-- > first;) {
    const struct mark *mark = &g_array_index(pass->marks, struct mark, i);
    pass->latest[g_array_index(pass->met, struct step, i).item->order] = mark->before;
    free_own(mark);
  }
  g_array_set_size(pass->met, first);
  g_array_set_size(pass->marks, first);
  drop_outlook(pass);
}

void pass_rewind(struct pass *pass, struct step step)
{
  int index = step.item ? pass_index(pass, step) : 0;
  g_assert(index >= 0);
  forget_from(pass, (guint)index);
  pass->next = step.item ? step : (struct step){pass->catalogue->themes, 0};
}

void pass_free(struct pass *pass)
{
  for (guint i = 0; i < pass->marks->len; i++)
    free_own(&g_array_index(pass->marks, struct mark, i));
  g_array_unref(pass->met);
  g_array_unref(pass->marks);
  g_free(pass->latest);
  g_hash_table_unref(pass->sets);
  g_byte_array_unref(pass->verdicts);
  g_free(pass);
}

/* ---- asking ---- */

int pass_index(const struct pass *pass, struct step step)
{
  guint at = pass->latest[step.item->order];
  while (at && g_array_index(pass->met, struct step, at - 1).turn > step.turn)
    at = g_array_index(pass->marks, struct mark, at - 1).before;
  return at && g_array_index(pass->met, struct step, at - 1).turn == step.turn ? (int)at - 1 : -1;
}

gboolean pass_has_met(const struct pass *pass, struct step step)
{
  return pass_index(pass, step) >= 0;
}

const GArray *pass_met(const struct pass *pass)
{
  return pass->met;
}

const struct answer *pass_answer(const struct pass *pass, struct step step)
{
  return mark_answer(find_mark(pass, step));
}

gboolean pass_answers_itself(const struct pass *pass, struct step step)
{
  const struct mark *mark = find_mark(pass, step);
  return mark && mark->own;
}

gboolean pass_settled(const struct pass *pass, struct step step)
{
  const struct mark *mark = find_mark(pass, step);
  return mark && mark->stands;
}

const struct catalogue *pass_catalogue(const struct pass *pass)
{
  return pass->catalogue;
}

const struct answers *pass_answers(const struct pass *pass)
{
  return pass->answers;
}

int pass_today(const struct pass *pass)
{
  return pass->today;
}
