/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * XML as events with exact places, and nothing of XML beyond what content/FORMAT.md allows. The
 * file that knows libxml2: it uses the push parser with SAX2 handlers, so that no tree is built,
 * and keeps the bytes of the file at hand, so that every place is a line and column of it. Nothing
 * but the file named is opened: no DTD, no external entity, no network.
 */
#pragma once

#include "base/finding.h"

/* A file that is being read. */
struct source_file;
/* A start tag, while its handler runs. */
struct xml_tag;

struct xml_sink {
  void (*start)(void *data, const struct xml_tag *tag);
  void (*end)(void *data);
  /* Characters, references resolved, in pieces as they come; not NUL-terminated. */
  void (*characters)(void *data, const char *text, gsize length);
  /* A comment or processing instruction in the content of the root. */
  void (*aside)(void *data, struct place place, gboolean comment);
  void *data;
  struct source_file *source;
};

/* The place of AT, one of the characters that characters() is being given. */
struct place xml_text_place(const struct xml_sink *sink, const char *at);

/* The element's name, without a prefix. */
const char *xml_tag_name(const struct xml_tag *tag);
/* False if the element is not in the namespace urn:rebond:content:1. */
gboolean xml_tag_ours(const struct xml_tag *tag);
struct place xml_tag_place(const struct xml_tag *tag);

guint xml_tag_attributes(const struct xml_tag *tag);
/* "id", or with its prefix as in "xml:lang". Valid until the next call. */
const char *xml_attribute_name(const struct xml_tag *tag, guint index);
/* The value with references resolved; its length goes to *LENGTH. Not NUL-terminated. */
const char *xml_attribute_value(const struct xml_tag *tag, guint index, gsize *length);
/* The place of the first character of the value. */
struct place xml_attribute_place(const struct xml_tag *tag, guint index);
/* The value as it stands in the file, where that differs from the value; else NULL. Caller frees.
 */
char *xml_attribute_raw(const struct xml_tag *tag, guint index);

/* The FILE that is what standard input has, which need not be one that can be opened. */
#define XML_STANDARD_INPUT "/dev/stdin"

/*
 * Reads FILE and hands what it meets to SINK. What keeps it from being XML as the format
 * wants it (encoding, DOCTYPE, well-formedness) is a finding, at which reading ends. False if
 * that happened or the file could not be read. A pipe is read as its other end writes it; without
 * one it is empty.
 */
gboolean xml_read_file(const char *file, struct xml_sink *sink, struct findings *findings);

/* The same for TEXT in memory, which is called FILE in places. */
gboolean xml_read_string(const char *text, gsize length, const char *file, struct xml_sink *sink,
                         struct findings *findings);
