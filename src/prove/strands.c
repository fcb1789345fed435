/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strands as trees of themes, joined condition by condition (Galler and Fischer, "An improved
 * equivalence algorithm", 1964). */
#include "prove/strands.h"

#include "catalogue/spots.h"

struct joining {
  const struct item **first; /* by order of the theme: one before it in its strand, or itself */
  const struct item *theme;  /* whose conditions are looked at */
  GHashTable *entered;       /* const struct define: those that they name */
};

static const struct item *first_of(const struct item **first, const struct item *theme)
{
  while (first[theme->order] != theme)
    theme = first[theme->order] = first[first[theme->order]->order];
  return theme;
}

static void join(const struct item **first, const struct item *a, const struct item *b)
{
  a = first_of(first, a);
  b = first_of(first, b);
  if (a->order < b->order)
    first[b->order] = a;
  else
    first[a->order] = b;
}

static void see_name(struct expression *expression, void *data)
{
  const struct joining *joining = data;
  const struct name *name = expression->name;
  if (name->item)
    join(joining->first, joining->theme, item_theme_around(name->item));
  if (name->define && g_hash_table_add(joining->entered, (gpointer)name->define))
    condition_names(name->define->test, see_name, data);
}

static void see_spot(const struct spot *spot, void *data)
{
  struct joining *joining = data;
  const struct item *theme = spot->item ? item_theme_around(spot->item) : NULL;
  if (!theme || !spot->when)
    return;
  if (theme != joining->theme)
    g_hash_table_remove_all(joining->entered);
  joining->theme = theme;
  condition_names(spot->when, see_name, joining);
}

const struct item **strands_new(const struct catalogue *catalogue)
{
  const struct item **first = g_new0(const struct item *, catalogue->item_count + 1);
  g_autoptr(GHashTable) entered = g_hash_table_new(NULL, NULL);
  struct joining joining = {first, NULL, entered};
  for (const struct item *theme = catalogue->themes; theme; theme = theme->next)
    first[theme->order] = theme;
  spots_visit(catalogue, see_spot, &joining);
  for (const struct item *theme = catalogue->themes; theme; theme = theme->next)
    first[theme->order] = first_of(first, theme);
  return first;
}
