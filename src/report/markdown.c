/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Markdown that reads well as it is: what a person typed is escaped only where some reader of
 * Markdown (CommonMark 0.30, GitHub's) would take it for markup, and lines have a width fit for an
 * editor. cmark's own renderer escapes more than a mail that is copied out of the text can bear,
 * and indents what linters want at the margin.
 */
#include "report/formats.h"

#include <string.h>

#include "base/text.h"
#include "report/nodes.h"

#define LINE_WIDTH 72

/* ---- characters ---- */

static gboolean is_blank(gunichar c)
{
  return c == 0 || g_unichar_isspace(c);
}

/* The words of a block on their way out. */
struct words {
  GString *out;   /* a blank is where a line may break, a line feed where it does */
  gboolean draft; /* to be copied: links that other readers make of addresses do no harm there */
};

/* The character that comes after the leaf or stretch NODE; 0 at the end of a block. */
static gunichar follower(cmark_node *node)
{
  cmark_node *next = cmark_node_next(node), *parent = cmark_node_parent(node);
  if (next && cmark_node_get_type(next) == CMARK_NODE_LINEBREAK)
    return '\\';
  if (next || !node_is_stretch(parent))
    return node_edge(next, FALSE);
  if (node_mark(parent) == MARK_FOREIGN)
    return follower(parent);
  return node_is_styled(parent) ? '*' : ']';
}

static gunichar last_character(const struct words *words)
{
  const char *end = words->out->str + words->out->len;
  gunichar last = words->out->len > 0 ? g_utf8_get_char(g_utf8_prev_char(end)) : 0;
  return last == '\n' ? 0 : last;
}

static gboolean at_line_start(const struct words *words)
{
  return last_character(words) == 0;
}

/*
 * How many bytes of TEXT, which begins a line, stand before the character that would make it more
 * than a paragraph: a heading, a list, a quotation, a line under a heading or a table's head.
 * -1: none does.
 */
static gssize find_block_mark(const char *text)
{
  gsize digits = strspn(text, "0123456789");
  gsize marks = strspn(text, "#");
  if (!*text)
    return -1;
  if (digits > 0)
    return (text[digits] == '.' || text[digits] == ')') && !g_ascii_isgraph(text[digits + 1])
               ? (gssize)digits
               : -1;
  if (marks > 0)
    return g_ascii_isgraph(text[marks]) ? -1 : 0;
  if (strchr(">*_", *text))
    return 0;
  return strchr("-+=:|", *text) && !g_ascii_isalnum(text[1]) ? 0 : -1;
}

static gboolean is_entity(const char *ampersand)
{
  gsize length = 1;
  while (ampersand[length] == '#' || g_ascii_isalnum(ampersand[length]))
    length++;
  return length > 1 && ampersand[length] == ';';
}

/* Whether what begins at COLON is a sign of its own to some readers, ":smile:". */
static gboolean is_shortcode(const char *colon)
{
  gsize length = strspn(colon + 1, "abcdefghijklmnopqrstuvwxyz0123456789_+-");
  return length > 0 && !g_ascii_isdigit(colon[1]) && colon[1 + length] == ':';
}

/* Whether a backslash goes before the character at AT: BEFORE and AFTER are those around it. */
static gboolean is_markup(const struct words *words, const char *at, gunichar before,
                          gunichar after)
{
  switch (*at) {
  case '`':
  case '~':
  case '[':
  case ']':
    return TRUE;
  case '*':
    return !is_blank(before) || !is_blank(after);
  case '_':
    return !(is_blank(before) && is_blank(after)) &&
           !(g_unichar_isalnum(before) && g_unichar_isalnum(after));
  case '<':
    return after && after < 0x80 && (g_ascii_isalpha((char)after) || strchr("/!?", (char)after));
  case '&':
    return is_entity(at);
  case '\\':
    return is_blank(after) || (after < 0x80 && g_ascii_ispunct((char)after));
  case '#':
    return after == 0 && (before == '#' || is_blank(before)); /* the end of a heading */
  case '!':
    return !at[1] && after == '['; /* in the same text it has a backslash */
  case '|':
  case '$':
    return !words->draft;
  case ':':
    return !words->draft && (g_str_has_prefix(at, "://") || is_shortcode(at));
  case '@':
    return !words->draft && g_unichar_isalnum(after);
  case '.':
    return !words->draft && g_str_has_suffix(words->out->str, "www");
  default:
    return FALSE;
  }
}

/* Adds MARKUP as a character like others: by a backslash, but for the two before which not all
 * readers take one. */
static void add_escaped(GString *out, char markup)
{
  if (markup == '<' || markup == '&') {
    g_string_append(out, markup == '<' ? "&lt;" : "&amp;");
    return;
  }
  g_string_append_c(out, '\\');
  g_string_append_c(out, markup);
}

static void add_text(struct words *words, cmark_node *node)
{
  const char *text = cmark_node_get_literal(node);
  gunichar behind = follower(node);
  gssize mark = at_line_start(words) ? find_block_mark(text) : -1;
  for (const char *at = text; *at;) {
    gsize plain = strcspn(at, "`~[]*_<&\\#!|$:.@");
    if (mark >= 0 && mark <= at - text + (gssize)plain)
      plain = (gsize)(text + mark - at);
    g_string_append_len(words->out, at, (gssize)plain);
    at += plain;
    if (!*at)
      break;
    gunichar after = at[1] ? g_utf8_get_char(at + 1) : behind;
    gboolean marks = at - text == mark;
    if (marks)
      mark = -1;
    if (marks || is_markup(words, at, last_character(words), after))
      add_escaped(words->out, *at);
    else
      g_string_append_c(words->out, *at);
    at++;
  }
}

static void add_address(struct words *words, const char *url)
{
  g_string_append(words->out, "](");
  for (; *url; url++) {
    if (strchr("()\\", *url) || (*url == '&' && strchr(url, ';')))
      g_string_append_c(words->out, '\\');
    g_string_append_c(words->out, *url);
  }
  g_string_append_c(words->out, ')');
}

/* A bracket before which or behind which stands what would make it a link. */
static gboolean blank_is_link(cmark_node *node)
{
  gunichar after = follower(node);
  return after == '(' || after == '[' || after == ':' ||
         node_edge(cmark_node_previous(node), TRUE) == ']';
}

static void add_inlines(struct words *words, cmark_node *parent);

static void add_inline(struct words *words, cmark_node *node)
{
  const char *mark = "";
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_TEXT:
    add_text(words, node);
    return;
  case CMARK_NODE_LINEBREAK:
    g_string_append(words->out, "\\\n");
    return;
  case CMARK_NODE_LINK:
    g_string_append_c(words->out, '[');
    add_inlines(words, node);
    add_address(words, cmark_node_get_url(node));
    return;
  case CMARK_NODE_CUSTOM_INLINE:
    if (node_mark(node) == MARK_FOREIGN)
      add_inlines(words, node);
    if (node_mark(node) != MARK_BLANK)
      return; /* a box stands before the line */
    mark = blank_is_link(node) ? "\\" : "";
    g_string_append(words->out, mark);
    g_string_append_c(words->out, '[');
    add_inlines(words, node);
    g_string_append(words->out, mark);
    g_string_append_c(words->out, ']');
    return;
  default:
    mark = cmark_node_get_type(node) == CMARK_NODE_STRONG ? "**" : "*";
    g_string_append(words->out, mark);
    add_inlines(words, node);
    g_string_append(words->out, mark);
    return;
  }
}

static void add_inlines(struct words *words, cmark_node *parent)
{
  for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node))
    add_inline(words, node);
}

/* ---- lines ---- */

struct writer {
  GString *out;
  GString *words;     /* of the block that is written */
  const char *prefix; /* before every line */
  const char *lead;   /* before the next line in place of the prefix, or NULL */
};

static void start_line(struct writer *writer)
{
  g_string_append(writer->out, writer->lead ? writer->lead : writer->prefix);
  writer->lead = NULL;
}

static void end_line(struct writer *writer)
{
  while (writer->out->len > 0 && writer->out->str[writer->out->len - 1] == ' ')
    g_string_truncate(writer->out, writer->out->len - 1);
  g_string_append_c(writer->out, '\n');
}

/* True for a word that some reader would take for the start of a list or the like, were it the
 * first of its line: "-", ">a", "12.", "(iv)", "a)". */
static gboolean sticks(const char *word, gsize length)
{
  if (*word == '>' || strspn(word, "-+*=:|#_~") >= length)
    return TRUE;
  if (word[length - 1] != '.' && word[length - 1] != ')')
    return FALSE;
  gsize bracket = *word == '(';
  gsize digits = strspn(word + bracket, "0123456789");
  gsize roman = strspn(word + bracket, "ivxlcdmIVXLCDM");
  gsize inner = MAX(MAX(digits, roman), g_ascii_isalpha(word[bracket]) ? 1 : 0);
  return inner > 0 && bracket + inner + 1 == length;
}

/* Whether a line may end before WORDS. */
static gboolean may_end(const char *words)
{
  return *words == ' ' ? !sticks(words + 1, strcspn(words + 1, " \n")) : !*words || *words == '\n';
}

/* The bytes at WORDS that go on a line of ROOM columns; more, if there is no other place for it to
 * end. */
static gsize line_length(const char *words, int room)
{
  gsize length = text_fit(words, (gsize)(strchrnul(words, '\n') - words), room);
  while (length && !may_end(words + length))
    length--;
  while (!may_end(words + length))
    length++;
  return length;
}

/* WORDS in lines of at most WIDTH columns, the first of which has a start that counts as well. */
static void write_lines(struct writer *writer, const char *words, int width)
{
  for (;;) {
    int start = text_width(writer->lead ? writer->lead : writer->prefix);
    gsize length = line_length(words, width - start);
    start_line(writer);
    g_string_append_len(writer->out, words, (gssize)length);
    end_line(writer);
    words += length;
    if (!*words++)
      return;
  }
}

/* ---- blocks ---- */

static void write_children(struct writer *writer, cmark_node *parent);

/* A formula has a dollar at either end: an amount alone in its block needs no backslash, which who
 * reads the file as it is would see. */
static void free_lone_dollar(GString *out)
{
  const char *only = strstr(out->str, "\\$");
  if (only && !strstr(only + 2, "\\$"))
    g_string_erase(out, only - out->str, 1);
}

static void write_words(struct writer *writer, cmark_node *block, int width)
{
  struct words words = {g_string_truncate(writer->words, 0), node_in_draft(block)};
  add_inlines(&words, block);
  free_lone_dollar(words.out);
  write_lines(writer, g_strchug(words.out->str), words.draft ? G_MAXINT : width);
}

/* None stands inside of another block. */
static void write_heading(struct writer *writer, cmark_node *heading)
{
  static const char *const leads[] = {"", "# ", "## ", "### ", "#### ", "##### ", "###### "};
  writer->lead = leads[cmark_node_get_heading_level(heading)];
  write_words(writer, heading, G_MAXINT);
}

/* Writes the children of NODE behind LEAD, and their further lines behind PREFIX. */
static void write_inside(struct writer *writer, cmark_node *node, const char *lead,
                         const char *prefix)
{
  g_autofree char *whole_lead =
      g_strconcat(writer->lead ? writer->lead : writer->prefix, lead, NULL);
  g_autofree char *whole_prefix = g_strconcat(writer->prefix, prefix, NULL);
  struct writer inner = {writer->out, writer->words, whole_prefix, whole_lead};
  write_children(&inner, node);
  writer->lead = NULL;
}

static void write_list(struct writer *writer, cmark_node *list)
{
  static const char *const leads[] = {
      [MARK_NONE] = "- ", [MARK_TO_DO] = "- [ ] ", [MARK_DONE] = "- [x] "};
  for (cmark_node *item = cmark_node_first_child(list); item; item = cmark_node_next(item))
    write_inside(writer, item, leads[node_box(item)], "  ");
}

static void write_node(struct writer *writer, cmark_node *node)
{
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_HEADING:
    write_heading(writer, node);
    break;
  case CMARK_NODE_PARAGRAPH:
    write_words(writer, node, LINE_WIDTH);
    break;
  case CMARK_NODE_LIST:
    write_list(writer, node);
    break;
  case CMARK_NODE_BLOCK_QUOTE:
    write_inside(writer, node, "> ", "> ");
    break;
  case CMARK_NODE_CUSTOM_BLOCK:
    write_children(writer, node);
    break;
  default:
    g_assert_not_reached(); /* document.c makes no other block */
  }
}

static void write_children(struct writer *writer, cmark_node *parent)
{
  for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
    if (cmark_node_previous(node)) {
      start_line(writer);
      end_line(writer);
    }
    write_node(writer, node);
  }
}

void markdown_write(const struct report *report, GString *out)
{
  g_autoptr(GString) words = g_string_new(NULL);
  struct writer writer = {out, words, "", NULL};
  write_children(&writer, report->tree);
}
