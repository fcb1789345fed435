/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lexer of conditions. */
#include "condition/token.h"

#include <string.h>

#include "base/blank.h"
#include "condition/habits.h"

static gboolean in_name(gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum(c) || c == '-' || c == '_' || c == '.';
  return g_unichar_isalnum(c) || g_unichar_ismark(c);
}

static gboolean begins_name(gunichar c)
{
  return c < 0x80 ? g_ascii_isalpha(c) || c == '_' : g_unichar_isalpha(c);
}

/* The character at TEXT; NUL at its end and where it is none. */
static gunichar character(const char *text)
{
  gunichar c = (guchar)*text;
  if (c >= 0x80)
    c = g_utf8_get_char_validated(text, -1);
  return c < 0x110000 ? c : 0; /* beyond are the error codes */
}

/* The bytes of the name (an XML NCName but for rarities) that TEXT begins with; 0 if none. */
static gsize name_length(const char *text)
{
  const char *at = text;
  if (!begins_name(character(at)))
    return 0;
  do
    at = g_utf8_next_char(at);
  while (in_name(character(at)));
  return (gsize)(at - text);
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
  gsize habit = text[1] && strchr("=<>&|", text[1]) ? habit_sign_length(text) : 0;
  if (habit)
    return habit;
  if (text[1] == '=' && (*text == '!' || *text == '<' || *text == '>'))
    return 2;
  return character(text) ? (gsize)(g_utf8_next_char(text) - text) : 1;
}

static struct token lex_string(const char *text)
{
  const char *end = strchr(text + 1, *text);
  if (!end)
    return (struct token){TOKEN_UNCLOSED, .length = (guint)strlen(text)};
  return (struct token){TOKEN_STRING, .length = (guint)(end + 1 - text)};
}

/* The token that TEXT, without blanks before it, begins with. */
static struct token lex(const char *text)
{
  gsize length;
  if (!*text)
    return (struct token){.kind = TOKEN_END};
  if (*text == '\'' || *text == '"')
    return lex_string(text);
  if (*text == '$' && (length = name_length(text + 1)))
    return (struct token){TOKEN_VARIABLE, .length = (guint)length + 1};
  if ((length = name_length(text)))
    return (struct token){TOKEN_NAME, .length = (guint)length};
  if ((length = number_length(text)))
    return (struct token){TOKEN_NUMBER, .length = (guint)length};
  return (struct token){TOKEN_SYMBOL, .length = (guint)symbol_length(text)};
}

struct token token_next(const char *text, struct token previous)
{
  const char *start = skip_blanks(text + previous.offset + previous.length);
  struct token token = lex(start);
  token.offset = (guint)(start - text);
  return token;
}

gboolean token_is(const char *text, struct token token, const char *word)
{
  if (token.kind != TOKEN_NAME && token.kind != TOKEN_SYMBOL)
    return FALSE;
  const char *at = text + token.offset;
  return *at == *word && strncmp(at, word, token.length) == 0 && !word[token.length];
}

gboolean token_followed_by(const char *text, struct token token, char sign)
{
  return *skip_blanks(text + token.offset + token.length) == sign;
}
