/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The examples of a pack, walked and compared with what they expect. */
#include "base/date.h"
#include "base/rules.h"
#include "catalogue/spots.h"
#include "check/check.h"
#include "check/why.h"
#include "plan/plan.h"
#include "plan/schedule.h"
#include "prove/way.h"
#include "reader/catalogue_read.h"
#include "walk/exchange.h"

/* An example that has been walked. */
struct trial {
  const struct catalogue *catalogue;
  const struct translator *translator;
  struct findings *findings;
  const struct pass *pass;
  const struct plan *plan;
  GPtrArray *corrections; /* or NULL */
  GPtrArray *ways;        /* or NULL */
};

static char *say(const struct trial *trial, const char *msgid, const char *first,
                 const char *second)
{
  return tr_fill(tr(trial->translator, msgid), first, second, NULL);
}

static char *say_day(const struct trial *trial, int day)
{
  return day ? date_to_iso(day) : g_strdup(tr(trial->translator, N_("no day")));
}

static void report(const struct trial *trial, const struct expectation *expectation,
                   const char *expected, const char *reason)
{
  findings_add(trial->findings, &rules[RULE_UNMET_EXPECTATION], expectation->place, expected, NULL);
  findings_explain(trial->findings, reason);
}

/* ---- questions ---- */

static gboolean is_asked(const struct trial *trial, const struct item *item)
{
  const GArray *met = pass_met(trial->pass);
  for (guint i = 0; i < met->len; i++) {
    struct step step = g_array_index(met, struct step, i);
    if (step.item == item && !pass_answers_itself(trial->pass, step))
      return TRUE;
  }
  return FALSE;
}

static void expect_question(const struct trial *trial, const struct expectation *expectation,
                            const struct name *name)
{
  gboolean asked = is_asked(trial, name->item);
  if (asked != expectation->reject)
    return;
  const char *msgid = asked ? N_("that '{1}' is not asked") : N_("that '{1}' is asked");
  g_autofree char *expected = say(trial, msgid, name->id, NULL);
  g_autofree char *reason = asked ? NULL : why_unmet(trial->pass, name->item, trial->translator);
  const char *itself = asked ? N_("it is") : N_("it answers itself");
  report(trial, expectation, expected, reason ? reason : tr(trial->translator, itself));
}

/* ---- advice ---- */

static const struct planned_action *find_action(const struct trial *trial, const struct name *name)
{
  if (name->kind == NAME_TASK)
    return plan_task(trial->plan, name->task);
  for (guint i = 0; i < trial->plan->actions->len; i++) {
    const struct planned_action *planned = g_ptr_array_index(trial->plan->actions, i);
    if (&planned->action->item == name->item)
      return planned;
  }
  return NULL;
}

/* What was met first of those that share the slot of ITEM; NULL if that is none but an action. */
static const struct item *first_in_slot(const struct trial *trial, const struct item *item)
{
  const char *slot = item->kind == ITEM_ACTION ? NULL : item_slot(item);
  const GArray *met = pass_met(trial->pass);
  for (guint i = 0; slot && i < met->len; i++) {
    const struct item *other = g_array_index(met, struct step, i).item;
    if (other->kind == item->kind && g_strcmp0(item_slot(other), slot) == 0)
      return other;
  }
  return NULL;
}

/* Why advice that was selected is not in the plan. */
static char *why_left_out(const struct trial *trial, const struct item *item)
{
  const struct item *first = first_in_slot(trial, item);
  if (first)
    return say(trial, N_("'{1}' stands in its slot"),
               first->id ? first->id : item_element(first->kind), NULL);
  g_autoptr(GArray) schedule = schedule_new(trial->pass);
  const struct action *action = item_action(item);
  for (guint i = 0; action && i < schedule->len; i++) {
    const struct scheduled *scheduled = &g_array_index(schedule, struct scheduled, i);
    if (scheduled->action != action)
      continue;
    const struct planned_action *other = plan_task(trial->plan, action->task);
    g_autofree char *day = say_day(trial, scheduled->due);
    if (scheduled->lapsed)
      return say(trial, N_("it was due on {1} and has lapsed"), day, NULL);
    if (other)
      return say(trial, N_("'{1}' stands in its slot"), other->action->item.id, NULL);
  }
  return g_strdup(tr(trial->translator, N_("it is not")));
}

static void report_absent(const struct trial *trial, const struct expectation *expectation,
                          const struct name *name)
{
  g_autofree char *expected = say(trial, N_("'{1}'"), name->id, NULL);
  char *found = why_unmet(trial->pass, name->item, trial->translator);
  g_autofree char *reason = found ? found : why_left_out(trial, name->item);
  report(trial, expectation, expected, reason);
}

static void report_present(const struct trial *trial, const struct expectation *expectation,
                           const struct name *name)
{
  const struct planned_action *planned = find_action(trial, name);
  g_autofree char *expected = say(trial, N_("that '{1}' does not come"), name->id, NULL);
  g_autofree char *because = NULL;
  if (planned && planned->because->len) {
    g_autoptr(GPtrArray) lines = g_ptr_array_new_null_terminated(1, NULL, TRUE);
    for (guint i = 0; i < planned->because->len; i++)
      g_ptr_array_add(lines, g_ptr_array_index(planned->because, i));
    g_autofree char *joined = g_strjoinv(tr(trial->translator, N_("; ")), (char **)lines->pdata);
    because = say(trial, N_("it does, because of: {1}"), joined, NULL);
  }
  report(trial, expectation, expected, because ? because : tr(trial->translator, N_("it does")));
}

static const char *state_words(enum action_state state)
{
  static const char *const words[] = {
      [ACTION_OPEN] = N_("open"), [ACTION_LATE] = N_("late"), [ACTION_DONE] = N_("done")};
  return words[state];
}

static void compare_due(const struct trial *trial, const struct expectation *expectation,
                        const struct planned_action *planned)
{
  if (!expectation->has_due || expectation->due == planned->day)
    return;
  g_autofree char *wanted = say_day(trial, expectation->due), *is = say_day(trial, planned->day);
  const char *due = expectation->due ? N_("'{1}' due on {2}") : N_("'{1}' without a day");
  g_autofree char *expected = say(trial, due, planned->action->item.id, wanted);
  const char *found = planned->day ? N_("it is due on {1}") : N_("it has no day");
  g_autofree char *reason = say(trial, found, is, NULL);
  report(trial, expectation, expected, reason);
}

static void compare_state(const struct trial *trial, const struct expectation *expectation,
                          const struct planned_action *planned)
{
  static const enum action_state wanted[] = {
      [STATE_OPEN] = ACTION_OPEN, [STATE_LATE] = ACTION_LATE, [STATE_DONE] = ACTION_DONE};
  if (expectation->state == STATE_ANY || wanted[expectation->state] == planned->state)
    return;
  const char *state = tr(trial->translator, state_words(wanted[expectation->state]));
  g_autofree char *expected = say(trial, N_("'{1}' {2}"), planned->action->item.id, state);
  g_autofree char *reason =
      say(trial, N_("it is {1}"), tr(trial->translator, state_words(planned->state)), NULL);
  report(trial, expectation, expected, reason);
}

static void expect_nothing_dated(const struct trial *trial, const struct expectation *expectation)
{
  if (!expectation->has_due && expectation->state == STATE_ANY)
    return;
  g_autofree char *expected =
      say(trial, N_("a day or a state of '{1}'"), expectation->advice, NULL);
  report(trial, expectation, expected, tr(trial->translator, N_("only actions have these")));
}

static void expect_advice(const struct trial *trial, const struct expectation *expectation,
                          const struct name *name)
{
  gboolean present = plan_has_advice(trial->plan, name);
  if (present && expectation->reject) {
    report_present(trial, expectation, name);
  } else if (!present && !expectation->reject) {
    report_absent(trial, expectation, name);
  } else if (present) {
    const struct planned_action *planned = find_action(trial, name);
    if (!planned) {
      expect_nothing_dated(trial, expectation);
      return;
    }
    compare_due(trial, expectation, planned);
    compare_state(trial, expectation, planned);
  }
}

/* ---- what would be right ---- */

void correction_free(struct correction *correction)
{
  g_free(correction->element);
  g_free(correction);
}

static void write_state(GString *element, const struct planned_action *planned)
{
  static const char *const words[] = {
      [ACTION_OPEN] = "open", [ACTION_LATE] = "late", [ACTION_DONE] = "done"};
  g_string_append_printf(element, " state=\"%s\"", words[planned->state]);
}

/* What EXPECTATION would have to say of NAME: no more than it does now. */
static void correct(const struct trial *trial, const struct expectation *expectation,
                    const struct name *name)
{
  gboolean question = expectation->question != NULL;
  gboolean comes = question ? is_asked(trial, name->item) : plan_has_advice(trial->plan, name);
  const struct planned_action *planned = !question && comes ? find_action(trial, name) : NULL;
  g_autoptr(GString) element = g_string_new(NULL);
  g_string_printf(element, "<%s %s=\"%s\"", comes ? "expect" : "reject",
                  question ? "question" : "advice", name->id);
  if (planned && expectation->has_due) {
    g_autofree char *day = planned->day ? date_to_iso(planned->day) : g_strdup("none");
    g_string_append_printf(element, " due=\"%s\"", day);
  }
  if (planned && expectation->state != STATE_ANY)
    write_state(element, planned);
  g_string_append(element, "/>");
  struct correction *correction = g_new0(struct correction, 1);
  correction->place = expectation->place;
  correction->element = g_strdup(element->str);
  g_ptr_array_add(trial->corrections, correction);
}

/* ---- the whole ---- */

static gboolean names_question(const struct name *name)
{
  return name->kind == NAME_QUESTION || name->kind == NAME_REPEAT;
}

/* What EXPECTATION names; NULL if there is no such question, or advice. */
static const struct name *find_expected(const struct catalogue *catalogue,
                                        const struct expectation *expectation)
{
  gboolean question = expectation->question != NULL;
  const struct name *name =
      catalogue_find(catalogue, question ? expectation->question : expectation->advice);
  gboolean fits = name && name->kind != NAME_DEFINE && name->kind != NAME_SLOT &&
                  name->kind != NAME_FILL && names_question(name) == question;
  return fits ? name : NULL;
}

static void report_unknown(const struct catalogue *catalogue, const struct expectation *expectation,
                           struct findings *findings)
{
  enum rule_id rule = expectation->question ? RULE_UNKNOWN_QUESTION : RULE_UNKNOWN_ADVICE;
  const char *id = expectation->question ? expectation->question : expectation->advice;
  findings_add(findings, &rules[rule], expectation->place, id, NULL);
  findings_suggest(findings,
                   catalogue_find(catalogue, id) ? NULL : catalogue_suggest(catalogue, id));
}

static void check_expectation(const struct trial *trial, const struct expectation *expectation)
{
  const struct name *name = find_expected(trial->catalogue, expectation);
  if (!name)
    return; /* which was reported */
  guint errors = findings_count(trial->findings, SEVERITY_ERROR);
  if (expectation->question)
    expect_question(trial, expectation, name);
  else
    expect_advice(trial, expectation, name);
  if (trial->corrections && findings_count(trial->findings, SEVERITY_ERROR) > errors)
    correct(trial, expectation, name);
}

static void check_answered(const struct example *example, const struct answers *answers,
                           const struct proof_options *options, struct trial *trial)
{
  const struct catalogue *catalogue = trial->catalogue;
  OWNED(plan) plan = plan_new(catalogue, answers, example->today, options->translator, FALSE);
  OWNED(pass) pass = pass_new(catalogue, answers, example->today);
  struct step step;
  while (pass_next(pass, &step))
    continue;
  trial->plan = plan;
  trial->pass = pass;
  for (const struct expectation *expectation = example->expectations; expectation;
       expectation = expectation->next)
    check_expectation(trial, expectation);
}

/* EXAMPLE is compared only if reading it added no errors to the number ERRORS: what it expects may
 * be what was not understood. */
static void run_example(const struct example *example, guint errors,
                        const struct proof_options *options, struct trial *trial)
{
  struct findings *findings = trial->findings;
  gboolean sound = findings_count(findings, SEVERITY_ERROR) == errors;
  for (const struct expectation *expectation = example->expectations; expectation;
       expectation = expectation->next)
    if (!find_expected(trial->catalogue, expectation))
      report_unknown(trial->catalogue, expectation, findings);
  errors = findings_count(findings, SEVERITY_ERROR);
  OWNED(answers) answers = exchange_read(trial->catalogue, example, options->translator, findings);
  if (!sound || findings_count(findings, SEVERITY_ERROR) != errors)
    return;
  check_answered(example, answers, options, trial);
  if (trial->ways && !example->identity)
    g_ptr_array_add(trial->ways, way_new(g_steal_pointer(&answers), example->today));
}

guint check_examples(const struct catalogue *catalogue, const char *directory,
                     const struct proof_options *options, struct findings *findings,
                     GPtrArray *corrections, GPtrArray *ways)
{
  guint count = 0;
  struct trial trial = {.catalogue = catalogue,
                        .translator = options->translator,
                        .findings = findings,
                        .corrections = corrections,
                        .ways = ways};
  g_autofree char *folder = g_build_filename(directory, "examples", NULL);
  g_auto(GStrv) files = catalogue_files(folder, NULL, NULL);
  for (int i = 0; files && files[i]; i++) {
    guint errors = findings_count(findings, SEVERITY_ERROR);
    OWNED(example) example = example_read(files[i], findings);
    if (!example)
      continue;
    run_example(example, errors, options, &trial);
    count++;
  }
  return count;
}
