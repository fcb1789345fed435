/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines from a pipe and from a terminal, whose keys are typed ahead of the reading. */
#include <fcntl.h>
#include <locale.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "support/suite.h"
#include "terminal/lines.h"

/* ---- a pipe ---- */

struct piped {
  FILE *in, *out;
  char *shown;
  gsize shown_length;
  struct lines *lines;
};

static void piped_open(struct piped *piped, const char *input, gsize length)
{
  int ends[2];
  CU_ASSERT_EQUAL_FATAL(pipe(ends), 0);
  CU_ASSERT_EQUAL_FATAL(write(ends[1], input, length), (ssize_t)length);
  close(ends[1]);
  piped->in = fdopen(ends[0], "r");
  piped->out = tmpfile();
  piped->lines = lines_new(piped->in, piped->out, FALSE);
}

static void piped_close(struct piped *piped)
{
  lines_free(piped->lines);
  fclose(piped->in);
  fclose(piped->out);
}

static void expect(struct lines *lines, enum line_event event, const char *text)
{
  struct line_request request = {.prompt = "> "};
  g_autofree char *seen = NULL;
  CU_ASSERT_EQUAL(lines_read(lines, &request, &seen), event);
  ASSERT_TEXT(seen, text);
}

static void test_piped(void)
{
  struct piped piped;
  piped_open(&piped, "one\r\n\n  two \nthree", 18);
  CU_ASSERT_FALSE(lines_interactive(piped.lines));
  CU_ASSERT_FALSE(lines_typed(piped.lines));
  expect(piped.lines, LINE_TEXT, "one");
  expect(piped.lines, LINE_TEXT, "");
  expect(piped.lines, LINE_TEXT, "  two ");
  expect(piped.lines, LINE_TEXT, "three");
  expect(piped.lines, LINE_END, NULL);
  expect(piped.lines, LINE_END, NULL);
  piped_close(&piped);
}

static void test_cleaned(void)
{
  static const char input[] = "a\0b\033[1mc\nc\xff\n";
  struct piped piped;
  piped_open(&piped, input, sizeof input - 1);
  expect(piped.lines, LINE_TEXT,
         "a\xef\xbf\xbd"
         "b\xef\xbf\xbd[1mc");
  expect(piped.lines, LINE_FOREIGN, NULL);
  piped_close(&piped);
}

static void test_width_told(void)
{
  struct piped piped;
  piped_open(&piped, "", 0);
  g_setenv("COLUMNS", "57", TRUE);
  CU_ASSERT_EQUAL(lines_width(piped.lines), 57);
  g_setenv("COLUMNS", "0", TRUE);
  CU_ASSERT_EQUAL(lines_width(piped.lines), 80);
  g_unsetenv("COLUMNS");
  CU_ASSERT_EQUAL(lines_width(piped.lines), 80);
  piped_close(&piped);
}

/* A signal that came before the wait is not lost. */
static void test_signals(void)
{
  struct piped piped;
  piped_open(&piped, "line\n", 5);
  raise(SIGINT);
  expect(piped.lines, LINE_INTERRUPT, NULL);
  raise(SIGTERM);
  expect(piped.lines, LINE_TERMINATED, NULL);
  raise(SIGHUP);
  expect(piped.lines, LINE_TERMINATED, NULL);
  raise(SIGWINCH);
  expect(piped.lines, LINE_TEXT, "line");
  piped_close(&piped);
}

static void test_handlers_given_back(void)
{
  struct sigaction ignored = {.sa_handler = SIG_IGN}, before, after;
  sigaction(SIGHUP, &ignored, &before);
  struct piped piped;
  piped_open(&piped, "", 0);
  raise(SIGHUP); /* stays ignored, as under nohup */
  expect(piped.lines, LINE_END, NULL);
  piped_close(&piped);
  sigaction(SIGHUP, &before, &after);
  CU_ASSERT_PTR_EQUAL(after.sa_handler, SIG_IGN);
  sigaction(SIGINT, NULL, &after);
  CU_ASSERT_PTR_EQUAL(after.sa_handler, SIG_DFL);
}

/* ---- a terminal ---- */

struct typing {
  int master;
  FILE *in, *out;
  struct termios found;
  struct lines *lines;
};

static void typing_open(struct typing *typing, gboolean plain)
{
  struct winsize size = {.ws_row = 10, .ws_col = 44};
  int terminal;
  CU_ASSERT_EQUAL_FATAL(openpty(&typing->master, &terminal, NULL, NULL, &size), 0);
  fcntl(typing->master, F_SETFL, O_NONBLOCK);
  tcgetattr(terminal, &typing->found);
  typing->in = fdopen(terminal, "r");
  typing->out = fdopen(dup(terminal), "w");
  typing->lines = lines_new(typing->in, typing->out, plain);
}

static void type(const struct typing *typing, const char *keys)
{
  CU_ASSERT_EQUAL(write(typing->master, keys, strlen(keys)), (ssize_t)strlen(keys));
}

/* What the terminal was sent. */
static char *screen(const struct typing *typing)
{
  GString *seen = g_string_new(NULL);
  char bytes[1024];
  ssize_t count;
  fflush(typing->out);
  while ((count = read(typing->master, bytes, sizeof bytes)) > 0)
    g_string_append_len(seen, bytes, count);
  return g_string_free(seen, FALSE);
}

static void typing_close(struct typing *typing)
{
  struct termios left;
  lines_free(typing->lines);
  tcgetattr(fileno(typing->in), &left);
  CU_ASSERT_EQUAL(left.c_lflag, typing->found.c_lflag);
  CU_ASSERT_EQUAL(left.c_iflag, typing->found.c_iflag);
  CU_ASSERT_EQUAL(memcmp(left.c_cc, typing->found.c_cc, sizeof left.c_cc), 0);
  fclose(typing->in);
  fclose(typing->out);
  close(typing->master);
}

static void read_request(const struct typing *typing, const struct line_request *request,
                         enum line_event event, const char *text)
{
  g_autofree char *seen = NULL;
  CU_ASSERT_EQUAL(lines_read(typing->lines, request, &seen), event);
  ASSERT_TEXT(seen, text);
}

static void test_edited(void)
{
  struct typing typing;
  typing_open(&typing, FALSE);
  CU_ASSERT_TRUE(lines_interactive(typing.lines));
  CU_ASSERT_EQUAL(lines_width(typing.lines), 44);
  struct line_request request = {.prompt = "> ", .initial = "old"};
  type(&typing, "er\n");
  read_request(&typing, &request, LINE_TEXT, "older");
  type(&typing, "\001\013new\n");
  read_request(&typing, &request, LINE_TEXT, "new");
  typing_close(&typing);
}

static void test_back(void)
{
  static const char *const keys[] = {"ha\033[Z", "ha\033[1;3D"};
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
    struct typing typing;
    typing_open(&typing, FALSE);
    struct line_request request = {.prompt = "> "};
    type(&typing, keys[i]);
    read_request(&typing, &request, LINE_BACK, "ha");
    type(&typing, "next\n");
    read_request(&typing, &request, LINE_TEXT, "next");
    typing_close(&typing);
  }
}

static void test_back_without_editor(void)
{
  struct typing typing;
  typing_open(&typing, TRUE);
  CU_ASSERT_FALSE(lines_interactive(typing.lines));
  CU_ASSERT_TRUE(lines_typed(typing.lines));
  struct line_request request = {.prompt = "> "};
  type(&typing, "ha\033[Z\n");
  read_request(&typing, &request, LINE_BACK, "ha");
  typing_close(&typing);
}

static void test_completed(void)
{
  static const char *const words[] = {"Été", "Autre chose", "Autrement", ":skip", NULL};
  struct typing typing;
  typing_open(&typing, FALSE);
  struct line_request request = {.prompt = "> ", .completions = words};
  type(&typing, "ete\t\n");
  read_request(&typing, &request, LINE_TEXT, "Été");
  type(&typing, "au\t c\t\n");
  read_request(&typing, &request, LINE_TEXT, "Autre chose");
  type(&typing, "2, et\t\n");
  read_request(&typing, &request, LINE_TEXT, "2, Été");
  type(&typing, ":s\t\n");
  read_request(&typing, &request, LINE_TEXT, ":skip");
  typing_close(&typing);
}

static void test_pasted_whole(void)
{
  struct typing typing;
  typing_open(&typing, FALSE);
  struct line_request request = {.prompt = "> "};
  type(&typing, "\033[200~first\rsecond\r\rlast\033[201~\r");
  read_request(&typing, &request, LINE_TEXT, "first\nsecond\n\nlast");
  typing_close(&typing);
}

static void test_interrupted(void)
{
  static const struct {
    int number;
    enum line_event event;
  } cases[] = {{SIGINT, LINE_INTERRUPT}, {SIGTERM, LINE_TERMINATED}, {SIGQUIT, LINE_TERMINATED}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    struct typing typing;
    typing_open(&typing, FALSE);
    struct line_request request = {.prompt = "> "};
    raise(cases[i].number);
    read_request(&typing, &request, cases[i].event, NULL);
    type(&typing, "next\n");
    read_request(&typing, &request, LINE_TEXT, "next");
    typing_close(&typing);
  }
}

/* The terminal is gone: no endless loop, no crash. */
static void test_hung_up(void)
{
  struct typing typing;
  typing_open(&typing, FALSE);
  struct line_request request = {.prompt = "> "};
  close(typing.master);
  read_request(&typing, &request, LINE_END, NULL);
  lines_free(typing.lines);
  fclose(typing.in);
  fclose(typing.out);
}

static void test_prompt_has_its_width(void)
{
  struct typing typing;
  typing_open(&typing, FALSE);
  struct line_request request = {.prompt = "\033[1mÂge ?\033[0m "};
  type(&typing, "x\n");
  read_request(&typing, &request, LINE_TEXT, "x");
  g_autofree char *seen = screen(&typing);
  CU_ASSERT_PTR_NOT_NULL(strstr(seen, "\033[1mÂge ?\033[0m x"));
  CU_ASSERT_PTR_NULL(strpbrk(seen, "\001\002"));
  typing_close(&typing);
}

static void test_history(void)
{
  g_autofree char *directory = g_dir_make_tmp("rebond-XXXXXX", NULL);
  g_autofree char *file = g_build_filename(directory, "history", NULL);
  struct typing typing;
  typing_open(&typing, FALSE);
  struct line_request kept = {.prompt = "> ", .remember = TRUE}, secret = {.prompt = "> "};
  lines_history_load(typing.lines, file);
  type(&typing, "kept\n");
  read_request(&typing, &kept, LINE_TEXT, "kept");
  type(&typing, "secret\n");
  read_request(&typing, &secret, LINE_TEXT, "secret");
  type(&typing, "\033[A\n");
  read_request(&typing, &secret, LINE_TEXT, "kept");
  lines_history_save(typing.lines, file);
  g_autofree char *content = NULL;
  CU_ASSERT_TRUE(g_file_get_contents(file, &content, NULL, NULL));
  ASSERT_TEXT(content, "kept\n");
  struct stat status;
  CU_ASSERT_EQUAL(stat(file, &status), 0);
  CU_ASSERT_EQUAL(status.st_mode & 0777, 0600);
  typing_close(&typing);
  g_unlink(file);
  g_rmdir(directory);
}

static void test_run(void)
{
  struct typing typing;
  typing_open(&typing, TRUE);
  g_autoptr(GError) error = NULL;
  const char *const fine[] = {"true", NULL}, *const bad[] = {"false", NULL};
  CU_ASSERT_TRUE(lines_run(typing.lines, fine, &error));
  CU_ASSERT_PTR_NULL(error);
  CU_ASSERT_FALSE(lines_run(typing.lines, bad, &error));
  CU_ASSERT_PTR_NOT_NULL(error);
  typing_close(&typing);
}

SUITE(lines, {"a pipe gives its lines, the last one without line feed too", test_piped},
      {"what is read is clean", test_cleaned},
      {"without a terminal COLUMNS tells the width", test_width_told},
      {"signals end or clear a line", test_signals},
      {"signals are given back, and ignored ones stay so", test_handlers_given_back},
      {"a text stands in the line to be edited", test_edited},
      {"Shift-Tab and Alt-Left go back whatever stands in the line", test_back},
      {"so does Shift-Tab without an editor", test_back_without_editor},
      {"Tab completes without regard to case and accents", test_completed},
      {"pasted lines stay together", test_pasted_whole},
      {"signals leave the terminal as it was", test_interrupted},
      {"a terminal that is gone ends the input", test_hung_up},
      {"colours of a prompt take no room", test_prompt_has_its_width},
      {"the history is private and holds what it may", test_history},
      {"another program can have the terminal", test_run})
