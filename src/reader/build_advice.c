/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions with their due days and drafts, lessons, strengths and remarks. */
#include "reader/build.h"

/* The task of an action without a slot is its own; those of a slot share the slot's. */
static struct name *task_name(struct reader *reader, struct action *action, struct place place)
{
  struct name *own = binder_add_name(reader, action->item.id,
                                     action->slot ? NAME_ADVICE : NAME_TASK, place, &action->item);
  if (!action->slot || !id_valid(action->slot))
    return own;
  const struct name *slot = contents_find(reader->contents, action->slot);
  gboolean shared = slot && slot->kind == NAME_TASK && item_action(slot->item)->slot;
  return shared ? (struct name *)slot
                : binder_add_name(reader, action->slot, NAME_TASK, place, &action->item);
}

/* What shares the slot SLOT must be of one kind. */
static void add_slot(struct reader *reader, struct frame *frame, const struct xml_tag *tag,
                     const char *slot)
{
  const struct item *item = frame->object;
  const struct name *known = slot ? contents_find(reader->contents, slot) : NULL;
  struct place place = frame->place;
  if (!slot || (known && known->kind == NAME_SLOT && known->item->kind == item->kind))
    return;
  attribute_text(reader, tag, "slot", &place);
  binder_add_name(reader, slot, NAME_SLOT, place, item);
}

/* The name of advice that may go without one. */
static const struct name *advice_name(struct reader *reader, struct frame *frame)
{
  const struct item *item = frame->object;
  return item->id ? binder_add_name(reader, item->id, NAME_ADVICE, frame->place, item) : NULL;
}

void build_open_action(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  struct action *action = frame->object;
  struct place place = frame->place;
  if (action->slot)
    attribute_text(reader, tag, "slot", &place);
  struct name *name = task_name(reader, action, place);
  if (name && !name->task) {
    struct task *task = arena_make(reader->arena, struct task);
    task->name = name;
    name->task = task;
  }
  action->task = name ? name->task : NULL;
  order_task(reader->binder, action);
  action->name = contents_find(reader->contents, action->item.id);
}

void build_open_due(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  struct due *due = frame->object;
  struct place place = frame->place;
  const char *after = attribute_text(reader, tag, "after", &place);
  due->place = place;
  due->after = AFTER_ANSWERED;
  if (after && id_valid(after) && !g_str_equal(after, "answered"))
    binder_add_reference(reader, REFER_AFTER, after, place, frame->owner, due);
}

void build_open_draft(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  struct draft *draft = frame->object;
  struct place place = frame->place;
  draft->place = place;
  draft->has_channel = attribute_text(reader, tag, "channel", &place) != NULL;
  binder_add_id(reader, "draft", draft->id, frame->place);
}

void build_open_lesson(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  struct lesson *lesson = frame->object;
  lesson->name = binder_add_name(reader, lesson->item.id, NAME_ADVICE, frame->place, &lesson->item);
  add_slot(reader, frame, tag, lesson->slot);
}

void build_open_opening(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  struct opening *opening = frame->object;
  opening->name = advice_name(reader, frame);
  add_slot(reader, frame, tag, opening->slot);
}

void build_open_reply(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  struct reply *reply = frame->object;
  reply->name = advice_name(reader, frame);
  add_slot(reader, frame, tag, reply->slot);
}

void build_open_strength(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  struct strength *strength = frame->object;
  struct text *text = arena_make(reader->arena, struct text);
  strength->name =
      binder_add_name(reader, strength->item.id, NAME_ADVICE, frame->place, &strength->item);
  strength->text = text;
  add_slot(reader, frame, tag, strength->slot);
  prose_begin(reader, frame, text);
}

void build_open_remark(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)tag;
  struct remark *remark = frame->object;
  struct text *text = arena_make(reader->arena, struct text);
  remark->name = advice_name(reader, frame);
  remark->text = text;
  prose_begin(reader, frame, text);
}
