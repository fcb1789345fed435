/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rebond try`: a conversation from one question on, for the people who write packs. */
#include "command/commands.h"
#include "command/part.h"
#include "command/proving.h"
#include "command/visit.h"
#include "prove/witness.h"
#include "walk/words.h"

/* "How late: 10 minutes", a line for each answer that leads there. */
static void tell_answers(struct session *session, const struct answers *answers)
{
  OWNED(pass) pass = pass_new(session->catalogue, answers, session->today);
  g_autoptr(GPtrArray) list = answers_list(answers);
  for (guint i = 0; i < list->len; i++) {
    const struct answer *answer = list->pdata[i];
    struct voice voice = {
        .pass = pass, .turn = answer->step.turn, .translator = session->translator};
    if (answer->skipped)
      continue;
    g_autofree char *question = question_words(&voice, answer->step);
    g_autofree char *words =
        values_words(&voice, answer->step, (const char *const *)answer->values);
    fprintf(session->out, "  %s  %s\n", question, words);
  }
  fputc('\n', session->out);
}

static int complain(struct session *session, const char *id, enum witness_result result)
{
  session_complain(session,
                   result == WITNESS_NONE
                       ? N_("no answers lead to '{1}'")
                       : N_("no answers that lead to '{1}' were found within the "
                            "budget; a larger --budget may help"),
                   id, NULL);
  return EXIT_FAULTY;
}

/* On a day on which PART can come, unless one was asked for. */
static struct answers *answers_before(struct session *session, const struct item *part,
                                      struct proving *proving, enum witness_result *result)
{
  int today = session->today;
  struct answers *answers =
      witness_before(session->catalogue, part, proving_start(proving), &today, result);
  if (!session->options.today)
    session->today = today;
  return answers;
}

/* Nothing of it is kept. */
int command_try(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  const struct item *part;
  struct proving proving;
  enum witness_result result;
  session->options.no_journal = TRUE;
  if (!proving_set(session, &proving))
    return EXIT_USAGE;
  if (!session_catalogue(session, &code))
    return code;
  if (!part_find(session, session->catalogue, arguments[0], &part))
    return EXIT_USAGE;
  if (!part)
    return command_new(session, arguments);
  struct answers *answers = answers_before(session, part, &proving, &result);
  if (!answers)
    return complain(session, part->id, result);
  answers_set_begun(answers, session->today);
  session_say(session, N_("To '{1}' lead these answers:"), part->id, NULL);
  tell_answers(session, answers);
  OWNED(debrief) debrief = debrief_new(0, session->today, answers);
  return visit_hold(session, debrief, lines_new(session->in, session->out, session->plain));
}
