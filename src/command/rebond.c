/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program from its arguments to its exit code. */
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/text.h"
#include "command/commands.h"
#include "command/help.h"
#include "command/output.h"
#include "command/paths.h"

static int civil_today(void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local();
  return date_from_ymd(g_date_time_get_year(now), g_date_time_get_month(now),
                       g_date_time_get_day_of_month(now));
}

/* ---- what stands on the command line ---- */

static int refuse_word(struct session *session, const char *word)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_null_terminated(1, NULL, TRUE);
  for (const struct command *command = commands + 1; command->run; command++)
    g_ptr_array_add(names, (gpointer)command->name);
  const char *near = text_nearest(word, (const char *const *)names->pdata);
  if (near)
    return session_refuse(session, N_("unknown command '{1}'; did you mean '{2}'?"), word, near,
                          NULL);
  return session_refuse(session, N_("unknown command '{1}'; 'rebond --help' lists them"), word,
                        NULL);
}

static int refuse_option(struct session *session, const struct parsed *parsed)
{
  g_autofree char *near = options_suggest(parsed->problem);
  g_autofree char *several = options_beginning(parsed->problem, session->translator);
  if (several)
    return session_refuse(session, N_("'{1}' may be {2}; please say more"), parsed->problem,
                          several, NULL);
  g_autofree char *complaint =
      tr_fill(tr(session->translator, parsed->complaint), parsed->problem, NULL);
  if (near && !g_str_has_prefix(parsed->problem, near))
    return session_refuse(session, N_("{1}; did you mean '{2}'?"), complaint, near, NULL);
  const struct command *command =
      parsed->arguments->len ? command_find(parsed->arguments->pdata[0]) : NULL;
  g_autofree char *help =
      g_strconcat("rebond ", command ? command->name : "", command ? " " : "", "--help", NULL);
  return session_refuse(session, N_("{1}; '{2}' lists the options"), complaint, help, NULL);
}

static int check_count(struct session *session, const struct command *command, guint count)
{
  if (count < command->least)
    return session_refuse(session, N_("'{1}' wants more: rebond {1} {2}"), command->name,
                          tr(session->translator, command->arguments), NULL);
  if (count > command->most && *command->arguments)
    return session_refuse(session, N_("too many arguments for '{1}': rebond {1} {2}"),
                          command->name, tr(session->translator, command->arguments), NULL);
  if (count > command->most)
    return session_refuse(session, N_("'{1}' takes no arguments"), command->name, NULL);
  return EXIT_FINE;
}

/* Whether what was given fits together. */
static int check_usage(struct session *session, const struct command *command,
                       const struct parsed *parsed)
{
  for (guint i = 0; i < parsed->rows->len; i++) {
    const struct option_row *row = g_ptr_array_index(parsed->rows, i);
    if (!command_takes(command, row)) {
      g_autofree char *words = g_strchomp(g_strconcat("rebond ", command->name, NULL));
      return session_refuse(session, N_("'--{1}' does not go with '{2}'"), row->name, words, NULL);
    }
  }
  if (session->options.no_journal && command->journal)
    return session_refuse(session,
                          N_("'rebond {1}' works on the journal, so not with --no-journal"),
                          command->name, NULL);
  if (session->options.today && !session->today)
    return session_refuse(session, N_("'{1}' is no day of the calendar; write it as in 2026-11-23"),
                          session->options.today, NULL);
  guint words = parsed->arguments->len;
  return check_count(session, command, *command->name ? words - 1 : words);
}

/* ---- the session ---- */

static gboolean says(const char *variable)
{
  const char *value = g_getenv(variable);
  return value && *value && !g_str_equal(value, "0");
}

/* What no-color.org asks for, any value that is not empty, and what a terminal says of itself. */
static gboolean knows_colours(void)
{
  const char *unwanted = g_getenv("NO_COLOR");
  const char *terminal = g_getenv("TERM");
  return !(unwanted && *unwanted) && terminal && *terminal && strcmp(terminal, "unknown") != 0;
}

/* By custom, "-" is no file. */
static void read_dashes(struct options *options)
{
  if (g_strcmp0(options->output, "-") == 0)
    options->output = NULL;
  if (options->answers)
    options->answers = paths_input(options->answers);
}

static void open_session(struct session *session, const struct command *command)
{
  const struct options *options = &session->options;
  session->content = options->content ? g_strdup(options->content) : paths_content();
  session->pack = pack_look(session->content);
  session->no_pack = session->pack ? 0 : errno;
  g_autofree char *locale = paths_locale();
  gboolean by_pack = !command || !command->any_pack;
  session->language = language_settle(options->language, locale, by_pack ? session->pack : NULL);
  session->translator = language_program(session->language);
  session->today = options->today ? date_parse(options->today) : civil_today();
  session->plain = says("REBOND_ACCESSIBLE") || says("ACCESSIBLE") ||
                   g_strcmp0(g_getenv("TERM"), "dumb") == 0 || !output_is_screen(session);
  session->colour = !session->plain && knows_colours();
}

static void close_session(struct session *session)
{
  g_clear_pointer(&session->journal, journal_close);
  g_clear_pointer(&session->catalogue, catalogue_free);
  g_clear_pointer(&session->pack, pack_free);
  g_clear_pointer(&session->language, language_free);
  g_free(session->content);
}

static int help(struct session *session, const struct command *command)
{
  g_autoptr(GString) text = g_string_new(NULL);
  help_write(command, session->translator, output_width(session), text);
  fputs(text->str, session->out);
  return EXIT_FINE;
}

static int run(struct session *session, const struct command *command, struct parsed *parsed)
{
  const char *word = parsed->arguments->len ? g_ptr_array_index(parsed->arguments, 0) : "";
  if (parsed->problem)
    return refuse_option(session, parsed);
  if (session->options.version) {
    fprintf(session->out, "rebond %s\n", REBOND_VERSION);
    return EXIT_FINE;
  }
  if (!command)
    return refuse_word(session, word);
  if (session->options.help)
    return help(session, command);
  int code = check_usage(session, command, parsed);
  if (code != EXIT_FINE)
    return code;
  if (session->options.language && !language_is(session->language, session->options.language))
    session_complain(session, N_("no translation for '{1}'; going on in '{2}'"),
                     session->options.language, language_tag(session->language), NULL);
  const char *const *arguments = (const char *const *)parsed->arguments->pdata;
  return command->run(session, *command->name ? arguments + 1 : arguments);
}

/* What was written must have arrived, or the code says so. */
static int finish(struct session *session, int code)
{
  if (fflush(session->out) == 0 && !ferror(session->out))
    return code == EXIT_FINE && session->damaged ? EXIT_DAMAGED : code;
  session_complain(session, N_("cannot write the output: {1}"), g_strerror(errno), NULL);
  return EXIT_IO;
}

/* NULL: there is none of that name. */
static const struct command *find_named(const struct parsed *parsed)
{
  if (!parsed->arguments->len)
    return command_find("");
  const char *word = g_ptr_array_index(parsed->arguments, 0);
  return *word ? command_find(word) : NULL;
}

/* "rebond help done" and "rebond version" are said as often as the options. */
static const struct command *find_spoken(struct parsed *parsed)
{
  const char *word = parsed->arguments->len ? g_ptr_array_index(parsed->arguments, 0) : "";
  if (g_str_equal(word, "version"))
    parsed->options.version = TRUE;
  else if (g_str_equal(word, "help"))
    parsed->options.help = TRUE;
  else
    return NULL;
  g_ptr_array_remove_index(parsed->arguments, 0);
  return find_named(parsed);
}

int rebond_main(int argc, char **argv, FILE *in, FILE *out, FILE *err)
{
  struct parsed parsed;
  options_parse(argc, argv, &parsed);
  const struct command *command = find_named(&parsed);
  if (!command)
    command = find_spoken(&parsed);
  struct session session = {.options = parsed.options, .in = in, .out = out, .err = err};
  /* A file that may not grow is a fault to be told of, with nothing left half written. */
  signal(SIGXFSZ, SIG_IGN);
  read_dashes(&session.options);
  open_session(&session, command);
  int code = finish(&session, run(&session, command, &parsed));
  close_session(&session);
  parsed_clear(&parsed);
  return code;
}
