/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The walk: a pass that stands at the frontier, and a person who may stand before it. */
#include "walk/walk_state.h"

/* ---- what stands where ---- */

static struct step met_at(const struct walk *walk, guint index)
{
  return g_array_index(pass_met(walk->pass), struct step, index);
}

static gboolean is_question(struct step step)
{
  return step.item->kind == ITEM_QUESTION || step.item->kind == ITEM_REPEAT;
}

static gboolean is_asked(const struct walk *walk, struct step step)
{
  return is_question(step) && !pass_answers_itself(walk->pass, step);
}

/* True if STEP, which is asked, was settled on another day and is to be asked again on this one. */
static gboolean is_due(const struct walk *walk, struct step step)
{
  const struct question *question = item_question(step.item);
  int begun = answers_begun(walk->answers);
  return question && question->revisit && begun && begun < walk->today && is_asked(walk, step) &&
         pass_settled(walk->pass, step) && answers_get(walk->answers, step)->seen < walk->today;
}

static gboolean is_of_visit(const struct walk *walk, struct step step)
{
  const struct answer *answer = answers_get(walk->answers, step);
  return answer && answer->seen == walk->today;
}

/* The first step asked from INDEX on, in steps of BY, that PACE does not leave out. */
static struct step find_asked(const struct walk *walk, int index, int by, enum pace pace)
{
  for (int count = (int)pass_met(walk->pass)->len; index >= 0 && index < count; index += by) {
    struct step step = met_at(walk, (guint)index);
    if (is_asked(walk, step) && (pace != THROUGH_VISIT || is_of_visit(walk, step)))
      return step;
  }
  return (struct step){0};
}

/* ---- going on ---- */

/* Lets the pass go on to the frontier. */
static void advance(struct walk *walk)
{
  struct step step;
  walk->frontier = (struct step){0};
  while (pass_next(walk->pass, &step)) {
    if (step.item->kind == ITEM_REMARK)
      trail_pass(walk->trail, step, TRUE);
    if (!is_question(step))
      continue;
    const struct answer *answer = pass_answer(walk->pass, step);
    gboolean counts =
        pass_settled(walk->pass, step) &&
        answers_says(walk->answers, step, answer ? (const char *const *)answer->values : NULL);
    trail_pass(walk->trail, step, counts);
    if (!pass_settled(walk->pass, step)) {
      walk->frontier = step;
      return;
    }
  }
  trail_end(walk->trail);
}

static void rewind_to(struct walk *walk, struct step step)
{
  walk->seen = step.item ? MIN(walk->seen, (guint)pass_index(walk->pass, step)) : 0;
  pass_rewind(walk->pass, step);
  trail_rewind(walk->trail, step);
}

static struct step next_due(struct walk *walk)
{
  for (; walk->seen < pass_met(walk->pass)->len; walk->seen++)
    if (is_due(walk, met_at(walk, walk->seen)))
      return met_at(walk, walk->seen);
  return (struct step){0};
}

/* The next step on the way home, or no step where there is no home any more. */
static struct step next_homeward(const struct walk *walk)
{
  struct step next = walk->home;
  if (walk->pace != DIRECT)
    next = find_asked(walk, pass_index(walk->pass, walk->current) + 1, 1, walk->pace);
  gboolean past = walk->home.item && next.item && step_compare(next, walk->home) > 0;
  return past || (next.item && !pass_settled(walk->pass, next)) ? (struct step){0} : next;
}

static void stay_at(struct walk *walk, struct step home, enum pace pace, enum pace after_home)
{
  walk->home = home;
  walk->pace = pace;
  walk->after_home = after_home;
}

/* Goes to what is asked next: what the person went back over, what is to be asked again, or the
 * frontier, whichever comes first. */
static void go_on(struct walk *walk)
{
  struct step next =
      step_earlier(next_homeward(walk), step_earlier(next_due(walk), walk->frontier));
  if (step_equal(next, walk->frontier))
    stay_at(walk, (struct step){0}, DIRECT, DIRECT);
  else if (step_equal(next, walk->home))
    stay_at(walk, (struct step){0}, walk->after_home, DIRECT);
  walk->current = next;
}

/* Puts VALUES (NULL: a skip) at the current step and follows what that changes. */
static void record(struct walk *walk, const char *const *values)
{
  struct step step = walk->current;
  trail_clear_news(walk->trail);
  if (pass_settled(walk->pass, step) && answers_says(walk->answers, step, values)) {
    answers_set(walk->answers, step, values, walk->today);
  } else {
    gboolean was_closed = walk_has_closed(walk, step);
    rewind_to(walk, step);
    answers_set(walk->answers, step, values, walk->today);
    walk->open -= !was_closed && walk_has_closed(walk, step) ? 1 : 0;
    trail_tell(walk->trail, step);
    advance(walk);
  }
  go_on(walk);
}

/* ---- what a person does ---- */

gboolean walk_answer(struct walk *walk, const char *const *values, char **why)
{
  g_assert(walk->current.item && values && *values);
  gboolean confirms = walk_is_again(walk) && answers_says(walk->answers, walk->current, values);
  if (!confirms && !value_check(walk->pass, walk->current, values, walk->translator, why))
    return FALSE;
  record(walk, values);
  return TRUE;
}

gboolean walk_skip(struct walk *walk, char **why)
{
  g_assert(walk->current.item);
  const struct question *question = item_question(walk->current.item);
  if (is_due(walk, walk->current)) {
    const struct answer *kept = answers_get(walk->answers, walk->current);
    g_auto(GStrv) values = g_strdupv(kept->values);
    record(walk, (const char *const *)values);
    return TRUE;
  }
  if (question && !question->optional) {
    *why = g_strdup(tr(walk->translator, N_("this question cannot be skipped; please answer it")));
    return FALSE;
  }
  record(walk, NULL);
  return TRUE;
}

gboolean walk_back(struct walk *walk)
{
  int index =
      walk->current.item ? pass_index(walk->pass, walk->current) : (int)pass_met(walk->pass)->len;
  struct step step = {0};
  enum pace pace = THROUGH_VISIT;
  if (walk->pace != THROUGH_ALL)
    step = find_asked(walk, index - 1, -1, THROUGH_VISIT);
  if (!step.item) {
    pace = THROUGH_ALL;
    step = find_asked(walk, index - 1, -1, THROUGH_ALL);
  }
  if (!step.item)
    return FALSE;

  if (walk->pace == DIRECT && !walk->home.item && walk_is_again(walk))
    walk->home = walk->current;
  if (walk->home.item && step_compare(walk->home, step) <= 0)
    stay_at(walk, (struct step){0}, pace, DIRECT);
  walk->pace = pace;
  walk->current = step;
  return TRUE;
}

gboolean walk_jump(struct walk *walk, struct step step)
{
  if (!pass_has_met(walk->pass, step) || !is_asked(walk, step))
    return FALSE;
  if (step_equal(step, walk->frontier))
    stay_at(walk, (struct step){0}, DIRECT, DIRECT);
  else if (!step_equal(step, walk->current) && (walk->pace != DIRECT || !walk->home.item))
    stay_at(walk, walk_is_again(walk) ? walk->current : (struct step){0}, DIRECT, walk->pace);
  walk->current = step;
  return TRUE;
}

void walk_tick(struct walk *walk, const struct task *task, int day)
{
  gboolean again = walk_is_again(walk);
  trail_clear_news(walk->trail);
  rewind_to(walk, (struct step){0});
  answers_set_tick(walk->answers, task, day);
  advance(walk);
  if (again && pass_settled(walk->pass, walk->current) && is_asked(walk, walk->current))
    return;
  stay_at(walk, (struct step){0}, DIRECT, DIRECT);
  go_on(walk);
}

/* ---- a walk ---- */

struct walk *walk_new(const struct catalogue *catalogue, struct answers *answers, int today,
                      const struct translator *translator)
{
  struct walk *walk = g_new0(struct walk, 1);
  walk->catalogue = catalogue;
  walk->answers = answers;
  walk->today = today;
  walk->translator = translator;
  walk->pass = pass_new(catalogue, answers, today);
  walk->trail = trail_new(answers);
  walk->bounds = bounds_new(catalogue);
  walk->open = bounds_firm_total(walk->bounds);
  g_autoptr(GPtrArray) told = answers_list(answers);
  for (guint i = 0; i < told->len; i++)
    walk->open -= walk_has_closed(walk, ((const struct answer *)told->pdata[i])->step) ? 1 : 0;
  advance(walk);
  trail_clear_news(walk->trail);
  go_on(walk);
  return walk;
}

void walk_free(struct walk *walk)
{
  bounds_free(walk->bounds);
  trail_free(walk->trail);
  pass_free(walk->pass);
  answers_free(walk->answers);
  g_free(walk);
}

/* ---- asking ---- */

struct step walk_current(const struct walk *walk)
{
  return walk->current;
}

gboolean walk_is_again(const struct walk *walk)
{
  return walk->current.item && pass_settled(walk->pass, walk->current);
}

GArray *walk_path(const struct walk *walk)
{
  GArray *path = g_array_new(FALSE, FALSE, sizeof(struct step));
  const GArray *met = pass_met(walk->pass);
  for (guint i = 0; i < met->len; i++) {
    struct step step = met_at(walk, i);
    if (is_asked(walk, step) && pass_settled(walk->pass, step))
      g_array_append_val(path, step);
  }
  return path;
}

const GArray *walk_parked(const struct walk *walk)
{
  return trail_parked(walk->trail);
}

const GArray *walk_restored(const struct walk *walk)
{
  return trail_restored(walk->trail);
}

const GArray *walk_remarks(const struct walk *walk)
{
  return trail_remarks(walk->trail);
}

const struct answers *walk_answers(const struct walk *walk)
{
  return walk->answers;
}

const struct pass *walk_pass(const struct walk *walk)
{
  return walk->pass;
}

int walk_today(const struct walk *walk)
{
  return walk->today;
}
