/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line heard in a conversation: a command, an answer, or the end. */
#include "terminal/talk.h"

#include <errno.h>
#include <string.h>

#include "terminal/commands.h"
#include "terminal/listen.h"
#include "terminal/say.h"
#include "terminal/typed.h"

struct talk *talk_new(const struct dialogue *dialogue)
{
  struct talk *talk = g_new0(struct talk, 1);
  talk->dialogue = dialogue;
  talk->walk = dialogue->walk;
  talk->translator = dialogue->translator;
  talk->show = TRUE;
  talk->before = answers_seen_before(walk_answers(talk->walk), walk_today(talk->walk));
  talk->planned = g_ptr_array_new();
  talk->visited = g_ptr_array_new();
  talk->heard = g_hash_table_new(NULL, NULL);
  talk->fills = g_ptr_array_new_with_free_func(g_free);
  return talk;
}

void talk_free(struct talk *talk)
{
  g_ptr_array_unref(talk->planned);
  g_ptr_array_unref(talk->visited);
  g_hash_table_unref(talk->heard);
  g_ptr_array_unref(talk->fills);
  g_free(talk->unsent);
  g_free(talk);
}

enum heard talk_end(struct talk *talk, enum dialogue_end end)
{
  talk->ended = TRUE;
  talk->end = end;
  return HEARD_END;
}

struct voice talk_voice(const struct talk *talk)
{
  return (struct voice){
      .pass = walk_pass(talk->walk), .turn = talk->step.turn, .translator = talk->translator};
}

char *talk_words(const struct talk *talk, const struct text *texts, guint turn)
{
  struct voice voice = talk_voice(talk);
  voice.turn = turn;
  return phrase_say(&voice, pass_choose(voice.pass, texts, turn));
}

struct plan *talk_plan_of(const struct talk *talk, int day)
{
  return plan_new(pass_catalogue(walk_pass(talk->walk)), walk_answers(talk->walk), day,
                  talk->translator, FALSE);
}

struct plan *talk_plan(const struct talk *talk)
{
  return talk_plan_of(talk, walk_today(talk->walk));
}

void talk_mistake(struct talk *talk, const char *why)
{
  say_note(talk, why);
  if (++talk->mistakes % 3 == 0)
    command_show_help(talk);
}

/* ---- keeping ---- */

static gboolean told_failure(struct talk *talk, gboolean kept, const GError *error)
{
  if (kept)
    return FALSE;
  say_message(talk, N_("this could not be kept: {1}"), error ? error->message : "", NULL);
  talk_end(talk, DIALOGUE_FAILED);
  return TRUE;
}

gboolean talk_record(struct talk *talk, struct step step)
{
  const struct dialogue *dialogue = talk->dialogue;
  g_autoptr(GError) error = NULL;
  gboolean kept =
      !dialogue->record ||
      dialogue->record(dialogue->data, answers_get(walk_answers(talk->walk), step), &error);
  return !told_failure(talk, kept, error);
}

gboolean talk_record_tick(struct talk *talk, const struct task *task, const char *action, int day)
{
  const struct dialogue *dialogue = talk->dialogue;
  g_autoptr(GError) error = NULL;
  gboolean kept =
      !dialogue->record_tick || dialogue->record_tick(dialogue->data, task, action, day, &error);
  return !told_failure(talk, kept, error);
}

gboolean talk_record_move(struct talk *talk, const struct task *task, int day)
{
  const struct dialogue *dialogue = talk->dialogue;
  g_autoptr(GError) error = NULL;
  gboolean kept =
      !dialogue->record_move || dialogue->record_move(dialogue->data, task, day, &error);
  return !told_failure(talk, kept, error);
}

gboolean talk_record_fill(struct talk *talk, const char *id, const char *words)
{
  const struct dialogue *dialogue = talk->dialogue;
  g_autoptr(GError) error = NULL;
  gboolean kept =
      !dialogue->record_fill || dialogue->record_fill(dialogue->data, id, words, &error);
  return !told_failure(talk, kept, error);
}

gboolean talk_record_draft(struct talk *talk, const char *draft, const char *words)
{
  const struct dialogue *dialogue = talk->dialogue;
  g_autoptr(GError) error = NULL;
  gboolean kept =
      !dialogue->record_draft || dialogue->record_draft(dialogue->data, draft, words, &error);
  return !told_failure(talk, kept, error);
}

/* ---- hearing ---- */

static enum heard hear_interrupt(struct talk *talk)
{
  if (talk->interrupted || !lines_typed(talk->dialogue->lines))
    return talk_end(talk, DIALOGUE_INTERRUPTED);
  talk->interrupted = TRUE;
  say_message(talk,
              talk->dialogue->record ? N_("Ctrl-C again leaves; everything so far is saved")
                                     : N_("Ctrl-C again leaves"),
              NULL);
  return HEARD_CLEARED;
}

static enum heard hear_end(struct talk *talk)
{
  return talk_end(talk, lines_typed(talk->dialogue->lines) ? DIALOGUE_STOPPED : DIALOGUE_EXHAUSTED);
}

static enum heard hear_error(struct talk *talk)
{
  say_message(talk, N_("cannot read what is typed: {1}"), g_strerror(errno), NULL);
  return talk_end(talk, DIALOGUE_FAILED);
}

/* What was typed into the line when the person went back waits for the return. */
static enum heard hear_back(struct talk *talk, const struct line_request *request, const char *line)
{
  if (!*line || g_strcmp0(line, request->initial) == 0)
    return HEARD_BACK;
  g_free(talk->unsent);
  talk->unsent = g_strdup(line);
  talk->unsent_at = talk->step;
  return HEARD_BACK;
}

/* A command typed behind what stood in the line already is one all the same. NULL: there is none.
 */
static const char *command_behind(const struct talk *talk, const struct line_request *request,
                                  const char *line)
{
  if (!request->initial || !*request->initial || !g_str_has_prefix(line, request->initial))
    return NULL;
  const char *rest = line + strlen(request->initial);
  rest += strspn(rest, " ");
  return *rest == ':' && command_known(talk, rest) ? rest : NULL;
}

static enum heard hear_line(struct talk *talk, const struct line_request *request, const char *line,
                            char **text)
{
  const char *behind = command_behind(talk, request, line);
  g_autofree char *trimmed = g_strstrip(g_strdup(behind ? behind : line));
  if (!*trimmed)
    return HEARD_NOTHING;
  if (command_is(trimmed))
    return command_run(talk, trimmed);
  *text = g_strdup(g_str_has_prefix(trimmed, "::") ? trimmed + 1 : trimmed);
  talk->listened = listen_for_support(talk, *text);
  return HEARD_TEXT;
}

enum heard talk_read(struct talk *talk, const struct line_request *request, char **text)
{
  g_autofree char *line = NULL;
  *text = NULL;
  enum line_event event = lines_read(talk->dialogue->lines, request, &line);
  if (event == LINE_INTERRUPT)
    return hear_interrupt(talk);
  talk->interrupted = FALSE;
  switch (event) {
  case LINE_TEXT:
    return hear_line(talk, request, line, text);
  case LINE_BACK:
    return hear_back(talk, request, line);
  case LINE_TERMINATED:
    return talk_end(talk, DIALOGUE_INTERRUPTED);
  case LINE_CUT:
    say_message(talk,
                N_("this line was too long for the terminal, and its end is lost; give it in "
                   "shorter pieces"),
                NULL);
    return HEARD_CLEARED;
  case LINE_FOREIGN:
    say_message(talk, N_("these characters cannot be read (they are not UTF-8); type it again"),
                NULL);
    return HEARD_CLEARED;
  case LINE_ERROR:
    return hear_error(talk);
  default:
    return hear_end(talk);
  }
}

enum heard talk_ask(struct talk *talk, const char *prompt, gboolean *yes, char **text)
{
  enum heard heard = HEARD_SHOWN;
  while (heard == HEARD_SHOWN || heard == HEARD_CLEARED) {
    struct line_request request = {.prompt = prompt};
    heard = talk_read(talk, &request, text);
  }
  if (heard == HEARD_TEXT && typed_yes_no(*text, talk->translator, yes))
    g_clear_pointer(text, g_free);
  return heard;
}
