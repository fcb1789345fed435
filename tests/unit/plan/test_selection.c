/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a plan holds, against the rules written down once more, without order or haste: what counts
 * of a pack made at random, which of a slot stands, which texts are said. Only conditions, answers
 * and what has lapsed are asked of the floors that are tried elsewhere.
 */
#include "base/date.h"
#include "plan/plan.h"
#include "plan/schedule.h"
#include "support/random_pack.h"
#include "support/suite.h"

#define TODAY "2026-11-24"

/* Something that counts, and in which item of a repeat. */
struct found {
  const struct item *item;
  guint turn;
};

struct trial {
  GRand *rand;
  const struct catalogue *catalogue;
  struct answers *answers;
  struct pass *pass;
  GArray *found; /* of struct found: advice that counts, in document order */
};

static guint below(struct trial *trial, guint count)
{
  return (guint)g_rand_int_range(trial->rand, 0, (gint32)count);
}

/* ---- a person ---- */

static void tick_some(struct trial *trial)
{
  for (guint i = 0; i < trial->catalogue->item_count; i++) {
    const struct action *action = item_action(trial->catalogue->items[i]);
    if (action && below(trial, 3) == 0)
      answers_set_tick(trial->answers, action->task, date_parse(TODAY) - (int)below(trial, 9),
                       below(trial, 3) ? action->item.id : NULL);
    if (action && below(trial, 6) == 0)
      answers_set_moved(trial->answers, action->task, date_parse(TODAY) + (int)below(trial, 5) - 2);
  }
}

static void answer_all(struct trial *trial)
{
  for (struct step met; pass_next(trial->pass, &met);) {
    if ((!item_question(met.item) && !item_repeat(met.item)) || pass_settled(trial->pass, met))
      continue;
    g_auto(GStrv) values = random_values(trial->rand, trial->pass, met);
    const struct question *question = item_question(met.item);
    gboolean skip = (!question || question->optional) && below(trial, 5) == 0;
    answers_set(trial->answers, met, skip ? NULL : (const char *const *)values, date_parse(TODAY));
    pass_rewind(trial->pass, met);
    pass_next(trial->pass, &met);
  }
}

/* ---- what counts ---- */

static gboolean in_region(const struct trial *trial, const struct origin *origin)
{
  return pass_in_region(trial->pass, origin->regions);
}

static gboolean advice_counts(const struct trial *trial, const struct item *item)
{
  switch (item->kind) {
  case ITEM_ACTION:
    return in_region(trial, &item_action(item)->origin);
  case ITEM_LESSON:
    return in_region(trial, &item_lesson(item)->origin);
  case ITEM_STRENGTH:
    return in_region(trial, &item_strength(item)->origin);
  case ITEM_OPENING:
    return in_region(trial, &item_opening(item)->origin);
  case ITEM_REPLY:
    return in_region(trial, &item_reply(item)->origin);
  default:
    return TRUE;
  }
}

static gboolean is_ticked(const struct trial *trial, const struct action *action)
{
  const char *named = answers_ticked_action(trial->answers, action->task);
  if (!answers_tick(trial->answers, action->task))
    return FALSE;
  return named ? g_str_equal(named, action->item.id) : action->slot == NULL;
}

static void find_inside(struct trial *trial, const struct item *parent, guint turn);

static void find_turns(struct trial *trial, const struct item *repeat)
{
  for (guint turn = 1; turn <= item_repeat(repeat)->max; turn++) {
    const struct answer *more = pass_answer(trial->pass, (struct step){repeat, turn});
    if (!more || !g_str_equal(more->values[0], "yes"))
      return;
    find_inside(trial, repeat, turn);
  }
}

static gboolean is_open(const struct trial *trial, const struct item *item, guint turn)
{
  const struct answer *answer = pass_answer(trial->pass, (struct step){item, turn});
  const struct answer *around =
      item_option(item) ? pass_answer(trial->pass, (struct step){item->parent, turn}) : NULL;
  switch (item->kind) {
  case ITEM_THEME:
    return TRUE;
  case ITEM_QUESTION:
    return answer != NULL;
  case ITEM_OPTION:
    return around && g_strv_contains((const char *const *)around->values, item->id);
  case ITEM_ACTION:
    return is_ticked(trial, item_action(item));
  default:
    return FALSE;
  }
}

static void find(struct trial *trial, const struct item *item, guint turn)
{
  gboolean option = item->kind == ITEM_OPTION;
  if (!option && !pass_holds(trial->pass, item->when, turn))
    return;
  if (item->kind == ITEM_REPEAT) {
    find_turns(trial, item);
    return;
  }
  if (!advice_counts(trial, item))
    return;
  struct found found = {item, turn};
  g_array_append_val(trial->found, found);
  if (is_open(trial, item, turn))
    find_inside(trial, item, turn);
}

static void find_inside(struct trial *trial, const struct item *parent, guint turn)
{
  for (const struct item *item = parent->first; item; item = item->next)
    find(trial, item, turn);
}

/* What is found of KIND, of each slot the first. A GPtrArray of struct found; caller frees. */
static GPtrArray *first_of_slots(const struct trial *trial, enum item_kind kind)
{
  GPtrArray *stand = g_ptr_array_new();
  for (guint i = 0; i < trial->found->len; i++) {
    struct found *found = &g_array_index(trial->found, struct found, i);
    gboolean taken = FALSE;
    for (guint j = 0; j < stand->len && item_slot(found->item); j++)
      taken |= g_strcmp0(item_slot(((struct found *)stand->pdata[j])->item),
                         item_slot(found->item)) == 0;
    if (found->item->kind == kind && !taken)
      g_ptr_array_add(stand, found);
  }
  return stand;
}

/* ---- texts ---- */

static gboolean holds(const struct trial *trial, const struct text *text)
{
  return pass_holds(trial->pass, text->when, 0);
}

static void check_texts(const struct trial *trial, const struct text *texts,
                        const GPtrArray *phrases)
{
  g_autoptr(GString) wanted = g_string_new(NULL), said = g_string_new(NULL);
  for (const struct text *text = texts; text; text = text->next) {
    const struct text *member = text->members;
    while (member && !holds(trial, member))
      member = member->next;
    if (holds(trial, text) && (member || !text->members))
      g_string_append(wanted, member ? member->source : text->source);
  }
  for (guint i = 0; i < phrases->len; i++) {
    g_autofree char *plain = phrase_plain(phrases->pdata[i]);
    g_string_append(said, plain);
  }
  ASSERT_TEXT(said->str, wanted->str);
}

/* ---- the plan ---- */

static void check_lists(const struct trial *trial, const struct plan *plan)
{
  g_autoptr(GPtrArray) openings = first_of_slots(trial, ITEM_OPENING);
  g_autoptr(GPtrArray) replies = first_of_slots(trial, ITEM_REPLY);
  g_autoptr(GPtrArray) strengths = first_of_slots(trial, ITEM_STRENGTH);
  CU_ASSERT_EQUAL_FATAL(openings->len, plan->openings->len);
  CU_ASSERT_EQUAL_FATAL(replies->len, plan->replies->len);
  CU_ASSERT_EQUAL_FATAL(strengths->len, plan->strengths->len);
  for (guint i = 0; i < openings->len; i++) {
    const struct planned_opening *planned = plan->openings->pdata[i];
    CU_ASSERT_PTR_EQUAL(&planned->opening->item, ((struct found *)openings->pdata[i])->item);
    check_texts(trial, planned->opening->paragraphs, planned->paragraphs);
  }
  for (guint i = 0; i < replies->len; i++) {
    const struct planned_reply *planned = plan->replies->pdata[i];
    CU_ASSERT_PTR_EQUAL(&planned->reply->item, ((struct found *)replies->pdata[i])->item);
    check_texts(trial, planned->reply->paragraphs, planned->paragraphs);
  }
  for (guint i = 0; i < strengths->len; i++)
    CU_ASSERT_PTR_EQUAL(&((struct planned_strength *)plan->strengths->pdata[i])->strength->item,
                        ((struct found *)strengths->pdata[i])->item);
}

/* Those that are stressed stand first. */
static void check_lessons(const struct trial *trial, const struct plan *plan)
{
  g_autoptr(GPtrArray) lessons = first_of_slots(trial, ITEM_LESSON);
  guint at = 0;
  CU_ASSERT_EQUAL_FATAL(lessons->len, plan->lessons->len);
  for (int stressed = 1; stressed >= 0; stressed--)
    for (guint i = 0; i < lessons->len; i++) {
      const struct found *found = lessons->pdata[i];
      const struct condition *stress = item_lesson(found->item)->stress;
      if ((stress && pass_holds(trial->pass, stress, found->turn)) != stressed)
        continue;
      const struct planned_lesson *planned = plan->lessons->pdata[at++];
      CU_ASSERT_PTR_EQUAL(&planned->lesson->item, found->item);
      CU_ASSERT_EQUAL(planned->turn, found->turn);
    }
}

static gboolean has_lapsed(const GArray *schedule, const struct action *action)
{
  for (guint i = 0; i < schedule->len; i++) {
    const struct scheduled *scheduled = &g_array_index(schedule, struct scheduled, i);
    if (scheduled->action == action)
      return scheduled->lapsed;
  }
  return FALSE;
}

/* The action that is still to be done for TASK, or with a tick that names none the one that is
 * done; NULL: none. */
static const struct action *winner(const struct trial *trial, const GArray *schedule,
                                   const struct task *task)
{
  gboolean unnamed =
      answers_tick(trial->answers, task) && !answers_ticked_action(trial->answers, task);
  for (guint i = 0; i < trial->found->len; i++) {
    const struct action *action = item_action(g_array_index(trial->found, struct found, i).item);
    if (!action || action->task != task)
      continue;
    if (unnamed || is_ticked(trial, action) || !has_lapsed(schedule, action))
      return action;
  }
  return NULL;
}

/* Each task has its winner in the plan, and what is done beside it. */
static void check_actions(const struct trial *trial, const struct plan *plan)
{
  g_autoptr(GArray) schedule = schedule_new(trial->pass);
  guint expected = 0;
  for (guint i = 0; i < trial->catalogue->task_count; i++) {
    const struct task *task = trial->catalogue->tasks[i];
    const struct action *stands = winner(trial, schedule, task);
    const char *id = answers_ticked_action(trial->answers, task);
    const struct name *name = id ? catalogue_find(trial->catalogue, id) : NULL;
    gboolean beside = name && (!stands || &stands->item != name->item);
    gboolean done = answers_tick(trial->answers, task) && !beside;
    const struct planned_action *planned = plan_task(plan, task);
    CU_ASSERT_EQUAL(planned != NULL, stands || beside);
    CU_ASSERT_TRUE(!stands ||
                   (planned->action == stands && (planned->state == ACTION_DONE) == done));
    CU_ASSERT_TRUE(!beside || plan_has_advice(plan, name));
    expected += (stands ? 1 : 0) + (beside ? 1 : 0);
    if (planned)
      check_texts(trial, planned->action->steps, planned->steps);
  }
  CU_ASSERT_EQUAL(plan->actions->len, expected);
}

static void check_next(const struct plan *plan)
{
  const struct planned_action *next = plan_next(plan);
  gboolean leads = FALSE;
  for (guint i = 0; i < plan->actions->len; i++) {
    const struct planned_action *action = plan->actions->pdata[i];
    leads |= action->day && action->state != ACTION_DONE && action->action->lead;
  }
  for (guint i = 0; i < plan->actions->len; i++) {
    const struct planned_action *action = plan->actions->pdata[i];
    if (action->day && action->state != ACTION_DONE && (!leads || action->action->lead))
      CU_ASSERT_TRUE(next && next->day <= action->day);
  }
  CU_ASSERT_EQUAL(leads, next && next->action->lead);
}

static void try_person(GRand *rand, const struct catalogue *catalogue)
{
  OWNED(answers) answers = answers_new(catalogue);
  answers_set_begun(answers, date_parse(TODAY));
  struct trial trial = {.rand = rand, .catalogue = catalogue, .answers = answers};
  tick_some(&trial);
  OWNED(pass) pass = pass_new(catalogue, answers, date_parse(TODAY));
  trial.pass = pass;
  answer_all(&trial);
  trial.found = g_array_new(FALSE, FALSE, sizeof(struct found));
  for (const struct item *theme = catalogue->themes; theme; theme = theme->next)
    find(&trial, theme, 0);
  OWNED(plan) plan = plan_new(catalogue, answers, date_parse(TODAY), NULL, FALSE);
  check_lists(&trial, plan);
  check_lessons(&trial, plan);
  check_actions(&trial, plan);
  check_next(plan);
  g_array_unref(trial.found);
}

static void test_selection(void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed(random_seed(2211));
  for (guint i = 0; i < random_scale(1000); i++) {
    OWNED(test_pack) pack = random_pack_new(rand, 1 + i % 12);
    for (guint person = 0; person < 3; person++)
      try_person(rand, pack->catalogue);
  }
}

SUITE(selection, {"1,000 random packs, by the rules written twice", test_selection})
