/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A few names with values, for conditions to be held against without a pack. */
#pragma once

#include "base/date.h"
#include "condition/condition.h"
#include "condition/name.h"
#include "support/suite.h"

struct world {
  struct environment environment; /* first: values() is given its address */
  struct arena *arena;
  struct findings *findings;
  GHashTable *names;  /* id -> struct name */
  GHashTable *values; /* struct name -> GPtrArray of strings, ended by NULL */
  guint defines;      /* so far */
};

static struct values world_values(const struct environment *environment, const struct name *name)
{
  const struct world *world = (const struct world *)environment;
  GPtrArray *texts = g_hash_table_lookup(world->values, name);
  if (!texts)
    return (struct values){0};
  return (struct values){texts->len - 1, (const char *const *)texts->pdata};
}

static inline void world_begin(struct world *world)
{
  world->environment = (struct environment){world_values, date_parse("2026-11-24"), NULL};
  world->arena = arena_new();
  world->findings = findings_new(NULL);
  world->defines = 0;
  world->names = g_hash_table_new(g_str_hash, g_str_equal);
  world->values = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
}

static inline void world_end(struct world *world)
{
  arena_free(world->arena);
  findings_free(world->findings);
  g_hash_table_destroy(world->names);
  g_hash_table_destroy(world->values);
}

static inline struct name *world_name(struct world *world, const char *id, enum name_kind kind)
{
  struct name *name = g_hash_table_lookup(world->names, id);
  if (!name) {
    name = arena_make(world->arena, struct name);
    name->id = arena_string(world->arena, id, -1);
    g_hash_table_insert(world->names, (char *)name->id, name);
  }
  name->kind = kind;
  return name;
}

/* $ID has the strings of TEXTS, which are borrowed and ended by NULL. Takes the array over. */
static inline void world_set_texts(struct world *world, const char *id, GPtrArray *texts)
{
  g_hash_table_insert(world->values, world_name(world, id, NAME_QUESTION), texts);
}

/* $ID has the strings of VALUES, which blanks divide. */
static inline void world_set(struct world *world, const char *id, const char *values)
{
  g_auto(GStrv) words = g_strsplit(values, " ", -1);
  GPtrArray *texts = g_ptr_array_new();
  for (char **word = words; *word; word++)
    if (**word)
      g_ptr_array_add(texts, (char *)arena_string(world->arena, *word, -1));
  g_ptr_array_add(texts, NULL);
  world_set_texts(world, id, texts);
}

static void world_bind(struct expression *expression, void *data)
{
  expression->name = g_hash_table_lookup(((struct world *)data)->names, expression->text);
}

/* TEXT read, bound and settled. */
static inline struct condition *world_condition(struct world *world, const char *text)
{
  struct place place = {g_intern_string("pack.xml"), 1, 1};
  const char *kept = arena_string(world->arena, text, -1);
  struct condition *condition = condition_parse(world->arena, kept, NULL, place, world->findings);
  condition_names(condition, world_bind, world);
  condition_settle(condition, world->findings);
  return condition;
}

static inline void world_define(struct world *world, const char *id, const char *test)
{
  struct condition *condition = world_condition(world, test);
  struct name *name = world_name(world, id, NAME_DEFINE);
  struct define *define = arena_make(world->arena, struct define);
  define->index = world->defines++;
  define->name = name;
  define->test = condition;
  name->define = define;
}

static inline gboolean world_holds(struct world *world, const char *text)
{
  return condition_holds(world_condition(world, text), &world->environment);
}
