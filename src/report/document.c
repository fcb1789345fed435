/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document as a whole, and what the page and the details have in common. */
#include "report/document.h"

#include <wchar.h>

#include "base/date.h"
#include "base/text.h"
#include "report/parts.h"

/* ---- paragraphs ---- */

cmark_node *part_paragraph(cmark_node *parent)
{
  return node_add(parent, CMARK_NODE_PARAGRAPH);
}

void part_title(const struct part *part, int level, const char *msgid)
{
  node_add_words(node_add_heading(part->parent, level), tr(part->translator, msgid), 0);
}

/* A blank between what PARAGRAPH says and what comes next. */
static void part_go_on(cmark_node *paragraph)
{
  if (cmark_node_first_child(paragraph))
    node_add_words(paragraph, " ", 0);
}

void part_label(cmark_node *paragraph, const char *label)
{
  part_go_on(paragraph);
  node_add_words(paragraph, label, RUN_STRONG);
}

void part_label_of(const struct part *part, cmark_node *paragraph, const char *day)
{
  /* TRANSLATORS: a label before what belongs to it. */
  g_autofree char *label = tr_fill(tr(part->translator, N_("{1}:")), day, NULL);
  part_label(paragraph, label);
}

/* Whether a mark ends PHRASE, be it inside of what closes a quotation. */
static gboolean is_ended(const struct phrase *phrase)
{
  gunichar end = '.';
  for (const struct run *run = phrase->runs; run; run = run->next) {
    gunichar last = text_last_inside(run->text);
    end = last ? last : end;
  }
  return wcschr(L".!?…:;,", (wchar_t)end) != NULL;
}

/* A full stop, unless PHRASE, which stands last, ends with a mark of its own. */
static void add_end(cmark_node *paragraph, const struct phrase *phrase)
{
  if (!is_ended(phrase))
    node_add_words(paragraph, ".", 0);
}

void part_sentence(cmark_node *paragraph, const struct phrase *phrase)
{
  if (phrase_empty(phrase))
    return;
  part_go_on(paragraph);
  node_add_phrase(paragraph, phrase, 0);
  add_end(paragraph, phrase);
}

void part_sentences(cmark_node *paragraph, const GPtrArray *phrases)
{
  for (guint i = 0; i < phrases->len; i++)
    part_sentence(paragraph, phrases->pdata[i]);
}

void part_run_on(const struct part *part, const char *msgid, const GPtrArray *phrases)
{
  if (phrases->len == 0)
    return;
  cmark_node *paragraph = part_paragraph(part->parent);
  if (msgid)
    part_label(paragraph, tr(part->translator, msgid));
  part_sentences(paragraph, phrases);
}

void part_why(const struct part *part, const struct planned_action *action)
{
  if (phrase_empty(action->why))
    return;
  cmark_node *paragraph = part_paragraph(part->parent);
  part_label(paragraph, tr(part->translator, N_("Why:")));
  part_sentence(paragraph, action->why);
}

/* ---- days ---- */

char *part_date(const struct part *part, int day)
{
  int year, this_year, month, day_of_month;
  date_split(day, &year, &month, &day_of_month);
  date_split(part->plan->today, &this_year, &month, &day_of_month);
  return year == this_year ? date_medium(day, part->translator) : date_long(day, part->translator);
}

char *part_day(const struct part *part, int day)
{
  /* TRANSLATORS: begins a line about what is to be done then. {1} is a date. */
  static const char *const near[] = {N_("Today, {1}"), N_("Tomorrow, {1}")};
  int ahead = day - part->plan->today;
  const char *pattern =
      ahead >= 0 && ahead < (int)G_N_ELEMENTS(near) ? tr(part->translator, near[ahead]) : "{1}";
  g_autofree char *words = part_date(part, day);
  g_autofree char *whole = tr_fill(pattern, words, NULL);
  return text_capital(whole);
}

char *part_when(const struct part *part, const struct planned_action *action)
{
  if (!action->day)
    return g_strdup(tr(part->translator, N_("At any time")));
  g_autofree char *when = part_day(part, action->day);
  if (action->at < 0)
    return g_steal_pointer(&when);
  g_autofree char *time = time_long(action->at, part->translator);
  /* TRANSLATORS: {1} is a day, {2} a time of that day. */
  return tr_fill(tr(part->translator, N_("{1}, {2}")), when, time, NULL);
}

void part_action_title(const struct part *part, int level, const struct planned_action *action)
{
  g_autofree char *words = part_when(part, action);
  OWNED(phrase) when = phrase_of(words, 0);
  const struct phrase *phrases[] = {when, action->title, NULL};
  /* TRANSLATORS: {1} is a day, perhaps with an hour, {2} what is to be done then. */
  cmark_node *heading = node_add_heading(part->parent, level);
  cmark_node_set_user_data(heading, (gpointer)action);
  node_add_filled(heading, tr(part->translator, N_("{1}: {2}")), phrases);
}

void part_late(const struct part *part, cmark_node *paragraph, const struct planned_action *action)
{
  if (!action->overdue)
    return;
  g_autofree char *due = part_date(part, action->due);
  /* TRANSLATORS: {1} is a date that has passed. */
  g_autofree char *late =
      tr_fill(tr(part->translator, N_("This was due on {1}; it can still be done.")), due, NULL);
  if (!paragraph)
    paragraph = part_paragraph(part->parent);
  part_go_on(paragraph);
  node_add_words(paragraph, late, RUN_EM);
  cmark_node_set_user_data(cmark_node_last_child(paragraph), (gpointer)action);
}

/* ---- drafts ---- */

static void add_header(const struct part *part, cmark_node *quote, const char *msgid,
                       const struct phrase *phrase)
{
  if (phrase_empty(phrase))
    return;
  cmark_node *paragraph = part_paragraph(quote);
  part_label(paragraph, tr(part->translator, msgid));
  node_add_words(paragraph, " ", 0);
  node_add_phrase(paragraph, phrase, 0);
}

/* A line of its own is a paragraph of its own: no format keeps a mere line break through a copy. */
static void split_lines(cmark_node *quote, cmark_node *first)
{
  cmark_node *paragraph = first;
  for (cmark_node *node = cmark_node_first_child(first), *next; node; node = next) {
    next = cmark_node_next(node);
    if (cmark_node_get_type(node) == CMARK_NODE_LINEBREAK) {
      paragraph = part_paragraph(quote);
      cmark_node_free(node);
    } else if (paragraph != first) {
      cmark_node_append_child(paragraph, node);
    }
  }
}

/* The person's own words; what they left in square brackets is a blank as in the plan's. */
static void add_own(cmark_node *quote, const char *own)
{
  g_auto(GStrv) parts = g_regex_split_simple("\\[([^][\n]+)\\]", own, G_REGEX_DEFAULT, 0);
  cmark_node *paragraph = part_paragraph(quote);
  for (guint i = 0; parts[i]; i++)
    node_add_words(paragraph, parts[i], i % 2 ? RUN_BLANK : 0);
  split_lines(quote, paragraph);
}

static void add_text(const struct part *part, cmark_node *quote, const struct planned_draft *draft)
{
  if (draft->own) {
    add_own(quote, draft->own);
    return;
  }
  add_header(part, quote, N_("To:"), draft->to);
  add_header(part, quote, N_("Subject:"), draft->subject);
  for (guint i = 0; i < draft->paragraphs->len; i++) {
    cmark_node *paragraph = part_paragraph(quote);
    node_add_phrase(paragraph, draft->paragraphs->pdata[i], 0);
    split_lines(quote, paragraph);
  }
}

/* What goes into the blanks of PHRASE, each once in a document. */
static void add_examples(const struct part *part, const struct phrase *phrase)
{
  for (const struct run *run = phrase->runs; run; run = run->next) {
    if (!(run->style & RUN_BLANK) || !run->example ||
        !g_hash_table_add(part->said, (gpointer)run->text))
      continue;
    OWNED(phrase) blank = phrase_of(run->text, RUN_BLANK);
    OWNED(phrase) example = phrase_of(run->example, 0);
    const struct phrase *phrases[] = {blank, example, NULL};
    /* TRANSLATORS: under a draft. {1}, in brackets, is what is to be written in their place, {2} an
     * example of it. */
    node_add_filled(part_paragraph(part->parent),
                    tr(part->translator, N_("{1} for example: “{2}”")), phrases);
  }
}

void part_draft(const struct part *part, const struct planned_action *action,
                const struct planned_draft *draft)
{
  if (draft->channel != action->action->channel) {
    g_autofree char *channel = text_capital(channel_in_words(draft->channel, part->translator));
    part_label_of(part, part_paragraph(part->parent), channel);
  }
  add_text(part, node_add_draft(part->parent, draft), draft);
  if (draft->own)
    return;
  add_examples(part, draft->subject);
  for (guint i = 0; i < draft->paragraphs->len; i++)
    add_examples(part, draft->paragraphs->pdata[i]);
}

/* ---- lessons ---- */

/* What to do next time, as a sentence; where no situation is named, that is the next time itself.
 */
static void add_resolution(const struct part *part, cmark_node *paragraph,
                           const struct planned_lesson *lesson)
{
  const struct phrase *phrases[] = {lesson->if_text, lesson->then_text, NULL};
  cmark_node *sentence = cmark_node_new(CMARK_NODE_PARAGRAPH);
  /* TRANSLATORS: what to do next time: {1} is a situation, {2} what the person then does; both
   * begin with a small letter and end without a full stop. No word before {1} or {2} may change
   * with what follows it, as the French "si" does: "Quand {1}, {2}" */
  const char *pattern = N_("When {1}, {2}");
  if (!phrase_empty(lesson->if_text))
    node_add_filled(sentence, tr(part->translator, pattern), phrases);
  else
    node_add_phrase(sentence, lesson->then_text, 0);
  add_end(sentence, lesson->then_text);
  node_capitalise(cmark_node_first_child(sentence));
  part_go_on(paragraph);
  for (cmark_node *inline_node; (inline_node = cmark_node_first_child(sentence));)
    cmark_node_append_child(paragraph, inline_node);
  cmark_node_free(sentence);
}

void part_lesson(const struct part *part, cmark_node *paragraph,
                 const struct planned_lesson *lesson, gboolean why)
{
  node_add_phrase(paragraph, lesson->fact, RUN_STRONG);
  add_resolution(part, paragraph, lesson);
  if (why)
    part_sentence(paragraph, lesson->why);
  if (phrase_empty(lesson->exercise))
    return;
  node_add_words(paragraph, " ", 0);
  node_add_words(paragraph, tr(part->translator, N_("Exercise:")), RUN_EM);
  node_add_words(paragraph, " ", 0);
  node_add_phrase(paragraph, lesson->exercise, 0);
}

void part_reply(cmark_node *list, const struct planned_reply *reply)
{
  cmark_node *paragraph = part_paragraph(node_add(list, CMARK_NODE_ITEM));
  node_add_phrase(paragraph, reply->title, RUN_STRONG);
  part_sentences(paragraph, reply->paragraphs);
}

/* ---- the whole ---- */

static void add_title(const struct part *part)
{
  cmark_node *heading = node_add_heading(part->parent, 1);
  g_autofree char *today = date_long(part->plan->today, part->translator);
  OWNED(phrase) day = phrase_of(today, 0);
  /* TRANSLATORS: the title of a plan. {1} is what it is about, {2} the day on which it was made. */
  const char *about = N_("{1}: plan of {2}");
  /* TRANSLATORS: {1} is the date of the day on which the plan was made. */
  const char *pattern = N_("Plan of {1}");
  gboolean named = !phrase_empty(part->plan->subject);
  const struct phrase *phrases[] = {named ? part->plan->subject : day, day, NULL};
  node_add_filled(heading, tr(part->translator, named ? about : pattern), phrases);
  node_capitalise(cmark_node_first_child(heading));
}

cmark_node *document_new(const struct plan *plan, const struct plan_page *page,
                         const struct report_options *options)
{
  cmark_node *document = cmark_node_new(CMARK_NODE_DOCUMENT);
  g_autoptr(GHashTable) said = g_hash_table_new(g_str_hash, g_str_equal);
  struct part part = {plan, page, options->translator, options->language, document, said};
  add_title(&part);
  if (options->since)
    part_since(&part, options->since);
  part_page(&part);
  if (!options->page_only) {
    part.parent = node_add_details(document);
    part_details(&part);
    if (!cmark_node_first_child(part.parent))
      cmark_node_free(part.parent);
  }
  nodes_tidy(document);
  return document;
}
