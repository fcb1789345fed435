/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that stands in a pack, in the order in which it is read. */
#include "draw/preview_lines.h"

#include "catalogue/spots.h"
#include "draw/preview_words.h"
#include "walk/condition_words.h"

struct line_visit {
  const struct catalogue *catalogue;
  const struct item *part; /* NULL: everything */
  const struct translator *translator;
  preview_seer see;
  void *data;
};

static const char *say(const struct line_visit *visit, const char *msgid)
{
  return tr(visit->translator, msgid);
}

/* How deep ITEM stands in the part. */
static int depth(const struct line_visit *visit, const struct item *item)
{
  int deep = 0;
  for (; item != visit->part && item->parent; item = item->parent)
    deep++;
  return deep;
}

static void see(const struct line_visit *visit, const struct preview_line *line)
{
  visit->see(line, visit->data);
}

/* ---- texts ---- */

static void see_heading(const struct line_visit *visit, int deep, const char *name,
                        const struct condition *when)
{
  see(visit, &(struct preview_line){
                 .kind = PREVIEW_HEADING, .deep = deep, .name = name, .details = "", .when = when});
}

static void see_text(const struct line_visit *visit, int deep, const char *name,
                     const struct condition *when, const struct text *text)
{
  see(visit, &(struct preview_line){
                 .kind = PREVIEW_SAYING, .deep = deep, .name = name, .when = when, .text = text});
}

static void see_words(const struct line_visit *visit, int deep, const char *name,
                      const struct condition *when, const char *words)
{
  see(visit, &(struct preview_line){
                 .kind = PREVIEW_SAYING, .deep = deep, .name = name, .when = when, .words = words});
}

static void see_texts(const struct line_visit *visit, int deep, enum text_role role,
                      const struct text *texts)
{
  for (; texts; texts = texts->next) {
    if (texts->passage) {
      g_autofree char *name = element_words(N_("passage"), texts->passage->id, visit->translator);
      see_heading(visit, deep, name, texts->when);
      continue;
    }
    if (!texts->members) {
      see_text(visit, deep, say(visit, text_roles[role].element), texts->when, texts);
      continue;
    }
    see_heading(visit, deep, say(visit, N_("the first of these that holds")), texts->when);
    see_texts(visit, deep + 1, role, texts->members);
  }
}

/* ---- questions ---- */

static void see_option(const struct line_visit *visit, int deep, guint number,
                       const struct option *option)
{
  const struct item *item = &option->item;
  const struct text *label = option_label(item_question(item->parent), item->id);
  see(visit, &(struct preview_line){.kind = PREVIEW_CHOICE,
                                    .deep = deep,
                                    .name = item->id,
                                    .when = item->when,
                                    .text = label,
                                    .words = label ? NULL : say(visit, item->id),
                                    .number = number});
  see_texts(visit, deep + 3, ROLE_HELP, option->helps);
}

/* What a scale's number stands for. */
static void see_end(const struct line_visit *visit, int deep, double number,
                    const struct text *text)
{
  if (text)
    see(visit, &(struct preview_line){
                   .kind = PREVIEW_CHOICE, .deep = deep, .text = text, .number = number});
}

static void see_question(const struct line_visit *visit, int deep, const struct question *question)
{
  guint number = 0;
  see_texts(visit, deep, ROLE_PROMPT, question->prompts);
  for (const struct item *item = question->item.first; item; item = item->next)
    if (item->kind == ITEM_OPTION)
      see_option(visit, deep, ++number, item_option(item));
  see_end(visit, deep, question->min.number, question->low);
  see_end(visit, deep, question->max.number, question->high);
  see_texts(visit, deep, ROLE_HELP, question->helps);
  see_texts(visit, deep, ROLE_LABEL, question->label);
  for (const struct constraint *constraint = question->constraints; constraint;
       constraint = constraint->next)
    see_texts(visit, deep, ROLE_MESSAGE, constraint->message);
}

/* ---- advice ---- */

static void see_draft(const struct line_visit *visit, int deep, const struct draft *draft)
{
  g_autofree char *name = element_words(N_("draft"), draft->id, visit->translator);
  see_heading(visit, deep, name, draft->when);
  see_texts(visit, deep + 1, ROLE_TO, draft->to);
  see_texts(visit, deep + 1, ROLE_SUBJECT, draft->subjects);
  see_texts(visit, deep + 1, ROLE_PARAGRAPH, draft->paragraphs);
}

static void see_action(const struct line_visit *visit, int deep, const struct action *action)
{
  see_texts(visit, deep, ROLE_HEADLINE, action->titles);
  for (const struct due *due = action->dues; due; due = due->next) {
    g_autofree char *words = preview_due(due, visit->translator);
    see_words(visit, deep, say(visit, N_("due")), due->when, words);
  }
  see_texts(visit, deep, ROLE_WHY, action->whys);
  see_texts(visit, deep, ROLE_STEP, action->steps);
  see_texts(visit, deep, ROLE_AVOID, action->avoids);
  for (const struct draft *draft = action->drafts; draft; draft = draft->next)
    see_draft(visit, deep, draft);
}

static void see_lesson(const struct line_visit *visit, int deep, const struct lesson *lesson)
{
  see_texts(visit, deep, ROLE_FACT, lesson->facts);
  see_texts(visit, deep, ROLE_IF, lesson->if_text);
  see_texts(visit, deep, ROLE_THEN, lesson->then_text);
  see_texts(visit, deep, ROLE_WHY, lesson->why);
  see_texts(visit, deep, ROLE_EXERCISE, lesson->exercise);
}

/* ---- items ---- */

static void see_contents(const struct line_visit *visit, int deep, const struct item *item)
{
  switch (item->kind) {
  case ITEM_THEME:
    see_texts(visit, deep, ROLE_TITLE, item_theme(item)->title);
    break;
  case ITEM_QUESTION:
    see_question(visit, deep, item_question(item));
    break;
  case ITEM_REPEAT:
    see_texts(visit, deep, ROLE_PROMPT, item_repeat(item)->prompt);
    break;
  case ITEM_ACTION:
    see_action(visit, deep, item_action(item));
    break;
  case ITEM_LESSON:
    see_lesson(visit, deep, item_lesson(item));
    break;
  case ITEM_OPENING:
    see_texts(visit, deep, ROLE_PARAGRAPH, item_opening(item)->paragraphs);
    break;
  case ITEM_REPLY:
    see_texts(visit, deep, ROLE_TITLE, item_reply(item)->title);
    see_texts(visit, deep, ROLE_PARAGRAPH, item_reply(item)->paragraphs);
    break;
  case ITEM_STRENGTH:
  case ITEM_REMARK: /* stand in one line */
  case ITEM_OPTION: /* its label stands with the question */
    break;
  }
}

/* The text of what says but one thing, else NULL. */
static const struct text *only_text(const struct item *item)
{
  const struct remark *remark = item_remark(item);
  const struct strength *strength = item_strength(item);
  return remark ? remark->text : strength ? strength->text : NULL;
}

/* An option in which nothing stands has been shown. */
static void see_item(const struct line_visit *visit, const struct item *item)
{
  if (item->kind == ITEM_OPTION && !item->first)
    return;
  int deep = depth(visit, item);
  g_autofree char *name = element_words(item_element(item->kind), item->id, visit->translator);
  g_autofree char *details = preview_details(visit->catalogue, item, visit->translator);
  const struct text *text = only_text(item);
  see(visit, &(struct preview_line){.kind = text ? PREVIEW_SAYING : PREVIEW_HEADING,
                                    .deep = deep,
                                    .item = item,
                                    .name = name,
                                    .details = details,
                                    .when = item->when,
                                    .text = text});
  see_contents(visit, deep + 1, item);
}

/* ---- the pack ---- */

static void see_topics(const struct line_visit *visit, const char *element,
                       const struct topic *topics)
{
  for (const struct topic *topic = topics; topic; topic = topic->next) {
    g_autofree char *name = element_words(element, topic->id, visit->translator);
    see_text(visit, 1, name, NULL, topic->title);
  }
}

static void see_source(const struct line_visit *visit, const struct source *source)
{
  g_autofree char *name = element_words(N_("source"), source->id, visit->translator);
  see(visit, &(struct preview_line){.kind = PREVIEW_SAYING,
                                    .deep = 1,
                                    .name = name,
                                    .text = source->title,
                                    .more = source->publisher});
}

static void see_define(const struct line_visit *visit, const struct define *define)
{
  g_autofree char *name = element_words(N_("define"), define->name->id, visit->translator);
  see(visit, &(struct preview_line){.kind = PREVIEW_HEADING,
                                    .deep = 1,
                                    .define = define,
                                    .name = name,
                                    .details = "",
                                    .when = define->test});
}

static void see_pack(const struct line_visit *visit)
{
  const struct catalogue *catalogue = visit->catalogue;
  see_heading(visit, 0, say(visit, N_("pack")), NULL);
  see_texts(visit, 1, ROLE_TITLE, catalogue->title);
  see_texts(visit, 1, ROLE_ABOUT, catalogue->about);
  see_texts(visit, 1, ROLE_SUBJECT, catalogue->subject);
  see_topics(visit, N_("topic"), catalogue->topics);
  see_topics(visit, N_("sheet"), catalogue->sheets);
  for (const struct source *source = catalogue->sources; source; source = source->next)
    see_source(visit, source);
  for (const struct define *define = catalogue->defines; define; define = define->next)
    see_define(visit, define);
  for (const struct holiday *holiday = catalogue->holidays; holiday; holiday = holiday->next)
    see_texts(visit, 1, ROLE_TITLE, holiday->title);
  for (const struct passage *passage = catalogue->passages; passage; passage = passage->next) {
    g_autofree char *name = element_words(N_("passage"), passage->id, visit->translator);
    see_heading(visit, 1, name, NULL);
    see_texts(visit, 2, ROLE_PARAGRAPH, passage->paragraphs);
  }
  for (const struct support *support = catalogue->supports; support; support = support->next) {
    see_text(visit, 1, say(visit, N_("support")), NULL, support->title);
    see_texts(visit, 2, ROLE_PARAGRAPH, support->paragraphs);
  }
}

void preview_visit(const struct catalogue *catalogue, const struct item *part,
                   const struct translator *translator, preview_seer see_line, void *data)
{
  struct line_visit visit = {catalogue, part, translator, see_line, data};
  if (!part)
    see_pack(&visit);
  for (guint i = 0; i < catalogue->item_count; i++)
    if (!part || item_is_within(catalogue->items[i], part))
      see_item(&visit, catalogue->items[i]);
}
