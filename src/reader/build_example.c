/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Example files: answers, skips, ticks, items of repeats, expectations. */
#include <string.h>

#include "base/text.h"
#include "reader/build.h"

void build_open_example(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)tag;
  struct example *example = reader->example;
  example->place = frame->place;
  if (!example->given)
    example->given = example->today;
}

static struct frame *item_around(struct reader *reader)
{
  struct frame *parent = reader_frame(reader, 1);
  return parent && parent->id == EL_ITEM ? parent : NULL;
}

static gboolean names_something(const char *id)
{
  return id && id_valid(id);
}

/* Links are kept by the example, in the order of the file, whatever stands around; what names
 * nothing is left out. */
static void add_entry(struct reader *reader, struct frame *frame, enum entry_kind kind)
{
  struct example *example = reader->example;
  struct example_entry *entry = frame->object;
  struct frame *around = item_around(reader);
  entry->kind = kind;
  entry->place = frame->place;
  if (around) {
    const struct example_item *item = around->object;
    entry->repeat = item->of;
    entry->item = item->item;
  }
  if (!names_something(entry->of) || (around && !names_something(entry->repeat)))
    return;
  const struct example_entry **link = &example->entries;
  if (reader->last_entry)
    link = &reader->last_entry->next;
  *link = entry;
  reader->last_entry = entry;
}

void build_open_answer(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)tag;
  struct example_entry *entry = frame->object;
  add_entry(reader, frame, ENTRY_ANSWER);
  if (!entry->day)
    entry->day = reader->example->given;
  g_string_truncate(reader->raw, 0);
}

void build_open_skip(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)tag;
  struct example_entry *entry = frame->object;
  add_entry(reader, frame, ENTRY_SKIP);
  if (!entry->day)
    entry->day = reader->example->given;
}

void build_open_done(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)tag;
  add_entry(reader, frame, ENTRY_DONE);
}

void build_open_moved(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)tag;
  add_entry(reader, frame, ENTRY_MOVED);
}

static void open_words(struct reader *reader, struct frame *frame, enum entry_kind kind)
{
  add_entry(reader, frame, kind);
  g_string_truncate(reader->raw, 0);
}

void build_open_fill(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)tag;
  open_words(reader, frame, ENTRY_FILL);
}

void build_open_own_draft(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)tag;
  open_words(reader, frame, ENTRY_DRAFT);
}

void build_open_item(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)tag;
  struct example_item *item = frame->object;
  const struct example_item **link = &reader->example->items;
  item->place = frame->place;
  item->item = 1;
  if (!names_something(item->of))
    return;
  for (; *link; link = (const struct example_item **)&(*link)->next)
    item->item += g_strcmp0((*link)->of, item->of) == 0;
  *link = item;
}

/* One value more, as typed, at the end of ENTRY's. */
static void add_value(struct reader *reader, struct example_entry *entry)
{
  guint count = 0;
  while (entry->values && entry->values[count])
    count++;
  const char **values = arena_alloc(reader->arena, (count + 2) * sizeof *values);
  for (guint i = 0; i < count; i++)
    values[i] = entry->values[i];
  values[count] = reader_string(reader, reader->raw->str, reader->raw->len);
  entry->values = values;
  g_string_truncate(reader->raw, 0);
}

static void reject_stray(struct reader *reader, const struct frame *frame)
{
  if (strspn(reader->raw->str, BLANKS) != reader->raw->len)
    reader_stray(reader, frame->place, &elements[EL_ANSWER]);
  g_string_truncate(reader->raw, 0);
}

void build_open_value(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)tag;
  reject_stray(reader, frame);
}

void build_close_value(struct reader *reader, struct frame *frame)
{
  struct example_entry *entry = frame->object;
  entry->listed = TRUE;
  add_value(reader, entry);
}

void build_close_answer(struct reader *reader, struct frame *frame)
{
  struct example_entry *entry = frame->object;
  if (reader->raw->len > READER_TEXT)
    reader_fault(reader, TEXT_TOO_LONG, frame->place, "answer", NULL);
  if (entry->listed)
    reject_stray(reader, frame);
  else
    add_value(reader, entry);
}

void build_close_words(struct reader *reader, struct frame *frame)
{
  if (reader->raw->len > READER_TEXT)
    reader_fault(reader, TEXT_TOO_LONG, frame->place, frame->element->name, NULL);
  add_value(reader, frame->object);
}

static void add_expectation(struct reader *reader, struct frame *frame, gboolean reject)
{
  struct expectation *expectation = frame->object;
  expectation->reject = reject;
  expectation->place = frame->place;
  if (!names_something(expectation->question ? expectation->question : expectation->advice))
    return;
  const struct expectation **link = &reader->example->expectations;
  if (reader->last_expectation)
    link = &reader->last_expectation->next;
  *link = expectation;
  reader->last_expectation = expectation;
}

void build_open_expect(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  struct expectation *expectation = frame->object;
  struct place place = frame->place;
  add_expectation(reader, frame, FALSE);
  expectation->has_due = attribute_text(reader, tag, "due", &place) != NULL;
}

void build_open_reject(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)tag;
  add_expectation(reader, frame, TRUE);
}
