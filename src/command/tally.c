/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counted, and said. */
#include "command/tally.h"

void tally_begin(struct tally *tally)
{
  *tally = (struct tally){.left = g_ptr_array_new_null_terminated(1, g_free, TRUE)};
}

void tally_end(struct tally *tally)
{
  g_ptr_array_unref(tally->left);
}

void tally_add(struct tally *tally, const struct catalogue *catalogue)
{
  for (const struct item *theme = catalogue->themes; theme; theme = theme->next)
    tally->themes++;
  tally->questions += catalogue->question_count;
}

/* PARTS in one list; NULL if there are none. Caller frees. */
static char *joined(const GPtrArray *parts, const struct translator *translator)
{
  return parts->len ? tr_join(translator, (const char *const *)parts->pdata) : NULL;
}

static char *what_was_read(const struct tally *tally, const struct translator *translator)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_null_terminated(1, g_free, TRUE);
  guint themes = tally->themes, questions = tally->questions, examples = tally->examples;
  if (themes)
    g_ptr_array_add(parts, tr_count(translator, "{1} theme", "{1} themes", themes));
  if (questions)
    g_ptr_array_add(parts, tr_count(translator, "{1} question", "{1} questions", questions));
  if (examples)
    g_ptr_array_add(parts, tr_count(translator, "{1} example", "{1} examples", examples));
  char *list = joined(parts, translator);
  return list ? list : g_strdup(tr(translator, N_("nothing")));
}

static char *how_it_went(const struct findings *findings, const struct translator *translator)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_null_terminated(1, g_free, TRUE);
  guint errors = findings_count(findings, SEVERITY_ERROR);
  guint warnings = findings_count(findings, SEVERITY_WARNING);
  if (errors)
    g_ptr_array_add(parts, tr_count(translator, "{1} error", "{1} errors", errors));
  if (warnings)
    g_ptr_array_add(parts, tr_count(translator, "{1} warning", "{1} warnings", warnings));
  char *list = joined(parts, translator);
  return list ? list : g_strdup(tr(translator, N_("all well")));
}

char *tally_words(const struct tally *tally, const struct findings *findings,
                  const struct translator *translator)
{
  g_autofree char *read = what_was_read(tally, translator);
  g_autofree char *went = how_it_went(findings, translator);
  /* TRANSLATORS: {1} is what was read, "12 themes and 40 questions", {2} how it went: "all well".
   */
  const char *pattern = tally->interrupted ? N_("{1}, interrupted: {2} so far") : N_("{1}: {2}");
  return tr_fill(tr(translator, pattern), read, went, NULL);
}

/* Nothing is well where nothing could be read: why that is so has been said. */
static gboolean is_empty(const struct tally *tally, const struct findings *findings)
{
  return !tally->themes && !tally->questions && !tally->examples &&
         !findings_count(findings, SEVERITY_ERROR) && !findings_count(findings, SEVERITY_WARNING);
}

void tally_say(const struct tally *tally, struct session *session, const struct findings *findings)
{
  if (is_empty(tally, findings))
    return;
  g_autofree char *words = tally_words(tally, findings, session->translator);
  g_autofree char *left = joined(tally->left, session->translator);
  fprintf(session->out, "%s\n", words);
  if (left)
    session_say(session, N_("left alone, for their names do not end in .xml: {1}"), left, NULL);
}
