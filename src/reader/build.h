/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is particular to single elements when they open and close: the hooks that the table
 * of elements names. All else follows from the table.
 */
#pragma once

#include "reader/reader.h"

/* A file of a person's own that adds to the pack: what is added, until it is spliced in. */
struct extension {
  struct item *target;
  gboolean at_start;
  struct item *options, *nested;
  /* Of the pack itself: */
  const char *pack;
  const struct topic *topics, *sheets;
  const struct source *sources;
  const struct holiday *holidays;
  const struct support *supports;
};

typedef void build_open(struct reader *reader, struct frame *frame, const struct xml_tag *tag);
typedef void build_close(struct reader *reader, struct frame *frame);

/* build_pack.c: pack.xml and what stands outside the themes */
build_open build_open_pack, build_open_topic, build_open_sheet, build_open_source;
build_open build_open_define, build_open_holiday, build_open_limit, build_open_theme;
build_open build_open_passage, build_open_support, build_open_extend;
build_close build_close_extend;

/* build_question.c: what is asked */
build_open build_open_question, build_open_repeat, build_open_constraint;
build_close build_close_question;

/* build_advice.c: what is advised */
build_open build_open_action, build_open_due, build_open_draft, build_open_lesson;
build_open build_open_strength, build_open_remark, build_open_opening, build_open_reply;

/* prose.c: texts and what stands in them */
build_open build_open_text, build_open_group, build_open_piece, build_open_blank;
build_open build_open_quote, build_open_date;
build_close build_close_text, build_close_piece;

/* build_example.c: example files */
build_open build_open_example, build_open_answer, build_open_skip, build_open_done;
build_open build_open_moved, build_open_fill, build_open_own_draft;
build_open build_open_value, build_open_item, build_open_expect, build_open_reject;
build_close build_close_answer, build_close_value, build_close_words;
