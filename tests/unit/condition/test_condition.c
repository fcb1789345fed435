/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions read: the tree, the faults and their places. */
#include "condition/condition.h"

#include <string.h>

#include "support/suite.h"

static const char *const signs[] = {
    [OP_OR] = "or",     [OP_AND] = "and",     [OP_EQUAL] = "=",     [OP_UNEQUAL] = "!=",
    [OP_LESS] = "<",    [OP_AT_MOST] = "<=",  [OP_GREATER] = ">",   [OP_AT_LEAST] = ">=",
    [OP_MINUS] = "-",   [OP_NOT] = "not",     [OP_COUNT] = "count", [OP_DAYS_SINCE] = "days",
    [OP_TRUE] = "true", [OP_FALSE] = "false", [OP_PLUS] = "+",      [OP_SUBTRACT] = "-",
    [OP_SUM] = "sum",   [OP_UNION] = "|",
};

/* The tree as (sign left right). */
static void write_tree(const struct expression *expression, GString *out)
{
  if (expression->operation == OP_STRING)
    g_string_append_printf(out, "'%s'", expression->text);
  else if (expression->operation == OP_NUMBER)
    g_string_append_printf(out, "%g", expression->number);
  else if (expression->operation == OP_NAME)
    g_string_append_printf(out, "$%s", expression->text);
  else {
    g_string_append_printf(out, "(%s", signs[expression->operation]);
    const struct expression *operands[] = {expression->left, expression->right};
    for (int i = 0; i < 2; i++)
      if (operands[i]) {
        g_string_append_c(out, ' ');
        write_tree(operands[i], out);
      }
    g_string_append_c(out, ')');
  }
}

static void test_equal(void)
{
  static const char *const cases[][3] = {
      {"$a = 'x' and count($b) > 1", " $a='x' and count( $b )>1", "same"},
      {"$a = 'x'", "$a = 'y'", NULL},
      {"$a = 'x'", "$b = 'x'", NULL},
      {"$a = 'x'", "$a != 'x'", NULL},
      {"count($a) > 1", "count($a) > 2", NULL},
      {"$a and $b", "$b and $a", NULL},
      {"not($a)", "not($a and $b)", NULL},
      {"true()", "true()", "same"},
      {"true()", "false()", NULL},
  };
  OWNED(arena) arena = arena_new();
  OWNED(findings) findings = findings_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    const struct expression *sides[2];
    for (guint j = 0; j < 2; j++)
      sides[j] = condition_parse(arena, cases[i][j], NULL, (struct place){0}, findings)->root;
    gboolean same = cases[i][2] != NULL;
    CU_ASSERT_EQUAL(expression_equal(sides[0], sides[1]), same);
    CU_ASSERT(!same || expression_hash(sides[0]) == expression_hash(sides[1]));
  }
}

static void test_trees(void)
{
  static const char *const cases[][2] = {
      {"$late = 'late'", "(= $late 'late')"},
      {" $late='late' ", "(= $late 'late')"},
      {"$a or $b and $c", "(or $a (and $b $c))"},
      {"($a or $b) and $c", "(and (or $a $b) $c)"},
      {"$a = $b < $c", "(= $a (< $b $c))"},
      {"$a < $b < $c", "(< (< $a $b) $c)"},
      {"1 = 2 != 3", "(!= (= 1 2) 3)"},
      {"$a and $b and $c and $d", "(and (and $a $b) (and $c $d))"},
      {"$a or $b or $c", "(or $a (or $b $c))"},
      {"- -1 >= -$n", "(>= (- (- 1)) (- $n))"},
      {"not($a) and not ( $b = 'x' )", "(and (not $a) (not (= $b 'x')))"},
      {"count($a)>=2 or count(($b))<1", "(or (>= (count $a) 2) (< (count $b) 1))"},
      {"days-since($first-day) <= 3", "(<= (days $first-day) 3)"},
      {"true() or false()", "(or (true) (false))"},
      {"\"it's\" = 'say \"x\"'", "(= 'it's' 'say \"x\"')"},
      {"'' = ''", "(= '' '')"},
      {"1.5=1. or .5>0", "(or (= 1.5 1) (> 0.5 0))"},
      {"$a-1 = 1", "(= $a-1 1)"},
      {"$a.b_c = $été", "(= $a.b_c $été)"},
      {"$and and $or or $not", "(or (and $and $or) $not)"},
      {"1and 2or'3'", "(or (and 1 2) '3')"},
      {"$a\t\n=\r'x'", "(= $a 'x')"},
      {"$a + 1 > $b - 2", "(> (+ $a 1) (- $b 2))"},
      {"$a - $b + -1 = 2", "(= (+ (- $a $b) (- 1)) 2)"},
      {"$a -1=2-1", "(= (- $a 1) (- 2 1))"},
      {"$a - ($b - 1) = 0", "(= (- $a (- $b 1)) 0)"},
      {"days-since($a) - days-since($b) >= 5", "(>= (- (days $a) (days $b)) 5)"},
      {"sum($a|$b | $c) > sum($a)", "(> (sum (| (| $a $b) $c)) (sum $a))"},
  };
  OWNED(arena) arena = arena_new();
  OWNED(findings) findings = findings_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    const struct condition *condition =
        condition_parse(arena, cases[i][0], NULL, (struct place){0}, findings);
    g_autoptr(GString) tree = g_string_new(NULL);
    if (condition->root)
      write_tree(condition->root, tree);
    ASSERT_TEXT(tree->str, cases[i][1]);
  }
  CU_ASSERT_EQUAL(findings_count(findings, SEVERITY_ERROR), 0);
}

/* TEXT is refused with these findings, printed from line 1 column 1 of "f". */
static void assert_refused(const char *text, const char *expected)
{
  OWNED(arena) arena = arena_new();
  OWNED(findings) findings = findings_new(NULL);
  struct place place = {g_intern_string("f"), 1, 1};
  const struct condition *condition = condition_parse(arena, text, NULL, place, findings);
  CU_ASSERT_PTR_NULL(condition->root);
  g_autoptr(GString) out = g_string_new(NULL);
  findings_print(findings, out);
  ASSERT_TEXT(out->str, expected);
}

#define VALUE "a value such as $name, 'text' or 1 would be right [condition-malformed]\n"
#define MORE "'and', 'or', a comparison or the end would be right [condition-malformed]\n"
#define WORD                                                                                       \
  "'and', 'or', a comparison or the end would be right: words stand in apostrophes, as in "        \
  "$name = 'text', and a number has no unit [condition-malformed]\n"

static void test_faults(void)
{
  static const char *const cases[][2] = {
      {"",
       "f:1:1: error: malformed condition: the end where a value such as $name, 'text' or 1 would "
       "be right: leave the attribute out where there is no condition [condition-malformed]\n"},
      {"$a and ", "f:1:8: error: malformed condition: the end where " VALUE},
      {"= $a", "f:1:1: error: malformed condition: '=' where " VALUE},
      {"not()", "f:1:5: error: malformed condition: ')' where " VALUE},
      {"$été\u00ad= 'x'",
       "f:1:5: error: malformed condition: the character U+00AD SOFT HYPHEN where " MORE},
      {"$a $b", "f:1:4: error: malformed condition: '$b' where " MORE},
      {"$a + ", "f:1:6: error: malformed condition: the end where " VALUE},
      {"1e5", "f:1:2: error: malformed condition: 'e5' where " WORD},
      {"1.2.3", "f:1:4: error: malformed condition: '.3' where " MORE},
      {"$a) or (1",
       "f:1:3: error: malformed condition: ')' where 'and', 'or', a comparison "
       "or the end would be right: no ( before it is still open [condition-malformed]\n"},
      {"$a and-1", "f:1:4: error: malformed condition: 'and-1' where " WORD},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    assert_refused(cases[i][0], cases[i][1]);
}

static void test_particular_faults(void)
{
  assert_refused("$a = 'b and $c",
                 "f:1:6: error: malformed condition: ''b and $c' where a text with "
                 "its closing quote would be right [condition-malformed]\n");
  assert_refused("($a or ($b)",
                 "f:1:12: error: malformed condition: the end where ')' would be right "
                 "[condition-malformed]\nf:1:1: note: opened here\n");
  assert_refused("not($a $b)", "f:1:8: error: malformed condition: '$b' where ')' would be right "
                               "[condition-malformed]\nf:1:4: note: opened here\n");
  assert_refused("$a or or $b",
                 "f:1:7: error: malformed condition: 'or' where a value would be right "
                 "[condition-malformed]\n");
  assert_refused("$a = true",
                 "f:1:6: error: malformed condition: 'true' where true() would be right "
                 "[condition-malformed]\n");
  assert_refused("count('a') > 1", "f:1:7: error: malformed condition: ''a'' where $name would be "
                                   "right [condition-malformed]\n");
  assert_refused("sum($a | 1) > 1", "f:1:10: error: malformed condition: '1' where $name would be "
                                    "right [condition-malformed]\n");
  assert_refused("sum($a + $b) > 1",
                 "f:1:8: error: malformed condition: '+' where ')' would be right: sum() takes "
                 "a name alone, as in sum($a) [condition-malformed]\n");
  assert_refused("cuont($a) > 1",
                 "f:1:1: error: malformed condition: 'cuont' where not(), count(), sum(), "
                 "days-since(), "
                 "true(), false() would be right; did you mean 'count'? [condition-malformed]\n");
}

/* What people write by habit is told by what is written here, whatever it stands for elsewhere. */
static void test_habits(void)
{
  static const struct {
    const char *condition;
    guint column;
    const char *written;
  } cases[] = {
      {"$a == 'b'", 4, "=="},
      {"$a === 'b'", 4, "==="},
      {"$a <> 2", 4, "<>"},
      {"$a =< 2", 4, "=<"},
      {"$ a", 1, "$"},
      {"$1", 1, "$"},
      {"!$a", 1, "!"},
      {"$été ’x’", 6, "’"},
      {"$a = « x »", 6, "«"},
      {"$a && $b", 4, "&&"},
      {"$a | $b", 4, "|"},
      {"$a || $b", 4, "||"},
      {"$a * 1", 4, "*"},
      {"$a ≥ 1", 4, "≥"},
      {"$a AND $b", 4, "AND"},
      {"$a et $b", 4, "et"},
      {"si $a", 1, "si"},
      {"non($a)", 1, "non"},
      {"not $a", 1, "not"},
      {"not($a, $b)", 7, ","},
      {"contains($a, 'b')", 1, "contains"},
      {"$a in ('b')", 4, "in"},
      {"$a > 2,5", 7, ","},
      {"$a = 1 000", 8, "000"},
      {"$a\u00a0= 'b'", 3, "U+00A0 NO-BREAK SPACE"},
      {"$a\u200b= 'b'", 3, "U+200B ZERO WIDTH SPACE"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *told = g_strdup_printf(
        "f:1:%u: error: conditions do not have '%s': ", cases[i].column, cases[i].written);
    OWNED(findings) findings = findings_new(NULL);
    OWNED(arena) arena = arena_new();
    g_autoptr(GString) out = g_string_new(NULL);
    condition_parse(arena, cases[i].condition, NULL, (struct place){"f", 1, 1}, findings);
    findings_print(findings, out);
    CU_ASSERT_TRUE(g_str_has_prefix(out->str, told));
    CU_ASSERT_EQUAL(findings_count(findings, SEVERITY_ERROR), 1);
  }
}

/* A word of a habit that stands for a value lacks its quotes. */
static void test_no_habits(void)
{
  assert_refused("$a = non", "f:1:6: error: 'non' has no $; write $non for what was answered, or "
                             "'non' in quotes for a value [bare-name]\n");
  assert_refused("$a = si and $b", "f:1:6: error: 'si' has no $; write $si for what was answered, "
                                   "or 'si' in quotes for a value [bare-name]\n");
}

static void test_bare_names(void)
{
  assert_refused("late = 'late'",
                 "f:1:1: error: 'late' has no $; write $late for what was answered, "
                 "or 'late' in quotes for a value [bare-name]\n");
  assert_refused(
      "$a = b or count(c) = 1",
      "f:1:6: error: 'b' has no $; write $b for what was answered, or 'b' in quotes for a "
      "value [bare-name]\n"
      "f:1:17: error: 'c' has no $; write $c for what was answered, or 'c' in quotes for a "
      "value [bare-name]\n");
}

static char *repeated(const char *begin, guint count, const char *middle, const char *end)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < count; i++)
    g_string_append(out, begin);
  g_string_append(out, middle);
  for (guint i = 0; i < count; i++)
    g_string_append(out, end);
  return g_string_free(out, FALSE);
}

/* True if COUNT times BEGIN and END around $a can be read; otherwise it is too deep, no other
 * fault. */
static gboolean reads(const char *begin, guint count, const char *end)
{
  OWNED(arena) arena = arena_new();
  OWNED(findings) findings = findings_new(NULL);
  g_autofree char *text = repeated(begin, count, "$a", end);
  struct place place = {g_intern_string("f"), 1, 1};
  const struct condition *condition = condition_parse(arena, text, NULL, place, findings);
  const struct finding *finding = findings_get(findings, 0);
  CU_ASSERT_EQUAL(condition->root == NULL, finding != NULL);
  if (finding)
    ASSERT_TEXT(finding->rule->name, "condition-too-deep");
  return condition->root != NULL;
}

static void test_depth(void)
{
  static const char *const nestings[][2] = {{"(", ")"},       {"not(", ")"}, {"-", ""},
                                            {"($a or ", ")"}, {"", " = 1"},  {"1 < (", ")"}};
  for (gsize i = 0; i < G_N_ELEMENTS(nestings); i++) {
    CU_ASSERT_TRUE(reads(nestings[i][0], 30, nestings[i][1]));
    CU_ASSERT_FALSE(reads(nestings[i][0], CONDITION_DEPTH + 1, nestings[i][1]));
    CU_ASSERT_FALSE(reads(nestings[i][0], 50000, nestings[i][1]));
  }
  CU_ASSERT_TRUE(reads("(", CONDITION_DEPTH, ")"));
  CU_ASSERT_TRUE(reads("not(", CONDITION_DEPTH, ")"));
  CU_ASSERT_TRUE(reads("-", CONDITION_DEPTH, ""));
}

static void test_chains(void)
{
  CU_ASSERT_TRUE(reads("", 10000, " or $a"));
  CU_ASSERT_TRUE(reads("", 10000, " and $a"));
  CU_ASSERT_TRUE(reads("", 10000, " and $a or $b"));
  CU_ASSERT_TRUE(reads("", 10000, " or ($a)"));
  CU_ASSERT_TRUE(reads("", 10000, " or not($a)"));
  CU_ASSERT_TRUE(reads("", 10000, " or -$a"));
  CU_ASSERT_TRUE(reads("", 10000, " or $a = 1"));
}

/* The place of the byte of TEXT that is '!' when RAW stands at line 10, column 5. */
static void assert_place(const char *text, const char *raw, guint line, guint column)
{
  OWNED(arena) arena = arena_new();
  OWNED(findings) findings = findings_new(NULL);
  struct place start = {g_intern_string("f"), 10, 5};
  const struct condition *condition = condition_parse(arena, text, raw, start, findings);
  struct place place = condition_place(condition, (guint)(strchr(text, '!') - text));
  CU_ASSERT_EQUAL(place.line, line);
  CU_ASSERT_EQUAL(place.column, column);
  CU_ASSERT_PTR_EQUAL(place.file, start.file);
}

static void test_places(void)
{
  assert_place("!", NULL, 10, 5);
  assert_place("$a !", NULL, 10, 8);
  assert_place("$a !", "$a !", 10, 8);
  assert_place("$été漢 !", NULL, 10, 11);
  assert_place("1 < 2 and 'x&y' !", "1 &lt; 2 and 'x&amp;y' !", 10, 28);
  assert_place("\"'> !", "&quot;&apos;&gt; !", 10, 22);
  assert_place("a&a !", "&#97;&#38;&#x61; !", 10, 22);
  assert_place("é漢🙂 !", "&#233;&#x6F22;&#x1f642; !", 10, 29);
  assert_place("&lt; !", NULL, 10, 10); /* not decoded: it stands so in the text */
  assert_place("$a   !", "$a\n \n!", 12, 1);
  assert_place("$a  ! ", "$a\r\n ! ", 11, 2);
  assert_place("&  !", "&#38;\n !", 11, 2);
}

static void test_place_of_fault(void)
{
  OWNED(arena) arena = arena_new();
  OWNED(findings) findings = findings_new(NULL);
  struct place start = {g_intern_string("f"), 70000, 12};
  condition_parse(arena, "$n < 2  and $é = x", "$n &lt; 2\n and $é = x", start, findings);
  CU_ASSERT_EQUAL(findings_get(findings, 0)->place.line, 70001);
  CU_ASSERT_EQUAL(findings_get(findings, 0)->place.column, 11);
}

static void collect(struct expression *name, void *data)
{
  g_string_append_printf(data, "%s@%u ", name->text, name->offset);
}

static void test_names(void)
{
  OWNED(arena) arena = arena_new();
  OWNED(findings) findings = findings_new(NULL);
  const struct condition *condition =
      condition_parse(arena, "$b = $a or not(count($b) > days-since($c)) or -$d", NULL,
                      (struct place){0}, findings);
  g_autoptr(GString) names = g_string_new(NULL);
  condition_names(condition, collect, names);
  ASSERT_TEXT(names->str, "b@0 a@5 b@21 c@38 d@47 ");
  condition_names(condition_parse(arena, "$a or (", NULL, (struct place){0}, findings), collect,
                  names);
  ASSERT_TEXT(names->str, "b@0 a@5 b@21 c@38 d@47 ");
}

SUITE(condition, {"the tree is that of XPath", test_trees},
      {"what is written alike is equal", test_equal},
      {"what is malformed is found where it is", test_faults},
      {"habits are told what is written instead", test_habits},
      {"a value may be called like a habit", test_no_habits},
      {"some faults are told in their own way", test_particular_faults},
      {"a name without $ is told, each of them", test_bare_names},
      {"what is too deep is a finding", test_depth}, {"chains may be long", test_chains},
      {"places are those of the file", test_places},
      {"a fault stands at its line and column", test_place_of_fault},
      {"names are visited in order", test_names})
