/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line editor: the only file that knows readline. */
#include <fcntl.h>
#include <readline/history.h>
#include <readline/readline.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "terminal/editor.h"
#include "terminal/signals.h"

#define HISTORY_ENTRIES 500

const char *const editor_back_keys[] = {"\033[Z", "\033[1;3D", "\033[1;9D", "\033\033[D", NULL};

/* readline's functions take no data of ours: the line being read stands here. */
static struct {
  gboolean done, back;
  char *text; /* as readline allocated it */
  const char *const *words;
  guint given_back; /* keys that wait in readline, not in the terminal */
} reading;

static void on_line(char *line)
{
  reading.text = line;
  reading.done = TRUE;
  rl_callback_handler_remove();
}

static int on_back(int count, int key)
{
  reading.back = TRUE;
  return rl_newline(count, key);
}

/* ---- completion ---- */

static gboolean begins(const char *word, const char *typed)
{
  g_autofree char *whole = text_fold(word);
  g_autofree char *start = text_fold(typed);
  return g_str_has_prefix(whole, start);
}

/* The next word that begins as TYPED does, behind what stands before TYPED in the line. */
static char *next_match(const char *line, int state)
{
  static guint next;
  if (!state)
    next = 0;
  const char *comma = strrchr(line, ',');
  const char *last = comma ? comma + 1 + strspn(comma + 1, " ") : NULL;
  for (; reading.words[next]; next++) {
    const char *word = reading.words[next];
    if (*word == ':' && !*line)
      continue; /* answers are asked for; commands once a colon stands there */
    const char *typed = begins(word, line) ? line : last && begins(word, last) ? last : NULL;
    if (!typed)
      continue;
    next++;
    g_autofree char *match = g_strdup_printf("%.*s%s", (int)(typed - line), line, word);
    return strdup(match); /* readline frees with free() */
  }
  return NULL;
}

static char **complete(const char *text, int start, int end)
{
  (void)start, (void)end;
  rl_attempted_completion_over = 1;
  rl_completion_append_character = '\0';
  return reading.words ? rl_completion_matches(text, next_match) : NULL;
}

/* ---- setting up ---- */

/* A digit after Escape is a digit: nobody here counts for readline. */
static int on_digit(int count, int key)
{
  (void)count;
  return rl_insert(1, key);
}

static void bind_digits(void)
{
  for (int digit = '0'; digit <= '9'; digit++) {
    const char keys[] = {'\033', (char)digit, '\0'};
    rl_bind_keyseq_in_map(keys, on_digit, emacs_standard_keymap);
  }
}

/* What is seen as one character goes as one, however many make it up (UAX 29). */
static int on_rubout(int count, int key)
{
  if (count != 1 || rl_point == 0 || rl_explicit_arg)
    return rl_rubout(count, key);
  int start = (int)text_last_character(rl_line_buffer, (gsize)rl_point);
  rl_delete_text(start, rl_point);
  rl_point = start;
  return 0;
}

static void bind_rubout(Keymap map)
{
  rl_bind_key_in_map('\177', on_rubout, map);
  rl_bind_key_in_map('\b', on_rubout, map);
}

static void bind_back(Keymap map)
{
  for (const char *const *key = editor_back_keys; *key; key++)
    rl_bind_keyseq_in_map(*key, on_back, map);
}

void editor_start(FILE *in, FILE *out)
{
  static gboolean started;
  rl_instream = in;
  rl_outstream = out;
  if (started)
    return;
  started = TRUE;
  rl_readline_name = "rebond";
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;
  rl_variable_bind("bind-tty-special-chars", "off"); /* or BackSpace is bound anew each time */
  rl_variable_bind("show-all-if-ambiguous", "on");
  rl_initialize();
  rl_variable_bind("page-completions", "off");
  rl_completion_query_items = 0;
  rl_basic_word_break_characters = rl_completer_word_break_characters = "";
  rl_completer_quote_characters = "";
  rl_attempted_completion_function = complete;
  bind_back(emacs_standard_keymap);
  bind_back(vi_insertion_keymap);
  bind_rubout(emacs_standard_keymap);
  bind_rubout(vi_insertion_keymap);
  bind_digits();
  using_history();
  stifle_history(HISTORY_ENTRIES);
}

/* ---- reading ---- */

/* PROMPT with its colours marked as taking no room. */
static char *mark_colours(const char *prompt)
{
  static GRegex *colour;
  if (!colour)
    colour = g_regex_new("\033\\[[0-9;]*m", 0, 0, NULL);
  return g_regex_replace(colour, prompt, -1, 0, "\001\\0\002", 0, NULL);
}

static void leave(void)
{
  rl_free_line_state();
  rl_callback_sigcleanup();
  rl_callback_handler_remove();
  reading.done = TRUE;
  fputc('\n', rl_outstream);
}

/* Whoever had the terminal meanwhile may have changed its settings and its screen. */
static void go_on(void)
{
  rl_deprep_terminal();
  rl_prep_terminal(1);
  rl_on_new_line();
  rl_redisplay();
}

/*
 * Another width: some terminals wrap what they show anew, others leave it as it is. Of the two rows
 * of the line's that the cursor may stand in the one nearer to its first is taken, so that nothing
 * before the line is lost; readline takes the other, and writes over what was asked.
 */
static void resize(void)
{
  int rows, before, now;
  int column = rl_expand_prompt(rl_prompt) + text_width_of(rl_line_buffer, (gsize)rl_point);
  rl_get_screen_size(&rows, &before);
  rl_reset_screen_size();
  rl_get_screen_size(&rows, &now);
  int row = column / MAX(MAX(before, now), 1);
  if (row)
    fprintf(rl_outstream, "\033[%dA", row);
  fputs("\r\033[J", rl_outstream);
  rl_on_new_line();
  rl_redisplay();
}

static void stop(void)
{
  rl_deprep_terminal();
  fflush(rl_outstream);
  signals_stop();
  go_on();
}

static enum line_event on_signal(int number)
{
  switch (number) {
  case SIGWINCH:
    resize();
    return LINE_TEXT;
  case SIGTSTP:
    stop();
    return LINE_TEXT;
  case SIGCONT:
    go_on();
    return LINE_TEXT;
  default:
    leave();
    return number == SIGINT ? LINE_INTERRUPT : LINE_TERMINATED;
  }
}

static enum line_event finish(char **text)
{
  if (!reading.text) {
    fputc('\n', rl_outstream);
    return LINE_END;
  }
  *text = g_strdup(reading.text);
  free(reading.text);
  reading.text = NULL;
  return reading.back ? LINE_BACK : LINE_TEXT;
}

/* Takes RECALL, if it is not NULL, out of the history again: it is the latest entry. */
static void forget(const char *recall)
{
  HIST_ENTRY *entry = recall && history_length ? remove_history(history_length - 1) : NULL;
  if (entry)
    free_history_entry(entry);
}

enum line_event editor_read(const struct line_request *request, char **text)
{
  g_autofree char *prompt = mark_colours(request->prompt);
  reading.done = reading.back = FALSE;
  reading.text = NULL;
  reading.words = request->completions;
  if (request->recall)
    add_history(request->recall);
  using_history();
  rl_callback_handler_install(prompt, on_line);
  if (request->initial) {
    rl_insert_text(request->initial);
    rl_redisplay();
  }
  enum line_event event = LINE_TEXT;
  while (!reading.done) {
    int number = reading.given_back ? 0 : signals_wait(fileno(rl_instream));
    reading.given_back -= reading.given_back > 0;
    if (number)
      event = on_signal(number);
    else
      rl_callback_read_char();
  }
  reading.words = NULL;
  forget(request->recall);
  return event == LINE_TEXT ? finish(text) : event;
}

void editor_give_back(const char *keys, gsize length)
{
  for (gsize i = 0; i < length; i++)
    reading.given_back += rl_stuff_char((unsigned char)keys[i]) != 0;
}

/* ---- history ---- */

/* How many of the latest entries are not in the file yet. */
static int unsaved;

void editor_remember(const char *text)
{
  HIST_ENTRY *latest = history_length ? history_get(history_base + history_length - 1) : NULL;
  if (latest && strcmp(latest->line, text) == 0)
    return;
  add_history(text);
  unsaved = MIN(unsaved + 1, history_length);
}

/* FILE opened with FLAGS, if it is a file of the person's own and no link; -1. */
static int open_own(const char *file, int flags)
{
  struct stat found;
  int fd = open(file, flags | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd >= 0 && fstat(fd, &found) == 0 && S_ISREG(found.st_mode) && found.st_uid == geteuid())
    return fd;
  if (fd >= 0)
    close(fd);
  return -1;
}

void editor_history_load(const char *file)
{
  clear_history();
  unsaved = 0;
  int fd = open_own(file, O_RDONLY);
  if (fd < 0)
    return;
  read_history(file);
  close(fd);
}

/* Adds what was typed since it was loaded, so that lines which another program has wiped meanwhile
 * do not come back. */
void editor_history_save(const char *file)
{
  int fd = open_own(file, O_WRONLY | O_APPEND | O_CREAT);
  if (fd < 0)
    return;
  if (fchmod(fd, 0600) == 0 && append_history(unsaved, file) == 0) {
    history_truncate_file(file, HISTORY_ENTRIES);
    unsaved = 0;
  }
  close(fd);
}
