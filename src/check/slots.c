/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A slot is declared by whoever stands in it, so a slip of the pen declares another. */
#include "check/slots.h"

#include "base/rules.h"
#include "base/text.h"
#include "catalogue/mentions.h"

/* Each is held against each: more than these nobody writes by hand. */
#define MOST_SLOTS 1000

struct slot {
  const char *id;
  const struct item *first;
  guint members;
};

struct slots {
  const struct catalogue *catalogue;
  GArray *list;          /* of struct slot, as they are met */
  GHashTable *positions; /* id -> index of the list, plus 1 */
  GHashTable *named;     /* set of const struct name: what is named in conditions, dues and texts */
};

/* ---- what there is ---- */

static void add_member(struct slots *slots, const struct item *item)
{
  const char *id = item_slot(item);
  if (!id)
    return;
  guint position = GPOINTER_TO_UINT(g_hash_table_lookup(slots->positions, id));
  if (position) {
    g_array_index(slots->list, struct slot, position - 1).members++;
    return;
  }
  struct slot slot = {id, item, 1};
  g_array_append_val(slots->list, slot);
  g_hash_table_insert(slots->positions, (gpointer)id, GUINT_TO_POINTER(slots->list->len));
}

static void see_name(const struct name *name, void *data)
{
  const struct slots *slots = data;
  g_hash_table_add(slots->named, (gpointer)name);
}

/* The slot that answers an option is named by it. */
static void see_item(struct slots *slots, const struct item *item)
{
  const struct option *option = item_option(item);
  if (option && option->slot)
    g_hash_table_add(slots->named, (gpointer)catalogue_find(slots->catalogue, option->slot));
  add_member(slots, item);
}

static void see_spot(const struct spot *spot, void *data)
{
  mentions_of_spot(spot, see_name, data);
  if (spot->kind == SPOT_ITEM)
    see_item(data, spot->item);
}

/* ---- what is meant ---- */

static gboolean is_alone(const struct slots *slots, const struct slot *slot)
{
  const struct name *name = catalogue_find(slots->catalogue, slot->id);
  return slot->members == 1 && name && !g_hash_table_contains(slots->named, name);
}

/* The slot that SLOT was meant to be; NULL. Of two that are alone it is the first. */
static const struct slot *find_meant(const struct slots *slots, const struct slot *slot)
{
  for (guint i = 0; i < slots->list->len; i++) {
    const struct slot *other = &g_array_index(slots->list, struct slot, i);
    gboolean earlier = other < slot || !is_alone(slots, other);
    if (other->first->kind == slot->first->kind && earlier && text_is_slip(slot->id, other->id))
      return other;
  }
  return NULL;
}

static void check(const struct slots *slots, struct findings *findings)
{
  for (guint i = 0; i < slots->list->len && slots->list->len <= MOST_SLOTS; i++) {
    const struct slot *slot = &g_array_index(slots->list, struct slot, i);
    const struct slot *meant = is_alone(slots, slot) ? find_meant(slots, slot) : NULL;
    if (!meant)
      continue;
    findings_add(findings, &rules[RULE_LONE_SLOT], slot->first->place, slot->id, NULL);
    findings_suggest(findings, meant->id);
    findings_relate(findings, meant->first->place, N_("it stands here"));
  }
}

void slots_check(const struct catalogue *catalogue, struct findings *findings)
{
  g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(struct slot));
  g_autoptr(GHashTable) positions = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) named = g_hash_table_new(NULL, NULL);
  struct slots slots = {catalogue, list, positions, named};
  spots_visit(catalogue, see_spot, &slots);
  check(&slots, findings);
}
