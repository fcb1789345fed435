/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The details: the rest of what the page tells in part, and all that it leaves out. Nothing stands
 * here that stands there.
 */
#include "report/parts.h"

#include <string.h>

/* How many unanswered questions are named. */
#define MISSING_NAMED 3

/* ---- reasons ---- */

/* A reason that most actions share, as that where things stand, tells nothing of any of them. */
static void leave_out_shared(const struct part *part)
{
  const GPtrArray *actions = part->plan->actions;
  g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < actions->len; i++) {
    const GPtrArray *because = ((struct planned_action *)actions->pdata[i])->because;
    for (guint j = 0; j < because->len; j++) {
      guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, because->pdata[j])) + 1;
      g_hash_table_insert(counts, because->pdata[j], GUINT_TO_POINTER(count));
      if (count > 1 && count * 2 > actions->len)
        g_hash_table_add(part->said, because->pdata[j]);
    }
  }
}

/* The reasons of BECAUSE that have not been said, at the end of PARAGRAPH, of a new one if that is
 * NULL; nothing if none is left. */
static void add_because(const struct part *part, cmark_node *paragraph, const GPtrArray *because)
{
  g_autoptr(GPtrArray) reasons = g_ptr_array_new_null_terminated(1, NULL, TRUE);
  for (guint i = 0; i < because->len; i++)
    if (g_hash_table_add(part->said, because->pdata[i]))
      g_ptr_array_add(reasons, because->pdata[i]);
  if (reasons->len == 0)
    return;
  /* TRANSLATORS: stands between two of the person's answers: "late: yes; called: no". */
  g_autofree char *words = g_strjoinv(tr(part->translator, N_("; ")), (char **)reasons->pdata);
  if (!paragraph)
    paragraph = part_paragraph(part->parent);
  if (cmark_node_first_child(paragraph))
    node_add_words(paragraph, " ", 0);
  node_add_words(paragraph, tr(part->translator, N_("From your answers:")), RUN_EM);
  node_add_words(paragraph, " ", 0);
  node_add_words(paragraph, words, 0);
}

/* ---- actions ---- */

/* What the page does not say of an action that stands there, or all of it. */
static void add_action_parts(const struct part *part, const struct planned_action *action)
{
  if (!plan_page_holds(part->page, action)) {
    part_late(part, NULL, action);
    part_run_on(part, NULL, action->steps);
  }
  if (action != part->page->next) {
    part_why(part, action);
    part_run_on(part, N_("Avoid:"), action->avoids);
  }
  for (guint i = 0; i < action->drafts->len; i++)
    if (!plan_page_holds(part->page, action->drafts->pdata[i]))
      part_draft(part, action, action->drafts->pdata[i]);
  add_because(part, NULL, action->because);
}

/* An action that stands on the page has its day there, and a heading here only above something;
 * one that the page leaves out is told at least. */
static void add_action(const struct part *part, const struct planned_action *action)
{
  gboolean told = plan_page_holds(part->page, action);
  if (told)
    node_add_phrase(node_add_heading(part->parent, 3), action->title, 0);
  else
    part_action_title(part, 3, action);
  cmark_node *heading = cmark_node_last_child(part->parent);
  add_action_parts(part, action);
  if (told && cmark_node_last_child(part->parent) == heading)
    cmark_node_free(heading);
}

static void add_actions(const struct part *part)
{
  const GPtrArray *actions = part->plan->actions;
  for (guint i = 0; i < actions->len; i++) {
    const struct planned_action *action = actions->pdata[i];
    if (action->state != ACTION_DONE)
      add_action(part, action);
  }
}

static void add_done(const struct part *part)
{
  cmark_node *list = NULL;
  for (guint i = 0; i < part->plan->actions->len; i++) {
    const struct planned_action *action = part->plan->actions->pdata[i];
    if (action->state != ACTION_DONE)
      continue;
    if (!list) {
      part_title(part, 3, N_("Done"));
      list = node_add_list(part->parent);
    }
    cmark_node *paragraph = part_paragraph(node_add(list, CMARK_NODE_ITEM));
    g_autofree char *when = part_when(part, action);
    node_add_box(paragraph, action, TRUE);
    part_label_of(part, paragraph, when);
    part_sentence(paragraph, action->title);
  }
}

/* ---- replies, lessons and strengths ---- */

/* Those for which the page had no place. */
static void add_replies(const struct part *part)
{
  const GPtrArray *replies = part->plan->replies;
  cmark_node *list = NULL;
  for (guint i = 0; i < replies->len; i++) {
    if (plan_page_holds(part->page, replies->pdata[i]))
      continue;
    if (!list) {
      part_title(part, 3, N_("What else you can say"));
      list = node_add_list(part->parent);
    }
    part_reply(list, replies->pdata[i]);
  }
}

/* Of a lesson on the page what stands behind it, under its topic; of another all. */
static void add_lesson(const struct part *part, cmark_node *list,
                       const struct planned_lesson *lesson)
{
  gboolean told = plan_page_holds(part->page, lesson);
  cmark_node *item = node_add(list, CMARK_NODE_ITEM), *paragraph = part_paragraph(item);
  if (told) {
    g_autofree char *topic = phrase_plain(lesson->topic);
    part_label_of(part, paragraph, topic);
  } else {
    part_lesson(part, paragraph, lesson, TRUE);
  }
  cmark_node *begun = cmark_node_last_child(paragraph);
  if (told)
    part_sentence(paragraph, lesson->why);
  add_because(part, paragraph, lesson->because);
  if (told && cmark_node_last_child(paragraph) == begun)
    cmark_node_free(item);
}

static void add_lessons(const struct part *part)
{
  part_title(part, 3, N_("More for next time"));
  cmark_node *list = node_add_list(part->parent);
  for (guint i = 0; i < part->plan->lessons->len; i++)
    add_lesson(part, list, part->plan->lessons->pdata[i]);
  if (!cmark_node_first_child(list)) {
    cmark_node_free(cmark_node_previous(list));
    cmark_node_free(list);
  }
}

static void add_strengths(const struct part *part)
{
  const GPtrArray *strengths = part->plan->strengths;
  if (strengths->len == (part->page->strength ? 1 : 0))
    return;
  part_title(part, 3, N_("What also went well"));
  cmark_node *list = node_add_list(part->parent);
  for (guint i = 0; i < strengths->len; i++) {
    const struct planned_strength *strength = strengths->pdata[i];
    if (!plan_page_holds(part->page, strength))
      node_add_phrase(part_paragraph(node_add(list, CMARK_NODE_ITEM)), strength->text, 0);
  }
}

/* ---- sheets, sources, what is missing ---- */

static void add_line(const struct part *part, cmark_node *paragraph, const struct sheet_line *line)
{
  OWNED(phrase) label = phrase_of(line->label, RUN_STRONG);
  OWNED(phrase) words = phrase_of(line->words, line->style);
  const struct phrase *phrases[] = {label, words, NULL};
  if (cmark_node_first_child(paragraph))
    node_add_words(paragraph, tr(part->translator, N_("; ")), 0);
  /* TRANSLATORS: {1} is a short question, {2} its answer. */
  node_add_filled(paragraph, tr(part->translator, N_("{1}: {2}")), phrases);
}

/* The answers of one item of a repeat stand together. */
static void add_sheet(const struct part *part, const struct planned_sheet *sheet)
{
  node_add_phrase(node_add_heading(part->parent, 3), sheet->title, 0);
  cmark_node *list = node_add_list(part->parent);
  cmark_node *paragraph = NULL;
  guint turn = 0;
  for (guint i = 0; i < sheet->lines->len; i++) {
    const struct sheet_line *line = sheet->lines->pdata[i];
    if (!paragraph || !line->step.turn || line->step.turn != turn)
      paragraph = part_paragraph(node_add(list, CMARK_NODE_ITEM));
    turn = line->step.turn;
    add_line(part, paragraph, line);
  }
}

static void add_sheets(const struct part *part)
{
  const GPtrArray *sheets = part->plan->sheets;
  for (guint i = 0; i < sheets->len; i++)
    add_sheet(part, sheets->pdata[i]);
}

/* "fr" and "fr-CA" are one language. */
static gboolean is_foreign(const struct part *part, const char *language)
{
  gsize length = strcspn(language, "-_");
  return !part->language || strcspn(part->language, "-_") != length ||
         g_ascii_strncasecmp(part->language, language, length) != 0;
}

/* NULL: there are no words for it. */
static const char *language_in_words(const char *language)
{
  static const struct {
    const char *tag, *words;
  } languages[] = {{"de", N_("in German")},    {"en", N_("in English")}, {"es", N_("in Spanish")},
                   {"fr", N_("in French")},    {"it", N_("in Italian")}, {"nl", N_("in Dutch")},
                   {"pt", N_("in Portuguese")}};
  for (gsize i = 0; i < G_N_ELEMENTS(languages); i++)
    if (g_ascii_strncasecmp(languages[i].tag, language, strcspn(language, "-_")) == 0)
      return languages[i].words;
  return NULL;
}

/* A title in another language than the document's says so; one that was translated is looked for
 * under its own. A link holds no link. */
static void add_source_title(const struct part *part, cmark_node *paragraph,
                             const struct planned_source *planned)
{
  g_autofree char *words = phrase_plain(planned->title);
  g_autofree char *original = phrase_plain(planned->original);
  gboolean foreign = is_foreign(part, planned->language);
  gboolean translated = !g_str_equal(words, original);
  const char *in_language = foreign ? language_in_words(planned->language) : NULL;
  cmark_node *title = paragraph;
  if (planned->source->url) {
    title = node_add(paragraph, CMARK_NODE_LINK);
    cmark_node_set_url(title, planned->source->url);
  }
  if (foreign && !translated)
    node_add_foreign(title, words, planned->language);
  else
    node_add_words(title, words, 0);
  if (!in_language)
    return;
  const char *in_words = tr(part->translator, in_language);
  g_autofree char *label =
      translated ? tr_fill(tr(part->translator, N_("{1}:")), in_words, NULL) : g_strdup(in_words);
  node_add_words(paragraph, " (", 0);
  node_add_words(paragraph, label, 0);
  if (translated) {
    node_add_words(paragraph, " ", 0);
    node_add_foreign(paragraph, original, planned->language);
  }
  node_add_words(paragraph, ")", 0);
}

static void add_source(const struct part *part, cmark_node *paragraph,
                       const struct planned_source *planned)
{
  add_source_title(part, paragraph, planned);
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
  part_title(part, 3, N_("Sources"));
  cmark_node *list = node_add_list(part->parent);
  for (guint i = 0; i < sources->len; i++)
    add_source(part, part_paragraph(node_add(list, CMARK_NODE_ITEM)), sources->pdata[i]);
}

static void add_missing(const struct part *part)
{
  const GPtrArray *missing = part->plan->missing;
  if (missing->len == 0)
    return;
  const char *names[MISSING_NAMED + 2] = {0};
  for (guint i = 0; i < MIN(missing->len, MISSING_NAMED); i++)
    names[i] = missing->pdata[i];
  if (missing->len > MISSING_NAMED)
    names[MISSING_NAMED] = tr(part->translator, N_("others"));
  g_autofree char *list = tr_join(part->translator, names);
  g_autofree char *count = g_strdup_printf("%u", missing->len);
  g_autofree char *words = tr_fill(
      tr_plural(part->translator,
                "This plan is not complete: {1} question has no answer yet ({2}).",
                "This plan is not complete: {1} questions have no answer yet ({2}).", missing->len),
      count, list, NULL);
  node_add_words(part_paragraph(part->parent), words, 0);
}

/* ---- the whole ---- */

void part_details(const struct part *part)
{
  static void (*const parts[])(const struct part *part) = {
      add_missing,   add_actions, add_replies, add_lessons,
      add_strengths, add_sheets,  add_done,    add_sources,
  };
  part_title(part, 2, N_("Details"));
  cmark_node *heading = cmark_node_last_child(part->parent);
  leave_out_shared(part);
  for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
    parts[i](part);
  if (cmark_node_last_child(part->parent) == heading)
    cmark_node_free(heading);
}
