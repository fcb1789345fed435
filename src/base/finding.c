/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings gathered, capped, sorted and printed. */
#include "base/finding.h"

#include <string.h>

#include "base/text.h"

#define QUOTED_CHARACTERS 80

static const char *const severity_words[] = {
    [SEVERITY_ERROR] = "error",
    [SEVERITY_WARNING] = "warning",
};

/* A finding that was only counted. */
struct counted {
  const struct rule *rule;
  const char *file;
};

struct findings {
  const struct translator *translator;
  GPtrArray *kept;      /* struct finding */
  GArray *left_out;     /* struct counted */
  GHashTable *per_file; /* interned file -> number of findings, the left-out ones included */
  guint counts[G_N_ELEMENTS(severity_words)];
  struct finding *last; /* NULL if the finding last added was left out */
};

static void free_finding(gpointer data)
{
  struct finding *finding = data;
  g_free(finding->message);
  g_free(finding->note);
  g_free(finding);
}

struct findings *findings_new(const struct translator *translator)
{
  struct findings *findings = g_new0(struct findings, 1);
  findings->translator = translator;
  findings->kept = g_ptr_array_new_with_free_func(free_finding);
  findings->left_out = g_array_new(FALSE, FALSE, sizeof(struct counted));
  findings->per_file = g_hash_table_new(NULL, NULL);
  return findings;
}

void findings_free(struct findings *findings)
{
  g_ptr_array_free(findings->kept, TRUE);
  g_array_unref(findings->left_out);
  g_hash_table_destroy(findings->per_file);
  g_free(findings);
}

static guint count_in_file(const struct findings *findings, const char *file)
{
  return GPOINTER_TO_UINT(g_hash_table_lookup(findings->per_file, file));
}

static void set_count(struct findings *findings, const struct rule *rule, const char *file,
                      guint count)
{
  findings->counts[rule->severity] += count - count_in_file(findings, file);
  g_hash_table_insert(findings->per_file, (void *)file, GUINT_TO_POINTER(count));
}

static void uncount(struct findings *findings, const struct rule *rule, const char *file)
{
  set_count(findings, rule, file, count_in_file(findings, file) - 1);
}

/* Counts one more of RULE in FILE; false if it is one too many to be kept. */
static gboolean count_one(struct findings *findings, const struct rule *rule, const char *file)
{
  struct counted counted = {rule, file};
  set_count(findings, rule, file, count_in_file(findings, file) + 1);
  gboolean keeps = count_in_file(findings, file) <= FINDINGS_PER_FILE;
  if (!keeps)
    g_array_append_val(findings->left_out, counted);
  return keeps;
}

char *place_words(struct place place)
{
  g_autofree char *file = g_path_get_basename(place.file);
  return g_strdup_printf("%s:%u", file, place.line);
}

char *findings_quote(const char *words)
{
  gsize enough = strnlen(words, (gsize)(QUOTED_CHARACTERS + 1) * 4); /* bytes a character */
  g_autofree char *clean = text_clean(words, (gssize)enough);
  g_strdelimit(clean, "\n", ' ');
  if (g_utf8_strlen(clean, -1) <= QUOTED_CHARACTERS)
    return g_steal_pointer(&clean);
  g_autofree char *cut = g_utf8_substring(clean, 0, QUOTED_CHARACTERS);
  return g_strconcat(cut, "…", NULL);
}

void findings_add(struct findings *findings, const struct rule *rule, struct place place, ...)
{
  findings->last = NULL;
  if (!count_one(findings, rule, place.file))
    return;
  g_autoptr(GPtrArray) words = g_ptr_array_new_null_terminated(1, g_free, TRUE);
  va_list list;
  va_start(list, place);
  const char *word;
  while ((word = va_arg(list, const char *)))
    g_ptr_array_add(words, findings_quote(word));
  va_end(list);

  struct finding *finding = g_new0(struct finding, 1);
  finding->rule = rule;
  finding->place = place;
  finding->message =
      tr_fill_array(tr(findings->translator, rule->message), (const char *const *)words->pdata);
  g_ptr_array_add(findings->kept, finding);
  findings->last = finding;
}

gboolean findings_kept(const struct findings *findings)
{
  return findings->last != NULL;
}

void findings_explain(struct findings *findings, const char *reason)
{
  if (!findings->last)
    return;
  g_autofree char *clean = g_strdelimit(text_clean(reason, -1), "\n", ' ');
  g_autofree char *message = findings->last->message;
  /* TRANSLATORS: {1} says what is wrong, {2} why. */
  findings->last->message = tr_fill(tr(findings->translator, "{1}: {2}"), message, clean, NULL);
}

void findings_suggest(struct findings *findings, const char *name)
{
  if (!findings->last || !name)
    return;
  g_autofree char *quoted = findings_quote(name);
  g_autofree char *message = findings->last->message;
  /* TRANSLATORS: {1} says what is wrong with a name, {2} is a name that exists. */
  const char *pattern = tr(findings->translator, "{1}; did you mean '{2}'?");
  findings->last->message = tr_fill(pattern, message, quoted, NULL);
}

void findings_unmask(struct findings *findings, const char *word)
{
  g_autofree char *character = findings->last ? text_disguised(word) : NULL;
  if (!character)
    return;
  g_autofree char *words = tr_fill(
      /* TRANSLATORS: {1} is the number and the name of a character. */
      tr(findings->translator, "it holds a character that is not what it looks like, {1}"),
      character, NULL);
  findings_explain(findings, words);
}

void findings_relate(struct findings *findings, struct place place, const char *note)
{
  if (!findings->last)
    return;
  findings->last->related = place;
  g_free(findings->last->note);
  findings->last->note = g_strdup(tr(findings->translator, note));
}

const struct translator *findings_translator(const struct findings *findings)
{
  return findings->translator;
}

guint findings_count(const struct findings *findings, enum severity severity)
{
  return findings->counts[severity];
}

guint findings_left_out(const struct findings *findings, const char *file)
{
  guint count = 0;
  for (guint i = 0; i < findings->left_out->len; i++)
    count += g_array_index(findings->left_out, struct counted, i).file == file;
  return count;
}

gboolean findings_has(const struct findings *findings, const struct rule *rule, struct place place)
{
  for (guint i = 0; i < findings->kept->len; i++) {
    const struct finding *finding = g_ptr_array_index(findings->kept, i);
    if (finding->rule == rule && finding->place.file == place.file &&
        finding->place.line == place.line && finding->place.column == place.column)
      return TRUE;
  }
  return FALSE;
}

void findings_drop(struct findings *findings, const struct rule *rule)
{
  for (guint i = findings->kept->len; i-- > 0;) {
    const struct finding *finding = g_ptr_array_index(findings->kept, i);
    if (finding->rule != rule)
      continue;
    uncount(findings, rule, finding->place.file);
    g_ptr_array_remove_index(findings->kept, i);
  }
  for (guint i = findings->left_out->len; i-- > 0;) {
    struct counted counted = g_array_index(findings->left_out, struct counted, i);
    if (counted.rule != rule)
      continue;
    uncount(findings, rule, counted.file);
    g_array_remove_index(findings->left_out, i);
  }
  findings->last = NULL;
}

static int compare_numbers(guint a, guint b)
{
  return (a > b) - (a < b);
}

static int compare(gconstpointer a, gconstpointer b)
{
  const struct finding *one = *(struct finding *const *)a, *other = *(struct finding *const *)b;
  int order = (other->place.line == 0) - (one->place.line == 0);
  if (order == 0)
    order = g_strcmp0(one->place.file, other->place.file);
  if (order == 0)
    order = compare_numbers(one->place.line, other->place.line);
  if (order == 0)
    order = compare_numbers(one->place.column, other->place.column);
  return order ? order : strcmp(one->rule->name, other->rule->name);
}

void findings_sort(struct findings *findings)
{
  g_ptr_array_sort(findings->kept, compare);
}

const struct finding *findings_get(const struct findings *findings, guint index)
{
  return index < findings->kept->len ? g_ptr_array_index(findings->kept, index) : NULL;
}

static void print_place(struct place place, GString *out)
{
  if (!place.file)
    return;
  g_string_append_printf(out, "%s:", place.file);
  if (place.line)
    g_string_append_printf(out, "%u:", place.line);
  if (place.line && place.column)
    g_string_append_printf(out, "%u:", place.column);
  g_string_append_c(out, ' ');
}

static void print_finding(const struct finding *finding, GString *out)
{
  print_place(finding->place, out);
  g_string_append_printf(out, "%s: %s [%s]\n", severity_words[finding->rule->severity],
                         finding->message, finding->rule->name);
  if (!finding->note)
    return;
  print_place(finding->related, out);
  g_string_append_printf(out, "note: %s\n", finding->note);
}

/* The line that counts what was left out of FILE, if anything was. */
static void print_rest(const struct findings *findings, const char *file, GString *out)
{
  guint rest = findings_left_out(findings, file);
  if (rest == 0)
    return;
  g_autofree char *number = g_strdup_printf("%u", rest);
  /* TRANSLATORS: {1} is the name of a file, {2} a number. */
  g_autofree char *line = tr_fill(tr_plural(findings->translator, "{1}: {2} more finding left out",
                                            "{1}: {2} more findings left out", rest),
                                  file ? file : "-", number, NULL);
  g_string_append_printf(out, "%s\n", line);
}

void findings_print(struct findings *findings, GString *out)
{
  findings_sort(findings);
  for (guint i = 0; i < findings->kept->len; i++) {
    const struct finding *finding = g_ptr_array_index(findings->kept, i);
    const struct finding *next = findings_get(findings, i + 1);
    print_finding(finding, out);
    if (!next || next->place.file != finding->place.file)
      print_rest(findings, finding->place.file, out);
  }
}
