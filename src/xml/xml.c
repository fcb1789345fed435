/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML as events with exact places: libxml2's push parser over a window of the file. */
#include "xml/xml.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "base/blank.h"
#include "base/rules.h"
#include "base/text.h"
#include "xml/xml_source.h"

/* ---- places ---- */

/* The place of the SIGN that opened what the parser has just read: the nearest one, for no tag has
 * another <, and no comment another <!--. */
static struct place move_to_markup(struct source_file *source, const char *sign)
{
  window_move_to_last(&source->window, sign, source_consumed(source));
  return place_of(source, source->window.at);
}

/* True if the characters being handed on stand at OFFSET as they are. */
static gboolean stands_at(const struct source_file *source, gsize offset)
{
  const struct window *window = &source->window;
  return offset + source->text_length <= window->checked &&
         memcmp(window_bytes(window, offset), source->text, source->text_length) == 0;
}

/* Where in the file AT stands, of the characters being handed on: they end where the parser is, or
 * begin there, which differs between versions. References and the like are only known to be there.
 */
static gsize text_offset(const struct source_file *source, const char *at)
{
  gsize now = source_consumed(source), length = source->text_length;
  gsize within = (gsize)(at - source->text);
  if (now >= length && stands_at(source, now - length))
    return now - length + within;
  return stands_at(source, now) ? now + within : now;
}

struct place xml_text_place(const struct xml_sink *sink, const char *at)
{
  const struct source_file *source = sink->source;
  const struct window *window = &source->window;
  gsize offset = CLAMP(text_offset(source, at), window->at.offset, window->checked);
  return place_of(source, window_position(window, window->at, offset));
}

static void stop(struct source_file *source)
{
  source->failed = TRUE;
  xmlStopParser(source->parser);
}

/* ---- what the parser calls ---- */

static void on_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int count, int defaulted,
                     const xmlChar **attributes)
{
  (void)prefix;
  (void)namespace_count, (void)namespaces, (void)defaulted;
  struct source_file *source = data;
  if (source->open->len == 0 && source->foreign) {
    findings_add(source->findings, &rules[RULE_NOT_UTF8], place_of(source, source->window.at),
                 NULL);
    stop(source);
    return;
  }
  move_to_markup(source, "<");
  source->rooted = TRUE;
  struct opened opened = {name, place_of(source, source->window.at)};
  g_array_append_val(source->open, opened);
  struct xml_tag tag = {
      source, name, uri, (guint)count, (const struct xml_attribute *)attributes, source->window.at};
  source->sink->start(source->sink->data, &tag);
}

static void on_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  (void)name, (void)prefix, (void)uri;
  struct source_file *source = data;
  g_array_set_size(source->open, source->open->len - 1);
  source->sink->end(source->sink->data);
}

static void on_characters(void *data, const xmlChar *text, int length)
{
  struct source_file *source = data;
  source->text = (const char *)text;
  source->text_length = (gsize)length;
  source->sink->characters(source->sink->data, (const char *)text, (gsize)length);
}

static void on_comment(void *data, const xmlChar *text)
{
  (void)text;
  struct source_file *source = data;
  if (source->open->len == 0)
    return;
  source->sink->aside(source->sink->data, move_to_markup(source, "<!--"), TRUE);
}

static void on_instruction(void *data, const xmlChar *target, const xmlChar *content)
{
  (void)content;
  struct source_file *source = data;
  if (source->open->len == 0 && strcmp((const char *)target, "xml-model") == 0)
    return;
  source->sink->aside(source->sink->data, move_to_markup(source, "<?"), FALSE);
}

static void on_doctype(void *data, const xmlChar *name, const xmlChar *public_id,
                       const xmlChar *system_id)
{
  (void)public_id, (void)system_id;
  struct source_file *source = data;
  findings_add(source->findings, &rules[RULE_DOCTYPE], move_to_markup(source, "<!DOCTYPE"), NULL);
  if (g_ascii_strcasecmp((const char *)name, "html") == 0)
    findings_explain(source->findings, tr(findings_translator(source->findings),
                                          N_("this is a web page, and no file of a pack")));
  stop(source);
}

/* Namespace errors come here too, though the parser itself would go on. */
static void on_error(void *data, libxml_told error)
{
  struct source_file *source = data;
  if (source->failed || error->level < XML_ERR_ERROR)
    return;
  fault_report(source, error);
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
  source->sink->source = source;
  window_open(&source->window);
  source->open = g_array_new(FALSE, FALSE, sizeof(struct opened));
  source->parser = xmlCreatePushParserCtxt(&handlers, source, NULL, 0, NULL);
  if (!source->parser)
    g_error("out of memory");
  xmlCtxtUseOptions(source->parser, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC);
  source->full_names = xmlDictCreate();
}

static void source_end(struct source_file *source)
{
  xmlDictFree(source->full_names);
  xmlFreeParserCtxt(source->parser);
  g_array_unref(source->open);
  window_close(&source->window);
}

/* Checks what has come into the window. False if some of it is no text: bytes that are none, or, at
 * the LAST of the file, a character that is cut. */
static gboolean source_check(struct window *window, gboolean last)
{
  window_check(window);
  const char *rest = window_bytes(window, window->checked);
  gsize length = window_end(window) - window->checked;
  gboolean cut = length && length < 4 && /* a NUL is called cut too */
                 g_utf8_get_char_validated(rest, (gssize)length) == (gunichar)-2;
  return !length || (cut && !last);
}

/* True if the file begins by declaring another encoding than UTF-8. */
static gboolean is_foreign(const struct window *window)
{
  static const char start[] = "<?xml", name[] = "encoding", utf_8[] = "UTF-8";
  const char *at = window_bytes(window, window->at.offset);
  const char *end = window_bytes(window, window->checked);
  if ((gsize)(end - at) <= strlen(start) || memcmp(at, start, strlen(start)) != 0 ||
      !is_blank(at[strlen(start)]))
    return FALSE;
  end = memmem(at, (gsize)(end - at), "?>", 2);
  at = end ? memmem(at, (gsize)(end - at), name, strlen(name)) : NULL;
  while (at && at < end && *at != '"' && *at != '\'')
    at++;
  gsize left = at ? (gsize)(end - at) : 0;
  return left && (left < sizeof utf_8 + 1 || at[sizeof utf_8] != *at ||
                  g_ascii_strncasecmp(at + 1, utf_8, strlen(utf_8)) != 0);
}

static void report_bytes(struct source_file *source)
{
  window_move(&source->window, source->window.checked);
  findings_add(source->findings, &rules[RULE_NOT_UTF8], place_of(source, source->window.at), NULL);
  stop(source);
}

/* Feeds what has come into the window. Bytes that are no whole character wait for the next call. */
static void source_feed(struct source_file *source, gboolean last)
{
  struct window *window = &source->window;
  if (!window->checked) {
    window_skip_mark(window);
    source->skipped = window->checked;
  }
  gsize from = window->checked;
  gboolean fine = source_check(window, last);
  if (!source->rooted && window->at.offset == source->skipped)
    source->foreign = is_foreign(window);
  xmlParseChunk(source->parser, window_bytes(window, from), (int)(window->checked - from), 0);
  if (!fine && !source->failed)
    report_bytes(source);
  if (last && !source->failed)
    xmlParseChunk(source->parser, "", 0, 1);
}

gboolean xml_read_string(const char *text, gsize length, const char *file, struct xml_sink *sink,
                         struct findings *findings)
{
  struct source_file source = {.name = file, .findings = findings, .sink = sink};
  source_begin(&source);
  window_append(&source.window, text, length);
  source_feed(&source, TRUE);
  source_end(&source);
  return !source.failed;
}

/* A pipe may be empty as yet. */
static gssize read_more(struct window *window, int descriptor)
{
  struct pollfd other_end = {.fd = descriptor, .events = POLLIN};
  gssize got;
  do
    got = window_read(window, descriptor);
  while (got < 0 && errno == EAGAIN && poll(&other_end, 1, -1) > 0);
  return got;
}

static void read_all(struct source_file *source, int descriptor)
{
  gssize got = 1;
  while (got > 0 && !source->failed) {
    got = read_more(&source->window, descriptor);
    if (got < 0) {
      findings_add(source->findings, &rules[RULE_UNREADABLE], (struct place){source->name, 0, 0},
                   g_strerror(errno), NULL);
      source->failed = TRUE;
      break;
    }
    source_feed(source, got == 0);
  }
}

/* To open standard input again is not possible of a socket, nor always of what somebody else
 * opened. A pipe in a folder may have no other end, which is not waited for. */
static int open_file(const char *file)
{
  return g_str_equal(file, XML_STANDARD_INPUT) ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
                                               : open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
}

gboolean xml_read_file(const char *file, struct xml_sink *sink, struct findings *findings)
{
  struct source_file source = {.name = g_intern_string(file), .findings = findings, .sink = sink};
  int descriptor = open_file(file);
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
