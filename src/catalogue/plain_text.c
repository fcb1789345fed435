/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a text alone. */
#include "catalogue/plain_text.h"

void plain_text_append(GString *out, const struct piece *piece)
{
  for (; piece; piece = piece->next) {
    if (piece->kind == PIECE_TEXT)
      g_string_append(out, piece->text);
    else if (piece->kind == PIECE_ANSWER || piece->kind == PIECE_DATE)
      g_string_append(out, piece->otherwise ? piece->otherwise : "…");
    else
      plain_text_append(out, piece->children);
  }
}

char *plain_text(const struct piece *pieces)
{
  GString *out = g_string_new(NULL);
  plain_text_append(out, pieces);
  return g_string_free(out, FALSE);
}

/* The last of alternatives: special cases stand first. */
static const struct text *general(const struct text *texts)
{
  while (texts && texts->next)
    texts = texts->next;
  return texts;
}

const struct text *plain_text_title(const struct item *item)
{
  switch (item->kind) {
  case ITEM_THEME:
    return item_theme(item)->title;
  case ITEM_QUESTION: {
    const struct question *question = item_question(item);
    return question->label ? question->label : general(question->prompts);
  }
  case ITEM_OPTION:
    return option_label(item_question(item->parent), item->id);
  case ITEM_REPEAT:
    return item_repeat(item)->prompt;
  case ITEM_ACTION:
    return general(item_action(item)->titles);
  case ITEM_LESSON:
    return item_lesson(item)->then_text;
  case ITEM_STRENGTH:
    return item_strength(item)->text;
  case ITEM_REMARK:
    return item_remark(item)->text;
  case ITEM_OPENING:
    return general(item_opening(item)->paragraphs);
  case ITEM_REPLY:
    return item_reply(item)->title;
  }
  g_assert_not_reached();
}
