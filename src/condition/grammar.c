/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions read: a parser by recursive descent. */
#include <string.h>

#include "base/rules.h"
#include "base/text.h"
#include "condition/functions.h"
#include "condition/habits.h"
#include "condition/token.h"

/* The signs of binary operations; those of a higher level bind closer. */
static const struct sign {
  const char *text;
  enum operation operation;
  guint level;
} signs[] = {
#define CONNECTIVE(id, sign, level) {sign, OP_##id, level},
#define COMPARISON(id, sign, level) {sign, OP_##id, level},
#define ARITHMETIC(id, sign, level) {sign, OP_##id, level},
#include "condition/operations.def"
};
#define LEVEL_CONNECTIVES 1 /* up to here an operator is associative */

struct parser {
  struct arena *arena;
  struct condition *condition;
  struct findings *findings;
  struct token token;      /* the next one, */
  const struct sign *sign; /* and which sign it is, or NULL */
  guint nested;            /* levels around it */
  gboolean failed;         /* reported, and nothing more can be read */
  gboolean bare;           /* a name without $ was reported and read over */
};

static gboolean may_begin_sign(char c)
{
  return c == '=' || c == '!' || c == '<' || c == '>' || c == '+' || c == '-' || c == 'a' ||
         c == 'o';
}

static const struct sign *sign_of(const char *text, struct token token)
{
  if (!may_begin_sign(text[token.offset]))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
    if (token_is(text, token, signs[i].text))
      return &signs[i];
  return NULL;
}

static void advance(struct parser *parser)
{
  parser->token = token_next(parser->condition->text, parser->token);
  parser->sign = sign_of(parser->condition->text, parser->token);
}

static const char *token_text(const struct parser *parser)
{
  return parser->condition->text + parser->token.offset;
}

static gboolean next_is(const struct parser *parser, const char *word)
{
  return token_is(parser->condition->text, parser->token, word);
}

/* ---- faults ---- */

static struct place token_place(const struct parser *parser)
{
  return condition_place(parser->condition, parser->token.offset);
}

/* What stands where something else was wanted, in words. Caller frees. */
static char *found_words(const struct parser *parser)
{
  const struct translator *translator = findings_translator(parser->findings);
  g_autofree char *token = g_strndup(token_text(parser), parser->token.length);
  g_autofree char *unseen = text_disguised(token);
  if (parser->token.kind == TOKEN_END)
    /* TRANSLATORS: the end of a condition; "malformed condition: the end where …". */
    return g_strdup(tr(translator, "the end"));
  if (unseen)
    /* TRANSLATORS: {1} is the number and name of a character; "malformed condition: the character
     * U+00A0 NO-BREAK SPACE where …". */
    return tr_fill(tr(translator, "the character {1}"), unseen, NULL);
  /* TRANSLATORS: what stands in a condition, in quotes; "malformed condition: {1} where …". */
  return tr_fill(tr(translator, "'{1}'"), token, NULL);
}

/* Whether a reader would take TOKEN for an ordinary blank, or for nothing. */
static gboolean is_unseen(const char *token)
{
  gunichar first = g_utf8_get_char(token);
  return g_unichar_isspace(first) || g_unichar_iszerowidth(first);
}

/* Whether the next token is a habit, which is reported then. */
static gboolean fail_habit(struct parser *parser, gboolean operand)
{
  const char *instead = habit_instead(parser->condition->text, parser->token, operand);
  if (!instead)
    return FALSE;
  g_autofree char *token = g_strndup(token_text(parser), parser->token.length);
  g_autofree char *name = is_unseen(token) ? text_disguised(token) : NULL;
  findings_add(parser->findings, &rules[RULE_NO_SIGN], token_place(parser), name ? name : token,
               NULL);
  findings_explain(parser->findings, tr(findings_translator(parser->findings), instead));
  parser->failed = TRUE;
  return TRUE;
}

/* Reports that WANTED (words in the person's language) would be right where the next token is. */
static struct expression *fail(struct parser *parser, const char *wanted)
{
  g_autofree char *found = found_words(parser);
  findings_add(parser->findings, &rules[RULE_CONDITION_MALFORMED], token_place(parser), found,
               wanted, NULL);
  parser->failed = TRUE;
  return NULL;
}

static struct expression *fail_depth(struct parser *parser)
{
  findings_add(parser->findings, &rules[RULE_CONDITION_TOO_DEEP], token_place(parser),
               G_STRINGIFY(CONDITION_DEPTH), NULL);
  parser->failed = TRUE;
  return NULL;
}

/* ---- expressions ---- */

static struct expression *parse_level(struct parser *parser, guint level);
static struct expression *parse_unary(struct parser *parser);
static struct expression *parse_primary(struct parser *parser);

static struct expression *make(struct parser *parser, enum operation operation, guint offset)
{
  struct expression *expression = arena_make(parser->arena, struct expression);
  expression->operation = operation;
  expression->offset = offset;
  return expression;
}

static struct expression *make_binary(struct parser *parser, enum operation operation,
                                      const struct expression *left, const struct expression *right)
{
  struct expression *expression = make(parser, operation, left->offset);
  expression->left = left;
  expression->right = right;
  return expression;
}

/* Goes one level down; false if that is too deep. */
static gboolean enter(struct parser *parser)
{
  if (++parser->nested <= CONDITION_DEPTH)
    return TRUE;
  fail_depth(parser);
  return FALSE;
}

/* Reads the closing parenthesis of the one at byte OPENED. */
static gboolean close_parenthesis(struct parser *parser, guint opened)
{
  if (!next_is(parser, ")")) {
    if (!fail_habit(parser, FALSE)) {
      fail(parser, "')'");
      findings_relate(parser->findings, condition_place(parser->condition, opened),
                      N_("opened here"));
    }
    return FALSE;
  }
  advance(parser);
  parser->nested--;
  return TRUE;
}

static struct expression *parse_parentheses(struct parser *parser)
{
  guint opened = parser->token.offset;
  if (!enter(parser))
    return NULL;
  advance(parser);
  struct expression *inside = parse_level(parser, 0);
  return inside && close_parenthesis(parser, opened) ? inside : NULL;
}

static const struct function *find_function(const struct parser *parser)
{
  for (gsize i = 0; i < FUNCTION_COUNT; i++)
    if (next_is(parser, functions[i].name))
      return &functions[i];
  return NULL;
}

static struct expression *fail_function(struct parser *parser)
{
  const char *names[FUNCTION_COUNT + 1] = {NULL};
  for (gsize i = 0; i < FUNCTION_COUNT; i++)
    names[i] = functions[i].name;
  g_autofree char *written = g_strndup(token_text(parser), parser->token.length);
  g_autofree char *known = g_strjoinv("(), ", (char **)names);
  g_autofree char *wanted = g_strconcat(known, "()", NULL);
  fail(parser, wanted);
  findings_suggest(parser->findings, text_nearest(written, names));
  return NULL;
}

/* Names with | between them: FIRST, which has been read, and those that follow. */
static struct expression *parse_union(struct parser *parser, struct expression *first)
{
  struct expression *set = first;
  guint outside = parser->nested;
  while (next_is(parser, "|")) {
    if (!enter(parser))
      return NULL;
    advance(parser);
    if (parser->token.kind != TOKEN_VARIABLE)
      return fail(parser, "$name");
    set = make_binary(parser, OP_UNION, set, parse_primary(parser));
  }
  parser->nested = outside;
  return set;
}

/* NAME, which FUNCTION is given, goes on: it would be counted, or added up, of a comparison. */
static struct expression *fail_alone(struct parser *parser, const struct function *function,
                                     const char *name)
{
  const struct translator *translator = findings_translator(parser->findings);
  g_autofree char *words = tr_fill(tr(translator, N_("{1}() takes a name alone, as in {1}(${2})")),
                                   function->name, name ? name : "name", NULL);
  fail(parser, "')'");
  findings_explain(parser->findings, words);
  return NULL;
}

/* What FUNCTION is given: of a set its name, or for a sum several. */
static const struct expression *parse_argument(struct parser *parser,
                                               const struct function *function)
{
  struct token start = parser->token;
  gboolean several = function->argument == ARGUMENT_SETS;
  gboolean set = several || function->argument == ARGUMENT_SET;
  struct expression *argument = set ? parse_unary(parser) : parse_level(parser, 0);
  if (argument && set && argument->operation != OP_NAME) {
    parser->token = start;
    return fail(parser, "$name");
  }
  if (argument && set && parser->sign)
    return fail_alone(parser, function, argument->text);
  return argument && several ? parse_union(parser, argument) : argument;
}

static struct expression *parse_call(struct parser *parser, const struct function *function)
{
  struct expression *call = make(parser, function->operation, parser->token.offset);
  advance(parser);
  guint opened = parser->token.offset;
  if (!enter(parser))
    return NULL;
  advance(parser);
  if (function->argument != ARGUMENT_NONE && !(call->left = parse_argument(parser, function)))
    return NULL;
  return close_parenthesis(parser, opened) ? call : NULL;
}

/* A name without $: a function, or a fault. */
static struct expression *parse_name(struct parser *parser)
{
  gboolean called = token_followed_by(parser->condition->text, parser->token, '(');
  const struct function *function = find_function(parser);
  if (next_is(parser, "and") || next_is(parser, "or"))
    return fail(parser, tr(findings_translator(parser->findings), "a value"));
  if (called && function)
    return parse_call(parser, function);
  if (fail_habit(parser, TRUE))
    return NULL;
  if (called)
    return fail_function(parser);
  g_autofree char *name = g_strndup(token_text(parser), parser->token.length);
  if (function) {
    g_autofree char *wanted = g_strconcat(name, "()", NULL);
    return fail(parser, wanted);
  }
  findings_add(parser->findings, &rules[RULE_BARE_NAME], token_place(parser), name, NULL);
  parser->bare = TRUE;
  struct expression *empty = make(parser, OP_NAME, parser->token.offset);
  advance(parser);
  return empty;
}

/* The next token, of which SKIP bytes at either end are signs around the text itself. */
static struct expression *parse_leaf(struct parser *parser, enum operation operation, guint before,
                                     guint after)
{
  struct expression *leaf = make(parser, operation, parser->token.offset);
  gssize length = (gssize)parser->token.length - before - after;
  leaf->text = arena_string(parser->arena, token_text(parser) + before, length);
  advance(parser);
  return leaf;
}

static struct expression *parse_number(struct parser *parser)
{
  struct expression *number = make(parser, OP_NUMBER, parser->token.offset);
  g_autofree char *digits = g_strndup(token_text(parser), parser->token.length);
  number->number = condition_number(digits);
  advance(parser);
  return number;
}

static struct expression *parse_primary(struct parser *parser)
{
  const struct translator *translator = findings_translator(parser->findings);
  switch (parser->token.kind) {
  case TOKEN_VARIABLE:
    return parse_leaf(parser, OP_NAME, strlen("$"), 0);
  case TOKEN_STRING:
    return parse_leaf(parser, OP_STRING, strlen("'"), strlen("'"));
  case TOKEN_NUMBER:
    return parse_number(parser);
  case TOKEN_NAME:
    return parse_name(parser);
  case TOKEN_UNCLOSED:
    return fail(parser, tr(translator, "a text with its closing quote"));
  default:
    if (next_is(parser, "("))
      return parse_parentheses(parser);
    if (fail_habit(parser, TRUE))
      return NULL;
    fail(parser, tr(translator, "a value such as $name, 'text' or 1"));
    if (parser->token.kind == TOKEN_END && parser->token.offset == 0)
      findings_explain(parser->findings,
                       tr(translator, N_("leave the attribute out where there is no condition")));
    return NULL;
  }
}

static struct expression *parse_unary(struct parser *parser)
{
  if (!next_is(parser, "-"))
    return parse_primary(parser);
  struct expression *minus = make(parser, OP_MINUS, parser->token.offset);
  if (!enter(parser))
    return NULL;
  advance(parser);
  minus->left = parse_unary(parser);
  parser->nested--;
  return minus->left ? minus : NULL;
}

/*
 * The first COUNT operands of a list of joins as a tree that is as flat as can be, of the same
 * joins: each comes with an operand in `left` and the next join in `right`. *LIST moves to the join
 * that held the last operand.
 */
static struct expression *balance(struct expression **list, guint count)
{
  if (count == 1)
    return (struct expression *)(*list)->left;
  struct expression *left = balance(list, count / 2);
  struct expression *join = *list;
  *list = (struct expression *)join->right;
  join->right = balance(list, count - count / 2);
  join->left = left;
  join->offset = left->offset;
  return join;
}

static gboolean at_sign_of(const struct parser *parser, guint level)
{
  return parser->sign && parser->sign->level == level;
}

/* FIRST and what the next sign, `and` or `or`, joins to it. */
static struct expression *parse_connected(struct parser *parser, struct expression *first)
{
  const struct sign *sign = parser->sign;
  struct expression *list = make_binary(parser, sign->operation, first, NULL), *last = list;
  guint count = 1;
  for (; at_sign_of(parser, sign->level); count++) {
    advance(parser);
    struct expression *operand = parse_level(parser, sign->level + 1);
    if (!operand)
      return NULL;
    struct expression *join = make_binary(parser, sign->operation, operand, NULL);
    last->right = join;
    last = join;
  }
  return balance(&list, count);
}

/* LEFT and the operations of one level that follow it, each with what the one before it gave. */
static struct expression *parse_compared(struct parser *parser, struct expression *left)
{
  guint level = parser->sign->level;
  guint outside = parser->nested;
  while (at_sign_of(parser, level)) {
    enum operation operation = parser->sign->operation;
    if (!enter(parser))
      return NULL;
    advance(parser);
    struct expression *right = parse_level(parser, level + 1);
    if (!right)
      return NULL;
    left = make_binary(parser, operation, left, right);
  }
  parser->nested = outside;
  return left;
}

/* What is joined by signs of LEVEL and of those above it. */
static struct expression *parse_level(struct parser *parser, guint level)
{
  struct expression *left = parse_unary(parser);
  while (left && parser->sign && parser->sign->level >= level)
    left = parser->sign->level <= LEVEL_CONNECTIVES ? parse_connected(parser, left)
                                                    : parse_compared(parser, left);
  return left;
}

static guint depth_of(const struct expression *expression)
{
  if (expression_is_leaf(expression) || !expression->left)
    return 0;
  guint left = depth_of(expression->left);
  guint right = expression->right ? depth_of(expression->right) : 0;
  return MAX(left, right) + 1;
}

/* The condition goes on where it should end. Behind a word without $ a second one is the rest of a
 * sentence, and the word has been reported. */
static void fail_rest(struct parser *parser)
{
  const struct translator *translator = findings_translator(parser->findings);
  gboolean word = parser->token.kind == TOKEN_NAME, reported = parser->bare && word;
  const char *reason =
      reported ? N_("a condition is no sentence, it is written $name = 'text'")
      : word   ? N_("words stand in apostrophes, as in $name = 'text', and a number has no unit")
      : next_is(parser, ")") ? N_("no ( before it is still open")
                             : NULL;
  if (!reported && fail_habit(parser, FALSE))
    return;
  if (!reported)
    fail(parser, tr(translator, "'and', 'or', a comparison or the end"));
  if (reason)
    findings_explain(parser->findings, tr(translator, reason));
}

struct condition *condition_parse(struct arena *arena, const char *text, const char *raw,
                                  struct place place, struct findings *findings)
{
  struct condition *condition = arena_make(arena, struct condition);
  condition->text = text;
  condition->raw = raw ? raw : text;
  condition->place = place;
  struct parser parser = {.arena = arena, .condition = condition, .findings = findings};
  advance(&parser);
  struct expression *root = parse_level(&parser, 0);
  if (!parser.failed && parser.token.kind != TOKEN_END)
    fail_rest(&parser);
  if (parser.failed || parser.bare)
    return condition;
  condition->depth = depth_of(root);
  condition->root = root;
  return condition;
}
