/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The limits of a pack held against the most that any answers lead to. */
#include "prove/limits.h"

#include "plan/plan.h"
#include "prove/measure.h"
#include "prove/proofs_state.h"

/* What the real walk and plan of answers come to. */
struct walked {
  const struct catalogue *catalogue;
  const struct answers *answers;
  int today;
};

static guint count_asked(const struct walked *walked, gboolean typed)
{
  OWNED(pass) pass = pass_new(walked->catalogue, walked->answers, walked->today);
  guint count = 0;
  struct step step;
  while (pass_next(pass, &step)) {
    const struct question *question = item_question(step.item);
    gboolean asked = question || step.item->kind == ITEM_REPEAT;
    gboolean words = question && question_is_typed(question);
    count += (typed ? words : asked) && !pass_answers_itself(pass, step);
  }
  return count;
}

static guint count_questions(const struct walked *walked)
{
  return count_asked(walked, FALSE);
}

static guint count_texts(const struct walked *walked)
{
  return count_asked(walked, TRUE);
}

/* Those that stand in the plan up to the day UNTIL, or on any day or none. What was done before of
 * a slot, and stays beside what is open, is not advised once more. */
static guint count_planned(const struct walked *walked, int until)
{
  g_autoptr(GHashTable) tasks = g_hash_table_new(NULL, NULL);
  OWNED(plan)
  plan = plan_new(walked->catalogue, walked->answers, walked->today, NULL, FALSE);
  for (guint i = 0; i < plan->actions->len; i++) {
    const struct planned_action *action = g_ptr_array_index(plan->actions, i);
    if (!until || (action->day && action->day <= until))
      g_hash_table_add(tasks, (gpointer)action->action->task);
  }
  return g_hash_table_size(tasks);
}

static guint count_actions(const struct walked *walked)
{
  return count_planned(walked, 0);
}

static guint count_soon(const struct walked *walked)
{
  return count_planned(walked, walked->today + 1);
}

struct limit_kind {
  const char *name; /* as the attribute and the witness are called */
  enum measure_kind measure;
  guint (*count)(const struct walked *walked); /* NULL: the words of each draft are measured */
  const char *words;
  gsize offset; /* in struct limit */
};

#define LIMIT(name, kind, count, words, member)                                                    \
  {                                                                                                \
    name, kind, count, words, G_STRUCT_OFFSET(struct limit, member)                                \
  }
/* What is decided soonest stands first: time may run out. */
static const struct limit_kind kinds[] = {
    LIMIT("texts", MEASURE_TEXTS, count_texts, N_("texts to type"), texts),
    LIMIT("words", MEASURE_TEXTS, NULL, N_("words in a draft"), words),
    LIMIT("questions", MEASURE_QUESTIONS, count_questions, N_("questions asked"), questions),
    LIMIT("actions", MEASURE_ACTIONS, count_actions, N_("actions in a plan"), actions),
    LIMIT("first-day", MEASURE_SOON, count_soon, N_("actions today or tomorrow on the first visit"),
          first_day),
};

static gboolean is_dated(const struct limit_kind *kind)
{
  return kind->measure == MEASURE_ACTIONS || kind->measure == MEASURE_SOON || !kind->count;
}

/* The most that was found. */
struct most {
  enum found found; /* FOUND_NONE: nothing above what was asked for */
  guint count;
  gboolean exact; /* there is no more */
  struct answers *answers;
  int today;                 /* on which they are given */
  const struct draft *draft; /* of which, for words */
};

/* A search on one day: what is to become the most while WANTED is true. */
struct ascent {
  struct formula *formula;
  const struct limit_kind *kind;
  struct sums *sums;
  struct sum *sum;
  guint base; /* what counts on every way */
  int wanted;
  int beyond; /* more may count than is modelled */
  const struct draft *draft;
};

/* Keeps the answers found if they are more; false if the real plan comes to less than SUM does. */
static gboolean keep(const struct ascent *ascent, struct most *most)
{
  struct formula *formula = ascent->formula;
  OWNED(answers) answers = formula_answers(formula);
  struct walked walked = {formula_catalogue(formula), answers, formula_today(formula)};
  guint summed = ascent->base + sums_found(ascent->sum, formula_solver(formula));
  guint count = ascent->kind->count ? ascent->kind->count(&walked) : summed;
  if (count > most->count) {
    if (most->answers)
      answers_free(most->answers);
    most->found = FOUND_SOME;
    most->count = count;
    most->answers = g_steal_pointer(&answers);
    most->today = walked.today;
    most->draft = ascent->draft;
  }
  return count >= summed;
}

/* Looks for more than the most so far, where all that is required is answered if COMPLETE. */
static enum found ask_for_more(const struct ascent *ascent, const struct most *most,
                               gboolean complete)
{
  struct gates *gates = formula_gates(ascent->formula);
  guint above = MAX(most->count + 1, ascent->base) - ascent->base;
  int more = gates_or(gates, sums_at_least(ascent->sums, ascent->sum, above), ascent->beyond);
  const int wanted[] = {ascent->wanted, more};
  if (more == LITERAL_FALSE)
    return FOUND_NONE;
  return formula_find_all(ascent->formula, wanted, G_N_ELEMENTS(wanted), complete, NULL);
}

/* Asks for more than the most so far until there is none. Mostly there are none even if not all
 * that is required is answered, of which the formula then says nothing. */
static void ascend(const struct ascent *ascent, struct most *most)
{
  enum found found = FOUND_SOME;
  while (found == FOUND_SOME) {
    found = ask_for_more(ascent, most, FALSE);
    if (found == FOUND_SOME)
      found = ask_for_more(ascent, most, TRUE);
    if (found == FOUND_SOME && !keep(ascent, most))
      found = FOUND_NOTHING_YET;
  }
  most->exact &= found == FOUND_NONE;
}

/* Parts that can come to fewer numbers need no bound of their own; to more, it takes too long. */
enum { FEW_NUMBERS = 8, MANY_NUMBERS = 64 };

/* Whether SUM comes to NUMBER: it is bounded, or what was found for it is noted for all, so that
 * most of them need no answers of their own. */
static enum found ask(const struct ascent *ascent, struct sum *sum, guint number)
{
  struct formula *formula = ascent->formula;
  const int wanted[] = {ascent->wanted, sums_at_least(ascent->sums, sum, number)};
  enum found found = formula_find_all(formula, wanted, G_N_ELEMENTS(wanted), TRUE, NULL);
  if (found == FOUND_SOME)
    sums_note(ascent->sums, formula_solver(formula));
  if (found == FOUND_NONE)
    sums_bound(sum, number);
  return found;
}

/* Finds out what a part of the whole comes to at most: the whole is then easy to bound. */
static void judge(struct sum *sum, void *data)
{
  enum found found = FOUND_SOME;
  while (found == FOUND_SOME && sums_noted(sum) < sums_most(sum))
    found = ask(data, sum, (sums_noted(sum) + sums_most(sum) + 1) / 2);
}

static guint most_of(const GPtrArray *strands)
{
  guint most = 0;
  for (guint i = 0; i < strands->len; i++)
    most += sums_most(strands->pdata[i]);
  return most;
}

/* Bounds SUM by SHARE, or if it comes to more by the most it comes to. */
static void judge_strand(const struct ascent *ascent, struct sum *sum, guint share)
{
  guint least = 0, asked = share + 1;
  enum found found = FOUND_SOME;
  while (found != FOUND_NOTHING_YET && least < sums_most(sum)) {
    found = ask(ascent, sum, asked);
    if (found == FOUND_NONE && asked == share + 1)
      return;
    if (found == FOUND_SOME)
      least = sums_found(sum, formula_solver(ascent->formula));
    asked = (least + sums_most(sum) + 1) / 2;
  }
}

/* Bounds each of several strands: of all together the solver would have to try every way to share
 * out what is asked for. */
static void judge_strands(const struct ascent *ascent, const GPtrArray *strands, guint count)
{
  guint all = most_of(strands);
  for (guint i = 0; strands->len > 1 && all > count && i < strands->len; i++) {
    struct sum *sum = strands->pdata[i];
    judge_strand(ascent, sum, (guint)((guint64)count * sums_most(sum) / all));
  }
}

/* The words of all drafts of ACTION, where it stands in the plan. */
static void ascend_drafts(const struct ascent *usual, const struct action *action,
                          struct days *days, struct most *most)
{
  struct formula *formula = usual->formula;
  struct gates *gates = formula_gates(formula);
  for (const struct draft *draft = action->drafts; draft; draft = draft->next) {
    struct ascent ascent = *usual;
    ascent.draft = draft;
    ascent.sum = measure_draft(draft, formula, ascent.sums, &ascent.base);
    if (ascent.base + sums_most(ascent.sum) <= most->count)
      continue;
    int written = formula_holds(formula, draft->when, 0);
    ascent.wanted = gates_and(gates, formula_met(formula, &action->item, 0), written);
    if (ask_for_more(&ascent, most, FALSE) == FOUND_NONE)
      continue; /* not even of what may lapse, or stand behind others: days need not be told */
    ascent.wanted = gates_and(gates, days_stands_as(days, action), written);
    ascend(&ascent, most);
  }
}

/* Variables, from which on another formula is begun for the drafts that are left: of what rests on
 * drafts that are done with each search would have to think again. */
enum { LARGE = 20000 };

/* The words of drafts from the item with number FROM on. The number of the first that is left. */
static guint ascend_words(struct ascent *ascent, struct days *days, guint from, struct most *most)
{
  const struct catalogue *catalogue = formula_catalogue(ascent->formula);
  const struct solver *solver = formula_solver(ascent->formula);
  for (; from < catalogue->item_count && solver_variable_count(solver) < LARGE; from++)
    if (catalogue->items[from]->kind == ITEM_ACTION)
      ascend_drafts(ascent, item_action(catalogue->items[from]), days, most);
  return from;
}

static guint ascend_whole(struct ascent *ascent, struct days *days, struct most *most)
{
  struct formula *formula = ascent->formula;
  if (ascent->kind->measure == MEASURE_SOON)
    gates_require(formula_gates(formula), formula_first_visit(formula));
  g_autoptr(GPtrArray) strands =
      measure_strands(ascent->kind->measure, formula, days, ascent->sums);
  sums_visit(ascent->sums, FEW_NUMBERS, MANY_NUMBERS, judge, ascent);
  judge_strands(ascent, strands, most->count);
  ascent->sum = sums_all(ascent->sums, strands);
  ascend(ascent, most);
  return formula_catalogue(formula)->item_count;
}

/* From the item with number FROM on, in a formula of its own, which has nothing in it but what the
 * limit rests on. The number of the first that is left. */
static guint ascend_from(struct prover *prover, guint day, const struct limit_kind *kind,
                         guint from, struct most *most)
{
  OWNED(formula) formula = prover_new_formula(prover, day);
  OWNED(sums) sums = sums_new(formula_gates(formula));
  OWNED(days) days = days_new(formula);
  struct ascent ascent = {.formula = formula, .kind = kind, .sums = sums, .wanted = LITERAL_TRUE};
  ascent.beyond = is_dated(kind) ? LITERAL_FALSE : formula_beyond(formula, NULL);
  return kind->count ? ascend_whole(&ascent, days, most) : ascend_words(&ascent, days, from, most);
}

static void ascend_day(struct prover *prover, guint day, const struct limit_kind *kind,
                       struct most *most)
{
  for (guint from = 0; from < prover->catalogue->item_count;)
    from = ascend_from(prover, day, kind, from, most);
}

static struct most most_above(struct prover *prover, const struct limit_kind *kind, guint above)
{
  struct most most = {.found = FOUND_NONE, .count = above, .exact = prover->all_days};
  for (guint i = 0; i < prover->days->len; i++)
    ascend_day(prover, i, kind, &most);
  if (most.found == FOUND_NONE && !most.exact)
    most.found = FOUND_NOTHING_YET;
  return most;
}

struct prover *limits_prover(const struct catalogue *catalogue, const struct proof_options *options)
{
  struct prover *prover = goals_prover(catalogue, options, SEARCH_LITTLE);
  prover_know_days(prover);
  return prover;
}

void limits_visit(struct proofs *proofs, limit_visitor see, void *data)
{
  const struct catalogue *catalogue = proofs->prover->catalogue;
  const struct limit *limit = &catalogue->limit;
  struct prover *dated = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
    int allowed = G_STRUCT_MEMBER(int, limit, kinds[i].offset);
    if (allowed < 0)
      continue;
    if (is_dated(&kinds[i]) && !dated) {
      dated = limits_prover(catalogue, proofs->options);
      dated->effort = proofs->prover->effort;
    }
    struct prover *prover = is_dated(&kinds[i]) ? dated : proofs->prover;
    struct most most = most_above(prover, &kinds[i], (guint)allowed);
    struct limit_verdict verdict = {kinds[i].name,  kinds[i].words,
                                    (guint)allowed, most.found == FOUND_SOME,
                                    most.count,     most.draft};
    if (most.found != FOUND_NONE)
      see(&verdict, data);
    if (most.answers)
      answers_free(most.answers);
  }
  if (dated)
    prover_free(dated);
}

struct answers *limits_most(struct prover *prover, const char *name, struct limit_most *result)
{
  const struct limit_kind *kind = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (g_str_equal(kinds[i].name, name))
      kind = &kinds[i];
  *result = (struct limit_most){.known = kind != NULL};
  if (!kind)
    return NULL;
  struct most most = most_above(prover, kind, 0);
  result->today = most.today;
  result->count = most.count;
  result->exact = most.exact;
  return most.answers;
}
