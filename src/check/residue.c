/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries, nodes, and the queue of those to be written. */
#include "check/residue.h"

#include "check/residue_write.h"

struct residue {
  struct state *state;
  GArray *numbers; /* of guint64 */
  GArray *nodes;   /* of guint */
  GArray *entries; /* of struct entry */
  GArray *queue;   /* of struct waiting, for this entry */
  guint *rounds;   /* by node: the round in which it was last named, */
  guint *places;   /* and the number of its entry */
  guint round;
};

struct state *residue_state(const struct residue *residue)
{
  return residue->state;
}

struct residue *residue_new(struct state *state)
{
  struct residue *residue = g_new0(struct residue, 1);
  residue->state = state;
  residue->numbers = g_array_new(FALSE, FALSE, sizeof(guint64));
  residue->nodes = g_array_new(FALSE, FALSE, sizeof(guint));
  residue->entries = g_array_new(FALSE, FALSE, sizeof(struct entry));
  residue->queue = g_array_new(FALSE, FALSE, sizeof(struct waiting));
  residue->rounds = g_new0(guint, residue_node_count(residue) + 1);
  residue->places = g_new0(guint, residue_node_count(residue) + 1);
  residue_clear(residue);
  return residue;
}

void residue_free(struct residue *residue)
{
  g_array_unref(residue->numbers);
  g_array_unref(residue->nodes);
  g_array_unref(residue->entries);
  g_array_unref(residue->queue);
  g_free(residue->rounds);
  g_free(residue->places);
  g_free(residue);
}

void residue_clear(struct residue *residue)
{
  g_array_set_size(residue->numbers, 0);
  g_array_set_size(residue->nodes, 0);
  g_array_set_size(residue->entries, 0);
  residue->round++;
}

guint residue_node_count(const struct residue *residue)
{
  return residue->state->model->variable_count + residue->state->model->slot_count;
}

guint residue_count(const struct residue *residue)
{
  return residue->entries->len;
}

const struct entry *residue_entry(const struct residue *residue, guint index)
{
  return &g_array_index(residue->entries, struct entry, index);
}

const guint64 *residue_numbers(const struct residue *residue, const struct entry *entry)
{
  return &g_array_index(residue->numbers, guint64, entry->first_number);
}

const guint *residue_nodes(const struct residue *residue, const struct entry *entry)
{
  return &g_array_index(residue->nodes, guint, entry->first_node);
}

guint residue_node_entry(const struct residue *residue, guint node)
{
  return residue->places[node];
}

/* ---- writing ---- */

void residue_number(struct residue *residue, guint64 number)
{
  g_array_append_val(residue->numbers, number);
}

/* Names a node; its entry follows if it has none. */
void residue_node(struct residue *residue, struct waiting waiting)
{
  residue_number(residue, waiting.node);
  g_array_append_val(residue->nodes, waiting.node);
  if (residue->rounds[waiting.node] == residue->round)
    return;
  residue->rounds[waiting.node] = residue->round;
  g_array_append_val(residue->queue, waiting);
}

/* True if VERDICT is open, so that what is left of it has to follow. */
gboolean residue_verdict(struct residue *residue, enum truth verdict)
{
  residue_number(residue, verdict);
  return verdict == TRUTH_MAYBE;
}

void residue_item(struct residue *residue, const struct item *item, guint turn)
{
  const struct model *model = residue->state->model;
  guint slot = model->slots[item->order] + turn;
  residue_node(residue,
               (struct waiting){.node = model->variable_count + slot, .item = item, .turn = turn});
}

void residue_variable(struct residue *residue, guint index)
{
  int assigned = residue->state->assigned[index];
  residue_number(residue, (guint64)(assigned - OPEN));
  if (assigned == OPEN)
    residue_node(residue, (struct waiting){.node = index});
  else
    residue_number(residue, index);
}

void residue_extent(struct residue *residue, struct extent extent)
{
  for (guint i = extent.first; i < extent.first + extent.count; i++)
    residue_variable(residue, i);
}

/* All nodes of the last entry that follow only bear on those so far. */
void residue_end_own(struct residue *residue)
{
  struct entry *entry = &g_array_index(residue->entries, struct entry, residue->entries->len - 1);
  entry->own_count = residue->nodes->len - entry->first_node;
}

/* ---- obligations ---- */

void residue_add(struct residue *residue, const struct obligation *obligation)
{
  const struct item *item = obligation->item;
  guint turn = obligation->turn;
  residue_number(residue, obligation->kind);
  residue_number(residue, turn);
  switch (obligation->kind) {
  case OBLIGE_HOLDS:
  case OBLIGE_FAILS:
    residue_condition(residue, obligation->condition, turn);
    break;
  case OBLIGE_MET:
    residue_item(residue, item, turn);
    break;
  case OBLIGE_ASKED:
    residue_offers(residue, item_question(item), turn);
    break;
  case OBLIGE_ITEM:
    residue_variable(residue, model_repeat(residue->state->model, item_repeat(item)));
    break;
  case OBLIGE_SOON:
    residue_task(residue, item_action(item)->task, G_MAXUINT);
    break;
  default:
    g_assert_not_reached();
  }
}

void residue_add_assigned(struct residue *residue, guint variable)
{
  residue_variable(residue, variable);
  residue_write_variable(residue, variable);
}

/* ---- entries ---- */

void residue_begin_entry(struct residue *residue, guint64 head)
{
  struct entry entry = {residue->numbers->len, 0, residue->nodes->len, 0, G_MAXUINT};
  g_array_append_val(residue->entries, entry);
  residue_number(residue, head);
}

static guint end_entry(struct residue *residue)
{
  guint index = residue->entries->len - 1;
  struct entry *entry = &g_array_index(residue->entries, struct entry, index);
  entry->number_count = residue->numbers->len - entry->first_number;
  entry->node_count = residue->nodes->len - entry->first_node;
  entry->own_count = MIN(entry->own_count, entry->node_count);
  return index;
}

static void write_node(struct residue *residue, const struct waiting *waiting)
{
  residue->places[waiting->node] = residue->entries->len;
  residue_begin_entry(residue, waiting->node);
  if (waiting->item)
    residue_write_item(residue, waiting->item, waiting->turn);
  else if (waiting->define)
    residue_write_define(residue, waiting);
  else
    residue_write_variable(residue, waiting->node);
  end_entry(residue);
}

guint residue_end_entry(struct residue *residue)
{
  guint index = end_entry(residue);
  for (guint i = 0; i < residue->queue->len; i++) {
    struct waiting waiting = g_array_index(residue->queue, struct waiting, i);
    write_node(residue, &waiting);
  }
  g_array_set_size(residue->queue, 0);
  return index;
}
