/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The options of questions, looked at when all are there: additions may have brought some. */
#include "catalogue/binder.h"

static gboolean needs_label(const struct question *question, const struct option *option)
{
  return !option->label && !question->from && g_strcmp0(option->item.id, "yes") != 0 &&
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
  if (question->from && option->item.when)
    reader_fault(reader, MISUSED_ATTRIBUTE, place, "when", "option", NULL);
}

static void check_fallback(struct reader *reader, const struct question *question)
{
  const char *value = question->fallback;
  if (!value || question_option(question, value) ||
      (question->from && question_option(question->from, value)))
    return;
  const struct item *first = question->item.first;
  reader_fault(reader, BAD_ATTRIBUTE, question->item.place, "default", value,
               first && first->id ? first->id : "", NULL);
}

static void check_options(struct reader *reader, const struct question *question)
{
  gboolean choice = question->kind == KIND_CHOICE || question->kind == KIND_CHOICES;
  guint count = 0;
  for (const struct item *item = question->item.first; item && item->kind == ITEM_OPTION;
       item = item->next, count++)
    check_option(reader, question, item_option(item));
  if (choice && !question->from && !count)
    reader_fault(reader, MISSING_ELEMENT, question->item.place, "question", "option", NULL);
  if (!choice && count)
    reader_fault(reader, MISPLACED_ELEMENT, question->item.first->place, "option",
                 kind_word(question->kind), NULL);
  if (choice)
    check_fallback(reader, question);
}

/* Options that `from` gives content must be among those of the question it leads to. */
static void check_from(struct reader *reader, const struct question *question)
{
  const struct question *source = question_source(question);
  for (const struct item *item = question->item.first; item && item->kind == ITEM_OPTION;
       item = item->next)
    if (item->id && !question_option(source, item->id))
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
