/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Samples of regular expressions (XML Schema Part 2, appendix F), by reading the expression and
 * writing down what it asks for. What it does not understand only costs samples: each is checked
 * against the pattern itself.
 */
#include "prove/sample.h"

#include <string.h>

#include "xml/pattern.h"

struct sample_reading {
  const struct caps *caps;
  const char *at;
  guint depth;
  gboolean all; /* nothing was left out so far */
};

static GPtrArray *read_branches(struct sample_reading *reading);

static GPtrArray *list_new(void)
{
  return g_ptr_array_new_with_free_func(g_free);
}

static void add_text(struct sample_reading *reading, GPtrArray *list, char *text)
{
  gboolean known = g_ptr_array_find_with_equal_func(list, text, g_str_equal, NULL);
  if (!known && list->len >= reading->caps->of[CAP_PARTS])
    reading->all = FALSE;
  if (known || list->len >= reading->caps->of[CAP_PARTS])
    g_free(text);
  else
    g_ptr_array_add(list, text);
}

static void add_character(struct sample_reading *reading, GPtrArray *list, gunichar character)
{
  char text[7] = {0};
  g_unichar_to_utf8(character, text);
  add_text(reading, list, g_strdup(text));
}

static void add_each(struct sample_reading *reading, GPtrArray *list, const char *characters)
{
  for (; *characters; characters++)
    add_character(reading, list, (guchar)*characters);
}

/* ---- classes of characters ---- */

/* What an escape after "\" stands for; of large classes a few. */
static const char *escaped(struct sample_reading *reading, char letter)
{
  switch (letter) {
  case 'd':
    reading->all = FALSE; /* digits of other scripts */
    return "1234567890";
  case 's':
    return " \t\n";
  case 'n':
    return "\n";
  case 't':
    return "\t";
  case 'W':
    reading->all = FALSE;
    return " -.";
  case 'w':
  case 'c':
  case 'i':
  case 'S':
  case 'D':
    reading->all = FALSE;
    return "abcxyz";
  default:
    return NULL;
  }
}

/* After "p" or "P": a category in braces, of which a few characters are tried. */
static void read_category(struct sample_reading *reading, GPtrArray *list)
{
  const char *end = strchr(reading->at, '}');
  reading->at = end ? end + 1 : reading->at + strlen(reading->at);
  reading->all = FALSE;
  add_each(reading, list, "aB1 -,");
}

static void read_escape(struct sample_reading *reading, GPtrArray *list)
{
  char letter = *reading->at;
  if ((letter == 'p' || letter == 'P') && reading->at[1] == '{') {
    read_category(reading, list);
    return;
  }
  const char *members = escaped(reading, letter);
  if (members)
    add_each(reading, list, members);
  else if (letter)
    add_character(reading, list, (guchar)letter);
  reading->at += letter != '\0';
}

static void read_range(struct sample_reading *reading, GPtrArray *list)
{
  gunichar first = g_utf8_get_char(reading->at);
  gunichar last = first;
  reading->at = g_utf8_next_char(reading->at);
  if (*reading->at == '-' && reading->at[1] && !strchr("][", reading->at[1])) {
    last = g_utf8_get_char(reading->at + 1);
    reading->at = g_utf8_next_char(reading->at + 1);
  }
  for (gunichar character = first; character <= last && reading->all; character++)
    add_character(reading, list, character);
  if (list->len == 0)
    add_character(reading, list, first);
}

static GPtrArray *read_class(struct sample_reading *reading)
{
  static const char tried[] = "abcxyzABC0123456789-_.,:;!? ";
  g_autoptr(GPtrArray) members = list_new();
  gboolean inverse = *reading->at == '^';
  reading->at += inverse;
  while (*reading->at && *reading->at != ']') {
    if (*reading->at == '\\') {
      reading->at++;
      read_escape(reading, members);
    } else if (g_str_has_prefix(reading->at, "-[")) {
      reading->at += strcspn(reading->at, "]") + 1;
      reading->all = FALSE;
    } else {
      read_range(reading, members);
    }
  }
  reading->at += *reading->at != '\0';
  if (!inverse)
    return g_steal_pointer(&members);
  GPtrArray *others = list_new();
  reading->all = FALSE;
  for (const char *letter = tried; *letter; letter++) {
    char text[] = {*letter, '\0'};
    if (!g_ptr_array_find_with_equal_func(members, text, g_str_equal, NULL))
      add_character(reading, others, (guchar)*letter);
  }
  return others;
}

/* ---- atoms, quantifiers, branches ---- */

static GPtrArray *read_atom(struct sample_reading *reading)
{
  char first = *reading->at++;
  if (first == '(' && reading->depth < reading->caps->of[CAP_BRACKETS])
    return read_branches(reading);
  if (first == '[')
    return read_class(reading);
  GPtrArray *list = list_new();
  if (first == '\\') {
    read_escape(reading, list);
  } else if (first == '.') {
    reading->all = FALSE;
    add_each(reading, list, "abcxyz");
  } else {
    reading->at--;
    add_character(reading, list, g_utf8_get_char(reading->at));
    reading->at = g_utf8_next_char(reading->at);
  }
  return list;
}

/* Every text of HEADS followed by every one of TAILS. Takes HEADS over. */
static GPtrArray *append(struct sample_reading *reading, GPtrArray *heads, const GPtrArray *tails)
{
  GPtrArray *list = list_new();
  for (guint i = 0; i < heads->len; i++)
    for (guint j = 0; j < tails->len; j++)
      add_text(reading, list,
               g_strconcat(g_ptr_array_index(heads, i), g_ptr_array_index(tails, j), NULL));
  g_ptr_array_unref(heads);
  return list;
}

/* How often an atom stands, at least and at most. */
static void read_quantifier(struct sample_reading *reading, guint64 *least, guint64 *most)
{
  char mark = *reading->at;
  *least = mark == '?' || mark == '*' ? 0 : 1;
  *most = mark == '+' || mark == '*' ? G_MAXUINT64 : 1;
  if (mark == '{') {
    char *end;
    *least = *most = g_ascii_strtoull(reading->at + 1, &end, 10);
    if (*end == ',')
      *most = end[1] == '}' ? G_MAXUINT64 : g_ascii_strtoull(end + 1, NULL, 10);
    reading->at += strcspn(reading->at, "}");
  }
  if (mark && strchr("?*+{", mark) && *reading->at)
    reading->at++;
}

/* HEADS followed by ATOM as often as its quantifier says; of large numbers the first three. */
static GPtrArray *append_turns(struct sample_reading *reading, GPtrArray *heads,
                               const GPtrArray *atom)
{
  guint64 least, most, turns = reading->caps->of[CAP_TURNS];
  read_quantifier(reading, &least, &most);
  GPtrArray *list = list_new();
  if (least > turns || most > least + 2)
    reading->all = FALSE;
  for (guint64 turn = 0; turn <= MIN(most, MIN(least, turns) + 2); turn++) {
    for (guint i = 0; turn >= least && i < heads->len; i++)
      add_text(reading, list, g_strdup(g_ptr_array_index(heads, i)));
    heads = append(reading, heads, atom);
  }
  g_ptr_array_unref(heads);
  return list;
}

static GPtrArray *read_branch(struct sample_reading *reading)
{
  GPtrArray *list = list_new();
  g_ptr_array_add(list, g_strdup(""));
  while (*reading->at && *reading->at != '|' && *reading->at != ')') {
    g_autoptr(GPtrArray) atom = read_atom(reading);
    list = append_turns(reading, list, atom);
  }
  return list;
}

/* The alternatives up to the closing bracket or the end. */
static GPtrArray *read_branches(struct sample_reading *reading)
{
  GPtrArray *list = list_new();
  reading->depth++;
  for (;; reading->at++) {
    g_autoptr(GPtrArray) branch = read_branch(reading);
    for (guint i = 0; i < branch->len; i++)
      add_text(reading, list, g_strdup(g_ptr_array_index(branch, i)));
    if (*reading->at != '|')
      break;
  }
  reading->at += *reading->at == ')';
  reading->depth--;
  return list;
}

GPtrArray *sample_texts(const char *pattern, const struct caps *caps, gboolean *all)
{
  GPtrArray *texts = list_new();
  struct sample_reading reading = {.caps = caps, .at = pattern, .all = TRUE};
  OWNED(pattern) compiled = pattern_new(pattern);
  g_autoptr(GPtrArray) read = read_branches(&reading);
  for (guint i = 0; compiled && !*reading.at && i < read->len; i++) {
    const char *text = g_ptr_array_index(read, i);
    if (pattern_matches(compiled, text) && texts->len < caps->of[CAP_SAMPLES])
      g_ptr_array_add(texts, g_strdup(text));
    else
      reading.all = FALSE;
  }
  *all = reading.all && compiled && !*reading.at;
  return texts;
}
