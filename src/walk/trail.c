/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trail as two stacks that meet where the way stands, so that moving it costs what it moves. */
#include "walk/trail.h"

enum state {
  UNKNOWN, /* told before the trail began, and not passed since */
  ON_THE_WAY,
  PARKED,
};

struct trail_entry {
  struct step step;
  enum state state;
};

struct trail {
  const struct answers *answers;
  GArray *behind; /* of struct trail_entry, the latest last */
  GArray *ahead;  /* of struct trail_entry, the earliest last */
  GArray *parked, *restored, *remarks;
};

static GArray *new_steps(void)
{
  return g_array_new(FALSE, FALSE, sizeof(struct step));
}

struct trail *trail_new(const struct answers *answers)
{
  struct trail *trail = g_new0(struct trail, 1);
  trail->answers = answers;
  trail->behind = g_array_new(FALSE, FALSE, sizeof(struct trail_entry));
  trail->ahead = g_array_new(FALSE, FALSE, sizeof(struct trail_entry));
  trail->parked = new_steps();
  trail->restored = new_steps();
  trail->remarks = new_steps();

  g_autoptr(GPtrArray) told = answers_list(answers);
  for (guint i = told->len; i-- > 0;) {
    const struct answer *answer = told->pdata[i];
    struct trail_entry entry = {answer->step, UNKNOWN};
    g_array_append_val(trail->ahead, entry);
  }
  return trail;
}

void trail_free(struct trail *trail)
{
  g_array_unref(trail->behind);
  g_array_unref(trail->ahead);
  g_array_unref(trail->parked);
  g_array_unref(trail->restored);
  g_array_unref(trail->remarks);
  g_free(trail);
}

void trail_clear_news(struct trail *trail)
{
  g_array_set_size(trail->parked, 0);
  g_array_set_size(trail->restored, 0);
  g_array_set_size(trail->remarks, 0);
}

/* ---- the two stacks ---- */

static const struct trail_entry *top(const GArray *stack)
{
  return stack->len ? &g_array_index(stack, struct trail_entry, stack->len - 1) : NULL;
}

static struct trail_entry pop(GArray *stack)
{
  g_assert(stack->len);
  struct trail_entry entry = g_array_index(stack, struct trail_entry, stack->len - 1);
  g_array_set_size(stack, stack->len - 1);
  return entry;
}

/* The entry of STEP, taken from the top of what lies ahead; a new one if there is none. */
static struct trail_entry take(struct trail *trail, struct step step)
{
  const struct trail_entry *next = top(trail->ahead);
  if (next && step_equal(next->step, step))
    return pop(trail->ahead);
  return (struct trail_entry){step, PARKED};
}

void trail_rewind(struct trail *trail, struct step step)
{
  const struct trail_entry *last;
  while ((last = top(trail->behind)) && (!step.item || step_compare(last->step, step) >= 0)) {
    struct trail_entry entry = pop(trail->behind);
    g_array_append_val(trail->ahead, entry);
  }
}

void trail_tell(struct trail *trail, struct step step)
{
  struct trail_entry entry = take(trail, step);
  entry.state = ON_THE_WAY;
  g_array_append_val(trail->ahead, entry);
}

/* ---- news ---- */

static gboolean is_answer(const struct trail *trail, struct step step)
{
  const struct answer *answer = answers_get(trail->answers, step);
  return answer && !answer->skipped;
}

/* Puts ENTRY behind in its new STATE, and says so if that is news. */
static void leave(struct trail *trail, struct trail_entry entry, enum state state)
{
  GArray *news = NULL;
  if (entry.step.item->kind == ITEM_REMARK)
    news = state == ON_THE_WAY && entry.state == PARKED ? trail->remarks : NULL;
  else if (entry.state != UNKNOWN && entry.state != state && is_answer(trail, entry.step))
    news = state == PARKED ? trail->parked : trail->restored;
  if (news)
    g_array_append_val(news, entry.step);
  entry.state = state;
  g_array_append_val(trail->behind, entry);
}

void trail_pass(struct trail *trail, struct step step, gboolean counts)
{
  const struct trail_entry *next;
  while ((next = top(trail->ahead)) && step_compare(next->step, step) < 0)
    leave(trail, pop(trail->ahead), PARKED);
  struct trail_entry entry = take(trail, step);
  leave(trail, entry, counts ? ON_THE_WAY : PARKED);
}

void trail_end(struct trail *trail)
{
  while (trail->ahead->len)
    leave(trail, pop(trail->ahead), PARKED);
}

const GArray *trail_parked(const struct trail *trail)
{
  return trail->parked;
}

const GArray *trail_restored(const struct trail *trail)
{
  return trail->restored;
}

const GArray *trail_remarks(const struct trail *trail)
{
  return trail->remarks;
}
