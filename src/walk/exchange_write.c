/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exchange: answers written as an example file. */
#include "base/date.h"
#include "walk/exchange.h"
#include "walk/words.h"

struct writing {
  const struct answers *answers; /* those that are written */
  const struct pass *pass;       /* over them, run to its end */
  GPtrArray *list;
  int begun;
  GString *out;
};

/* ---- elements ---- */

static void put_escaped(GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text(text, -1);
  g_string_append(out, escaped);
}

static void put_attribute(GString *out, const char *name, const char *value)
{
  g_string_append_printf(out, " %s=\"", name);
  put_escaped(out, value);
  g_string_append_c(out, '"');
}

static void put_day(GString *out, const char *name, int day)
{
  g_autofree char *iso = date_to_iso(day);
  put_attribute(out, name, iso);
}

static const char *step_id(struct step step)
{
  const struct question *question = item_question(step.item);
  return question ? question->name->id : item_repeat(step.item)->name->id;
}

static void put_values(const struct writing *writing, const struct answer *answer)
{
  const struct question *question = item_question(answer->step.item);
  if (!question || question->kind != KIND_CHOICES) {
    put_escaped(writing->out, answer->values[0]);
    return;
  }
  for (char **value = answer->values; *value; value++) {
    g_string_append(writing->out, "<value>");
    put_escaped(writing->out, *value);
    g_string_append(writing->out, "</value>");
  }
}

/* ---- answers ---- */

static gboolean is_active(const struct writing *writing, struct step step)
{
  return pass_has_met(writing->pass, step) &&
         (item_repeat(step.item) || pass_answer(writing->pass, step));
}

/* True if its step answers itself, so that nothing is lost without ANSWER. */
static gboolean is_needless(const struct writing *writing, const struct answer *answer)
{
  if (!pass_answers_itself(writing->pass, answer->step))
    return FALSE;
  const struct answer *own = pass_answer(writing->pass, answer->step);
  return answer->skipped ||
         g_strv_equal((const char *const *)own->values, (const char *const *)answer->values);
}

/* True if what counts at the step is another than ANSWER, or nothing. */
static gboolean is_parked(const struct writing *writing, const struct answer *answer)
{
  return !is_active(writing, answer->step) || pass_answers_itself(writing->pass, answer->step);
}

static void put_answer(const struct writing *writing, const struct answer *answer,
                       const char *indent)
{
  GString *out = writing->out;
  if (is_needless(writing, answer))
    return;
  g_string_append_printf(out, "%s<%s", indent, answer->skipped ? "skip" : "answer");
  put_attribute(out, "of", step_id(answer->step));
  if (answer->skipped) {
    g_string_append(out, "/>\n");
    return;
  }
  if (answer->given != writing->begun)
    put_day(out, "given", answer->given);
  if (is_parked(writing, answer))
    put_attribute(out, "parked", "yes");
  g_string_append_c(out, '>');
  put_values(writing, answer);
  g_string_append(out, "</answer>\n");
}

/* ---- repeats ---- */

/* The "one more?" answers of a repeat, and what its items hold, by turn. */
struct turns {
  const struct repeat *repeat;
  const struct answer **more; /* by turn, from 1; NULL: nothing was said */
  GPtrArray **items;          /* of const struct answer, by turn */
  guint last;                 /* the last turn that is written as an item */
};

static const struct repeat *repeat_of(const struct answer *answer)
{
  const struct question *question = item_question(answer->step.item);
  return question ? question->repeat : item_repeat(answer->step.item);
}

static gboolean is_yes(const struct answer *answer)
{
  return answer && !answer->skipped && g_str_equal(answer->values[0], "yes");
}

static struct turns turns_new(const struct writing *writing, const struct repeat *repeat)
{
  struct turns turns = {.repeat = repeat,
                        .more = g_new0(const struct answer *, repeat->max + 1),
                        .items = g_new0(GPtrArray *, repeat->max + 1)};
  for (guint turn = 1; turn <= repeat->max; turn++)
    turns.items[turn] = g_ptr_array_new();
  for (guint i = 0; i < writing->list->len; i++) {
    const struct answer *answer = writing->list->pdata[i];
    guint turn = answer->step.turn;
    if (repeat_of(answer) != repeat)
      continue;
    if (item_repeat(answer->step.item))
      turns.more[turn] = answer;
    else
      g_ptr_array_add(turns.items[turn], (void *)answer);
    if (item_question(answer->step.item) || is_yes(answer))
      turns.last = MAX(turns.last, turn);
  }
  return turns;
}

static void turns_clear(struct turns *turns)
{
  for (guint turn = 1; turn <= turns->repeat->max; turn++)
    g_ptr_array_unref(turns->items[turn]);
  g_free(turns->items);
  g_free(turns->more);
}

/* The day on which the item of ANSWERS is understood to have been wanted, as exchange_read() has
 * it. */
static int item_day(const struct writing *writing, const GPtrArray *answers)
{
  int day = 0;
  for (guint i = 0; i < answers->len; i++) {
    const struct answer *answer = answers->pdata[i];
    if (!answer->skipped && !is_needless(writing, answer) && (!day || answer->given < day))
      day = answer->given;
  }
  return day ? day : writing->begun;
}

static void put_item(const struct writing *writing, const struct turns *turns, guint turn)
{
  const struct answer *more = turns->more[turn];
  const GPtrArray *answers = turns->items[turn];
  g_string_append(writing->out, "  <item");
  put_attribute(writing->out, "of", turns->repeat->name->id);
  g_string_append(writing->out, ">\n");
  if (more && !(is_yes(more) && more->given == item_day(writing, answers)))
    put_answer(writing, more, "    ");
  for (guint i = 0; i < answers->len; i++)
    put_answer(writing, answers->pdata[i], "    ");
  g_string_append(writing->out, "  </item>\n");
}

static void put_repeat(const struct writing *writing, const struct repeat *repeat)
{
  struct turns turns = turns_new(writing, repeat);
  for (guint turn = 1; turn <= turns.last; turn++)
    put_item(writing, &turns, turn);
  const struct answer *end = turns.last < repeat->max ? turns.more[turns.last + 1] : NULL;
  if (end)
    put_answer(writing, end, "  ");
  turns_clear(&turns);
}

static void put_answers(const struct writing *writing)
{
  const struct repeat *done = NULL;
  for (guint i = 0; i < writing->list->len; i++) {
    const struct answer *answer = writing->list->pdata[i];
    const struct repeat *repeat = repeat_of(answer);
    if (!repeat)
      put_answer(writing, answer, "  ");
    else if (repeat != done)
      put_repeat(writing, repeat);
    done = repeat ? repeat : done;
  }
}

/* ---- the file ---- */

static void put_ticks(const struct writing *writing, const struct catalogue *catalogue)
{
  for (guint i = 0; i < catalogue->task_count; i++) {
    const struct task *task = catalogue->tasks[i];
    int day = answers_tick(writing->answers, task);
    if (!day)
      continue;
    g_string_append(writing->out, "  <done");
    put_attribute(writing->out, "of", task->name->id);
    put_day(writing->out, "on", day);
    g_string_append(writing->out, "/>\n");
  }
}

static void put_root(const struct writing *writing, const char *title, int today)
{
  g_string_append(writing->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                "<example xmlns=\"urn:rebond:content:1\"");
  put_attribute(writing->out, "title", title);
  put_day(writing->out, "today", today);
  if (writing->begun != today)
    put_day(writing->out, "given", writing->begun);
  g_string_append(writing->out, ">\n");
}

static void leave_out_private(struct answers *answers)
{
  g_autoptr(GPtrArray) list = answers_list(answers);
  for (guint i = 0; i < list->len; i++) {
    struct step step = ((const struct answer *)list->pdata[i])->step;
    if (item_question(step.item) && question_is_private(item_question(step.item)))
      answers_remove(answers, step);
  }
}

void exchange_write(const struct catalogue *catalogue, const struct answers *answers,
                    const char *title, int today, enum exchange_private private,
                    const char *expectations, GString *out)
{
  OWNED(answers) written = answers_copy(answers);
  if (private == PRIVATE_LEFT_OUT)
    leave_out_private(written);
  OWNED(pass) pass = pass_new(catalogue, written, today);
  for (struct step met; pass_next(pass, &met);)
    continue;
  g_autoptr(GPtrArray) list = answers_list(written);
  int begun = answers_begun(written);
  struct writing writing = {written, pass, list, begun ? begun : today, out};

  put_root(&writing, title, today);
  put_answers(&writing);
  put_ticks(&writing, catalogue);
  if (expectations)
    g_string_append(out, expectations);
  g_string_append(out, "</example>\n");
}
