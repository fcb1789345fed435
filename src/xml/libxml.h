/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said otherwise to one version of libxml2 than to another, from 2.9 on. */
#pragma once

#include <glib.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

/* An error as handlers are told of it. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *libxml_told;
#else
typedef xmlErrorPtr libxml_told;
#endif

/* How many bytes PARSER has read. */
static inline gsize libxml_consumed(xmlParserCtxtPtr parser)
{
#if LIBXML_VERSION >= 21400
  unsigned long bytes = 0;
  xmlCtxtGetInputPosition(parser, 0, NULL, NULL, NULL, &bytes);
  return bytes;
#else
  long bytes = xmlByteConsumed(parser);
  return (gsize)MAX(bytes, 0);
#endif
}
