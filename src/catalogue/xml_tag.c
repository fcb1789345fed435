/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A start tag as its handler sees it, and where its attributes stand in the file. */
#include <string.h>

#include "catalogue/blank.h"
#include "catalogue/xml_source.h"

const char *xml_tag_name(const struct xml_tag *tag)
{
  return (const char *)tag->name;
}

gboolean xml_tag_ours(const struct xml_tag *tag)
{
  return tag->uri == tag->source->ours;
}

struct place xml_tag_place(const struct xml_tag *tag)
{
  return place_of(tag->source, tag->start);
}

guint xml_tag_attributes(const struct xml_tag *tag)
{
  return (guint)tag->count;
}

const char *xml_attribute_name(const struct xml_tag *tag, guint index)
{
  const xmlChar **attribute = tag->attributes + 5 * (gsize)index;
  if (!attribute[1])
    return (const char *)attribute[0];
  g_autofree char *full = g_strdup_printf("%s:%s", attribute[1], attribute[0]);
  return (const char *)xmlDictLookup(tag->source->parser->dict, (const xmlChar *)full, -1);
}

const char *xml_attribute_value(const struct xml_tag *tag, guint index, gsize *length)
{
  const xmlChar **attribute = tag->attributes + 5 * (gsize)index;
  *length = (gsize)(attribute[4] - attribute[3]);
  return (const char *)attribute[3];
}

static const char *skip(const char *at, const char *end, const char *set, gboolean while_in)
{
  while (at < end && (*at && strchr(set, *at) != NULL) == while_in)
    at++;
  return at;
}

/*
 * The bytes between the quotes of an attribute, looked for in the tag as it stands in the
 * file. The parser has accepted the tag, so names, equals signs and quotes are where they must be.
 */
static const char *raw_value(const struct xml_tag *tag, guint index, gsize *length)
{
  const struct window *window = &tag->source->window;
  const char *end = window_bytes(window, window_end(window));
  const char *name = xml_attribute_name(tag, index);
  const char *at = skip(window_bytes(window, tag->start.offset), end, BLANKS, FALSE);
  for (;;) {
    const char *word = skip(at, end, BLANKS, TRUE);
    const char *word_end = skip(word, end, BLANKS "=", FALSE);
    const char *value = skip(word_end, end, "\"'", FALSE);
    g_assert(value < end);
    const char *value_end = memchr(value + 1, *value, (gsize)(end - value - 1));
    g_assert(value_end);
    if ((gsize)(word_end - word) == strlen(name) && memcmp(word, name, strlen(name)) == 0) {
      *length = (gsize)(value_end - value - 1);
      return value + 1;
    }
    at = value_end + 1;
  }
}

/* Where the parser points into its input, the value stands in the file as it is. */
static gboolean verbatim(const struct xml_tag *tag, guint index)
{
  const xmlParserInputPtr input = tag->source->parser->input;
  const xmlChar *value = tag->attributes[5 * (gsize)index + 3];
  return value >= input->base && value < input->cur;
}

struct place xml_attribute_place(const struct xml_tag *tag, guint index)
{
  const struct source_file *source = tag->source;
  const struct window *window = &source->window;
  gsize offset, length;
  if (verbatim(tag, index)) {
    gsize back = (gsize)(source->parser->input->cur - tag->attributes[5 * (gsize)index + 3]);
    offset = source_consumed(source) - back;
  } else {
    const char *value = raw_value(tag, index, &length);
    offset = window_offset(window, value);
  }
  return place_of(source, window_position(window, tag->start, offset));
}

char *xml_attribute_raw(const struct xml_tag *tag, guint index)
{
  if (verbatim(tag, index))
    return NULL;
  gsize length;
  const char *value = raw_value(tag, index, &length);
  return g_strndup(value, length);
}
