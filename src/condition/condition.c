/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a condition that was read can tell: its places, its names, its depth. */
#include "condition/condition.h"

#include <string.h>

#include "base/rules.h"
#include "condition/name.h"

/* ---- places ---- */

/* A reference such as &lt; or &#233; at RAW: its length, and in *BYTES what it stands for takes. */
static gsize reference_length(const char *raw, gsize *bytes)
{
  const char *end = raw[0] == '&' ? strchr(raw, ';') : NULL;
  if (!end)
    return 0;
  *bytes = 1; /* the five named ones */
  if (raw[1] == '#') {
    gboolean hexadecimal = raw[2] == 'x';
    guint64 c = g_ascii_strtoull(raw + (hexadecimal ? 3 : 2), NULL, hexadecimal ? 16 : 10);
    *bytes = (gsize)g_unichar_to_utf8((gunichar)c, NULL);
  }
  return (gsize)(end + 1 - raw);
}

/* The bytes of the raw text that stand for one character, which takes *BYTES in the decoded one. */
static gsize raw_length(const char *raw, gboolean decoded, gsize *bytes)
{
  gsize length = decoded ? reference_length(raw, bytes) : 0;
  if (length)
    return length;
  *bytes = 1;
  if (decoded && raw[0] == '\r' && raw[1] == '\n') /* one blank after normalization */
    return 2;
  while ((raw[*bytes] & 0xc0) == 0x80)
    ++*bytes;
  return *bytes;
}

/* Moves PLACE over LENGTH bytes of the file. */
static void move(struct place *place, const char *raw, gsize length)
{
  for (gsize i = 0; i < length; i++) {
    if (raw[i] == '\n') {
      place->line++;
      place->column = 1;
    } else if ((raw[i] & 0xc0) != 0x80) {
      place->column++;
    }
  }
}

struct place condition_place(const struct condition *condition, guint offset)
{
  struct place place = condition->place;
  if (place.line == 0 || place.column == 0)
    return place;
  gboolean decoded = condition->raw != condition->text;
  const char *raw = condition->raw;
  for (gsize at = 0, bytes; at < offset && *raw; at += bytes) {
    gsize length = raw_length(raw, decoded, &bytes);
    move(&place, raw, length);
    raw += length;
  }
  return place;
}

/* ---- names ---- */

static void visit_names(const struct expression *expression, condition_visitor visit, void *data)
{
  if (!expression)
    return;
  if (expression->operation == OP_NAME)
    visit((struct expression *)expression, data);
  if (expression_is_leaf(expression))
    return;
  visit_names(expression->left, visit, data);
  visit_names(expression->right, visit, data);
}

void condition_names(const struct condition *condition, condition_visitor visit, void *data)
{
  visit_names(condition->root, visit, data);
}

gboolean expression_equal(const struct expression *a, const struct expression *b)
{
  if (a == b || !a || !b)
    return a == b;
  if (a->operation != b->operation)
    return FALSE;
  if (!expression_is_leaf(a))
    return expression_equal(a->left, b->left) && expression_equal(a->right, b->right);
  if (a->operation == OP_NUMBER)
    return a->number == b->number;
  return a->name == b->name && strcmp(a->text, b->text) == 0;
}

guint expression_hash(const struct expression *expression)
{
  if (!expression)
    return 0;
  if (expression->operation == OP_NUMBER)
    return g_double_hash(&expression->number);
  if (expression_is_leaf(expression))
    return g_str_hash(expression->text);
  guint left = expression_hash(expression->left), right = expression_hash(expression->right);
  return (left * 31 + right) * 31 + (guint)expression->operation;
}

static gboolean has_member(const struct expression *set, const struct expression *name)
{
  if (set->operation == OP_UNION)
    return has_member(set->left, name) || has_member(set->right, name);
  return strcmp(set->text, name->text) == 0;
}

void expression_members(const struct expression *set,
                        void (*see)(const struct expression *name, void *data), void *data)
{
  if (set->operation != OP_UNION) {
    see(set, data);
    return;
  }
  expression_members(set->left, see, data);
  if (!has_member(set->left, set->right))
    see(set->right, data);
}

struct behind {
  void (*see)(const struct name *name, void *data);
  void *data;
  GHashTable *entered; /* defines */
};

static void look_behind(struct expression *expression, void *data)
{
  const struct behind *behind = data;
  const struct name *name = expression->name;
  if (name && name->kind != NAME_DEFINE)
    behind->see(name, behind->data);
  else if (name && g_hash_table_add(behind->entered, (void *)name))
    condition_names(name->define->test, look_behind, data);
}

void condition_names_behind(const struct condition *condition,
                            void (*see)(const struct name *name, void *data), void *data)
{
  g_autoptr(GHashTable) entered = g_hash_table_new(NULL, NULL);
  struct behind behind = {see, data, entered};
  condition_names(condition, look_behind, &behind);
}

/* ---- depth ---- */

struct deepest {
  guint depth; /* of the deepest define */
  const struct expression *name;
};

static void find_deepest(struct expression *name, void *data)
{
  struct deepest *deepest = data;
  const struct define *define = name->name ? name->name->define : NULL;
  guint depth = define && define->test ? define->test->depth + 1 : 0;
  if (depth > deepest->depth)
    *deepest = (struct deepest){depth, name};
}

void condition_settle(struct condition *condition, struct findings *findings)
{
  struct deepest deepest = {0};
  condition_names(condition, find_deepest, &deepest);
  condition->depth += deepest.depth;
  if (condition->depth <= CONDITION_DEPTH || !deepest.name)
    return;
  findings_add(findings, &rules[RULE_CONDITION_TOO_DEEP],
               condition_place(condition, deepest.name->offset), G_STRINGIFY(CONDITION_DEPTH),
               NULL);
  condition->root = NULL;
}
