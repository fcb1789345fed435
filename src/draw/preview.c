/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pack as it reads, every alternative with its condition. */
#include "draw/preview.h"

#include <string.h>

#include "base/text.h"
#include "draw/preview_lines.h"
#include "draw/preview_words.h"
#include "reader/translation.h"
#include "walk/condition_words.h"

struct previewing {
  const struct catalogue *catalogue;
  const struct preview_options *options;
  GString *out;
  guint untranslated;
};

static const char *say(const struct previewing *previewing, const char *msgid)
{
  return tr(previewing->options->translator, msgid);
}

/* LEAD and WORDS, which hangs from where LEAD ends if that is only a number. */
static void append_line(struct previewing *previewing, int deep, const char *lead,
                        const char *words)
{
  g_autofree char *indent = g_strnfill((gsize)MIN(deep, 20) * 2, ' ');
  g_autofree char *hang = g_strnfill(strlen(indent) + (*lead ? strlen(lead) : 2), ' ');
  g_string_append_printf(previewing->out, "%s%s", indent, lead);
  text_wrap(previewing->out, words, previewing->options->width,
            (int)(strlen(indent) + strlen(lead)), hang);
  g_string_append_c(previewing->out, '\n');
}

/* " (when …)", or nothing. */
static char *when_words(const struct previewing *previewing, const struct condition *when)
{
  if (!when)
    return g_strdup("");
  g_autofree char *words =
      condition_words_beside(previewing->catalogue, when, previewing->options->translator);
  return g_strdup_printf(" (%s %s)", say(previewing, N_("when")), words);
}

/* TEXT as it reads, with a mark if it is in its source language and should not be. */
static char *shown_text(struct previewing *previewing, const struct text *text)
{
  const struct piece *pieces = translation_pieces(previewing->catalogue, text);
  char *words = preview_pieces(previewing->catalogue, pieces, previewing->options->translator);
  if (!previewing->options->marks || pieces != text->pieces || !*text->source)
    return words;
  previewing->untranslated++;
  char *marked = g_strdup_printf("[%s] %s", say(previewing, N_("not translated")), words);
  g_free(words);
  return marked;
}

/* What is said in LINE. */
static char *line_words(struct previewing *previewing, const struct preview_line *line)
{
  if (!line->text)
    return g_strdup(line->words);
  g_autofree char *words = shown_text(previewing, line->text);
  g_autofree char *more = line->more ? shown_text(previewing, line->more) : NULL;
  return g_strconcat(words, more ? ", " : NULL, more, NULL);
}

static void append_heading(struct previewing *previewing, const struct preview_line *line)
{
  const char *details = line->details;
  g_autofree char *condition = when_words(previewing, line->when);
  g_autofree char *words =
      g_strconcat(line->name, *details ? " (" : "", details, *details ? ")" : "", condition, NULL);
  append_line(previewing, line->deep, "", words);
}

/* "NAME (when …): WORDS" */
static void append_saying(struct previewing *previewing, const struct preview_line *line)
{
  g_autofree char *condition = when_words(previewing, line->when);
  g_autofree char *name = g_strconcat(line->name, condition, NULL);
  g_autofree char *said = line_words(previewing, line);
  g_autofree char *words = tr_fill(say(previewing, N_("{1}: {2}")), name, said, NULL);
  append_line(previewing, line->deep, "", words);
}

/* By its number; the value of an option stands behind. */
static void append_choice(struct previewing *previewing, const struct preview_line *line)
{
  g_autofree char *condition = when_words(previewing, line->when);
  g_autofree char *said = line_words(previewing, line);
  g_autofree char *value = line->name ? g_strdup_printf("  [%s]", line->name) : g_strdup("");
  g_autofree char *words = g_strconcat(said, value, condition, NULL);
  g_autofree char *lead = g_strdup_printf("%3g  ", line->number);
  append_line(previewing, line->deep, lead, words);
}

static void append(const struct preview_line *line, void *data)
{
  static void (*const by_kind[])(struct previewing *, const struct preview_line *) = {
      [PREVIEW_HEADING] = append_heading,
      [PREVIEW_SAYING] = append_saying,
      [PREVIEW_CHOICE] = append_choice,
  };
  by_kind[line->kind](data, line);
}

static void append_count(struct previewing *previewing)
{
  guint count = previewing->untranslated;
  g_autofree char *words = tr_count(previewing->options->translator, "{1} text is not translated",
                                    "{1} texts are not translated", count);
  append_line(previewing, 0, "", count ? words : say(previewing, N_("all texts are translated")));
}

void preview_write(const struct catalogue *catalogue, const struct item *part,
                   const struct preview_options *options, GString *out)
{
  struct previewing previewing = {catalogue, options, out, 0};
  preview_visit(catalogue, part, options->translator, append, &previewing);
  if (!part && options->marks)
    append_count(&previewing);
}
