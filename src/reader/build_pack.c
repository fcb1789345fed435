/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pack.xml, the roots of theme files, and additions of a person's own. */
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "reader/build.h"

void build_open_pack(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  struct place place = frame->place;
  struct catalogue *catalogue = reader->catalogue;
  catalogue->place = place;
  const char *region = attribute_text(reader, tag, "region", &place);
  if (region && id_valid(region))
    binder_add_reference(reader, REFER_REGION, region, place, NULL, &catalogue->region);
}

static void open_list(struct reader *reader, struct frame *frame, const char *kind)
{
  struct topic *topic = frame->object;
  topic->place = frame->place;
  binder_add_id(reader, kind, topic->id, frame->place);
}

void build_open_topic(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  struct topic *topic = frame->object;
  struct place place;
  const char *needs = attribute_text(reader, tag, "needs", &place);
  if (needs)
    needs_parse(needs, &topic->needs_region, &topic->needs_reviewed);
  open_list(reader, frame, "topic");
}

void build_open_sheet(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)tag;
  open_list(reader, frame, "sheet");
}

void build_open_source(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)tag;
  struct source *source = frame->object;
  source->place = frame->place;
  binder_add_id(reader, "source", source->id, frame->place);
}

void build_open_define(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  struct define *define = frame->object;
  struct place place = frame->place;
  const char *id = attribute_text(reader, tag, "id", &place);
  struct name *name = binder_add_name(reader, id, NAME_DEFINE, frame->place, NULL);
  if (!name) { /* It is checked nevertheless. */
    name = arena_make(reader->arena, struct name);
    *name = (struct name){.id = id ? id : "", .kind = NAME_DEFINE, .place = frame->place};
  }
  name->define = define;
  define->name = name;
}

void build_open_limit(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)tag;
  reader->catalogue->limit = *(const struct limit *)frame->object;
  reader->catalogue->limit.place = frame->place;
}

void build_open_holiday(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  struct holiday *holiday = frame->object;
  struct place place;
  const char *date = attribute_text(reader, tag, "date", &place);
  holiday->by_easter = !date;
  if (date)
    year_day_parse(date, &holiday->month, &holiday->day);
}

void build_open_passage(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)tag;
  struct passage *passage = frame->object;
  passage->place = frame->place;
  binder_add_id(reader, "passage", passage->id, frame->place);
}

void build_open_support(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)reader, (void)tag;
  struct support *support = frame->object;
  support->place = frame->place;
}

void build_open_theme(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)tag;
  struct item *theme = frame->object;
  binder_add_id(reader, "theme", theme->id, frame->place);
  if (reader->last_theme)
    reader->last_theme->next = theme;
  else
    reader->themes = theme;
  reader->last_theme = theme;
}

/* ---- additions ---- */

static struct item *theme_named(struct reader *reader, const char *id)
{
  const struct item *theme = reader->themes;
  while (theme && g_strcmp0(theme->id, id) != 0)
    theme = theme->next;
  return (struct item *)theme;
}

static struct item *find_target(struct reader *reader, struct frame *frame,
                                const struct xml_tag *tag)
{
  struct place place = frame->place;
  const char *question = attribute_text(reader, tag, "question", &place);
  const char *id = question ? question : attribute_text(reader, tag, "theme", &place);
  if (!id)
    return NULL;
  const struct name *name = question ? contents_find(reader->contents, question) : NULL;
  struct item *target = !question                             ? theme_named(reader, id)
                        : name && name->kind == NAME_QUESTION ? (struct item *)name->item
                                                              : NULL;
  if (!target && question)
    reader_unknown(reader, place, N_("no question"), id,
                   name ? NULL : contents_suggest(reader->contents, id));
  else if (!target)
    reader_unknown(reader, place, N_("no theme"), id,
                   reader_nearest(reader->themes, ITEM_THEME, id));
  return target;
}

static struct item *find_option(struct reader *reader, struct frame *frame,
                                const struct xml_tag *tag, struct item *question)
{
  struct place place = frame->place;
  const char *value = attribute_text(reader, tag, "option", &place);
  if (!value || !item_question(question))
    return question;
  const struct option *option = question_option(item_question(question), value);
  if (!option)
    reader_unknown(reader, place, N_("no option"), value,
                   reader_nearest(question->first, ITEM_OPTION, value));
  return (struct item *)option;
}

/* Additions to the pack itself say which they mean. */
static void check_pack_named(struct reader *reader, const struct extension *extension,
                             const struct xml_tag *tag)
{
  const char *own = reader->catalogue->id;
  const char *const names[] = {own, NULL};
  if (extension->pack && g_strcmp0(extension->pack, own) != 0)
    reader_unknown(reader, attribute_place(tag, "pack"), N_("no pack"), extension->pack,
                   text_nearest(extension->pack, names));
}

void build_open_extend(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  struct extension *extension = frame->object;
  reader->extended = TRUE;
  check_pack_named(reader, extension, tag);
  struct item *target = find_target(reader, frame, tag);
  if (target)
    target = find_option(reader, frame, tag, target);
  extension->target = target;
  frame->owner = target;
  frame->repeat = item_repeat_around(target);
}

/* The link at which what is added goes in: before or after the children that are OPTIONS or not. */
static const struct item **splice_point(struct item *target, gboolean options, gboolean at_start)
{
  const struct item **link = &target->first;
  if (options ? at_start : FALSE)
    return link;
  while (*link && (*link)->kind == ITEM_OPTION)
    link = (const struct item **)&(*link)->next;
  if (options || at_start)
    return link;
  while (*link)
    link = (const struct item **)&(*link)->next;
  return link;
}

static void splice(struct item *target, struct item *list, gboolean options, gboolean at_start)
{
  if (!list)
    return;
  const struct item **link = splice_point(target, options, at_start);
  struct item *last = list;
  while (last->next)
    last = (struct item *)last->next;
  last->next = *link;
  *link = list;
}

/* What is added inside a repeat: ITEM, those after it and what is in them. */
static void check_repeated(struct reader *reader, const struct item *item, const char *target)
{
  for (; item; item = item->next) {
    gboolean fits = item->kind != ITEM_ACTION && item->kind != ITEM_REPEAT;
    if (fits)
      check_repeated(reader, item->first, target);
    else
      reader_unfit(reader, item, target, N_("a repeat holds no actions and no second repeat"));
  }
}

/* LIST, of elements ID, behind what is in the list at HEAD. */
static void append(void *head, const void *list, enum element_id id)
{
  const void **link = head;
  while (*link)
    link = (const void **)((char *)*link + elements[id].next_offset);
  *link = list;
}

static void extend_pack(struct catalogue *catalogue, const struct extension *extension)
{
  append(&catalogue->topics, extension->topics, EL_TOPIC);
  append(&catalogue->sheets, extension->sheets, EL_SHEET);
  append(&catalogue->sources, extension->sources, EL_SOURCE);
  append(&catalogue->holidays, extension->holidays, EL_HOLIDAY);
  append(&catalogue->supports, extension->supports, EL_SUPPORT);
}

void build_close_extend(struct reader *reader, struct frame *frame)
{
  const struct extension *extension = frame->object;
  struct item *target = extension->target;
  extend_pack(reader->catalogue, extension);
  if (!target)
    return;
  if (frame->repeat) {
    check_repeated(reader, extension->options, target->id);
    check_repeated(reader, extension->nested, target->id);
  }
  if (item_question(target))
    splice(target, extension->options, TRUE, extension->at_start);
  splice(target, extension->nested, FALSE, extension->at_start);
}
