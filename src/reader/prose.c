/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Prose: a text with inline elements, gathered as pieces and, beside them, as the one canonical
 * form of its inner XML that serves as message id: white space folded, references resolved but for
 * & < >, attributes in the order of the table, elements without content closed in place.
 */
#include <string.h>

#include "base/text.h"
#include "reader/build.h"

/* ---- pieces ---- */

static void link_piece(struct prose *prose, const struct piece *piece)
{
  *prose->ends[prose->depth] = piece;
  prose->ends[prose->depth] = (const struct piece **)&piece->next;
}

/* MARKS are those of & < > " that become references. */
static void put_escaped(GString *out, const char *text, const char *marks)
{
  static const struct {
    char mark;
    const char *reference;
  } references[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}};
  for (;;) {
    gsize plain = strcspn(text, marks);
    g_string_append_len(out, text, (gssize)plain);
    text += plain;
    if (!*text)
      return;
    for (guint i = 0; i < G_N_ELEMENTS(references); i++)
      if (references[i].mark == *text)
        g_string_append(out, references[i].reference);
    text++;
  }
}

/* Ends the run of characters since the last tag and makes a piece of it; its text. */
static const char *end_run(struct reader *reader)
{
  struct piece *piece = arena_make(reader->arena, struct piece);
  piece->kind = PIECE_TEXT;
  piece->text = reader_string(reader, reader->prose.run->str, reader->prose.run->len);
  link_piece(&reader->prose, piece);
  g_string_truncate(reader->prose.run, 0);
  return piece->text;
}

/* The same where there are any, and takes them over into the canonical form. */
static void flush_run(struct reader *reader)
{
  if (reader->prose.run->len)
    put_escaped(reader->prose.canonical, end_run(reader), "&<>");
}

static void put_space(struct reader *reader)
{
  struct prose *prose = &reader->prose;
  if (prose->space_due && !prose->after_space) {
    g_string_append_c(prose->run, ' ');
    prose->after_space = TRUE;
  }
  prose->space_due = FALSE;
}

void prose_characters(struct reader *reader, const char *characters, gsize length)
{
  struct prose *prose = &reader->prose;
  if (prose->canonical->len + prose->run->len > READER_TEXT) {
    prose->too_long = TRUE;
    return;
  }
  while (length) {
    gsize words = text_folded_length(characters, length);
    if (words) {
      put_space(reader);
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
  prose->depth = 0;
  prose->ends[0] = &text->pieces;
}

void build_open_text(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)tag;
  prose_begin(reader, frame, frame->object);
}

/* A group, or the use of a passage, has no words, so that no message is made of it. */
void build_open_group(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)reader, (void)tag;
  struct text *text = frame->object;
  text->place = frame->place;
  text->source = "";
  text->element = frame->element->name;
  text->owner = frame->owner;
  text->repeat = frame->repeat;
}

/* A text that is nothing but characters which stand for themselves in its canonical form, as most
 * are, is one string for both. */
static const char *end_source(struct reader *reader)
{
  struct prose *prose = &reader->prose;
  if (!prose->canonical->len && prose->run->len) {
    const char *run = end_run(reader);
    if (!strpbrk(run, "&<>"))
      return prose->text->pieces->text;
    put_escaped(prose->canonical, run, "&<>");
  }
  flush_run(reader);
  return reader_string(reader, prose->canonical->str, prose->canonical->len);
}

void build_close_text(struct reader *reader, struct frame *frame)
{
  struct prose *prose = &reader->prose;
  gsize run = prose->run->len;
  prose->text->source = end_source(reader);
  if (prose->too_long || MAX(prose->canonical->len, run) > READER_TEXT)
    reader_fault(reader, TEXT_TOO_LONG, frame->place, frame->element->name, NULL);
  if (reader->catalogue)
    contents_add_text(reader->contents, prose->text);
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
  put_escaped(out, value, "&<>\"");
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
  case PIECE_BLANK:
    put_attribute(out, "id", piece->fill);
    put_attribute(out, "optional", piece->optional ? "yes" : NULL);
    put_attribute(out, "example", piece->text);
    break;
  case PIECE_ANSWER:
  case PIECE_DATE:
    put_attribute(out, "of", piece->text);
    put_attribute(out, "sentence", piece->sentence ? "yes" : NULL);
    put_attribute(out, "form", piece->form ? answer_form_words[piece->form] : NULL);
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
  put_space(reader);
  flush_run(reader);
  put_tag(prose->canonical, frame);
  link_piece(prose, piece);
  prose->ends[++prose->depth] = &piece->children;
}

void build_close_piece(struct reader *reader, struct frame *frame)
{
  struct prose *prose = &reader->prose;
  flush_run(reader);
  prose->depth--;
  if (frame->element->content != CONTENT_PROSE) {
    prose->after_space = FALSE;
    return;
  }
  prose->after_space &= frame->id != EL_BLANK; /* which shows even if it is empty */
  g_string_append(prose->canonical, "</");
  g_string_append(prose->canonical, frame->element->name);
  g_string_append_c(prose->canonical, '>');
}

/* Blanks of one id share one name. */
void build_open_blank(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  struct piece *piece = frame->object;
  build_open_piece(reader, frame, tag);
  const struct name *known = contents_find(reader->contents, piece->fill);
  piece->name = known && known->kind == NAME_FILL ? known
                : piece->fill ? binder_add_name(reader, piece->fill, NAME_FILL, frame->place, NULL)
                              : NULL;
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
  const struct piece *piece = frame->object;
  open_reference(reader, frame, tag, piece->form == FORM_STEM ? REFER_STEM : REFER_ANSWER);
}

void build_open_date(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  open_reference(reader, frame, tag, REFER_DATE);
}
