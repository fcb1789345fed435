/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has changed since last time, in a few lines: all else the page says. */
#include "report/parts.h"

/* How many of a kind are named. */
#define MOST_NAMED 3

/* The paragraph of an item that begins with the label MSGID. */
static cmark_node *begin(const struct part *part, cmark_node *list, const char *msgid)
{
  cmark_node *paragraph = part_paragraph(node_add(list, CMARK_NODE_ITEM));
  part_label(paragraph, tr(part->translator, msgid));
  return paragraph;
}

static void add_words(cmark_node *paragraph, const char *words)
{
  node_add_words(paragraph, " ", 0);
  node_add_words(paragraph, words, 0);
}

/* That there are more than MOST_NAMED. */
static void add_others(const struct part *part, cmark_node *paragraph, guint count)
{
  if (count > MOST_NAMED)
    add_words(paragraph, tr(part->translator, N_("And others.")));
}

static void add_titles(const struct part *part, cmark_node *list, const char *msgid,
                       const GPtrArray *actions)
{
  if (actions->len == 0)
    return;
  cmark_node *paragraph = begin(part, list, msgid);
  for (guint i = 0; i < MIN(actions->len, MOST_NAMED); i++)
    part_sentence(paragraph, ((struct planned_action *)actions->pdata[i])->title);
  add_others(part, paragraph, actions->len);
}

static void add_move(const struct part *part, cmark_node *paragraph, const struct since_move *move)
{
  /* TRANSLATORS: {1} is what is to be done, {2} the day on which, {3} the day it was before. */
  const char *pattern = move->was->day ? N_("{1}: {2}, no longer {3}.") : N_("{1}: {2}.");
  g_autofree char *is_words = move->is->day ? part_date(part, move->is->day)
                                            : g_strdup(tr(part->translator, N_("at any time")));
  g_autofree char *was_words = move->was->day ? part_date(part, move->was->day) : g_strdup("");
  OWNED(phrase) is = phrase_of(is_words, 0);
  OWNED(phrase) was = phrase_of(was_words, 0);
  const struct phrase *phrases[] = {move->is->title, is, was, NULL};
  node_add_words(paragraph, " ", 0);
  node_add_filled(paragraph, tr(part->translator, pattern), phrases);
}

static void add_moves(const struct part *part, cmark_node *list, const GArray *moved)
{
  if (moved->len == 0)
    return;
  cmark_node *paragraph = begin(part, list, N_("On another day:"));
  for (guint i = 0; i < MIN(moved->len, MOST_NAMED); i++)
    add_move(part, paragraph, &g_array_index(moved, struct since_move, i));
  add_others(part, paragraph, moved->len);
}

void part_since(const struct part *part, const struct since *since)
{
  if (since->come->len + since->gone->len + since->moved->len == 0) {
    const char *nothing = N_("Since last time, nothing new is to be done and no day has changed.");
    node_add_words(part_paragraph(part->parent), tr(part->translator, nothing), 0);
    return;
  }
  cmark_node *list = node_add_list(part->parent);
  add_titles(part, list, N_("New since last time:"), since->come);
  add_titles(part, list, N_("No longer to be done:"), since->gone);
  add_moves(part, list, since->moved);
}
