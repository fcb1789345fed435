/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reasons, sources and help lines, told on request. */
#include "terminal/explain.h"

#include <stdlib.h>

#include "base/date.h"
#include "plan/because.h"
#include "terminal/drafts.h"
#include "terminal/say.h"

static void say_because(const struct talk *talk, const GPtrArray *reasons)
{
  for (guint i = 0; i < reasons->len; i++)
    say(talk, SAY_NORMAL, talk->dialogue->plain ? "" : "  - ", reasons->pdata[i]);
}

/* ---- where it comes from ---- */

/* Whether an earlier one of CITATIONS names the source of CITATION already. */
static gboolean is_said(const struct citation *citations, const struct citation *citation)
{
  for (; citations != citation; citations = citations->next)
    if (citations->source == citation->source)
      return TRUE;
  return FALSE;
}

/* Each source once; which part of it was meant is for editors. */
static void say_sources(const struct talk *talk, const struct citation *citations)
{
  struct voice voice = talk_voice(talk);
  for (const struct citation *citation = citations; citation; citation = citation->next) {
    if (is_said(citations, citation))
      continue;
    g_autofree char *words = phrase_say(&voice, citation->source->title);
    say_message(talk, N_("source: {1}"), words, NULL);
  }
}

static const char *const evidences[] = {
    [EVIDENCE_STUDY] = N_("it rests on a study"),
    [EVIDENCE_SURVEY] = N_("it rests on a survey"),
    [EVIDENCE_PRACTICE] = N_("it rests on the practice of people of the trade"),
    [EVIDENCE_JUDGEMENT] = N_("it rests on the judgement of the authors"),
};

/* "2026-11" as "November 2026". */
static char *month_words(const struct talk *talk, const char *reviewed)
{
  int year = 0, month = 0;
  if (sscanf(reviewed, "%d-%d", &year, &month) != 2 || month < 1 || month > 12)
    return g_strdup(reviewed);
  g_autofree char *digits = g_strdup_printf("%d", year);
  /* TRANSLATORS: {1} is a month, {2} a year. */
  return tr_fill(tr(talk->translator, "{1} {2}"), month_name(month, talk->translator), digits,
                 NULL);
}

static void say_origin(const struct talk *talk, const struct origin *origin)
{
  say_sources(talk, origin->citations);
  if (origin->evidence != EVIDENCE_NONE)
    say_message(talk, evidences[origin->evidence], NULL);
  if (origin->reviewed) {
    g_autofree char *month = month_words(talk, origin->reviewed);
    say_message(talk, N_("last reviewed in {1}"), month, NULL);
  }
}

/* ---- why ---- */

static void why_action(const struct talk *talk, const struct planned_action *planned)
{
  g_autofree char *title = phrase_plain(planned->title);
  g_autofree char *why = phrase_plain(planned->why);
  say_text(talk, title);
  say_text(talk, why);
  if (planned->because->len) {
    say_message(talk, N_("because you said:"), NULL);
    say_because(talk, planned->because);
  }
  say_origin(talk, &planned->action->origin);
}

static void why_question(const struct talk *talk)
{
  struct voice voice = talk_voice(talk);
  g_autoptr(GPtrArray) reasons = because_words(&voice, talk->step, NULL);
  g_autoptr(GPtrArray) names = because_names(voice.pass, talk->step);
  const struct question *question = item_question(talk->step.item);
  if (reasons->len) {
    say_message(talk, N_("this is asked because you said:"), NULL);
    say_because(talk, reasons);
  } else if (names->len) {
    say_message(talk, N_("this is asked because of an answer that stays between us"), NULL);
  } else {
    say_message(talk, N_("this is asked in every conversation: what follows depends on it"), NULL);
  }
  if (question)
    say_origin(talk, &question->origin);
}

void explain_why(const struct talk *talk, const char *number)
{
  if (*number) {
    OWNED(plan) plan = talk_plan(talk);
    const struct planned_action *planned = drafts_find(plan, number);
    if (planned)
      why_action(talk, planned);
    else
      say_message(talk, N_("the plan has no action '{1}'; ':draft' lists them"), number, NULL);
  } else if (talk->due) {
    why_action(talk, talk->due);
  } else if (talk->step.item) {
    why_question(talk);
  } else {
    say_message(talk, N_("nothing is asked now; ':why 1' tells why the first action is planned"),
                NULL);
  }
}

/* ---- support ---- */

void explain_one_support(const struct talk *talk, const struct support *support)
{
  const struct pass *pass = walk_pass(talk->walk);
  struct voice voice = talk_voice(talk);
  g_autofree char *heading = phrase_say(&voice, support->title);
  g_autoptr(GPtrArray) paragraphs = pass_select(pass, support->paragraphs, 0);
  say(talk, SAY_STRONG, "", heading);
  for (guint i = 0; i < paragraphs->len; i++) {
    g_autofree char *words = phrase_say(&voice, paragraphs->pdata[i]);
    say_text(talk, words);
  }
}

void explain_support(const struct talk *talk)
{
  const struct pass *pass = walk_pass(talk->walk);
  gboolean any = FALSE;
  for (const struct support *s = pass_catalogue(pass)->supports; s; s = s->next) {
    if (pass_region(pass) && !pass_in_region(pass, s->regions))
      continue;
    explain_one_support(talk, s);
    any = TRUE;
  }
  if (!any)
    say_message(talk, N_("this pack names nobody to turn to"), NULL);
}
