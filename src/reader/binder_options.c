/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The options of questions, looked at when all are there: additions may have brought some. */
#include "catalogue/choices.h"
#include "reader/binder.h"

/* An addition is the root of its file: what it holds stands in another file than the question. */
static gboolean is_added(const struct question *question, const struct option *option)
{
  return option->item.place.file != question->item.place.file;
}

static gboolean says_itself(const struct option *option)
{
  return option->label || g_strcmp0(option->item.id, "yes") == 0 ||
         g_strcmp0(option->item.id, "no") == 0;
}

/* What the table of variants asks of the options in the question's own file. */
static const char *unfit(const struct question *question, const struct option *option)
{
  if (!question_has_options(question))
    return N_("only choice and choices have options");
  if (question->has_from)
    return option->item.when ? N_("where options come from another question, they have no when")
                             : NULL;
  return says_itself(option) ? NULL : N_("an option other than yes and no needs a label");
}

static void check_option(struct reader *reader, const struct question *question,
                         const struct option *option)
{
  struct place place = option->item.place;
  const char *id = question->item.id ? question->item.id : "";
  const struct option *first =
      option->item.id ? question_option(question, option->item.id) : option;
  if (first != option) {
    reader_fault(reader, DUPLICATE_VALUE, place, id, option->item.id, NULL);
    findings_relate(reader->findings, first->item.place, N_("first defined here"));
  }
  const char *reason = is_added(question, option) ? unfit(question, option) : NULL;
  if (reason)
    reader_unfit(reader, &option->item, id, reason);
}

static void check_fallback(struct reader *reader, const struct question *question)
{
  const char *value = question->fallback;
  const struct question *source = question_source(question);
  if (!value || question_option(source, value))
    return;
  reader_fault(reader, VALUE_NOT_OFFERED, question->fallback_place,
               question->item.id ? question->item.id : "", value, NULL);
  choices_suggest(question, value, reader->findings);
}

static void check_options(struct reader *reader, const struct question *question)
{
  guint count = 0;
  for (const struct item *item = question->item.first; item; item = item->next) {
    if (item->kind != ITEM_OPTION)
      continue;
    check_option(reader, question, item_option(item));
    count++;
  }
  if (question_has_options(question) && (count || question->from))
    check_fallback(reader, question);
}

/* Options that `from` gives content must be among those of the question it leads to. */
static void check_from(struct reader *reader, const struct question *question)
{
  const struct question *source = question_source(question);
  for (const struct item *item = question->item.first; item; item = item->next)
    if (item->kind == ITEM_OPTION && item->id && !question_option(source, item->id))
      reader_unknown(reader, item->place, N_("no option"), item->id,
                     reader_nearest(source->item.first, ITEM_OPTION, item->id));
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
  const struct question *source = question_source(question);
  if (question_option(source, region->value))
    return;
  reader_fault(reader, VALUE_NOT_OFFERED, region->place, question->item.id, region->value, NULL);
  choices_suggest(question, region->value, reader->findings);
  findings_relate(reader->findings, question->item.place, N_("the question is here"));
}

void check_regions(struct reader *reader)
{
  const GArray *regions = reader->binder->regions;
  for (guint i = 0; reader->catalogue->region && i < regions->len; i++)
    check_region(reader, &g_array_index(regions, struct region, i));
}
