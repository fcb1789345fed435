/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "terminal/listen.h"

#include "terminal/explain.h"
#include "terminal/say.h"
#include "terminal/typed.h"
#include "walk/heard.h"

gboolean listen_for_support(struct talk *talk, const char *text)
{
  gboolean any = FALSE;
  g_autoptr(GPtrArray) supports = heard_supports(walk_pass(talk->walk), text);
  for (guint i = 0; i < supports->len; i++) {
    if (!g_hash_table_add(talk->heard, supports->pdata[i]))
      continue;
    if (!any)
      say_message(talk, N_("what you write sounds hard; you need not be alone with it"), NULL);
    explain_one_support(talk, supports->pdata[i]);
    any = TRUE;
  }
  if (any)
    say_message(talk, N_("nobody but you has read this; when you like, we go on"), NULL);
  return any;
}

/* ---- options ---- */

/* "1 (late) or 3 (ill)". */
static char *numbered(const struct talk *talk, GPtrArray *values, const char *pattern)
{
  g_autoptr(GArray) offers = pass_offers(walk_pass(talk->walk), talk->step);
  char *list = NULL;
  for (guint i = 0; i < offers->len; i++) {
    const char *value = g_array_index(offers, struct offer, i).value;
    if (!g_ptr_array_find(values, value, NULL))
      continue;
    g_autofree char *label =
        typed_label(walk_pass(talk->walk), talk->step, value, talk->translator);
    g_autofree char *entry = g_strdup_printf("%u (%s)", i + 1, label);
    g_autofree char *before = list;
    list = before ? tr_fill(tr(talk->translator, pattern), before, entry, NULL)
                  : g_steal_pointer(&entry);
  }
  return list;
}

static char *label_of(const struct talk *talk, const char *value)
{
  return typed_label(walk_pass(talk->walk), talk->step, value, talk->translator);
}

/* Of one choice that may be several things only the person can say which. */
static void ask_which(struct talk *talk, GPtrArray *values)
{
  /* TRANSLATORS: {1} and {2} are answers, the first possibly several joined like that. */
  g_autofree char *list = numbered(talk, values, N_("{1} or {2}"));
  g_autofree char *words =
      tr_fill(tr(talk->translator, "that may be {1}; type one of the numbers"), list, NULL);
  talk_mistake(talk, words);
}

static char **copy(const GPtrArray *values)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
  for (guint i = 0; i < values->len; i++)
    g_strv_builder_add(builder, values->pdata[i]);
  return g_strv_builder_end(builder);
}

static enum listen propose(struct talk *talk, GPtrArray *found, char ***values, char **instead)
{
  g_autofree char *words =
      found->len == 1 ? label_of(talk, found->pdata[0]) : numbered(talk, found, N_("{1} and {2}"));
  g_autofree char *prompt =
      tr_fill(tr(talk->translator, "Did you mean '{1}'? (yes, no) "), words, NULL);
  gboolean yes = FALSE;
  enum heard heard = talk_ask(talk, prompt, &yes, instead);
  if (heard != HEARD_TEXT || *instead || !yes)
    return LISTEN_DENIED;
  *values = copy(found);
  return LISTEN_MEANT;
}

enum listen listen_for_options(struct talk *talk, const char *text, char ***values, char **instead)
{
  const struct question *question = item_question(talk->step.item);
  if (!question || !question_has_options(question))
    return LISTEN_NOTHING;
  g_autoptr(GPtrArray) found = heard_options(walk_pass(talk->walk), talk->step, text);
  if (!found->len)
    return LISTEN_NOTHING;
  if (question_answered_by(question) != BY_OPTION || found->len == 1)
    return propose(talk, found, values, instead);
  ask_which(talk, found);
  return LISTEN_TOLD;
}
