/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Patterns over libxml2's regular expressions. */
#include "xml/pattern.h"

#include <libxml/xmlregexp.h>

#include "xml/libxml.h"

struct pattern {
  xmlRegexpPtr compiled;
};

static void keep_silent(void *data, libxml_told error)
{
  (void)data;
  (void)error;
}

struct pattern *pattern_new(const char *expression)
{
  /* A malformed expression would be told on standard error. */
  xmlSetStructuredErrorFunc(NULL, keep_silent);
  xmlRegexpPtr compiled = xmlRegexpCompile((const xmlChar *)expression);
  xmlSetStructuredErrorFunc(NULL, NULL);
  if (!compiled)
    return NULL;

  struct pattern *pattern = g_new(struct pattern, 1);
  pattern->compiled = compiled;
  return pattern;
}

void pattern_free(struct pattern *pattern)
{
  xmlRegFreeRegexp(pattern->compiled);
  g_free(pattern);
}

gboolean pattern_matches(const struct pattern *pattern, const char *text)
{
  return xmlRegexpExec(pattern->compiled, (const xmlChar *)text) == 1;
}
