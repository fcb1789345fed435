/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A choice by number, or by how an offer begins. */
#include "command/choice.h"

#include "base/text.h"
#include "command/output.h"

/* What was typed is no offer. */
#define CHOICE_NONE (-4)

static const struct choice_offer *offer_at(const GArray *offers, guint index)
{
  return &g_array_index(offers, struct choice_offer, index);
}

static void show(struct session *session, const struct choice_offer *offer)
{
  g_autofree char *number = g_strdup_printf("%3" G_GINT64_FORMAT "  ", offer->number);
  g_autofree char *plain = g_strdup_printf("%" G_GINT64_FORMAT ": ", offer->number);
  g_autoptr(GString) line = g_string_new(session->plain ? plain : number);
  int taken = text_width(line->str);
  g_autofree char *indent = g_strnfill(session->plain ? 0 : (gsize)taken, ' ');
  text_wrap(line, offer->words, output_width(session), taken, indent);
  fprintf(session->out, "%s\n", line->str);
}

/* The number of the offer that TYPED names; of the first if it is empty; or CHOICE_NONE. */
static gint64 understand(const GArray *offers, const char *typed)
{
  g_autofree char *folded = text_fold(typed);
  guint64 number = 0;
  g_strstrip(folded);
  if (!*folded)
    return offer_at(offers, 0)->number;
  gboolean numbered = g_ascii_string_to_unsigned(folded, 10, 0, G_MAXINT64, &number, NULL);
  gint64 found = CHOICE_NONE;
  guint matches = 0;
  for (guint i = 0; i < offers->len; i++) {
    const struct choice_offer *offer = offer_at(offers, i);
    g_autofree char *words = text_fold(offer->words);
    if (numbered && offer->number == (gint64)number)
      return offer->number;
    if (!numbered && g_str_has_prefix(words, folded) && ++matches)
      found = offer->number;
  }
  return matches == 1 ? found : CHOICE_NONE;
}

static gint64 read_choice(struct session *session, struct lines *lines, const GArray *offers)
{
  g_autofree char *first = g_strdup_printf("%" G_GINT64_FORMAT, offer_at(offers, 0)->number);
  g_autofree char *prompt =
      tr_fill(tr(session->translator, N_("Number (Enter means {1}): ")), first, NULL);
  struct line_request request = {.prompt = prompt};
  g_autofree char *typed = NULL;
  switch (lines_read(lines, &request, &typed)) {
  case LINE_TEXT:
    return g_str_has_prefix(typed, ":q") ? CHOICE_STOP : understand(offers, typed);
  case LINE_INTERRUPT:
  case LINE_TERMINATED:
    return CHOICE_INTERRUPTED;
  case LINE_BACK:
    return CHOICE_NONE;
  default:
    return lines_typed(lines) ? CHOICE_STOP : CHOICE_EXHAUSTED;
  }
}

gint64 choice_ask(struct session *session, struct lines *lines, const char *question,
                  const GArray *offers, const char *note)
{
  session_say(session, question, NULL);
  for (guint i = 0; i < offers->len; i++)
    if (!offer_at(offers, i)->hidden)
      show(session, offer_at(offers, i));
  if (note)
    session_say(session, note, NULL);
  gint64 choice;
  while ((choice = read_choice(session, lines, offers)) == CHOICE_NONE)
    session_say(session, N_("Please type one of these numbers, or :quit."), NULL);
  fputc('\n', session->out);
  return choice;
}
