/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Answers: everything a person has told: answers, skips and ticks, each with its day, the words
 * for the blanks of messages, messages written anew, and days to which something was put off. It
 * knows nothing of what is asked when: answers of branches no longer taken stay in it (parked) and
 * count again when the branch returns.
 */
#pragma once

#include "catalogue/catalogue.h"
#include "reader/example.h"

/*
 * A place at which something is asked: a question, or a repeat ("one more?"). TURN is the item
 * of the repeat, from 1; 0 outside repeats.
 */
struct step {
  const struct item *item; /* NULL: no step */
  guint turn;
};

/* The order in which steps are met: document order, and in a repeat turn after turn. As strcmp().
 */
int step_compare(struct step a, struct step b);
gboolean step_equal(struct step a, struct step b);

/* For tables by step: keys are const struct step. */
guint step_hash(gconstpointer key);
gboolean step_same(gconstpointer a, gconstpointer b);

struct answer {
  struct step step;
  gboolean skipped;
  char **values; /* stored form, NULL-terminated, at least one; NULL if skipped. Of a repeat "yes"
                    or "no". Of a choices question in the order of its options. */
  int given;     /* the day on which the present value was first given (or skipped) */
  int seen;      /* the day on which it was last given or confirmed */
};

struct answers;

struct answers *answers_new(const struct catalogue *catalogue);
void answers_free(struct answers *answers);
DEFINE_OWNED(answers, answers_free)
struct answers *answers_copy(const struct answers *answers);

/*
 * Sets what stands at STEP; VALUES (copied) NULL means skipped. `given` keeps its day when the
 * value is what it was, else becomes DAY; `seen` becomes DAY.
 */
const struct answer *answers_set(struct answers *answers, struct step step,
                                 const char *const *values, int day);
/* The same with both days given, for reading back what was stored. */
const struct answer *answers_restore(struct answers *answers, struct step step,
                                     const char *const *values, int given, int seen);
/* The same, taking VALUES over. */
const struct answer *answers_take(struct answers *answers, struct step step, char **values,
                                  int given, int seen);
/* What stands at STEP, or NULL. Borrowed until that step is set again. */
const struct answer *answers_get(const struct answers *answers, struct step step);
void answers_remove(struct answers *answers, struct step step);

/* True if VALUES (NULL: a skip) at STEP is what stands there; order does not matter. */
gboolean answers_says(const struct answers *answers, struct step step, const char *const *values);

/* The day on which TASK was ticked; 0: it was not. Setting 0 takes the tick off; a tick takes off
 * the day to which it was put off. ACTION (copied) is the id of the action that stands for it, or
 * NULL. */
int answers_tick(const struct answers *answers, const struct task *task);
void answers_set_tick(struct answers *answers, const struct task *task, int day,
                      const char *action);

/* Whether anything was ticked for a day after DAY. */
gboolean answers_ticked_since(const struct answers *answers, int day);

/* The id of the action that stood for TASK when it was ticked; NULL: it was not, or that was not
 * kept. The catalogue may have it no more. Borrowed until the tick is set again. */
const char *answers_ticked_action(const struct answers *answers, const struct task *task);

/* True if a tick names ACTION: by its id, or as the only action of its task. */
gboolean answers_has_done(const struct answers *answers, const struct action *action);

/* The day to which the person has put TASK off; 0: none. */
int answers_moved(const struct answers *answers, const struct task *task);
void answers_set_moved(struct answers *answers, const struct task *task, int day);

/* The words for the blanks ID, not empty; NULL: there are none. Borrowed until they are set again,
 * for which NULL and "" take them away. */
const char *answers_fill(const struct answers *answers, const char *id);
void answers_set_fill(struct answers *answers, const char *id, const char *words);

/* The person's own version of the draft ID, likewise. */
const char *answers_own_draft(const struct answers *answers, const char *id);
void answers_set_own_draft(struct answers *answers, const char *id, const char *words);

/* The ids of all blanks with words, and of all drafts with a version of the person's own, in order:
 * GPtrArray of const char *, borrowed likewise; caller frees the array. */
GPtrArray *answers_fills(const struct answers *answers);
GPtrArray *answers_own_drafts(const struct answers *answers);

/*
 * What was told under names for which the catalogue has no place, or cannot stand where it was
 * told: a pack changes. It counts for nothing and is kept, so that nothing is lost.
 */
struct stray {
  enum entry_kind kind; /* ENTRY_ANSWER, ENTRY_SKIP, ENTRY_DONE or ENTRY_MOVED */
  char *of;
  guint turn;
  char **values; /* of an answer; of what was done the action, if it is known; else NULL */
  int day, seen; /* given, on or to; and last confirmed */
};
/* Adds a copy of STRAY. */
void answers_add_stray(struct answers *answers, const struct stray *stray);
/* Keeps VALUES, which ANSWER has and its question has no place for any more, as a stray of a turn
 * that the question does not have. */
void answers_set_aside(struct answers *answers, const struct answer *answer,
                       const char *const *values);
/* All of them, as they were added: struct stray, owned by the answers. */
const GPtrArray *answers_strays(const struct answers *answers);

/* What a debrief is known by, wherever it goes; NULL: it is none of a journal. Copied. */
const char *answers_identity(const struct answers *answers);
void answers_set_identity(struct answers *answers, const char *identity);

const struct catalogue *answers_catalogue(const struct answers *answers);

/* The day the debrief began. */
int answers_begun(const struct answers *answers);
void answers_set_begun(struct answers *answers, int day);

/* All answers and skips (const struct answer), as step_compare() orders them. Borrowed contents;
 * caller frees the array. */
GPtrArray *answers_list(const struct answers *answers);

/* The latest day before DAY on which something was told or confirmed: that of the visit before. 0:
 * there was none. */
int answers_seen_before(const struct answers *answers, int day);

/* True if everything told is the same, and its days; whose it is does not count. */
gboolean answers_equal(const struct answers *a, const struct answers *b);

/*
 * The first of the options that QUESTION can offer: of its own, or of the question that `from`
 * leads to. The others follow by `next` as long as they are of ITEM_OPTION. NULL: none.
 */
const struct item *question_first_option(const struct question *question);
/* True if VALUE is among them. */
gboolean question_may_offer(const struct question *question, const char *value);
