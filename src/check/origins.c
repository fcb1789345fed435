/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings about sources, reviews, and what nothing uses: declarations and questions. */
#include "base/date.h"
#include "base/rules.h"
#include "catalogue/mentions.h"
#include "check/texts.h"

enum { REVIEW_MONTHS = 18 };

struct origins {
  const struct catalogue *catalogue;
  const struct proof_options *options;
  struct findings *findings;
  GHashTable *used; /* the structs of topics, sheets, sources, defines, passages, questions */
};

static void use(struct origins *origins, const void *declared)
{
  if (declared)
    g_hash_table_add(origins->used, (gpointer)declared);
}

static const struct topic *item_topic(const struct item *item)
{
  switch (item->kind) {
  case ITEM_QUESTION:
    return item_question(item)->topic;
  case ITEM_REPEAT:
    return item_repeat(item)->topic;
  case ITEM_ACTION:
    return item_action(item)->topic;
  case ITEM_LESSON:
    return item_lesson(item)->topic;
  case ITEM_STRENGTH:
    return item_strength(item)->topic;
  default:
    return NULL;
  }
}

/* Months from REVIEWED ("2026-11") to the month of today; 0 if it is no month. */
static int months_since(const char *reviewed, int today)
{
  g_autofree char *first = g_strconcat(reviewed, "-01", NULL);
  int then = date_parse(first), year, month, then_year, then_month, day;
  if (!then)
    return 0;
  date_split(today, &year, &month, &day);
  date_split(then, &then_year, &then_month, &day);
  return (year - then_year) * 12 + month - then_month;
}

static void check_review(struct origins *origins, const char *reviewed, struct place place)
{
  int since = reviewed ? months_since(reviewed, origins->options->today) : 0;
  if (since < 0)
    findings_add(origins->findings, &rules[RULE_FUTURE_REVIEW], place, reviewed, NULL);
  if (since <= REVIEW_MONTHS)
    return;
  g_autofree char *months = g_strdup_printf("%d", REVIEW_MONTHS);
  findings_add(origins->findings, &rules[RULE_OLD_REVIEW], place, reviewed, months, NULL);
}

static void check_needs(struct origins *origins, const struct item *item,
                        const struct origin *origin, const struct topic *topic)
{
  const struct translator *translator = origins->options->translator;
  gboolean region = topic->needs_region && !origin->regions;
  gboolean review = topic->needs_reviewed && !origin->reviewed;
  const char *lacks = region && review ? N_("region and no review date")
                      : region         ? N_("region")
                                       : N_("review date");
  if (region || review)
    findings_add(origins->findings, &rules[RULE_TOPIC_NEEDS], item->place,
                 tr(translator, item_element(item->kind)), item->id, tr(translator, lacks),
                 topic->id, NULL);
}

static void check_origin(struct origins *origins, const struct item *item,
                         const struct origin *origin)
{
  const struct translator *translator = origins->options->translator;
  const char *element = tr(translator, item_element(item->kind));
  const struct topic *topic = item_topic(item);
  gboolean advises = item->kind == ITEM_ACTION || item->kind == ITEM_LESSON;
  /* After an error it may be said in a way that is not understood. */
  if (origins->catalogue->sound && advises && !origin->citations &&
      origin->evidence == EVIDENCE_NONE)
    findings_add(origins->findings, &rules[RULE_UNSOURCED], item->place, element, item->id, NULL);
  if (topic)
    check_needs(origins, item, origin, topic);
  check_review(origins, origin->reviewed, item->place);
}

static void use_origin(struct origins *origins, const struct origin *origin)
{
  for (const struct citation *cited = origin->citations; cited; cited = cited->next)
    use(origins, cited->source);
}

static void use_name(const struct name *name, void *origins)
{
  use(origins, name->kind == NAME_DEFINE ? (const void *)name->define : name->item);
}

/* What has content of its own below its options or after them changes that there is. */
static gboolean has_content(const struct item *item)
{
  for (const struct item *child = item->first; child; child = child->next)
    if (child->kind != ITEM_OPTION || child->first)
      return TRUE;
  return FALSE;
}

/* What is put into one's own words, and what is for oneself alone, is worth that by itself. */
static void use_question(struct origins *origins, const struct question *question)
{
  use(origins, question->sheet);
  use(origins, question->from);
  if (question->fallback_name)
    use_name(question->fallback_name, origins);
  use_origin(origins, &question->origin);
  if (question_is_typed(question) || question->private || question->sheet ||
      has_content(&question->item))
    use(origins, question);
}

static void see_spot(const struct spot *spot, void *data)
{
  struct origins *origins = data;
  mentions_of_spot(spot, use_name, origins);
  if (spot->kind == SPOT_USE)
    use(origins, spot->text->passage);
  if (spot->kind != SPOT_ITEM)
    return;
  use(origins, item_topic(spot->item));
  const struct origin *origin = item_origin(spot->item);
  if (origin) {
    check_origin(origins, spot->item, origin);
    use_origin(origins, origin);
  }
  const struct question *question = item_question(spot->item);
  if (question)
    use_question(origins, question);
}

static void report_unused(struct origins *origins, const void *declared, const char *element,
                          const char *id, struct place place)
{
  if (!g_hash_table_contains(origins->used, declared))
    findings_add(origins->findings, &rules[RULE_UNUSED], place,
                 tr(origins->options->translator, element), id, NULL);
}

/* After an error it may have been meant by a name, or in a part, that is not understood. */
static void check_unused(struct origins *origins)
{
  const struct catalogue *catalogue = origins->catalogue;
  if (!catalogue->sound)
    return;
  for (const struct topic *topic = catalogue->topics; topic; topic = topic->next)
    report_unused(origins, topic, N_("topic"), topic->id, topic->place);
  for (const struct topic *sheet = catalogue->sheets; sheet; sheet = sheet->next)
    report_unused(origins, sheet, N_("sheet"), sheet->id, sheet->place);
  for (const struct source *source = catalogue->sources; source; source = source->next)
    report_unused(origins, source, N_("source"), source->id, source->place);
  for (const struct define *define = catalogue->defines; define; define = define->next)
    report_unused(origins, define, N_("define"), define->name->id, define->name->place);
  const struct passage *passage = catalogue->passages;
  for (; passage; passage = passage->next)
    report_unused(origins, passage, N_("passage"), passage->id, passage->place);
  for (guint i = 0; i < catalogue->question_count; i++) {
    const struct item *item = &catalogue->questions[i]->item;
    if (!g_hash_table_contains(origins->used, item))
      findings_add(origins->findings, &rules[RULE_NO_EFFECT], item->place, item->id, NULL);
  }
}

void origins_check(const struct catalogue *catalogue, const struct proof_options *options,
                   struct findings *findings)
{
  g_autoptr(GHashTable) used = g_hash_table_new(NULL, NULL);
  struct origins origins = {catalogue, options, findings, used};
  use(&origins, catalogue->region);
  spots_visit(catalogue, see_spot, &origins);
  for (const struct support *support = catalogue->supports; support; support = support->next)
    check_review(&origins, support->reviewed, support->place);
  check_unused(&origins);
}
