/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of xml.h, shared by the files that feed the parser (xml.c), pass content by it
 * (xml_content.c), look at a start tag (xml_tag.c) and say what is no XML (xml_fault.h).
 */
#pragma once

#include <libxml/parser.h>

#include "catalogue/plain.h"
#include "catalogue/window.h"
#include "catalogue/xml.h"

/* An element that is open, of those that went through the parser: what goes past it is closed. */
struct opened {
  const xmlChar *name;
  struct place place;
};

/* A file that is being read. */
struct source_file {
  const char *name; /* interned */
  struct findings *findings;
  struct xml_sink *sink;
  xmlParserCtxtPtr parser;
  const xmlChar *ours; /* the namespace, one pointer in all of the parse */
  struct window window;
  /* Bytes that the parser never sees: a byte order mark, content that goes past it. */
  gsize skipped;
  gboolean unmixed; /* a name without prefix is of our namespace wherever it stands */
  struct plain plain;
  GArray *open;         /* struct opened, innermost last */
  const char *text_end; /* of the characters that the parser is handing on */
  gboolean rooted;      /* the root element has begun */
  gboolean failed;
};

struct xml_tag {
  const struct source_file *source;
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
gsize source_consumed(const struct source_file *source);

/* ---- xml_tag.c ---- */

/*
 * Where the value of attribute NAME stands in the well-formed tag from AT, its < or behind one of
 * its attributes, on; its length to *LENGTH. There is one.
 */
const char *tag_value(const char *at, const char *end, const char *name, gsize *length);

/* ---- xml_fault.c ---- */

/* Says of ERROR what is wrong and what would be right, as a finding. */
void fault_report(const struct source_file *source, const xmlError *error);

/* ---- xml_content.c ---- */

/* Feeds the parser with what has been checked of the window, from the offset FROM on, and hands on
 * what need not go through it. */
void content_feed(struct source_file *source, gsize from);
