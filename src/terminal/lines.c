/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The source of lines: which body reads, and the plain one. */
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "terminal/editor.h"
#include "terminal/paste.h"
#include "terminal/screen.h"
#include "terminal/signals.h"

/* What a terminal that edits the line itself lets through of one: the rest is lost. */
#define LINE_LIMIT 4095

struct lines {
  FILE *in, *out;
  gboolean editor, typed;
  GString *ahead; /* read, but not yet asked for; plain reading alone */
  gboolean ended;
};

struct lines *lines_new(FILE *in, FILE *out, gboolean plain)
{
  struct lines *lines = g_new0(struct lines, 1);
  lines->in = in;
  lines->out = out;
  lines->typed = isatty(fileno(in));
  lines->editor = lines->typed && isatty(fileno(out)) && !plain;
  lines->ahead = g_string_new(NULL);
  signals_catch();
  if (lines->editor)
    editor_start(in, out);
  return lines;
}

void lines_free(struct lines *lines)
{
  signals_release();
  g_string_free(lines->ahead, TRUE);
  g_free(lines);
}

gboolean lines_interactive(const struct lines *lines)
{
  return lines->editor;
}

gboolean lines_typed(const struct lines *lines)
{
  return lines->typed;
}

/* ---- size ---- */

int lines_width(const struct lines *lines)
{
  return screen_width(lines->out);
}

int lines_height(const struct lines *lines)
{
  return screen_height(lines->out);
}

/* ---- plain reading ---- */

/* The next line of what was read ahead; NULL if none is complete. */
static char *next_line(struct lines *lines)
{
  const char *start = lines->ahead->str;
  const char *feed = memchr(start, '\n', lines->ahead->len);
  if (!feed && !(lines->ended && lines->ahead->len))
    return NULL;
  gsize length = feed ? (gsize)(feed - start) : lines->ahead->len;
  gsize shown = length && start[length - 1] == '\r' ? length - 1 : length;
  char *line = g_memdup2(start, shown + 1);
  line[shown] = '\0';
  for (gsize i = 0; i < shown; i++)
    if (!line[i])
      line[i] = '\001'; /* no NUL inside a string; text_clean() makes both U+FFFD */
  g_string_erase(lines->ahead, 0, (gssize)(feed ? length + 1 : length));
  return line;
}

static gboolean read_ahead(struct lines *lines)
{
  char bytes[4096];
  ssize_t count = read(fileno(lines->in), bytes, sizeof bytes);
  if (count > 0)
    g_string_append_len(lines->ahead, bytes, count);
  else if (count == 0 || errno == EIO) /* EIO: the terminal is gone */
    lines->ended = TRUE;
  return count >= 0 || errno == EIO;
}

static void show_prompt(struct lines *lines, const char *prompt)
{
  fputs(prompt, lines->out);
  fflush(lines->out);
}

static enum line_event plain_signal(struct lines *lines, const char *prompt, int number)
{
  switch (number) {
  case SIGWINCH:
    return LINE_TEXT;
  case SIGTSTP:
    signals_stop();
    show_prompt(lines, prompt);
    return LINE_TEXT;
  case SIGCONT:
    show_prompt(lines, prompt);
    return LINE_TEXT;
  default:
    fputc('\n', lines->out);
    return number == SIGINT ? LINE_INTERRUPT : LINE_TERMINATED;
  }
}

/* A line on which Shift-Tab or Alt-Left was pressed: the terminal gives them as they are. */
static gboolean cut_back_key(char *line)
{
  for (const char *const *key = editor_back_keys; *key; key++) {
    char *found = strstr(line, *key);
    if (found) {
      const char *rest = found + strlen(*key);
      memmove(found, rest, strlen(rest) + 1);
      return TRUE;
    }
  }
  return FALSE;
}

static enum line_event plain_read(struct lines *lines, const char *prompt, char **text)
{
  show_prompt(lines, prompt);
  while (!(*text = next_line(lines)) && !lines->ended) {
    int number = signals_wait(fileno(lines->in));
    enum line_event event = number ? plain_signal(lines, prompt, number) : LINE_TEXT;
    if (event != LINE_TEXT)
      return event;
    if (!number && !read_ahead(lines))
      return LINE_ERROR;
  }
  if (!lines->typed || !*text)
    fputc('\n', lines->out); /* what a terminal would have echoed */
  if (!*text)
    return LINE_END;
  return lines->typed && cut_back_key(*text) ? LINE_BACK : LINE_TEXT;
}

/* ---- both ---- */

/* Lines that come at once with one that was waited for were pasted with it: nobody types so fast.
 * What was typed ahead, before it was asked for, is answered in turn. */
static void add_paste(struct lines *lines, char **raw)
{
  if (!paste_waits(fileno(lines->in)))
    return;
  g_autoptr(GString) keys = paste_take(fileno(lines->in));
  if (paste_is_text(keys)) {
    g_autoptr(GString) whole = g_string_new(*raw);
    paste_add(whole, keys);
    g_free(*raw);
    *raw = g_strdup(whole->str);
  } else if (lines->editor) {
    editor_give_back(keys->str, keys->len);
  } else {
    g_string_append_len(lines->ahead, keys->str, (gssize)keys->len);
  }
}

static enum line_event judge(const char *raw, gboolean cut)
{
  if (cut)
    return LINE_CUT;
  return g_utf8_validate(raw, -1, NULL) ? LINE_TEXT : LINE_FOREIGN;
}

enum line_event lines_read(struct lines *lines, const struct line_request *request, char **text)
{
  g_autofree char *raw = NULL;
  gboolean idle = lines->typed && !lines->ahead->len && !paste_waits(fileno(lines->in));
  *text = NULL;
  fflush(lines->out);
  enum line_event event =
      lines->editor ? editor_read(request, &raw) : plain_read(lines, request->prompt, &raw);
  gboolean cut = event == LINE_TEXT && lines->typed && !lines->editor && strlen(raw) == LINE_LIMIT;
  if (event == LINE_TEXT && idle && !cut)
    add_paste(lines, &raw);
  if (event == LINE_TEXT)
    event = judge(raw, cut);
  if (event == LINE_CUT || event == LINE_FOREIGN)
    return event;
  if (raw)
    *text = text_clean(raw, -1);
  if (lines->editor && event == LINE_TEXT && request->remember && *text && **text &&
      !strchr(*text, '\n'))
    editor_remember(*text);
  return event;
}

void lines_history_load(struct lines *lines, const char *file)
{
  if (lines->editor)
    editor_history_load(file);
}

void lines_history_save(struct lines *lines, const char *file)
{
  if (lines->editor)
    editor_history_save(file);
}

gboolean lines_run(struct lines *lines, const char *const *argv, GError **error)
{
  int status = 0;
  fflush(lines->out);
  signals_lend();
  gboolean ran =
      g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_CHILD_INHERITS_STDIN,
                   NULL, NULL, NULL, NULL, &status, error) &&
      g_spawn_check_wait_status(status, error);
  signals_take_back();
  return ran;
}
