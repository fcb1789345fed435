/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of the report, and all of it but the plan by day and the drafts. */
#include "report/document.h"

#include "base/date.h"
#include "report/parts.h"

/* ---- what several parts use ---- */

void part_title(const struct part *part, const char *msgid)
{
  node_add_words(node_add_heading(part->document, 2), tr(part->translator, msgid), 0);
}

cmark_node *part_paragraph(cmark_node *parent)
{
  return node_add(parent, CMARK_NODE_PARAGRAPH);
}

void part_labelled(const struct part *part, cmark_node *parent, const char *msgid,
                   const struct phrase *phrase)
{
  if (phrase_empty(phrase))
    return;
  cmark_node *paragraph = part_paragraph(parent);
  node_add_words(paragraph, tr(part->translator, msgid), RUN_STRONG);
  node_add_words(paragraph, " ", 0);
  node_add_phrase(paragraph, phrase, 0);
}

void part_because(const struct part *part, cmark_node *parent, const GPtrArray *because)
{
  if (because->len == 0)
    return;
  g_autoptr(GPtrArray) reasons = g_ptr_array_new();
  g_ptr_array_extend(reasons, (GPtrArray *)because, NULL, NULL);
  g_ptr_array_add(reasons, NULL);
  /* TRANSLATORS: stands between two of the person's answers: "late: yes; called: no". */
  g_autofree char *words = g_strjoinv(tr(part->translator, N_("; ")), (char **)reasons->pdata);
  cmark_node *paragraph = part_paragraph(parent);
  node_add_words(paragraph, tr(part->translator, N_("From your answers:")), RUN_EM);
  node_add_words(paragraph, " ", 0);
  node_add_words(paragraph, words, 0);
}

char *part_day(const struct part *part, int day)
{
  int year, this_year, month, day_of_month;
  date_split(day, &year, &month, &day_of_month);
  date_split(part->plan->today, &this_year, &month, &day_of_month);
  return year == this_year ? date_medium(day, part->translator) : date_long(day, part->translator);
}

/* ---- lessons ---- */

/* How many lessons stand in front, in full. */
#define LESSONS_IN_FRONT 2
/* How many lines are read again just before the next time. */
#define REMINDERS 10

static gboolean has_topic(const GPtrArray *lessons, const struct topic *topic)
{
  for (guint i = 0; i < lessons->len; i++)
    if (((struct planned_lesson *)lessons->pdata[i])->lesson->topic == topic)
      return TRUE;
  return FALSE;
}

/* Divides the lessons: in FRONT the first of two topics, in REST the others, both in order. */
static void choose_lessons(const GPtrArray *lessons, GPtrArray *front, GPtrArray *rest)
{
  for (guint i = 0; i < lessons->len; i++) {
    struct planned_lesson *lesson = lessons->pdata[i];
    gboolean chosen = front->len < LESSONS_IN_FRONT && !has_topic(front, lesson->lesson->topic);
    g_ptr_array_add(chosen ? front : rest, lesson);
  }
}

static void add_if_then(const struct part *part, cmark_node *parent,
                        const struct planned_lesson *lesson)
{
  const struct phrase *phrases[] = {lesson->if_text, lesson->then_text, NULL};
  /* TRANSLATORS: what to do next time: {1} is a situation, {2} what the person then does; both
   * begin with a small letter and end without a full stop. No word before {1} or {2} may change
   * with what follows it, as the French "si" does: "Quand {1}, alors {2}." */
  node_add_filled(parent, tr(part->translator, N_("If {1}, then {2}.")), phrases);
}

static void add_text(const struct part *part, const struct phrase *phrase)
{
  if (!phrase_empty(phrase))
    node_add_phrase(part_paragraph(part->document), phrase, 0);
}

static void add_lesson(const struct part *part, const struct planned_lesson *lesson)
{
  node_add_phrase(node_add_heading(part->document, 3), lesson->topic, 0);
  add_text(part, lesson->fact);
  add_if_then(part, part_paragraph(part->document), lesson);
  add_text(part, lesson->why);
  part_labelled(part, part->document, N_("Exercise:"), lesson->exercise);
  part_because(part, part->document, lesson->because);
}

/* What happened; what to do then stands among the reminders, and only else here. */
static void add_rest(const struct part *part, const GPtrArray *rest)
{
  node_add_words(part_paragraph(part->document), tr(part->translator, N_("And besides:")), 0);
  cmark_node *list = node_add_list(part->document, CMARK_BULLET_LIST, TRUE);
  for (guint i = 0; i < rest->len; i++) {
    const struct planned_lesson *lesson = rest->pdata[i];
    cmark_node *paragraph = part_paragraph(node_add(list, CMARK_NODE_ITEM));
    guint index = 0;
    g_ptr_array_find(part->plan->lessons, lesson, &index);
    if (index < REMINDERS && !phrase_empty(lesson->fact))
      node_add_phrase(paragraph, lesson->fact, 0);
    else
      add_if_then(part, paragraph, lesson);
  }
}

static void add_lessons(const struct part *part)
{
  if (part->plan->lessons->len == 0)
    return;
  g_autoptr(GPtrArray) front = g_ptr_array_new();
  g_autoptr(GPtrArray) rest = g_ptr_array_new();
  choose_lessons(part->plan->lessons, front, rest);
  part_title(part, N_("Lessons"));
  for (guint i = 0; i < front->len; i++)
    add_lesson(part, front->pdata[i]);
  if (rest->len > 0)
    add_rest(part, rest);
}

static void add_reminders(const struct part *part)
{
  if (part->plan->lessons->len == 0)
    return;
  part_title(part, N_("To keep in mind next time"));
  const GPtrArray *lessons = part->plan->lessons;
  cmark_node *list = node_add_list(part->document, CMARK_BULLET_LIST, TRUE);
  for (guint i = 0; i < MIN(lessons->len, REMINDERS); i++)
    add_if_then(part, part_paragraph(node_add(list, CMARK_NODE_ITEM)), lessons->pdata[i]);
}

/* ---- strengths, sheets, sources ---- */

static void add_strengths(const struct part *part)
{
  const GPtrArray *strengths = part->plan->strengths;
  if (strengths->len == 0)
    return;
  part_title(part, N_("What went well"));
  cmark_node *list = node_add_list(part->document, CMARK_BULLET_LIST, TRUE);
  for (guint i = 0; i < strengths->len; i++) {
    const struct planned_strength *strength = strengths->pdata[i];
    node_add_phrase(part_paragraph(node_add(list, CMARK_NODE_ITEM)), strength->text, 0);
  }
}

static void add_line(const struct part *part, cmark_node *list, const struct sheet_line *line)
{
  OWNED(phrase) label = phrase_of(line->label, RUN_STRONG);
  OWNED(phrase) words = phrase_of(line->words, line->style);
  const struct phrase *phrases[] = {label, words, NULL};
  /* TRANSLATORS: {1} is a short question, {2} its answer. */
  node_add_filled(part_paragraph(node_add(list, CMARK_NODE_ITEM)),
                  tr(part->translator, N_("{1}: {2}")), phrases);
}

static void add_sheets(const struct part *part)
{
  const GPtrArray *sheets = part->plan->sheets;
  for (guint i = 0; i < sheets->len; i++) {
    const struct planned_sheet *sheet = sheets->pdata[i];
    node_add_phrase(node_add_heading(part->document, 2), sheet->title, 0);
    cmark_node *list = node_add_list(part->document, CMARK_BULLET_LIST, TRUE);
    for (guint j = 0; j < sheet->lines->len; j++)
      add_line(part, list, sheet->lines->pdata[j]);
  }
}

static void add_source(cmark_node *paragraph, const struct planned_source *planned)
{
  cmark_node *title = paragraph;
  if (planned->source->url) {
    title = node_add(paragraph, CMARK_NODE_LINK);
    cmark_node_set_url(title, planned->source->url);
  }
  g_autofree char *words = phrase_plain(planned->title); /* a link holds no link */
  node_add_words(title, words, 0);
  if (!phrase_empty(planned->publisher)) {
    node_add_words(paragraph, ", ", 0);
    node_add_phrase(paragraph, planned->publisher, 0);
  }
  if (planned->source->date) {
    node_add_words(paragraph, ", ", 0);
    node_add_words(paragraph, planned->source->date, 0);
  }
}

static void add_sources(const struct part *part)
{
  const GPtrArray *sources = part->plan->sources;
  if (sources->len == 0)
    return;
  part_title(part, N_("Sources"));
  cmark_node *list = node_add_list(part->document, CMARK_BULLET_LIST, TRUE);
  for (guint i = 0; i < sources->len; i++)
    add_source(part_paragraph(node_add(list, CMARK_NODE_ITEM)), sources->pdata[i]);
}

/* ---- the whole ---- */

static void add_subject(const struct part *part)
{
  cmark_node *heading = node_add_heading(part->document, 1);
  if (phrase_empty(part->plan->subject))
    node_add_words(heading, tr(part->translator, N_("Plan")), 0);
  else
    node_add_phrase(heading, part->plan->subject, 0);
}

cmark_node *document_new(const struct plan *plan, const struct report_options *options)
{
  static void (*const parts[])(const struct part *) = {
      add_subject,   part_summary, part_days,     part_drafts, add_lessons,
      add_strengths, add_sheets,   add_reminders, add_sources,
  };
  struct part part = {plan, options->translator, cmark_node_new(CMARK_NODE_DOCUMENT)};
  for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
    parts[i](&part);
  nodes_tidy(part.document);
  return part.document;
}
