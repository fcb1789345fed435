/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reasons for what did not come, from the theme down. */
#include "check/why.h"

#include "catalogue/spots.h"
#include "walk/condition_words.h"
#include "walk/words.h"

struct asking {
  const struct pass *pass;
  const struct translator *translator;
};

static char *say(const struct asking *asking, const char *msgid, const char *words)
{
  return tr_fill(tr(asking->translator, msgid), words, NULL);
}

/* MSGID filled with what ITEM is called, and its id behind it. */
static char *say_of(const struct asking *asking, const char *msgid, const struct item *item)
{
  g_autofree char *words = subject_words(pass_catalogue(asking->pass), item, asking->translator);
  g_autofree char *said = say(asking, msgid, words);
  return g_strdup_printf("%s [$%s]", said, item->id);
}

static char *why_not_chosen(const struct asking *asking, const struct item *option)
{
  const struct item *question = option->parent;
  g_assert(question);
  struct step step = {question, 0};
  const struct answer *answer = pass_answer(asking->pass, step);
  if (!answer)
    return say_of(asking, N_("{1} was not answered"), question);
  if (g_strv_contains((const char *const *)answer->values, option->id))
    return NULL;
  struct voice voice = {.pass = asking->pass, .translator = asking->translator};
  const char *const wanted[] = {option->id, NULL};
  g_autofree char *name = subject_words(pass_catalogue(asking->pass), question, asking->translator);
  g_autofree char *given = answer_words(&voice, step, NULL);
  g_autofree char *other = values_words(&voice, step, wanted);
  g_autofree char *said = tr_fill(tr(asking->translator, N_("{1} was answered '{2}', not '{3}'")),
                                  name, given, other, NULL);
  return g_strdup_printf("%s [$%s = '%s']", said, question->id, option->id);
}

static char *why_not_inside(const struct asking *asking, const struct item *item)
{
  const struct item *parent = item->parent;
  if (parent && parent->kind == ITEM_QUESTION && item->kind != ITEM_OPTION &&
      !pass_answer(asking->pass, (struct step){parent, 0}))
    return say_of(asking, N_("{1} was not answered"), parent);
  if (parent && parent->kind == ITEM_REPEAT)
    return say_of(asking, N_("{1} has no item for which it counts"), parent);
  const struct action *action = parent ? item_action(parent) : NULL;
  if (action && !answers_has_done(pass_answers(asking->pass), action))
    return say_of(asking, N_("{1} is not done"), parent);
  return NULL;
}

static char *why_itself(const struct asking *asking, const struct item *item)
{
  if (item->kind == ITEM_OPTION)
    return why_not_chosen(asking, item);
  char *why = why_not_inside(asking, item);
  if (why)
    return why;
  if (!pass_holds(asking->pass, item->when, 0))
    return condition_denied_beside(pass_catalogue(asking->pass), item->when, asking->translator);
  const struct origin *origin = item_origin(item);
  if (origin && !pass_in_region(asking->pass, origin->regions))
    return say(asking, N_("'{1}' does not count in this region"), item->id);
  if (item->kind == ITEM_QUESTION && !pass_has_met(asking->pass, (struct step){item, 0}))
    return say_of(asking, N_("{1} has nothing to offer"), item);
  return NULL;
}

static char *why(const struct asking *asking, const struct item *item)
{
  char *outer = item->parent ? why(asking, item->parent) : NULL;
  return outer ? outer : why_itself(asking, item);
}

char *why_unmet(const struct pass *pass, const struct item *item,
                const struct translator *translator)
{
  struct asking asking = {pass, translator};
  return why(&asking, item);
}
