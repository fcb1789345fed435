/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers with either decimal sign, grouped digits and a unit. */
#include <string.h>

#include "base/text.h"
#include "terminal/typed_inside.h"

/* A sign, digits in groups of three or not, a decimal part, then words. NFKD has made minus signs
 * and blanks of all widths plain but for U+2212. */
#define NUMBER                                                                                     \
  "^([+\\-\\x{2212}]?) ?([0-9]{1,3}(?:([ .,'])[0-9]{3})(?:\\3[0-9]{3})*|[0-9]+)"                   \
  "(?:([.,])([0-9]+))? ?([^0-9 .,].*)?$"

enum { SIGN = 1, WHOLE, GROUPING, POINT, DECIMALS, WORDS };

static GMatchInfo *match_number(const char *folded)
{
  static GRegex *number;
  if (!number)
    number = g_regex_new(NUMBER, 0, 0, NULL);
  GMatchInfo *match = NULL;
  if (g_regex_match(number, folded, 0, &match))
    return match;
  g_match_info_free(match);
  return NULL;
}

static char *digits_of(const char *text)
{
  GString *digits = g_string_new(NULL);
  for (; *text; text++)
    if (g_ascii_isdigit(*text) && (digits->len || *text != '0'))
      g_string_append_c(digits, *text);
  if (!digits->len)
    g_string_append_c(digits, '0');
  return g_string_free(digits, FALSE);
}

/* True if the SIGN between three digits and the rest of a number such as "1,200" is its decimal
 * sign: where fractions are asked for, and the language writes them so. */
static gboolean is_decimal_sign(const char *sign, const char *whole,
                                const struct question *question, const char *language)
{
  if (!question->decimals || !*sign || strcspn(whole, sign) + 4 != strlen(whole))
    return FALSE;
  gboolean point = g_str_has_prefix(language ? language : "", "en");
  return *sign == (point ? '.' : ',');
}

/* The stored form from the parts of a number. */
static char *stored(const char *sign, const char *whole, const char *decimals)
{
  g_autofree char *before = digits_of(whole);
  g_autofree char *after = g_strdup(decimals);
  for (gsize end = strlen(after); end && after[end - 1] == '0'; end--)
    after[end - 1] = '\0';
  gboolean zero = strcmp(before, "0") == 0 && !*after;
  const char *minus = *sign && *sign != '+' && !zero ? "-" : "";
  return g_strconcat(minus, before, *after ? "." : "", after, NULL);
}

/* True if WORDS can stand for UNIT: "min" for "minutes", "minute" too. */
static gboolean means_unit(const char *words, const char *unit)
{
  g_autofree char *folded = text_fold(unit ? unit : "");
  if (!*words || g_str_has_prefix(folded, words))
    return TRUE;
  gsize length = strlen(folded); /* the singular in the pack, the plural typed */
  return length && strncmp(words, folded, length) == 0 && strcmp(words + length, "s") == 0;
}

static char *refuse(const char *number, const char *words, const char *unit,
                    const struct translator *translator)
{
  if (!unit)
    return tr_fill(tr(translator, "'{2}' was not expected after {1}; type the number alone"),
                   number, words, NULL);
  return tr_fill(tr(translator, "understood {1}, but not '{2}'; the number is of {3}"), number,
                 words, unit, NULL);
}

char *typed_number(const char *text, const struct question *question, const char *unit,
                   const struct translator *translator, const char *language, char **why)
{
  g_autofree char *folded = text_fold(text);
  g_autoptr(GMatchInfo) match = match_number(folded);
  if (!match) {
    *why = tr_fill(tr(translator, "'{1}' is no number; type it in figures"), text, NULL);
    return NULL;
  }
  g_autofree char *sign = g_match_info_fetch(match, SIGN);
  g_autofree char *whole = g_match_info_fetch(match, WHOLE);
  g_autofree char *grouping = g_match_info_fetch(match, GROUPING);
  g_autofree char *decimals = g_match_info_fetch(match, DECIMALS);
  g_autofree char *words = g_match_info_fetch(match, WORDS);
  const char *after = decimals ? decimals : "";
  char *end = NULL;
  if (!*after && grouping && is_decimal_sign(grouping, whole, question, language)) {
    end = whole + strcspn(whole, grouping);
    *end = '\0';
    after = end + 1;
  }
  char *number = stored(sign, whole, after);
  if (means_unit(words ? words : "", unit))
    return number;
  *why = refuse(number, words, unit, translator);
  g_free(number);
  return NULL;
}
