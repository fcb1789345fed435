/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `rebond lessons`: what keeps coming back over several debriefs, counted and never scored, and ten
 * lines to read before the next time.
 */
#include "base/text.h"
#include "command/commands.h"
#include "command/output.h"

/* From so many debriefs on, what comes back is called a pattern. */
#define PATTERN 3
/* How many lines there are to read before the next time, and how many of them are strengths. */
#define LINES 10
#define STRENGTHS 3

/* A lesson, and in how many debriefs it was drawn. */
struct tally {
  const struct planned_lesson *lesson; /* as the latest of them says it */
  guint debriefs;
  gboolean stressed; /* in any of them */
};

/* A topic, its lessons, and in how many debriefs one of them was drawn. */
struct group {
  const struct topic *topic;
  const struct phrase *title;
  guint debriefs;
  GArray *tallies; /* of struct tally */
};

static void clear_group(gpointer data)
{
  g_array_unref(((struct group *)data)->tallies);
}

/* ---- counting ---- */

static struct group *group_of(GArray *groups, const struct planned_lesson *lesson)
{
  for (guint i = 0; i < groups->len; i++) {
    struct group *group = &g_array_index(groups, struct group, i);
    if (group->topic == lesson->lesson->topic)
      return group;
  }
  struct group fresh = {.topic = lesson->lesson->topic,
                        .title = lesson->topic,
                        .tallies = g_array_new(FALSE, TRUE, sizeof(struct tally))};
  g_array_append_val(groups, fresh);
  return &g_array_index(groups, struct group, groups->len - 1);
}

static struct tally *tally_of(struct group *group, const struct planned_lesson *lesson)
{
  for (guint i = 0; i < group->tallies->len; i++) {
    struct tally *tally = &g_array_index(group->tallies, struct tally, i);
    if (tally->lesson->lesson == lesson->lesson)
      return tally;
  }
  struct tally fresh = {.lesson = lesson};
  g_array_append_val(group->tallies, fresh);
  return &g_array_index(group->tallies, struct tally, group->tallies->len - 1);
}

/* Counts PLAN's lessons, each once, however often a repeat drew it. */
static void count(GArray *groups, const struct plan *plan)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < plan->lessons->len; i++) {
    const struct planned_lesson *lesson = g_ptr_array_index(plan->lessons, i);
    struct group *group = group_of(groups, lesson);
    struct tally *tally = tally_of(group, lesson);
    group->debriefs += g_hash_table_add(seen, (gpointer)lesson->lesson->topic);
    tally->debriefs += g_hash_table_add(seen, (gpointer)lesson->lesson);
    tally->stressed = tally->stressed || lesson->stressed;
  }
}

static int compare_groups(gconstpointer a, gconstpointer b)
{
  return (int)((const struct group *)b)->debriefs - (int)((const struct group *)a)->debriefs;
}

/* What comes back most first; of those, what is stressed. */
static int compare_tallies(gconstpointer a, gconstpointer b)
{
  const struct tally *first = a, *second = b;
  if (first->debriefs != second->debriefs)
    return (int)second->debriefs - (int)first->debriefs;
  return second->stressed - first->stressed;
}

/* ---- saying it ---- */

static void print(struct session *session, const char *start, const char *text)
{
  g_autofree char *indent = g_strnfill((gsize)text_width(start), ' ');
  g_autoptr(GString) out = g_string_new(start);
  text_wrap(out, text, output_width(session), text_width(start), indent);
  fprintf(session->out, "%s\n", out->str);
}

/* The lesson as a resolution. Caller frees. */
static char *resolution(const struct session *session, const struct planned_lesson *lesson)
{
  g_autofree char *situation = phrase_plain(lesson->if_text);
  g_autofree char *deed = phrase_plain(lesson->then_text);
  return tr_fill(tr(session->translator, N_("If {1}, then {2}.")), situation, deed, NULL);
}

static void print_group(struct session *session, const struct group *group)
{
  g_autofree char *title = phrase_plain(group->title);
  g_autofree char *times = g_strdup_printf("%u", group->debriefs);
  const char *pattern = group->debriefs >= PATTERN
                            ? tr(session->translator, N_("{1}: in {2} debriefs; that is a pattern"))
                            : tr_plural(session->translator, "{1}: in {2} debrief",
                                        "{1}: in {2} debriefs", group->debriefs);
  g_autofree char *line = tr_fill(pattern, title, times, NULL);
  print(session, "", line);
  for (guint i = 0; i < group->tallies->len; i++) {
    const struct tally *tally = &g_array_index(group->tallies, struct tally, i);
    g_autofree char *start = g_strdup_printf("%4u  ", tally->debriefs);
    g_autofree char *words = resolution(session, tally->lesson);
    print(session, start, words);
  }
}

/* The resolutions of all groups, those that matter most first. */
static GArray *ranked(const GArray *groups)
{
  GArray *all = g_array_new(FALSE, FALSE, sizeof(struct tally));
  for (guint i = 0; i < groups->len; i++) {
    const GArray *tallies = g_array_index(groups, struct group, i).tallies;
    g_array_append_vals(all, tallies->data, tallies->len);
  }
  g_array_sort(all, compare_tallies);
  return all;
}

/* Strengths of PLANS in words, latest first, none twice. */
static GPtrArray *strengths(const GPtrArray *plans)
{
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < plans->len; i++) {
    const struct plan *plan = g_ptr_array_index(plans, i);
    for (guint s = 0; s < plan->strengths->len && words->len < STRENGTHS; s++) {
      const struct planned_strength *strength = g_ptr_array_index(plan->strengths, s);
      if (g_hash_table_add(seen, (gpointer)strength->strength))
        g_ptr_array_add(words, phrase_plain(strength->text));
    }
  }
  return words;
}

static void print_lines(struct session *session, const GArray *groups, const GPtrArray *plans)
{
  g_autoptr(GArray) tallies = ranked(groups);
  g_autoptr(GPtrArray) kept = strengths(plans);
  print(session, "", tr(session->translator, N_("To read before the next time")));
  for (guint i = 0; i < MIN(tallies->len, LINES - kept->len); i++) {
    g_autofree char *words = resolution(session, g_array_index(tallies, struct tally, i).lesson);
    print(session, "  - ", words);
  }
  for (guint i = 0; i < kept->len; i++)
    print(session, "  + ", g_ptr_array_index(kept, i));
}

static void free_plan(gpointer plan)
{
  plan_free(plan);
}

int command_lessons(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  (void)arguments;
  g_autoptr(GPtrArray) debriefs = session_debriefs(session, &code);
  if (!debriefs)
    return code;
  g_autoptr(GPtrArray) plans = g_ptr_array_new_with_free_func(free_plan);
  g_autoptr(GArray) groups = g_array_new(FALSE, FALSE, sizeof(struct group));
  g_array_set_clear_func(groups, clear_group);
  for (guint i = 0; i < debriefs->len; i++) {
    g_ptr_array_add(plans, session_plan(session, g_ptr_array_index(debriefs, i), FALSE));
    count(groups, g_ptr_array_index(plans, i));
  }
  g_array_sort(groups, compare_groups);
  if (groups->len == 0) {
    session_say(session, N_("No lessons yet."), NULL);
    return EXIT_FINE;
  }
  for (guint i = 0; i < groups->len; i++) {
    struct group *group = &g_array_index(groups, struct group, i);
    g_array_sort(group->tallies, compare_tallies);
    print_group(session, group);
    fputc('\n', session->out);
  }
  print_lines(session, groups, plans);
  return EXIT_FINE;
}
