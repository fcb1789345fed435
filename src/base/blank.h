/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What XML takes for blank (XML 1.0, section 2.3), in texts, attributes and conditions. */
#pragma once

#include <glib.h>

#define BLANKS " \t\r\n"

static inline gboolean is_blank(char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The first character of TEXT that is none; the NUL if all are. */
static inline const char *skip_blanks(const char *text)
{
  while (is_blank(*text))
    text++;
  return text;
}
