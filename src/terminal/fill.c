/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "terminal/fill.h"

#include "plan/page.h"
#include "terminal/ask.h"
#include "terminal/blanks.h"
#include "terminal/drafts.h"
#include "terminal/reword.h"
#include "terminal/say.h"

/* A message whose blanks are gone through. */
struct filling {
  const struct task *task;
  const struct draft *draft;
  GPtrArray *blanks; /* of struct blank; owned */
  gboolean shown;    /* the message stands on the screen as it is now */
};

static struct filling *filling_new(const struct talk *talk, const struct task *task,
                                   const struct draft *draft)
{
  struct filling *filling = g_new0(struct filling, 1);
  filling->task = task;
  filling->draft = draft;
  filling->blanks = blanks_of(talk, task, draft);
  return filling;
}

static void filling_free(struct filling *filling)
{
  g_ptr_array_unref(filling->blanks);
  g_free(filling);
}
DEFINE_OWNED(filling, filling_free)

static const char *filled(const struct talk *talk, const struct blank *blank)
{
  return answers_fill(walk_answers(talk->walk), blank->id);
}

/* How many blanks have to be filled; those that may be left come after them. */
static guint count_required(const struct filling *filling)
{
  guint count = 0;
  while (count < filling->blanks->len && !((struct blank *)filling->blanks->pdata[count])->optional)
    count++;
  return count;
}

/* The message as it is now, below LEAD. */
static void show_message(const struct talk *talk, struct filling *filling, const char *lead)
{
  OWNED(plan) plan = talk_plan(talk);
  const struct planned_draft *message = blanks_draft(plan, filling->task, filling->draft);
  if (!message)
    return;
  say_gap(talk);
  say_message(talk, lead, NULL);
  reword_show(talk, message);
  filling->shown = TRUE;
}

/* ---- asking one ---- */

static void say_in_place(const struct talk *talk, const struct blank *blank, const char *lead,
                         const char *words)
{
  g_autofree char *sentence = g_strconcat(blank->before, words, blank->after, NULL);
  if (*blank->before || *blank->after)
    say(talk, SAY_FAINT, talk->dialogue->plain ? "" : lead, sentence);
}

static char *place_of(const struct talk *talk, const struct filling *filling, guint at)
{
  g_autofree char *number = g_strdup_printf("%u", at + 1);
  g_autofree char *all = g_strdup_printf("%u", count_required(filling));
  if (((const struct blank *)filling->blanks->pdata[at])->optional)
    return g_strdup(tr(talk->translator, N_("optional")));
  /* TRANSLATORS: {1} is the number of a blank in a message, {2} how many there are. */
  return tr_fill(tr(talk->translator, "blank {1} of {2}"), number, all, NULL);
}

/* What Enter alone does, where that was not said at the head. */
static void hint(const struct talk *talk, const struct blank *blank)
{
  const char *keeps = blank->optional
                          ? N_("your answer is '{1}'; Enter alone keeps it, ':skip' takes it out")
                          : N_("your answer is '{1}'; Enter alone keeps it");
  if (filled(talk, blank))
    say_message(talk, keeps, filled(talk, blank), NULL);
  else if (blank->optional)
    say_message(talk, N_("Enter alone leaves the message as it is"), NULL);
}

static void show_blank(const struct talk *talk, const struct filling *filling, guint at)
{
  const struct blank *blank = filling->blanks->pdata[at];
  g_autofree char *place = place_of(talk, filling, at);
  say_gap(talk);
  say_question(talk, blank->label, place);
  if (blank->example) {
    g_autofree char *example =
        tr_fill(tr(talk->translator, "for example: {1}"), blank->example, NULL);
    say_aside(talk, example);
  }
  say_in_place(talk, blank, "  ", talk->dialogue->plain ? "…" : "____");
  hint(talk, blank);
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

/* WORDS for BLANK, or NULL: none. False if they could not be kept, which was told. */
static gboolean set(struct talk *talk, struct filling *filling, const struct blank *blank,
                    const char *words)
{
  filling->shown = FALSE;
  walk_fill(talk->walk, blank->id, words);
  return talk_record_fill(talk, blank->id, words);
}

static void take(struct talk *talk, struct filling *filling, const struct blank *blank, char *text)
{
  g_strdelimit(text, "\n", ' ');
  if (set(talk, filling, blank, text))
    say_in_place(talk, blank, "  → ", text);
}

static void leave(const struct talk *talk, const struct blank *blank)
{
  if (filled(talk, blank))
    say_message(talk, N_("kept: {1}"), filled(talk, blank), NULL);
  else if (blank->optional)
    say_message(talk, N_("the message stays as it is"), NULL);
  else
    say_message(talk, N_("left open"), NULL);
}

/* What may be left can be taken out again, too. */
static void skip(struct talk *talk, struct filling *filling, const struct blank *blank)
{
  if (!blank->optional || !filled(talk, blank))
    leave(talk, blank);
  else if (set(talk, filling, blank, NULL))
    say_message(talk, N_("taken out of the message"), NULL);
}

/* True if what was HEARD ends the round; else *AT and *SHOW say how it goes on. */
static gboolean heed(struct talk *talk, enum heard heard, struct filling *filling, guint *at,
                     char *text, gboolean *show)
{
  *show = heard != HEARD_CLEARED;
  switch (heard) {
  case HEARD_TEXT:
    take(talk, filling, filling->blanks->pdata[(*at)++], text);
    return talk->ended;
  case HEARD_NOTHING:
    leave(talk, filling->blanks->pdata[(*at)++]);
    return FALSE;
  case HEARD_SKIP:
    skip(talk, filling, filling->blanks->pdata[(*at)++]);
    return talk->ended;
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

/* Goes through the blanks of FILLING from AT on; before what may be left the message is shown.
 * HEARD_TEXT: to their end. */
static enum heard go_through(struct talk *talk, struct filling *filling, guint at)
{
  struct step step = talk->step;
  gboolean show = TRUE;
  enum heard heard = HEARD_TEXT;
  talk->step = (struct step){0};
  while (at < filling->blanks->len) {
    g_autofree char *text = NULL;
    talk->blank = filling->blanks->pdata[at];
    if (talk->blank->optional && !filling->shown)
      show_message(talk, filling, N_("your message as it stands:"));
    if (show)
      show_blank(talk, filling, at);
    heard = read_blank(talk, filling->blanks->pdata[at], &text);
    if (heed(talk, heard, filling, &at, text, &show))
      break;
    heard = talk->ended ? HEARD_END : HEARD_TEXT;
  }
  talk->blank = NULL;
  talk->step = step;
  return talk->ended ? HEARD_END : heard;
}

/* ---- a message ---- */

static void head(const struct talk *talk, const struct planned_action *planned,
                 const struct filling *filling)
{
  g_autofree char *title = phrase_plain(planned->title);
  say_heading(talk, title);
  if (count_required(filling))
    say_message(
        talk, N_("a few words are missing from the message; Enter alone leaves a blank for later"),
        NULL);
}

static void show_finished(const struct talk *talk, struct filling *filling)
{
  OWNED(plan) plan = talk_plan(talk);
  const struct planned_draft *message = blanks_draft(plan, filling->task, filling->draft);
  if (!message)
    return;
  if (!filling->shown) {
    show_message(talk, filling, N_("your message:"));
    say_gap(talk);
  }
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
  OWNED(filling) filling = filling_new(talk, planned->action->task, message->draft);
  if (message->own) {
    say_message(talk, N_("this message is your own; 'rebond draft --edit' changes it"), NULL);
    return HEARD_SHOWN;
  }
  if (!filling->blanks->len) {
    say_message(talk, N_("this message has no blank that can be filled here"), NULL);
    return HEARD_SHOWN;
  }
  head(talk, planned, filling);
  enum heard heard = go_through(talk, filling, 0);
  if (heard == HEARD_END || heard == HEARD_ELSEWHERE)
    return heard;
  show_finished(talk, filling);
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
  OWNED(filling) filling = filling_new(talk, page->next->action->task, message->draft);
  keep_open(talk, filling->blanks);
  gboolean again = talk->fill_again && filling->blanks->len;
  talk->fill_again = FALSE;
  if (!again && !any_open(talk, filling->blanks))
    return FALSE;
  head(talk, page->next, filling);
  *heard = go_through(talk, filling, again ? filling->blanks->len - 1 : 0);
  if (*heard != HEARD_TEXT)
    return TRUE;
  talk->filled_for = message->draft;
  show_finished(talk, filling);
  return TRUE;
}

gboolean fill_back(struct talk *talk)
{
  if (!talk->filled_for || answers_own_draft(walk_answers(talk->walk), talk->filled_for->id))
    return FALSE;
  talk->filled_for = NULL;
  talk->fill_again = TRUE;
  return TRUE;
}
