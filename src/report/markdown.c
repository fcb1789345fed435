/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Markdown by cmark's CommonMark renderer, with guards for what it would let through: characters
 * that other readers of Markdown take for markup (GitHub's), marks of style where they would not be
 * read as such (CommonMark 0.30, 6.2), and lines of a width fit for an editor.
 */
#include "report/formats.h"

#include <string.h>

#include "base/text.h"
#include "report/document.h"
#include "report/nodes.h"

#define LINE_WIDTH 80

/* All nodes of TREE of which CHOOSE is true, in order. Caller frees the array. */
static GPtrArray *collect(cmark_node *tree, gboolean (*choose)(cmark_node *))
{
  GPtrArray *nodes = g_ptr_array_new();
  cmark_iter *iter = cmark_iter_new(tree);
  for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;)
    if (event == CMARK_EVENT_ENTER && choose(cmark_iter_get_node(iter)))
      g_ptr_array_add(nodes, cmark_iter_get_node(iter));
  cmark_iter_free(iter);
  return nodes;
}

static cmark_node *new_text(const char *text, gsize length)
{
  g_autofree char *literal = g_strndup(text, length);
  cmark_node *node = cmark_node_new(CMARK_NODE_TEXT);
  cmark_node_set_literal(node, literal);
  return node;
}

/* ---- styles ---- */

/* The character that the reader of Markdown sees at one edge of NODE; 0 for none: a line's. */
static gunichar edge(cmark_node *node, gboolean last)
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
    return last ? ']' : '[';
  default:
    break;
  }
  if (!*text)
    return 0;
  return g_utf8_get_char(last ? g_utf8_find_prev_char(text, text + strlen(text)) : text);
}

static gboolean is_blank(gunichar c)
{
  return c == 0 || g_unichar_isspace(c);
}

/* CommonMark 0.30 counts no symbols outside ASCII, later versions do: what stands outside of a mark
 * is asked the first, what stands inside the second, so that both read alike. */
static gboolean is_punctuation(gunichar c)
{
  if (c < 0x80)
    return g_ascii_ispunct((char)c);
  GUnicodeType type = g_unichar_type(c);
  return type >= G_UNICODE_CONNECT_PUNCTUATION && type <= G_UNICODE_OPEN_PUNCTUATION;
}

static gboolean is_punctuation_or_symbol(gunichar c)
{
  return g_unichar_ispunct(c);
}

/* Whether ** and the like between OUTER and INNER would be read as an edge of a styled stretch. */
static gboolean edge_holds(gunichar outer, gunichar inner)
{
  if (outer == '*' || is_blank(inner))
    return FALSE;
  return !is_punctuation_or_symbol(inner) || is_blank(outer) || is_punctuation(outer);
}

static gboolean stretch_holds(cmark_node *node)
{
  gboolean blank = node_mark(node) == MARK_BLANK;
  gunichar first = blank ? '[' : edge(cmark_node_first_child(node), FALSE);
  gunichar last = blank ? ']' : edge(cmark_node_last_child(node), TRUE);
  gunichar before = edge(cmark_node_previous(node), TRUE);
  gunichar after = edge(cmark_node_next(node), FALSE);
  return edge_holds(before, first) && edge_holds(after, last);
}

static gboolean is_styled(cmark_node *node)
{
  return node_is_stretch(node) && cmark_node_get_type(node) != CMARK_NODE_LINK;
}

/* Blanks are bold. What would not be read as styled stays plain. */
static void guard_styles(cmark_node *tree)
{
  g_autoptr(GPtrArray) nodes = collect(tree, is_styled);
  for (guint i = 0; i < nodes->len; i++) {
    cmark_node *node = nodes->pdata[i];
    gboolean holds = stretch_holds(node);
    if (node_mark(node) == MARK_BLANK) {
      cmark_node_set_on_enter(node, holds ? "**[" : "\\[");
      cmark_node_set_on_exit(node, holds ? "]**" : "\\]");
    } else if (!holds) {
      node_unwrap(node);
    }
  }
  cmark_consolidate_text_nodes(tree);
}

/* ---- lines ---- */

/* The words of a paragraph, and where each leaf's begin in them. */
struct leaf {
  cmark_node *node;
  gsize start;
};

static gboolean is_paragraph(cmark_node *node)
{
  return cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH;
}

/* What goes out before and behind the leaves of NODE. */
static char *stretch_mark(cmark_node *node, gboolean enter)
{
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_STRONG:
    return g_strdup("**");
  case CMARK_NODE_EMPH:
    return g_strdup("*");
  case CMARK_NODE_LINK:
    return enter ? g_strdup("[") : g_strdup_printf("](%s)", cmark_node_get_url(node));
  case CMARK_NODE_CUSTOM_INLINE:
    return g_strdup(enter ? cmark_node_get_on_enter(node) : cmark_node_get_on_exit(node));
  default:
    return g_strdup("");
  }
}

static void add_leaf(GString *words, GArray *leaves, cmark_node *node, gboolean enter)
{
  struct leaf leaf = {node, words->len};
  if (cmark_node_get_type(node) == CMARK_NODE_TEXT) {
    g_array_append_val(leaves, leaf);
    g_string_append(words, cmark_node_get_literal(node));
  } else if (cmark_node_get_type(node) == CMARK_NODE_LINEBREAK) {
    g_string_append_c(words, '\n');
  } else {
    g_autofree char *mark = stretch_mark(node, enter);
    g_string_append(words, mark);
  }
}

/* Columns that the blocks around NODE take at the start of its lines. */
static int indentation(cmark_node *node)
{
  int columns = 0;
  for (cmark_node *up = cmark_node_parent(node); up; up = cmark_node_parent(up))
    columns += cmark_node_get_type(up) == CMARK_NODE_ITEM          ? 4
               : cmark_node_get_type(up) == CMARK_NODE_BLOCK_QUOTE ? 2
                                                                   : 0;
  return columns;
}

/*
 * The offsets of the blanks of WORDS at which lines of at most WIDTH columns break: an array of
 * gsize. A task box keeps the word behind it.
 */
static GArray *find_breaks(const char *words, int width)
{
  GArray *breaks = g_array_new(FALSE, FALSE, sizeof(gsize));
  int column = 0;
  for (gsize at = 0; words[at];) {
    gsize length = strcspn(words + at, " \n");
    g_autofree char *word = g_strndup(words + at, length);
    int columns = text_width(word);
    gsize blank = at - 1;
    if (at > strlen("[ ] ") && words[blank] == ' ' && column + columns > width) {
      g_array_append_val(breaks, blank);
      column = 0;
    }
    at += length;
    column = words[at] == '\n' ? 0 : column + columns + 1;
    at += words[at] != '\0';
  }
  return breaks;
}

/* Breaks NODE at the blank OFFSET; NODE keeps what stands before. */
static void break_leaf(cmark_node *node, gsize offset)
{
  const char *literal = cmark_node_get_literal(node);
  const char *rest = literal + offset + 1;
  if (*rest)
    cmark_node_insert_after(node, new_text(rest, strlen(rest)));
  cmark_node_insert_after(node, cmark_node_new(CMARK_NODE_SOFTBREAK));
  g_autofree char *kept = g_strndup(literal, offset);
  cmark_node_set_literal(node, kept);
}

static void break_paragraph(cmark_node *paragraph)
{
  g_autoptr(GString) words = g_string_new(NULL);
  g_autoptr(GArray) leaves = g_array_new(FALSE, FALSE, sizeof(struct leaf));
  cmark_iter *iter = cmark_iter_new(paragraph);
  for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;)
    add_leaf(words, leaves, cmark_iter_get_node(iter), event == CMARK_EVENT_ENTER);
  cmark_iter_free(iter);
  g_autoptr(GArray) breaks = find_breaks(words->str, LINE_WIDTH - indentation(paragraph));
  guint leaf = leaves->len;
  for (guint i = breaks->len; i > 0; i--) {
    gsize offset = g_array_index(breaks, gsize, i - 1);
    while (leaf > 0 && g_array_index(leaves, struct leaf, leaf - 1).start > offset)
      leaf--;
    struct leaf *in = &g_array_index(leaves, struct leaf, leaf - 1);
    break_leaf(in->node, offset - in->start);
  }
}

static void break_lines(cmark_node *tree)
{
  g_autoptr(GPtrArray) paragraphs = collect(tree, is_paragraph);
  for (guint i = 0; i < paragraphs->len; i++)
    break_paragraph(paragraphs->pdata[i]);
}

/* ---- characters ---- */

/* What cmark leaves as it is but GitHub reads as markup: struck out, table, formula, address. */
static const char *const live[] = {"~", "|", "$", "://", "www."};

static gboolean is_text(cmark_node *node)
{
  return cmark_node_get_type(node) == CMARK_NODE_TEXT;
}

static gboolean starts_line(cmark_node *node)
{
  cmark_node *before = cmark_node_previous(node);
  return !before || cmark_node_get_type(before) == CMARK_NODE_SOFTBREAK ||
         cmark_node_get_type(before) == CMARK_NODE_LINEBREAK;
}

/* Whether a [ follows the ! at AT, the last character of its node's text or not. */
static gboolean before_bracket(cmark_node *node, const char *at)
{
  if (at[1])
    return at[1] == '[';
  return edge(cmark_node_next(node), FALSE) == '[';
}

/*
 * How many bytes at AT, in the text that starts at START of NODE, go out otherwise than cmark
 * would write them, and as what. 0: as cmark does.
 */
static gsize guard(cmark_node *node, const char *start, const char *at, GString *guarded)
{
  for (guint i = 0; i < G_N_ELEMENTS(live); i++)
    if (g_str_has_prefix(at, live[i])) {
      gsize length = strlen(live[i]);
      g_string_append_len(guarded, at, (gssize)length);
      g_string_insert_c(guarded, length > 1 && *at == 'w' ? 3 : 0, '\\');
      return length;
    }
  if (*at == '!' && !before_bracket(node, at)) {
    g_string_append_c(guarded, '!'); /* cmark escapes every one */
    return 1;
  }
  if (*at == ':' && at == start && starts_line(node)) {
    g_string_append(guarded, "\\:"); /* the line under a table's head */
    return 1;
  }
  return 0;
}

static void insert_text(cmark_node *node, const char *from, const char *to)
{
  if (to > from)
    cmark_node_insert_before(node, new_text(from, (gsize)(to - from)));
}

static void guard_text(cmark_node *node)
{
  const char *start = cmark_node_get_literal(node), *from = start, *at = start;
  while (*at) {
    g_autoptr(GString) guarded = g_string_new(NULL);
    gsize length = guard(node, start, at, guarded);
    if (length == 0) {
      at++;
      continue;
    }
    insert_text(node, from, at);
    cmark_node *literal = cmark_node_new(CMARK_NODE_CUSTOM_INLINE);
    cmark_node_set_on_enter(literal, guarded->str);
    cmark_node_insert_before(node, literal);
    from = at += length;
  }
  g_autofree char *rest = g_strdup(from);
  cmark_node_set_literal(node, rest);
}

static void guard_texts(cmark_node *tree)
{
  g_autoptr(GPtrArray) texts = collect(tree, is_text);
  for (guint i = 0; i < texts->len; i++)
    guard_text(texts->pdata[i]);
}

/* MARKDOWN without the blanks that cmark leaves on lines between blocks. */
static void add_lines(GString *out, const char *markdown)
{
  while (*markdown) {
    gsize length = strcspn(markdown, "\n"), kept = length;
    if (strspn(markdown, " >") >= length)
      while (kept > 0 && markdown[kept - 1] == ' ')
        kept--;
    g_string_append_len(out, markdown, (gssize)kept);
    g_string_append_c(out, '\n');
    markdown += length + (markdown[length] != '\0');
  }
}

void markdown_write(const struct plan *plan, const struct report_options *options, GString *out)
{
  OWNED_TREE tree = document_new(plan, options);
  guard_styles(tree);
  break_lines(tree);
  guard_texts(tree);
  char *markdown = cmark_render_commonmark(tree, CMARK_OPT_DEFAULT, 0);
  add_lines(out, markdown);
  cmark_get_default_mem_allocator()->free(markdown);
}
