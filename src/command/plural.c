/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rule for plural forms, worked out while it is read. */
#include "command/plural.h"

#include <string.h>

/* More than any language needs; a catalogue may come with a pack from anywhere. */
#define DEEPEST 50

struct plural_reading {
  const char *at;
  unsigned long n;
  guint depth;
  gboolean wrong;
};

/* What begins like another stands behind it. */
static const struct {
  const char *sign;
  int level; /* the higher binds the tighter */
} operators[] = {{"||", 1}, {"&&", 2}, {"==", 3}, {"!=", 3}, {"<=", 4}, {">=", 4}, {"<", 4},
                 {">", 4},  {"+", 5},  {"-", 5},  {"*", 6},  {"/", 6},  {"%", 6}};

static unsigned long apply(const char *sign, unsigned long a, unsigned long b)
{
  gboolean equal = sign[1] == '=';
  switch (*sign) {
  case '|':
    return a || b;
  case '&':
    return a && b;
  case '=':
    return a == b;
  case '!':
    return a != b;
  case '<':
    return a < b || (equal && a == b);
  case '>':
    return a > b || (equal && a == b);
  case '+':
    return a + b;
  case '-':
    return a - b;
  case '*':
    return a * b;
  case '/':
    return b ? a / b : 0;
  default:
    return b ? a % b : 0;
  }
}

static void skip_blanks(struct plural_reading *reading)
{
  reading->at += strspn(reading->at, " \t");
}

/* Passes by SIGN; false if something else comes. */
static gboolean pass(struct plural_reading *reading, const char *sign)
{
  skip_blanks(reading);
  gboolean there = g_str_has_prefix(reading->at, sign);
  reading->at += there ? strlen(sign) : 0;
  return there;
}

static void expect(struct plural_reading *reading, const char *sign)
{
  if (!pass(reading, sign))
    reading->wrong = TRUE;
}

static unsigned long read_choice(struct plural_reading *reading);

static unsigned long read_number(struct plural_reading *reading)
{
  char *end = (char *)reading->at;
  unsigned long number = g_ascii_isdigit(*end) ? strtoul(end, &end, 10) : 0;
  if (end == reading->at)
    reading->wrong = TRUE;
  reading->at = end;
  return number;
}

static unsigned long read_operand(struct plural_reading *reading)
{
  guint negations = 0;
  while (pass(reading, "!"))
    negations++;
  unsigned long value = reading->n;
  if (pass(reading, "(")) {
    value = read_choice(reading);
    expect(reading, ")");
  } else if (!pass(reading, "n")) {
    value = read_number(reading);
  }
  if (negations)
    value = negations % 2 ? !value : !!value;
  return value;
}

/* The operator that comes next, of LEVEL or tighter, or NULL. */
static const char *pass_operator(struct plural_reading *reading, int *level)
{
  for (gsize i = 0; i < G_N_ELEMENTS(operators); i++)
    if (operators[i].level >= *level && pass(reading, operators[i].sign)) {
      *level = operators[i].level;
      return operators[i].sign;
    }
  return NULL;
}

/* Operands joined by operators of LEVEL or tighter. */
static unsigned long read_terms(struct plural_reading *reading, int level)
{
  unsigned long value = read_operand(reading);
  int found = level;
  for (const char *sign; (sign = pass_operator(reading, &found)); found = level)
    value = apply(sign, value, read_terms(reading, found + 1));
  return value;
}

/* Terms, maybe with ? and : behind them. */
static unsigned long read_choice(struct plural_reading *reading)
{
  if (reading->wrong || reading->depth == DEEPEST) {
    reading->wrong = TRUE;
    return 0;
  }
  reading->depth++;
  unsigned long value = read_terms(reading, 1);
  if (pass(reading, "?")) {
    unsigned long met = read_choice(reading);
    expect(reading, ":");
    unsigned long unmet = read_choice(reading);
    value = value ? met : unmet;
  }
  reading->depth--;
  return value;
}

gboolean plural_form(const char *rule, unsigned long n, unsigned long *form)
{
  struct plural_reading reading = {.at = rule, .n = n};
  *form = read_choice(&reading);
  skip_blanks(&reading);
  return !reading.wrong && (!*reading.at || strchr(";\n", *reading.at));
}
