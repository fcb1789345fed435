/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the shipped pack is written: French typography (Lexique des règles typographiques en usage à
 * l'Imprimerie nationale), sentences of at most 25 words, and drafts that leave something to their
 * writer.
 */
#include <stdio.h>

#include "people.h"
#include "support/suite.h"

#define LONGEST_SENTENCE 25

/* ---- texts as they read ---- */

/* The characters of PIECES; what depends on the person stands as a word. */
static void add_pieces(GString *out, const struct piece *piece)
{
  for (; piece; piece = piece->next) {
    if (piece->kind == PIECE_TEXT)
      g_string_append(out, piece->text);
    else if (piece_stems(piece))
      add_pieces(out, piece_stems(piece)->pieces);
    else if (piece->kind == PIECE_ANSWER || piece->kind == PIECE_DATE ||
             (piece->kind == PIECE_BLANK && !piece->children))
      g_string_append(out, "mot");
    else
      add_pieces(out, piece->children);
  }
}

static char *reading(const struct text *text)
{
  GString *out = g_string_new(NULL);
  add_pieces(out, text->pieces);
  return g_string_free(out, FALSE);
}

static gboolean is_firm_space(gunichar c)
{
  return c == 0x00A0 || c == 0x202F;
}

/* What is wrong with the character C between BEFORE and AFTER (0 at the ends), or NULL. */
static const char *fault_at(gunichar before, gunichar c, gunichar after)
{
  if (c == '\'' || c == '"')
    return "a straight quotation mark";
  gboolean in_number = g_unichar_isdigit(before) && g_unichar_isdigit(after);
  if (strchr(";:?!%", (int)c) && c < 128 && !in_number && !is_firm_space(before) &&
      !strchr("?!", (int)before) && g_unichar_isspace(after ? after : ' ') != 0)
    return "no firm space before";
  if (c == 0x00AB && !is_firm_space(after))
    return "no firm space inside";
  if (c == 0x00BB && !is_firm_space(before))
    return "no firm space inside";
  if (c == ' ' && (before == ' ' || strchr(",.;:?!%)", (int)(after ? after : 'x'))))
    return "a space too many before";
  if (c == '.' && before == '.')
    return "dots that are no ellipsis";
  return NULL;
}

static void check_typography(const struct text *text, const char *words)
{
  gunichar before = 0;
  for (const char *at = words; *at; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    const char *fault = fault_at(before, c, g_utf8_get_char(g_utf8_next_char(at)));
    if (fault)
      printf("\n%s:%u: %s '%.*s': %s", text->place.file, text->place.line, fault,
             (int)(g_utf8_next_char(at) - at), at, words);
    CU_ASSERT(!fault);
    before = c;
  }
}

/* Titles of sources stand as they were published, in any language. */
static gboolean is_of_source(const struct text *text)
{
  for (const struct source *source = people_pack()->sources; source; source = source->next)
    if (text == source->title || text == source->publisher)
      return TRUE;
  return FALSE;
}

static void test_typography(void)
{
  const GPtrArray *texts = catalogue_texts(people_pack());
  CU_ASSERT_FATAL(texts->len > 1000);
  for (guint i = 0; i < texts->len; i++) {
    const struct text *text = texts->pdata[i];
    g_autofree char *words = reading(text);
    if (!is_of_source(text))
      check_typography(text, words);
  }
}

/* Labels of options follow the label of their question and a colon. */
static void test_labels(void)
{
  const struct catalogue *pack = people_pack();
  for (guint i = 0; i < pack->item_count; i++) {
    const struct option *option = item_option(pack->items[i]);
    if (!option || !option->label)
      continue;
    g_autofree char *words = reading(option->label);
    if (strchr(words, ':'))
      printf("\n%s:%u: a colon in '%s'", option->label->place.file, option->label->place.line,
             words);
    CU_ASSERT(!strchr(words, ':'));
  }
}

/* ---- sentences ---- */

static gboolean ends_sentence(const char *word)
{
  return g_str_has_suffix(word, ".") || g_str_has_suffix(word, "?") || g_str_has_suffix(word, "!");
}

static guint longest_sentence(const char *words)
{
  guint longest = 0, length = 0;
  g_auto(GStrv) parts = g_strsplit(words, " ", -1);
  for (char **part = parts; *part; part++) {
    length += **part != '\0';
    longest = MAX(longest, length);
    if (ends_sentence(*part))
      length = 0;
  }
  return longest;
}

static void test_sentences(void)
{
  const GPtrArray *texts = catalogue_texts(people_pack());
  for (guint i = 0; i < texts->len; i++) {
    const struct text *text = texts->pdata[i];
    g_autofree char *words = reading(text);
    guint longest = longest_sentence(words);
    if (longest > LONGEST_SENTENCE)
      printf("\n%s:%u: a sentence of %u words: %s", text->place.file, text->place.line, longest,
             words);
    CU_ASSERT(longest <= LONGEST_SENTENCE);
  }
}

/* ---- drafts ---- */

static gboolean has_blank(const struct piece *piece)
{
  for (; piece; piece = piece->next)
    if (piece->kind == PIECE_BLANK || (piece->kind != PIECE_SPAN && has_blank(piece->children)))
      return TRUE;
  return FALSE;
}

static gboolean always_has_blank(const struct draft *draft)
{
  for (const struct text *text = draft->paragraphs; text; text = text->next)
    if (!text->when && has_blank(text->pieces))
      return TRUE;
  return FALSE;
}

/* True for what is sent; what is said has no name to sign with. */
static gboolean is_written(const struct action *action, const struct draft *draft)
{
  enum channel channel = draft->has_channel ? draft->channel : action->channel;
  return channel == CHANNEL_EMAIL || channel == CHANNEL_LETTER;
}

static void test_drafts(void)
{
  const struct catalogue *pack = people_pack();
  guint drafts = 0;
  for (guint i = 0; i < pack->item_count; i++) {
    const struct action *action = item_action(pack->items[i]);
    for (const struct draft *draft = action ? action->drafts : NULL; draft; draft = draft->next) {
      if (!is_written(action, draft))
        continue;
      if (!always_has_blank(draft))
        printf("\nno blank in the draft '%s'", draft->id);
      CU_ASSERT(always_has_blank(draft));
      drafts++;
    }
  }
  CU_ASSERT(drafts > 20);
}

SUITE(words, {"French typography", test_typography}, {"labels without colons", test_labels},
      {"short sentences", test_sentences}, {"drafts leave something to write", test_drafts})
