/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader: checks each element against the table, makes its struct and links it into its
 * parent's. */
#include "catalogue/reader.h"

#include <string.h>

#include "base/text.h"

struct frame *reader_frame(struct reader *reader, guint up)
{
  return up < reader->depth ? &reader->stack[reader->depth - 1 - up] : NULL;
}

const char *reader_string(struct reader *reader, const char *text, gsize length)
{
  if (reader->sink.clean || text_is_clean(text, length))
    return arena_string(reader->arena, text, (gssize)length);
  g_autofree char *clean = text_clean(text, (gssize)length);
  return arena_string(reader->arena, clean, -1);
}

void reader_unfit(struct reader *reader, const struct item *item, const char *target,
                  const char *reason)
{
  reader_fault(reader, UNFIT_ADDITION, item->place, item->id ? item->id : "", target, NULL);
  findings_explain(reader->findings, tr(findings_translator(reader->findings), reason));
}

void reader_not_offered(struct reader *reader, const struct question *question, const char *wanted)
{
  const struct translator *translator = findings_translator(reader->findings);
  g_autofree char *words = tr_fill(tr(translator, N_("what is wanted is {1}")), wanted, NULL);
  reader_fault(reader, VALUE_NOT_OFFERED, question->fallback_place,
               question->item.id ? question->item.id : "", question->fallback, NULL);
  findings_explain(reader->findings, words);
}

/* ---- which element a tag is ---- */

static element_set allowed_in(const struct frame *parent)
{
  element_set set = 0;
  for (const struct child_rule *rule = parent->element->children; rule->elements; rule++)
    set |= rule->elements;
  return set;
}

static enum element_id lowest(element_set set)
{
  return (enum element_id)__builtin_ctzll(set);
}

/* The element of this name, of those in ALLOWED if there is one; EL_COUNT if there is none at all.
 */
static enum element_id element_find(const char *name, element_set allowed)
{
  for (element_set rest = allowed; rest; rest &= rest - 1)
    if (*elements[lowest(rest)].name == *name && strcmp(elements[lowest(rest)].name, name) == 0)
      return lowest(rest);
  for (enum element_id id = 0; id < EL_COUNT; id++)
    if (strcmp(elements[id].name, name) == 0)
      return id;
  return EL_COUNT;
}

static const char *nearest_element(const char *name, element_set allowed)
{
  const char *names[EL_COUNT + 1];
  guint count = 0;
  for (enum element_id id = 0; id < EL_COUNT; id++)
    if (allowed >> id & 1)
      names[count++] = elements[id].name;
  names[count] = NULL;
  return text_nearest(name, names);
}

/* Where the reader remembers which element a name is inside a parent. */
static struct known_element *known_at(struct reader *reader, const char *name,
                                      const struct frame *parent)
{
  gsize mixed = (gsize)name + (parent ? (gsize)parent->id * 67 : 0);
  return &reader->known[mixed % G_N_ELEMENTS(reader->known)];
}

static void report_misplaced(struct reader *reader, const char *name, struct place place)
{
  const struct frame *parent = reader_frame(reader, 0);
  g_autofree char *file = g_path_get_basename(place.file);
  reader_fault(reader, MISPLACED_ELEMENT, place, name, parent ? parent->element->name : file, NULL);
  if (!parent)
    findings_suggest(reader->findings, elements[lowest(reader->roots)].name);
}

/* The element that TAG is, if it may stand here; else EL_COUNT, and a finding. */
static enum element_id element_met(struct reader *reader, const struct xml_tag *tag)
{
  const struct frame *parent = reader_frame(reader, 0);
  element_set allowed = parent ? allowed_in(parent) : reader->roots;
  const char *name = xml_tag_name(tag);
  struct place place = xml_tag_place(tag);
  if (!xml_tag_ours(tag)) {
    reader_fault(reader, FOREIGN_NAMESPACE, place, name, NULL);
    return EL_COUNT;
  }
  enum element_id id = element_find(name, allowed);
  if (id == EL_COUNT) {
    reader_fault(reader, UNKNOWN_ELEMENT, place, name, NULL);
    if (findings_kept(reader->findings))
      findings_suggest(reader->findings, nearest_element(name, allowed));
  } else if (!(allowed >> id & 1)) {
    report_misplaced(reader, name, place);
    id = EL_COUNT;
  }
  return id;
}

/* The same, quickly for a name that was met in this kind of parent before. */
static enum element_id element_of(struct reader *reader, const struct xml_tag *tag)
{
  const struct frame *parent = reader_frame(reader, 0);
  const char *name = xml_tag_name(tag);
  struct known_element *known = known_at(reader, name, parent);
  const struct element *element = parent ? parent->element : NULL;
  if (known->name == name && known->parent == element && xml_tag_ours(tag))
    return known->id;
  enum element_id id = element_met(reader, tag);
  if (id != EL_COUNT)
    *known = (struct known_element){name, element, id};
  return id;
}

/* ---- its place among its parent's children ---- */

static guint rule_of(const struct element *parent, enum element_id id, guint from)
{
  for (guint rule = from; parent->children[rule].elements; rule++)
    if (parent->children[rule].elements >> id & 1)
      return rule;
  return from ? rule_of(parent, id, 0) : 0;
}

/* The rule by which a child ID stands in PARENT, which is counted. */
static guint count_child(struct reader *reader, struct frame *parent, enum element_id id,
                         struct place place)
{
  guint rule = rule_of(parent->element, id, parent->element->any_order ? 0 : parent->group);
  if (!parent->element->any_order && rule < parent->group) {
    reader_fault(reader, WRONG_ORDER, place, elements[id].name, elements[parent->last].name, NULL);
  } else if (!parent->element->children[rule].many && parent->met >> rule & 1) {
    reader_fault(reader, REPEATED_ELEMENT, place, elements[id].name, parent->element->name, NULL);
  } else {
    parent->group = rule;
    parent->last = id;
  }
  parent->met |= 1u << rule;
  return rule;
}

/* Children of several rules may share one list, as options and what follows them do. */
static void **tail_of(struct frame *parent, guint rule)
{
  const struct child_rule *rules_of_parent = parent->element->children;
  guint first = 0;
  while (rules_of_parent[first].offset != rules_of_parent[rule].offset)
    first++;
  return &parent->tails[first];
}

static void link_child(struct frame *parent, guint rule, const struct frame *child)
{
  gsize head = parent->element->children[rule].offset;
  if (head == NO_LIST)
    return;
  void **tail = tail_of(parent, rule);
  void *link = *tail ? (char *)*tail + child->element->next_offset : (char *)parent->object + head;
  *(void **)link = child->object;
  *tail = child->object;
}

static void report_missing(struct reader *reader, const struct frame *frame)
{
  for (guint rule = 0; frame->element->children[rule].elements; rule++) {
    const struct child_rule *child = &frame->element->children[rule];
    gboolean needed = child->least || variant_needs(frame->variant, child);
    if (!needed || frame->met >> rule & 1)
      continue;
    reader_fault(reader, MISSING_ELEMENT, frame->place, frame->element->name,
                 elements[lowest(child->elements)].name, NULL);
  }
}

/* What hangs on the place of an element in the file, and on its tag. */
static void settle_variant(struct reader *reader, struct frame *frame, const struct frame *parent,
                           const struct xml_tag *tag)
{
  if (parent)
    frame->context = variant_context(parent->element, parent->context, parent->variant, frame->id);
  frame->variant = variant_of(frame->element, frame->context, tag);
  if (!parent || variant_admits(parent->variant, frame->id, frame->context))
    return;
  g_autofree char *around = frame->element->not_in & frame->context ? g_strdup("repeat")
                            : parent->variant ? variant_words(parent->element, parent->variant)
                                              : g_strdup(parent->element->name);
  reader_fault(reader, MISPLACED_ELEMENT, frame->place, frame->element->name, around, NULL);
}

/* ---- events ---- */

#define ITEMS                                                                                      \
  (EL(THEME) | EL(QUESTION) | EL(OPTION) | EL(REPEAT) | EL(ACTION) | EL(LESSON) | EL(STRENGTH) |   \
   EL(REMARK))

static enum item_kind item_kind_of(enum element_id id)
{
  static const enum item_kind kinds[] = {
      [EL_THEME] = ITEM_THEME,       [EL_QUESTION] = ITEM_QUESTION, [EL_OPTION] = ITEM_OPTION,
      [EL_REPEAT] = ITEM_REPEAT,     [EL_ACTION] = ITEM_ACTION,     [EL_LESSON] = ITEM_LESSON,
      [EL_STRENGTH] = ITEM_STRENGTH, [EL_REMARK] = ITEM_REMARK};
  return kinds[id];
}

/* The object of an element, with what all items have in common. */
static void make_object(struct reader *reader, struct frame *frame, const struct frame *parent)
{
  const struct item *around = parent ? parent->owner : NULL;
  frame->owner = around;
  if (parent)
    frame->repeat = parent->id == EL_REPEAT ? parent->object : parent->repeat;
  if (frame->id == EL_PACK)
    frame->object = reader->catalogue;
  else if (frame->id == EL_EXAMPLE)
    frame->object = reader->example;
  else if (frame->element->size)
    frame->object = arena_alloc(reader->arena, frame->element->size);
  else
    frame->object = parent->object;
  if (!(ITEMS >> frame->id & 1))
    return;
  struct item *item = frame->object;
  item->kind = item_kind_of(frame->id);
  item->place = frame->place;
  item->parent = around;
  frame->owner = item;
}

static void push(struct reader *reader, enum element_id id, const struct xml_tag *tag)
{
  struct frame *parent = reader_frame(reader, 0);
  struct frame *own = &reader->stack[reader->depth++];
  *own = (struct frame){.id = id, .element = &elements[id], .place = xml_tag_place(tag)};
  make_object(reader, own, parent);
  guint rule = parent ? count_child(reader, parent, id, own->place) : 0;
  settle_variant(reader, own, parent, tag);
  attributes_read(reader, own, tag);
  if (own->element->open)
    own->element->open(reader, own, tag);
  if (own->element->size && parent)
    link_child(parent, rule, own);
}

static void on_start(void *data, const struct xml_tag *tag)
{
  struct reader *reader = data;
  if (reader->passed_over) {
    reader->passed_over++;
    return;
  }
  enum element_id id = EL_COUNT;
  if (reader->depth < READER_DEPTH) {
    id = element_of(reader, tag);
  } else {
    reader_fault(reader, TOO_DEEP, xml_tag_place(tag), xml_tag_name(tag), NULL);
    reader_frame(reader, 0)->met = G_MAXUINT; /* what is not looked at is not missing */
  }
  if (id == EL_COUNT)
    reader->passed_over = 1;
  else
    push(reader, id, tag);
}

static void on_end(void *data)
{
  struct reader *reader = data;
  if (reader->passed_over) {
    reader->passed_over--;
    return;
  }
  struct frame *frame = reader_frame(reader, 0);
  report_missing(reader, frame);
  if (frame->element->close)
    frame->element->close(reader, frame);
  reader->depth--;
}

/* The first character of TEXT that is no blank; NULL if all are. */
static const char *first_ink(const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!is_blank(text[i]))
      return text + i;
  return NULL;
}

static void on_characters(void *data, const char *text, gsize length)
{
  struct reader *reader = data;
  struct frame *frame = reader_frame(reader, 0);
  if (reader->passed_over || !frame)
    return;
  if (frame->element->content == CONTENT_PROSE)
    prose_characters(reader, text, length);
  else if (frame->element->content == CONTENT_RAW)
    g_string_append_len(reader->raw, text,
                        (gssize)MIN(length, READER_TEXT + 1 - MIN(reader->raw->len, READER_TEXT)));
  else if (first_ink(text, length) && !frame->stray_text) {
    frame->stray_text = TRUE;
    struct place place = xml_text_place(&reader->sink, first_ink(text, length));
    reader_fault(reader, STRAY_TEXT, place, frame->element->name, NULL);
  }
}

static void on_aside(void *data, struct place place, gboolean comment)
{
  struct reader *reader = data;
  const struct frame *frame = reader_frame(reader, 0);
  if (!comment)
    reader_fault(reader, PROCESSING_INSTRUCTION, place, NULL);
  else if (!reader->passed_over && frame && frame->element->content != CONTENT_ELEMENTS)
    reader_fault(reader, COMMENT_IN_TEXT, place, frame->element->name, NULL);
}

/* ---- a whole file ---- */

void reader_begin(struct reader *reader, struct arena *arena, struct findings *findings)
{
  *reader = (struct reader){.arena = arena, .findings = findings};
  reader->sink = (struct xml_sink){.start = on_start,
                                   .end = on_end,
                                   .characters = on_characters,
                                   .aside = on_aside,
                                   .data = reader};
  reader->raw = g_string_new(NULL);
  reader->value = g_string_new(NULL);
  reader->prose.canonical = g_string_new(NULL);
  reader->prose.run = g_string_new(NULL);
  reader->prose.ends = g_ptr_array_new();
}

void reader_end(struct reader *reader)
{
  g_string_free(reader->raw, TRUE);
  g_string_free(reader->value, TRUE);
  g_string_free(reader->prose.canonical, TRUE);
  g_string_free(reader->prose.run, TRUE);
  g_ptr_array_unref(reader->prose.ends);
}

static void start_file(struct reader *reader, element_set roots)
{
  reader->roots = roots;
  reader->passed_over = 0;
  memset(reader->known, 0, sizeof reader->known);
  reader->depth = 0;
}

gboolean reader_file(struct reader *reader, const char *file, element_set roots)
{
  start_file(reader, roots);
  return xml_read_file(file, &reader->sink, reader->findings);
}

gboolean reader_text(struct reader *reader, const char *text, const char *name, element_set roots)
{
  start_file(reader, roots);
  return xml_read_string(text, strlen(text), name, &reader->sink, reader->findings);
}
