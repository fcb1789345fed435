/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Journeys as facts. */
#include "effect/journey.h"

#include "plan/plan.h"
#include "walk/exchange.h"

static void text_free(void *data)
{
  struct fact_text *text = data;
  g_free(text->words);
  g_free(text);
}

static void fact_free(void *data)
{
  struct fact *fact = data;
  g_ptr_array_unref(fact->texts);
  g_free(fact);
}

static struct fact *add_fact(GPtrArray *facts, const struct item *item)
{
  struct fact *fact = g_new0(struct fact, 1);
  fact->item = item;
  fact->texts = g_ptr_array_new_with_free_func(text_free);
  g_ptr_array_add(facts, fact);
  return fact;
}

/* ---- texts ---- */

static void add_text(struct fact *fact, const struct voice *voice, const struct text *text)
{
  if (!text)
    return;
  struct fact_text *said = g_new(struct fact_text, 1);
  *said = (struct fact_text){text->source, phrase_say(voice, text)};
  g_ptr_array_add(fact->texts, said);
}

/* Of alternatives the first that holds; else all that hold. */
static void add_first(struct fact *fact, const struct voice *voice, const struct text *texts)
{
  add_text(fact, voice, pass_choose(voice->pass, texts, voice->turn));
}

static void add_all(struct fact *fact, const struct voice *voice, const struct text *texts)
{
  g_autoptr(GPtrArray) selected = pass_select(voice->pass, texts, voice->turn);
  for (guint i = 0; i < selected->len; i++)
    add_text(fact, voice, selected->pdata[i]);
}

/* ---- facts ---- */

static void add_question(struct fact *fact, const struct voice *voice, struct step step)
{
  const struct question *question = item_question(step.item);
  add_first(fact, voice, question->prompts);
  add_text(fact, voice, question->label);
  add_all(fact, voice, question->helps);
  add_text(fact, voice, question->low);
  add_text(fact, voice, question->high);
  g_autoptr(GArray) offers = pass_offers(voice->pass, step);
  for (guint i = 0; i < offers->len; i++) {
    const struct offer *offer = &g_array_index(offers, struct offer, i);
    add_text(fact, voice, offer->label);
    add_all(fact, voice, offer->option ? offer->option->helps : NULL);
  }
}

static void add_lesson(struct fact *fact, const struct voice *voice, const struct lesson *lesson)
{
  add_first(fact, voice, lesson->facts);
  add_text(fact, voice, lesson->if_text);
  add_text(fact, voice, lesson->then_text);
  add_first(fact, voice, lesson->why);
  add_text(fact, voice, lesson->exercise);
}

static void add_texts(struct fact *fact, const struct voice *voice, struct step step)
{
  switch (step.item->kind) {
  case ITEM_QUESTION:
    add_question(fact, voice, step);
    break;
  case ITEM_REPEAT:
    add_text(fact, voice, item_repeat(step.item)->prompt);
    break;
  case ITEM_LESSON:
    add_lesson(fact, voice, item_lesson(step.item));
    break;
  case ITEM_STRENGTH:
    add_text(fact, voice, item_strength(step.item)->text);
    break;
  case ITEM_REMARK:
    add_text(fact, voice, item_remark(step.item)->text);
    break;
  case ITEM_OPENING:
    add_all(fact, voice, item_opening(step.item)->paragraphs);
    break;
  case ITEM_REPLY:
    add_text(fact, voice, item_reply(step.item)->title);
    add_all(fact, voice, item_reply(step.item)->paragraphs);
    break;
  case ITEM_THEME:
  case ITEM_OPTION:
  case ITEM_ACTION:
    g_assert_not_reached();
  }
}

static gboolean is_told(const GPtrArray *facts, const struct item *item)
{
  for (guint i = 0; i < facts->len; i++)
    if (((const struct fact *)facts->pdata[i])->item == item)
      return TRUE;
  return FALSE;
}

/* What is met along the way, in a repeat the first time; actions count in the plan. */
static void add_met(GPtrArray *facts, struct voice voice, struct step step)
{
  voice.turn = step.turn;
  if (step.item->kind == ITEM_ACTION || pass_answers_itself(voice.pass, step))
    return;
  if (step.turn <= 1 || !is_told(facts, step.item))
    add_texts(add_fact(facts, step.item), &voice, step);
}

static void add_draft(GPtrArray *facts, const struct voice *voice, const struct action *action,
                      const struct draft *draft)
{
  struct fact *fact = add_fact(facts, &action->item);
  fact->draft = draft;
  add_all(fact, voice, draft->to);
  add_first(fact, voice, draft->subjects);
  add_all(fact, voice, draft->paragraphs);
}

static void add_action(GPtrArray *facts, const struct voice *voice,
                       const struct planned_action *planned)
{
  const struct action *action = planned->action;
  struct fact *fact = add_fact(facts, &action->item);
  fact->day = planned->day;
  add_first(fact, voice, action->titles);
  add_first(fact, voice, action->whys);
  add_all(fact, voice, action->steps);
  add_all(fact, voice, action->avoids);
  for (guint i = 0; i < planned->drafts->len; i++)
    add_draft(facts, voice, action, ((struct planned_draft *)planned->drafts->pdata[i])->draft);
}

GPtrArray *journey_new(const struct catalogue *catalogue, const struct example *example,
                       const struct translator *translator)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func(fact_free);
  OWNED(findings) ignored = findings_new(NULL); /* what this version does not know is left out */
  OWNED(answers) answers = exchange_read(catalogue, example, translator, ignored);
  OWNED(pass) pass = pass_new(catalogue, answers, example->today);
  OWNED(plan) plan = plan_new(catalogue, answers, example->today, translator, FALSE);
  struct voice voice = {.pass = pass, .translator = translator};
  struct step step;
  while (pass_next(pass, &step))
    continue;
  const GArray *met = pass_met(pass);
  for (guint i = 0; i < met->len; i++)
    add_met(facts, voice, g_array_index(met, struct step, i));
  for (guint i = 0; i < plan->actions->len; i++)
    add_action(facts, &voice, plan->actions->pdata[i]);
  return facts;
}
