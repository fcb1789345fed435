/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks are found by their lines, what stands in them is read by cmark. */
#include "markdown.h"

#include <cmark.h>
#include <string.h>

#include "base/owned.h"

#define PARAGRAPH ".PP\n"

struct page {
  const char *version;
  markdown_say *say;
  void *data;
  GString *out;
  gboolean headed; /* a heading was the last that was written */
  char **columns;  /* headings of the table that is being read; NULL: none is */
};

/* ---- words ---- */

/* Signs that roff would read as its own. Blanks that do not break are roff's too. */
static void write_words(GString *out, const char *words)
{
  static const struct {
    gunichar sign;
    const char *roff;
  } signs[] = {{'\\', "\\e"},  {'-', "\\-"},    {'^', "\\(ha"}, {'~', "\\(ti"},
               {'`', "\\(ga"}, {'\'', "\\(aq"}, {0xa0, "\\ "},  {0x202f, "\\ "}};
  for (; *words; words = g_utf8_next_char(words)) {
    const char *roff = NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(signs) && !roff; i++)
      if (signs[i].sign == g_utf8_get_char(words))
        roff = signs[i].roff;
    if (roff)
      g_string_append(out, roff);
    else
      g_string_append_unichar(out, g_utf8_get_char(words));
  }
}

/* The address of a link to the world outside; files of the source tree are no pages of a manual. */
static void write_address(GString *out, cmark_node *link)
{
  const char *address = cmark_node_get_url(link);
  if (!strstr(address, "://"))
    return;
  g_string_append(out, " (");
  write_words(out, address);
  g_string_append_c(out, ')');
}

static void write_node(GString *out, cmark_node *node, gboolean enters)
{
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_TEXT:
  case CMARK_NODE_HTML_INLINE:
    write_words(out, cmark_node_get_literal(node));
    break;
  case CMARK_NODE_CODE:
    g_string_append(out, "\\fB");
    write_words(out, cmark_node_get_literal(node));
    g_string_append(out, "\\fR");
    break;
  case CMARK_NODE_STRONG:
    g_string_append(out, enters ? "\\fB" : "\\fR");
    break;
  case CMARK_NODE_EMPH:
    g_string_append(out, enters ? "\\fI" : "\\fR");
    break;
  case CMARK_NODE_LINK:
    if (!enters)
      write_address(out, node);
    break;
  default:
    break;
  }
}

/* One line of Markdown as one line of roff, which no apostrophe begins since all are escaped. As a
 * heading it can be nothing else, such as a list. */
static void write_inline(GString *out, const char *markdown)
{
  g_autofree char *heading = g_strconcat("# ", markdown, NULL);
  cmark_node *tree = cmark_parse_document(heading, strlen(heading), CMARK_OPT_DEFAULT);
  cmark_iter *iter = cmark_iter_new(tree);
  cmark_event_type event;
  if (*markdown == '.') /* it would be a request */
    g_string_append(out, "\\&");
  while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE)
    write_node(out, cmark_iter_get_node(iter), event == CMARK_EVENT_ENTER);
  g_string_append_c(out, '\n');
  cmark_iter_free(iter);
  cmark_node_free(tree);
}

static const char *say(const struct page *page, const char *message)
{
  return page->say(page->data, message);
}

/* ---- blocks ---- */

/* "# rebond(1)" */
static void write_title(const struct page *page, const char *title)
{
  g_auto(GStrv) parts = g_strsplit_set(title, "()", 3);
  g_autofree char *name = g_ascii_strup(parts[0], -1);
  g_string_append_printf(page->out, ".TH \"%s\" \"%s\" \"\" \"rebond %s\"\n.nh\n", name, parts[1],
                         page->version);
}

static void write_heading(const struct page *page, const char *line)
{
  gsize level = strspn(line, "#");
  const char *words = line + level + 1;
  if (level == 1) {
    write_title(page, words);
    return;
  }
  const char *said = say(page, words);
  g_autofree char *loud = g_utf8_strup(said, -1);
  g_string_append(page->out, level == 2 ? ".SH " : ".SS ");
  write_inline(page->out, level == 2 ? loud : said);
}

/* The cells of a row "| a | b |"; a bar inside code is no border. Caller frees. */
static char **cells_of(const char *row)
{
  g_autoptr(GStrvBuilder) cells = g_strv_builder_new();
  g_autoptr(GString) cell = g_string_new(NULL);
  gboolean code = FALSE;
  for (const char *at = strchr(row, '|') + 1; *at; at++) {
    code ^= *at == '`';
    if (*at == '|' && !code) {
      g_strv_builder_add(cells, g_strstrip(cell->str));
      g_string_truncate(cell, 0);
    } else {
      g_string_append_c(cell, *at);
    }
  }
  return g_strv_builder_end(cells);
}

/* The first row of a table names its columns; of two they go without saying. */
static void begin_table(struct page *page, const char *line)
{
  page->columns = cells_of(line);
  if (g_strv_length(page->columns) <= 2)
    return;
  g_strfreev(page->columns);
  page->columns = cells_of(say(page, line));
}

static void write_row(const struct page *page, const char *line)
{
  g_auto(GStrv) cells = cells_of(say(page, line));
  gboolean several = g_strv_length(page->columns) > 2;
  g_string_append(page->out, ".TP\n");
  write_inline(page->out, cells[0]);
  for (guint i = 1; i < g_strv_length(page->columns) && cells[i]; i++) {
    if (!*cells[i])
      continue;
    g_autofree char *labelled = g_strconcat("*", page->columns[i], ":* ", cells[i], NULL);
    g_string_append(page->out, several && i > 1 ? ".br\n" : "");
    write_inline(page->out, several ? labelled : cells[i]);
  }
  if (!cells[0] || !cells[1] || !*cells[1])
    g_string_append(page->out, "\\&\n");
}

/* Below the first row of a table is a line. */
static void write_table_line(struct page *page, const char *line)
{
  if (!page->columns)
    begin_table(page, line);
  else if (!g_str_has_prefix(line, "|--"))
    write_row(page, line);
}

static void write_code(const struct page *page, const char *code)
{
  g_auto(GStrv) lines = g_strsplit(say(page, code), "\n", -1);
  g_string_append(page->out, ".PP\n.in +4n\n.nf\n");
  for (char **line = lines; *line; line++) {
    g_string_append(page->out, "\\&");
    write_words(page->out, *line);
    g_string_append_c(page->out, '\n');
  }
  g_string_append(page->out, ".fi\n.in\n");
}

static void write_text(const struct page *page, const char *request, const char *words)
{
  if (!g_str_equal(request, PARAGRAPH) || !page->headed)
    g_string_append(page->out, request);
  write_inline(page->out, say(page, words));
}

/* ---- lines ---- */

static gboolean is_code(const char *line)
{
  return g_str_has_prefix(line, "    ");
}

static gboolean is_item(const char *line)
{
  return g_str_has_prefix(line, "* ") || g_str_has_prefix(line, "- ");
}

/* Whether LINE stands by itself, so that it ends the block before it. */
static gboolean begins(const char *line)
{
  return !*line || *line == '#' || *line == '|' || is_item(line);
}

/* The lines from FIRST that are set in, without the margin; blank lines inside belong to them.
 * *AFTER is where they end. Caller frees. */
static char *code_at(char **first, char ***after)
{
  GString *code = g_string_new(NULL);
  char **line = first;
  for (*after = first; *line && (is_code(*line) || !**line); line++) {
    if (line > first)
      g_string_append_c(code, '\n');
    g_string_append(code, is_code(*line) ? *line + 4 : "");
    if (is_code(*line))
      *after = line + 1;
  }
  while (g_str_has_suffix(code->str, "\n"))
    g_string_truncate(code, code->len - 1);
  return g_string_free(code, FALSE);
}

/* The lines from FIRST that run on, on one line. *AFTER is where they end. Caller frees. */
static char *text_at(char **first, char ***after)
{
  GString *text = g_string_new(g_strstrip(*first));
  char **line = first + 1;
  for (; *line && !begins(*line); line++)
    g_string_append_printf(text, " %s", g_strstrip(*line));
  *after = line;
  return g_string_free(text, FALSE);
}

static char **write_block(struct page *page, char **line)
{
  char **after = line + 1;
  gboolean heading = **line == '#';
  if (**line != '|')
    g_clear_pointer(&page->columns, g_strfreev);
  if (heading) {
    write_heading(page, *line);
  } else if (**line == '|') {
    write_table_line(page, *line);
  } else if (is_code(*line)) {
    g_autofree char *code = code_at(line, &after);
    write_code(page, code);
  } else if (is_item(*line)) {
    g_autofree char *text = text_at(line, &after);
    write_text(page, ".IP \\(bu 2\n", text + 2);
  } else if (**line) {
    g_autofree char *text = text_at(line, &after);
    write_text(page, PARAGRAPH, text);
  }
  if (**line)
    page->headed = heading;
  return after;
}

void markdown_to_roff(const char *text, const char *version, markdown_say *say_it, void *data,
                      GString *out)
{
  struct page page = {version, say_it, data, out, FALSE, NULL};
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line;)
    line = write_block(&page, line);
  g_strfreev(page.columns);
}
