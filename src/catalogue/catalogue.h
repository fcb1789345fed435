/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The catalogue: a content pack as typed data, read-only once it is loaded.
 * content/FORMAT.md says what each part means to the person who writes it; this
 * header says how it is held. Everything in a catalogue lives in its arena and dies with it;
 * lists are linked by `next` in document order.
 */
#pragma once

#include "base/arena.h"
#include "base/date.h"
#include "base/finding.h"
#include "base/translator.h"
#include "condition/condition.h"
#include "condition/name.h"

struct question;
struct repeat;
struct action;
struct item;

/* ---- texts ---- */

enum piece_kind {
  PIECE_TEXT,   /* characters */
  PIECE_EM,     /* children */
  PIECE_STRONG, /* children */
  PIECE_LINK,   /* children, and an address */
  PIECE_SPAN,   /* children, shown when a condition holds */
  PIECE_BLANK,  /* children: what only the person can write */
  PIECE_ANSWER, /* what was answered or filled in, or `otherwise` */
  PIECE_DATE,   /* the day on which a task is planned */
};

/* Beside the forms of days: an answer said as the whole sentence that its question's prompt is. */
#define FORM_STEM (FORM_DAY + 1)

struct piece {
  enum piece_kind kind;
  struct place place;    /* of its tag; of PIECE_TEXT nothing */
  const char *text;      /* PIECE_TEXT: the characters; PIECE_LINK: the address; PIECE_ANSWER,
                            PIECE_DATE: the id; PIECE_BLANK: an example of what to write, or NULL */
  const char *otherwise; /* PIECE_ANSWER: what to say without an answer, or NULL */
  const struct condition *when; /* PIECE_SPAN */
  const char *fill;             /* PIECE_BLANK: the id of what fills it, or NULL */
  gboolean optional;            /* PIECE_BLANK: it may be left, and its paragraph with it */
  const struct name *name;      /* PIECE_ANSWER: a question, or what fills a blank; PIECE_DATE: a
                                   task; PIECE_BLANK: what fills it, or NULL */
  int form;                     /* PIECE_ANSWER, PIECE_DATE: enum day_form; the former: FORM_STEM */
  gboolean sentence;            /* PIECE_ANSWER: what was typed is said as a sentence of its own */
  const struct piece *children;
  const struct piece *next;
};

/*
 * A text of the pack, in its source language. Alternatives and paragraphs are linked by `next`. One
 * with members is a group: it has no words of its own, and stands for the first of its members that
 * holds, if it holds itself. One with a passage has none either, and stands for all of its
 * paragraphs that hold.
 */
struct text {
  struct place place;
  const char *source;         /* canonical inner XML: the message id in the pack's catalogues */
  const struct piece *pieces; /* of the source; translation_pieces() gives those to show */
  const struct condition *when;
  const struct repeat *repeat;   /* it stands in, or NULL */
  const struct text *members;    /* of a group, linked by `next`; else NULL */
  const struct passage *passage; /* that is used here; else NULL */
  const char *element;           /* the element it stands in or is: "prompt", "strength", "first" */
  const struct item *owner; /* the innermost item around it; NULL in pack.xml outside the themes */
  const struct text *next;
};

/* ---- the tree ---- */

/* What can be ticked off: an action by itself, or all actions of a slot together. */
struct task {
  const struct name *name;
  guint index; /* 0 to catalogue.task_count - 1, by first appearance */
};

enum item_kind {
  ITEM_THEME,
  ITEM_QUESTION,
  ITEM_OPTION,
  ITEM_REPEAT,
  ITEM_ACTION,
  ITEM_LESSON,
  ITEM_STRENGTH,
  ITEM_REMARK,
  ITEM_OPENING,
  ITEM_REPLY,
};
#define ITEM_KINDS (ITEM_REPLY + 1)

/* What all nodes of the tree have in common; each kind's struct begins with it. */
struct item {
  enum item_kind kind;
  guint order; /* in document order, from 0, over all items */
  const struct condition *when;
  const struct item *parent; /* NULL for a theme */
  const struct item *first;  /* of a question: its options, then what stands after them; of an
                                action what counts once it is ticked */
  const struct item
      *next;      /* the following child of the same parent; of a theme the following theme */
  const char *id; /* of an option its value; of a remark possibly NULL */
  struct place place;
};

struct topic { /* also a sheet */
  const char *id;
  struct place place;
  const struct text *title;
  gboolean needs_region, needs_reviewed; /* of a topic: what its advice must carry */
  const struct topic *next;
};

struct source {
  const char *id;
  struct place place;
  const char *url, *date; /* or NULL */
  const char *language;   /* of the title as written; NULL: the pack's */
  const struct text *title;
  const struct text *publisher; /* or NULL */
  const struct source *next;
};

enum evidence {
  EVIDENCE_NONE,
  EVIDENCE_STUDY,
  EVIDENCE_SURVEY,
  EVIDENCE_PRACTICE,
  EVIDENCE_JUDGEMENT
};

struct citation {
  const struct source *source;
  const char *item; /* what stands after #, or NULL; for those who edit the pack */
  const struct citation *next;
};

/* Where a piece of advice comes from, and for which regions it counts. */
struct origin {
  const struct citation *citations;
  enum evidence evidence;
  const char *reviewed;       /* "2026-11", or NULL */
  const char *const *regions; /* NULL-terminated; NULL: everywhere */
};

struct theme {
  struct item item;
  const struct text *title;
};

enum question_kind {
#define KIND(id, word, answer, check, bound, say, read, hint, preview) KIND_##id,
#include "catalogue/kinds.def"
#undef KIND
  KIND_UNKNOWN, /* while its fault is being reported; no catalogue without errors has it */
};
#define KIND_COUNT KIND_UNKNOWN

enum answered_by {
  BY_OPTION,
  BY_OPTIONS, /* several of them */
  BY_NUMBER,
  BY_DAY,
  BY_TIME,
  BY_LINE,
  BY_LINES,
  BY_NOTHING, /* of no known kind */
};

/* Which day of a typed span ("next week") counts. */
enum edge { EDGE_LAST, EDGE_FIRST };

/* Whether a question comes again on a later day, and there before what has become due. */
enum revisit { REVISIT_NO, REVISIT_YES, REVISIT_FIRST };

enum remember { REMEMBER_NO, REMEMBER_ASK, REMEMBER_SILENT };

/* min or max of a question. */
struct bound {
  gboolean given;                 /* in numbers */
  gboolean from_today;            /* of a day: `number` is days counted from today, else a day */
  double number;                  /* of a time: minutes since midnight */
  const struct constraint *limit; /* where another answer gives it, else NULL */
};

struct constraint {
  const struct condition *test;
  const struct text *message;     /* NULL: of a bound that another answer gives, */
  const struct expression *limit; /* which this names; else NULL */
  const struct constraint *next;
};

struct question {
  struct item item;
  const struct repeat *repeat; /* the repeat it stands in, or NULL */
  const struct name *name;
  guint index; /* 0 to catalogue.question_count - 1, in document order */
  enum question_kind kind;
  gboolean optional, decimals, private, has_from;
  enum revisit revisit;
  gboolean stem;      /* of a line: the prompt is the sentence, with a blank where the words go */
  enum edge edge;     /* of a day */
  gboolean next_time; /* of a day: that of the next time; of words: to be read again before it */
  enum remember remember;
  const char *fallback;             /* default: as written ("today-30" stays), or NULL */
  const struct name *fallback_name; /* the question whose answer is the default, or NULL */
  struct place fallback_place;
  struct bound min, max;
  const char *unit, *pattern;        /* or NULL; the unit is a translatable message of its own */
  const struct question *from;       /* or NULL */
  const struct topic *topic, *sheet; /* or NULL */
  struct origin origin;              /* citations only */
  const struct text *prompts, *label, *helps, *low,
      *high; /* alternatives; may be NULL but prompts */
  const struct constraint *constraints;
};

struct option {
  struct item item; /* item.id is the stored value */
  gboolean exclusive;
  const struct text *label; /* NULL on yes and no and with `from` */
  const struct text *helps;
  const char *hears; /* words by which it is understood (walk/heard.h), or NULL */
  const char *slot;  /* of the openings that answer it, or NULL */
};

/* Its questions and lessons are its children. */
struct repeat {
  struct item item;
  const struct name *name;
  guint index; /* 0 to catalogue.repeat_count - 1 */
  guint max;
  const struct topic *topic;
  const struct text *prompt;
};

enum channel { CHANNEL_EMAIL, CHANNEL_PHONE, CHANNEL_LETTER, CHANNEL_PERSON, CHANNEL_SELF };

/* What a due date is counted from. */
enum due_after { AFTER_QUESTION, AFTER_ANSWERED, AFTER_TASK };

struct due {
  struct place place;
  const struct condition *when;
  enum due_after after;
  const struct name *name; /* AFTER_QUESTION, AFTER_TASK */
  int days;
  guint weekdays; /* a set of WEEKDAY_BITs; 0: any day, holidays too */
  int at;         /* minutes since midnight; -1: no hour */
  int until;      /* days after which it lapses; -1: never */
  const struct due *next;
};

struct draft {
  const char *id;
  struct place place;
  gboolean has_channel; /* else the action's */
  enum channel channel;
  const struct condition *when;
  const struct text *to; /* or NULL */
  const struct text *subjects, *paragraphs;
  const struct draft *next;
};

struct action {
  struct item item;
  const struct name *name;
  const struct task *task;
  const char *slot; /* or NULL */
  enum channel channel;
  const struct topic *topic;
  guint minutes; /* 0: not said */
  gboolean lead; /* the next step is the earliest of those that lead, if there are any */
  gboolean once; /* one step for all debriefs, in whichever it is done */
  struct origin origin;
  const struct text *titles, *whys, *steps, *avoids;
  const struct due *dues;
  const struct draft *drafts;
};

/* Of openings, lessons, strengths and replies that are selected and share a slot the first in
 * document order counts. */

struct lesson {
  struct item item;
  const struct name *name;
  const char *slot; /* or NULL */
  const struct topic *topic;
  const struct condition *stress; /* or NULL */
  struct origin origin;
  const struct text *facts, *if_text, *then_text, *why, *exercise; /* if_text may be NULL */
};

struct strength {
  struct item item;
  const struct name *name;
  const char *slot; /* or NULL */
  const struct topic *topic;
  struct origin origin;
  const struct text *text;
};

struct remark {
  struct item item;
  const struct name *name; /* NULL without an id */
  const struct text *text;
};

/* What stands at the head of the plan, or at its end what nobody can know. */
struct opening {
  struct item item;
  const struct name *name; /* NULL without an id */
  const char *slot;        /* or NULL */
  gboolean last;           /* at the end */
  struct origin origin;
  const struct text *paragraphs;
};

/* What to say if they call or ask. */
struct reply {
  struct item item;
  const struct name *name; /* NULL without an id */
  const char *slot;        /* or NULL */
  struct origin origin;
  const struct text *title;
  const struct text *paragraphs;
};

/* ---- the pack ---- */

/* A holiday of some regions: a fixed day of the year, a weekday on or after it, or counted from
 * Easter. */
struct holiday {
  const char *const *regions;
  gboolean by_easter;
  int easter;               /* days after Easter Sunday */
  int month, day;           /* unless by_easter */
  int weekday;              /* 0, or the first such weekday on or after month and day */
  const struct text *title; /* or NULL: what a plan says of it, where it falls among its steps */
  const struct holiday *next;
};

/* Paragraphs that several drafts have in common: those with a text that uses it. */
struct passage {
  const char *id;
  struct place place;
  const struct text *paragraphs;
  const struct passage *next;
};

struct support {
  struct place place;
  const char *const *regions; /* NULL: everywhere */
  const char *reviewed;
  const char *hears; /* words that call for it (walk/heard.h), or NULL */
  const struct text *title, *paragraphs;
  const struct support *next;
};

/* Limits for the checker; -1: none. */
struct limit {
  struct place place;
  int questions, actions, first_day, texts, words, openings;
};

struct catalogue {
  const char *id, *language, *version;
  struct place place; /* of <pack> */
  gboolean whole;     /* all files could be read to their end; else names may be bound to nothing */
  gboolean sound;     /* and no error was found in them */
  const struct question *region; /* or NULL */
  const struct text *title, *about, *subject;
  struct limit limit;
  const struct topic *topics, *sheets;
  const struct source *sources;
  const struct define *defines;
  const struct holiday *holidays;
  const struct passage *passages;
  const struct support *supports;
  const struct item *themes;
  guint item_count, question_count, repeat_count, task_count;
  const struct question *const *questions; /* by index */
  const struct repeat *const *repeats;     /* by index */
  const struct task *const *tasks;         /* by index */
  const struct item *const *items;         /* by order */
  struct catalogue_store *store;           /* arena, names, translations: catalogue.c */
};

/* An empty one, for the reader to fill. Caller frees. */
struct catalogue *catalogue_new(void) G_GNUC_WARN_UNUSED_RESULT;
void catalogue_free(struct catalogue *catalogue);
DEFINE_OWNED(catalogue, catalogue_free)

/* The translator of the pack's texts (see translation.h), borrowed; NULL: the source language. */
void catalogue_translate(struct catalogue *catalogue, const struct translator *translator);

/* The name ID, or NULL. */
const struct name *catalogue_find(const struct catalogue *catalogue, const char *id);
/* The name nearest to ID, for "did you mean", or NULL. */
const char *catalogue_suggest(const struct catalogue *catalogue, const char *id);

/* The draft ID, or NULL. */
const struct draft *catalogue_draft(const struct catalogue *catalogue, const char *id);

/* All texts of the pack (const struct text), in the order of the files. Owned by the catalogue. */
const GPtrArray *catalogue_texts(const struct catalogue *catalogue);

/* Calls SEE for each message of the pack that is no text: units, and what is heard. ELEMENT says
 * what it is, PLACE is that of its element. */
void catalogue_messages(const struct catalogue *catalogue,
                        void (*see)(const char *source, const char *element, struct place place,
                                    void *data),
                        void *data);

/* A message of the pack that is no text, such as a unit, in the language to show. Not freed. */
const char *catalogue_message(const struct catalogue *catalogue, const char *source);

/* True if TEXT is nothing but an optional blank: unless that is filled, it is no part of its
 * message. */
gboolean text_is_optional(const struct text *text);

/* The prompts of which PIECE says the first that holds, with the answer in its gap; NULL: it is no
 * answer said as a sentence. */
const struct text *piece_stems(const struct piece *piece);

/* The question whose options QUESTION offers: itself, or the one to which `from` leads, over others
 * with `from` if need be. */
const struct question *question_source(const struct question *question);

/* The question's option VALUE, or NULL. For a question with `from`, its own options only. */
const struct option *question_option(const struct question *question, const char *value);

/* The text of an option's label: its own, or that of the option of the `from` question. NULL: yes
 * or no. */
const struct text *option_label(const struct question *question, const char *value);

/* Casts that check. Each returns NULL for an item of another kind. */
const struct theme *item_theme(const struct item *item);
const struct question *item_question(const struct item *item);
const struct option *item_option(const struct item *item);
const struct repeat *item_repeat(const struct item *item);
const struct action *item_action(const struct item *item);
const struct lesson *item_lesson(const struct item *item);
const struct strength *item_strength(const struct item *item);
const struct remark *item_remark(const struct item *item);
const struct opening *item_opening(const struct item *item);
const struct reply *item_reply(const struct item *item);

/* The slot of advice, or NULL, as for what has none. */
const char *item_slot(const struct item *item);

/* The theme that ITEM is or stands in. */
const struct item *item_theme_around(const struct item *item);

/* ITEM, which may be NULL, is AROUND or stands in it. */
gboolean item_is_within(const struct item *item, const struct item *around);

/* The repeat that ITEM is or stands in, or NULL, as for an ITEM that is NULL. */
const struct repeat *item_repeat_around(const struct item *item);

/* Some due of ACTION has an end, so that its day may lapse. */
gboolean action_can_lapse(const struct action *action);

/* What QUESTION is answered by, as its kind has it; whether that is one option or several, several,
 * a day, words of one's own. Nobody else asks for a kind by its name, so that a new one is known by
 * its row of kinds.def. */
enum answered_by question_answered_by(const struct question *question);
gboolean question_has_options(const struct question *question);
gboolean question_takes_several(const struct question *question);
gboolean question_is_day(const struct question *question);
gboolean question_is_typed(const struct question *question);

/* Words of the format, by the enums above; NULL-terminated. */
extern const char *const kind_words[], *const channel_words[], *const evidence_words[],
                                                                   *const form_words[];
/* Those of days, and "stem". */
extern const char *const answer_form_words[];
