/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader: makes the struct of each element, as the table of elements says. */
#include "reader/reader.h"

#include <string.h>

#include "base/text.h"
#include "reader/children.h"

struct frame *reader_frame(struct reader *reader, guint up)
{
  return up < reader->depth ? &reader->stack[reader->depth - 1 - up] : NULL;
}

const char *reader_string(struct reader *reader, const char *text, gsize length)
{
  if (text_is_clean(text, length))
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

gboolean reader_unknown(struct reader *reader, struct place place, const char *none, const char *id,
                        const char *nearest)
{
  if (reader->declares_half || binder_is_unread(reader->binder, id))
    return FALSE;
  reader_fault(reader, UNKNOWN_ID, place, tr(findings_translator(reader->findings), none), id,
               NULL);
  findings_suggest(reader->findings, nearest);
  return TRUE;
}

/* The elements for texts in ELEMENT, joined; "" if there are none. Caller frees. */
static char *texts_in(const struct reader *reader, const struct element *element)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_null_terminated(1, NULL, TRUE);
  for (const struct child_rule *rule = element->children; rule->elements; rule++)
    for (enum element_id id = 0; id < EL_COUNT; id++)
      if (rule->elements >> id & 1 && elements[id].content != CONTENT_ELEMENTS)
        g_ptr_array_add(names, (gpointer)elements[id].name);
  return tr_join(findings_translator(reader->findings), (const char *const *)names->pdata);
}

/* ELEMENT, which holds nothing, as it is written. Caller frees. */
static char *empty_tag(const struct element *element)
{
  g_autoptr(GString) tag = g_string_new("<");
  g_string_append(tag, element->name);
  for (const struct attribute_rule *rule = element->attributes; rule->name; rule++)
    if (rule->required)
      g_string_append_printf(tag, " %s=\"…\"", rule->name);
  g_string_append(tag, "/>");
  return g_string_free(g_steal_pointer(&tag), FALSE);
}

void reader_stray(struct reader *reader, struct place place, const struct element *element)
{
  g_autofree char *texts = texts_in(reader, element);
  g_autofree char *empty = *texts ? NULL : empty_tag(element);
  const char *pattern = *texts ? N_("it stands in an element of its own: {1}")
                               : N_("this element holds nothing, and is written {1}");
  g_autofree char *words =
      tr_fill(tr(findings_translator(reader->findings), pattern), empty ? empty : texts, NULL);
  reader_fault(reader, STRAY_TEXT, place, element->name, NULL);
  findings_explain(reader->findings, words);
}

const char *reader_nearest(const struct item *list, enum item_kind kind, const char *id)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_null_terminated(1, NULL, TRUE);
  for (const struct item *item = list; item; item = item->next)
    if (item->kind == kind && item->id)
      g_ptr_array_add(ids, (gpointer)item->id);
  return text_nearest(id, (const char *const *)ids->pdata);
}

/* ---- events ---- */

/* What hangs on the place of an element in the file, and on its tag. */
static void settle_variant(struct reader *reader, struct frame *frame, const struct frame *parent,
                           const struct xml_tag *tag)
{
  frame->context = 0;
  if (parent)
    frame->context = variant_context(parent->element, parent->context, parent->variant, frame->id);
  frame->variant = variant_of(frame->element, frame->context, tag);
  if (!parent || variant_admits(parent->variant, frame->id, frame->context))
    return;
  g_autofree char *around = frame->element->not_in & frame->context ? g_strdup("repeat")
                            : parent->variant ? variant_words(parent->element, parent->variant)
                                              : g_strdup(parent->element->name);
  g_autofree char *hosts =
      variant_hosts(parent->element, frame->id, findings_translator(reader->findings));
  g_autofree char *words =
      tr_fill(tr(findings_translator(reader->findings), N_("it goes with {1}")), hosts, NULL);
  reader_fault(reader, MISPLACED_ELEMENT, frame->place, frame->element->name, around, NULL);
  if (*hosts)
    findings_explain(reader->findings, words);
}

#define ITEMS                                                                                      \
  (EL(THEME) | EL(QUESTION) | EL(OPTION) | EL(REPEAT) | EL(ACTION) | EL(LESSON) | EL(STRENGTH) |   \
   EL(REMARK) | EL(OPENING) | EL(REPLY))

static enum item_kind item_kind_of(enum element_id id)
{
  static const enum item_kind kinds[] = {
      [EL_THEME] = ITEM_THEME,       [EL_QUESTION] = ITEM_QUESTION, [EL_OPTION] = ITEM_OPTION,
      [EL_REPEAT] = ITEM_REPEAT,     [EL_ACTION] = ITEM_ACTION,     [EL_LESSON] = ITEM_LESSON,
      [EL_STRENGTH] = ITEM_STRENGTH, [EL_REMARK] = ITEM_REMARK,     [EL_OPENING] = ITEM_OPENING,
      [EL_REPLY] = ITEM_REPLY};
  return kinds[id];
}

/* The object of an element, with what all items have in common. */
static void make_object(struct reader *reader, struct frame *frame, const struct frame *parent)
{
  const struct item *around = parent ? parent->owner : NULL;
  frame->owner = around;
  frame->repeat = parent && parent->id == EL_REPEAT ? parent->object
                  : parent                          ? parent->repeat
                                                    : NULL;
  if (frame->id == EL_PACK)
    frame->object = reader->catalogue;
  else if (frame->id == EL_EXAMPLE)
    frame->object = reader->example;
  else if (frame->element->size)
    frame->object = arena_alloc(reader->arena, frame->element->size);
  else {
    g_assert(parent);
    frame->object = parent->object;
  }
  if (!(ITEMS >> frame->id & 1))
    return;
  struct item *item = frame->object;
  item->kind = item_kind_of(frame->id);
  item->place = frame->place;
  item->parent = around;
  frame->owner = item;
  order_item(reader->binder, item);
}

static void push(struct reader *reader, const struct child *child, const struct xml_tag *tag)
{
  struct frame *parent = reader_frame(reader, 0);
  struct frame *own = &reader->stack[reader->depth++];
  own->id = child->id;
  own->element = &elements[child->id];
  own->place = xml_tag_place(tag);
  own->group = own->met = own->excused = own->linked = 0;
  own->stray_text = FALSE;
  make_object(reader, own, parent);
  if (parent && parent->element->groups && !parent->met)
    child_place_group(reader, own->id);
  if (parent && !own->element->groups)
    child_count(reader, parent, child, own->place);
  settle_variant(reader, own, parent, tag);
  attributes_read(reader, own, tag);
  if (own->element->open)
    own->element->open(reader, own, tag);
  if (own->element->size && parent && !own->element->groups)
    child_link(parent, child, own->object);
}

/* Goes on without what begins with TAG, but for the names that it would have given. */
static void pass_over(struct reader *reader, const struct xml_tag *tag)
{
  reader->passed_over++;
  for (guint i = 0; i < xml_tag_attributes(tag); i++) {
    const char *name = xml_attribute_name(tag, i);
    gsize length;
    const char *value = xml_attribute_value(tag, i, &length);
    g_autofree char *id = g_strndup(value, length);
    if (g_str_equal(name, "id") || g_str_equal(name, "slot"))
      binder_add_unread(reader, id);
  }
}

/*
 * Whether the file that begins with TAG is one that has been read already under another name: it
 * has the same theme. That is one finding, in the copy, whose name is the longer one: "x
 * (copy).xml", "x.bak.xml", "x.sync-conflict-….xml".
 */
static gboolean is_copy(struct reader *reader, const struct xml_tag *tag)
{
  struct place here = xml_tag_place(tag), place;
  const char *id = attribute_text(reader, tag, "id", &place);
  const struct place *first = id ? binder_find_id(reader->binder, "theme", id) : NULL;
  if (!first)
    return FALSE;
  gboolean later = strlen(here.file) >= strlen(first->file);
  g_autofree char *other = g_path_get_basename(later ? first->file : here.file);
  reader_fault(reader, COPIED_FILE, later ? here : *first, other, id, NULL);
  binder_add_doubled(reader->binder, first->file);
  return TRUE;
}

static void on_start(void *data, const struct xml_tag *tag)
{
  struct reader *reader = data;
  if (G_UNLIKELY(reader->passed_over)) {
    pass_over(reader, tag);
    return;
  }
  struct child child = {.id = EL_COUNT};
  gboolean met = FALSE;
  if (reader->depth < READER_DEPTH) {
    met = child_met(reader, tag, &child);
  } else {
    reader_fault(reader, TOO_DEEP, xml_tag_place(tag), xml_tag_name(tag), NULL);
    reader->stack[reader->depth - 1].met = G_MAXUINT; /* what is not looked at is not missing */
  }
  if (met && !(child.id == EL_THEME && reader->depth == 0 && is_copy(reader, tag)))
    push(reader, &child, tag);
  else
    pass_over(reader, tag);
}

static void on_end(void *data)
{
  struct reader *reader = data;
  if (reader->passed_over) {
    reader->passed_over--;
    return;
  }
  struct frame *frame = &reader->stack[reader->depth - 1];
  children_check(reader, frame);
  if (frame->element->close)
    frame->element->close(reader, frame);
  reader->depth--;
}

/* The first character of TEXT that is no blank; NULL if all are. */
static const char *first_ink(const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar)text[i] > ' ') /* of what is below, XML has blanks alone */
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
    gboolean empty = !element_children(frame->element); /* its tag is to be written otherwise */
    struct place place =
        empty ? frame->place : xml_text_place(&reader->sink, first_ink(text, length));
    reader_stray(reader, place, frame->element);
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
  reader->prose.canonical = g_string_new(NULL);
  reader->prose.run = g_string_new(NULL);
}

void reader_end(struct reader *reader)
{
  g_string_free(reader->raw, TRUE);
  g_string_free(reader->prose.canonical, TRUE);
  g_string_free(reader->prose.run, TRUE);
}

static void start_file(struct reader *reader, element_set roots)
{
  reader->roots = roots;
  reader->passed_over = 0;
  reader->depth = 0;
  g_string_truncate(reader->prose.run, 0); /* a text of the file before, which broke off in it */
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
