/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A program that links what rebond links and does nothing with it: what the system takes to start
 * any such program. With files it has libxml2 parse them, and does nothing with what they hold:
 * what any program pays that reads them.
 *
 *   bench_idle [FILE…]
 */
#include <cmark.h>
#include <glib.h>
#include <libical/ical.h>
#include <libxml/parser.h>
#include <sqlite3.h>
#include <stdio.h>
#include <uniwidth.h>

#include <readline/readline.h>

/* One function of each library, so that the linker keeps them all. */
static void (*volatile const used[])(void) = {
    (void (*)(void))g_strdup,
    (void (*)(void))xmlReadFile,
    (void (*)(void))u8_width,
    (void (*)(void))cmark_node_new,
    (void (*)(void))icaltime_today,
    (void (*)(void))sqlite3_open,
    (void (*)(void))rl_callback_read_char,
};

static void parse(const char *file)
{
  static xmlSAXHandler nothing = {.initialized = XML_SAX2_MAGIC};
  g_autofree char *text = NULL;
  gsize length;
  if (!g_file_get_contents(file, &text, &length, NULL))
    g_error("cannot read %s", file);
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&nothing, NULL, NULL, 0, NULL);
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC);
  if (xmlParseChunk(parser, text, (int)length, 1) != 0)
    g_error("no XML: %s", file);
  xmlFreeParserCtxt(parser);
}

int main(int argc, char **argv)
{
  for (gsize i = 0; i < G_N_ELEMENTS(used); i++)
    if (!used[i])
      return 1;
  for (int i = 1; i < argc; i++)
    parse(argv[i]);
  return puts("Your answer: ") == EOF;
}
