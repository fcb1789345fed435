/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Conditions: the part of XPath 1.0 (W3C Recommendation, 16 November 1999) in
 * which a pack says when something counts. They are read into a small tree of
 * their own, bound to the names of the catalogue, and evaluated against whatever
 * gives the names their values.
 *
 *   or  and  = !=  < <= > >=  + -  unary -  not() count() sum() days-since() true() false()
 *   $name  'text' "text"  numbers  ( )  and inside sum() alone  |
 *
 * $name is a set of strings for a question (its active answers), for a repeat (the numbers
 * of its items) and for a task (the date on which it was ticked, or nothing); for a define
 * it is a boolean. Comparison and conversion follow XPath sections 3.4 and 4.2 to 4.4.
 */
#pragma once

#include "base/arena.h"
#include "base/finding.h"

struct name;   /* name.h: what $name stands for */
struct repeat; /* of the catalogue */

/*
 * A condition with more levels than this is a finding, not a tree: parentheses, functions, minus
 * signs and comparisons that stand inside one another. Chains of `and` and of `or` are held
 * balanced, so they may be long; in a chain of + and - each is a level.
 */
#define CONDITION_DEPTH 64

enum operation {
#define CONNECTIVE(id, sign, level) OP_##id,
#define COMPARISON(id, sign, level) OP_##id,
#define ARITHMETIC(id, sign, level) OP_##id,
#include "condition/operations.def"
  OP_MINUS,
#define FUNCTION(id, name, argument, gives, takes, alone) OP_##id,
#include "condition/functions.def"
#undef FUNCTION
  OP_UNION, /* of names: the right one, and on the left a name or another union; only in OP_SUM */
  OP_STRING,
  OP_NUMBER,
  OP_NAME,
};

/* One node: a leaf, or with operands. */
struct expression {
  enum operation operation;
  guint offset; /* byte of the condition's text at which it starts; of a binary one, its left */
  union {
    struct { /* no leaf: the only operand is the left one, and true() and false() have none */
      const struct expression *left, *right;
    };
    struct {
      const char *text;        /* OP_STRING: the string; OP_NAME: the name without $ */
      const struct name *name; /* OP_NAME, once bound; NULL before, and when there is none */
    };
    double number; /* OP_NUMBER */
  };
};

static inline gboolean expression_is_leaf(const struct expression *expression)
{
  return expression->operation == OP_STRING || expression->operation == OP_NUMBER ||
         expression->operation == OP_NAME;
}

struct condition {
  const struct expression *root; /* NULL if it was malformed; it then holds nowhere */
  const struct repeat *repeat;   /* it stands in, or NULL: the questions of this repeat mean those
                                    of one item, those of another all items. Set by the reader. */
  const char *text;              /* as an XPath processor would be given it */
  const char *raw;    /* as it stands in the file, with character references; for places */
  struct place place; /* of the first character of RAW */
  guint depth;        /* levels; once settled, with those of the defines it names */
};

/*
 * Reads TEXT, in ARENA. RAW is the attribute's value as written (NULL: the same); both are borrowed
 * and must live as long as the arena. On a fault a finding with its own column is added, and the
 * result has no root. Never returns NULL.
 */
struct condition *condition_parse(struct arena *arena, const char *text, const char *raw,
                                  struct place place, struct findings *findings);

/* The place in the file of byte OFFSET of CONDITION's text. */
struct place condition_place(const struct condition *condition, guint offset);

/*
 * Calls VISIT for each name in CONDITION, in order. Names inside defines are not entered.
 * The expression may be bound by VISIT while the catalogue is being built.
 */
typedef void (*condition_visitor)(struct expression *name, void *data);
void condition_names(const struct condition *condition, condition_visitor visit, void *data);

/* Calls SEE for each name in CONDITION, which is bound, but its defines: for what these name
 * instead, each define entered once. */
void condition_names_behind(const struct condition *condition,
                            void (*see)(const struct name *name, void *data), void *data);

/*
 * To be called once the names of CONDITION are bound and the defines among them are settled:
 * adds the levels of these defines. Where that makes it too deep, a finding is added and the
 * condition loses its root, so that whoever follows defines never goes deeper than CONDITION_DEPTH.
 */
void condition_settle(struct condition *condition, struct findings *findings);

/* The strings of a name, borrowed from the environment until its next change. */
struct values {
  guint count;
  const char *const *texts;
};

/* What gives names their values. Defines are worked out by the evaluator itself. */
struct environment {
  struct values (*values)(const struct environment *environment, const struct name *name);
  int today; /* a day (base/date.h), for days-since() */
  /* What defines came to, by their index; to begin with empty. Filled while conditions are
   * evaluated; good as long as nothing changes that values() tells. NULL: each condition begins
   * anew. */
  GByteArray *verdicts;
};

/* True if CONDITION, which may be NULL (no condition), holds. */
gboolean condition_holds(const struct condition *condition, const struct environment *environment);

/* Which comparisons count as reasons. */
enum reasons {
  REASONS_ALL,
  REASONS_PLAIN, /* none that stand under not(): what does not hold says little about what does */
};

/* A name whose comparison decided. */
struct reason {
  const struct name *name;
  const char *value; /* the member that `$name = 'value'` found; NULL: no single one decided */
};

/*
 * Adds to REASONS (of struct reason, in order of appearance, defines followed to the questions
 * behind them) those of the comparisons WHICH that made CONDITION true: all parts of an `and`, the
 * true parts of an `or`, and with REASONS_ALL under not() what made its argument false. A name
 * without a value is added once. Nothing is added if it does not hold.
 */
void condition_reasons(const struct condition *condition, const struct environment *environment,
                       enum reasons which, GArray *reasons);

/*
 * Calls SEE for each name of SET, a name or a union, once and in order. What the union of several
 * sets is: each answer counts once, however often its question is named.
 */
void expression_members(const struct expression *set,
                        void (*see)(const struct expression *name, void *data), void *data);

/* True if A and B, either of which may be NULL, say the same in the same form, so that they come to
 * the same wherever both are read; and a hash under which they then are. */
gboolean expression_equal(const struct expression *a, const struct expression *b);
guint expression_hash(const struct expression *expression);

/* Whether A stands to B as OPERATION, one of = != < <= > >=, says; never with NaN, but for !=. */
gboolean condition_compare(enum operation operation, double a, double b);

/* XPath number(): NaN for what is no number. Blanks around are allowed, an exponent is not. */
double condition_number(const char *text);
