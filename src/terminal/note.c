/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes of several lines, and the person's own editor. */
#include "terminal/note.h"

#include "terminal/ask.h"
#include "terminal/external.h"
#include "terminal/listen.h"
#include "terminal/say.h"

/* ---- the editor ---- */

/* NOTE becomes what the editor made of it; false if that was nothing. */
static gboolean edit_note(struct talk *talk, GString *note)
{
  g_autoptr(GError) error = NULL;
  if (!lines_typed(talk->dialogue->lines)) {
    say_message(talk, N_("an editor needs a terminal; type the note here"), NULL);
    return FALSE;
  }
  if (!talk->dialogue->record) {
    say_message(
        talk, N_("nothing is to be kept, and an editor may keep copies; type the note here"), NULL);
    return FALSE;
  }
  g_autofree char *text = external_edit(talk->dialogue->lines, note->str, &error);
  if (error) {
    say_message(talk, N_("the editor failed: {1}; type the note here"), error->message, NULL);
    return FALSE;
  }
  if (!*text)
    say_message(talk, N_("the editor left nothing; type the note here"), NULL);
  g_string_assign(note, text);
  listen_for_support(talk, text);
  return note->len > 0;
}

/* ---- lines ---- */

static void add_line(GString *note, const char *line)
{
  if (note->len)
    g_string_append_c(note, '\n');
  g_string_append(note, line);
}

/* What is heard next; a line of text is added to NOTE. */
static enum heard read_line(struct talk *talk, GString *note)
{
  g_autofree char *line = NULL;
  struct line_request request = {
      .prompt = talk->dialogue->plain ? tr(talk->translator, "Next line: ") : "| "};
  enum heard heard = talk_read(talk, &request, &line);
  if (heard == HEARD_TEXT)
    add_line(note, line);
  return heard;
}

/* Keeps what was typed for the return to this question. */
static enum heard leave(struct talk *talk, enum heard heard, const GString *note)
{
  if (heard == HEARD_SKIP)
    return heard;
  g_free(talk->unsent);
  talk->unsent = g_strdup(note->str);
  talk->unsent_at = talk->step;
  return heard;
}

/* What the note begins with: what was typed, else the old answer, to be edited. */
static GString *start(const struct talk *talk, char **text)
{
  g_autofree char *typed = g_steal_pointer(text);
  const struct answer *old = answers_get(walk_answers(talk->walk), talk->step);
  return g_string_new(typed ? typed : old && !old->skipped ? old->values[0] : "");
}

enum heard note_read(struct talk *talk, enum heard heard, char **text)
{
  g_autoptr(GString) note = start(talk, text);
  for (;;) {
    if (heard == HEARD_EDIT && edit_note(talk, note))
      break;
    heard = read_line(talk, note);
    if (heard == HEARD_NOTHING || (heard == HEARD_END && note->len))
      break;
    if (heard != HEARD_TEXT && heard != HEARD_SHOWN && heard != HEARD_CLEARED &&
        heard != HEARD_EDIT)
      return leave(talk, heard, note);
  }
  if (!note->len)
    return HEARD_NOTHING;
  *text = g_strdup(note->str);
  return HEARD_TEXT;
}

gboolean note_resume(struct talk *talk, char **text)
{
  const struct question *question = item_question(talk->step.item);
  if (!question || question_answered_by(question) != BY_LINES || !talk->unsent ||
      !step_equal(talk->unsent_at, talk->step))
    return FALSE;
  *text = g_steal_pointer(&talk->unsent);
  say_message(talk, N_("your text so far; go on, or end it with an empty line:"), NULL);
  say(talk, SAY_NORMAL, talk->dialogue->plain ? "" : "| ", *text);
  return **text != '\0';
}
