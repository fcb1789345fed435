/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan so far, as a short list, and its drafts. */
#include "terminal/drafts.h"

#include "base/date.h"
#include "report/report.h"
#include "terminal/say.h"

const struct planned_action *drafts_find(const struct plan *plan, const char *number)
{
  guint64 index;
  if (!plan->actions->len ||
      !g_ascii_string_to_unsigned(number, 10, 1, plan->actions->len, &index, NULL))
    return NULL;
  return plan->actions->pdata[index - 1];
}

/* "Tuesday 24 November: say thank you (with a draft)". */
static char *action_words(const struct talk *talk, const struct planned_action *planned)
{
  g_autofree char *title = phrase_plain(planned->title);
  g_autofree char *day = planned->day ? date_medium(planned->day, talk->translator)
                                      : g_strdup(tr(talk->translator, "any day"));
  g_autofree char *words = tr_fill(tr(talk->translator, "{1}: {2}"), day, title, NULL);
  if (!planned->drafts->len)
    return g_steal_pointer(&words);
  return tr_fill(tr(talk->translator, "{1} (with a draft)"), words, NULL);
}

static void list(const struct talk *talk, const struct plan *plan)
{
  if (!plan->actions->len) {
    say_message(talk, N_("nothing is planned yet; a few more answers are needed"), NULL);
    return;
  }
  say_message(talk, N_("the plan so far:"), NULL);
  for (guint i = 0; i < plan->actions->len; i++) {
    g_autofree char *words = action_words(talk, plan->actions->pdata[i]);
    say_entry(talk, i + 1, words);
  }
  say_message(talk, N_("':draft 1' shows the draft of the first, ':why 1' its reasons"), NULL);
}

void drafts_show_one(const struct talk *talk, const struct planned_draft *draft)
{
  struct report_options options = {.translator = talk->translator,
                                   .language = talk->dialogue->language,
                                   .width = say_width(talk),
                                   .colour = talk->dialogue->colour,
                                   .words_only = talk->dialogue->plain};
  g_autoptr(GString) text = g_string_new(NULL);
  report_draft(draft, &options, text);
  g_auto(GStrv) lines = g_strsplit(text->str, "\n", -1);
  say_gap(talk);
  for (char **line = lines; *line && (line[1] || **line); line++)
    say(talk, SAY_NORMAL, "", *line);
}

static void show(const struct talk *talk, const struct planned_action *planned)
{
  g_autofree char *title = phrase_plain(planned->title);
  say(talk, SAY_STRONG, "", title);
  if (!planned->drafts->len)
    say_message(talk, N_("this action has no draft"), NULL);
  for (guint i = 0; i < planned->drafts->len; i++)
    drafts_show_one(talk, planned->drafts->pdata[i]);
}

void drafts_show(const struct talk *talk, const char *number)
{
  OWNED(plan) plan = talk_plan(talk);
  const struct planned_action *planned = *number ? drafts_find(plan, number) : NULL;
  if (planned)
    show(talk, planned);
  else if (*number)
    say_message(talk, N_("the plan has no action '{1}'; ':draft' lists them"), number, NULL);
  else
    list(talk, plan);
}
