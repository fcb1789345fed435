/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of the pack in the language to show: looked up and read when first said. */
#include <string.h>

#include "base/text.h"
#include "catalogue/catalogue_store.h"
#include "reader/reader.h"
#include "reader/translation.h"

/* ---- the same markup ---- */

/* What a translation must have as well. The example of a blank is translated, and how a day is said
 * hangs on the words around it. */
static char *markup_words(const struct piece *piece)
{
  const char *text = piece->kind == PIECE_BLANK ? piece->fill : piece->text;
  return g_strdup_printf("%d%s %s %s", (int)piece->kind, piece->optional ? "?" : "",
                         text ? text : "", piece->when ? piece->when->text : "");
}

static void list_markup(const struct piece *piece, GPtrArray *list)
{
  for (; piece; piece = piece->next) {
    if (piece->kind != PIECE_TEXT)
      g_ptr_array_add(list, markup_words(piece));
    list_markup(piece->children, list);
  }
}

static GPtrArray *markup_of(const struct piece *piece)
{
  GPtrArray *list = g_ptr_array_new_with_free_func(g_free);
  list_markup(piece, list);
  g_ptr_array_sort(list, text_compare);
  return list;
}

/* The order may differ, since word order does; what is there may not. */
static gboolean same_markup(const struct piece *a, const struct piece *b)
{
  g_autoptr(GPtrArray) markup_a = markup_of(a), markup_b = markup_of(b);
  if (markup_a->len != markup_b->len)
    return FALSE;
  for (guint i = 0; i < markup_a->len; i++)
    if (!g_str_equal(markup_a->pdata[i], markup_b->pdata[i]))
      return FALSE;
  return TRUE;
}

/* ---- reading a translation ---- */

static const struct piece *piece_of_words(struct arena *arena, const char *words)
{
  struct piece *piece = arena_make(arena, struct piece);
  piece->kind = PIECE_TEXT;
  piece->text = arena_string(arena, words, -1);
  return piece;
}

/* Names are bound as those of the source were: the same markup has the same names. */
static void bind_like(const struct catalogue *catalogue, const struct text *text,
                      struct piece *piece);

static void bind_condition(struct expression *expression, void *data)
{
  expression->name = catalogue_find(data, expression->text);
}

static void bind_like(const struct catalogue *catalogue, const struct text *text,
                      struct piece *piece)
{
  for (; piece; piece = (struct piece *)piece->next) {
    if (piece->kind == PIECE_ANSWER || piece->kind == PIECE_DATE) {
      const struct name *name = catalogue_find(catalogue, piece->text);
      const struct action *action =
          name && piece->kind == PIECE_DATE ? item_action(name->item) : NULL;
      piece->name = action && action->task ? action->task->name : name;
    }
    if (piece->kind == PIECE_BLANK)
      piece->name = catalogue_find(catalogue, piece->fill);
    if (piece->when) {
      ((struct condition *)piece->when)->repeat = text->repeat;
      condition_names(piece->when, bind_condition, (void *)catalogue);
    }
    bind_like(catalogue, text, (struct piece *)piece->children);
  }
}

/* The pieces of MARKUP, or NULL if it is not the inner XML of a text. */
static const struct piece *read_markup(const struct catalogue *catalogue, const char *markup,
                                       struct findings *findings)
{
  g_autofree char *whole =
      g_strconcat("<translation xmlns=\"urn:rebond:content:1\">", markup, "</translation>", NULL);
  struct reader reader;
  reader_begin(&reader, catalogue->store->arena, findings);
  reader.contents = contents_new();
  reader.binder = binder_new();
  reader_text(&reader, whole, g_intern_static_string("translation"), EL(TRANSLATION));
  const struct text *read = reader.prose.text;
  binder_free(reader.binder);
  contents_free(reader.contents);
  reader_end(&reader);
  gboolean fine = findings_count(findings, SEVERITY_ERROR) == 0;
  return fine && read ? read->pieces : NULL;
}

const struct piece *translation_read(const struct catalogue *catalogue, const struct text *text,
                                     const char *translation)
{
  OWNED(findings) findings = findings_new(NULL);
  const struct piece *pieces = strpbrk(translation, "<&")
                                   ? read_markup(catalogue, translation, findings)
                                   : piece_of_words(catalogue->store->arena, translation);
  if (!pieces || !same_markup(pieces, text->pieces))
    return NULL;
  bind_like(catalogue, text, (struct piece *)pieces);
  return pieces;
}

const struct piece *translation_pieces(const struct catalogue *catalogue, const struct text *text)
{
  struct catalogue_store *store = catalogue->store;
  if (!store->translator || !*text->source)
    return text->pieces;
  const struct piece *shown = g_hash_table_lookup(store->shown, text);
  if (shown)
    return shown;
  const char *translation = tr(store->translator, text->source);
  shown = translation == text->source ? NULL : translation_read(catalogue, text, translation);
  if (!shown)
    shown = text->pieces;
  g_hash_table_insert(store->shown, (gpointer)text, (gpointer)shown);
  return shown;
}
