/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts to the screen and to files. */
#include "command/output.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "draw/graph.h"
#include "terminal/screen.h"

/* ---- the screen ---- */

int output_width(const struct session *session)
{
  return MIN(screen_width(session->out), SCREEN_WIDEST);
}

gboolean output_is_screen(const struct session *session)
{
  return isatty(fileno(session->out)) == 1;
}

gboolean output_holds_back(const struct session *session)
{
  gboolean screen = !session->options.output && output_is_screen(session);
  return !screen && !session->options.private;
}

void output_title(const struct session *session, GString *out, const char *title)
{
  gboolean bold = session->colour && !session->options.output;
  g_autoptr(GString) lines = g_string_new(NULL);
  text_wrap(lines, title, output_width(session), 0, "");
  g_string_append_printf(out, bold ? "\033[1m%s\033[0m\n" : "%s\n", lines->str);
}

static gboolean fits(const struct session *session, const char *text)
{
  int rows = screen_height(session->out);
  for (; *text && rows > 1; text++)
    rows -= *text == '\n';
  return rows > 1;
}

/* A pager and what it is fed end together: Ctrl-C is for the pager, and quitting it early is fine.
 */
static void leave_to_pager(int signal_number)
{
  (void)signal_number;
}

/* False if PAGER fails, and may have shown nothing. */
static gboolean page(const char *pager, const char *text)
{
  struct sigaction ours = {.sa_handler = leave_to_pager}, interrupt, broken;
  sigaction(SIGINT, &ours, &interrupt);
  sigaction(SIGPIPE, &ours, &broken);
  /* Keep colours, before what the person wants of less; else what git sets too: quit if it fits,
   * leave the text on the screen. The locale may not be there, so less is told what it is given. */
  const char *wanted = g_getenv("LESS");
  g_autofree char *less = g_strconcat("-R ", wanted ? wanted : "-FX", NULL);
  g_setenv("LESS", less, TRUE);
  g_setenv("LESSCHARSET", "utf-8", FALSE);
  /* What is searched for in a plan tells of it: less keeps no history of that, and opens no other
   * program on it. */
  g_setenv("LESSHISTFILE", "-", TRUE);
  g_setenv("LESSSECURE", "1", TRUE);
  FILE *pipe = popen(pager, "we");
  int status = -1;
  if (pipe) {
    fputs(text, pipe);
    status = pclose(pipe);
  }
  sigaction(SIGINT, &interrupt, NULL);
  sigaction(SIGPIPE, &broken, NULL);
  return status != -1 && !(WIFEXITED(status) && WEXITSTATUS(status) != 0);
}

/* What the person wants their texts paged by; NULL: nothing. */
static const char *find_pager(void)
{
  static const char *const usual[] = {"less", "more"};
  const char *pager = g_getenv("PAGER");
  if (pager)
    return *pager ? pager : NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(usual); i++) {
    g_autofree char *path = g_find_program_in_path(usual[i]);
    if (path)
      return usual[i];
  }
  return NULL;
}

void output_show(struct session *session, const char *text)
{
  gboolean long_text = !session->plain && output_is_screen(session) && !fits(session, text);
  const char *pager = long_text ? find_pager() : NULL;
  fflush(session->out);
  if (!pager || !page(pager, text))
    fputs(text, session->out);
}

/* ---- files ---- */

static int fail(struct session *session, const char *file, const char *reason)
{
  session_complain(session, N_("cannot write '{1}': {2}"), file, reason, NULL);
  return EXIT_IO;
}

/* What is there and is no plain file is not to be replaced by one. */
static int write_into(struct session *session, const GString *text, const char *file)
{
  FILE *stream = fopen(file, "we");
  if (!stream)
    return fail(session, file, g_strerror(errno));
  gboolean fine = fwrite(text->str, 1, text->len, stream) == text->len;
  fine = fclose(stream) == 0 && fine;
  return fine ? EXIT_FINE : fail(session, file, g_strerror(errno));
}

int output_replace(struct session *session, const GString *text, const char *file)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *target = realpath(file, NULL);
  if (g_file_set_contents_full(target ? target : file, text->str, (gssize)text->len,
                               G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                               &error))
    return EXIT_FINE;
  /* GLib's message ends with the system's reason. */
  const char *reason = g_strrstr(error->message, ": ");
  return fail(session, file, reason ? reason + 2 : error->message);
}

/* In place of a file that is there: the one that a link leads to. It is closed to others before it
 * gets its text, since newer GLib keeps the mode that it finds. */
static int replace_there(struct session *session, const GString *text, const char *file)
{
  g_autofree char *target = realpath(file, NULL);
  if (!target || chmod(target, 0600) != 0)
    return fail(session, file, g_strerror(errno));
  return output_replace(session, text, target);
}

int output_save(struct session *session, const GString *text, const char *file)
{
  struct stat there;
  gboolean taken = stat(file, &there) == 0;
  if (!taken && g_file_test(file, G_FILE_TEST_IS_SYMLINK)) /* which leads nowhere */
    return fail(session, file, g_strerror(ENOENT));
  if (taken && !S_ISREG(there.st_mode))
    return write_into(session, text, file);
  if (taken && !session->options.force) {
    session_complain(session, N_("'{1}' is there already; --force replaces it"), file, NULL);
    return EXIT_IO;
  }
  return (taken ? replace_there : output_replace)(session, text, file);
}

char *output_earlier(const struct session *session)
{
  char *text = NULL;
  const char *file = session->options.output;
  if (file && g_file_test(file, G_FILE_TEST_IS_REGULAR))
    g_file_get_contents(file, &text, NULL, NULL);
  return text;
}

int output_deliver(struct session *session, const GString *text)
{
  if (session->options.output)
    return output_save(session, text, session->options.output);
  output_show(session, text->str);
  return EXIT_FINE;
}

int output_calendar(struct session *session, const GPtrArray *plans, const GString *text)
{
  guint left_out = 0;
  for (guint i = 0; i < plans->len; i++) {
    const GPtrArray *actions = ((const struct plan *)plans->pdata[i])->actions;
    for (guint j = 0; j < actions->len; j++) {
      const struct planned_action *action = actions->pdata[j];
      left_out += action->day && !report_calendar_takes(action);
    }
  }
  if (left_out)
    session_complain(session, N_("what has a day too far away for calendars is not in this one"),
                     NULL);
  if (text->len)
    return output_deliver(session, text);
  session_complain(session, N_("nothing has a day to go into a calendar; none is written"), NULL);
  return EXIT_FINE;
}

static gboolean holds(const char *file, const GString *text)
{
  g_autofree char *there = NULL;
  gsize length = 0;
  return g_file_get_contents(file, &there, &length, NULL) && length == text->len &&
         memcmp(there, text->str, length) == 0;
}

static char *keep_in(struct session *session, const char *folder, const GString *text,
                     const char *start, const char *suffix)
{
  for (guint number = 1;; number++) {
    g_autofree char *count = number > 1 ? g_strdup_printf("-%u", number) : g_strdup("");
    g_autofree char *name = g_strconcat(start, count, suffix, NULL);
    g_autofree char *path = g_build_filename(folder, name, NULL);
    gboolean taken = g_file_test(path, G_FILE_TEST_EXISTS);
    if (taken && !holds(path, text))
      continue;
    if (!taken && output_replace(session, text, path) != EXIT_FINE)
      return NULL;
    return g_steal_pointer(&path);
  }
}

char *output_keep(struct session *session, const GString *text, const char *start,
                  const char *suffix)
{
  g_autofree char *folder = g_get_current_dir();
  const char *home = g_get_home_dir();
  char *path = keep_in(session, folder, text, start, suffix);
  return path || !home || g_str_equal(home, folder) ? path
                                                    : keep_in(session, home, text, start, suffix);
}

/* ---- in which format ---- */

static const char *suffix_of(const char *name)
{
  const struct report_format *report = report_format_find(name);
  const struct graph_format *graph = graph_format_find(name);
  return report ? report->suffix : graph ? graph->suffix : ".json";
}

static const char *refuse_ending(struct session *session, const char *const *names)
{
  g_autoptr(GPtrArray) suffixes = g_ptr_array_new_null_terminated(1, NULL, TRUE);
  for (const char *const *name = names; *name; name++)
    g_ptr_array_add(suffixes, (gpointer)suffix_of(*name));
  g_autofree char *list = g_strjoinv(", ", (char **)suffixes->pdata);
  session_refuse(session, N_("the ending of '{1}' tells no format; there are {2}, or --format"),
                 session->options.output, list, NULL);
  return NULL;
}

static const char *format_of_file(struct session *session, const char *const *names)
{
  const char *file = session->options.output;
  g_autofree char *small = g_ascii_strdown(file, -1);
  for (const char *const *name = names; *name; name++)
    if (g_str_has_suffix(small, suffix_of(*name)))
      return *name;
  gboolean special =
      g_file_test(file, G_FILE_TEST_EXISTS) && !g_file_test(file, G_FILE_TEST_IS_REGULAR);
  return special ? names[0] : refuse_ending(session, names);
}

const char *output_format(struct session *session, const char *const *names)
{
  const char *wanted = session->options.format;
  if (!wanted)
    return session->options.output ? format_of_file(session, names) : names[0];
  for (const char *const *name = names; *name; name++)
    if (g_str_equal(*name, wanted))
      return *name;
  g_autofree char *list = g_strjoinv(", ", (char **)names);
  session_refuse(session, N_("unknown format '{1}'; there are {2}"), wanted, list, NULL);
  return NULL;
}
