/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers so far, by theme; one can be picked to change it. */
#include "terminal/review.h"

#include "terminal/commands.h"
#include "terminal/say.h"

const struct theme *review_theme(struct step step)
{
  return item_theme(item_theme_around(step.item));
}

/* "Punctuality: no, late". */
static char *entry_words(const struct talk *talk, struct step step)
{
  struct voice voice = talk_voice(talk);
  voice.turn = step.turn;
  const struct answer *answer = answers_get(walk_answers(talk->walk), step);
  g_autofree char *question = question_words(&voice, step);
  g_autofree char *words = !answer || answer->skipped
                               ? g_strdup(tr(talk->translator, "(skipped)"))
                               : values_words(&voice, step, (const char *const *)answer->values);
  /* A question mark needs no colon behind it. */
  const char *pattern =
      g_str_has_suffix(question, "?") ? "{1} {2}" : tr(talk->translator, "{1}: {2}");
  return tr_fill(pattern, question, words, NULL);
}

static void list(const struct talk *talk, const GArray *path)
{
  const struct theme *theme = NULL;
  for (guint i = 0; i < path->len; i++) {
    struct step step = g_array_index(path, struct step, i);
    if (review_theme(step) != theme) {
      theme = review_theme(step);
      g_autofree char *title = talk_words(talk, theme->title, 0);
      say(talk, SAY_STRONG, "", title);
    }
    g_autofree char *words = entry_words(talk, step);
    say_entry(talk, i + 1, words);
  }
}

static enum heard jump(struct talk *talk, const GArray *path, const char *number)
{
  guint64 index;
  g_autofree char *last = g_strdup_printf("%u", path->len);
  if (!g_ascii_string_to_unsigned(number, 10, 1, path->len, &index, NULL)) {
    say_message(talk, N_("there is no answer '{1}'; the numbers go from 1 to {2}"), number, last,
                NULL);
    return HEARD_CLEARED;
  }
  walk_jump(talk->walk, g_array_index(path, struct step, index - 1));
  return HEARD_ELSEWHERE;
}

/* Asks for a number until there is one, nothing, or a command that leads elsewhere. */
static enum heard pick(struct talk *talk, const GArray *path)
{
  const char *prompt = tr(talk->translator, "Number of the answer to change (Enter: none): ");
  struct line_request request = {.prompt = prompt};
  enum heard heard = HEARD_CLEARED;
  while (heard == HEARD_CLEARED) {
    g_autofree char *text = NULL;
    heard = talk_read(talk, &request, &text);
    if (heard == HEARD_TEXT)
      heard = jump(talk, path, text);
  }
  /* Back, skip and edit are said of the review here, not of the question behind it. */
  return heard == HEARD_ELSEWHERE || heard == HEARD_END ? heard : HEARD_SHOWN;
}

enum heard review_run(struct talk *talk, const char *number)
{
  g_autoptr(GArray) path = walk_path(talk->walk);
  if (!path->len) {
    say_message(talk, N_("there is no answer yet"), NULL);
    return HEARD_SHOWN;
  }
  if (*number) {
    enum heard heard = jump(talk, path, number);
    return heard == HEARD_CLEARED ? HEARD_SHOWN : heard;
  }
  list(talk, path);
  return pick(talk, path);
}
