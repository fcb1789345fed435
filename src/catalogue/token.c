/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lexer of conditions. */
#include "catalogue/token.h"

#include <string.h>

#define BLANKS " \t\r\n"

static gboolean in_name(gunichar c, gboolean first)
{
  if (g_unichar_isalpha(c) || c == '_')
    return TRUE;
  return !first && (g_unichar_isalnum(c) || g_unichar_ismark(c) || c == '-' || c == '.');
}

/* The bytes of the name (an XML NCName but for rarities) that TEXT begins with; 0 if none. */
static gsize name_length(const char *text)
{
  const char *at = text;
  for (;;) {
    if (g_ascii_isalpha(*at) || (at > text && (g_ascii_isdigit(*at) || *at == '-'))) {
      at++; /* what names are made of mostly, quickly */
      continue;
    }
    gunichar c = *at ? g_utf8_get_char_validated(at, -1) : 0;
    if (c >= 0x110000 || !in_name(c, at == text)) /* the error codes, or no part of a name */
      return (gsize)(at - text);
    at = g_utf8_next_char(at);
  }
}

static gsize digits_length(const char *text)
{
  gsize length = 0;
  while (g_ascii_isdigit(text[length]))
    length++;
  return length;
}

static gsize number_length(const char *text)
{
  gsize whole = digits_length(text);
  gsize fraction = text[whole] == '.' ? digits_length(text + whole + 1) : 0;
  if (whole + fraction == 0)
    return 0;
  return whole + (text[whole] == '.' ? 1 + fraction : 0);
}

static gsize symbol_length(const char *text)
{
  if (strchr("!<>", text[0]) && text[1] == '=')
    return 2;
  gunichar c = g_utf8_get_char_validated(text, -1);
  return c < 0x110000 ? (gsize)(g_utf8_next_char(text) - text) : 1;
}

/* The token that TEXT, without blanks before it, begins with. */
static struct token lex(const char *text)
{
  gsize length;
  if (!*text)
    return (struct token){TOKEN_END, 0, 0};
  if (*text == '\'' || *text == '"') {
    const char *end = strchr(text + 1, *text);
    if (!end)
      return (struct token){TOKEN_UNCLOSED, 0, (guint)strlen(text)};
    return (struct token){TOKEN_STRING, 0, (guint)(end + 1 - text)};
  }
  if (*text == '$' && (length = name_length(text + 1)))
    return (struct token){TOKEN_VARIABLE, 0, (guint)length + 1};
  if ((length = number_length(text)))
    return (struct token){TOKEN_NUMBER, 0, (guint)length};
  if ((length = name_length(text)))
    return (struct token){TOKEN_NAME, 0, (guint)length};
  return (struct token){TOKEN_SYMBOL, 0, (guint)symbol_length(text)};
}

struct token token_next(const char *text, struct token previous)
{
  gsize start = (gsize)previous.offset + previous.length;
  start += strspn(text + start, BLANKS);
  struct token token = lex(text + start);
  token.offset = (guint)start;
  return token;
}

gboolean token_is(const char *text, struct token token, const char *word)
{
  if (token.kind != TOKEN_NAME && token.kind != TOKEN_SYMBOL)
    return FALSE;
  return strlen(word) == token.length && strncmp(text + token.offset, word, token.length) == 0;
}

gboolean token_followed_by(const char *text, struct token token, char sign)
{
  const char *behind = text + token.offset + token.length;
  return behind[strspn(behind, BLANKS)] == sign;
}
