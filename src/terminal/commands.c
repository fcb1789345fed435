/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands of the dialogue, and how a typed one is found. */
#include "terminal/commands.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "terminal/blanks.h"
#include "terminal/drafts.h"
#include "terminal/explain.h"
#include "terminal/fill.h"
#include "terminal/review.h"
#include "terminal/say.h"
#include "terminal/typed.h"

/* ---- the commands ---- */

static enum heard run_back(struct talk *talk, const char *argument)
{
  (void)talk, (void)argument;
  return HEARD_BACK;
}

static enum heard run_skip(struct talk *talk, const char *argument)
{
  (void)talk, (void)argument;
  return HEARD_SKIP;
}

static enum heard run_edit(struct talk *talk, const char *argument)
{
  (void)talk, (void)argument;
  return HEARD_EDIT;
}

static enum heard run_why(struct talk *talk, const char *argument)
{
  explain_why(talk, argument);
  return HEARD_SHOWN;
}

static enum heard run_help(struct talk *talk, const char *argument)
{
  (void)argument;
  command_show_help(talk);
  return HEARD_SHOWN;
}

static enum heard run_review(struct talk *talk, const char *argument)
{
  return review_run(talk, argument);
}

static enum heard run_draft(struct talk *talk, const char *argument)
{
  drafts_show(talk, argument);
  return HEARD_SHOWN;
}

static enum heard run_fill(struct talk *talk, const char *argument)
{
  return fill_action(talk, argument);
}

static enum heard run_support(struct talk *talk, const char *argument)
{
  (void)argument;
  explain_support(talk);
  return HEARD_SHOWN;
}

/* Screen and scrollback are wiped; a terminal that knows no such order is filled with nothing. */
static enum heard run_hide(struct talk *talk, const char *argument)
{
  (void)argument;
  const char *terminal = g_getenv("TERM");
  FILE *out = talk->dialogue->out;
  if (lines_typed(talk->dialogue->lines)) {
    if (terminal && *terminal && strcmp(terminal, "dumb") != 0)
      fputs("\033[H\033[2J\033[3J", out);
    else
      for (int row = lines_height(talk->dialogue->lines); row > 0; row--)
        fputc('\n', out);
    fflush(out);
  }
  return talk_end(talk, DIALOGUE_HIDDEN);
}

static enum heard run_quit(struct talk *talk, const char *argument)
{
  (void)argument;
  return talk_end(talk, DIALOGUE_STOPPED);
}

static enum heard run_list(struct talk *talk, const char *argument);

const struct talk_command talk_commands[] = {
    /* TRANSLATORS: commands are typed, here and below: one word each, after its colon, that begins
     * unlike the others if possible. The English words are always understood too. */
    {N_(":back"), N_("the question before, with its answer to change (Shift-Tab too)"), run_back},
    {N_(":skip"), N_("leave this question without an answer"), run_skip},
    {N_(":why"), N_("why this is asked; ':why 2': why the second action of the plan"), run_why},
    {N_(":help"), N_("more about this question, and what can be typed"), run_help},
    {N_(":review"), N_("all answers so far; pick one to change it"), run_review},
    {N_(":draft"), N_("the plan so far and its drafts; ':draft 1' shows the first"), run_draft},
    {N_(":fill"), N_("fill the blanks of the next step's message; ':fill 2' of the second action"),
     run_fill},
    {N_(":edit"), N_("write a note in your editor"), run_edit},
    {N_(":support"), N_("where to find somebody to talk to"), run_support},
    {N_(":hide"), N_("wipe the screen at once and stop; everything is saved"), run_hide},
    {N_(":quit"), N_("stop here; everything is saved"), run_quit},
    {"?", N_("this list; '::' at the beginning of a line types a colon"), run_list},
    {NULL, NULL, NULL},
};

static enum heard run_list(struct talk *talk, const char *argument)
{
  (void)argument;
  int widest = 0;
  for (const struct talk_command *c = talk_commands; c->name; c++)
    widest = MAX(widest, text_width(tr(talk->translator, c->name)));
  for (const struct talk_command *c = talk_commands; c->name; c++) {
    const char *name = tr(talk->translator, c->name);
    g_autofree char *pad = g_strnfill((gsize)(widest - text_width(name)), ' ');
    g_autofree char *lead = talk->dialogue->plain ? g_strdup_printf("%s: ", name)
                                                  : g_strdup_printf("  %s%s  ", name, pad);
    say(talk, SAY_NORMAL, lead, tr(talk->translator, c->summary));
  }
  return HEARD_SHOWN;
}

/* ---- help ---- */

static void show_helps(const struct talk *talk, const struct text *texts, guint turn)
{
  const struct pass *pass = walk_pass(talk->walk);
  struct voice voice = talk_voice(talk);
  g_autoptr(GPtrArray) selected = pass_select(pass, texts, turn);
  for (guint i = 0; i < selected->len; i++) {
    g_autofree char *words = phrase_say(&voice, selected->pdata[i]);
    say_text(talk, words);
  }
}

static void show_option_helps(const struct talk *talk)
{
  g_autoptr(GArray) offers = pass_offers(walk_pass(talk->walk), talk->step);
  for (guint i = 0; i < offers->len; i++) {
    const struct offer *offer = &g_array_index(offers, struct offer, i);
    if (!offer->option || !offer->option->helps)
      continue;
    g_autofree char *help = talk_words(talk, offer->option->helps, talk->step.turn);
    say_entry(talk, i + 1, help);
  }
}

void command_show_help(const struct talk *talk)
{
  const struct question *question = talk->step.item ? item_question(talk->step.item) : NULL;
  if (talk->blank) {
    say_message(talk,
                talk->blank->optional
                    ? N_("the words you type stand in the message as a paragraph of their own")
                    : N_("the words you type stand in the message in place of the blank"),
                NULL);
    return;
  }
  if (!talk->step.item && !talk->due) {
    say_message(talk, N_("all questions are answered; '?' lists what can be typed"), NULL);
    return;
  }
  if (question) {
    show_helps(talk, question->helps, talk->step.turn);
    show_option_helps(talk);
  }
  g_autofree char *hint =
      talk->step.item ? typed_hint(walk_pass(talk->walk), talk->step, talk->translator)
                      : g_strdup(tr(talk->translator, "yes, no, or the day on which it was done"));
  say_message(talk, N_("you can type {1}"), hint, NULL);
  if (!question || question->optional)
    say_message(talk, N_("':skip' leaves this one out, '?' lists the commands"), NULL);
}

/* ---- finding one ---- */

gboolean command_is(const char *line)
{
  return strcmp(line, "?") == 0 || (line[0] == ':' && line[1] != ':');
}

/* The command that WORD names in the language of TRANSLATOR, or alone begins to. */
static const struct talk_command *find(const char *word, const struct translator *translator)
{
  const struct talk_command *found = NULL;
  guint count = 0;
  for (const struct talk_command *c = talk_commands; c->name; c++) {
    g_autofree char *name = text_fold(tr(translator, c->name));
    if (strcmp(name, word) == 0)
      return c;
    if (g_str_has_prefix(name, word)) {
      found = c;
      count++;
    }
  }
  return count == 1 ? found : NULL;
}

/* The command whose name, in either language, is nearest to WORD, in the person's; or NULL. */
static const char *nearest_command(const struct talk *talk, const char *word)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_null_terminated(1, NULL, TRUE);
  for (const struct talk_command *c = talk_commands; c->name; c++) {
    g_ptr_array_add(names, (void *)tr(talk->translator, c->name));
    g_ptr_array_add(names, (void *)c->name);
  }
  const char *nearest = text_nearest(word, (const char *const *)names->pdata);
  for (const struct talk_command *c = talk_commands; nearest && c->name; c++)
    if (nearest == c->name)
      return tr(talk->translator, c->name);
  return nearest;
}

static enum heard unknown(struct talk *talk, const char *word)
{
  const char *nearest = nearest_command(talk, word);
  if (nearest)
    say_message(talk, N_("there is no command '{1}'; did you mean '{2}'? '?' lists them all"), word,
                nearest, NULL);
  else
    say_message(talk, N_("there is no command '{1}'; '?' lists them, '::' types a colon"), word,
                NULL);
  return HEARD_CLEARED;
}

/* In the person's language, or in English. */
static const struct talk_command *find_in_either(const struct talk *talk, const char *typed)
{
  g_autofree char *word = text_fold(typed);
  const struct talk_command *command = find(word, talk->translator);
  return command ? command : find(word, NULL);
}

gboolean command_known(const struct talk *talk, const char *line)
{
  g_auto(GStrv) parts = g_strsplit(line, " ", 2);
  return find_in_either(talk, parts[0]) != NULL;
}

enum heard command_run(struct talk *talk, const char *line)
{
  g_auto(GStrv) parts = g_strsplit(line, " ", 2);
  const struct talk_command *command = find_in_either(talk, parts[0]);
  if (!command)
    return unknown(talk, parts[0]);
  return command->run(talk, parts[1] ? g_strstrip(parts[1]) : "");
}
