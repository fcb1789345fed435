/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options by their number, label, beginning of it, or several of them at once. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "terminal/typed_inside.h"

struct menu {
  GArray *offers;    /* of struct offer */
  GPtrArray *labels; /* as shown */
  GPtrArray *folded; /* as compared */
  gboolean *chosen;  /* of each offer */
  const struct translator *translator;
};

static const char *value_at(const struct menu *menu, guint i)
{
  return g_array_index(menu->offers, struct offer, i).value;
}

static void menu_open(struct menu *menu, const struct pass *pass, struct step step,
                      const struct translator *translator)
{
  menu->offers = pass_offers(pass, step);
  menu->labels = g_ptr_array_new_with_free_func(g_free);
  menu->folded = g_ptr_array_new_with_free_func(g_free);
  menu->chosen = g_new0(gboolean, menu->offers->len);
  menu->translator = translator;
  for (guint i = 0; i < menu->offers->len; i++) {
    char *label = typed_label(pass, step, value_at(menu, i), translator);
    g_ptr_array_add(menu->labels, label);
    g_ptr_array_add(menu->folded, text_fold(label));
  }
}

static void menu_close(struct menu *menu)
{
  g_free(menu->chosen);
  g_array_unref(menu->offers);
  g_ptr_array_unref(menu->labels);
  g_ptr_array_unref(menu->folded);
}

/* ---- one option ---- */

/* A way in which typed WORDS can mean the option I. */
typedef gboolean (*meaning)(const struct menu *menu, guint i, const char *words);

static gboolean is_label(const struct menu *menu, guint i, const char *words)
{
  return strcmp(menu->folded->pdata[i], words) == 0;
}

static gboolean begins_label(const struct menu *menu, guint i, const char *words)
{
  return g_str_has_prefix(menu->folded->pdata[i], words);
}

static gboolean is_yes_or_no(const struct menu *menu, guint i, const char *words)
{
  gboolean yes;
  return typed_yes_no(words, menu->translator, &yes) &&
         strcmp(value_at(menu, i), yes ? "yes" : "no") == 0;
}

/* "yes" where the label of the interface's language begins with its word for it. */
static gboolean begins_yes_or_no(const struct menu *menu, guint i, const char *words)
{
  gboolean yes;
  if (!typed_yes_no(words, menu->translator, &yes))
    return FALSE;
  g_autofree char *word = text_fold(tr(menu->translator, yes ? N_("yes") : N_("no")));
  const char *label = menu->folded->pdata[i];
  gsize length = strlen(word);
  return strncmp(label, word, length) == 0 && !g_ascii_isalpha(label[length]);
}

static gboolean is_value(const struct menu *menu, guint i, const char *words)
{
  g_autofree char *value = text_fold(value_at(menu, i));
  return strcmp(value, words) == 0;
}

static gboolean begins_word(const struct menu *menu, guint i, const char *words)
{
  const char *label = menu->folded->pdata[i];
  for (const char *at = label; (at = strstr(at, words)); at++)
    if (at == label || !g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(at))))
      return TRUE;
  return FALSE;
}

/* Surest first: a less sure one is tried only where nothing means it more surely. */
static const meaning meanings[] = {is_label,         is_yes_or_no, begins_label,
                                   begins_yes_or_no, is_value,     begins_word};

/* "'Oui' fits 1 (Oui, en une phrase) and 2 (Oui, longuement); type one of the numbers". */
static char *ambiguous(const struct menu *menu, const char *text, const GArray *fitting)
{
  g_autoptr(GPtrArray) named = g_ptr_array_new_null_terminated(1, g_free, TRUE);
  for (guint i = 0; i < fitting->len; i++) {
    guint at = g_array_index(fitting, guint, i);
    g_ptr_array_add(named,
                    g_strdup_printf("%u (%s)", at + 1, (const char *)menu->labels->pdata[at]));
  }
  g_autofree char *list = tr_join(menu->translator, (const char *const *)named->pdata);
  return tr_fill(tr(menu->translator, "'{1}' fits {2}; type one of the numbers"), text, list, NULL);
}

static char *unknown(const struct menu *menu, const char *text)
{
  g_autofree char *last = g_strdup_printf("%u", menu->offers->len);
  return tr_fill(tr(menu->translator,
                    "'{1}' is none of the answers; type a number from 1 to {2}, or the "
                    "beginning of an answer"),
                 text, last, NULL);
}

static GArray *fitting_options(const struct menu *menu, const char *words)
{
  GArray *fitting = g_array_new(FALSE, FALSE, sizeof(guint));
  for (gsize m = 0; m < G_N_ELEMENTS(meanings) && !fitting->len; m++)
    for (guint i = 0; i < menu->offers->len; i++)
      if (meanings[m](menu, i, words))
        g_array_append_val(fitting, i);
  return fitting;
}

/* The number of an option, from 1, that TEXT is; 0 if it is no number, -1 if there is none such. */
static int option_number(const struct menu *menu, const char *text)
{
  gsize digits = strspn(text, "0123456789");
  if (!digits || text[digits + strspn(text + digits, ".)")])
    return 0;
  guint64 number = g_ascii_strtoull(text, NULL, 10);
  return number >= 1 && number <= menu->offers->len ? (int)number : -1;
}

/* The index of the option that TEXT means, or -1 with *WHY (unless WHY is NULL). */
static int find_option(const struct menu *menu, const char *text, char **why)
{
  g_autofree char *words = text_fold(text);
  int number = option_number(menu, words);
  if (number > 0)
    return number - 1;
  g_autoptr(GArray) fitting = fitting_options(menu, words);
  if (fitting->len == 1 && *words)
    return (int)g_array_index(fitting, guint, 0);
  if (why)
    *why = fitting->len > 1 ? ambiguous(menu, text, fitting) : unknown(menu, text);
  return -1;
}

/* ---- several ---- */

/* "2-4": both ends as indices. */
static gboolean find_range(const struct menu *menu, const char *text, int *first, int *last)
{
  g_auto(GStrv) ends = g_strsplit(text, "-", 2);
  if (!ends[0] || !ends[1])
    return FALSE;
  *first = option_number(menu, g_strstrip(ends[0])) - 1;
  *last = option_number(menu, g_strstrip(ends[1])) - 1;
  return *first >= 0 && *last >= *first;
}

static gboolean choose_one(const struct menu *menu, const char *text, char **why)
{
  int option = find_option(menu, text, why);
  if (option >= 0)
    menu->chosen[option] = TRUE;
  return option >= 0;
}

static gboolean choose_part(const struct menu *menu, const char *text, char **why)
{
  int first, last;
  if (!find_range(menu, text, &first, &last))
    return choose_one(menu, text, why);
  for (int i = first; i <= last; i++)
    menu->chosen[i] = TRUE;
  return TRUE;
}

/* A label may hold commas: of the parts from AT on as many as make one option are taken together.
 * Their number; 0 with *WHY. */
static guint choose_parts(const struct menu *menu, char **parts, guint at, char **why)
{
  guint count = g_strv_length(parts + at);
  for (guint take = count; take > 1; take--) {
    char *end = parts[at + take];
    parts[at + take] = NULL;
    g_autofree char *joined = g_strjoinv(",", parts + at);
    parts[at + take] = end;
    if (choose_part(menu, joined, NULL))
      return take;
  }
  return choose_part(menu, parts[at], why) ? 1 : 0;
}

/* "1 3 5" and "1 and 3" are lists too, if there is nothing but numbers. */
static char *with_commas(const char *text, const struct translator *translator)
{
  g_autofree char *folded = text_fold(text);
  /* TRANSLATORS: the word between the last two numbers of a list that somebody types. */
  g_auto(GStrv) words = g_strsplit(folded, tr(translator, " and "), -1);
  g_autofree char *joined = g_strjoinv(",", words);
  if (strspn(joined, "0123456789-,; ") != strlen(joined) || !strpbrk(joined, "0123456789"))
    return g_strdup(text);
  g_autoptr(GRegex) dash = g_regex_new(" *- *", 0, 0, NULL);
  g_autofree char *tight = g_regex_replace_literal(dash, joined, -1, 0, "-", 0, NULL);
  return g_strdelimit(g_steal_pointer(&tight), " ;", ',');
}

static gboolean choose_several(const struct menu *menu, const char *text, char **why)
{
  if (choose_part(menu, text, NULL))
    return TRUE;
  g_autofree char *list = with_commas(text, menu->translator);
  g_auto(GStrv) parts = g_strsplit_set(list, ",;", -1);
  guint length = g_strv_length(parts);
  for (guint at = 0; at < length;) {
    if (!*g_strstrip(parts[at])) {
      at++;
      continue;
    }
    guint taken = choose_parts(menu, parts, at, why);
    if (!taken)
      return FALSE;
    at += taken;
  }
  return TRUE;
}

char **typed_options(const struct pass *pass, struct step step, gboolean several, const char *text,
                     const struct translator *translator, char **why)
{
  struct menu menu;
  menu_open(&menu, pass, step, translator);
  gboolean understood = several ? choose_several(&menu, text, why) : choose_one(&menu, text, why);
  g_autoptr(GStrvBuilder) values = g_strv_builder_new();
  for (guint i = 0; understood && i < menu.offers->len; i++)
    if (menu.chosen[i])
      g_strv_builder_add(values, value_at(&menu, i));
  menu_close(&menu);
  char **list = understood ? g_strv_builder_end(values) : NULL;
  if (list && !*list) {
    g_clear_pointer(&list, g_strfreev);
    *why = g_strdup(tr(translator, "no answer was named; type a number or the beginning of one"));
  }
  return list;
}
