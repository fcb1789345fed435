/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inline and block nodes from words and phrases. */
#include "report/nodes.h"

#include <string.h>

#include "base/text.h"

/* ---- blocks and marks ---- */

static const struct {
  const char *enter, *exit;
} marks[] = {
    [MARK_TO_DO] = {"[ ]", ""},
    [MARK_DONE] = {"[x]", ""},
    [MARK_BLANK] = {"[", "]"},
    [MARK_FOREIGN] = {"", ""},
};

enum inline_mark node_mark(cmark_node *node)
{
  if (cmark_node_get_type(node) != CMARK_NODE_CUSTOM_INLINE)
    return MARK_NONE;
  for (enum inline_mark mark = MARK_TO_DO; mark <= MARK_FOREIGN; mark++)
    if (g_str_equal(cmark_node_get_on_enter(node), marks[mark].enter))
      return mark;
  return MARK_NONE;
}

cmark_node *node_add(cmark_node *parent, cmark_node_type type)
{
  cmark_node *node = cmark_node_new(type);
  if (!cmark_node_append_child(parent, node))
    g_assert_not_reached(); /* such a node may not stand there */
  return node;
}

cmark_node *node_add_heading(cmark_node *parent, int level)
{
  cmark_node *heading = node_add(parent, CMARK_NODE_HEADING);
  cmark_node_set_heading_level(heading, level);
  return heading;
}

cmark_node *node_add_list(cmark_node *parent)
{
  cmark_node *list = node_add(parent, CMARK_NODE_LIST);
  cmark_node_set_list_type(list, CMARK_BULLET_LIST);
  cmark_node_set_list_tight(list, TRUE);
  return list;
}

static cmark_node *add_mark(cmark_node *parent, enum inline_mark mark)
{
  cmark_node *node = node_add(parent, CMARK_NODE_CUSTOM_INLINE);
  cmark_node_set_on_enter(node, marks[mark].enter);
  cmark_node_set_on_exit(node, marks[mark].exit);
  return node;
}

void node_add_box(cmark_node *parent, const struct planned_action *action, gboolean done)
{
  cmark_node_set_user_data(add_mark(parent, done ? MARK_DONE : MARK_TO_DO), (gpointer)action);
  node_add_words(parent, " ", 0);
}

const struct planned_action *node_action(cmark_node *node)
{
  return cmark_node_get_user_data(node);
}

enum inline_mark node_box(cmark_node *item)
{
  cmark_node *paragraph = cmark_node_first_child(item);
  cmark_node *first = paragraph ? cmark_node_first_child(paragraph) : NULL;
  enum inline_mark mark = first ? node_mark(first) : MARK_NONE;
  return mark == MARK_TO_DO || mark == MARK_DONE ? mark : MARK_NONE;
}

void node_add_foreign(cmark_node *parent, const char *words, const char *language)
{
  cmark_node *node = add_mark(parent, MARK_FOREIGN);
  cmark_node_set_user_data(node, (gpointer)language);
  node_add_words(node, words, 0);
}

const char *node_language(cmark_node *node)
{
  return cmark_node_get_user_data(node);
}

cmark_node *node_add_draft(cmark_node *parent, const struct planned_draft *draft)
{
  cmark_node *quote = node_add(parent, CMARK_NODE_BLOCK_QUOTE);
  cmark_node_set_user_data(quote, (gpointer)draft);
  return quote;
}

const struct planned_draft *node_draft(cmark_node *quote)
{
  return cmark_node_get_user_data(quote);
}

cmark_node *node_add_details(cmark_node *parent)
{
  return node_add(parent, CMARK_NODE_CUSTOM_BLOCK);
}

/* ---- inlines ---- */

static guint strongest(guint style)
{
  return style & RUN_BLANK ? RUN_BLANK : style & RUN_STRONG ? RUN_STRONG : style & RUN_EM;
}

static cmark_node *add_stretch(cmark_node *parent, guint style)
{
  switch (style) {
  case RUN_BLANK:
    return add_mark(parent, MARK_BLANK);
  case RUN_STRONG:
    return node_add(parent, CMARK_NODE_STRONG);
  case RUN_EM:
    return node_add(parent, CMARK_NODE_EMPH);
  default:
    return parent;
  }
}

static cmark_node *add_link(cmark_node *parent, const char *href)
{
  if (!href)
    return parent;
  cmark_node *link = node_add(parent, CMARK_NODE_LINK);
  cmark_node_set_url(link, href);
  return link;
}

/* Behind other words they are one node with them. */
static void add_literal(cmark_node *parent, const char *words)
{
  cmark_node *last = cmark_node_last_child(parent);
  if (!last || cmark_node_get_type(last) != CMARK_NODE_TEXT) {
    cmark_node_set_literal(node_add(parent, CMARK_NODE_TEXT), words);
    return;
  }
  g_autofree char *joined = g_strconcat(cmark_node_get_literal(last), words, NULL);
  cmark_node_set_literal(last, joined);
}

static void add_lines(cmark_node *parent, const char *words)
{
  const char *end;
  for (; (end = strchr(words, '\n')); words = end + 1) {
    g_autofree char *line = g_strndup(words, (gsize)(end - words));
    add_literal(parent, line);
    node_add(parent, CMARK_NODE_LINEBREAK);
  }
  if (*words)
    add_literal(parent, words);
}

void node_add_words(cmark_node *parent, const char *words, guint style)
{
  add_lines(add_stretch(parent, strongest(style)), words);
}

void node_add_phrase(cmark_node *parent, const struct phrase *phrase, guint style)
{
  guint before = 0;
  const char *href = NULL;
  cmark_node *link = parent, *stretch = parent;
  for (const struct run *run = phrase->runs; run; run = run->next) {
    guint now = strongest(run->style | style);
    gboolean same_link = g_strcmp0(href, run->href) == 0;
    if (!same_link)
      link = add_link(parent, run->href);
    if (!same_link || now != before)
      stretch = add_stretch(link, now);
    add_lines(stretch, run->text);
    before = now;
    href = run->href;
  }
}

/* The phrase that the placeholder at BRACE, if it is one, stands for. */
static const struct phrase *placeholder(const char *brace, const struct phrase *const *phrases)
{
  if (!g_ascii_isdigit(brace[1]) || brace[1] == '0' || brace[2] != '}')
    return NULL;
  for (char number = '1'; *phrases; phrases++, number++)
    if (number == brace[1])
      return *phrases;
  return NULL;
}

void node_add_filled(cmark_node *parent, const char *pattern, const struct phrase *const *phrases)
{
  g_autoptr(GString) between = g_string_new(NULL);
  for (const char *at = pattern; *at; at++) {
    const struct phrase *phrase = *at == '{' ? placeholder(at, phrases) : NULL;
    if (!phrase) {
      g_string_append_c(between, *at);
      continue;
    }
    add_lines(parent, between->str);
    g_string_truncate(between, 0);
    node_add_phrase(parent, phrase, 0);
    at += strlen("{1}") - 1;
  }
  add_lines(parent, between->str);
}

void node_capitalise(cmark_node *node)
{
  while (node && cmark_node_get_type(node) != CMARK_NODE_TEXT)
    node = cmark_node_first_child(node);
  if (!node)
    return;
  g_autofree char *capital = text_capital(cmark_node_get_literal(node));
  cmark_node_set_literal(node, capital);
}

/* ---- what a node is ---- */

gboolean node_is_styled(cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_STRONG || type == CMARK_NODE_EMPH;
}

gboolean node_is_stretch(cmark_node *node)
{
  enum inline_mark mark = node_mark(node);
  return mark == MARK_BLANK || mark == MARK_FOREIGN || node_is_styled(node) ||
         cmark_node_get_type(node) == CMARK_NODE_LINK;
}

gboolean node_in_draft(cmark_node *node)
{
  for (; node; node = cmark_node_parent(node))
    if (cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE)
      return TRUE;
  return FALSE;
}

gunichar node_edge(cmark_node *node, gboolean last)
{
  if (!node)
    return 0;
  const char *text = "";
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_TEXT:
    text = cmark_node_get_literal(node);
    break;
  case CMARK_NODE_LINK:
    return last ? ')' : '[';
  case CMARK_NODE_STRONG:
  case CMARK_NODE_EMPH:
    return '*';
  case CMARK_NODE_CUSTOM_INLINE:
    if (node_mark(node) == MARK_FOREIGN)
      return node_edge(last ? cmark_node_last_child(node) : cmark_node_first_child(node), last);
    return last ? ']' : '[';
  default:
    break;
  }
  if (!*text)
    return 0;
  return g_utf8_get_char(last ? g_utf8_find_prev_char(text, text + strlen(text)) : text);
}
