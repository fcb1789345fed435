/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms of attribute values. */
#include "reader/forms.h"

#include <string.h>

#include "base/blank.h"
#include "base/date.h"

/* ---- as the schema says them ---- */

#define DATA(datatype, pattern)                                                                    \
  "<data type=\"" datatype "\"><param name=\"pattern\">" pattern "</param></data>"
#define WORDS(pattern) "<list><oneOrMore>" pattern "</oneOrMore></list>"
#define WORD(word) "<value type=\"string\">" word "</value>"
#define CHOICE(one, other) "<choice>" one other "</choice>"

#define ID_PATTERN "[a-z][a-z0-9\\-]{0,63}"
#define VALUE_PATTERN "[A-Za-z0-9][A-Za-z0-9._\\-]{0,63}"
/* That of the type `language`, around which libxml2 would let blanks stand. */
#define LANGUAGE_PATTERN "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*"
#define MILLION_PATTERN "0*([0-9]{1,6}|1000000)"
/* Some validators let blanks stand around a value of such a type; libxml2 and the reader do not. */
#define DAY DATA("date", "[0-9]{4}-[0-9]{2}-[0-9]{2}")
#define MONTH DATA("gYearMonth", "[0-9]{4}-[0-9]{2}")
#define WEEKDAY_PATTERN "(mon|tue|wed|thu|fri|sat|sun)"

static const struct form id_form = {"id", DATA("string", ID_PATTERN)};
const struct form reference_form = {"reference", DATA("string", "$" ID_PATTERN)};

static const struct form forms[] = {
    [ATTRIBUTE_VALUE] = {"value", DATA("string", VALUE_PATTERN)},
    [ATTRIBUTE_STRING] = {"text",
                          "<data type=\"string\"><param name=\"minLength\">1</param></data>"},
    [ATTRIBUTE_LANGUAGE] = {"language", DATA("string", LANGUAGE_PATTERN)},
    [ATTRIBUTE_FLAG] = {"flag", CHOICE(WORD("yes"), WORD("no"))},
    [ATTRIBUTE_COUNT] = {"count", DATA("string", MILLION_PATTERN)},
    [ATTRIBUTE_POSITIVE] = {"positive", DATA("string", "0*([1-9][0-9]{0,5}|1000000)")},
    [ATTRIBUTE_INTEGER] = {"integer", DATA("string", "-?" MILLION_PATTERN)},
    [ATTRIBUTE_WHOLE] = {"whole", DATA("string", "-?[0-9]+")},
    [ATTRIBUTE_DECIMAL] = {"decimal", DATA("string", "-?[0-9]+(\\.[0-9]+)?")},
    [ATTRIBUTE_TIME] = {"time", DATA("string", "([01][0-9]|2[0-3]):[0-5][0-9]")},
    [ATTRIBUTE_DAY] = {"day", DAY},
    [ATTRIBUTE_DUE_DAY] = {"due-day", CHOICE(DAY, WORD("none"))},
    [ATTRIBUTE_ANY_DAY] = {"any-day",
                           CHOICE(DAY, DATA("string", "today([+\\-]0*([0-9]{1,5}|100000))?"))},
    [ATTRIBUTE_YEAR_DAY] = {"year-day", DATA("gMonthDay", "--[0-9]{2}-[0-9]{2}")},
    [ATTRIBUTE_MONTH] = {"month", MONTH},
    [ATTRIBUTE_PUBLISHED] = {"published", CHOICE(DATA("gYear", "[0-9]{4}"), MONTH DAY)},
    [ATTRIBUTE_WEEKDAYS] = {"weekdays",
                            WORDS(DATA("string", WEEKDAY_PATTERN "(-" WEEKDAY_PATTERN ")?"))},
    [ATTRIBUTE_REGIONS] = {"regions", WORDS(DATA("string", VALUE_PATTERN))},
    [ATTRIBUTE_CITATIONS] = {"citations", WORDS(DATA("string", ID_PATTERN "(#\\S+)?"))},
    [ATTRIBUTE_NEEDS] = {"needs", WORDS(CHOICE(WORD("region"), WORD("reviewed")))},
    [ATTRIBUTE_ADDRESS] = {"address",
                           DATA("string", "(https://|mailto:|tel:)[^ \\t\\n\\r&lt;&gt;\"]+")},
};

const struct form *form_of(enum attribute_type type)
{
  switch (type) {
  case ATTRIBUTE_ID:
  case ATTRIBUTE_NAME:
  case ATTRIBUTE_TOPIC:
  case ATTRIBUTE_SHEET:
  case ATTRIBUTE_PASSAGE:
    return &id_form;
  default:
    return type < G_N_ELEMENTS(forms) && forms[type].name ? &forms[type] : NULL;
  }
}

/* ---- as the reader asks after them ---- */

#define LONGEST_ID 64
#define SHORTEST_LANGUAGE 2
#define LONGEST_LANGUAGE 3
#define LONGEST_SUBTAG 8
#define MILLION 1000000
#define FARTHEST_DAY 100000

static gboolean id_bytes_valid(const char *text, gsize length)
{
  gsize valid = 0;
  while (valid < length &&
         (g_ascii_islower(text[valid]) || g_ascii_isdigit(text[valid]) || text[valid] == '-'))
    valid++;
  return length && g_ascii_islower(*text) && valid == length && length <= LONGEST_ID;
}

gboolean id_valid(const char *text)
{
  return id_bytes_valid(text, strlen(text));
}

const char *reference_id(const char *text)
{
  return *text == '$' && id_valid(text + 1) ? text + 1 : NULL;
}

gboolean value_valid(const char *text)
{
  const char *at = text;
  while (g_ascii_isalnum(*at) || *at == '.' || *at == '_' || *at == '-')
    at++;
  return g_ascii_isalnum(*text) && !*at && at - text <= LONGEST_ID;
}

gboolean language_valid(const char *text)
{
  const char *subtag = text;
  for (const char *at = text;; at++) {
    if (g_ascii_isalpha(*at) || (subtag > text && g_ascii_isdigit(*at)))
      continue;
    gboolean ends = !*at || *at == '-', first = subtag == text;
    if (!ends || at - subtag < (first ? SHORTEST_LANGUAGE : 1) ||
        at - subtag > (first ? LONGEST_LANGUAGE : LONGEST_SUBTAG))
      return FALSE;
    if (!*at)
      return TRUE;
    subtag = at + 1;
  }
}

gboolean address_valid(const char *text)
{
  static const char *const schemes[] = {"https://", "mailto:", "tel:"};
  for (guint i = 0; i < G_N_ELEMENTS(schemes); i++)
    if (g_str_has_prefix(text, schemes[i]))
      return text[strlen(schemes[i])] != '\0' && !strpbrk(text, " \t\r\n<>\"");
  return FALSE;
}

gboolean digits_valid(const char *text, gboolean point)
{
  const char *at = text + (*text == '-');
  gsize whole = strspn(at, "0123456789");
  at += whole;
  if (!whole || !*at || !point || *at != '.')
    return whole && !*at;
  gsize decimals = strspn(at + 1, "0123456789");
  return decimals && !at[1 + decimals];
}

gboolean citation_valid(const char *word, gsize length)
{
  const char *mark = memchr(word, '#', length);
  if (!mark)
    return id_bytes_valid(word, length);
  return id_bytes_valid(word, (gsize)(mark - word)) && mark + 1 < word + length;
}

gboolean needs_parse(const char *text, gboolean *region, gboolean *reviewed)
{
  g_auto(GStrv) words = g_strsplit_set(text, BLANKS, -1);
  *region = g_strv_contains((const char *const *)words, "region");
  *reviewed = g_strv_contains((const char *const *)words, "reviewed");
  for (char **word = words; *word; word++)
    if (**word && !g_str_equal(*word, "region") && !g_str_equal(*word, "reviewed"))
      return FALSE;
  return *region || *reviewed;
}

gboolean integer_parse(const char *text, int least, int *number)
{
  gint64 value;
  if (!digits_valid(text, FALSE) || (least >= 0 && *text == '-') ||
      !g_ascii_string_to_signed(text, 10, least, MILLION, &value, NULL))
    return FALSE;
  *number = (int)value;
  return TRUE;
}

gboolean year_day_parse(const char *text, int *month, int *day)
{
  int year;
  g_autofree char *full =
      g_str_has_prefix(text, "--") ? g_strconcat("2024-", text + 2, NULL) : NULL;
  int date = full ? date_parse(full) : 0;
  if (date)
    date_split(date, &year, month, day);
  return date != 0;
}

gboolean any_day_parse(const char *text, struct bound *day)
{
  if (!g_str_has_prefix(text, "today")) {
    day->number = date_parse(text);
    return day->number != 0;
  }
  const char *shift = text + strlen("today");
  int days = 0;
  if (*shift &&
      (!strchr("+-", *shift) || !integer_parse(shift + 1, 0, &days) || days > FARTHEST_DAY))
    return FALSE;
  day->from_today = TRUE;
  day->number = *shift == '-' ? -days : days;
  return TRUE;
}
