/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The session: what one run of the program works with. Every command is given it; what a command
 * needs of it (the pack, the journal, a debrief) is made at the first call and lives to the end.
 *
 * What goes wrong is told to the person here, on standard error, in one line; the command is left
 * with an exit code.
 */
#pragma once

#include "command/command.h"
#include "command/language.h"
#include "command/options.h"
#include "journal/journal.h"
#include "plan/plan.h"
#include "report/report.h"

struct session {
  struct options options;
  FILE *in, *out, *err;
  int today;                           /* a day */
  const struct translator *translator; /* the program's; may be NULL */
  struct language *language;
  char *content;     /* folder of the pack in use */
  struct pack *pack; /* NULL if it could not be looked at, */
  int no_pack;       /* for this reason (errno) */
  gboolean plain;    /* words only: for speech, braille and files */
  gboolean colour;

  struct catalogue *catalogue; /* session_catalogue() */
  struct journal *journal;     /* session_journal() */
  gboolean damaged; /* the person was told that the journal is, so the exit code says so */
  guint others;     /* debriefs of other packs that session_each() has left out */
};

/* ---- telling the person ---- */

/*
 * "rebond: …" on standard error: PATTERN (a message id) translated, {1} to {9} replaced by the
 * strings that follow, which end with NULL.
 */
void session_complain(struct session *session, const char *pattern, ...) G_GNUC_NULL_TERMINATED;
/* The same for TEXT, which is translated already. */
void session_put(struct session *session, const char *text);
/* The same for a usage error; returns EXIT_USAGE. */
int session_refuse(struct session *session, const char *pattern, ...) G_GNUC_NULL_TERMINATED;

/* Asks QUESTION, in the person's language, once: true at a clear yes and at nothing else. */
gboolean session_confirm(struct session *session, const char *question);
/* The same for an error of the journal, whose message is translated already; returns the exit code
 * that goes with it. Clears ERROR. */
int session_fail(struct session *session, GError **error);
/* A line on standard output, without "rebond:"; on a screen wrapped to its width. */
void session_say(struct session *session, const char *pattern, ...) G_GNUC_NULL_TERMINATED;
/* The exit code that goes with an error of the journal. */
int session_code(const GError *error);
/* Findings to standard error. True if there are errors among them. */
gboolean session_findings(struct session *session, struct findings *findings);

/* ---- what commands work with ---- */

/* Whether there is a pack; FALSE, with *CODE, the person having been told. */
gboolean session_pack(struct session *session, int *code);
/* The pack, read. NULL, with *CODE, if it cannot be read or has errors; the person has been told.
 */
const struct catalogue *session_catalogue(struct session *session, int *code);

/* The journal, for reading alone or also for writing, as the first call says. NULL, with *CODE. */
struct journal *session_journal(struct session *session, gboolean read_only, int *code);

struct debrief {
  gint64 id; /* 0: not in the journal */
  int today; /* the day for which its plan is made */
  struct answers *answers;
};
/* Takes ANSWERS over. */
struct debrief *debrief_new(gint64 id, int today, struct answers *answers);
void debrief_free(struct debrief *debrief);
DEFINE_OWNED(debrief, debrief_free)
/* An empty list of debriefs, which it frees: GPtrArray of struct debrief. */
GPtrArray *debrief_list_new(void);

/* "1 (Baker)": the number and the subject of DEBRIEF. Caller frees. */
char *session_name(struct session *session,
                   const struct debrief *debrief) G_GNUC_WARN_UNUSED_RESULT;

/*
 * The debrief that ARGUMENT (a number as `rebond list` shows it, or a part of the subject of one of
 * the pack; NULL: the one last touched) names,
 * with its answers. NULL, with *CODE, if there is none such. Caller frees.
 */
struct debrief *session_debrief(struct session *session, const char *argument, int *code);

/* The number that ARGUMENT says, of a debrief of any pack, in the journal that is open; *BEGUN the
 * day on which it began, 0 if that cannot be read. 0, with *CODE, if there is none such. */
gint64 session_number(struct session *session, const char *argument, int *begun, int *code);

/* The debrief begun before ID (0: a new one), for what is remembered from one to the next. NULL if
 * there is none, and, with *CODE changed, if it cannot be read. */
struct debrief *session_previous(struct session *session, gint64 id, int *code);

/* Hands over all debriefs of the pack that can be read, latest first, one after the other, and DATA
 * with each. False, with *CODE. */
typedef void session_take(struct debrief *debrief, void *data);
gboolean session_each(struct session *session, session_take *take, void *data, int *code);

/* All of them: GPtrArray of struct debrief, which it frees. NULL, with *CODE. */
GPtrArray *session_debriefs(struct session *session, int *code);

/* Tells the person how many debriefs were left out there since they are of other packs. */
void session_tell_others(struct session *session);

/* The answers that FILE tells; their plan is for --today, else the day the file says. NULL, with
 * *CODE, if it has errors. */
struct debrief *session_answers(struct session *session, const char *file, int *code);

/* The plan of DEBRIEF. Caller frees. */
struct plan *session_plan(struct session *session, const struct debrief *debrief,
                          gboolean keep_private);

/* The same as plan_sketch() has it. */
struct plan *session_sketch(struct session *session, const struct debrief *debrief,
                            gboolean keep_private, enum plan_scope scope);

/* What SCOPE names of the plans of DEBRIEFS, in their order, for standard output: GPtrArray of
 * struct plan, which it frees. */
GPtrArray *session_plans(struct session *session, const GPtrArray *debriefs, enum plan_scope scope);

/* How reports are to be written for a screen of WIDTH columns (0: for a file). */
struct report_options session_report(struct session *session, int width);

/* The moment of writing, as calendars want it; --today stands for the beginning of that day. Caller
 * frees. */
char *session_stamp(const struct session *session) G_GNUC_WARN_UNUSED_RESULT;

/* What stays the same when DEBRIEF is written again, and differs from others. Caller frees. */
char *session_identity(const struct session *session,
                       const struct debrief *debrief) G_GNUC_WARN_UNUSED_RESULT;
