/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The plan: what follows from the answers, as openings, dated actions with their drafts,
 * lessons, strengths, replies and sheets. A pure function of catalogue, answers and today; it works
 * at any moment, also unfinished. Open data, read-only, that dies as a whole. Texts are said
 * (walk/phrase.h) in the language of the catalogue.
 */
#pragma once

#include "walk/phrase.h"

enum action_state { ACTION_OPEN, ACTION_LATE, ACTION_DONE };

/* A draft as said. Ready to send once no blank remains. */
struct planned_draft {
  const struct draft *draft;
  enum channel channel;
  struct phrase *to, *subject; /* may be empty */
  GPtrArray *paragraphs;       /* of struct phrase */
  GPtrArray *offered;          /* of struct phrase: optional ones not filled, no part of it */
  gboolean has_blank;
  const char *own; /* what the person has written instead, or NULL; borrowed from the answers */
};

struct planned_action {
  const struct action *action;
  int day; /* 0: undated */
  int at;  /* minutes since midnight; -1: no hour */
  int due; /* the day before lateness moved it, or it was done; 0: undated */
  enum action_state state;
  gboolean overdue; /* late for a day for which it stood in a plan; else nobody has missed it */
  struct phrase *title, *why;
  GPtrArray *steps, *avoids; /* of struct phrase */
  GPtrArray *drafts;         /* of struct planned_draft: those whose condition holds */
  GPtrArray *because;        /* of char *: "question: answer", translated */
  gboolean betrays;          /* a private answer led to it, and the plan keeps these */
};

struct planned_lesson {
  const struct lesson *lesson;
  guint turn;           /* of the repeat it stands in, or 0 */
  struct phrase *topic; /* its title */
  gboolean stressed;
  struct phrase *fact, *if_text, *then_text, *why, *exercise; /* all but then_text may be empty */
  GPtrArray *because;                                         /* of char * */
};

struct planned_strength {
  const struct strength *strength;
  struct phrase *text;
};

struct planned_opening {
  const struct opening *opening;
  struct phrase *asked;  /* what it answers, where several openings answer something; else NULL */
  GPtrArray *paragraphs; /* of struct phrase */
};

/* What to say if they call or ask. */
struct planned_reply {
  const struct reply *reply;
  struct phrase *title;
  GPtrArray *paragraphs; /* of struct phrase */
};

/* A fact sheet: the answers of the questions that name it, private ones only where nothing is kept
 * private. */
struct sheet_line {
  struct step step;
  char *label, *words;
  guint style; /* RUN_QUOTED if typed by the person */
};
struct planned_sheet {
  const struct topic *sheet;
  struct phrase *title;
  GPtrArray *lines; /* of struct sheet_line */
};

/* A holiday where the person is, of which the pack has something to say. */
struct planned_holiday {
  int day;
  struct phrase *title;
};

/* For how many days after today a plan has holidays: as long as one waits for an answer. */
#define PLAN_HOLIDAY_DAYS 21

/* A source that something in the plan cites. */
struct planned_source {
  const struct source *source;
  struct phrase *title, *publisher; /* the publisher may be empty */
  struct phrase *original;          /* the title as it was published */
  const char *language;             /* of that */
};

struct plan {
  const struct catalogue *catalogue;
  int today;
  struct phrase *subject; /* whom this is about, for titles */
  GPtrArray *openings;    /* of struct planned_opening, in document order */
  GPtrArray *actions;     /* of struct planned_action, by day, hour, document order; undated last */
  GPtrArray *lessons;     /* of struct planned_lesson: stressed first, then document order */
  GPtrArray *strengths;   /* of struct planned_strength */
  GPtrArray *replies;     /* of struct planned_reply, in document order */
  GPtrArray *holidays;    /* of struct planned_holiday, Monday to Friday, by day */
  GPtrArray *sheets;      /* of struct planned_sheet, with at least one line */
  GPtrArray *advised;     /* of const struct item: all advice but the actions, in document order */
  GPtrArray *sources;     /* of struct planned_source, in catalogue order */
  GPtrArray *missing; /* of char *: short names of relevant questions without an answer or skip */
  guint asked;        /* how many questions were answered or left out, of those that count */
  int begun;          /* the day on which the debrief began */
  int next_time;      /* the day of the next time, by the answers: the first from today on, else the
                         last; 0: none is known */
  GPtrArray *own;     /* of struct sheet_line: what the person said to read again before it */
};

/*
 * The plan that follows from ANSWERS on the day TODAY. With KEEP_PRIVATE (all exports) nothing
 * private is quoted; because-lines never hold a private answer either way. Both CATALOGUE and
 * ANSWERS must outlive the plan.
 */
struct plan *plan_new(const struct catalogue *catalogue, const struct answers *answers, int today,
                      const struct translator *translator, gboolean keep_private);
/*
 * The same for who looks over many debriefs, at less than half the price: what SCOPE names, with
 * its subject, days and what is missing; reasons, drafts and all else that only the readers of one
 * plan want are empty. But for the whole, ANSWERS need not outlive it.
 */
enum plan_scope {
  PLAN_WHOLE,
  PLAN_TO_DO,  /* actions, with their titles */
  PLAN_NEXT,   /* of these the one that plan_next() gives, alone */
  PLAN_LEARNT, /* lessons, with what to do when; strengths; what the person said to read again */
};
struct plan *plan_sketch(const struct catalogue *catalogue, const struct answers *answers,
                         int today, const struct translator *translator, gboolean keep_private,
                         enum plan_scope scope);
void plan_free(struct plan *plan);
DEFINE_OWNED(plan, plan_free)
/* An empty list of plans, which it frees: GPtrArray of struct plan. */
GPtrArray *plan_list_new(void);

/* The action that stands for TASK in the plan: of several that which is not done; or NULL. */
const struct planned_action *plan_task(const struct plan *plan, const struct task *task);

/* Whether the advice NAME is in the plan: an action that stands there, or an opening, lesson,
 * strength or reply that does, or a selected remark. */
gboolean plan_has_advice(const struct plan *plan, const struct name *name);

/* What to do next: of the open or late actions with a day the earliest that leads, else the
 * earliest; NULL: there is none. */
const struct planned_action *plan_next(const struct plan *plan);
