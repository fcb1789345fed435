/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Exchange: an example read. Once its entries are told apart by the step they are for
 * (walk/entries.h), a pass asks for them in its order, as a person would be asked; what was not
 * asked for is parked.
 */
#include "walk/exchange.h"

#include "base/date.h"
#include "base/rules.h"
#include "base/text.h"
#include "catalogue/choices.h"
#include "walk/entries.h"

struct exchange_reading {
  const struct catalogue *catalogue;
  const struct example *example;
  const struct translator *translator;
  struct findings *findings;
  const struct entries *told;
  struct answers *answers;
  struct pass *pass;
  gboolean open; /* what is not told stays open: a required answer was missing */
  gboolean own;  /* a debrief's export: nothing in it is refused, and all that was told is in it */
  guint errors;  /* before it was read */
};

static void report(struct exchange_reading *reading, enum rule_id rule, struct place place,
                   const char *id)
{
  findings_add(reading->findings, &rules[rule], place, id, NULL);
}

static void report_why(struct exchange_reading *reading, const struct told *told, const char *msgid,
                       const char *word)
{
  entries_report_why(reading->findings, reading->translator, told->place, told->entry->of, msgid,
                     word);
}

/* ---- days ---- */

/* Nothing was said after the day of the file. Where the root's own day is after it, that shows at
 * the first entry that has it. */
static void check_days(struct exchange_reading *reading)
{
  const struct example *example = reading->example;
  if (reading->own)
    return;
  gboolean by_root = FALSE;
  g_autofree char *today = date_long(example->today, reading->translator);
  for (const struct example_entry *entry = example->entries; entry; entry = entry->next) {
    gboolean of_step = entry->kind == ENTRY_ANSWER || entry->kind == ENTRY_SKIP;
    gboolean late = of_step && entry->day > example->today;
    gboolean of_root = late && entry->day == example->given;
    if (late && !(of_root && by_root))
      entries_report_why(reading->findings, reading->translator, entry->place, entry->of,
                         N_("it was given after {1}, the day of the file"), today);
    by_root |= of_root;
  }
}

/* ---- ticks ---- */

/* The task that may have been meant by ID, or NULL: of an action in a slot, the slot. */
static const char *suggest_task(const struct catalogue *catalogue, const char *id)
{
  const struct name *name = catalogue_find(catalogue, id);
  if (!name) {
    const char *nearest = catalogue_suggest(catalogue, id);
    name = nearest ? catalogue_find(catalogue, nearest) : NULL;
  }
  if (name && name->kind == NAME_TASK)
    return name->id;
  const struct action *action = name && name->kind == NAME_ADVICE ? item_action(name->item) : NULL;
  return action ? action->slot : NULL;
}

/* The task that ENTRY is of; NULL, with a finding, if there is none. */
static const struct task *find_task(struct exchange_reading *reading,
                                    const struct example_entry *entry)
{
  const struct name *name = catalogue_find(reading->catalogue, entry->of);
  if (name && name->kind == NAME_TASK)
    return name->task;
  if (reading->own) {
    char *values[] = {(char *)entry->action, NULL};
    struct stray stray = {entry->kind, (char *)entry->of, 0, entry->action ? values : NULL,
                          entry->day,  entry->day};
    answers_add_stray(reading->answers, &stray);
    return NULL;
  }
  report(reading, RULE_UNKNOWN_TASK, entry->place, entry->of);
  findings_suggest(reading->findings, suggest_task(reading->catalogue, entry->of));
  return NULL;
}

/* True if what ENTRY names as done, if it does, is an action of TASK; else there is a finding. */
static gboolean check_action(struct exchange_reading *reading, const struct example_entry *entry,
                             const struct task *task)
{
  const struct name *name =
      entry->action ? catalogue_find(reading->catalogue, entry->action) : NULL;
  const struct action *action = name ? item_action(name->item) : NULL;
  if (!entry->action || reading->own || (action && action->name == name && action->task == task))
    return TRUE;
  g_autofree char *quoted = g_strdup_printf("'%s'", entry->action);
  entries_report_why(reading->findings, reading->translator, entry->place, entry->of,
                     N_("{1} is no action of it"), quoted);
  return FALSE;
}

static void read_tick(struct exchange_reading *reading, const struct example_entry *entry)
{
  const struct task *task = find_task(reading, entry);
  if (!task || !check_action(reading, entry, task))
    return;
  if (answers_tick(reading->answers, task)) {
    report(reading, RULE_SECOND_ANSWER, entry->place, entry->of);
  } else if (entry->day > reading->example->today && !reading->own) {
    g_autofree char *day = date_long(entry->day, reading->translator);
    g_autofree char *today = date_long(reading->example->today, reading->translator);
    findings_add(reading->findings, &rules[RULE_TICK_AFTER_TODAY], entry->place, entry->of, day,
                 today, NULL);
  } else {
    answers_set_tick(reading->answers, task, entry->day, entry->action);
  }
}

static void read_move(struct exchange_reading *reading, const struct example_entry *entry)
{
  const struct task *task = find_task(reading, entry);
  if (task && answers_moved(reading->answers, task))
    report(reading, RULE_SECOND_ANSWER, entry->place, entry->of);
  else if (task)
    answers_set_moved(reading->answers, task, entry->day);
}

/* ---- words for messages ---- */

static void report_no(struct exchange_reading *reading, const struct example_entry *entry,
                      const char *none)
{
  findings_add(reading->findings, &rules[RULE_UNKNOWN_ID], entry->place,
               tr(reading->translator, none), entry->of, NULL);
}

static void read_fill(struct exchange_reading *reading, const struct example_entry *entry)
{
  const struct name *name = catalogue_find(reading->catalogue, entry->of);
  g_autofree char *clean = text_clean(entry->values[0], -1);
  const char *words = reading->own ? clean : g_strstrip(clean);
  if ((!name || name->kind != NAME_FILL) && !reading->own)
    report_no(reading, entry, N_("no blank"));
  else if (answers_fill(reading->answers, entry->of))
    report(reading, RULE_SECOND_ANSWER, entry->place, entry->of);
  else
    answers_set_fill(reading->answers, entry->of, words);
}

static void read_draft(struct exchange_reading *reading, const struct example_entry *entry)
{
  g_autofree char *words = text_clean(entry->values[0], -1);
  if (!catalogue_draft(reading->catalogue, entry->of) && !reading->own)
    report_no(reading, entry, N_("no draft"));
  else if (answers_own_draft(reading->answers, entry->of))
    report(reading, RULE_SECOND_ANSWER, entry->place, entry->of);
  else
    answers_set_own_draft(reading->answers, entry->of, words);
}

/* What is told of no step. */
static void read_rest(struct exchange_reading *reading)
{
  static void (*const readers[])(struct exchange_reading *, const struct example_entry *) = {
      [ENTRY_DONE] = read_tick,
      [ENTRY_MOVED] = read_move,
      [ENTRY_FILL] = read_fill,
      [ENTRY_DRAFT] = read_draft,
  };
  const struct example_entry *entry = reading->example->entries;
  for (; entry; entry = entry->next)
    if (readers[entry->kind])
      readers[entry->kind](reading, entry);
}

/* ---- values ---- */

/* The values of ENTRY as they are kept: what was typed or exported as it is, all else without
 * blanks around. */
static char **clean_values(const struct exchange_reading *reading, const struct question *question,
                           const struct example_entry *entry)
{
  gboolean typed = reading->own || (question && question_is_typed(question));
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
  for (const char *const *value = entry->values; *value; value++) {
    g_autofree char *clean = text_clean(*value, -1);
    g_strv_builder_add(builder, typed ? clean : g_strstrip(clean));
  }
  return g_strv_builder_end(builder);
}

static int seen_day(const struct example_entry *entry)
{
  return entry->seen ? entry->seen : entry->day;
}

/* True if the values are written as the kind of the question wants. Of several choices one may be
 * written plainly, as it was where only one could be made. */
static gboolean check_shape(struct exchange_reading *reading, const struct told *told)
{
  const struct question *question = item_question(told->step.item);
  gboolean several = question && question_takes_several(question);
  if (several || !told->entry->listed)
    return TRUE;
  report_why(reading, told, N_("one value is wanted; write it without {1}"), "<value>");
  return FALSE;
}

/* The first of VALUES that is no option offered at STEP; NULL if all are, or nothing is offered.
 * *NEAREST, if not NULL, becomes an offered one that may have been meant, or NULL. */
static const char *find_not_offered(const struct exchange_reading *reading, struct step step,
                                    char **values, const char **nearest)
{
  g_autoptr(GArray) offers = pass_offers(reading->pass, step);
  g_autoptr(GPtrArray) offered = g_ptr_array_new_null_terminated(1, NULL, TRUE);
  for (guint i = 0; i < offers->len; i++)
    g_ptr_array_add(offered, (void *)g_array_index(offers, struct offer, i).value);
  const char *const *names = (const char *const *)offered->pdata;
  while (*values && (offers->len == 0 || g_strv_contains(names, *values)))
    values++;
  if (nearest)
    *nearest = *values ? text_nearest(*values, names) : NULL;
  return *values;
}

/* WRONG is not offered: maybe a label was written for its value. */
static void suggest_offered(struct exchange_reading *reading, const struct question *question,
                            const char *wrong, const char *nearest)
{
  const char *labelled = question ? choices_labelled(question, wrong) : NULL;
  findings_unmask(reading->findings, wrong);
  gboolean other = labelled && strcmp(labelled, wrong) != 0;
  findings_suggest(reading->findings, other ? labelled : nearest);
  if (question && question_takes_several(question) && strpbrk(wrong, ",;|"))
    findings_explain(reading->findings,
                     tr(reading->translator, N_("several are written <value>…</value> each")));
}

typedef gboolean (*value_checker)(const struct pass *pass, struct step step,
                                  const char *const *values, int given,
                                  const struct translator *translator, char **why);

/* Keeps the values told for a step if CHECK lets them stand; else says why not. */
static gboolean keep_values(struct exchange_reading *reading, struct told *told,
                            value_checker check)
{
  struct step step = told->step;
  if (!reading->own && !check_shape(reading, told))
    return FALSE;
  g_auto(GStrv) values = clean_values(reading, item_question(step.item), told->entry);
  g_autofree char *why = NULL;
  int given = told->entry->day;
  if (reading->own ||
      check(reading->pass, step, (const char *const *)values, given, reading->translator, &why)) {
    answers_restore(reading->answers, step, (const char *const *)values, given,
                    seen_day(told->entry));
    return TRUE;
  }
  report(reading, RULE_BAD_ANSWER, told->place, told->entry->of);
  findings_explain(reading->findings, why);
  const char *nearest = NULL;
  const char *wrong =
      check == value_check_given ? find_not_offered(reading, step, values, &nearest) : NULL;
  if (wrong)
    suggest_offered(reading, item_question(step.item), wrong, nearest);
  return FALSE;
}

/* ---- what is asked ---- */

/* TOLD is NULL where nothing is. */
static void keep_skip(struct exchange_reading *reading, struct step step, const struct told *told)
{
  const struct example_entry *entry = told ? told->entry : NULL;
  int day = entry ? entry->day : reading->example->given;
  answers_restore(reading->answers, step, NULL, day, entry ? seen_day(entry) : day);
}

static void report_missing(struct exchange_reading *reading, struct step step, struct place place)
{
  report(reading, RULE_MISSING_ANSWER, place, item_question(step.item)->name->id);
  reading->open = TRUE;
}

/* True if TOLD is written as parked because an option it names is not offered now. */
static gboolean is_waiting(const struct exchange_reading *reading, const struct told *told)
{
  const struct question *question = item_question(told->step.item);
  g_auto(GStrv) values = clean_values(reading, question, told->entry);
  return told->entry->parked && find_not_offered(reading, told->step, values, NULL);
}

static void settle_itself(struct exchange_reading *reading, struct told *told)
{
  const char *const *own = (const char *const *)pass_answer(reading->pass, told->step)->values;
  gboolean answered = told->entry->kind == ENTRY_ANSWER;
  if (answered && g_strv_equal(own, told->entry->values))
    return;
  if (answered && told->entry->parked)
    keep_values(reading, told, value_check_form);
  else
    report_why(reading, told, N_("it answers itself with '{1}'; leave it out, or repeat that"),
               own[0]);
}

/* Where an answer to STEP is missing: in the item, or in the whole file. */
static struct place missing_place(const struct exchange_reading *reading, struct step step)
{
  const struct repeat *repeat = item_question(step.item)->repeat;
  const struct told *item =
      repeat ? entries_find(reading->told, (struct step){&repeat->item, step.turn}) : NULL;
  return item ? item->place : reading->example->place;
}

static void settle_question(struct exchange_reading *reading, struct step step, struct told *told)
{
  gboolean required = !item_question(step.item)->optional;
  if (pass_answers_itself(reading->pass, step)) {
    if (told)
      settle_itself(reading, told);
  } else if (told && told->entry->kind == ENTRY_ANSWER) {
    gboolean waiting = is_waiting(reading, told);
    gboolean kept = keep_values(reading, told, waiting ? value_check_form : value_check_given);
    if (kept && waiting && required)
      report_missing(reading, step, told->place);
  } else if (required) {
    report_missing(reading, step, told ? told->place : missing_place(reading, step));
  } else if (told || !reading->open) {
    keep_skip(reading, step, told);
  }
}

static void keep_more(struct exchange_reading *reading, struct step step, const char *value,
                      int day)
{
  answers_restore(reading->answers, step, (const char *const[]){value, NULL}, day, day);
}

static void keep_item(struct exchange_reading *reading, const struct told *told)
{
  keep_more(reading, told->step, "yes", told->item_day ? told->item_day : reading->example->given);
}

static void settle_repeat(struct exchange_reading *reading, struct step step, struct told *told)
{
  if (told && !told->entry)
    keep_item(reading, told);
  else if (told && told->entry->kind == ENTRY_ANSWER)
    keep_values(reading, told, value_check_given);
  else if (told || (step.turn == 1 && !reading->open))
    keep_skip(reading, step, told);
  else if (!reading->open)
    keep_more(reading, step, "no", reading->example->given);
}

/* Asks for everything that is asked. */
static void settle_asked(struct exchange_reading *reading)
{
  for (struct step met; pass_next(reading->pass, &met);) {
    gboolean is_question = item_question(met.item) != NULL;
    if (!is_question && !item_repeat(met.item))
      continue;
    struct told *told = entries_find(reading->told, met);
    if (told)
      told->used = TRUE;
    (is_question ? settle_question : settle_repeat)(reading, met, told);
    /* What it leads to now lies ahead. */
    pass_rewind(reading->pass, met);
    pass_next(reading->pass, &met);
  }
}

/* ---- what is not ---- */

/* Without errors among the answers, which might have been asked for what is told. */
static gboolean is_sound(const struct exchange_reading *reading)
{
  return findings_count(reading->findings, SEVERITY_ERROR) == reading->errors;
}

static void park(struct exchange_reading *reading, struct told *told)
{
  if (!told->entry)
    keep_item(reading, told);
  else if (told->entry->kind == ENTRY_SKIP)
    keep_skip(reading, told->step, told);
  else if (keep_values(reading, told, value_check_form) && !told->entry->parked && !reading->own &&
           is_sound(reading))
    report(reading, RULE_NOT_ASKED, told->place, told->entry->of);
}

static void park_rest(struct exchange_reading *reading)
{
  const GPtrArray *all = entries_list(reading->told);
  for (guint i = 0; i < all->len; i++) {
    struct told *told = all->pdata[i];
    if (!told->used)
      park(reading, told);
  }
}

struct answers *exchange_read(const struct catalogue *catalogue, const struct example *example,
                              const struct translator *translator, struct findings *findings)
{
  guint errors = findings_count(findings, SEVERITY_ERROR);
  struct answers *answers = answers_new(catalogue);
  answers_set_begun(answers, example->given);
  answers_set_identity(answers, example->identity);
  OWNED(entries) told = entries_new(catalogue, example, answers, translator, findings);
  struct exchange_reading reading = {catalogue, example, translator,
                                     findings,  told,    answers,
                                     NULL,      FALSE,   example->identity != NULL,
                                     errors};
  check_days(&reading);
  read_rest(&reading);
  OWNED(pass) pass = pass_new(catalogue, answers, example->today);
  reading.pass = pass;
  /* All that was told of a debrief is in its export, so nothing has to be understood. */
  if (!reading.own)
    settle_asked(&reading);
  park_rest(&reading);
  return answers;
}
