/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dated part of the document: summary, plan by day, drafts. */
#include "base/date.h"
#include "report/parts.h"

/* How many unanswered questions are named. */
#define MISSING_NAMED 3

/* ---- summary ---- */

static char *number(guint n)
{
  return g_strdup_printf("%u", n);
}

/* "Next, on {1}:" or the like, for ACTION. */
static char *next_label(const struct part *part, const struct planned_action *action)
{
  /* TRANSLATORS: before the title of the next thing to do. {1} is a date, {2} a time of day. */
  static const char *const labels[2][2] = {
      {N_("Next, on {1}:"), N_("Next, on {1} at {2}:")},
      {N_("Next, today:"), N_("Next, today at {2}:")},
  };
  const char *label = labels[action->day == part->plan->today][action->at >= 0];
  g_autofree char *day = part_day(part, action->day);
  g_autofree char *time = action->at >= 0 ? time_long(action->at, part->translator) : NULL;
  return tr_fill(tr(part->translator, label), day, time ? time : "", NULL);
}

/* How many open actions have a day, and the last of those days. */
static guint count_open(const struct plan *plan, int *last)
{
  guint open = 0;
  for (guint i = 0; i < plan->actions->len; i++) {
    const struct planned_action *action = plan->actions->pdata[i];
    if (action->day && action->state != ACTION_DONE) {
      open++;
      *last = action->day;
    }
  }
  return open;
}

static void add_next(const struct part *part, const struct planned_action *next)
{
  g_autofree char *label = next_label(part, next);
  cmark_node *paragraph = part_paragraph(part->document);
  node_add_words(paragraph, label, RUN_STRONG);
  node_add_words(paragraph, " ", 0);
  node_add_phrase(paragraph, next->title, 0);
  int last = 0;
  guint more = count_open(part->plan, &last) - 1;
  if (more == 0)
    return;
  g_autofree char *count = number(more), *day = part_day(part, last);
  g_autofree char *rest =
      tr_fill(tr_plural(part->translator, "{1} more thing to do after that, on {2}.",
                        "{1} more things to do after that, the last on {2}.", more),
              count, day, NULL);
  node_add_words(part_paragraph(part->document), rest, 0);
}

/* What to say when no action with a day is open. */
static const char *nothing_next(const struct plan *plan)
{
  if (plan->actions->len == 0)
    return plan->missing->len > 0 ? N_("From the answers so far, there is nothing to do yet.")
                                  : N_("There is nothing to do. That is a plan too.");
  for (guint i = 0; i < plan->actions->len; i++)
    if (((struct planned_action *)plan->actions->pdata[i])->state != ACTION_DONE)
      return N_("Nothing has a date; what stands below can be done at any time.");
  return N_("Everything in this plan is done.");
}

static void add_missing(const struct part *part)
{
  const GPtrArray *missing = part->plan->missing;
  if (missing->len == 0)
    return;
  const char *names[MISSING_NAMED + 2] = {0};
  for (guint i = 0; i < MIN(missing->len, MISSING_NAMED); i++)
    names[i] = missing->pdata[i];
  if (missing->len > MISSING_NAMED)
    names[MISSING_NAMED] = tr(part->translator, N_("others"));
  g_autofree char *list = tr_join(part->translator, names);
  g_autofree char *count = number(missing->len);
  g_autofree char *words = tr_fill(
      tr_plural(part->translator,
                "This plan is not complete: {1} question has no answer yet ({2}).",
                "This plan is not complete: {1} questions have no answer yet ({2}).", missing->len),
      count, list, NULL);
  node_add_words(part_paragraph(part->document), words, 0);
}

void part_summary(const struct part *part)
{
  g_autofree char *today = date_long(part->plan->today, part->translator);
  /* TRANSLATORS: {1} is the date of the day on which the plan was made. */
  g_autofree char *dated = tr_fill(tr(part->translator, N_("Plan of {1}")), today, NULL);
  node_add_words(part_paragraph(part->document), dated, RUN_EM);
  const struct planned_action *next = plan_next(part->plan);
  if (next)
    add_next(part, next);
  else
    node_add_words(part_paragraph(part->document), tr(part->translator, nothing_next(part->plan)),
                   RUN_STRONG);
  add_missing(part);
}

/* ---- one action ---- */

/* " (at 5 pm, by phone, 5 minutes)"; how long does not matter once it is done. */
static char *details(const struct part *part, const struct planned_action *action)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
  if (action->at >= 0) {
    g_autofree char *time = time_long(action->at, part->translator);
    /* TRANSLATORS: {1} is a time of day. */
    g_ptr_array_add(parts, tr_fill(tr(part->translator, N_("at {1}")), time, NULL));
  }
  g_ptr_array_add(parts, g_strdup(channel_in_words(action->action->channel, part->translator)));
  guint minutes = action->action->minutes;
  if (minutes > 0 && action->state != ACTION_DONE) {
    g_autofree char *count = number(minutes);
    g_ptr_array_add(
        parts,
        tr_fill(tr_plural(part->translator, "{1} minute", "{1} minutes", minutes), count, NULL));
  }
  g_ptr_array_add(parts, NULL);
  g_autofree char *joined = g_strjoinv(", ", (char **)parts->pdata);
  return g_strdup_printf(" (%s)", joined);
}

static void add_late(const struct part *part, cmark_node *item, const struct planned_action *action)
{
  if (!plan_is_overdue(part->plan, action))
    return;
  g_autofree char *due = part_day(part, action->due);
  /* TRANSLATORS: {1} is a date that has passed. */
  g_autofree char *late =
      tr_fill(tr(part->translator, N_("This was due on {1}; it can still be done.")), due, NULL);
  node_add_words(part_paragraph(item), late, RUN_EM);
}

static void add_steps(cmark_node *item, const GPtrArray *steps)
{
  if (steps->len == 1)
    node_add_phrase(part_paragraph(item), steps->pdata[0], 0);
  if (steps->len < 2)
    return;
  cmark_node *list = node_add_list(item, CMARK_ORDERED_LIST, TRUE);
  for (guint i = 0; i < steps->len; i++)
    node_add_phrase(part_paragraph(node_add(list, CMARK_NODE_ITEM)), steps->pdata[i], 0);
}

static void add_action(const struct part *part, cmark_node *list,
                       const struct planned_action *action)
{
  cmark_node *item = node_add(list, CMARK_NODE_ITEM);
  cmark_node *first = part_paragraph(item);
  g_autofree char *said = details(part, action);
  node_add_box(first, action->state == ACTION_DONE);
  node_add_phrase(first, action->title, RUN_STRONG);
  node_add_words(first, said, 0);
  if (action->state == ACTION_DONE)
    return;
  add_late(part, item, action);
  if (!phrase_empty(action->why))
    node_add_phrase(part_paragraph(item), action->why, 0);
  add_steps(item, action->steps);
  for (guint i = 0; i < action->avoids->len; i++)
    part_labelled(part, item, N_("Avoid:"), action->avoids->pdata[i]);
  if (action->drafts->len > 0)
    node_add_words(part_paragraph(item),
                   tr_plural(part->translator, "A draft of it stands below.",
                             "Drafts of it stand below.", action->drafts->len),
                   0);
  part_because(part, item, action->because);
}

/* ---- the days ---- */

static void add_day(const struct part *part, const struct planned_action *action)
{
  g_autofree char *day =
      action->day ? part_day(part, action->day) : g_strdup(tr(part->translator, N_("At any time")));
  node_add_words(node_add_heading(part->document, 3), day, 0);
}

void part_days(const struct part *part)
{
  const GPtrArray *actions = part->plan->actions;
  if (actions->len == 0)
    return;
  part_title(part, N_("What to do, day by day"));
  cmark_node *list = NULL;
  int day = 0;
  for (guint i = 0; i < actions->len; i++) {
    const struct planned_action *action = actions->pdata[i];
    if (!list || action->day != day) {
      add_day(part, action);
      list = node_add_list(part->document, CMARK_BULLET_LIST, FALSE);
      day = action->day;
    }
    add_action(part, list, action);
  }
}

/* ---- drafts ---- */

static void add_draft(const struct part *part, const struct planned_draft *draft)
{
  cmark_node *quote = node_add(part->document, CMARK_NODE_BLOCK_QUOTE);
  part_labelled(part, quote, N_("To:"), draft->to);
  part_labelled(part, quote, N_("Subject:"), draft->subject);
  for (guint i = 0; i < draft->paragraphs->len; i++)
    node_add_phrase(part_paragraph(quote), draft->paragraphs->pdata[i], 0);
}

static void add_drafts_of(const struct part *part, const struct planned_action *action)
{
  for (guint i = 0; i < action->drafts->len; i++) {
    const struct planned_draft *draft = action->drafts->pdata[i];
    node_add_phrase(node_add_heading(part->document, 3), action->title, 0);
    g_autofree char *day = action->day ? part_day(part, action->day) : NULL;
    g_autofree char *where =
        g_strjoin(", ", channel_in_words(draft->channel, part->translator), day, NULL);
    node_add_words(part_paragraph(part->document), where, RUN_EM);
    add_draft(part, draft);
  }
}

void part_drafts(const struct part *part)
{
  g_autoptr(GPtrArray) open = g_ptr_array_new();
  gboolean blank = FALSE;
  for (guint i = 0; i < part->plan->actions->len; i++) {
    struct planned_action *action = part->plan->actions->pdata[i];
    if (action->state == ACTION_DONE || action->drafts->len == 0)
      continue;
    g_ptr_array_add(open, action);
    for (guint j = 0; j < action->drafts->len; j++)
      blank |= ((struct planned_draft *)action->drafts->pdata[j])->has_blank;
  }
  if (open->len == 0)
    return;
  part_title(part, N_("Drafts"));
  if (blank)
    node_add_words(part_paragraph(part->document),
                   tr(part->translator, N_("Only you can write what stands in brackets; a draft is "
                                           "ready to send when no bracket is left.")),
                   0);
  for (guint i = 0; i < open->len; i++)
    add_drafts_of(part, open->pdata[i]);
}
