/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verdicts with the epoch in which they were worked out. */
#include "check/memory.h"

enum { DEEPEST = 400 };

/* A define means something else at each item of a repeat. */
struct define_verdict {
  guint64 epoch;
  const struct repeat *repeat;
  guint turn;
  enum truth verdict;
};

struct memory *memory_new(guint slots)
{
  struct memory *memory = g_new0(struct memory, 1);
  memory->stamps = g_new0(guint64, slots + 1);
  memory->verdicts = g_new0(guint8, slots + 1);
  memory->defines = g_hash_table_new(NULL, NULL);
  memory->define_verdicts = g_array_new(FALSE, TRUE, sizeof(struct define_verdict));
  memory->values = g_array_new(FALSE, FALSE, sizeof(struct value));
  memory->slots = g_array_new(FALSE, FALSE, sizeof(struct operand_slot));
  return memory;
}

void memory_free(struct memory *memory)
{
  g_free(memory->stamps);
  g_free(memory->verdicts);
  g_hash_table_unref(memory->defines);
  g_array_unref(memory->define_verdicts);
  g_array_unref(memory->values);
  g_array_unref(memory->slots);
  g_free(memory);
}

void memory_forget(struct memory *memory)
{
  memory->epoch++;
}

gboolean memory_knows(const struct memory *memory, guint slot, enum truth *verdict)
{
  *verdict = (enum truth)memory->verdicts[slot];
  return memory->stamps[slot] == memory->epoch;
}

gboolean memory_enter(struct memory *memory)
{
  if (memory->depth >= DEEPEST)
    return FALSE;
  memory->depth++;
  return TRUE;
}

void memory_leave(struct memory *memory, guint slot, enum truth verdict)
{
  memory->depth--;
  memory->stamps[slot] = memory->epoch;
  memory->verdicts[slot] = (guint8)verdict;
}

static struct define_verdict *define_verdict(struct memory *memory, const struct define *define)
{
  gpointer index;
  if (!g_hash_table_lookup_extended(memory->defines, define, NULL, &index)) {
    index = GUINT_TO_POINTER(memory->define_verdicts->len);
    g_hash_table_insert(memory->defines, (gpointer)define, index);
    g_array_set_size(memory->define_verdicts, memory->define_verdicts->len + 1);
  }
  return &g_array_index(memory->define_verdicts, struct define_verdict, GPOINTER_TO_UINT(index));
}

gboolean memory_knows_define(struct memory *memory, const struct define *define,
                             const struct repeat *repeat, guint turn, enum truth *verdict)
{
  const struct define_verdict *known = define_verdict(memory, define);
  *verdict = known->verdict;
  return known->epoch == memory->epoch && known->repeat == repeat && known->turn == turn;
}

void memory_keep_define(struct memory *memory, const struct define *define,
                        const struct repeat *repeat, guint turn, enum truth verdict)
{
  *define_verdict(memory, define) = (struct define_verdict){memory->epoch, repeat, turn, verdict};
}
