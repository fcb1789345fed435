/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts and conditions, escaped, with links between the parts of a pack. */
#include "draw/preview_markup.h"

#include <string.h>

#include "walk/condition_words.h"

/* Within a link no other may stand. */
struct inline_markup {
  const struct preview_markup *markup;
  gboolean in_link;
};

static const char *say(const struct preview_markup *markup, const char *msgid)
{
  return tr(markup->translator, msgid);
}

void markup_add_words(const struct preview_markup *markup, const char *words)
{
  g_autofree char *escaped = g_markup_escape_text(words, -1);
  g_string_append(markup->out, escaped);
}

/* ---- links ---- */

gboolean markup_shows(const struct preview_markup *markup, const struct item *item)
{
  return !markup->part || item_is_within(item, markup->part);
}

/* No id has a point or a colon; only themes have a set of ids for themselves. */
char *markup_anchor(const struct item *item)
{
  if (item->kind == ITEM_THEME)
    return g_strconcat("theme:", item->id, NULL);
  if (item->kind == ITEM_OPTION)
    return g_strconcat(item->parent->id, ".", item->id, NULL);
  return item->id ? g_strdup(item->id) : g_strdup_printf("item:%u", item->order);
}

void markup_add_link(const struct preview_markup *markup, const struct item *item,
                     const char *words)
{
  if (!markup_shows(markup, item)) {
    markup_add_words(markup, words);
    return;
  }
  g_autofree char *anchor = markup_anchor(item);
  g_string_append_printf(markup->out, "<a href=\"#%s\">", anchor);
  markup_add_words(markup, words);
  g_string_append(markup->out, "</a>");
}

void markup_add_define(const struct preview_markup *markup, const struct define *define)
{
  const char *id = define->name->id;
  g_autofree char *code = g_strdup_printf("<code>%s</code>", id);
  if (markup->part)
    g_string_append(markup->out, code);
  else
    g_string_append_printf(markup->out, "<a href=\"#%s\">%s</a>", id, code);
}

/* ---- inside a text ---- */

static void add_pieces(const struct inline_markup *inside, const struct piece *piece);

static void add_element(const struct inline_markup *inside, const char *element,
                        const struct piece *piece)
{
  GString *out = inside->markup->out;
  g_string_append_printf(out, "<%s>", element);
  add_pieces(inside, piece->children);
  g_string_append_printf(out, "</%s>", element);
}

static void add_address(const struct inline_markup *inside, const struct piece *piece)
{
  struct inline_markup within = {inside->markup, TRUE};
  g_string_append(inside->markup->out, "<a href=\"");
  markup_add_words(inside->markup, piece->text);
  g_string_append(inside->markup->out, "\">");
  add_pieces(&within, piece->children);
  g_string_append(inside->markup->out, "</a>");
}

/* The blank at its start belongs to the text around it. */
static void add_span(const struct inline_markup *inside, const struct piece *piece)
{
  g_autoptr(GString) children = g_string_new(NULL);
  struct preview_markup apart = *inside->markup;
  struct inline_markup within = {&apart, inside->in_link};
  apart.out = children;
  add_pieces(&within, piece->children);
  const char *words = children->str + strspn(children->str, " ");
  GString *out = inside->markup->out;
  g_string_append_printf(out, "%s<span class=\"if\">{<small>", words > children->str ? " " : "");
  markup_add_when(inside->markup, piece->when);
  g_string_append_printf(out, ":</small> %s}</span>", words);
}

static void add_given(const struct inline_markup *inside, const struct piece *piece)
{
  const struct preview_markup *markup = inside->markup;
  const struct item *item = piece->name ? piece->name->item : NULL;
  g_autofree char *name =
      item ? subject_words(markup->catalogue, item, markup->translator) : g_strdup(piece->text);
  g_autofree char *stem =
      piece_stems(piece) ? g_strconcat(", ", say(markup, N_("in its sentence")), NULL) : NULL;
  g_autofree char *words = g_strdup_printf("‹%s%s›", name, stem ? stem : "");
  if (item && !inside->in_link)
    markup_add_link(markup, item, words);
  else
    markup_add_words(markup, words);
  if (!piece->otherwise)
    return;
  g_autofree char *otherwise =
      g_strdup_printf(" (%s %s)", say(markup, N_("else")), piece->otherwise);
  markup_add_words(markup, otherwise);
}

static void add_blank(const struct inline_markup *inside, const struct piece *piece)
{
  const struct preview_markup *markup = inside->markup;
  g_string_append(markup->out, "<mark>[");
  add_pieces(inside, piece->children);
  if (piece->text) {
    g_autofree char *example = g_strdup_printf("%s%s %s", piece->children ? "; " : "",
                                               say(markup, N_("such as")), piece->text);
    markup_add_words(markup, example);
  }
  g_string_append(markup->out, piece->children || piece->text ? "]</mark>" : "…]</mark>");
}

static void add_piece(const struct inline_markup *inside, const struct piece *piece)
{
  switch (piece->kind) {
  case PIECE_TEXT:
    markup_add_words(inside->markup, piece->text);
    break;
  case PIECE_EM:
    add_element(inside, "em", piece);
    break;
  case PIECE_STRONG:
    add_element(inside, "strong", piece);
    break;
  case PIECE_LINK:
    add_address(inside, piece);
    break;
  case PIECE_SPAN:
    add_span(inside, piece);
    break;
  case PIECE_BLANK:
    add_blank(inside, piece);
    break;
  case PIECE_ANSWER:
  case PIECE_DATE:
    add_given(inside, piece);
    break;
  }
}

static void add_pieces(const struct inline_markup *inside, const struct piece *piece)
{
  for (; piece; piece = piece->next)
    add_piece(inside, piece);
}

void markup_add_pieces(const struct preview_markup *markup, const struct piece *pieces)
{
  add_pieces(&(struct inline_markup){markup, FALSE}, pieces);
}

/* ---- conditions ---- */

void markup_add_when(const struct preview_markup *markup, const struct condition *when)
{
  if (!when)
    return;
  g_autofree char *words = condition_words(markup->catalogue, when, markup->translator);
  g_autofree char *full = g_strdup_printf("%s %s ", say(markup, N_("when")), words);
  g_string_append(markup->out, "<span class=\"when\">");
  markup_add_words(markup, full);
  g_string_append(markup->out, "<code>");
  markup_add_words(markup, when->text);
  g_string_append(markup->out, "</code></span>");
}
