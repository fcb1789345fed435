/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The visit of all spots of a pack, in document order. */
#include "catalogue/spots.h"

const struct text_role_info text_roles[ROLE_COUNT] = {
    [ROLE_TITLE] = {N_("title"), FALSE},
    [ROLE_ABOUT] = {N_("about"), FALSE},
    [ROLE_SUBJECT] = {N_("subject"), TRUE},
    [ROLE_PROMPT] = {N_("prompt"), TRUE},
    [ROLE_LABEL] = {N_("label"), FALSE},
    [ROLE_HELP] = {N_("help"), FALSE},
    [ROLE_END] = {N_("end of the scale"), FALSE},
    [ROLE_MESSAGE] = {N_("message"), FALSE},
    [ROLE_HEADLINE] = {N_("title"), TRUE},
    [ROLE_WHY] = {N_("why"), TRUE},
    [ROLE_STEP] = {N_("step"), FALSE},
    [ROLE_AVOID] = {N_("avoid"), FALSE},
    [ROLE_TO] = {N_("to"), FALSE},
    [ROLE_PARAGRAPH] = {N_("paragraph"), FALSE},
    [ROLE_FACT] = {N_("fact"), TRUE},
    [ROLE_IF] = {N_("if"), FALSE},
    [ROLE_THEN] = {N_("then"), FALSE},
    [ROLE_EXERCISE] = {N_("exercise"), FALSE},
    [ROLE_STRENGTH] = {N_("strength"), FALSE},
    [ROLE_REMARK] = {N_("remark"), FALSE},
};

struct spots_visit {
  void (*see)(const struct spot *spot, void *data);
  void *data;
  GPtrArray *hold, *fail; /* what stands around the spot being visited */
};

static void push(GPtrArray *conditions, const struct condition *condition)
{
  if (condition)
    g_ptr_array_add(conditions, (gpointer)condition);
}

/* Takes back CONDITION, the last one pushed. */
static void pop(GPtrArray *conditions, const struct condition *condition)
{
  if (condition)
    g_ptr_array_set_size(conditions, (int)conditions->len - 1);
}

/* Shows SPOT with its own condition on top of those around it, where it stays until leave(). */
static void enter(struct spots_visit *visit, struct spot *spot)
{
  push(visit->hold, spot->when);
  spot->hold = visit->hold;
  spot->fail = visit->fail;
  visit->see(spot, visit->data);
}

static void leave(struct spots_visit *visit, const struct spot *spot)
{
  pop(visit->hold, spot->when);
}

static void show(struct spots_visit *visit, struct spot *spot)
{
  enter(visit, spot);
  leave(visit, spot);
}

static void visit_pieces(struct spots_visit *visit, const struct spot *around,
                         const struct piece *piece)
{
  for (; piece; piece = piece->next) {
    if (piece->kind != PIECE_SPAN) {
      visit_pieces(visit, around, piece->children);
      continue;
    }
    struct spot spot = *around;
    spot.kind = SPOT_SPAN;
    spot.span = piece;
    spot.place = piece->place;
    spot.when = piece->when;
    enter(visit, &spot);
    visit_pieces(visit, around, piece->children);
    leave(visit, &spot);
  }
}

static void visit_list(struct spots_visit *visit, const struct spot *around,
                       const struct text *list, gboolean first_only);

/* Every member counts once those before it fail. */
static void visit_group(struct spots_visit *visit, struct spot *spot)
{
  spot->kind = SPOT_GROUP;
  enter(visit, spot);
  visit_list(visit, spot, spot->text->members, TRUE);
  leave(visit, spot);
  spot->kind = SPOT_TEXT;
}

static void visit_use(struct spots_visit *visit, struct spot *spot)
{
  spot->kind = SPOT_USE;
  show(visit, spot);
  spot->kind = SPOT_TEXT;
}

static void visit_text(struct spots_visit *visit, struct spot *spot)
{
  enter(visit, spot);
  visit_pieces(visit, spot, spot->text->pieces);
  leave(visit, spot);
}

/* True if TEXT is said whenever its condition holds: of a group some member always does. */
static gboolean is_sure(const struct text *text)
{
  const struct text *member = text->members;
  while (member && member->when)
    member = member->next;
  return !text->members || member;
}

static void visit_list(struct spots_visit *visit, const struct spot *around,
                       const struct text *list, gboolean first_only)
{
  guint failed = visit->fail->len;
  struct spot spot = *around;
  spot.kind = SPOT_TEXT;
  spot.list = list;
  for (const struct text *text = list; text; text = text->next) {
    spot.text = text;
    spot.when = text->when;
    spot.place = text->place;
    (text->members ? visit_group : text->passage ? visit_use : visit_text)(visit, &spot);
    if (first_only && is_sure(text)) {
      push(visit->fail, text->when);
      spot.hidden |= !text->when;
    }
  }
  g_ptr_array_set_size(visit->fail, (int)failed);
}

/* LIST is one text, or alternatives, or paragraphs; AROUND says where they stand. */
static void visit_texts(struct spots_visit *visit, const struct spot *around, enum text_role role,
                        const struct text *list)
{
  struct spot spot = *around;
  spot.role = role;
  visit_list(visit, &spot, list, text_roles[role].first_only);
}

static void visit_draft(struct spots_visit *visit, const struct item *item,
                        const struct draft *draft)
{
  struct spot spot = {SPOT_DRAFT, .place = draft->place, .item = item, .when = draft->when,
                      .draft = draft};
  enter(visit, &spot);
  spot.message = TRUE;
  visit_texts(visit, &spot, ROLE_TO, draft->to);
  visit_texts(visit, &spot, ROLE_SUBJECT, draft->subjects);
  visit_texts(visit, &spot, ROLE_PARAGRAPH, draft->paragraphs);
  leave(visit, &spot);
}

/* An earlier due leaves the next ones nothing only if its date is always known. */
static void visit_dues(struct spots_visit *visit, const struct item *item, const struct due *due)
{
  struct spot spot = {SPOT_DUE, .item = item};
  guint failed = visit->fail->len;
  for (; due; due = due->next) {
    spot.due = due;
    spot.place = due->place;
    spot.when = due->when;
    show(visit, &spot);
    if (due->after == AFTER_ANSWERED) {
      push(visit->fail, due->when);
      spot.hidden |= !due->when;
    }
  }
  g_ptr_array_set_size(visit->fail, (int)failed);
}

static void visit_action(struct spots_visit *visit, const struct action *action)
{
  struct spot spot = {.item = &action->item};
  visit_texts(visit, &spot, ROLE_HEADLINE, action->titles);
  visit_dues(visit, &action->item, action->dues);
  visit_texts(visit, &spot, ROLE_WHY, action->whys);
  visit_texts(visit, &spot, ROLE_STEP, action->steps);
  visit_texts(visit, &spot, ROLE_AVOID, action->avoids);
  for (const struct draft *draft = action->drafts; draft; draft = draft->next)
    visit_draft(visit, &action->item, draft);
}

static void visit_lesson(struct spots_visit *visit, const struct lesson *lesson)
{
  struct spot spot = {.item = &lesson->item};
  visit_texts(visit, &spot, ROLE_FACT, lesson->facts);
  visit_texts(visit, &spot, ROLE_IF, lesson->if_text);
  visit_texts(visit, &spot, ROLE_THEN, lesson->then_text);
  visit_texts(visit, &spot, ROLE_WHY, lesson->why);
  visit_texts(visit, &spot, ROLE_EXERCISE, lesson->exercise);
  if (lesson->stress) {
    spot.kind = SPOT_STRESS;
    spot.place = lesson->stress->place;
    spot.when = lesson->stress;
    show(visit, &spot);
  }
}

/* What is read before the question is answered: texts of options count when these are offered. */
static void visit_question(struct spots_visit *visit, const struct question *question)
{
  struct spot spot = {.item = &question->item};
  visit_texts(visit, &spot, ROLE_PROMPT, question->prompts);
  visit_texts(visit, &spot, ROLE_LABEL, question->label);
  visit_texts(visit, &spot, ROLE_HELP, question->helps);
  visit_texts(visit, &spot, ROLE_END, question->low);
  visit_texts(visit, &spot, ROLE_END, question->high);
  for (const struct constraint *constraint = question->constraints; constraint;
       constraint = constraint->next) {
    struct spot test = {SPOT_CONSTRAINT, .item = &question->item, .constraint = constraint};
    if ((test.when = constraint->test))
      test.place = test.when->place;
    show(visit, &test);
    visit_texts(visit, &spot, ROLE_MESSAGE, constraint->message);
  }
  for (const struct item *item = question->item.first; item; item = item->next) {
    const struct option *option = item_option(item);
    if (!option)
      continue;
    push(visit->hold, item->when);
    visit_texts(visit, &spot, ROLE_LABEL, option->label);
    visit_texts(visit, &spot, ROLE_HELP, option->helps);
    pop(visit->hold, item->when);
  }
}

static void visit_contents(struct spots_visit *visit, const struct item *item)
{
  struct spot spot = {.item = item};
  switch (item->kind) {
  case ITEM_THEME:
    visit_texts(visit, &spot, ROLE_TITLE, item_theme(item)->title);
    break;
  case ITEM_QUESTION:
    visit_question(visit, item_question(item));
    break;
  case ITEM_OPTION:
    break;
  case ITEM_REPEAT:
    visit_texts(visit, &spot, ROLE_PROMPT, item_repeat(item)->prompt);
    break;
  case ITEM_ACTION:
    visit_action(visit, item_action(item));
    break;
  case ITEM_LESSON:
    visit_lesson(visit, item_lesson(item));
    break;
  case ITEM_STRENGTH:
    visit_texts(visit, &spot, ROLE_STRENGTH, item_strength(item)->text);
    break;
  case ITEM_REMARK:
    visit_texts(visit, &spot, ROLE_REMARK, item_remark(item)->text);
    break;
  case ITEM_OPENING:
    visit_texts(visit, &spot, ROLE_PARAGRAPH, item_opening(item)->paragraphs);
    break;
  case ITEM_REPLY:
    visit_texts(visit, &spot, ROLE_TITLE, item_reply(item)->title);
    visit_texts(visit, &spot, ROLE_PARAGRAPH, item_reply(item)->paragraphs);
    break;
  }
}

static void visit_pack(struct spots_visit *visit, const struct catalogue *catalogue)
{
  struct spot spot = {SPOT_TEXT, .place = catalogue->place};
  visit_texts(visit, &spot, ROLE_TITLE, catalogue->title);
  visit_texts(visit, &spot, ROLE_ABOUT, catalogue->about);
  visit_texts(visit, &spot, ROLE_SUBJECT, catalogue->subject);
  for (const struct topic *topic = catalogue->topics; topic; topic = topic->next)
    visit_texts(visit, &spot, ROLE_TITLE, topic->title);
  for (const struct topic *sheet = catalogue->sheets; sheet; sheet = sheet->next)
    visit_texts(visit, &spot, ROLE_TITLE, sheet->title);
  for (const struct define *define = catalogue->defines; define; define = define->next) {
    struct spot test = {SPOT_DEFINE, .define = define, .when = define->test};
    test.place = define->name->place;
    show(visit, &test);
  }
  for (const struct holiday *holiday = catalogue->holidays; holiday; holiday = holiday->next)
    visit_texts(visit, &spot, ROLE_TITLE, holiday->title);
  for (const struct support *support = catalogue->supports; support; support = support->next) {
    visit_texts(visit, &spot, ROLE_TITLE, support->title);
    visit_texts(visit, &spot, ROLE_PARAGRAPH, support->paragraphs);
  }
  spot.message = TRUE;
  for (const struct passage *passage = catalogue->passages; passage; passage = passage->next)
    visit_texts(visit, &spot, ROLE_PARAGRAPH, passage->paragraphs);
}

void spots_visit(const struct catalogue *catalogue,
                 void (*see)(const struct spot *spot, void *data), void *data)
{
  g_autoptr(GPtrArray) hold = g_ptr_array_new(), fail = g_ptr_array_new();
  struct spots_visit visit = {see, data, hold, fail};
  visit_pack(&visit, catalogue);
  for (guint i = 0; i < catalogue->item_count; i++) {
    const struct item *item = catalogue->items[i];
    struct spot spot = {SPOT_ITEM, .place = item->place, .item = item, .when = item->when};
    show(&visit, &spot);
    visit_contents(&visit, item);
  }
}

const char *item_element(enum item_kind kind)
{
  static const char *const elements[] = {
      [ITEM_THEME] = N_("theme"),       [ITEM_QUESTION] = N_("question"),
      [ITEM_OPTION] = N_("option"),     [ITEM_REPEAT] = N_("repeat"),
      [ITEM_ACTION] = N_("action"),     [ITEM_LESSON] = N_("lesson"),
      [ITEM_STRENGTH] = N_("strength"), [ITEM_REMARK] = N_("remark"),
      [ITEM_OPENING] = N_("opening"),   [ITEM_REPLY] = N_("reply"),
  };
  return elements[kind];
}

const struct origin *item_origin(const struct item *item)
{
  switch (item->kind) {
  case ITEM_ACTION:
    return &item_action(item)->origin;
  case ITEM_LESSON:
    return &item_lesson(item)->origin;
  case ITEM_STRENGTH:
    return &item_strength(item)->origin;
  case ITEM_OPENING:
    return &item_opening(item)->origin;
  case ITEM_REPLY:
    return &item_reply(item)->origin;
  default:
    return NULL;
  }
}

char *element_words(const char *element, const char *id, const struct translator *translator)
{
  if (!id)
    return g_strdup(tr(translator, element));
  return tr_fill(tr(translator, N_("{1} '{2}'")), tr(translator, element), id, NULL);
}

char *item_words(const struct item *item, const struct translator *translator)
{
  if (item->kind == ITEM_OPTION)
    return tr_fill(tr(translator, N_("option '{1}' of question '{2}'")), item->id, item->parent->id,
                   NULL);
  return element_words(item_element(item->kind), item->id, translator);
}

char *spot_words(const struct spot *spot, const struct translator *translator)
{
  switch (spot->kind) {
  case SPOT_ITEM:
    return item_words(spot->item, translator);
  case SPOT_TEXT:
    return element_words(text_roles[spot->role].element, NULL, translator);
  case SPOT_GROUP:
    return element_words(N_("group"), NULL, translator);
  case SPOT_USE:
    return element_words(N_("passage"), spot->text->passage->id, translator);
  case SPOT_SPAN:
    return element_words(N_("span"), NULL, translator);
  case SPOT_DRAFT:
    return element_words(N_("draft"), spot->draft->id, translator);
  case SPOT_DUE:
    return element_words(N_("due"), NULL, translator);
  case SPOT_STRESS:
    return element_words(N_("stress"), NULL, translator);
  case SPOT_DEFINE:
    return element_words(N_("define"), spot->define->name->id, translator);
  case SPOT_CONSTRAINT:
    return element_words(N_("constraint"), NULL, translator);
  }
  g_assert_not_reached();
}
