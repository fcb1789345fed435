/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What conditions, texts and questions need of an answer: which option it is, or all of it. */
#include "draw/preview_idle.h"

#include "catalogue/choices.h"
#include "catalogue/expression.h"
#include "catalogue/mentions.h"

struct preview_idle {
  GHashTable *whole;   /* set of const struct item: questions of which more is needed */
  GHashTable *options; /* set of const struct option: those that a condition names */
};

static void need_whole(struct preview_idle *idle, const struct item *question)
{
  if (question)
    g_hash_table_add(idle->whole, (gpointer)question);
}

static void need_name(const struct name *name, void *idle)
{
  need_whole(idle, name->item);
}

/* ---- conditions ---- */

static void need_option(struct preview_idle *idle, const struct expression *name,
                        const struct expression *value)
{
  const struct question *question = expression_question(name);
  const struct option *option = question ? question_option(question, value->text) : NULL;
  if (option)
    g_hash_table_add(idle->options, (gpointer)option);
}

static gboolean compares(const struct expression *expression, enum operation left,
                         enum operation right)
{
  return (expression->operation == OP_EQUAL || expression->operation == OP_UNEQUAL) &&
         expression->left->operation == left && expression->right->operation == right;
}

static void see_expression(struct preview_idle *idle, const struct expression *expression)
{
  if (!expression)
    return;
  if (compares(expression, OP_NAME, OP_STRING)) {
    need_option(idle, expression->left, expression->right);
  } else if (compares(expression, OP_STRING, OP_NAME)) {
    need_option(idle, expression->right, expression->left);
  } else if (expression->operation == OP_NAME) {
    need_whole(idle, expression->name ? expression->name->item : NULL);
  } else if (!expression_is_leaf(expression)) {
    see_expression(idle, expression->left);
    see_expression(idle, expression->right);
  }
}

/* ---- the rest ---- */

static void see_spot(const struct spot *spot, void *data)
{
  struct preview_idle *idle = data;
  if (spot->when)
    see_expression(idle, spot->when->root);
  if (spot->kind == SPOT_TEXT)
    mentions_of_pieces(spot->text->pieces, need_name, idle);
}

static void see_question(struct preview_idle *idle, const struct question *question)
{
  if (question->fallback_name)
    need_name(question->fallback_name, idle);
  if (question->from)
    need_whole(idle, &question->from->item);
  if (question->from || question->sheet)
    need_whole(idle, &question->item);
}

struct preview_idle *preview_idle_new(const struct catalogue *catalogue)
{
  struct preview_idle *idle = g_new(struct preview_idle, 1);
  *idle = (struct preview_idle){g_hash_table_new(NULL, NULL), g_hash_table_new(NULL, NULL)};
  spots_visit(catalogue, see_spot, idle);
  for (guint i = 0; i < catalogue->question_count; i++)
    see_question(idle, catalogue->questions[i]);
  need_whole(idle, catalogue->region ? &catalogue->region->item : NULL);
  return idle;
}

void preview_idle_free(struct preview_idle *idle)
{
  g_hash_table_unref(idle->whole);
  g_hash_table_unref(idle->options);
  g_free(idle);
}

static gboolean is_idle(const struct preview_idle *idle, const struct option *option)
{
  return !option->item.first && !option->slot && !option->exclusive &&
         !g_hash_table_contains(idle->options, option);
}

GPtrArray *preview_idle_of(const struct preview_idle *idle, const struct item *item)
{
  GPtrArray *found = g_ptr_array_new();
  const struct question *question = item_question(item);
  if (!question || g_hash_table_contains(idle->whole, item))
    return found;
  const struct option *option = choices_next(item->first);
  for (; option; option = choices_next(option->item.next))
    if (is_idle(idle, option))
      g_ptr_array_add(found, (gpointer)option);
  if (question_answered_by(question) == BY_OPTION && found->len == 1)
    g_ptr_array_set_size(found, 0);
  return found;
}
