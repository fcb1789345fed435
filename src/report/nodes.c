/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inline and block nodes from words and phrases. */
#include "report/nodes.h"

#include <string.h>

/* ---- blocks and marks ---- */

static const struct {
  const char *enter, *exit;
} marks[] = {
    [MARK_TO_DO] = {"[ ]", ""},
    [MARK_DONE] = {"[x]", ""},
    [MARK_BLANK] = {"[", "]"},
};

enum mark node_mark(cmark_node *node)
{
  if (cmark_node_get_type(node) != CMARK_NODE_CUSTOM_INLINE)
    return MARK_NONE;
  for (enum mark mark = MARK_TO_DO; mark <= MARK_BLANK; mark++)
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

cmark_node *node_add_list(cmark_node *parent, cmark_list_type type, gboolean tight)
{
  cmark_node *list = node_add(parent, CMARK_NODE_LIST);
  cmark_node_set_list_type(list, type);
  cmark_node_set_list_tight(list, tight);
  if (type == CMARK_ORDERED_LIST)
    cmark_node_set_list_start(list, 1);
  return list;
}

static cmark_node *add_mark(cmark_node *parent, enum mark mark)
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

enum mark node_box(cmark_node *item)
{
  cmark_node *paragraph = cmark_node_first_child(item);
  cmark_node *first = paragraph ? cmark_node_first_child(paragraph) : NULL;
  enum mark mark = first ? node_mark(first) : MARK_NONE;
  return mark == MARK_BLANK ? MARK_NONE : mark;
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

static void add_lines(cmark_node *parent, const char *words)
{
  g_auto(GStrv) lines = g_strsplit(words, "\n", -1);
  for (guint i = 0; lines[i]; i++) {
    if (i > 0)
      node_add(parent, CMARK_NODE_LINEBREAK);
    cmark_node_set_literal(node_add(parent, CMARK_NODE_TEXT), lines[i]);
  }
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
  for (guint i = 0; i < phrase->runs->len; i++) {
    const struct run *run = phrase->runs->pdata[i];
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

char *node_capital(const char *words)
{
  const char *at = words;
  while (*at && g_unichar_islower(g_utf8_get_char(at)))
    at = g_utf8_next_char(at);
  if (at == words || g_unichar_isupper(g_utf8_get_char(at)))
    return g_strdup(words);
  GString *capital = g_string_new(NULL);
  g_string_append_unichar(capital, g_unichar_totitle(g_utf8_get_char(words)));
  g_string_append(capital, g_utf8_next_char(words));
  return g_string_free(capital, FALSE);
}

void node_capitalise(cmark_node *node)
{
  while (node && cmark_node_get_type(node) != CMARK_NODE_TEXT)
    node = cmark_node_first_child(node);
  if (!node)
    return;
  g_autofree char *capital = node_capital(cmark_node_get_literal(node));
  cmark_node_set_literal(node, capital);
}

/* ---- tidying ---- */

gboolean node_is_stretch(cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_STRONG || type == CMARK_NODE_EMPH || type == CMARK_NODE_LINK ||
         node_mark(node) == MARK_BLANK;
}

gboolean node_in_draft(cmark_node *node)
{
  for (; node; node = cmark_node_parent(node))
    if (cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE)
      return TRUE;
  return FALSE;
}

void node_unwrap(cmark_node *node)
{
  cmark_node *child;
  while ((child = cmark_node_first_child(node)))
    cmark_node_insert_before(node, child);
  cmark_node_free(node);
}

/* Where tidying stands in a block. */
struct line {
  gboolean begun;       /* something was said since the block's start */
  cmark_node_type owed; /* before what comes next: a blank (TEXT), a LINEBREAK or NONE */
};

/* Puts what is owed before LEAF, outside of any stretch that begins with it. */
static void pay(struct line *line, cmark_node *leaf)
{
  if (line->begun && line->owed != CMARK_NODE_NONE) {
    cmark_node *top = leaf;
    while (!cmark_node_previous(top) && node_is_stretch(cmark_node_parent(top)))
      top = cmark_node_parent(top);
    cmark_node *owed = cmark_node_new(line->owed);
    if (line->owed == CMARK_NODE_TEXT)
      cmark_node_set_literal(owed, " ");
    cmark_node_insert_before(top, owed);
  }
  *line = (struct line){.begun = TRUE, .owed = CMARK_NODE_NONE};
}

static void owe_blank(struct line *line)
{
  if (line->owed == CMARK_NODE_NONE)
    line->owed = CMARK_NODE_TEXT;
}

/* TEXT without blanks around, and with single ones inside. */
static char *single_blanks(const char *text)
{
  GString *out = g_string_sized_new(strlen(text));
  while (*(text += strspn(text, " \t"))) {
    gsize length = strcspn(text, " \t");
    if (out->len > 0)
      g_string_append_c(out, ' ');
    g_string_append_len(out, text, (gssize)length);
    text += length;
  }
  return g_string_free(out, FALSE);
}

static void tidy_text(struct line *line, cmark_node *node)
{
  const char *literal = cmark_node_get_literal(node);
  gboolean first = literal[0] && strchr(" \t", literal[0]);
  gboolean last = literal[0] && strchr(" \t", literal[strlen(literal) - 1]);
  g_autofree char *words = single_blanks(literal);
  if (first)
    owe_blank(line);
  if (!*words) {
    cmark_node_free(node);
    return;
  }
  pay(line, node);
  cmark_node_set_literal(node, words);
  if (last)
    owe_blank(line);
}

/* Breaks are owed as blanks are, so that none stands at an edge or beside another. */
static void tidy_break(struct line *line, cmark_node *node)
{
  cmark_node *block = cmark_node_parent(node);
  while (node_is_stretch(block))
    block = cmark_node_parent(block);
  if (cmark_node_get_type(block) == CMARK_NODE_HEADING)
    owe_blank(line);
  else
    line->owed = CMARK_NODE_LINEBREAK;
  cmark_node_free(node);
}

static void tidy_enter(struct line *line, cmark_node *node)
{
  enum mark mark = node_mark(node);
  if (cmark_node_get_type(node) == CMARK_NODE_TEXT)
    tidy_text(line, node);
  else if (cmark_node_get_type(node) == CMARK_NODE_LINEBREAK)
    tidy_break(line, node);
  else if (mark == MARK_TO_DO || mark == MARK_DONE)
    pay(line, node);
}

static void tidy_exit(struct line *line, cmark_node *node)
{
  gboolean block = !node_is_stretch(node) && node_mark(node) == MARK_NONE;
  gboolean wordless = node_is_stretch(node) || cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH;
  if (block)
    *line = (struct line){.owed = CMARK_NODE_NONE};
  if (wordless && !cmark_node_first_child(node))
    cmark_node_free(node);
}

void nodes_tidy(cmark_node *tree)
{
  struct line line = {.owed = CMARK_NODE_NONE};
  cmark_iter *iter = cmark_iter_new(tree);
  for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
    if (event == CMARK_EVENT_ENTER)
      tidy_enter(&line, cmark_iter_get_node(iter));
    else
      tidy_exit(&line, cmark_iter_get_node(iter));
  }
  cmark_iter_free(iter);
}
