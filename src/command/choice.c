/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A choice by number, or by how an offer begins. */
#include "command/choice.h"

#include "base/text.h"
#include "command/output.h"

/* What was typed is no offer. */
#define CHOICE_NONE (-1)

/* The number in TYPED, or of the only offer that begins with it; the first if it is empty; -1. */
static int understand(const GPtrArray *words, const char *typed)
{
  g_autofree char *folded = text_fold(typed);
  guint64 number = 0;
  g_strstrip(folded);
  if (!*folded)
    return 0;
  if (g_ascii_string_to_unsigned(folded, 10, 1, words->len - 1, &number, NULL))
    return (int)number - 1;
  int found = -1, matches = 0;
  for (guint i = 0; i < words->len - 1; i++) {
    g_autofree char *word = text_fold(g_ptr_array_index(words, i));
    if (g_str_has_prefix(word, folded)) {
      found = (int)i;
      matches++;
    }
  }
  return matches == 1 ? found : -1;
}

static int read_choice(struct session *session, struct lines *lines, const GPtrArray *words)
{
  struct line_request request = {
      .prompt = tr(session->translator, N_("Number (Enter means 1): ")),
      .completions = (const char *const *)words->pdata,
  };
  g_autofree char *typed = NULL;
  switch (lines_read(lines, &request, &typed)) {
  case LINE_TEXT:
    return g_str_has_prefix(typed, ":q") ? CHOICE_STOP : understand(words, typed);
  case LINE_INTERRUPT:
  case LINE_TERMINATED:
    return CHOICE_INTERRUPT;
  case LINE_BACK:
    return CHOICE_NONE;
  default:
    return lines_typed(lines) ? CHOICE_STOP : CHOICE_EXHAUSTED;
  }
}

static void print_offer(struct session *session, guint number, const char *words)
{
  g_autoptr(GString) line = g_string_new(NULL);
  g_string_printf(line, "  %u  ", number);
  int start = text_width(line->str);
  g_autofree char *indent = g_strnfill((gsize)start, ' ');
  text_wrap(line, words, output_width(session), start, indent);
  fprintf(session->out, "%s\n", line->str);
}

int choice_ask(struct session *session, struct lines *lines, const char *question,
               const GPtrArray *words, const char *note)
{
  session_say(session, question, NULL);
  for (guint i = 0; i < words->len - 1; i++)
    print_offer(session, i + 1, g_ptr_array_index(words, i));
  if (note)
    session_say(session, note, NULL);
  int choice;
  while ((choice = read_choice(session, lines, words)) == CHOICE_NONE) {
    g_autofree char *last = g_strdup_printf("%u", words->len - 1);
    session_say(session, N_("Please type a number from 1 to {1}, or :quit."), last, NULL);
  }
  fputc('\n', session->out);
  return choice;
}
