/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pack as it reads, every alternative with its condition. */
#include "draw/preview.h"

#include <string.h>

#include "base/text.h"
#include "catalogue/spots.h"
#include "draw/preview_words.h"
#include "reader/translation.h"
#include "walk/condition_words.h"

struct previewing {
  const struct catalogue *catalogue;
  const struct item *part; /* NULL: everything */
  const struct preview_options *options;
  GString *out;
  guint untranslated;
};

static const char *say(const struct previewing *previewing, const char *msgid)
{
  return tr(previewing->options->translator, msgid);
}

/* How deep ITEM stands in the part. */
static int depth(const struct previewing *previewing, const struct item *item)
{
  int deep = 0;
  for (; item != previewing->part && item->parent; item = item->parent)
    deep++;
  return deep;
}

/* ---- lines ---- */

/* LEAD and WORDS, which hangs from where LEAD ends if that is only a number. */
static void append_line(struct previewing *previewing, int deep, const char *lead,
                        const char *words)
{
  g_autofree char *indent = g_strnfill((gsize)MIN(deep, 20) * 2, ' ');
  g_autofree char *hang = g_strnfill(strlen(indent) + (*lead ? strlen(lead) : 2), ' ');
  g_string_append_printf(previewing->out, "%s%s", indent, lead);
  text_wrap(previewing->out, words, previewing->options->width,
            (int)(strlen(indent) + strlen(lead)), hang);
  g_string_append_c(previewing->out, '\n');
}

/* " (when …)", or nothing. */
static char *when_words(const struct previewing *previewing, const struct condition *when)
{
  if (!when)
    return g_strdup("");
  g_autofree char *words =
      condition_words_beside(previewing->catalogue, when, previewing->options->translator);
  return g_strdup_printf(" (%s %s)", say(previewing, N_("when")), words);
}

/* "NAME (when …): WORDS" */
static void append_named(struct previewing *previewing, int deep, const char *name,
                         const struct condition *when, const char *words)
{
  g_autofree char *condition = when_words(previewing, when);
  g_autofree char *full = g_strconcat(name, condition, NULL);
  g_autofree char *line = tr_fill(say(previewing, N_("{1}: {2}")), full, words, NULL);
  append_line(previewing, deep, "", line);
}

/* TEXT as it reads, with a mark if it is in its source language and should not be. */
static char *shown_text(struct previewing *previewing, const struct text *text)
{
  const struct piece *pieces = translation_pieces(previewing->catalogue, text);
  char *words = preview_pieces(previewing->catalogue, pieces, previewing->options->translator);
  if (!previewing->options->marks || pieces != text->pieces || !*text->source)
    return words;
  previewing->untranslated++;
  char *marked = g_strdup_printf("[%s] %s", say(previewing, N_("not translated")), words);
  g_free(words);
  return marked;
}

static void append_heading(struct previewing *previewing, int deep, const char *name,
                           const char *details, const struct condition *when)
{
  g_autofree char *condition = when_words(previewing, when);
  g_autofree char *line =
      g_strconcat(name, *details ? " (" : "", details, *details ? ")" : "", condition, NULL);
  append_line(previewing, deep, "", line);
}

static void append_text(struct previewing *previewing, int deep, enum text_role role,
                        const struct text *text)
{
  g_autofree char *words = shown_text(previewing, text);
  append_named(previewing, deep, say(previewing, text_roles[role].element), text->when, words);
}

static void append_texts(struct previewing *previewing, int deep, enum text_role role,
                         const struct text *texts)
{
  for (; texts; texts = texts->next) {
    if (!texts->members) {
      append_text(previewing, deep, role, texts);
      continue;
    }
    append_heading(previewing, deep, say(previewing, N_("the first of these that holds")), "",
                   texts->when);
    append_texts(previewing, deep + 1, role, texts->members);
  }
}

/* ---- questions ---- */

/* As it is offered, by its number; the value stands behind. */
static void append_option(struct previewing *previewing, int deep, guint number,
                          const struct option *option)
{
  const struct item *item = &option->item;
  const struct text *label = option_label(item_question(item->parent), item->id);
  g_autofree char *words =
      label ? shown_text(previewing, label) : g_strdup(say(previewing, item->id));
  g_autofree char *condition = when_words(previewing, item->when);
  g_autofree char *line = g_strdup_printf("%s  [%s]%s", words, item->id, condition);
  g_autofree char *lead = g_strdup_printf("%3u  ", number);
  append_line(previewing, deep, lead, line);
  append_texts(previewing, deep + 3, ROLE_HELP, option->helps);
}

/* What a scale's number stands for. */
static void append_end(struct previewing *previewing, int deep, double number,
                       const struct text *text)
{
  if (!text)
    return;
  g_autofree char *words = shown_text(previewing, text);
  g_autofree char *lead = g_strdup_printf("%3g  ", number);
  append_line(previewing, deep, lead, words);
}

static void append_question(struct previewing *previewing, int deep,
                            const struct question *question)
{
  guint number = 0;
  append_texts(previewing, deep, ROLE_PROMPT, question->prompts);
  for (const struct item *item = question->item.first; item; item = item->next)
    if (item->kind == ITEM_OPTION)
      append_option(previewing, deep, ++number, item_option(item));
  append_end(previewing, deep, question->min.number, question->low);
  append_end(previewing, deep, question->max.number, question->high);
  append_texts(previewing, deep, ROLE_HELP, question->helps);
  append_texts(previewing, deep, ROLE_LABEL, question->label);
  for (const struct constraint *constraint = question->constraints; constraint;
       constraint = constraint->next)
    append_texts(previewing, deep, ROLE_MESSAGE, constraint->message);
}

/* ---- advice ---- */

/* "ELEMENT 'ID'" */
static char *named(const struct previewing *previewing, const char *element, const char *id)
{
  return id ? tr_fill(say(previewing, N_("{1} '{2}'")), say(previewing, element), id, NULL)
            : g_strdup(say(previewing, element));
}

static void append_draft(struct previewing *previewing, int deep, const struct draft *draft)
{
  g_autofree char *name = named(previewing, N_("draft"), draft->id);
  append_heading(previewing, deep, name, "", draft->when);
  append_texts(previewing, deep + 1, ROLE_TO, draft->to);
  append_texts(previewing, deep + 1, ROLE_SUBJECT, draft->subjects);
  append_texts(previewing, deep + 1, ROLE_PARAGRAPH, draft->paragraphs);
}

static void append_action(struct previewing *previewing, int deep, const struct action *action)
{
  append_texts(previewing, deep, ROLE_HEADLINE, action->titles);
  for (const struct due *due = action->dues; due; due = due->next) {
    g_autofree char *words = preview_due(due, previewing->options->translator);
    append_named(previewing, deep, say(previewing, N_("due")), due->when, words);
  }
  append_texts(previewing, deep, ROLE_WHY, action->whys);
  append_texts(previewing, deep, ROLE_STEP, action->steps);
  append_texts(previewing, deep, ROLE_AVOID, action->avoids);
  for (const struct draft *draft = action->drafts; draft; draft = draft->next)
    append_draft(previewing, deep, draft);
}

static void append_lesson(struct previewing *previewing, int deep, const struct lesson *lesson)
{
  append_texts(previewing, deep, ROLE_FACT, lesson->facts);
  append_texts(previewing, deep, ROLE_IF, lesson->if_text);
  append_texts(previewing, deep, ROLE_THEN, lesson->then_text);
  append_texts(previewing, deep, ROLE_WHY, lesson->why);
  append_texts(previewing, deep, ROLE_EXERCISE, lesson->exercise);
}

/* ---- items ---- */

static void append_contents(struct previewing *previewing, int deep, const struct item *item)
{
  switch (item->kind) {
  case ITEM_THEME:
    append_texts(previewing, deep, ROLE_TITLE, item_theme(item)->title);
    break;
  case ITEM_QUESTION:
    append_question(previewing, deep, item_question(item));
    break;
  case ITEM_REPEAT:
    append_texts(previewing, deep, ROLE_PROMPT, item_repeat(item)->prompt);
    break;
  case ITEM_ACTION:
    append_action(previewing, deep, item_action(item));
    break;
  case ITEM_LESSON:
    append_lesson(previewing, deep, item_lesson(item));
    break;
  case ITEM_OPENING:
    append_texts(previewing, deep, ROLE_PARAGRAPH, item_opening(item)->paragraphs);
    break;
  case ITEM_REPLY:
    append_texts(previewing, deep, ROLE_TITLE, item_reply(item)->title);
    append_texts(previewing, deep, ROLE_PARAGRAPH, item_reply(item)->paragraphs);
    break;
  case ITEM_STRENGTH:
  case ITEM_REMARK: /* stand in one line */
  case ITEM_OPTION: /* its label stands with the question */
    break;
  }
}

static void append_saying(struct previewing *previewing, int deep, const struct item *item,
                          const struct text *text)
{
  g_autofree char *name = named(previewing, item_element(item->kind), item->id);
  g_autofree char *words = shown_text(previewing, text);
  append_named(previewing, deep, name, item->when, words);
}

/* An option in which nothing stands has been shown. */
static void append_item(struct previewing *previewing, const struct item *item)
{
  const struct translator *translator = previewing->options->translator;
  int deep = depth(previewing, item);
  g_autofree char *name = named(previewing, item_element(item->kind), item->id);
  g_autofree char *details = preview_details(previewing->catalogue, item, translator);
  if (item->kind == ITEM_REMARK)
    append_saying(previewing, deep, item, item_remark(item)->text);
  else if (item->kind == ITEM_STRENGTH)
    append_saying(previewing, deep, item, item_strength(item)->text);
  else if (item->kind != ITEM_OPTION || item->first)
    append_heading(previewing, deep, name, details, item->when);
  append_contents(previewing, deep + 1, item);
}

static gboolean is_within(const struct item *item, const struct item *part)
{
  while (item && item != part)
    item = item->parent;
  return item != NULL;
}

/* ---- the pack ---- */

static void append_topics(struct previewing *previewing, const char *element,
                          const struct topic *topics)
{
  for (const struct topic *topic = topics; topic; topic = topic->next) {
    g_autofree char *title = shown_text(previewing, topic->title);
    g_autofree char *name = named(previewing, element, topic->id);
    append_named(previewing, 1, name, NULL, title);
  }
}

static void append_source(struct previewing *previewing, const struct source *source)
{
  g_autofree char *title = shown_text(previewing, source->title);
  g_autofree char *publisher =
      source->publisher ? shown_text(previewing, source->publisher) : g_strdup("");
  g_autofree char *words = g_strconcat(title, *publisher ? ", " : "", publisher, NULL);
  g_autofree char *name = named(previewing, N_("source"), source->id);
  append_named(previewing, 1, name, NULL, words);
}

static void append_pack(struct previewing *previewing)
{
  const struct catalogue *catalogue = previewing->catalogue;
  append_line(previewing, 0, "", say(previewing, N_("pack")));
  append_texts(previewing, 1, ROLE_TITLE, catalogue->title);
  append_texts(previewing, 1, ROLE_ABOUT, catalogue->about);
  append_texts(previewing, 1, ROLE_SUBJECT, catalogue->subject);
  append_topics(previewing, N_("topic"), catalogue->topics);
  append_topics(previewing, N_("sheet"), catalogue->sheets);
  for (const struct source *source = catalogue->sources; source; source = source->next)
    append_source(previewing, source);
  for (const struct holiday *holiday = catalogue->holidays; holiday; holiday = holiday->next)
    append_texts(previewing, 1, ROLE_TITLE, holiday->title);
  for (const struct support *support = catalogue->supports; support; support = support->next) {
    g_autofree char *title = shown_text(previewing, support->title);
    append_named(previewing, 1, say(previewing, N_("support")), NULL, title);
    append_texts(previewing, 2, ROLE_PARAGRAPH, support->paragraphs);
  }
}

static void append_count(struct previewing *previewing)
{
  guint count = previewing->untranslated;
  g_autofree char *number = g_strdup_printf("%u", count);
  const char *line = tr_plural(previewing->options->translator, "{1} text is not translated",
                               "{1} texts are not translated", count);
  g_autofree char *words = tr_fill(line, number, NULL);
  append_line(previewing, 0, "", count ? words : say(previewing, N_("all texts are translated")));
}

void preview_write(const struct catalogue *catalogue, const struct item *part,
                   const struct preview_options *options, GString *out)
{
  struct previewing previewing = {catalogue, part, options, out, 0};
  if (!part)
    append_pack(&previewing);
  for (guint i = 0; i < catalogue->item_count; i++)
    if (!part || is_within(catalogue->items[i], part))
      append_item(&previewing, catalogue->items[i]);
  if (!part && previewing.options->marks)
    append_count(&previewing);
}
