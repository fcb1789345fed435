/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verdicts with the epoch in which they were worked out. */
#include "check/memory.h"

enum { DEEPEST = 400 };

#define DECIDED G_MAXUINT64 /* the stamp of what outlasts epochs */

struct memory *memory_new(guint slots)
{
  struct memory *memory = g_new0(struct memory, 1);
  memory->epoch = 1;
  memory->stamps = g_new0(guint64, slots + 1);
  memory->verdicts = g_new0(guint8, slots + 1);
  memory->decided = g_array_new(FALSE, FALSE, sizeof(guint));
  memory->timings = g_new(struct timing, slots + 1);
  memory->values = g_array_new(FALSE, FALSE, sizeof(struct value));
  memory->slots = g_array_new(FALSE, FALSE, sizeof(struct operand_slot));
  return memory;
}

void memory_free(struct memory *memory)
{
  g_free(memory->stamps);
  g_free(memory->verdicts);
  g_array_unref(memory->decided);
  g_free(memory->timings);
  g_array_unref(memory->values);
  g_array_unref(memory->slots);
  g_free(memory);
}

void memory_forget_open(struct memory *memory)
{
  memory->epoch++;
}

guint memory_mark(const struct memory *memory)
{
  return memory->decided->len;
}

void memory_rewind(struct memory *memory, guint mark)
{
  memory->epoch++;
  for (guint i = mark; i < memory->decided->len; i++)
    memory->stamps[g_array_index(memory->decided, guint, i)] = 0;
  if (mark < memory->decided->len)
    g_array_set_size(memory->decided, mark);
}

/* Stamps what SLOT has come to. */
static void keep(struct memory *memory, guint slot, gboolean open)
{
  memory->stamps[slot] = open ? memory->epoch : DECIDED;
  if (!open)
    g_array_append_val(memory->decided, slot);
}

static gboolean is_known(const struct memory *memory, guint slot)
{
  return memory->stamps[slot] == memory->epoch || memory->stamps[slot] == DECIDED;
}

gboolean memory_knows(const struct memory *memory, guint slot, enum truth *verdict)
{
  *verdict = (enum truth)memory->verdicts[slot];
  return is_known(memory, slot);
}

const struct timing *memory_timing(const struct memory *memory, guint slot)
{
  return is_known(memory, slot) ? &memory->timings[slot] : NULL;
}

void memory_keep_timing(struct memory *memory, guint slot, const struct timing *timing,
                        gboolean open)
{
  memory->timings[slot] = *timing;
  keep(memory, slot, open);
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
  memory->verdicts[slot] = (guint8)verdict;
  keep(memory, slot, verdict == TRUTH_MAYBE);
}
