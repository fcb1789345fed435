/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes conditions: bytes as one, read; and if it is sound, bound to questions with and without
 * answers and held against them. What holds has reasons, unless it names nothing.
 */
#include <string.h>

#include "condition/condition.h"
#include "condition/name.h"
#include "fuzz.h"

static const char *const told[] = {"b", "12", "2026-11-20"};

/* $a has no answer; $b, $c and $d have one, two and three. */
static struct values values(const struct environment *environment, const struct name *name)
{
  (void)environment;
  return (struct values){(guint)(name->id[0] - 'a'), told};
}

static void bind(struct expression *expression, void *data)
{
  static const struct name names[] = {
      {.id = "a"}, {.id = "b"}, {.id = "c", .kind = NAME_REPEAT}, {.id = "d"}};
  (void)data;
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    if (strcmp(names[i].id, expression->text) == 0)
      expression->name = &names[i];
  if (!expression->name)
    expression->name = &names[1];
}

static void count_name(struct expression *name, void *data)
{
  (void)name;
  ++*(guint *)data;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  OWNED(arena) arena = arena_new();
  OWNED(findings) findings = findings_new(NULL);
  const char *text = arena_string(arena, (const char *)data, (gssize)size);
  struct place place = {g_intern_string("pack.xml"), 1, 1};
  struct condition *condition = condition_parse(arena, text, NULL, place, findings);
  if (!condition->root != !!findings_count(findings, SEVERITY_ERROR))
    fuzz_fail("no tree and no finding, or both", text, "");
  guint names = 0;
  condition_names(condition, bind, NULL);
  condition_names(condition, count_name, &names);
  condition_settle(condition, findings);
  const struct environment environment = {values, fuzz_today(), NULL};
  g_autoptr(GArray) reasons = g_array_new(FALSE, FALSE, sizeof(struct reason));
  condition_reasons(condition, &environment, REASONS_ALL, reasons);
  if (reasons->len && (!names || !condition_holds(condition, &environment)))
    fuzz_fail("reasons for what does not hold", text, "");
  return 0;
}
