/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rebond draft`: one message of the plan, as it is to be sent. */
#include <unistd.h>

#include "base/text.h"
#include "command/actions.h"
#include "command/commands.h"
#include "command/output.h"
#include "command/visit.h"
#include "plan/page.h"
#include "terminal/external.h"

/* ---- which ---- */

struct chosen {
  const struct planned_action *action;
  const struct planned_draft *draft;
};

/* Of PLAN the actions with a message that are still to be done. GPtrArray; caller frees. */
static GPtrArray *with_message(const struct plan *plan)
{
  GPtrArray *actions = g_ptr_array_new();
  for (guint i = 0; i < plan->actions->len; i++) {
    struct planned_action *action = plan->actions->pdata[i];
    if (action->drafts->len && action->state != ACTION_DONE)
      g_ptr_array_add(actions, action);
  }
  return actions;
}

/* The message whose own id is WORD; else that of the action that WORD names. */
static gboolean choose_by(struct session *session, const GPtrArray *actions, const char *word,
                          struct chosen *chosen)
{
  for (guint i = 0; i < actions->len; i++) {
    const struct planned_action *action = actions->pdata[i];
    for (guint j = 0; j < action->drafts->len; j++) {
      const struct planned_draft *draft = action->drafts->pdata[j];
      if (g_strcmp0(draft->draft->id, word) == 0) {
        *chosen = (struct chosen){action, draft};
        return TRUE;
      }
    }
  }
  const struct planned_action *action = actions_find(session, actions, word);
  if (action)
    *chosen = (struct chosen){action, action->drafts->pdata[0]};
  return action != NULL;
}

/* What WORD names, or the next message there is; false with the person told. */
static gboolean choose(struct session *session, const struct plan *plan, const char *word,
                       struct chosen *chosen)
{
  g_autoptr(GPtrArray) actions = with_message(plan);
  OWNED(plan_page) page = plan_page_new(plan);
  if (!actions->len) {
    session_refuse(session, N_("the plan has no message to write"), NULL);
    return FALSE;
  }
  if (word)
    return choose_by(session, actions, word, chosen);
  const struct planned_action *first = page->message ? page->next : actions->pdata[0];
  *chosen = (struct chosen){first, first->drafts->pdata[0]};
  return TRUE;
}

/* ---- what it says ---- */

static GString *words_of(struct session *session, const struct planned_draft *draft)
{
  GString *text = g_string_new(NULL);
  struct report_options options = session_report(session, 0);
  report_draft(draft, &options, text);
  return text;
}

/* ---- changing it ---- */

/* Where the person is asked: the screen, also while the message itself goes elsewhere. */
static FILE *talk_stream(const struct session *session)
{
  return output_is_screen(session) ? session->out : session->err;
}

static gboolean has_terminal(struct session *session)
{
  if (isatty(fileno(session->in)))
    return TRUE;
  session_refuse(session, N_("an editor needs a terminal"), NULL);
  return FALSE;
}

/* Keeps WORDS as the person's own version; none or those of the plan end it. */
static int keep(struct session *session, const struct debrief *debrief, const struct chosen *chosen,
                const char *words)
{
  g_autoptr(GError) error = NULL;
  struct report_options options = session_report(session, 0);
  const char *own = *words ? report_draft_own(chosen->draft, &options, words) : NULL;
  if (!journal_record_draft(session->journal, debrief->id, chosen->draft->draft->id, own,
                            session->today, &error))
    return session_fail(session, &error);
  fprintf(talk_stream(session), "%s\n",
          tr(session->translator,
             own ? N_("Your version is kept.") : N_("The message is as the plan has it.")));
  return EXIT_FINE;
}

static int edit(struct session *session, const struct debrief *debrief, const struct chosen *chosen)
{
  g_autoptr(GError) error = NULL;
  if (!has_terminal(session))
    return EXIT_USAGE;
  OWNED(lines) lines = lines_new(session->in, talk_stream(session), session->plain);
  g_autoptr(GString) text = words_of(session, chosen->draft);
  g_autofree char *words = external_edit(lines, text->str, &error);
  if (!words) {
    session_complain(session, N_("the editor failed: {1}; nothing was changed"), error->message,
                     NULL);
    return EXIT_IO;
  }
  return keep(session, debrief, chosen, words);
}

static int fill(struct session *session, struct debrief *debrief, const struct chosen *chosen)
{
  FILE *out = talk_stream(session);
  struct lines *lines = lines_new(session->in, out, session->plain);
  return visit_fill(session, debrief, lines, out, chosen->action->action->task);
}

/* ---- the command ---- */

static int print(struct session *session, const struct debrief *debrief, const char *word)
{
  struct chosen chosen;
  OWNED(plan) plan = session_plan(session, debrief, FALSE);
  if (!choose(session, plan, word, &chosen))
    return EXIT_USAGE;
  g_autoptr(GString) text = words_of(session, chosen.draft);
  return output_deliver(session, text);
}

/* Fills and edits as the options say, then hands the message over where it was not shown. */
static int change(struct session *session, struct debrief *debrief, const char *word)
{
  struct chosen chosen;
  g_autoptr(GError) error = NULL;
  if (!journal_lock(session->journal, debrief->id, &error))
    return session_fail(session, &error);
  g_autofree char *number = g_strdup_printf("%" G_GINT64_FORMAT, debrief->id);
  OWNED(plan) plan = session_plan(session, debrief, FALSE);
  if (!choose(session, plan, word, &chosen))
    return EXIT_USAGE;
  int code =
      session->options.edit ? edit(session, debrief, &chosen) : fill(session, debrief, &chosen);
  if (code != EXIT_FINE)
    return code;
  if (output_is_screen(session) && !session->options.output)
    return EXIT_FINE;
  OWNED(debrief) changed = session_debrief(session, number, &code);
  return changed ? print(session, changed, word) : code;
}

int command_draft(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  guint64 number;
  gboolean changes = session->options.fill || session->options.edit;
  gboolean numbered =
      arguments[0] && g_ascii_string_to_unsigned(arguments[0], 10, 1, G_MAXINT64, &number, NULL);
  const char *word = numbered ? arguments[1] : arguments[0];
  if (!numbered && arguments[0] && arguments[1])
    return session_refuse(session, N_("'{1}' is no debrief; 'rebond list' shows their numbers"),
                          arguments[0], NULL);
  if (session->options.fill && session->options.edit)
    return session_refuse(session, N_("either {1} or {2}, not both"), "--fill", "--edit", NULL);
  if (!session_catalogue(session, &code) || !session_journal(session, !changes, &code))
    return code;
  OWNED(debrief) debrief = session_debrief(session, numbered ? arguments[0] : NULL, &code);
  if (!debrief)
    return code;
  return changes ? change(session, debrief, word) : print(session, debrief, word);
}
