/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML as events with exact places: libxml2's push parser over a window of the file. */
#include "catalogue/xml.h"

#include <errno.h>
#include <fcntl.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "catalogue/rules.h"

#define OURS "urn:rebond:content:1"
#define CHUNK (64 * 1024)

/* A position in the file that only moves forward. */
struct position {
  gsize offset;
  guint line, column;
};

struct source_file {
  const char *name; /* interned */
  struct findings *findings;
  struct xml_sink *sink;
  xmlParserCtxtPtr parser;
  const xmlChar *ours; /* the namespace, one pointer in all of the parse */
  GByteArray *window;  /* the bytes of the file from window_start on */
  gsize window_start;
  gsize skipped; /* bytes of a byte order mark, which the parser never sees */
  struct position at;
  guint depth;
  const char *text_end; /* of the characters being handed on */
  gboolean rooted;      /* the root element has begun */
  gboolean failed;
};

struct xml_tag {
  struct source_file *source;
  const xmlChar *name, *uri;
  int count;
  const xmlChar **attributes; /* localname, prefix, URI, value, end of value */
  struct position start;
};

/* ---- places ---- */

static void position_advance(struct position *position, const guint8 *bytes, gsize length)
{
  if (!length)
    return;
  const guint8 *end = bytes + length, *newline;
  position->offset += length;
  while ((newline = memchr(bytes, '\n', (gsize)(end - bytes)))) {
    position->line++;
    position->column = 1;
    bytes = newline + 1;
  }
  for (; bytes < end; bytes++)
    position->column += (*bytes & 0xc0) != 0x80;
}

static struct place place_of(const struct source_file *source, const struct position *position)
{
  return (struct place){source->name, position->line, position->column};
}

static const guint8 *window_at(const struct source_file *source, gsize offset)
{
  return source->window->data + (offset - source->window_start);
}

/* Moves the file's position to OFFSET, which lies in the window and not behind it. */
static void move_to(struct source_file *source, gsize offset)
{
  gsize end = source->window_start + source->window->len;
  offset = CLAMP(offset, source->at.offset, end);
  position_advance(&source->at, window_at(source, source->at.offset), offset - source->at.offset);
}

static gsize consumed(const struct source_file *source)
{
  long bytes = xmlByteConsumed(source->parser);
  return source->skipped + (gsize)MAX(bytes, 0);
}

/* Moves to the `<` that opened what the parser has just read: the nearest one, for no tag has
 * another. */
static void move_to_markup(struct source_file *source)
{
  gsize offset = MIN(consumed(source), source->window_start + source->window->len);
  gsize length = offset - source->window_start;
  const guint8 *start = memrchr(source->window->data, '<', length);
  if (start)
    move_to(source, source->window_start + (gsize)(start - source->window->data));
}

static void stop(struct source_file *source)
{
  source->failed = TRUE;
  xmlStopParser(source->parser);
}

/* ---- start tags ---- */

const char *xml_tag_name(const struct xml_tag *tag)
{
  return (const char *)tag->name;
}

gboolean xml_tag_ours(const struct xml_tag *tag)
{
  return tag->uri == tag->source->ours;
}

struct place xml_tag_place(const struct xml_tag *tag)
{
  return place_of(tag->source, &tag->start);
}

guint xml_tag_attributes(const struct xml_tag *tag)
{
  return (guint)tag->count;
}

const char *xml_attribute_name(const struct xml_tag *tag, guint index)
{
  const xmlChar **attribute = tag->attributes + 5 * (gsize)index;
  if (!attribute[1])
    return (const char *)attribute[0];
  g_autofree char *full = g_strdup_printf("%s:%s", attribute[1], attribute[0]);
  return (const char *)xmlDictLookup(tag->source->parser->dict, (const xmlChar *)full, -1);
}

const char *xml_attribute_value(const struct xml_tag *tag, guint index, gsize *length)
{
  const xmlChar **attribute = tag->attributes + 5 * (gsize)index;
  *length = (gsize)(attribute[4] - attribute[3]);
  return (const char *)attribute[3];
}

#define BLANKS " \t\r\n"

static const guint8 *skip(const guint8 *at, const guint8 *end, const char *set, gboolean while_in)
{
  while (at < end && (*at && strchr(set, *at) != NULL) == while_in)
    at++;
  return at;
}

/*
 * The bytes between the quotes of an attribute, looked for in the tag as it stands in the
 * file. The parser has accepted the tag, so names, equals signs and quotes are where they must be.
 */
static const guint8 *raw_value(const struct xml_tag *tag, guint index, gsize *length)
{
  const struct source_file *source = tag->source;
  const guint8 *end = source->window->data + source->window->len;
  const char *name = xml_attribute_name(tag, index);
  const guint8 *at = skip(window_at(source, tag->start.offset), end, BLANKS, FALSE);
  for (;;) {
    const guint8 *word = skip(at, end, BLANKS, TRUE);
    const guint8 *word_end = skip(word, end, BLANKS "=", FALSE);
    const guint8 *value = skip(word_end, end, "\"'", FALSE);
    g_assert(value < end);
    const guint8 *value_end = memchr(value + 1, *value, (gsize)(end - value - 1));
    g_assert(value_end);
    if ((gsize)(word_end - word) == strlen(name) && memcmp(word, name, strlen(name)) == 0) {
      *length = (gsize)(value_end - value - 1);
      return value + 1;
    }
    at = value_end + 1;
  }
}

/* Where the parser points into its input, the value stands in the file as it is. */
static gboolean verbatim(const struct xml_tag *tag, guint index)
{
  const xmlParserInputPtr input = tag->source->parser->input;
  const xmlChar *value = tag->attributes[5 * (gsize)index + 3];
  return value >= input->base && value < input->cur;
}

struct place xml_attribute_place(const struct xml_tag *tag, guint index)
{
  gsize length;
  struct position position = tag->start;
  const guint8 *start = window_at(tag->source, tag->start.offset);
  gsize ahead;
  if (verbatim(tag, index)) {
    gsize back = (gsize)(tag->source->parser->input->cur - tag->attributes[5 * (gsize)index + 3]);
    ahead = consumed(tag->source) - back - tag->start.offset;
  } else {
    ahead = (gsize)(raw_value(tag, index, &length) - start);
  }
  position_advance(&position, start, ahead);
  return place_of(tag->source, &position);
}

char *xml_attribute_raw(const struct xml_tag *tag, guint index)
{
  if (verbatim(tag, index))
    return NULL;
  gsize length;
  const guint8 *value = raw_value(tag, index, &length);
  return g_strndup((const char *)value, length);
}

/* Where in the file AT stands, of the characters being handed on: in the parser's input, or copied
 * from just before where it is. References and the like are only known to end there. */
static gsize text_offset(const struct source_file *source, const char *at)
{
  const xmlParserInputPtr input = source->parser->input;
  const xmlChar *text = (const xmlChar *)at;
  gsize now = consumed(source), rest = (gsize)(source->text_end - at);
  if (text >= input->base && text < input->end)
    return now + (gsize)(text - input->cur);
  gboolean copied = now >= source->window_start + rest &&
                    now <= source->window_start + source->window->len &&
                    memcmp(window_at(source, now - rest), at, rest) == 0;
  return copied ? now - rest : now;
}

struct place xml_text_place(const struct xml_sink *sink, const char *at)
{
  const struct source_file *source = sink->source;
  gsize offset = text_offset(source, at);
  struct position position = source->at;
  if (offset > position.offset)
    position_advance(&position, window_at(source, position.offset), offset - position.offset);
  return place_of(source, &position);
}

/* ---- what the parser calls ---- */

static gboolean other_encoding(const struct source_file *source)
{
  const xmlChar *declared = source->parser->input->encoding;
  if (!declared)
    declared = source->parser->encoding;
  return declared && g_ascii_strcasecmp((const char *)declared, "UTF-8") != 0;
}

static void on_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int count, int defaulted,
                     const xmlChar **attributes)
{
  (void)prefix, (void)namespace_count, (void)namespaces, (void)defaulted;
  struct source_file *source = data;
  if (source->depth == 0 && other_encoding(source)) {
    findings_add(source->findings, &rules[RULE_NOT_UTF8], place_of(source, &source->at), NULL);
    stop(source);
    return;
  }
  move_to_markup(source);
  source->rooted = TRUE;
  source->depth++;
  struct xml_tag tag = {source, name, uri, count, attributes, source->at};
  source->sink->start(source->sink->data, &tag);
}

static void on_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  (void)name, (void)prefix, (void)uri;
  struct source_file *source = data;
  source->depth--;
  source->sink->end(source->sink->data);
}

static void on_characters(void *data, const xmlChar *text, int length)
{
  struct source_file *source = data;
  source->text_end = (const char *)text + length;
  source->sink->characters(source->sink->data, (const char *)text, (gsize)length);
}

static void on_comment(void *data, const xmlChar *text)
{
  (void)text;
  struct source_file *source = data;
  if (source->depth == 0)
    return;
  move_to_markup(source);
  source->sink->aside(source->sink->data, place_of(source, &source->at), TRUE);
}

static void on_instruction(void *data, const xmlChar *target, const xmlChar *content)
{
  (void)content;
  struct source_file *source = data;
  if (source->depth == 0 && strcmp((const char *)target, "xml-model") == 0)
    return;
  move_to_markup(source);
  source->sink->aside(source->sink->data, place_of(source, &source->at), FALSE);
}

static void on_doctype(void *data, const xmlChar *name, const xmlChar *public_id,
                       const xmlChar *system_id)
{
  (void)name, (void)public_id, (void)system_id;
  struct source_file *source = data;
  move_to_markup(source);
  findings_add(source->findings, &rules[RULE_DOCTYPE], place_of(source, &source->at), NULL);
  stop(source);
}

/* Namespace errors come here too, though the parser itself would go on. */
static void on_error(void *data, xmlErrorPtr error)
{
  struct source_file *source = data;
  if (source->failed || error->level < XML_ERR_ERROR)
    return;
  gboolean empty = error->code == XML_ERR_DOCUMENT_END && !source->rooted;
  const char *empty_words = tr(findings_translator(source->findings), N_("it has no element"));
  g_autofree char *message = g_strdup(empty ? empty_words : error->message ? error->message : "");
  g_strdelimit(message, "\n", ' ');
  move_to(source, consumed(source));
  findings_add(source->findings, &rules[RULE_NOT_WELL_FORMED], place_of(source, &source->at),
               g_strstrip(message), NULL);
  stop(source);
}

static xmlSAXHandler handlers = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = on_start,
    .endElementNs = on_end,
    .characters = on_characters,
    .ignorableWhitespace = on_characters,
    .cdataBlock = on_characters,
    .comment = on_comment,
    .processingInstruction = on_instruction,
    .internalSubset = on_doctype,
    .serror = on_error,
};

/* ---- reading ---- */

static void source_begin(struct source_file *source)
{
  source->at = (struct position){0, 1, 1};
  source->sink->clean = TRUE;
  source->sink->source = source;
  source->window = g_byte_array_new();
  source->parser = xmlCreatePushParserCtxt(&handlers, source, NULL, 0, NULL);
  if (!source->parser)
    g_error("out of memory");
  xmlCtxtUseOptions(source->parser, XML_PARSE_NONET | XML_PARSE_NOENT);
  source->ours = xmlDictLookup(source->parser->dict, (const xmlChar *)OURS, -1);
}

static void source_end(struct source_file *source)
{
  xmlFreeParserCtxt(source->parser);
  g_byte_array_unref(source->window);
}

/* Forgets what lies behind the position: all tags in it have been handed on. */
static void window_trim(struct source_file *source)
{
  gsize done = MIN(consumed(source), source->window_start + source->window->len);
  if (done <= source->at.offset)
    done = source->at.offset;
  move_to(source, done);
  g_byte_array_remove_range(source->window, 0, (guint)(done - source->window_start));
  source->window_start = done;
}

/*
 * The number of leading bytes that are whole, valid characters; a character cut by the end is no
 * fault. Looks at the same time for what would have to be cleaned: bytes, and references by number.
 */
static gsize valid_length(struct source_file *source, const char *bytes, gsize length,
                          gboolean last, gboolean *fault)
{
  gboolean *clean = &source->sink->clean;
  gsize valid = text_valid_length(bytes, length, clean);
  const char *rest = bytes + valid;
  gboolean cut =
      valid < length && g_utf8_get_char_validated(rest, (gssize)(length - valid)) == (gunichar)-2;
  for (const char *at = bytes; valid && *clean && (at = memchr(at, '&', (gsize)(rest - at))); at++)
    *clean = at + 1 < rest && at[1] != '#';
  *fault = valid < length && (last || !cut);
  return valid;
}

static void report_bytes(struct source_file *source, gsize valid)
{
  struct position position = source->at;
  gsize from = source->at.offset;
  const guint8 *start = window_at(source, from);
  gsize bad = source->window_start + valid;
  position_advance(&position, start, bad - MIN(from, bad));
  findings_add(source->findings, &rules[RULE_NOT_UTF8], place_of(source, &position), NULL);
  stop(source);
}

/*
 * Feeds the next LENGTH bytes. Bytes from FED on in the window have not been given to the parser
 * yet; those that are not whole characters wait for the next call.
 */
static gsize source_feed(struct source_file *source, gsize fed, gboolean last)
{
  const char *fresh = (const char *)source->window->data + fed;
  gboolean fault;
  gsize length = valid_length(source, fresh, source->window->len - fed, last, &fault);
  if (source->window_start == 0 && fed == 0 && length >= 3 &&
      memcmp(fresh, "\xef\xbb\xbf", 3) == 0) {
    source->skipped = 3;
    source->at.offset = 3;
    fresh += 3, length -= 3, fed += 3;
  }
  xmlParseChunk(source->parser, fresh, (int)length, 0);
  fed += length;
  if (fault && !source->failed)
    report_bytes(source, fed);
  if (last && !source->failed)
    xmlParseChunk(source->parser, "", 0, 1);
  return fed;
}

gboolean xml_read_string(const char *text, gsize length, const char *file, struct xml_sink *sink,
                         struct findings *findings)
{
  struct source_file source = {.name = file, .findings = findings, .sink = sink};
  source_begin(&source);
  g_byte_array_append(source.window, (const guint8 *)text, (guint)length);
  source_feed(&source, 0, TRUE);
  source_end(&source);
  return !source.failed;
}

static void read_all(struct source_file *source, int descriptor)
{
  guint8 *chunk = g_malloc(CHUNK);
  gsize fed = 0;
  gssize got = 1;
  while (got > 0 && !source->failed) {
    got = read(descriptor, chunk, CHUNK);
    if (got < 0) {
      findings_add(source->findings, &rules[RULE_UNREADABLE], (struct place){source->name, 0, 0},
                   g_strerror(errno), NULL);
      source->failed = TRUE;
      break;
    }
    g_byte_array_append(source->window, chunk, (guint)got);
    fed = source_feed(source, fed, got == 0);
    gsize before = source->window_start;
    if (!source->failed)
      window_trim(source);
    fed -= source->window_start - before;
  }
  g_free(chunk);
}

gboolean xml_read_file(const char *file, struct xml_sink *sink, struct findings *findings)
{
  struct source_file source = {.name = g_intern_string(file), .findings = findings, .sink = sink};
  int descriptor = open(file, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    findings_add(findings, &rules[RULE_UNREADABLE], (struct place){source.name, 0, 0},
                 g_strerror(errno), NULL);
    return FALSE;
  }
  source_begin(&source);
  read_all(&source, descriptor);
  source_end(&source);
  close(descriptor);
  return !source.failed;
}
