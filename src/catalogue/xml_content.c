/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Content that goes past the parser: what is plain XML, which is most of a pack. The parser reads
 * what is beyond ASCII character by character, and takes two fifths of the time that a tree takes.
 * Where it has dealt with all it was given and stands among the content of an element, plain
 * content can be handed on without it; all else is left to it.
 */
#include "catalogue/blank.h"
#include "catalogue/xml_source.h"

/* Plain content behind a >. */
struct passage {
  const char *start, *end;
};

/* ---- finding it ---- */

/* More than blanks, which are no trouble to the parser. */
static gboolean is_worthwhile(const struct plain *plain)
{
  const struct plain_event *first = &g_array_index(plain->events, struct plain_event, 0);
  return plain->events->len > 1 || (plain->events->len == 1 && skip_blanks(first->at) < first->end);
}

/* The next of them from AT on. */
static gboolean find_passage(struct plain *plain, const char *at, struct passage *passage)
{
  while ((at = memchr(at, '>', (gsize)(plain->end - at)))) {
    passage->start = ++at;
    passage->end = plain_find(plain, at);
    if (is_worthwhile(plain))
      return TRUE;
  }
  return FALSE;
}

/* ---- handing it on ---- */

static void hand_on(struct source_file *source)
{
  const struct xml_sink *sink = source->sink;
  const struct plain *plain = &source->plain;
  struct xml_tag tag = {.source = source,
                        .uri = source->ours,
                        .attributes = &g_array_index(plain->attributes, struct xml_attribute, 0)};
  for (guint i = 0; i < plain->events->len; i++) {
    const struct plain_event *event = &g_array_index(plain->events, struct plain_event, i);
    if (event->kind == PLAIN_CHARACTERS) {
      sink->characters(sink->data, event->at, (gsize)(event->end - event->at));
    } else if (event->kind == PLAIN_END) {
      sink->end(sink->data);
    } else {
      window_move(&source->window, window_offset(&source->window, event->at));
      tag.name = event->name;
      tag.count = event->count;
      tag.start = source->window.at;
      sink->start(sink->data, &tag);
      tag.attributes += event->count;
    }
  }
}

/* The same, and the parser is told of the lines, which it tells in its messages. */
static void pass(struct source_file *source, const struct passage *passage)
{
  struct window *window = &source->window;
  window_move(window, window_offset(window, passage->start));
  guint line = window->at.line;
  hand_on(source);
  window_move(window, window_offset(window, passage->end));
  source->parser->input->line += (int)(window->at.line - line);
  source->skipped += (gsize)(passage->end - passage->start);
}

/* True if the parser expects content and has nothing left to deal with, and names without prefix
 * are ours here. */
static gboolean may_pass(const struct source_file *source)
{
  const xmlParserInputPtr input = source->parser->input;
  return !source->failed && source->unmixed && source->parser->instate == XML_PARSER_CONTENT &&
         input->cur == input->end;
}

void content_feed(struct source_file *source, gsize from)
{
  struct plain *plain = &source->plain;
  const char *at = window_bytes(&source->window, from), *looked = at;
  const char *end = window_bytes(&source->window, source->window.checked);
  plain_begin(plain, end);
  while (at < end && !source->failed) {
    struct passage passage;
    gboolean found = source->sink->clean && find_passage(plain, looked, &passage);
    const char *stop = found ? passage.start : end;
    xmlParseChunk(source->parser, at, (int)(stop - at), 0);
    gboolean passes = found && may_pass(source);
    if (passes)
      pass(source, &passage);
    at = passes ? passage.end : stop;
    looked = found ? passage.end : at;
  }
}
