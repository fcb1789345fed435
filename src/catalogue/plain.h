/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Plain XML: content in which every character stands for itself, so that no parser is needed to
 * tell what it says. It is characters, and whole elements with their attributes and all that is in
 * them: without references, comments, instructions, sections, prefixes, namespaces, and with names
 * of small letters and hyphens. Whatever came before, such content is well-formed (XML 1.0, 2.1 and
 * 3.1), and it changes nothing for what comes after it.
 */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

/* Plain content is never deeper than this many elements in one another. */
#define PLAIN_DEPTH 16

/* An attribute as libxml2 hands it on: five pointers, the value from VALUE up to END. */
struct xml_attribute {
  const xmlChar *name, *prefix, *uri, *value, *end;
};

enum plain_kind { PLAIN_CHARACTERS, PLAIN_START, PLAIN_END };

struct plain_event {
  enum plain_kind kind;
  guint count;          /* PLAIN_START: of attributes, which follow those of the start before */
  const char *at, *end; /* PLAIN_CHARACTERS: these; PLAIN_START: the tag */
  const xmlChar *name;  /* PLAIN_START */
};

/* A byte that was looked for from some place on, and the first one there. */
struct sought {
  const char *from, *first;
};

struct plain {
  xmlDictPtr dictionary;     /* the parser's: equal names have equal pointers */
  const xmlChar *names[256]; /* of it, remembered by where they fall */
  GArray *events;            /* struct plain_event: what plain_find() found */
  GArray *attributes;        /* struct xml_attribute */
  const char *end;           /* of what is looked at */
  struct sought tag, reference, bracket;
};

void plain_open(struct plain *plain, xmlDictPtr dictionary);
void plain_close(struct plain *plain);

/* Begins with the text up to END, which is valid and has no control characters but line feeds. */
void plain_begin(struct plain *plain, const char *end);

/*
 * Finds how far the content from AT on is plain, in whole elements and whole runs of characters:
 * where that ends, AT itself if it is not. What it says is in EVENTS and ATTRIBUTES then.
 */
const char *plain_find(struct plain *plain, const char *at);
