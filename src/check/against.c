/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two versions of a pack, compared by the journeys of their examples and witnesses. */
#include "check/against.h"

#include <string.h>

#include "check/goals.h"
#include "check/journey.h"
#include "check/witness.h"

struct comparing {
  struct version before, after;
  const struct check_options *options;
  GString *out;
  GHashTable *said; /* lines written, so that a change is told once */
  guint count;
};

static gboolean contains(const GPtrArray *lines, const char *line)
{
  return g_ptr_array_find_with_equal_func((GPtrArray *)lines, line, g_str_equal, NULL);
}

/* What is in LINES and not in OTHERS, each line with MARK, for the person of TITLE. */
static void write_missing(struct comparing *comparing, const GPtrArray *lines,
                          const GPtrArray *others, char mark, const char *title)
{
  for (guint i = 0; i < lines->len; i++) {
    const char *line = g_ptr_array_index(lines, i);
    g_autofree char *marked = g_strdup_printf("%c %s", mark, line);
    if (contains(others, line) || g_hash_table_contains(comparing->said, marked))
      continue;
    g_string_append_printf(comparing->out, "%s (%s)\n", marked, title);
    g_hash_table_add(comparing->said, g_steal_pointer(&marked));
    comparing->count++;
  }
}

static void compare_example(struct comparing *comparing, const struct example *example)
{
  const struct translator *translator = comparing->options->translator;
  g_autoptr(GPtrArray) before = journey_new(comparing->before.catalogue, example, translator);
  g_autoptr(GPtrArray) after = journey_new(comparing->after.catalogue, example, translator);
  const char *title = example->title ? example->title : "";
  write_missing(comparing, before, after, '-', title);
  write_missing(comparing, after, before, '+', title);
}

static void compare_examples(struct comparing *comparing, const char *directory)
{
  OWNED(findings) ignored = findings_new(NULL);
  g_autofree char *folder = g_build_filename(directory, "examples", NULL);
  g_auto(GStrv) files = catalogue_files(folder, NULL, NULL);
  for (int i = 0; files && files[i]; i++) {
    OWNED(example) example = example_read(files[i], ignored);
    if (example)
      compare_example(comparing, example);
  }
}

static void compare_witness(struct comparing *comparing, const struct catalogue *catalogue,
                            const char *id)
{
  g_autoptr(GString) text = g_string_new(NULL);
  OWNED(findings) ignored = findings_new(NULL);
  if (witness_write(catalogue, id, comparing->options, text, NULL) != WITNESS_WRITTEN)
    return;
  OWNED(example) example = example_read_text(text->str, "witness", ignored);
  if (example)
    compare_example(comparing, example);
}

static void compare_witnesses(struct comparing *comparing, const struct catalogue *catalogue)
{
  for (guint i = 0; i < catalogue->item_count; i++) {
    const struct item *item = catalogue->items[i];
    gboolean option = item->kind == ITEM_OPTION;
    if (item->kind == ITEM_THEME || !item->id)
      continue;
    g_autofree char *id =
        option ? g_strdup_printf("%s=%s", item->parent->id, item->id) : g_strdup(item->id);
    compare_witness(comparing, catalogue, id);
  }
}

guint against_write(struct version before, struct version after,
                    const struct check_options *options, GString *out)
{
  g_autoptr(GHashTable) said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  struct comparing comparing = {before, after, options, out, said, 0};
  compare_examples(&comparing, before.directory);
  if (strcmp(before.directory, after.directory) != 0)
    compare_examples(&comparing, after.directory);
  compare_witnesses(&comparing, before.catalogue);
  compare_witnesses(&comparing, after.catalogue);
  return comparing.count;
}
