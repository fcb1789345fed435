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

/* True if STEP can be asked once more. */
static gboolean was_asked(const struct walk *walk, struct step step)
{
  return is_asked(walk, step) && pass_settled(walk->pass, step);
}

/* True if the day of a next time was told at STEP, and time has gone past what may be told there.
 */
static gboolean has_passed(const struct walk *walk, struct step step)
{
  const struct question *question = item_question(step.item);
  const struct answer *answer = answers_get(walk->answers, step);
  g_autofree char *why = NULL;
  return question->next_time && question_is_day(question) && answer && !answer->skipped &&
         !value_check(walk->pass, step, (const char *const *)answer->values, walk->translator,
                      &why);
}

/* True if STEP was settled on another day and is to be asked again on this one. */
static gboolean is_due(const struct walk *walk, struct step step)
{
  const struct question *question = item_question(step.item);
  int begun = answers_begun(walk->answers);
  return question && (question->revisit || has_passed(walk, step)) && begun &&
         begun < walk->today && was_asked(walk, step) &&
         answers_get(walk->answers, step)->seen < walk->today;
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

static const struct leg at_rest = {AT_REST, {NULL, 0}};

/* A leg ends at the frontier: what was settled beyond it will not be asked again. */
static void end_at_frontier(const struct walk *walk, struct leg *leg)
{
  if (leg->pace != AT_REST)
    leg->to = step_earlier(leg->to, walk->frontier);
}

static struct step next_due(struct walk *walk)
{
  for (; walk->seen < pass_met(walk->pass)->len; walk->seen++)
    if (is_due(walk, met_at(walk, walk->seen)))
      return met_at(walk, walk->seen);
  return (struct step){0};
}

/* True if what is stored at STEP is what counts there, for a step that may answer itself. */
static gboolean stored_counts(const struct walk *walk, struct step step)
{
  if (!pass_answers_itself(walk->pass, step))
    return pass_settled(walk->pass, step);
  const struct answer *own = pass_answer(walk->pass, step);
  return answers_says(walk->answers, step, (const char *const *)own->values);
}

/* Lets the pass go on to the frontier. */
static void advance(struct walk *walk)
{
  struct step step;
  walk->frontier = (struct step){0};
  while (!walk->frontier.item && pass_next(walk->pass, &step)) {
    gboolean question = is_question(step);
    forecast_meet(walk->forecast, step);
    if (question)
      trail_pass(walk->trail, step, stored_counts(walk, step));
    else if (step.item->kind == ITEM_REMARK)
      trail_pass(walk->trail, step, TRUE);
    if (question && !pass_settled(walk->pass, step))
      walk->frontier = step;
  }
  if (!walk->frontier.item)
    trail_end(walk->trail);
  next_due(walk);
  end_at_frontier(walk, &walk->leg);
  end_at_frontier(walk, &walk->then);
}

static void rewind_to(struct walk *walk, struct step step)
{
  guint index = step.item ? (guint)pass_index(walk->pass, step) : 0;
  walk->seen = MIN(walk->seen, index);
  forecast_rewind(walk->forecast, index);
  pass_rewind(walk->pass, step);
  trail_rewind(walk->trail, step);
}

/* The next step of the leg after FROM, which need not be on the way any more; no step where the leg
 * is over. */
static struct step next_of_leg(const struct walk *walk, struct step from)
{
  struct step to = walk->leg.to, next = to;
  if (walk->leg.pace > DIRECT) {
    int index = pass_index(walk->pass, walk->current) + 1, count = (int)pass_met(walk->pass)->len;
    while (index < count && step_compare(met_at(walk, (guint)index), from) <= 0)
      index++;
    next = find_asked(walk, index, 1, walk->leg.pace);
  }
  gboolean over = to.item && next.item && step_compare(next, to) > 0;
  return over || (next.item && !was_asked(walk, next)) ? (struct step){0} : next;
}

static void begin_next_leg(struct walk *walk)
{
  walk->leg = walk->then;
  walk->then = at_rest;
}

/* Ends the legs that lead back to where the way does not lead any more. */
static void end_lost_legs(struct walk *walk)
{
  while (walk->leg.to.item && step_compare(walk->leg.to, walk->current) < 0 &&
         !pass_has_met(walk->pass, walk->leg.to))
    begin_next_leg(walk);
}

static void arrive_at(struct walk *walk, struct step step)
{
  walk->current = step;
  if (step_equal(step, walk->frontier))
    walk->leg = walk->then = at_rest;
  if (step.item && step_equal(step, walk->leg.to))
    begin_next_leg(walk);
}

/* Goes to what is asked next: what the person went back over, what is to be asked again, or the
 * frontier, whichever comes first. */
static void go_on(struct walk *walk)
{
  struct step from = walk->current, next = next_of_leg(walk, from);
  while (!next.item && walk->leg.pace != AT_REST) {
    if (walk->leg.to.item)
      from = walk->leg.to;
    begin_next_leg(walk);
    next = next_of_leg(walk, from);
  }
  arrive_at(walk, step_earlier(step_earlier(next, next_due(walk)), walk->frontier));
}

/*
 * Of an answer that may not stand any more, before VALUES come in its place: options that the pack
 * no longer has, which nobody can choose again; all of it, if nothing comes (VALUES NULL).
 */
static void set_aside(struct walk *walk, const struct answer *told, const char *const *values)
{
  const struct question *question = item_question(told->step.item);
  g_autoptr(GPtrArray) gone = g_ptr_array_new_null_terminated(1, NULL, TRUE);
  gboolean options = question && question_first_option(question);
  for (char **value = told->values; *value; value++)
    if (!values || (options && !question_may_offer(question, *value)))
      g_ptr_array_add(gone, *value);
  if (gone->len)
    answers_set_aside(walk->answers, told, (const char *const *)gone->pdata);
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
    const struct answer *told = answers_get(walk->answers, step);
    if (told && !told->skipped && !pass_settled(walk->pass, step))
      set_aside(walk, told, values);
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

/* What the current step is asked again for; NULL: it is not. */
static const struct answer *told_before(const struct walk *walk)
{
  gboolean again = walk->current.item && is_due(walk, walk->current);
  return again ? answers_get(walk->answers, walk->current) : NULL;
}

/* What was said before may stand on, unless time has gone past it: a day that was to come. What is
 * required stands in any case. */
gboolean walk_is_past(const struct walk *walk)
{
  const struct answer *before = told_before(walk);
  const struct question *question = item_question(walk->current.item);
  g_autofree char *why = NULL;
  return before && !before->skipped && question && question->optional &&
         !value_check(walk->pass, walk->current, (const char *const *)before->values,
                      walk->translator, &why);
}

gboolean walk_skip(struct walk *walk, char **why)
{
  g_assert(walk->current.item);
  const struct question *question = item_question(walk->current.item);
  const struct answer *before = told_before(walk);
  gboolean past = walk_is_past(walk);
  if (before && !past) {
    g_auto(GStrv) values = g_strdupv(before->values);
    record(walk, (const char *const *)values);
    return TRUE;
  }
  if (past)
    answers_set_aside(walk->answers, before, (const char *const *)before->values);
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
  if (walk->leg.pace != THROUGH_ALL)
    step = find_asked(walk, index - 1, -1, THROUGH_VISIT);
  if (!step.item) {
    pace = THROUGH_ALL;
    step = find_asked(walk, index - 1, -1, THROUGH_ALL);
  }
  if (!step.item)
    return FALSE;

  if (walk->leg.pace == AT_REST)
    walk->leg.to = walk->current;
  walk->leg.pace = pace;
  while (walk->leg.to.item && step_compare(walk->leg.to, step) <= 0)
    begin_next_leg(walk);
  walk->current = step;
  return TRUE;
}

gboolean walk_jump(struct walk *walk, struct step step)
{
  if (!pass_has_met(walk->pass, step) || !is_asked(walk, step))
    return FALSE;
  if (walk->leg.pace != DIRECT && !step_equal(step, walk->current)) {
    walk->then = walk->leg;
    walk->leg = (struct leg){DIRECT, walk->current};
  }
  arrive_at(walk, step);
  return TRUE;
}

/* What can be asked hangs on the ticks. */
static void measure(struct walk *walk)
{
  const struct catalogue *catalogue = pass_catalogue(walk->pass);
  walk->bounds = bounds_new(catalogue, walk->answers);
  walk->forecast = forecast_new(catalogue, walk->bounds, walk->pass);
}

void walk_tick(struct walk *walk, const struct task *task, int day, const char *action)
{
  gboolean again = walk_is_again(walk);
  trail_clear_news(walk->trail);
  rewind_to(walk, (struct step){0});
  answers_set_tick(walk->answers, task, day, action);
  forecast_free(walk->forecast);
  bounds_free(walk->bounds);
  measure(walk);
  advance(walk);
  if (again && was_asked(walk, walk->current)) {
    end_lost_legs(walk);
    return;
  }
  walk->leg = walk->then = at_rest;
  go_on(walk);
}

void walk_fill(struct walk *walk, const char *id, const char *words)
{
  answers_set_fill(walk->answers, id, words);
}

void walk_reword(struct walk *walk, const char *draft, const char *words)
{
  answers_set_own_draft(walk->answers, draft, words);
}

void walk_move(struct walk *walk, const struct task *task, int day)
{
  answers_set_moved(walk->answers, task, day);
}

/* ---- a walk ---- */

struct walk *walk_new(const struct catalogue *catalogue, struct answers *answers, int today,
                      const struct translator *translator)
{
  struct walk *walk = g_new0(struct walk, 1);
  walk->answers = answers;
  walk->today = today;
  walk->translator = translator;
  walk->pass = pass_new(catalogue, answers, today);
  walk->trail = trail_new(answers);
  measure(walk);
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
  forecast_free(walk->forecast);
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
    if (was_asked(walk, step))
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
