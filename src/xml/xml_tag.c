/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A start tag as its handler sees it, and where its attributes stand in the file. */
#include <string.h>

#include "base/blank.h"
#include "xml/xml_source.h"

const char *xml_tag_name(const struct xml_tag *tag)
{
  return (const char *)tag->name;
}

gboolean xml_tag_ours(const struct xml_tag *tag)
{
  return g_strcmp0((const char *)tag->uri, XML_OURS) == 0;
}

struct place xml_tag_place(const struct xml_tag *tag)
{
  return place_of(tag->source, tag->start);
}

guint xml_tag_attributes(const struct xml_tag *tag)
{
  return tag->count;
}

const char *xml_attribute_name(const struct xml_tag *tag, guint index)
{
  const struct xml_attribute *attribute = &tag->attributes[index];
  if (!attribute->prefix)
    return (const char *)attribute->name;
  g_autofree char *full = g_strdup_printf("%s:%s", attribute->prefix, attribute->name);
  return (const char *)xmlDictLookup(tag->source->full_names, (const xmlChar *)full, -1);
}

const char *xml_attribute_value(const struct xml_tag *tag, guint index, gsize *length)
{
  const struct xml_attribute *attribute = &tag->attributes[index];
  *length = (gsize)(attribute->end - attribute->value);
  return (const char *)attribute->value;
}

static gboolean is_quote(char c)
{
  return c == '"' || c == '\'';
}

static gboolean ends_name(char c)
{
  return is_blank(c) || c == '=';
}

/* The first character from AT on that is, or is not, a WANTED one. */
static inline const char *find(const char *at, const char *end, gboolean (*wanted)(char),
                               gboolean is)
{
  while (at < end && wanted(*at) != is)
    at++;
  return at;
}

/* The parser has accepted the tag, so names, equals signs and quotes are where they must be. */
const char *tag_value(const char *at, const char *end, const char *name, gsize *length)
{
  gsize name_length = strlen(name);
  at = find(at, end, is_blank, TRUE);
  for (;;) {
    const char *word = find(at, end, is_blank, FALSE);
    const char *word_end = find(word, end, ends_name, TRUE);
    const char *value = find(word_end, end, is_quote, TRUE);
    g_assert(value < end);
    const char *value_end = memchr(value + 1, *value, (gsize)(end - value - 1));
    g_assert(value_end);
    if ((gsize)(word_end - word) == name_length && memcmp(word, name, name_length) == 0) {
      *length = (gsize)(value_end - value - 1);
      return value + 1;
    }
    at = value_end + 1;
  }
}

/* The bytes between the quotes of an attribute, as they stand in the file. */
static const char *raw_value(const struct xml_tag *tag, guint index, gsize *length)
{
  const struct window *window = &tag->source->window;
  return tag_value(window_bytes(window, tag->start.offset),
                   window_bytes(window, window_end(window)), xml_attribute_name(tag, index),
                   length);
}

struct place xml_attribute_place(const struct xml_tag *tag, guint index)
{
  const struct source_file *source = tag->source;
  const struct window *window = &source->window;
  gsize length, offset = window_offset(window, raw_value(tag, index, &length));
  return place_of(source, window_position(window, tag->start, offset));
}

char *xml_attribute_raw(const struct xml_tag *tag, guint index)
{
  gsize length, raw_length;
  const char *value = xml_attribute_value(tag, index, &length);
  const char *raw = raw_value(tag, index, &raw_length);
  gboolean same = length == raw_length && memcmp(value, raw, length) == 0;
  return same ? NULL : g_strndup(raw, raw_length);
}
