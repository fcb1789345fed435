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
  gboolean whole; /* of a debrief: all days are said */
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

static void put_list(GString *out, char **values)
{
  for (char **value = values; *value; value++) {
    g_string_append(out, "<value>");
    put_escaped(out, *value);
    g_string_append(out, "</value>");
  }
}

/* A question that takes one answer may have taken several before the pack changed. */
static void put_values(const struct writing *writing, const struct answer *answer)
{
  const struct question *question = item_question(answer->step.item);
  gboolean several = question && question_takes_several(question);
  if (several || answer->values[1])
    put_list(writing->out, answer->values);
  else
    put_escaped(writing->out, answer->values[0]);
}

static void put_turn(GString *out, guint turn)
{
  if (turn)
    g_string_append_printf(out, " turn=\"%u\"", turn);
}

/* The days of ANSWER that are not understood. */
static void put_days(const struct writing *writing, const struct answer *answer)
{
  gboolean whole = writing->whole;
  if (answer->given != writing->begun && (whole || !answer->skipped))
    put_day(writing->out, "given", answer->given);
  if (whole && answer->seen != answer->given)
    put_day(writing->out, "seen", answer->seen);
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
  if (writing->whole || !pass_answers_itself(writing->pass, answer->step))
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
  if (writing->whole)
    put_turn(out, answer->step.turn);
  put_days(writing, answer);
  if (answer->skipped) {
    g_string_append(out, "/>\n");
    return;
  }
  if (is_parked(writing, answer))
    put_attribute(out, "parked", "yes");
  g_string_append_c(out, '>');
  put_values(writing, answer);
  g_string_append(out, "</answer>\n");
}

/* ---- repeats ---- */

/* One turn of a repeat, as a part of the list: what was said to "one more?", then its item. */
struct turn {
  const struct repeat *repeat;
  guint number;
  const struct answer *more; /* or NULL */
  guint first, end;          /* of the item's answers in the list */
};

static const struct answer *answer_at(const struct writing *writing, guint index)
{
  return writing->list->pdata[index];
}

static const struct repeat *repeat_of(const struct answer *answer)
{
  const struct question *question = item_question(answer->step.item);
  return question ? question->repeat : item_repeat(answer->step.item);
}

static struct turn turn_at(const struct writing *writing, guint index)
{
  const struct answer *first = answer_at(writing, index);
  struct turn turn = {repeat_of(first), first->step.turn, NULL, index, index};
  if (item_repeat(first->step.item)) {
    turn.more = first;
    turn.first = ++turn.end;
  }
  while (turn.end < writing->list->len) {
    const struct answer *answer = answer_at(writing, turn.end);
    if (repeat_of(answer) != turn.repeat || answer->step.turn != turn.number)
      break;
    turn.end++;
  }
  return turn;
}

static gboolean is_yes(const struct answer *answer)
{
  return answer && !answer->skipped && g_str_equal(answer->values[0], "yes");
}

/* True if TURN only ends the items before it, and nothing comes after it. */
static gboolean is_end(const struct writing *writing, const struct turn *turn)
{
  gboolean last =
      turn->end == writing->list->len || repeat_of(answer_at(writing, turn->end)) != turn->repeat;
  return last && turn->first == turn->end && !is_yes(turn->more);
}

/* True if TURN, which ends the items, says what exchange_read() understands after the last one. */
static gboolean is_understood(const struct writing *writing, const struct turn *turn)
{
  return turn->number > 1 && !turn->more->skipped && turn->more->given == writing->begun &&
         is_active(writing, turn->more->step);
}

/* The day on which the item is understood to have been wanted, as exchange_read() has it. */
static int item_day(const struct writing *writing, const struct turn *turn)
{
  int day = 0;
  for (guint i = turn->first; i < turn->end; i++) {
    const struct answer *answer = answer_at(writing, i);
    if (!answer->skipped && !is_needless(writing, answer) && (!day || answer->given < day))
      day = answer->given;
  }
  return day ? day : writing->begun;
}

static void put_item(const struct writing *writing, const struct turn *turn)
{
  g_string_append(writing->out, "  <item");
  put_attribute(writing->out, "of", turn->repeat->name->id);
  g_string_append(writing->out, ">\n");
  if (turn->more && !(is_yes(turn->more) && turn->more->given == item_day(writing, turn)))
    put_answer(writing, turn->more, "    ");
  for (guint i = turn->first; i < turn->end; i++)
    put_answer(writing, answer_at(writing, i), "    ");
  g_string_append(writing->out, "  </item>\n");
}

static void put_answers(const struct writing *writing)
{
  for (guint i = 0; i < writing->list->len;) {
    if (writing->whole || !repeat_of(answer_at(writing, i))) {
      put_answer(writing, answer_at(writing, i++), "  ");
      continue;
    }
    struct turn turn = turn_at(writing, i);
    if (!is_end(writing, &turn))
      put_item(writing, &turn);
    else if (!is_understood(writing, &turn))
      put_answer(writing, turn.more, "  ");
    i = turn.end;
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
    if (answers_ticked_action(writing->answers, task))
      put_attribute(writing->out, "action", answers_ticked_action(writing->answers, task));
    g_string_append(writing->out, "/>\n");
  }
}

static void put_moves(const struct writing *writing, const struct catalogue *catalogue)
{
  for (guint i = 0; i < catalogue->task_count; i++) {
    const struct task *task = catalogue->tasks[i];
    int day = answers_moved(writing->answers, task);
    if (!day)
      continue;
    g_string_append(writing->out, "  <moved");
    put_attribute(writing->out, "of", task->name->id);
    put_day(writing->out, "to", day);
    g_string_append(writing->out, "/>\n");
  }
}

static void put_words(const struct writing *writing, const char *element, const char *id,
                      const char *words)
{
  g_string_append_printf(writing->out, "  <%s", element);
  put_attribute(writing->out, "of", id);
  g_string_append_c(writing->out, '>');
  put_escaped(writing->out, words);
  g_string_append_printf(writing->out, "</%s>\n", element);
}

static void put_messages(const struct writing *writing)
{
  g_autoptr(GPtrArray) fills = answers_fills(writing->answers);
  g_autoptr(GPtrArray) drafts = answers_own_drafts(writing->answers);
  for (guint i = 0; i < fills->len; i++)
    put_words(writing, "fill", fills->pdata[i], answers_fill(writing->answers, fills->pdata[i]));
  for (guint i = 0; i < drafts->len; i++)
    put_words(writing, "draft", drafts->pdata[i],
              answers_own_draft(writing->answers, drafts->pdata[i]));
}

static void put_stray(const struct writing *writing, const struct stray *stray)
{
  static const struct {
    const char *element, *day;
  } forms[] = {[ENTRY_ANSWER] = {"answer", "given"},
               [ENTRY_SKIP] = {"skip", "given"},
               [ENTRY_DONE] = {"done", "on"},
               [ENTRY_MOVED] = {"moved", "to"}};
  gboolean told = stray->kind == ENTRY_ANSWER || stray->kind == ENTRY_SKIP;
  GString *out = writing->out;
  g_string_append_printf(out, "  <%s", forms[stray->kind].element);
  put_attribute(out, "of", stray->of);
  put_day(out, forms[stray->kind].day, stray->day);
  if (told && stray->seen != stray->day)
    put_day(out, "seen", stray->seen);
  put_turn(out, stray->turn);
  if (stray->kind == ENTRY_DONE && stray->values)
    put_attribute(out, "action", stray->values[0]);
  if (stray->kind != ENTRY_ANSWER) {
    g_string_append(out, "/>\n");
    return;
  }
  g_string_append(out, " parked=\"yes\">");
  put_list(out, stray->values);
  g_string_append(out, "</answer>\n");
}

/* True if STRAY was told at a question that is there, and is not private. */
static gboolean is_public(const struct catalogue *catalogue, const struct stray *stray)
{
  const struct name *name = catalogue_find(catalogue, stray->of);
  return name && name->kind == NAME_QUESTION && !question_is_private(item_question(name->item));
}

static void put_strays(const struct writing *writing, const struct catalogue *catalogue,
                       enum exchange_private private)
{
  const GPtrArray *strays = answers_strays(writing->answers);
  for (guint i = 0; i < strays->len; i++)
    if (private == PRIVATE_INCLUDED || is_public(catalogue, strays->pdata[i]))
      put_stray(writing, strays->pdata[i]);
}

static void put_root(const struct writing *writing, const char *title, int today)
{
  g_string_append(writing->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                "<example xmlns=\"urn:rebond:content:1\"");
  put_attribute(writing->out, "title", title);
  put_day(writing->out, "today", today);
  if (writing->begun != today)
    put_day(writing->out, "given", writing->begun);
  if (writing->whole)
    put_attribute(writing->out, "id", answers_identity(writing->answers));
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

/* The day of the file: none of what is told in it is after that, whatever the clock says. */
static int day_of_file(const GPtrArray *list, int today)
{
  for (guint i = 0; i < list->len; i++)
    today = MAX(today, ((const struct answer *)list->pdata[i])->seen);
  return today;
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
  gboolean whole = answers_identity(written) != NULL;
  struct writing writing = {written, pass, list, begun ? begun : today, whole, out};

  put_root(&writing, title, whole ? day_of_file(list, today) : today);
  put_answers(&writing);
  put_ticks(&writing, catalogue);
  put_moves(&writing, catalogue);
  put_messages(&writing);
  put_strays(&writing, catalogue, private);
  if (expectations)
    g_string_append(out, expectations);
  g_string_append(out, "</example>\n");
}
