/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Prose: a text with inline elements, gathered as pieces and, beside them, as the one canonical
 * form of its inner XML that serves as message id: white space folded, references resolved but for
 * & < >, attributes in the order of the table, elements without content closed in place.
 */
#include <string.h>

#include "base/text.h"
#include "catalogue/build.h"

/* ---- pieces ---- */

static void link_piece(struct prose *prose, struct piece *piece)
{
  const struct piece **end = g_ptr_array_steal_index(prose->ends, prose->ends->len - 1);
  *end = piece;
  g_ptr_array_add(prose->ends, &piece->next);
}

/* MARKS are those of & < > " that become references. */
static void put_escaped(GString *out, const char *text, gsize length, const char *marks)
{
  static const struct {
    char mark;
    const char *reference;
  } references[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}};
  const char *end = text + length;
  while (text < end) {
    gsize plain = MIN(strcspn(text, marks), (gsize)(end - text));
    g_string_append_len(out, text, (gssize)plain);
    text += plain;
    for (guint i = 0; text < end && i < G_N_ELEMENTS(references); i++)
      if (references[i].mark == *text)
        g_string_append(out, references[i].reference);
    text += text < end;
  }
}

/* Makes a piece of the characters since the last tag. */
static void add_words(struct reader *reader)
{
  struct prose *prose = &reader->prose;
  struct piece *piece = arena_make(reader->arena, struct piece);
  piece->kind = PIECE_TEXT;
  piece->text = reader_string(reader, prose->run->str, prose->run->len);
  link_piece(prose, piece);
}

/* The same where there are any, and takes them over into the canonical form. */
static void flush_run(struct reader *reader)
{
  struct prose *prose = &reader->prose;
  if (!prose->run->len)
    return;
  add_words(reader);
  put_escaped(prose->canonical, prose->run->str, prose->run->len, "&<>");
  g_string_truncate(prose->run, 0);
}

static void put_space(struct prose *prose)
{
  if (prose->space_due && !prose->after_space) {
    g_string_append_c(prose->run, ' ');
    prose->after_space = TRUE;
  }
  prose->space_due = FALSE;
}

/* How far TEXT goes in words that single spaces part: what folding leaves as it is. */
static gsize folded_length(const char *text, gsize length)
{
  gsize i = 0;
  while (i < length && ((guchar)text[i] > ' ' || !is_blank(text[i]) ||
                        (text[i] == ' ' && i && i + 1 < length && !is_blank(text[i + 1]))))
    i++;
  return i;
}

void prose_characters(struct reader *reader, const char *characters, gsize length)
{
  struct prose *prose = &reader->prose;
  if (prose->canonical->len + prose->run->len > READER_TEXT) {
    prose->too_long = TRUE;
    return;
  }
  while (length) {
    gsize words = folded_length(characters, length);
    if (words) {
      put_space(prose);
      g_string_append_len(prose->run, characters, (gssize)words);
      prose->after_space = FALSE;
    }
    characters += words, length -= words;
    if (length) {
      prose->space_due = TRUE;
      characters++, length--;
    }
  }
}

/* ---- whole texts ---- */

void prose_begin(struct reader *reader, struct frame *frame, struct text *text)
{
  struct prose *prose = &reader->prose;
  text->place = frame->place;
  text->element = frame->element->name;
  text->owner = frame->owner;
  text->repeat = frame->repeat;
  prose->text = text;
  prose->space_due = prose->too_long = FALSE;
  prose->after_space = TRUE;
  g_string_truncate(prose->canonical, 0);
  g_string_truncate(prose->run, 0);
  g_ptr_array_set_size(prose->ends, 0);
  g_ptr_array_add(prose->ends, &text->pieces);
}

void build_open_text(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)tag;
  prose_begin(reader, frame, frame->object);
}

/* True if the text is nothing but characters that stand for themselves in its canonical form. */
static gboolean is_plain(const struct prose *prose)
{
  return prose->run->len && !prose->canonical->len && !strpbrk(prose->run->str, "&<>");
}

/* A plain text, as most are, is one string for both its piece and its canonical form. */
void build_close_text(struct reader *reader, struct frame *frame)
{
  struct prose *prose = &reader->prose;
  struct text *text = prose->text;
  if (is_plain(prose)) {
    add_words(reader);
    text->source = text->pieces->text;
  } else {
    flush_run(reader);
    text->source = reader_string(reader, prose->canonical->str, prose->canonical->len);
  }
  if (prose->too_long || MAX(prose->canonical->len, prose->run->len) > READER_TEXT)
    reader_fault(reader, TEXT_TOO_LONG, frame->place, frame->element->name, NULL);
  if (reader->catalogue)
    binder_add_text(reader, text);
}

/* ---- inline elements ---- */

static enum piece_kind piece_kind_of(enum element_id id)
{
  switch (id) {
  case EL_EM:
    return PIECE_EM;
  case EL_STRONG:
    return PIECE_STRONG;
  case EL_LINK:
    return PIECE_LINK;
  case EL_SPAN:
    return PIECE_SPAN;
  case EL_BLANK:
    return PIECE_BLANK;
  case EL_QUOTE:
    return PIECE_ANSWER;
  default:
    g_assert(id == EL_DATE);
    return PIECE_DATE;
  }
}

static void put_attribute(GString *out, const char *name, const char *value)
{
  if (!value)
    return;
  g_string_append_c(out, ' ');
  g_string_append(out, name);
  g_string_append(out, "=\"");
  put_escaped(out, value, strlen(value), "&<>\"");
  g_string_append_c(out, '"');
}

static void put_tag(GString *out, const struct frame *frame)
{
  const struct piece *piece = frame->object;
  g_string_append_c(out, '<');
  g_string_append(out, frame->element->name);
  switch (piece->kind) {
  case PIECE_LINK:
    put_attribute(out, "href", piece->text);
    break;
  case PIECE_SPAN:
    put_attribute(out, "when", piece->when ? piece->when->text : NULL);
    break;
  case PIECE_ANSWER:
  case PIECE_DATE:
    put_attribute(out, "of", piece->text);
    put_attribute(out, "else", piece->otherwise);
    break;
  default:
    break;
  }
  g_string_append(out, frame->element->content == CONTENT_PROSE ? ">" : "/>");
}

void build_open_piece(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)tag;
  struct prose *prose = &reader->prose;
  struct piece *piece = frame->object;
  piece->kind = piece_kind_of(frame->id);
  piece->place = frame->place;
  put_space(prose);
  flush_run(reader);
  put_tag(prose->canonical, frame);
  link_piece(prose, piece);
  g_ptr_array_add(prose->ends, &piece->children);
}

void build_close_piece(struct reader *reader, struct frame *frame)
{
  struct prose *prose = &reader->prose;
  flush_run(reader);
  g_ptr_array_set_size(prose->ends, (int)prose->ends->len - 1);
  if (frame->element->content != CONTENT_PROSE) {
    prose->after_space = FALSE;
    return;
  }
  g_string_append(prose->canonical, "</");
  g_string_append(prose->canonical, frame->element->name);
  g_string_append_c(prose->canonical, '>');
}

static void open_reference(struct reader *reader, struct frame *frame, const struct xml_tag *tag,
                           enum reference_kind kind)
{
  struct piece *piece = frame->object;
  build_open_piece(reader, frame, tag);
  if (piece->text && id_valid(piece->text))
    binder_add_reference(reader, kind, piece->text, attribute_place(tag, "of"), frame->owner,
                         &piece->name);
}

void build_open_quote(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  open_reference(reader, frame, tag, REFER_ANSWER);
}

void build_open_date(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  open_reference(reader, frame, tag, REFER_DATE);
}
