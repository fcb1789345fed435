/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "terminal/reword.h"

#include <string.h>

#include "plan/page.h"
#include "report/report.h"
#include "terminal/ask.h"
#include "terminal/say.h"

#define BETWEEN "\n\n"

static char **parts_of(const struct talk *talk, const struct planned_draft *draft)
{
  struct report_options options = {.translator = talk->translator};
  g_autoptr(GString) text = g_string_new(NULL);
  report_draft(draft, &options, text);
  return g_strsplit(g_strchomp(text->str), BETWEEN, -1);
}

void reword_show(const struct talk *talk, const struct planned_draft *draft)
{
  g_auto(GStrv) parts = parts_of(talk, draft);
  say_gap(talk);
  for (guint i = 0; parts[i]; i++)
    say_entry(talk, i + 1, parts[i]);
}

/* Keeps PARTS as the person's own version of DRAFT; where they are the plan's, that stands. False
 * if they could not be kept, which was told. */
static gboolean keep(struct talk *talk, const struct planned_draft *draft, char **parts)
{
  struct report_options options = {.translator = talk->translator};
  g_autofree char *words = g_strjoinv(BETWEEN, parts);
  const char *own = report_draft_own(draft, &options, words);
  walk_reword(talk->walk, draft->draft->id, own);
  return talk_record_draft(talk, draft->draft->id, own);
}

/* PARTS without the one at INDEX. */
static void drop(char **parts, guint index)
{
  g_free(parts[index]);
  memmove(&parts[index], &parts[index + 1], (g_strv_length(&parts[index + 1]) + 1) * sizeof *parts);
}

/* True if PARTS have changed at INDEX by what was HEARD. */
static gboolean change(struct talk *talk, char **parts, guint index, enum heard heard, char **text)
{
  switch (heard) {
  case HEARD_TEXT:
    g_free(parts[index]);
    parts[index] = g_steal_pointer(text);
    return TRUE;
  case HEARD_SKIP:
    drop(parts, index);
    return TRUE;
  case HEARD_NOTHING:
  case HEARD_BACK:
    say_message(talk, N_("the message stays as it is"), NULL);
    return FALSE;
  default:
    return FALSE;
  }
}

static enum heard ask(struct talk *talk, const char *part, char **text)
{
  enum heard heard;
  do {
    say_gap(talk);
    say_text(talk, part);
    say_message(talk, N_("how would you say it? Enter alone keeps it, ':skip' takes it out"), NULL);
    struct line_request request = {.prompt = ask_prompt(talk), .initial = part};
    heard = talk_read(talk, &request, text);
  } while (heard == HEARD_SHOWN || heard == HEARD_CLEARED || heard == HEARD_EDIT);
  return heard;
}

gboolean reword_ask(struct talk *talk, const char *number)
{
  OWNED(plan) plan = talk_plan(talk);
  OWNED(plan_page) page = plan_page_new(plan);
  const struct planned_draft *message = page->message;
  g_auto(GStrv) parts = message ? parts_of(talk, message) : NULL;
  guint64 index;
  if (!message || !g_ascii_string_to_unsigned(number, 10, 1, g_strv_length(parts), &index, NULL))
    return FALSE;
  g_autofree char *text = NULL;
  enum heard heard = ask(talk, parts[index - 1], &text);
  if (!change(talk, parts, (guint)index - 1, heard, &text) || !keep(talk, message, parts))
    return TRUE;
  OWNED(plan) changed = talk_plan(talk);
  OWNED(plan_page) now = plan_page_new(changed);
  say_gap(talk);
  say_message(talk, N_("your message:"), NULL);
  reword_show(talk, now->message);
  return TRUE;
}
