/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What keeps a file from being XML, in words for people who write content: what is wrong, where,
 * and what would be right. The parser's own words name the rules of its grammar and quote the file,
 * and what is never closed is "extra content" to it. Inside xml.h: a table (xml_fault.c) and the
 * looking for places (xml_fault_place.c).
 */
#pragma once

#include <libxml/xmlerror.h>

#include "xml/xml_source.h"

/* A fault that is being looked at. */
struct fault {
  const struct source_file *source;
  const xmlError *error;
  gsize offset;         /* in the file: where the parser is, then where the fault is */
  struct place related; /* file NULL: nowhere */
  char *words[3];       /* of the file, NULL-terminated, owned */
};

/* Whether FAULT is of this sort. If so its place is set, and the words and the related place that
 * belong to the sort. */
typedef gboolean fault_look(struct fault *fault);

/* Where the parser is: anywhere; behind a sign & or <; in an element, section or tag, of {1}, or in
 * a sign <!; where no element has begun, or nothing comes. */
fault_look fault_here, fault_behind_ampersand, fault_at_ampersands, fault_behind_bracket,
    fault_behind_reference, fault_at_spaced_tag;
fault_look fault_in_element, fault_in_section, fault_in_tag, fault_in_sign, fault_no_root;
fault_look fault_before_nothing;
/* At an end tag {1} while {2} is open; `around`: and {1} is too. */
fault_look fault_at_other_end, fault_at_end_around;
/* At what lies before the parser: a tag, reference, name {1}; a value's quote; a comment or
 * section. */
fault_look fault_at_tag, fault_at_reference, fault_at_name, fault_at_value, fault_at_section;
/* At the second attribute {1} of a tag, the character {1}, the end of a section, a sign <!. */
fault_look fault_at_second, fault_at_character, fault_at_sections_end, fault_at_sign;
/* At the character {1}, which only looks like a blank; at the quote before the value of attribute
 * {1}, which goes on to the next attribute, or over the end of the tag; behind the quote that ended
 * the value of {1} too early; at the start of a file that is no text. */
fault_look fault_at_disguised, fault_at_swallowing, fault_at_overrun, fault_behind_quote;
fault_look fault_no_text;
/* In a value or at the hyphens in a comment, related to where that begins. */
fault_look fault_in_value, fault_in_comment;

struct place fault_place(const struct fault *fault, gsize offset);
