/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reasons for what did not come, from the theme down. */
#include "check/why.h"

#include "catalogue/spots.h"

struct asking {
  const struct pass *pass;
  const struct translator *translator;
};

static char *say(const struct asking *asking, const char *msgid, const char *first,
                 const char *second, const char *third)
{
  return tr_fill(tr(asking->translator, msgid), first, second, third, NULL);
}

static char *why_not_chosen(const struct asking *asking, const struct item *option)
{
  const struct item *question = option->parent;
  g_assert(question);
  const struct answer *answer = pass_answer(asking->pass, (struct step){question, 0});
  if (!answer)
    return say(asking, N_("'{1}' was not answered"), question->id, NULL, NULL);
  if (g_strv_contains((const char *const *)answer->values, option->id))
    return NULL;
  g_autofree char *given = g_strjoinv(", ", answer->values);
  return say(asking, N_("'{1}' was answered '{2}', not '{3}'"), question->id, given, option->id);
}

static char *why_not_inside(const struct asking *asking, const struct item *item)
{
  const struct item *parent = item->parent;
  if (parent && parent->kind == ITEM_QUESTION && item->kind != ITEM_OPTION &&
      !pass_answer(asking->pass, (struct step){parent, 0}))
    return say(asking, N_("'{1}' was not answered"), parent->id, NULL, NULL);
  if (parent && parent->kind == ITEM_REPEAT)
    return say(asking, N_("'{1}' has no item for which it counts"), parent->id, NULL, NULL);
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
    return say(asking, N_("'{1}' is false"), item->when->text, NULL, NULL);
  const struct origin *origin = item_origin(item);
  if (origin && !pass_in_region(asking->pass, origin->regions))
    return say(asking, N_("'{1}' does not count in this region"), item->id, NULL, NULL);
  if (item->kind == ITEM_QUESTION && !pass_has_met(asking->pass, (struct step){item, 0}))
    return say(asking, N_("'{1}' has nothing to offer"), item->id, NULL, NULL);
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
