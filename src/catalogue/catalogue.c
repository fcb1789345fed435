/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogue: looked into, and freed as a whole. */
#include "catalogue/catalogue.h"

#include <string.h>

#include "catalogue/catalogue_store.h"

struct catalogue *catalogue_new(void)
{
  struct catalogue *catalogue = g_new0(struct catalogue, 1);
  struct catalogue_store *store = g_new0(struct catalogue_store, 1);
  store->arena = arena_new();
  store->contents = contents_new();
  store->shown = g_hash_table_new(NULL, NULL);
  catalogue->limit = (struct limit){{NULL, 0, 0}, -1, -1, -1, -1, -1, -1};
  catalogue->store = store;
  return catalogue;
}

void catalogue_free(struct catalogue *catalogue)
{
  struct catalogue_store *store = catalogue->store;
  g_hash_table_unref(store->shown);
  contents_free(store->contents);
  arena_free(store->arena);
  g_free(store);
  g_free(catalogue);
}

/* ---- looking into it ---- */

const struct name *catalogue_find(const struct catalogue *catalogue, const char *id)
{
  return contents_find(catalogue->store->contents, id);
}

const char *catalogue_suggest(const struct catalogue *catalogue, const char *id)
{
  return contents_suggest(catalogue->store->contents, id);
}

const GPtrArray *catalogue_texts(const struct catalogue *catalogue)
{
  return contents_texts(catalogue->store->contents);
}

const struct draft *catalogue_draft(const struct catalogue *catalogue, const char *id)
{
  for (guint i = 0; i < catalogue->item_count; i++) {
    const struct action *action = item_action(catalogue->items[i]);
    for (const struct draft *draft = action ? action->drafts : NULL; draft; draft = draft->next)
      if (g_strcmp0(draft->id, id) == 0)
        return draft;
  }
  return NULL;
}

gboolean text_is_optional(const struct text *text)
{
  const struct piece *piece = text->pieces;
  return piece && piece->kind == PIECE_BLANK && piece->optional && !piece->next;
}

const struct text *piece_stems(const struct piece *piece)
{
  gboolean stem = piece->kind == PIECE_ANSWER && piece->form == FORM_STEM && piece->name;
  const struct question *question = stem ? item_question(piece->name->item) : NULL;
  return question ? question->prompts : NULL;
}

const struct option *question_option(const struct question *question, const char *value)
{
  for (const struct item *item = question->item.first; item; item = item->next)
    if (item->kind == ITEM_OPTION && item->id && strcmp(item->id, value) == 0)
      return item_option(item);
  return NULL;
}

const struct question *question_source(const struct question *question)
{
  while (question->from)
    question = question->from;
  return question;
}

const struct text *option_label(const struct question *question, const char *value)
{
  for (; question; question = question->from) {
    const struct option *option = question_option(question, value);
    if (option && option->label)
      return option->label;
  }
  return NULL;
}

/* ---- in the language to show ---- */

void catalogue_translate(struct catalogue *catalogue, const struct translator *translator)
{
  catalogue->store->translator = translator;
  g_hash_table_remove_all(catalogue->store->shown);
}

const char *catalogue_message(const struct catalogue *catalogue, const char *source)
{
  return *source ? tr(catalogue->store->translator, source) : source;
}

void catalogue_messages(const struct catalogue *catalogue,
                        void (*see)(const char *source, const char *element, struct place place,
                                    void *data),
                        void *data)
{
  for (guint i = 0; i < catalogue->item_count; i++) {
    const struct item *item = catalogue->items[i];
    const struct question *question = item_question(item);
    const struct option *option = item_option(item);
    if (question && question->unit)
      see(question->unit, "unit", item->place, data);
    if (option && option->hears)
      see(option->hears, "hears", item->place, data);
  }
  for (const struct support *support = catalogue->supports; support; support = support->next)
    if (support->hears)
      see(support->hears, "hears", support->place, data);
}

/* ---- items by kind ---- */

#define CAST(kind_name, KIND)                                                                      \
  const struct kind_name *item_##kind_name(const struct item *item)                                \
  {                                                                                                \
    return item && item->kind == ITEM_##KIND ? (const struct kind_name *)item : NULL;              \
  }

CAST(theme, THEME)
CAST(question, QUESTION)
CAST(option, OPTION)
CAST(repeat, REPEAT)
CAST(action, ACTION)
CAST(lesson, LESSON)
CAST(strength, STRENGTH)
CAST(remark, REMARK)
CAST(opening, OPENING)
CAST(reply, REPLY)

const char *item_slot(const struct item *item)
{
  switch (item->kind) {
  case ITEM_ACTION:
    return item_action(item)->slot;
  case ITEM_LESSON:
    return item_lesson(item)->slot;
  case ITEM_STRENGTH:
    return item_strength(item)->slot;
  case ITEM_OPENING:
    return item_opening(item)->slot;
  case ITEM_REPLY:
    return item_reply(item)->slot;
  default:
    return NULL;
  }
}

/* ---- words of the format ---- */

const char *const kind_words[] = {
#define KIND(id, word, answer, check, bound, say, read, hint, preview) word,
#include "catalogue/kinds.def"
#undef KIND
    NULL,
};
const char *const channel_words[] = {"email", "phone", "letter", "person", "self", NULL};
const char *const form_words[] = {"", "on", "of", "until", "day", NULL}; /* by enum day_form */
const char *const answer_form_words[] = {"", "on", "of", "until", "day", "stem", NULL};
const char *const evidence_words[] = {"", "study", "survey", "practice", "judgement", NULL};

/* ---- how questions are answered ---- */

enum answered_by question_answered_by(const struct question *question)
{
  static const enum answered_by answered[KIND_COUNT + 1] = {
#define KIND(id, word, answer, check, bound, say, read, hint, preview) BY_##answer,
#include "catalogue/kinds.def"
#undef KIND
      [KIND_UNKNOWN] = BY_NOTHING,
  };
  return answered[question->kind];
}

gboolean question_has_options(const struct question *question)
{
  enum answered_by answered = question_answered_by(question);
  return answered == BY_OPTION || answered == BY_OPTIONS;
}

gboolean question_takes_several(const struct question *question)
{
  return question_answered_by(question) == BY_OPTIONS;
}

gboolean question_is_day(const struct question *question)
{
  return question_answered_by(question) == BY_DAY;
}

gboolean question_is_typed(const struct question *question)
{
  enum answered_by answered = question_answered_by(question);
  return answered == BY_LINE || answered == BY_LINES;
}

const struct item *item_theme_around(const struct item *item)
{
  while (item->parent)
    item = item->parent;
  return item;
}

gboolean item_is_within(const struct item *item, const struct item *around)
{
  while (item && item != around)
    item = item->parent;
  return item != NULL;
}

const struct repeat *item_repeat_around(const struct item *item)
{
  while (item && item->kind != ITEM_REPEAT)
    item = item->parent;
  return item ? item_repeat(item) : NULL;
}

gboolean action_can_lapse(const struct action *action)
{
  for (const struct due *due = action->dues; due; due = due->next)
    if (due->until >= 0)
      return TRUE;
  return FALSE;
}
