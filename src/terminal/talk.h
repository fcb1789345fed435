/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A conversation under way: what the files of the dialogue share. */
#pragma once

#include "terminal/dialogue.h"

struct blank;

struct talk {
  const struct dialogue *dialogue;
  struct walk *walk;
  const struct translator *translator;

  gboolean ended;
  enum dialogue_end end;

  struct step step;  /* asked now; no item while a due action is asked after */
  struct step first; /* the first question of this conversation; before it stand due actions */
  const struct planned_action *due; /* asked after now; NULL: a question is asked */
  gboolean show;                    /* the question is to be shown (again) before the next prompt */
  guint mistakes;                   /* in a row, at what is asked now */
  gboolean interrupted;             /* Ctrl-C was the last that was heard */

  const struct item *theme; /* whose title was shown last */
  struct step unsent_at;    /* where a half-typed text was left, and the text */
  char *unsent;

  int before;         /* the day of the visit before this one; 0: this is the first */
  GPtrArray *planned; /* of const struct action: those of the plan when this visit began */
  GPtrArray *visited; /* of const struct task: due actions asked after, in order */
  guint visit_at;     /* which of them is next; behind the end: the next that is due */
  gboolean visiting;  /* due actions come before questions */
  gboolean visit_headed;
  gboolean opened; /* a question came before due actions */

  const struct task *told_task; /* the first action that was told, and its day */
  int told_day;
  guint unlooked; /* answers since the plan was looked at */

  GHashTable *heard;              /* of const struct support: shown because of what was typed */
  gboolean listened;              /* because of the last line */
  const struct draft *filled_for; /* the message whose blanks were gone through at the end */
  GPtrArray *fills;               /* of char *: the ids of those blanks */
  gboolean fill_again;            /* the last of them is to be asked once more */
  const struct blank *blank;      /* asked now, or NULL */
};

/* What a line turned out to be. */
enum heard {
  HEARD_TEXT,      /* something to understand */
  HEARD_NOTHING,   /* an empty line */
  HEARD_BACK,      /* to the question before */
  HEARD_SKIP,      /* leave this one */
  HEARD_EDIT,      /* write the note in an editor */
  HEARD_ELSEWHERE, /* a command has moved the walk */
  HEARD_SHOWN,     /* a command has shown something: show the question again */
  HEARD_CLEARED,   /* Ctrl-C took the line away: ask for it again */
  HEARD_END,       /* talk->ended */
};

struct talk *talk_new(const struct dialogue *dialogue);
void talk_free(struct talk *talk);
DEFINE_OWNED(talk, talk_free)

/* Reads a line and runs it if it is a command. *TEXT, the caller's, is set with HEARD_TEXT. */
enum heard talk_read(struct talk *talk, const struct line_request *request, char **text);

/*
 * Asks PROMPT for yes or no. HEARD_TEXT with *YES set and *TEXT NULL; HEARD_TEXT with *TEXT (the
 * caller's) if something else was typed; else as talk_read().
 */
enum heard talk_ask(struct talk *talk, const char *prompt, gboolean *yes, char **text);

/* Ends the conversation. */
enum heard talk_end(struct talk *talk, enum dialogue_end end);

/* Tells WHY something could not be taken; after three such in a row, also the help. */
void talk_mistake(struct talk *talk, const char *why);

/* Makes what stands at STEP, or what became of TASK, or the words for the blanks ID, or of the
 * message DRAFT, durable; on failure tells it and ends. */
gboolean talk_record(struct talk *talk, struct step step);
gboolean talk_record_tick(struct talk *talk, const struct task *task, const char *action, int day);
gboolean talk_record_move(struct talk *talk, const struct task *task, int day);
gboolean talk_record_fill(struct talk *talk, const char *id, const char *words);
gboolean talk_record_draft(struct talk *talk, const char *draft, const char *words);

/* How texts of the pack are said to the person: private answers included. */
struct voice talk_voice(const struct talk *talk);
/* TEXTS: the first alternative that holds, in words; "" if none does. */
char *talk_words(const struct talk *talk, const struct text *texts,
                 guint turn) G_GNUC_WARN_UNUSED_RESULT;

/* The plan as it follows from the answers so far. */
struct plan *talk_plan(const struct talk *talk) G_GNUC_WARN_UNUSED_RESULT;
/* The same as it was on DAY. */
struct plan *talk_plan_of(const struct talk *talk, int day) G_GNUC_WARN_UNUSED_RESULT;
