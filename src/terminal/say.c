/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs, lists and headings of a conversation. */
#include "terminal/say.h"

#include <string.h>

#include "base/text.h"
#include "terminal/screen.h"

/* In shorter lines no word fits. */
#define NARROWEST 20

static const char *const styles[] = {"", "\033[1m", "\033[2m"};

int say_width(const struct talk *talk)
{
  return CLAMP(lines_width(talk->dialogue->lines), NARROWEST, SCREEN_WIDEST);
}

static void put(const struct talk *talk, enum say_style style, const char *text)
{
  gboolean styled = style != SAY_NORMAL && talk->dialogue->colour && !talk->dialogue->plain;
  fprintf(talk->dialogue->out, "%s%s%s", styled ? styles[style] : "", text,
          styled ? "\033[0m" : "");
}

void say(const struct talk *talk, enum say_style style, const char *lead, const char *text)
{
  int taken = text_width(lead);
  g_autofree char *indent = g_strnfill(talk->dialogue->plain ? 0 : (gsize)taken, ' ');
  g_autoptr(GString) lines = g_string_new(NULL);
  text_wrap(lines, text, say_width(talk), taken, indent);
  fputs(lead, talk->dialogue->out);
  put(talk, style, lines->str);
  fputc('\n', talk->dialogue->out);
}

void say_text(const struct talk *talk, const char *text)
{
  if (*text)
    say(talk, SAY_NORMAL, talk->dialogue->plain ? "" : "  ", text);
}

void say_note(const struct talk *talk, const char *text)
{
  g_autofree char *whole = text_sentence(text);
  say_text(talk, whole);
}

void say_message(const struct talk *talk, const char *message, ...)
{
  va_list arguments;
  va_start(arguments, message);
  g_autofree char *filled = tr_fill_list(tr(talk->translator, message), arguments);
  va_end(arguments);
  say_note(talk, filled);
}

void say_entry(const struct talk *talk, guint number, const char *text)
{
  g_autofree char *lead =
      talk->dialogue->plain ? g_strdup_printf("%u: ", number) : g_strdup_printf("%3u  ", number);
  say(talk, SAY_NORMAL, lead, text);
}

void say_heading(const struct talk *talk, const char *title)
{
  say_gap(talk);
  if (talk->dialogue->plain) {
    say(talk, SAY_NORMAL, "", title);
    return;
  }
  g_autoptr(GString) line = g_string_new("── ");
  text_wrap(line, title, say_width(talk), 3, "   ");
  const char *last = strrchr(line->str, '\n');
  g_string_append_c(line, ' ');
  for (int at = text_width(last ? last + 1 : line->str); at < say_width(talk); at++)
    g_string_append(line, "─");
  put(talk, SAY_FAINT, line->str);
  fputc('\n', talk->dialogue->out);
}

void say_aside(const struct talk *talk, const char *text)
{
  gboolean bare = strchr(text, '(') != NULL;
  g_autofree char *bracketed = g_strconcat(bare ? "" : "(", text, bare ? "" : ")", NULL);
  if (talk->dialogue->plain)
    say_note(talk, text);
  else
    say(talk, SAY_FAINT, "  ", bracketed);
}

void say_question(const struct talk *talk, const char *question, const char *beside)
{
  g_autoptr(GString) lines = g_string_new(NULL);
  text_wrap(lines, question, say_width(talk), 0, "");
  const char *last = strrchr(lines->str, '\n');
  int taken = text_width(last ? last + 1 : lines->str) + text_width(beside) + 4;
  put(talk, SAY_STRONG, lines->str);
  if (talk->dialogue->plain || !*beside || taken > say_width(talk)) {
    fputc('\n', talk->dialogue->out);
    if (*beside)
      say_aside(talk, beside);
    return;
  }
  g_autofree char *bracketed = g_strconcat("  (", beside, ")", NULL);
  put(talk, SAY_FAINT, bracketed);
  fputc('\n', talk->dialogue->out);
}

void say_gap(const struct talk *talk)
{
  fputc('\n', talk->dialogue->out);
}
