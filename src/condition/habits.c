/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of habits. */
#include "condition/habits.h"

#include <string.h>

#include "base/translator.h"

#define EQUAL N_("one = is enough")
#define NOT N_("write not($name), or not(…) around a whole comparison")
#define AND N_("write and")
#define OR N_("write or")
#define AT_LEAST N_("write >= for 'at least', which in a file is &gt;=")
#define AT_MOST N_("write <= for 'at most', which in a file is &lt;=")
#define UNEQUAL N_("write !=")
#define MINUS N_("type the ordinary minus sign -")
#define QUOTE N_("a text stands in straight apostrophes, as in $name = 'text'")
#define HELD N_("$name = 'text' is true as soon as one of several answers is that one")
#define ONE_OF N_("write each comparison, as in $name = 'a' or $name = 'b'")
#define PRODUCT N_("there is adding and taking away, by + and -, and nothing else")
#define BLANK N_("type an ordinary blank in its place, or nothing")
#define POINT N_("a number has a point, as in 2.5")
#define APART N_("the digits of a number stand together, as in 1000")
#define FILLED N_("$name alone is true once it is answered, and not($name) while it is not")
#define IF N_("leave it out; a condition begins at once, as in $name = 'text'")

/* Behind a sign that stands where a value is wanted no look is taken at what follows. */
static const struct {
  const char *written, *instead;
} signs[] = {
    {"===", EQUAL},
    {"==", EQUAL},
    {":=", EQUAL},
    {":", N_("write =")},
    {";", N_("write and or or between two comparisons")},
    {"%", N_("a number stands alone, without a unit")},
    {"=>", AT_LEAST},
    {"=<", AT_MOST},
    {"<>", UNEQUAL},
    {"!", NOT},
    {"¬", NOT},
    {"&&", AND},
    {"&", AND},
    {"||", OR},
    {"|", OR},
    {"≥", AT_LEAST},
    {"≤", AT_MOST},
    {"≠", UNEQUAL},
    {"−", MINUS},
    {"–", MINUS},
    {"—", MINUS},
    {"‘", QUOTE},
    {"’", QUOTE},
    {"“", QUOTE},
    {"”", QUOTE},
    {"„", QUOTE},
    {"«", QUOTE},
    {"»", QUOTE},
    {"`", QUOTE},
    {",", N_("write each comparison, as in $name = 'a' or $name = 'b'; and sum($a | $b)")},
    {"*", PRODUCT},
    {"×", PRODUCT},
    {"/", PRODUCT},
    {"÷", PRODUCT},
    {"\u00a0", BLANK},
    {"\u2009", BLANK},
    {"\u200b", BLANK},
    {"\u202f", BLANK},
    {"\ufeff", BLANK},
    {"$", N_("the name follows the sign at once, as in $name, without a blank or braces")},
};

static const struct {
  const char *written, *instead;
} words[] = {
    {"et", AND},
    {"ou", OR},
    {"non", NOT},
    {"pas", NOT},
    {"not", NOT},
    {"si", IF},
    {"if", IF},
    {"quand", IF},
    {"when", IF},
    {"is", N_("write =")},
    {"est", N_("write =")},
    {"in", ONE_OF},
    {"selected", HELD},
    {"contains", HELD},
    {"includes", HELD},
    {"answered", FILLED},
    {"empty", FILLED},
    {"div", PRODUCT},
    {"mod", PRODUCT},
};

gsize habit_sign_length(const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS(signs); i++) {
    gsize length = strlen(signs[i].written);
    if (length > 1 && (guchar)*signs[i].written < 0x80 &&
        strncmp(text, signs[i].written, length) == 0)
      return length;
  }
  return 0;
}

/* A word may be meant as a value that lacks its quotes: not before another word, or around one. */
static gboolean begins_something(const char *text, struct token word)
{
  struct token next = token_next(text, word);
  return next.kind == TOKEN_VARIABLE || token_is(text, next, "(") ||
         (next.kind == TOKEN_NAME && !token_is(text, next, "and") && !token_is(text, next, "or"));
}

static gboolean is_word(const char *text, struct token token, const char *word)
{
  return strlen(word) == token.length &&
         g_ascii_strncasecmp(text + token.offset, word, token.length) == 0;
}

/* What is said of numbers as they are printed: 2,5 and 1 000. */
static const char *number_instead(const char *text, struct token token)
{
  const char *at = text + token.offset, *before = at;
  while (before > text && before[-1] == ' ')
    before--;
  gboolean behind_digit = before > text && g_ascii_isdigit(before[-1]);
  if (behind_digit && *at == ',' && g_ascii_isdigit(at[1]))
    return POINT;
  return behind_digit && before < at && token.kind == TOKEN_NUMBER ? APART : NULL;
}

const char *habit_instead(const char *text, struct token token, gboolean operand)
{
  const char *of_number = operand ? NULL : number_instead(text, token);
  if (of_number)
    return of_number;
  if (token.kind == TOKEN_SYMBOL)
    for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
      if (token_is(text, token, signs[i].written))
        return signs[i].instead;
  if (token.kind != TOKEN_NAME || (operand && !begins_something(text, token)))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (is_word(text, token, words[i].written))
      return words[i].instead;
  return is_word(text, token, "and") ? AND : is_word(text, token, "or") ? OR : NULL;
}
