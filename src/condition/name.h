/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names: what `$name` in a condition stands for. */
#pragma once

#include "base/finding.h"

struct condition;
struct item; /* of the catalogue, as is struct task */
struct task;

enum name_kind {
  NAME_QUESTION,
  NAME_REPEAT,
  NAME_DEFINE,
  NAME_TASK,   /* an action without a slot, or a slot */
  NAME_ADVICE, /* an action inside a slot, an opening, a lesson, a strength, a reply, a remark: in
                  examples only */
  NAME_SLOT,   /* of openings, lessons, strengths or replies: nowhere */
  NAME_FILL,   /* what the person writes into the blanks of that id: in texts only */
};

struct name {
  enum name_kind kind;
  const struct define *define; /* NAME_DEFINE */
  const struct task *task;     /* NAME_TASK */
  const struct item *item;     /* the question, repeat, advice; of a task its first action */
  const char *id;
  struct place place;
};

struct define {
  guint index; /* from 0, in order */
  const struct name *name;
  const struct condition *test;
  const struct define *next;
};
