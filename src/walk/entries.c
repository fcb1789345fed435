/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries and items resolved to steps, with findings for those that lead to none. */
#include "walk/entries.h"

#include "base/rules.h"

struct entries {
  GHashTable *by_step; /* a set of struct told, whose first member is the key */
  GPtrArray *in_order;
};

/* A table in the making. */
struct telling {
  struct entries *table;
  const struct catalogue *catalogue;
  const struct translator *translator;
  struct findings *findings;
  guint *item_counts;      /* by index of the repeat */
  struct answers *answers; /* of a debrief's export: what has no place is theirs; else NULL */
};

/* ---- findings ---- */

void entries_report_why(struct findings *findings, const struct translator *translator,
                        struct place place, const char *id, const char *msgid, const char *word)
{
  g_autofree char *why = tr_fill(tr(translator, msgid), word, NULL);
  findings_add(findings, &rules[RULE_BAD_ANSWER], place, id, NULL);
  findings_explain(findings, why);
}

static void report(struct telling *telling, enum rule_id rule, struct place place, const char *id)
{
  findings_add(telling->findings, &rules[rule], place, id, NULL);
}

static void report_why(struct telling *telling, struct place place, const char *id,
                       const char *msgid, const char *word)
{
  entries_report_why(telling->findings, telling->translator, place, id, msgid, word);
}

/* ---- steps ---- */

struct told *entries_find(const struct entries *table, struct step step)
{
  return g_hash_table_lookup(table->by_step, &step);
}

const GPtrArray *entries_list(const struct entries *table)
{
  return table->in_order;
}

static struct told *add_told(struct telling *telling, struct step step, struct place place)
{
  struct told *told = g_new0(struct told, 1);
  told->step = step;
  told->place = place;
  g_hash_table_add(telling->table->by_step, told);
  g_ptr_array_add(telling->table->in_order, told);
  return told;
}

static gboolean is_asked(const struct name *name)
{
  return name && (name->kind == NAME_QUESTION || name->kind == NAME_REPEAT);
}

/* The question or repeat that ID names; NULL, with a finding, if there is none. */
static const struct name *find_asked(struct telling *telling, const char *id, struct place place)
{
  const struct name *name = catalogue_find(telling->catalogue, id);
  if (is_asked(name) || telling->answers)
    return is_asked(name) ? name : NULL;
  const char *nearest = name ? NULL : catalogue_suggest(telling->catalogue, id);
  const struct name *meant = nearest ? catalogue_find(telling->catalogue, nearest) : NULL;
  report(telling, RULE_UNKNOWN_QUESTION, place, id);
  findings_suggest(telling->findings, is_asked(meant) ? nearest : NULL);
  return NULL;
}

/* One more was wanted of a repeat that is not there any more, or not so often. */
static void keep_item(struct telling *telling, const struct example_item *item, int day)
{
  char *values[] = {(char *)"yes", NULL};
  struct stray stray = {ENTRY_ANSWER, (char *)item->of, item->item, values, day, day};
  answers_add_stray(telling->answers, &stray);
}

static void keep_entry(struct telling *telling, const struct example_entry *entry)
{
  struct stray stray = {entry->kind, (char *)entry->of,
                        entry->item, (char **)entry->values,
                        entry->day,  entry->seen ? entry->seen : entry->day};
  answers_add_stray(telling->answers, &stray);
}

/* The turn at which the debrief's ENTRY stood at the question or repeat NAME; -1: it has none now.
 */
static int find_own_turn(struct telling *telling, const struct example_entry *entry,
                         const struct name *name)
{
  const struct question *question = item_question(name->item);
  const struct repeat *repeat = question ? question->repeat : item_repeat(name->item);
  gboolean there = !entry->repeat || (repeat && g_str_equal(entry->repeat, repeat->name->id));
  guint turn = entry->item;
  if (repeat && !question && turn == 0)
    turn = telling->item_counts[repeat->index] + 1;
  return there && turn <= (repeat ? repeat->max : 0) && (!repeat || turn > 0) ? (int)turn : -1;
}

static void read_item(struct telling *telling, const struct example_item *item)
{
  const struct name *name = find_asked(telling, item->of, item->place);
  const struct repeat *repeat = name ? item_repeat(name->item) : NULL;
  if (telling->answers && (!repeat || item->item > repeat->max)) {
    keep_item(telling, item, answers_begun(telling->answers));
    return;
  }
  if (name && !repeat)
    report_why(telling, item->place, item->of, N_("it has no items; write an answer"), NULL);
  if (!repeat)
    return;
  if (item->item > repeat->max) {
    g_autofree char *max = g_strdup_printf("%u", repeat->max);
    report_why(telling, item->place, item->of, N_("there are too many items; the most is {1}"),
               max);
    return;
  }
  telling->item_counts[repeat->index] = item->item;
  add_told(telling, (struct step){&repeat->item, item->item}, item->place);
}

/* The turn after the last item of REPEAT, for which ENTRY says that no more was wanted. */
static int find_end(struct telling *telling, const struct example_entry *entry,
                    const struct repeat *repeat)
{
  guint count = telling->item_counts[repeat->index];
  if (count < repeat->max)
    return (int)count + 1;
  report_why(telling, entry->place, entry->of,
             N_("all its items are there, so it is not asked again; leave this out"), NULL);
  return -1;
}

/* The turn that ENTRY, for the question or repeat NAME, is for: 0 outside of repeats. -1, with a
 * finding unless there is one, where it may not stand. */
static int find_turn(struct telling *telling, const struct example_entry *entry,
                     const struct name *name)
{
  const struct question *question = item_question(name->item);
  const struct repeat *repeat = question ? question->repeat : item_repeat(name->item);
  if (!repeat && !entry->repeat)
    return 0;
  if (!entry->repeat && !question)
    return find_end(telling, entry, repeat);
  if (!entry->repeat) {
    report_why(telling, entry->place, entry->of, N_("it belongs in an item of '{1}'"),
               repeat->name->id);
    return -1;
  }
  /* An item that is none, or one too many, has its own finding. */
  const struct name *around = catalogue_find(telling->catalogue, entry->repeat);
  if (!around || around->kind != NAME_REPEAT || entry->item > item_repeat(around->item)->max)
    return -1;
  if (!repeat || around != repeat->name) {
    report_why(telling, entry->place, entry->of,
               N_("it is no question of '{1}'; write it outside of the item"), entry->repeat);
    return -1;
  }
  return (int)entry->item;
}

/* ENTRY is for a step that TOLD has an entry for. */
static void report_second(struct telling *telling, const struct told *told,
                          const struct example_entry *entry)
{
  gboolean alike = told->entry && told->entry->kind == entry->kind;
  report(telling, alike ? RULE_SECOND_ANSWER : RULE_ANSWER_AND_SKIP, entry->place, entry->of);
  findings_relate(telling->findings, told->place, N_("the first stands here"));
}

static void read_entry(struct telling *telling, const struct example_entry *entry)
{
  const struct name *name = find_asked(telling, entry->of, entry->place);
  int turn = !name              ? -1
             : telling->answers ? find_own_turn(telling, entry, name)
                                : find_turn(telling, entry, name);
  if (turn < 0 && telling->answers)
    keep_entry(telling, entry);
  if (turn < 0)
    return;
  struct step step = {name->item, (guint)turn};
  struct told *told = entries_find(telling->table, step);
  if (told && told->entry) {
    report_second(telling, told, entry);
    return;
  }
  if (!told)
    told = add_told(telling, step, entry->place);
  told->entry = entry;
  told->place = entry->place;
  if (entry->kind == ENTRY_ANSWER && turn > 0 && item_question(step.item)) {
    const struct item *repeat = &item_question(step.item)->repeat->item;
    struct told *item = entries_find(telling->table, (struct step){repeat, step.turn});
    if (item && (!item->item_day || entry->day < item->item_day))
      item->item_day = entry->day;
  }
}

/* ---- the table ---- */

struct entries *entries_new(const struct catalogue *catalogue, const struct example *example,
                            struct answers *answers, const struct translator *translator,
                            struct findings *findings)
{
  struct entries *table = g_new(struct entries, 1);
  table->by_step = g_hash_table_new_full(step_hash, step_same, g_free, NULL);
  table->in_order = g_ptr_array_new();
  g_autofree guint *item_counts = g_new0(guint, catalogue->repeat_count);
  struct telling telling = {table,    catalogue,   translator,
                            findings, item_counts, example->identity ? answers : NULL};

  for (const struct example_item *item = example->items; item; item = item->next)
    read_item(&telling, item);
  for (const struct example_entry *entry = example->entries; entry; entry = entry->next)
    if (entry->kind == ENTRY_ANSWER || entry->kind == ENTRY_SKIP)
      read_entry(&telling, entry);
  return table;
}

void entries_free(struct entries *table)
{
  g_hash_table_unref(table->by_step);
  g_ptr_array_unref(table->in_order);
  g_free(table);
}
