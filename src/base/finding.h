/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Findings: what is wrong in a file that a person wrote, and where. A finding
 * is made from a rule, which owns its name, severity and wording; whoever finds
 * something gives the place and the words that vary.
 */
#pragma once

#include <glib.h>

#include "base/owned.h"
#include "base/translator.h"

enum severity { SEVERITY_ERROR, SEVERITY_WARNING };

/*
 * What a grammar of the format, which sees one file, can say of a fault. A file is structurally
 * sound if it has no fault of SCOPE_GRAMMAR; after one of SCOPE_UNREAD that is not known.
 */
enum rule_scope {
  SCOPE_BEYOND,  /* nothing: it depends on other files, on names, on the inside of a condition… */
  SCOPE_GRAMMAR, /* that it is one: elements, attributes and the form of their values */
  SCOPE_UNREAD,  /* nothing, and a part of the file is not looked at because of it */
};

/*
 * A rule about content. Its name is part of the program's interface: it never
 * changes meaning and is never used for another. MESSAGE and EXPLANATION are
 * message ids; MESSAGE has {1} to {9} for the words that vary.
 */
struct rule {
  const char *name;
  enum severity severity;
  enum rule_scope scope;
  const char *message;
  const char *explanation;
  const char *wrong; /* a snippet that breaks the rule, */
  const char *right; /* and the same snippet mended */
};

/*
 * A place in a file. FILE is an interned string (g_intern_string) or NULL for
 * no place at all. LINE and COLUMN count from 1; 0 is unknown. COLUMN counts
 * characters, not bytes.
 */
struct place {
  const char *file;
  guint line;
  guint column;
};

/* "10-first.xml:12". Caller frees. */
char *place_words(struct place place) G_GNUC_WARN_UNUSED_RESULT;

struct finding {
  const struct rule *rule;
  struct place place;
  char *message;        /* translated, one line */
  struct place related; /* where the other half of the matter stands; file NULL if nowhere */
  char *note;           /* what stands there; NULL if nowhere */
};

/* The findings of one run over any number of files. */
struct findings;

/* At most this many findings of one file are kept; the rest is counted. */
#define FINDINGS_PER_FILE 100

struct findings *findings_new(const struct translator *translator);
void findings_free(struct findings *findings);
DEFINE_OWNED(findings, findings_free)

/*
 * Adds a finding. The strings after PLACE replace {1}, {2}… of the rule's
 * message and end with NULL; each is put on one line and cut at 80 characters. The rule's
 * text is translated here.
 */
void findings_add(struct findings *findings, const struct rule *rule, struct place place,
                  ...) G_GNUC_NULL_TERMINATED;

/* False if the finding last added was only counted: what costs work to say need not be found out.
 */
gboolean findings_kept(const struct findings *findings);

/* Adds to the finding last added "; did you mean 'NAME'?" unless NAME is NULL. */
void findings_suggest(struct findings *findings, const char *name);

/*
 * Adds to the finding last added ": REASON", a fragment of a sentence that is already in the
 * person's language. It is not cut, but put on one line: what it quotes of a file goes through
 * findings_quote().
 */
void findings_explain(struct findings *findings, const char *reason);

/* Adds to the finding last added which character of WORD, which it quotes, is not what it looks
 * like, if one is (text_disguised()). */
void findings_unmask(struct findings *findings, const char *word);

/* Adds to the finding last added a related place. NOTE is a message id: N_("first defined here").
 */
void findings_relate(struct findings *findings, struct place place, const char *note);

/* WORDS of a file as findings quote them: on one line and cut at 80 characters. Caller frees. */
char *findings_quote(const char *words) G_GNUC_WARN_UNUSED_RESULT;

/* For words of the program that are filled into a message. */
const struct translator *findings_translator(const struct findings *findings);

/* Counts every finding, also those that the limit per file left out. */
guint findings_count(const struct findings *findings, enum severity severity);

/* How many of those in FILE (of a finding) were not kept. */
guint findings_left_out(const struct findings *findings, const char *file);

/* Whether one of RULE that was kept stands at PLACE. */
gboolean findings_has(const struct findings *findings, const struct rule *rule, struct place place);

/* Takes those of RULE out again, counted ones too. */
void findings_drop(struct findings *findings, const struct rule *rule);

/* Sorts by file, line, column, rule name; first come those of whole files, of which others may
 * follow. */
void findings_sort(struct findings *findings);
const struct finding *findings_get(const struct findings *findings,
                                   guint index); /* NULL past the end */

/*
 * All findings, sorted, a line each: `file:line:col: error: message [rule-name]`,
 * a related place on a second line as `file:line:col: note: text`, and for a file with
 * more than FINDINGS_PER_FILE a line that counts the rest. The words error, warning and note
 * are for tools to find and never translated; of a place what is unknown is left out.
 */
void findings_print(struct findings *findings, GString *out);
