/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The options of questions, looked at when all are there: additions may have brought some. */
#include "base/text.h"
#include "catalogue/binder.h"

static gboolean needs_label(const struct question *question, const struct option *option)
{
  return !option->label && !question->has_from && g_strcmp0(option->item.id, "yes") != 0 &&
         g_strcmp0(option->item.id, "no") != 0;
}

static void check_option(struct reader *reader, const struct question *question,
                         const struct option *option)
{
  struct place place = option->item.place;
  const struct option *first =
      option->item.id ? question_option(question, option->item.id) : option;
  if (first != option) {
    reader_fault(reader, DUPLICATE_VALUE, place, question->item.id ? question->item.id : "",
                 option->item.id, NULL);
    findings_relate(reader->findings, first->item.place, FIRST_DEFINED);
  }
  if (needs_label(question, option))
    reader_fault(reader, MISSING_ELEMENT, place, "option", "label", NULL);
  if (question->has_from && option->item.when)
    reader_fault(reader, MISUSED_ATTRIBUTE, place, "when", "option", NULL);
}

/* NULL-terminated. */
static GPtrArray *values_of(const struct question *question)
{
  GPtrArray *values = g_ptr_array_new();
  for (const struct item *item = question->item.first; item; item = item->next)
    if (item->kind == ITEM_OPTION && item->id)
      g_ptr_array_add(values, (gpointer)item->id);
  g_ptr_array_add(values, NULL);
  return values;
}

static void check_fallback(struct reader *reader, const struct question *question)
{
  const char *value = question->fallback;
  const struct question *source = question_source(question);
  if (!value || question_option(source, value))
    return;
  g_autoptr(GPtrArray) values = values_of(source);
  g_autofree char *list = g_strjoinv(", ", (char **)values->pdata);
  reader_fault(reader, BAD_ATTRIBUTE, question->fallback_place, "default", value, list, NULL);
  findings_suggest(reader->findings, text_nearest(value, (const char *const *)values->pdata));
}

static void check_options(struct reader *reader, const struct question *question)
{
  gboolean choice = question->kind == KIND_CHOICE || question->kind == KIND_CHOICES;
  guint count = 0;
  for (const struct item *item = question->item.first; item; item = item->next) {
    if (item->kind != ITEM_OPTION)
      continue;
    if (!choice && !count)
      reader_fault(reader, MISPLACED_ELEMENT, item->place, "option", kind_word(question->kind),
                   NULL);
    check_option(reader, question, item_option(item));
    count++;
  }
  if (choice && !question->has_from && !count)
    reader_fault(reader, MISSING_ELEMENT, question->item.place, "question", "option", NULL);
  if (choice && (count || question->from))
    check_fallback(reader, question);
}

/* Options that `from` gives content must be among those of the question it leads to. */
static void check_from(struct reader *reader, const struct question *question)
{
  const struct question *source = question_source(question);
  for (const struct item *item = question->item.first; item; item = item->next)
    if (item->kind == ITEM_OPTION && item->id && !question_option(source, item->id))
      reader_fault(reader, UNKNOWN_ID, item->place, "option", item->id, NULL);
}

void check_all_options(struct reader *reader)
{
  for (guint i = 0; i < reader->catalogue->question_count; i++) {
    const struct question *question = reader->catalogue->questions[i];
    if (question->kind != KIND_UNKNOWN)
      check_options(reader, question);
    if (question->from)
      check_from(reader, question);
  }
}

static void check_region(struct reader *reader, const struct region *region)
{
  const struct question *question = reader->catalogue->region;
  if (question_option(question_source(question), region->value))
    return;
  g_autoptr(GPtrArray) values = values_of(question_source(question));
  reader_fault(reader, VALUE_NOT_OFFERED, region->place, question->item.id, region->value, NULL);
  findings_suggest(reader->findings,
                   text_nearest(region->value, (const char *const *)values->pdata));
  findings_relate(reader->findings, question->item.place, N_("the question is here"));
}

void check_regions(struct reader *reader)
{
  const GArray *regions = reader->binder->regions;
  for (guint i = 0; reader->catalogue->region && i < regions->len; i++)
    check_region(reader, &g_array_index(regions, struct region, i));
}
