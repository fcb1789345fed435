/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of the pack in the language to show: looked up and read when first said. */
#include <string.h>

#include "base/text.h"
#include "catalogue/catalogue_store.h"
#include "reader/reader.h"
#include "reader/translation.h"

/* ---- the same markup ---- */

/* The element that PIECE is, with what a translation must have as well. The example of a blank is
 * translated, and how a day is said hangs on the words around it. */
static char *markup_words(const struct piece *piece)
{
  switch (piece->kind) {
  case PIECE_EM:
    return g_strdup("<em>");
  case PIECE_STRONG:
    return g_strdup("<strong>");
  case PIECE_LINK:
    return g_strdup_printf("<link href=\"%s\">", piece->text);
  case PIECE_SPAN:
    return g_strdup_printf("<span when=\"%s\">", piece->when ? piece->when->text : "");
  case PIECE_BLANK:
    return piece->fill ? g_strdup_printf("<blank id=\"%s\"%s>", piece->fill,
                                         piece->optional ? " optional=\"yes\"" : "")
                       : g_strdup("<blank>");
  case PIECE_ANSWER:
    return g_strdup_printf("<answer of=\"%s\"%s/>", piece->text,
                           piece->form == FORM_STEM ? " form=\"stem\"" : "");
  case PIECE_DATE:
    return g_strdup_printf("<date of=\"%s\"/>", piece->text);
  case PIECE_TEXT:
    break;
  }
  g_assert_not_reached();
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

/* Of two lists in order the first that ONE has and OTHER has not, or less often; NULL. */
static const char *first_alone(const GPtrArray *one, const GPtrArray *other)
{
  for (guint i = 0, j = 0; i < one->len; i++) {
    int order = -1;
    while (j < other->len && (order = strcmp(other->pdata[j], one->pdata[i])) < 0)
      j++;
    if (j == other->len || order > 0)
      return one->pdata[i];
    j++;
  }
  return NULL;
}

/* The order may differ, since word order does; what is there may not. */
static gboolean same_markup(const struct piece *a, const struct piece *b)
{
  g_autoptr(GPtrArray) markup_a = markup_of(a), markup_b = markup_of(b);
  return !first_alone(markup_a, markup_b) && !first_alone(markup_b, markup_a);
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

/* The pieces of TRANSLATION as they are written; NULL with FINDINGS. */
static const struct piece *read_pieces(const struct catalogue *catalogue, const char *translation,
                                       struct findings *findings)
{
  return strpbrk(translation, "<&") ? read_markup(catalogue, translation, findings)
                                    : piece_of_words(catalogue->store->arena, translation);
}

const struct piece *translation_read(const struct catalogue *catalogue, const struct text *text,
                                     const char *translation)
{
  OWNED(findings) findings = findings_new(NULL);
  const struct piece *pieces = read_pieces(catalogue, translation, findings);
  if (!pieces || !same_markup(pieces, text->pieces))
    return NULL;
  bind_like(catalogue, text, (struct piece *)pieces);
  return pieces;
}

/* What LACKING and BESIDE, of which one may be NULL, say of a translation. */
static char *difference_words(const char *lacking, const char *beside,
                              const struct translator *translator)
{
  /* TRANSLATORS: {1} is an element that only the source of a translation has, {2} one that only the
   * translation has. */
  const char *both = N_("{1} is missing, and {2} is not in the source");
  const char *pattern = lacking && beside ? both
                        : lacking         ? N_("{1} is missing")
                                          : N_("{2} is not in the source");
  return tr_fill(tr(translator, pattern), lacking ? lacking : "", beside ? beside : "", NULL);
}

char *translation_fault(const struct catalogue *catalogue, const struct text *text,
                        const char *translation, const struct translator *translator)
{
  OWNED(findings) findings = findings_new(translator);
  const struct piece *pieces = read_pieces(catalogue, translation, findings);
  const struct finding *finding = findings_get(findings, 0);
  if (!pieces)
    return g_strdup(finding ? finding->message : "");
  g_autoptr(GPtrArray) wanted = markup_of(text->pieces), is = markup_of(pieces);
  return difference_words(first_alone(wanted, is), first_alone(is, wanted), translator);
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
