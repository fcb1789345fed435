/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of xml.h, shared by the files that feed the parser (xml.c), look at a start tag
 * (xml_tag.c) and say what is no XML (xml_fault.h).
 */
#pragma once

#include <libxml/parser.h>

#include "xml/libxml.h"
#include "xml/window.h"
#include "xml/xml.h"

#define XML_OURS "urn:rebond:content:1"

/* An element that is open. */
struct opened {
  const xmlChar *name;
  struct place place;
};

/* An attribute as libxml2 hands it on: five pointers, the value from VALUE up to END. */
struct xml_attribute {
  const xmlChar *name, *prefix, *uri, *value, *end;
};

/* A file that is being read. */
struct source_file {
  const char *name; /* interned */
  struct findings *findings;
  struct xml_sink *sink;
  xmlParserCtxtPtr parser;
  xmlDictPtr full_names; /* of attributes with a prefix */
  struct window window;
  gsize skipped;    /* bytes that the parser never sees: a byte order mark */
  GArray *open;     /* struct opened, innermost last */
  const char *text; /* the characters that the parser is handing on */
  gsize text_length;
  gboolean foreign; /* it says of itself that it is not UTF-8 */
  gboolean rooted;  /* the root element has begun */
  gboolean failed;
};

struct xml_tag {
  struct source_file *source;
  const xmlChar *name, *uri;
  guint count;
  const struct xml_attribute *attributes;
  struct position start;
};

static inline struct place place_of(const struct source_file *source, struct position position)
{
  return (struct place){source->name, position.line, position.column};
}

/* The offset in the file up to which the parser has read. */
static inline gsize source_consumed(const struct source_file *source)
{
  return source->skipped + libxml_consumed(source->parser);
}

/* ---- xml_tag.c ---- */

/*
 * Where the value of attribute NAME stands in the well-formed tag from AT, its < or behind one of
 * its attributes, on; its length to *LENGTH. There is one.
 */
const char *tag_value(const char *at, const char *end, const char *name, gsize *length);

/* ---- xml_fault.c ---- */

/* Says of ERROR what is wrong and what would be right, as a finding. */
void fault_report(const struct source_file *source, const xmlError *error);
