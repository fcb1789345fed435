/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "terminal/fill.h"

#include "plan/page.h"
#include "terminal/ask.h"
#include "terminal/blanks.h"
#include "terminal/drafts.h"
#include "terminal/say.h"

static const char *filled(const struct talk *talk, const struct blank *blank)
{
  return answers_fill(walk_answers(talk->walk), blank->id);
}

/* ---- asking one ---- */

static void say_in_place(const struct talk *talk, const struct blank *blank, const char *lead,
                         const char *words)
{
  g_autofree char *sentence = g_strconcat(blank->before, words, blank->after, NULL);
  if (*blank->before || *blank->after)
    say(talk, SAY_FAINT, talk->dialogue->plain ? "" : lead, sentence);
}

static void show_blank(const struct talk *talk, const struct blank *blank, guint at, guint count)
{
  g_autofree char *number = g_strdup_printf("%u", at + 1);
  g_autofree char *all = g_strdup_printf("%u", count);
  /* TRANSLATORS: {1} is the number of a blank in a message, {2} how many there are. */
  g_autofree char *place = tr_fill(tr(talk->translator, "blank {1} of {2}"), number, all, NULL);
  say_gap(talk);
  say_question(talk, blank->label, place);
  if (blank->example) {
    g_autofree char *example =
        tr_fill(tr(talk->translator, "for example: {1}"), blank->example, NULL);
    say_aside(talk, example);
  }
  say_in_place(talk, blank, "  ", talk->dialogue->plain ? "…" : "____");
  if (filled(talk, blank))
    say_message(talk, N_("your answer is '{1}'; Enter alone keeps it"), filled(talk, blank), NULL);
}

static enum heard read_blank(struct talk *talk, struct blank *blank, char **text)
{
  g_autofree char *unsent = g_steal_pointer(&blank->unsent);
  struct line_request request = {.prompt = ask_prompt(talk),
                                 .initial = unsent ? unsent : filled(talk, blank)};
  enum heard heard = talk_read(talk, &request, text);
  if (heard == HEARD_BACK && talk->unsent && !talk->unsent_at.item)
    blank->unsent = g_steal_pointer(&talk->unsent);
  return heard;
}

static void take(struct talk *talk, const struct blank *blank, char *text)
{
  g_strdelimit(text, "\n", ' ');
  walk_fill(talk->walk, blank->id, text);
  if (!talk_record_fill(talk, blank->id, text))
    return;
  say_in_place(talk, blank, "  → ", text);
}

static void leave(const struct talk *talk, const struct blank *blank)
{
  if (filled(talk, blank))
    say_message(talk, N_("kept: {1}"), filled(talk, blank), NULL);
  else
    say_message(talk, N_("left open"), NULL);
}

/* True if what was HEARD ends the round; else *AT and *SHOW say how it goes on. */
static gboolean heed(struct talk *talk, enum heard heard, GPtrArray *blanks, guint *at, char *text,
                     gboolean *show)
{
  *show = heard != HEARD_CLEARED;
  switch (heard) {
  case HEARD_TEXT:
    take(talk, blanks->pdata[(*at)++], text);
    return talk->ended;
  case HEARD_NOTHING:
  case HEARD_SKIP:
    leave(talk, blanks->pdata[(*at)++]);
    return FALSE;
  case HEARD_BACK:
    if (*at == 0)
      return TRUE;
    --*at;
    return FALSE;
  case HEARD_EDIT:
    say_message(talk, N_("':edit' is for notes"), NULL);
    return FALSE;
  default:
    return heard == HEARD_ELSEWHERE || heard == HEARD_END;
  }
}

/* Goes through BLANKS from AT on. HEARD_TEXT: to their end. */
static enum heard go_through(struct talk *talk, GPtrArray *blanks, guint at)
{
  struct step step = talk->step;
  gboolean show = TRUE;
  enum heard heard = HEARD_TEXT;
  talk->step = (struct step){0};
  talk->filling = TRUE;
  while (at < blanks->len) {
    g_autofree char *text = NULL;
    if (show)
      show_blank(talk, blanks->pdata[at], at, blanks->len);
    heard = read_blank(talk, blanks->pdata[at], &text);
    if (heed(talk, heard, blanks, &at, text, &show))
      break;
    heard = talk->ended ? HEARD_END : HEARD_TEXT;
  }
  talk->filling = FALSE;
  talk->step = step;
  return talk->ended ? HEARD_END : heard;
}

/* ---- a message ---- */

static void head(const struct talk *talk, const struct planned_action *planned)
{
  g_autofree char *title = phrase_plain(planned->title);
  say_heading(talk, title);
  say_message(talk,
              N_("a few words are missing from the message; Enter alone leaves a blank for later"),
              NULL);
}

static void show_finished(struct talk *talk, const struct task *task, const struct draft *draft)
{
  OWNED(plan) plan = talk_plan(talk);
  const struct planned_draft *message = blanks_draft(plan, task, draft);
  if (!message)
    return;
  say_gap(talk);
  say_message(talk, N_("your message:"), NULL);
  drafts_show_one(talk, message);
  say_gap(talk);
  if (message->has_blank)
    say_message(talk, N_("what stands in square brackets is still to be written"), NULL);
  if (talk->dialogue->record_fill)
    say_message(
        talk, N_("'rebond draft' prints it for copying, 'rebond draft --edit' lets you change it"),
        NULL);
  else
    say_message(talk, N_("copy it from here; nothing is kept"), NULL);
}

static enum heard fill_draft(struct talk *talk, const struct planned_action *planned,
                             const struct planned_draft *message)
{
  const struct task *task = planned->action->task;
  g_autoptr(GPtrArray) blanks = blanks_of(talk, task, message->draft);
  if (message->own) {
    say_message(talk, N_("this message is your own; 'rebond draft --edit' changes it"), NULL);
    return HEARD_SHOWN;
  }
  if (!blanks->len) {
    say_message(talk, N_("this message has no blank that can be filled here"), NULL);
    return HEARD_SHOWN;
  }
  head(talk, planned);
  enum heard heard = go_through(talk, blanks, 0);
  if (heard == HEARD_END || heard == HEARD_ELSEWHERE)
    return heard;
  show_finished(talk, task, message->draft);
  return HEARD_SHOWN;
}

static enum heard fill_planned(struct talk *talk, const struct planned_action *planned)
{
  if (planned && planned->drafts->len)
    return fill_draft(talk, planned, planned->drafts->pdata[0]);
  say_message(talk,
              planned ? N_("this action has no draft")
                      : N_("nothing is planned yet; a few more answers are needed"),
              NULL);
  return HEARD_SHOWN;
}

enum heard fill_action(struct talk *talk, const char *number)
{
  OWNED(plan) plan = talk_plan(talk);
  const struct planned_action *planned = *number ? drafts_find(plan, number) : plan_next(plan);
  if (*number && !planned) {
    say_message(talk, N_("the plan has no action '{1}'; ':draft' lists them"), number, NULL);
    return HEARD_SHOWN;
  }
  return fill_planned(talk, planned);
}

enum heard fill_task(struct talk *talk, const struct task *task)
{
  OWNED(plan) plan = talk_plan(talk);
  return fill_planned(talk, plan_task(plan, task));
}

/* ---- at the end of the questions ---- */

/* Takes out of BLANKS what was filled at another time; the rest is noted as asked here. */
static void keep_open(struct talk *talk, GPtrArray *blanks)
{
  for (guint i = 0; i < blanks->len;) {
    const struct blank *blank = blanks->pdata[i];
    gboolean asked = g_ptr_array_find_with_equal_func(talk->fills, blank->id, g_str_equal, NULL);
    if (filled(talk, blank) && !asked) {
      g_ptr_array_remove_index(blanks, i);
      continue;
    }
    if (!asked)
      g_ptr_array_add(talk->fills, g_strdup(blank->id));
    i++;
  }
}

static gboolean any_open(const struct talk *talk, const GPtrArray *blanks)
{
  for (guint i = 0; i < blanks->len; i++)
    if (!filled(talk, blanks->pdata[i]))
      return TRUE;
  return FALSE;
}

gboolean fill_ask(struct talk *talk, enum heard *heard)
{
  OWNED(plan) plan = talk_plan(talk);
  OWNED(plan_page) page = plan_page_new(plan);
  const struct planned_draft *message = page->message;
  if (!message || message->own || talk->filled_for == message->draft)
    return FALSE;
  const struct task *task = page->next->action->task;
  g_autoptr(GPtrArray) blanks = blanks_of(talk, task, message->draft);
  keep_open(talk, blanks);
  gboolean again = talk->fill_again && blanks->len;
  talk->fill_again = FALSE;
  if (!again && !any_open(talk, blanks))
    return FALSE;
  head(talk, page->next);
  *heard = go_through(talk, blanks, again ? blanks->len - 1 : 0);
  if (*heard != HEARD_TEXT)
    return TRUE;
  talk->filled_for = message->draft;
  show_finished(talk, task, message->draft);
  return TRUE;
}

gboolean fill_back(struct talk *talk)
{
  if (!talk->filled_for)
    return FALSE;
  talk->filled_for = NULL;
  talk->fill_again = TRUE;
  return TRUE;
}
