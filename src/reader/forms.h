/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The forms of attribute values, side by side as the reader asks after them and as the schema for
 * editors says them. A test holds the two together.
 */
#pragma once

#include "catalogue/catalogue.h"
#include "reader/elements.h"

/* A form as the schema says it. */
struct form {
  const char *name;    /* of its definition */
  const char *pattern; /* what it is, in RELAX NG */
};

/* The form of TYPE; NULL if it is any text, or said by the words of the rule. */
const struct form *form_of(enum attribute_type type);

/* The same for `$id`, which may stand instead of what else an attribute holds. */
extern const struct form reference_form;

gboolean id_valid(const char *text);
/* The id that TEXT names as `$id`, or NULL if that is not what it is. */
const char *reference_id(const char *text);
gboolean value_valid(const char *text);
/* The tag of a language: two or three letters, and words of letters and digits, joined by hyphens.
 */
gboolean language_valid(const char *text);
/* An https:, mailto: or tel: address. */
gboolean address_valid(const char *text);
/* Digits, maybe after a minus; with POINT maybe more of them after a point. */
gboolean digits_valid(const char *text, gboolean point);
/* The LENGTH bytes at WORD: the id of a source, maybe a place in it after `#`. */
gboolean citation_valid(const char *word, gsize length);

/* "region", "reviewed" or both, apart by blanks. */
gboolean needs_parse(const char *text, gboolean *region, gboolean *reviewed);
/* A whole number of LEAST to a million; FALSE, with *NUMBER unchanged, if it is not one. */
gboolean integer_parse(const char *text, int least, int *number);
/* "--07-14"; a leap year serves, so that 29 February is a day of some year. */
gboolean year_day_parse(const char *text, int *month, int *day);
/* "2026-11-12", or `today` with days added or taken away: `today-30`. */
gboolean any_day_parse(const char *text, struct bound *day);
