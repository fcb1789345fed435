/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles, counts and conditions as the words of a graph. */
#include "draw/graph_words.h"

#include <string.h>

#include "base/text.h"
#include "catalogue/plain_text.h"
#include "reader/translation.h"

char *graph_pack_title(const struct catalogue *catalogue)
{
  return plain_text(translation_pieces(catalogue, catalogue->title));
}

char *graph_title(const struct catalogue *catalogue, const struct item *item,
                  const struct translator *translator)
{
  const struct text *title = plain_text_title(item);
  if (title)
    return plain_text(translation_pieces(catalogue, title));
  /* The options that need no label are yes and no. */
  return g_strdup(tr(translator, item->id));
}

/* Written out, for plurals are found in the source where they are looked up. */
static const char *count_words(enum item_kind kind, guint count,
                               const struct translator *translator)
{
  switch (kind) {
  case ITEM_QUESTION:
    return tr_plural(translator, "{1} question", "{1} questions", count);
  case ITEM_REPEAT:
    return tr_plural(translator, "{1} repeat", "{1} repeats", count);
  case ITEM_ACTION:
    return tr_plural(translator, "{1} action", "{1} actions", count);
  case ITEM_LESSON:
    return tr_plural(translator, "{1} lesson", "{1} lessons", count);
  case ITEM_STRENGTH:
    return tr_plural(translator, "{1} strength", "{1} strengths", count);
  case ITEM_REMARK:
    return tr_plural(translator, "{1} remark", "{1} remarks", count);
  case ITEM_OPENING:
    return tr_plural(translator, "{1} opening", "{1} openings", count);
  case ITEM_REPLY:
    return tr_plural(translator, "{1} reply", "{1} replies", count);
  case ITEM_THEME:
  case ITEM_OPTION:
    break;
  }
  g_assert_not_reached();
}

char *graph_counts(const guint *counts, const struct translator *translator)
{
  GString *lines = g_string_new(NULL);
  for (enum item_kind kind = 0; kind < ITEM_KINDS; kind++) {
    if (!counts[kind])
      continue;
    g_autofree char *number = g_strdup_printf("%u", counts[kind]);
    g_autofree char *line = tr_fill(count_words(kind, counts[kind], translator), number, NULL);
    g_string_append_printf(lines, "%s%s", lines->len ? "\n" : "", line);
  }
  return g_string_free(lines, FALSE);
}

/* ---- lines ---- */

/* Columns and rows of the words in nodes and on arrows. */
#define NODE_COLUMNS 27
#define NODE_ROWS 4
#define ARROW_COLUMNS 27
#define ARROW_ROWS 5

/* The first ROWS lines of LINES; a mark where more is cut off. */
static char *keep_rows(const char *lines, int rows)
{
  const char *end = strchr(lines, '\n');
  while (end && --rows)
    end = strchr(end + 1, '\n');
  return end ? g_strdup_printf("%.*s …", (int)(end - lines), lines) : g_strdup(lines);
}

char *graph_node_lines(const char *text)
{
  g_autoptr(GString) lines = g_string_new(NULL);
  text_wrap(lines, text, NODE_COLUMNS, 0, "");
  return keep_rows(lines->str, NODE_ROWS);
}

/* Adds the lines of CONDITION, broken only before "and" and "or". */
static void wrap_condition(GString *out, const char *condition)
{
  g_auto(GStrv) clauses = g_regex_split_simple(" (?=(?:and|or) )", condition, 0, 0);
  int filled = 0;
  for (char **clause = clauses; *clause; clause++) {
    int width = text_width(*clause);
    gboolean fits = filled && filled + 1 + width <= ARROW_COLUMNS;
    g_string_append_printf(out, "%s%s", fits ? " " : filled ? "\n" : "", *clause);
    filled = fits ? filled + 1 + width : width;
  }
}

/* A further condition; SEVERAL: it is not the only one. */
static void add_condition(GString *out, const struct condition *condition, gboolean several)
{
  if (!condition)
    return;
  gboolean either = several && condition->root && condition->root->operation == OP_OR;
  g_string_append_printf(out, "%s%s%s%s", out->len ? " and " : "", either ? "(" : "",
                         condition->text, either ? ")" : "");
}

/* All conditions that are met between FROM and TO. */
static char *conditions_between(const struct item *from, const struct item *to)
{
  const struct item *theme = graph_theme(to);
  gboolean enters = !from || graph_theme(from) != theme;
  const struct condition *first = enters ? theme->when : NULL;
  const struct condition *second = to == theme ? NULL : to->when;
  GString *out = g_string_new(NULL);
  add_condition(out, first, second != NULL);
  add_condition(out, second, first != NULL);
  return g_string_free(out, FALSE);
}

char *graph_arrow_lines(const struct graph_parts *parts, const struct catalogue *catalogue,
                        const struct item *from, const struct item *to,
                        const struct translator *translator, char **full)
{
  const struct item *option = to->parent && to->parent->kind == ITEM_OPTION ? to->parent : NULL;
  g_autoptr(GString) lines = g_string_new(NULL);
  g_autofree char *chosen = option && !graph_parts_is_node(parts, option)
                                ? graph_title(catalogue, option, translator)
                                : g_strdup("");
  g_autofree char *conditions = conditions_between(from, to);
  const char *between = *chosen && *conditions ? "\n" : "";
  text_wrap(lines, chosen, ARROW_COLUMNS, 0, "");
  g_string_append(lines, between);
  wrap_condition(lines, conditions);
  char *kept = keep_rows(lines->str, ARROW_ROWS);
  *full = g_str_has_suffix(kept, "…") ? g_strconcat(chosen, *between ? "; " : "", conditions, NULL)
                                      : NULL;
  return kept;
}
