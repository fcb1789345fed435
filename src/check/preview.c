/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pack as it reads, every alternative with its condition. */
#include "check/preview.h"

#include <string.h>

#include "base/text.h"
#include "check/visit.h"

struct previewing {
  const struct catalogue *catalogue;
  const struct item *part; /* NULL: everything */
  const struct preview_options *options;
  GString *out;
};

static gboolean is_wanted(const struct previewing *previewing, const struct item *item)
{
  while (item && item != previewing->part)
    item = item->parent;
  return item || !previewing->part;
}

/* How deep ITEM stands, counted from what is previewed. */
static int depth(const struct previewing *previewing, const struct item *item)
{
  int deep = 0;
  for (; item && item != previewing->part; item = item->parent)
    deep++;
  return deep;
}

/* ---- texts with their inline parts in sight ---- */

static void append_pieces(const struct previewing *previewing, GString *out,
                          const struct piece *piece);

static void append_around(const struct previewing *previewing, GString *out, const char *before,
                          const struct piece *piece, const char *after)
{
  g_string_append(out, before);
  append_pieces(previewing, out, piece->children);
  g_string_append(out, after);
}

static void append_piece(const struct previewing *previewing, GString *out,
                         const struct piece *piece)
{
  switch (piece->kind) {
  case PIECE_TEXT:
    g_string_append(out, piece->text);
    break;
  case PIECE_EM:
    append_around(previewing, out, "*", piece, "*");
    break;
  case PIECE_STRONG:
    append_around(previewing, out, "**", piece, "**");
    break;
  case PIECE_LINK:
    append_around(previewing, out, "", piece, "");
    g_string_append_printf(out, " (%s)", piece->text);
    break;
  case PIECE_SPAN:
    g_string_append_printf(out, "{%s: ", piece->when ? piece->when->text : "");
    append_around(previewing, out, "", piece, "}");
    break;
  case PIECE_BLANK:
    append_around(previewing, out, "[", piece, "]");
    break;
  case PIECE_ANSWER:
  case PIECE_DATE:
    g_string_append_printf(out, "<%s%s%s>", piece->text, piece->otherwise ? ": " : "",
                           piece->otherwise ? piece->otherwise : "");
    break;
  }
}

static void append_pieces(const struct previewing *previewing, GString *out,
                          const struct piece *piece)
{
  for (; piece; piece = piece->next)
    append_piece(previewing, out, piece);
}

static gboolean is_untranslated(const struct previewing *previewing, const struct text *text)
{
  const struct translator *texts = previewing->options->texts;
  return texts && strcmp(texts->message(texts, text->source), text->source) == 0;
}

/* ---- lines ---- */

static void append_line(struct previewing *previewing, int deep, const char *line)
{
  g_autofree char *indent = g_strnfill((gsize)MIN(deep, 20) * 2, ' ');
  g_autofree char *next = g_strconcat(indent, "  ", NULL);
  g_string_append(previewing->out, indent);
  text_wrap(previewing->out, line, previewing->options->width, (int)strlen(indent), next);
  g_string_append_c(previewing->out, '\n');
}

static const char *say(const struct previewing *previewing, const char *msgid)
{
  return tr(previewing->options->translator, msgid);
}

static void preview_text(struct previewing *previewing, const struct spot *spot)
{
  g_autoptr(GString) line = g_string_new(NULL);
  g_string_append_printf(line, "%s", say(previewing, text_roles[spot->role].element));
  if (spot->when)
    g_string_append_printf(line, " (%s %s)", say(previewing, N_("when")), spot->when->text);
  g_string_append(line, ": ");
  if (is_untranslated(previewing, spot->text))
    g_string_append_printf(line, "[%s] ", say(previewing, N_("not translated")));
  append_pieces(previewing, line, catalogue_pieces(previewing->catalogue, spot->text));
  append_line(previewing, 1 + (spot->draft != NULL) + depth(previewing, spot->item), line->str);
}

static void preview_item(struct previewing *previewing, const struct spot *spot)
{
  g_autofree char *words = spot_words(spot, previewing->options->translator);
  g_autoptr(GString) line = g_string_new(words);
  const struct question *question = item_question(spot->item);
  int deep = depth(previewing, spot->item) + (spot->kind == SPOT_DRAFT);
  if (question)
    g_string_append_printf(line, " (%s)", kind_word(question->kind));
  if (spot->when)
    g_string_append_printf(line, " (%s %s)", say(previewing, N_("when")), spot->when->text);
  append_line(previewing, deep, line->str);
}

static void preview_spot(const struct spot *spot, void *data)
{
  struct previewing *previewing = data;
  if (!is_wanted(previewing, spot->item))
    return;
  if (spot->kind == SPOT_ITEM || spot->kind == SPOT_DRAFT)
    preview_item(previewing, spot);
  else if (spot->kind == SPOT_TEXT)
    preview_text(previewing, spot);
}

void preview_write(const struct catalogue *catalogue, const struct item *part,
                   const struct preview_options *options, GString *out)
{
  struct previewing previewing = {catalogue, part, options, out};
  visit_spots(catalogue, preview_spot, &previewing);
}
