/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain XML, found in one pass. */
#include "catalogue/plain.h"

#include <string.h>

#include "catalogue/blank.h"

#define MOST_ATTRIBUTES 16

/* A place in content: the elements around it, innermost last. */
struct scan {
  struct plain *plain;
  const char *at;
  const xmlChar *open[PLAIN_DEPTH];
  guint depth;
};

void plain_open(struct plain *plain, xmlDictPtr dictionary)
{
  *plain = (struct plain){.dictionary = dictionary,
                          .events = g_array_new(FALSE, FALSE, sizeof(struct plain_event)),
                          .attributes = g_array_new(FALSE, FALSE, sizeof(struct xml_attribute))};
}

void plain_close(struct plain *plain)
{
  g_array_unref(plain->events);
  g_array_unref(plain->attributes);
}

void plain_begin(struct plain *plain, const char *end)
{
  plain->end = end;
  plain->tag = plain->reference = plain->bracket = (struct sought){NULL, NULL};
}

static void add_event(struct plain *plain, struct plain_event event)
{
  g_array_append_val(plain->events, event);
}

/* ---- names ---- */

static gboolean in_name(char c)
{
  return g_ascii_islower(c) || c == '-';
}

/* The name at AT, or NULL. *AT moves behind it. */
static const xmlChar *find_name(struct plain *plain, const char **at)
{
  const char *name = *at, *end = name;
  while (end < plain->end && in_name(*end))
    end++;
  gsize length = (gsize)(end - name);
  if (!length || *name == '-')
    return NULL;
  *at = end;
  guint place = (guchar)name[0] * 5u + (guchar)name[length - 1] + (guint)length;
  const xmlChar **known = &plain->names[place % G_N_ELEMENTS(plain->names)];
  if (!*known || strncmp((const char *)*known, name, length) != 0 || (*known)[length])
    *known = xmlDictLookup(plain->dictionary, (const xmlChar *)name, (int)length);
  return *known;
}

/* ---- attributes ---- */

/* The quote that ends the value at AT; NULL if something in it does not stand for itself: a line
 * feed would become a blank. */
static const char *value_end(const struct plain *plain, const char *at, char quote)
{
  for (; at < plain->end && *at != quote; at++)
    if (*at == '<' || *at == '&' || (guchar)*at < ' ')
      return NULL;
  return at < plain->end ? at : NULL;
}

static gboolean is_given(const struct xml_attribute *attributes, guint count, const xmlChar *name)
{
  for (guint i = 0; i < count; i++)
    if (attributes[i].name == name)
      return TRUE;
  return FALSE;
}

/* An attribute at *AT, which moves behind it; COUNT have come before it. */
static gboolean find_attribute(struct plain *plain, const char **at, guint count)
{
  const struct xml_attribute *before = &g_array_index(plain->attributes, struct xml_attribute, 0);
  struct xml_attribute attribute = {.name = find_name(plain, at)};
  const char *sign = *at;
  if (!attribute.name || plain->end - sign < 2 || sign[0] != '=')
    return FALSE;
  if (sign[1] != '"' && sign[1] != '\'')
    return FALSE;
  const char *value = sign + 2, *end = value_end(plain, value, sign[1]);
  if (!end || count == MOST_ATTRIBUTES || strcmp((const char *)attribute.name, "xmlns") == 0 ||
      is_given(before + plain->attributes->len - count, count, attribute.name))
    return FALSE;
  attribute.value = (const xmlChar *)value;
  attribute.end = (const xmlChar *)end;
  g_array_append_val(plain->attributes, attribute);
  *at = end + 1;
  return TRUE;
}

/* ---- tags ---- */

static const char *behind_blanks(const struct plain *plain, const char *at)
{
  while (at < plain->end && is_blank(*at))
    at++;
  return at;
}

/* A start tag, or an element that is one tag. */
static gboolean pass_start(struct scan *scan)
{
  struct plain *plain = scan->plain;
  const char *start = scan->at, *at = start + 1;
  guint count = 0;
  const xmlChar *name = find_name(plain, &at);
  const char *next = name ? behind_blanks(plain, at) : plain->end;
  for (; next < plain->end && *next != '>' && *next != '/'; count++) {
    if (next == at || !find_attribute(plain, &next, count))
      return FALSE;
    at = next;
    next = behind_blanks(plain, at);
  }
  gboolean alone = next < plain->end && *next == '/';
  next += alone;
  if (next >= plain->end || *next != '>' || (!alone && scan->depth == PLAIN_DEPTH))
    return FALSE;
  scan->at = next + 1;
  add_event(plain, (struct plain_event){PLAIN_START, count, start, scan->at, name});
  if (alone)
    add_event(plain, (struct plain_event){.kind = PLAIN_END});
  else
    scan->open[scan->depth++] = name;
  return TRUE;
}

static gboolean pass_end(struct scan *scan)
{
  const char *at = scan->at + 2;
  const xmlChar *name = scan->depth ? find_name(scan->plain, &at) : NULL;
  if (!name || name != scan->open[scan->depth - 1] || at == scan->plain->end || *at != '>')
    return FALSE;
  scan->depth--;
  scan->at = at + 1;
  add_event(scan->plain, (struct plain_event){.kind = PLAIN_END});
  return TRUE;
}

/* ---- content ---- */

/* The first byte C from AT on, or the end. What is known of it is not looked for again: bytes that
 * begin nothing could be as many as there are tries. */
static const char *find_next(const struct plain *plain, struct sought *sought, char c,
                             const char *at)
{
  if (at < sought->from || at > sought->first) {
    const char *first = memchr(at, c, (gsize)(plain->end - at));
    *sought = (struct sought){at, first ? first : plain->end};
  }
  return sought->first;
}

/* Characters up to the next tag, maybe none: ] may belong to the end of a section. */
static gboolean pass_characters(struct scan *scan)
{
  struct plain *plain = scan->plain;
  const char *at = scan->at;
  const char *tag = find_next(plain, &plain->tag, '<', at);
  if (tag == plain->end || find_next(plain, &plain->reference, '&', at) < tag ||
      find_next(plain, &plain->bracket, ']', at) < tag)
    return FALSE;
  scan->at = tag;
  if (tag > at)
    add_event(plain, (struct plain_event){.kind = PLAIN_CHARACTERS, .at = at, .end = tag});
  return TRUE;
}

static gboolean pass_tag(struct scan *scan)
{
  if (scan->plain->end - scan->at < 2)
    return FALSE;
  return scan->at[1] == '/' ? pass_end(scan) : pass_start(scan);
}

const char *plain_find(struct plain *plain, const char *at)
{
  struct scan scan = {.plain = plain, .at = at};
  guint events = 0;
  g_array_set_size(plain->events, 0);
  g_array_set_size(plain->attributes, 0);
  while (pass_characters(&scan)) {
    if (!scan.depth)
      at = scan.at, events = plain->events->len;
    if (!pass_tag(&scan))
      break;
    if (!scan.depth)
      at = scan.at, events = plain->events->len;
  }
  g_array_set_size(plain->events, events);
  return at;
}
