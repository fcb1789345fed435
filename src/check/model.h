/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The model: all that can be answered in a pack, as variables with finite domains, for one day
 * that is today. A question of options that may be chosen together is a variable for each option.
 * In repeats each question has its variables for every item that matters.
 */
#pragma once

#include "check/calendar.h"
#include "check/domains.h"

/* What of a pack is modelled. */
enum scope {
  SCOPE_PROOFS,      /* of repeats as many items as matter to conditions */
  SCOPE_BOUNDS,      /* all items of repeats */
  SCOPE_FIRST_VISIT, /* the same, nothing ticked yet, and every day that an action can be due from
                      */
};

/* The value 0 of a variable is "nothing": not answered, not chosen, not ticked, no item. */
struct variable {
  const struct question *question; /* NULL: a repeat's number of items, or a tick */
  const struct repeat *repeat;     /* whose items are counted, or NULL */
  const struct task *task;         /* that is ticked, or NULL */
  guint turn;                      /* item of the repeat it stands in, from 1; 0: in none */
  guint count;                     /* of values, nothing included */
  const struct value *values;      /* [0] is nothing, its text NULL */
  gboolean lossy;                  /* values that matter may be missing */
  gboolean ascends;                /* they are numbers or days in order, up or down */
  gboolean free;                   /* all are offered wherever the question is asked */
};

/* Consecutive variables. */
struct extent {
  guint first, count;
};

struct model {
  const struct catalogue *catalogue;
  int today;
  enum scope scope;
  guint variable_count;
  const struct variable *variables;
  /* How many items of each repeat are modelled, by index. */
  const guint *items;
  /* A number for each item of the catalogue at each turn, slots[order] + turn, and for each define
   * as seen from each item of each repeat. */
  guint slot_count;
  const guint *slots;
  GHashTable *define_slots;
  guint timing_slots;        /* and for the timing of each action: timing_slots + order */
  struct calendar *calendar; /* of `today` */
  struct arena *arena;
  struct extent *question_extents;  /* by index: variables, of the first item in a repeat */
  guint *repeat_first, *task_first; /* variables, by index */
  const struct action *const **task_actions; /* by index: in document order, NULL-terminated */
  guint *views;                              /* by index of a repeat: items of those before it */
};

struct model *model_new(const struct catalogue *catalogue, const struct domains *domains, int today,
                        enum scope scope);
void model_free(struct model *model);
DEFINE_OWNED(model, model_free)

/* The variables of QUESTION at TURN: one, or one for each option it can offer. */
struct extent model_question(const struct model *model, const struct question *question,
                             guint turn);
guint model_repeat(const struct model *model, const struct repeat *repeat);
guint model_task(const struct model *model, const struct task *task);
/* The slot of DEFINE in a condition of REPEAT at item TURN, or outside of repeats at 0. */
guint model_define_slot(const struct model *model, const struct define *define,
                        const struct repeat *repeat, guint turn);

/*
 * The variables that $NAME stands for in a condition of REPEAT (NULL: of none) at TURN: those of
 * this item, or of all items.
 */
struct extent model_name(const struct model *model, const struct name *name,
                         const struct repeat *repeat, guint turn);
