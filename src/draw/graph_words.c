/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles, counts and conditions as the words of a graph. */
#include "draw/graph_words.h"

#include <string.h>

#include "base/text.h"
#include "catalogue/plain_text.h"
#include "reader/translation.h"
#include "walk/condition_words.h"

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
static char *count_words(enum item_kind kind, guint count, const struct translator *translator)
{
  switch (kind) {
  case ITEM_QUESTION:
    return tr_count(translator, "{1} question", "{1} questions", count);
  case ITEM_REPEAT:
    return tr_count(translator, "{1} repeat", "{1} repeats", count);
  case ITEM_ACTION:
    return tr_count(translator, "{1} action", "{1} actions", count);
  case ITEM_LESSON:
    return tr_count(translator, "{1} lesson", "{1} lessons", count);
  case ITEM_STRENGTH:
    return tr_count(translator, "{1} strength", "{1} strengths", count);
  case ITEM_REMARK:
    return tr_count(translator, "{1} remark", "{1} remarks", count);
  case ITEM_OPENING:
    return tr_count(translator, "{1} opening", "{1} openings", count);
  case ITEM_REPLY:
    return tr_count(translator, "{1} reply", "{1} replies", count);
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
    g_autofree char *line = count_words(kind, counts[kind], translator);
    g_string_append_printf(lines, "%s%s", lines->len ? "\n" : "", line);
  }
  return g_string_free(lines, FALSE);
}

/* ---- lines ---- */

/* Columns and rows of the words in nodes and on arrows. */
#define NODE_COLUMNS 27
#define NODE_ROWS 4
#define ARROW_COLUMNS 27
#define ARROW_ROWS 2

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

/* The condition that is met at ITEM itself, and that of the theme which the way enters there. */
struct conditions {
  const struct condition *theme, *own; /* or NULL */
};

static struct conditions conditions_between(const struct item *from, const struct item *to)
{
  const struct item *theme = item_theme_around(to);
  gboolean enters = !from || item_theme_around(from) != theme;
  return (struct conditions){enters ? theme->when : NULL, to == theme ? NULL : to->when};
}

/* CHOSEN and the conditions whole, in words and as they are written; NULL where there is none. */
static char *whole_words(const char *chosen, const char *words, struct conditions conditions)
{
  if (!*words)
    return NULL;
  const char *theme = conditions.theme ? conditions.theme->text : "";
  const char *own = conditions.own ? conditions.own->text : "";
  return g_strconcat(chosen, *chosen ? "; " : "", words, " [", theme, *theme && *own ? "; " : "",
                     own, "]", NULL);
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
  struct conditions conditions = conditions_between(from, to);
  g_autofree char *words =
      condition_words_both(catalogue, conditions.theme, conditions.own, translator);
  text_wrap(lines, chosen, ARROW_COLUMNS, 0, "");
  g_string_append(lines, *chosen && *words ? "\n" : "");
  text_wrap(lines, words, ARROW_COLUMNS, 0, "");
  *full = whole_words(chosen, words, conditions);
  return keep_rows(lines->str, ARROW_ROWS);
}
