/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two versions of a pack, compared by the journeys of their examples and witnesses. */
#include "effect/against.h"

#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "catalogue/plain_text.h"
#include "catalogue/spots.h"
#include "effect/changes.h"
#include "effect/journey.h"
#include "effect/routes.h"

/* So many people are named for a change. */
#define NAMED 3
/* Characters of a title. */
#define TITLE 60

struct comparing {
  struct version before, after;
  const struct proof_options *options;
  const struct routes *routes;
  struct renamed *onward, *back;
  struct changes *changes;
  GString *out;
};

static const char *say(const struct comparing *comparing, const char *msgid)
{
  return tr(comparing->options->translator, msgid);
}

/* A line that fills PATTERN (translated). */
static void write_line(const struct comparing *comparing, const char *indent, const char *pattern,
                       const char *first, const char *second)
{
  g_autofree char *line = tr_fill(pattern, first, second, NULL);
  g_string_append_printf(comparing->out, "%s%s\n", indent, line);
}

/* "and 3 more"; NULL for none. */
static char *more_words(const struct comparing *comparing, guint count)
{
  g_autofree char *number = g_strdup_printf("%u", count);
  return count ? tr_fill(say(comparing, N_("and {1} more")), number, NULL) : NULL;
}

/* ---- comparing ---- */

static void compare_route(const struct comparing *comparing, const struct route *route)
{
  OWNED(arena) arena = arena_new();
  const struct translator *translator = comparing->options->translator;
  const struct example *other =
      route->before
          ? renamed_example(comparing->onward, route->example, comparing->after.catalogue, arena)
          : renamed_example(comparing->back, route->example, comparing->before.catalogue, arena);
  g_autoptr(GPtrArray) before =
      journey_new(comparing->before.catalogue, route->before ? route->example : other, translator);
  g_autoptr(GPtrArray) after =
      journey_new(comparing->after.catalogue, route->before ? other : route->example, translator);
  changes_add(comparing->changes, route->name, before, after);
}

/* ---- what is called otherwise ---- */

/* The name of ITEM in the second version if it is another; of an option its value. */
static const char *new_name(const struct comparing *comparing, const struct item *item)
{
  gboolean option = item->kind == ITEM_OPTION;
  if (!item->id || item->kind == ITEM_THEME)
    return NULL;
  g_autofree char *name =
      option ? g_strdup_printf("%s=%s", item->parent->id, item->id) : g_strdup(item->id);
  const char *other = renamed_name(comparing->onward, name);
  const char *value = option ? strchr(other, '=') + 1 : other;
  return g_str_equal(value, item->id) ? NULL : value;
}

static guint write_renamed(const struct comparing *comparing)
{
  guint count = 0;
  const struct catalogue *catalogue = comparing->before.catalogue;
  for (guint i = 0; i < catalogue->item_count; i++) {
    const char *other = new_name(comparing, catalogue->items[i]);
    if (!other)
      continue;
    g_autofree char *words = item_words(catalogue->items[i], comparing->options->translator);
    /* TRANSLATORS: {1} is such as "question 'late'". */
    write_line(comparing, "",
               say(comparing, N_("{1} is now called '{2}'; debriefs under way lose "
                                 "what they hold under the old name")),
               words, other);
    count++;
  }
  return count;
}

/* ---- what changes ---- */

static const char *change_words(const struct change *change)
{
  gboolean asked = change->item->kind == ITEM_QUESTION || change->item->kind == ITEM_REPEAT;
  switch (change->kind) {
  case CHANGE_GOES:
    return asked ? N_("is no longer asked, for {1} of {2}:")
                 : N_("no longer comes, for {1} of {2}:");
  case CHANGE_COMES:
    return asked ? N_("is now asked, for {1} of {2}:") : N_("now comes, for {1} of {2}:");
  case CHANGE_DAY:
    return N_("comes on another day, for {1} of {2}:");
  case CHANGE_WORDS:
    return N_("says something else, for {1} of {2}:");
  case CHANGE_ORDER:
    return N_("says the same in another order, for {1} of {2}:");
  }
  g_assert_not_reached();
}

static char *day_words(const struct comparing *comparing, int day)
{
  return day ? date_medium(day, comparing->options->translator)
             : g_strdup(say(comparing, N_("no day")));
}

static void write_person(const struct comparing *comparing, const struct change *change,
                         const struct concerned *person)
{
  g_string_append_printf(comparing->out, "    %s", person->name);
  if (change->kind == CHANGE_DAY) {
    g_autofree char *before = day_words(comparing, person->before);
    g_autofree char *after = day_words(comparing, person->after);
    g_string_append_printf(comparing->out, ": %s → %s", before, after);
  }
  g_string_append_c(comparing->out, '\n');
}

/* The first few, each name once. */
static void write_people(const struct comparing *comparing, const struct change *change)
{
  g_autoptr(GHashTable) named = g_hash_table_new(g_str_hash, g_str_equal);
  guint at = 0, written = 0;
  for (; at < change->people->len && written < NAMED; at++) {
    const struct concerned *person = &g_array_index(change->people, struct concerned, at);
    if (!g_hash_table_add(named, (gpointer)person->name))
      continue;
    write_person(comparing, change, person);
    written++;
  }
  g_autofree char *more = more_words(comparing, change->people->len - at);
  if (more)
    g_string_append_printf(comparing->out, "    %s\n", more);
}

/* The heading of CHANGE: what it is about. */
static void write_subject(const struct comparing *comparing, const struct change *change)
{
  struct spot spot = {change->draft ? SPOT_DRAFT : SPOT_ITEM, .item = change->item,
                      .draft = change->draft};
  const struct text *title = plain_text_title(change->item);
  g_autofree char *words = spot_words(&spot, comparing->options->translator);
  g_autofree char *plain = title ? plain_text(title->pieces) : g_strdup("");
  g_autofree char *start = text_shorten(plain, TITLE);
  g_string_append_printf(comparing->out, "%s (%s)\n", words, start);
}

static gboolean same_subject(const struct change *some, const struct change *other)
{
  const char *draft = some->draft ? some->draft->id : NULL;
  return some->item == other->item && g_strcmp0(draft, other->draft ? other->draft->id : NULL) == 0;
}

static void write_texts(const struct comparing *comparing, const GPtrArray *texts, char mark)
{
  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf(comparing->out, "    %c %s\n", mark, (char *)texts->pdata[i]);
}

static void write_change(const struct comparing *comparing, const struct change *change,
                         const struct change *last)
{
  if (!last || !same_subject(last, change))
    write_subject(comparing, change);
  g_autofree char *count = g_strdup_printf("%u", change->people->len);
  g_autofree char *total = g_strdup_printf("%u", comparing->routes->list->len);
  write_line(comparing, "  ", say(comparing, change_words(change)), count, total);
  write_texts(comparing, change->gone, '-');
  write_texts(comparing, change->new, '+');
  write_people(comparing, change);
}

/* ---- the whole ---- */

/* The first few of UNFOUND. */
static void write_unfound(const struct comparing *comparing, const GPtrArray *unfound)
{
  g_autoptr(GPtrArray) named = g_ptr_array_new_null_terminated(1, NULL, TRUE);
  for (guint i = 0; i < MIN(unfound->len, NAMED); i++)
    g_ptr_array_add(named, unfound->pdata[i]);
  g_autofree char *more = more_words(comparing, unfound->len - named->len);
  if (more)
    g_ptr_array_add(named, more);
  g_autofree char *ways = g_strjoinv(", ", (char **)named->pdata);
  write_line(
      comparing, "",
      say(comparing, N_("Not found within the budget, so not compared; a larger --budget may "
                        "help: {1}.")),
      ways, NULL);
}

/* On how much all this stands. */
static void write_basis(const struct comparing *comparing, gboolean changed)
{
  const struct routes *routes = comparing->routes;
  const struct translator *translator = comparing->options->translator;
  if (!changed)
    write_line(comparing, "", say(comparing, N_("Nothing changes for people.")), NULL, NULL);
  g_autofree char *examples = tr_count(translator, "{1} example", "{1} examples", routes->examples);
  g_autofree char *witnesses =
      tr_count(translator, "{1} witness", "{1} witnesses", routes->witnesses);
  g_autofree char *invented =
      tr_count(translator, "{1} invented person", "{1} invented people", routes->invented);
  const char *const bases[] = {examples, witnesses, invented, NULL};
  g_autofree char *all = tr_join(translator, bases);
  write_line(comparing, "", say(comparing, N_("Compared on {1}, of both versions.")), all, NULL);
  if (!routes->unfound->len)
    return;
  write_unfound(comparing, routes->unfound);
}

gboolean against_write(struct version before, struct version after,
                       const struct proof_options *options, GString *out)
{
  OWNED(routes) routes = routes_new(before, after, options);
  OWNED(renamed) onward = renamed_new(before.catalogue, after.catalogue);
  OWNED(renamed) back = renamed_new(after.catalogue, before.catalogue);
  OWNED(changes) changes = changes_new(before.catalogue, onward, back);
  struct comparing comparing = {before, after, options, routes, onward, back, changes, out};
  for (guint i = 0; i < routes->list->len; i++)
    compare_route(&comparing, routes->list->pdata[i]);
  const GPtrArray *list = changes_list(changes);
  guint renamed = write_renamed(&comparing);
  for (guint i = 0; i < list->len; i++)
    write_change(&comparing, list->pdata[i], i ? list->pdata[i - 1] : NULL);
  gboolean changed = renamed || list->len;
  write_basis(&comparing, changed);
  return changed;
}
