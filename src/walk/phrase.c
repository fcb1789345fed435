/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phrases: pieces of a text become runs; what is empty leaves no hole. */
#include "walk/phrase.h"

#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "reader/translation.h"
#include "walk/spacing.h"

/* Puts a new run in place of what *END is, NULL; the link to what will follow it. */
static struct run **add_run(struct run **end, const char *text, guint style, const char *href)
{
  gsize size = strlen(text) + 1;
  struct run *run = g_malloc(sizeof *run + size);
  *run = (struct run){.style = style, .href = href};
  memcpy(run->text, text, size);
  *end = run;
  return &run->next;
}

/* ---- pieces to runs ---- */

/* A text on its way to a phrase. A run without text marks where something turned out empty. */
struct saying {
  const struct voice *voice;
  const struct repeat *repeat; /* the text stands in, or NULL */
  struct run **end;            /* where the next run is linked */
  const char *gap;             /* of a stem: what stands in the place of its blank; else NULL */
};

static void say_run(struct saying *saying, const char *text, guint style, const char *href)
{
  saying->end = add_run(saying->end, text, style, href);
}

static void say_pieces(struct saying *saying, const struct piece *piece, guint style,
                       const char *href);

/* What the person has written into the blanks that PIECE is, or quotes; "" if nothing. */
static const char *fill_words(const struct saying *saying, const struct piece *piece)
{
  const struct name *name = piece->name;
  const char *words = name && name->kind == NAME_FILL
                          ? answers_fill(pass_answers(saying->voice->pass), name->id)
                          : NULL;
  return words ? words : "";
}

/* RUN and those behind it are of the blank PIECE, or fill it. */
static void mark_blank(struct run *run, const struct piece *piece)
{
  for (; run; run = run->next) {
    run->example = run->style & RUN_BLANK ? piece->text : NULL;
    run->fill = piece->name;
  }
}

/* Says WORDS for PIECE with STYLE and what is TYPED of it, or what the piece has instead of none.
 */
static void say_given(struct saying *saying, const struct piece *piece, const char *words,
                      guint style, guint typed, const char *href)
{
  g_autofree char *sentence = piece->sentence ? text_sentence(words) : NULL;
  if (*words)
    say_run(saying, sentence ? sentence : words, style | typed, href);
  else
    say_run(saying, piece->otherwise ? piece->otherwise : "", style, href);
}

static void say_fill(struct saying *saying, const struct piece *piece, guint style,
                     const char *href)
{
  say_given(saying, piece, fill_words(saying, piece), style, RUN_QUOTED, href);
}

/* The sentence of QUESTION with WORDS in its gap. */
static void say_stem(struct saying *saying, const struct question *question, const char *words,
                     guint style, const char *href)
{
  struct voice voice = *saying->voice;
  voice.turn = question->repeat ? voice.turn : 0;
  const struct text *prompt = pass_choose(voice.pass, question->prompts, voice.turn);
  struct saying inside = {&voice, question->repeat, saying->end, words};
  if (prompt)
    say_pieces(&inside, translation_pieces(pass_catalogue(voice.pass), prompt), style, href);
  saying->end = inside.end;
}

static void say_answer(struct saying *saying, const struct piece *piece, guint style,
                       const char *href)
{
  const struct question *question = piece->name ? item_question(piece->name->item) : NULL;
  guint typed = 0;
  struct voice voice = *saying->voice;
  voice.form = piece->form;
  voice.in_text = TRUE;
  g_autofree char *words =
      question ? answers_words(&voice, question, saying->repeat, &typed) : g_strdup("");
  if (question && *words && piece_stems(piece))
    say_stem(saying, question, words, style, href);
  else
    say_given(saying, piece, words, style, typed, href);
}

static void say_date(struct saying *saying, const struct piece *piece, guint style,
                     const char *href)
{
  const struct voice *voice = saying->voice;
  const struct task *task = piece->name ? piece->name->task : NULL;
  int day = task && voice->planned ? voice->planned(voice->plan, task) : 0;
  g_autofree char *words =
      day ? date_said(day, voice_seen(voice), piece->form, voice->translator) : g_strdup("");
  say_run(saying, words, style, href);
}

static void say_empty_blank(struct saying *saying, const struct piece *piece, guint style,
                            const char *href)
{
  struct run **inside = saying->end;
  say_pieces(saying, piece->children, style | RUN_BLANK, href);
  for (const struct run *run = *inside; run; run = run->next)
    if (*run->text)
      return;
  /* A blank stays one, whatever was to stand in it. */
  say_run(saying, "…", style | RUN_BLANK, href);
}

static void say_blank(struct saying *saying, const struct piece *piece, guint style,
                      const char *href)
{
  struct run **inside = saying->end;
  const char *words = saying->gap ? saying->gap : fill_words(saying, piece);
  if (*words)
    say_run(saying, words, style | RUN_QUOTED, href);
  else
    say_empty_blank(saying, piece, style, href);
  mark_blank(*inside, piece);
}

static void say_piece(struct saying *saying, const struct piece *piece, guint style,
                      const char *href)
{
  switch (piece->kind) {
  case PIECE_TEXT:
    say_run(saying, piece->text, style, href);
    break;
  case PIECE_EM:
    say_pieces(saying, piece->children, style | RUN_EM, href);
    break;
  case PIECE_STRONG:
    say_pieces(saying, piece->children, style | RUN_STRONG, href);
    break;
  case PIECE_LINK:
    say_pieces(saying, piece->children, style, piece->text);
    break;
  case PIECE_SPAN:
    if (pass_holds(saying->voice->pass, piece->when, saying->voice->turn))
      say_pieces(saying, piece->children, style, href);
    else
      say_run(saying, "", style, href);
    break;
  case PIECE_BLANK:
    say_blank(saying, piece, style, href);
    break;
  case PIECE_ANSWER:
    (piece->name && piece->name->kind == NAME_FILL ? say_fill : say_answer)(saying, piece, style,
                                                                            href);
    break;
  case PIECE_DATE:
    say_date(saying, piece, style, href);
    break;
  }
}

static void say_pieces(struct saying *saying, const struct piece *piece, guint style,
                       const char *href)
{
  for (; piece; piece = piece->next)
    say_piece(saying, piece, style, href);
}

/* ---- runs to a phrase ---- */

static gboolean is_alike(const struct run *a, const struct run *b)
{
  return a->style == b->style && g_strcmp0(a->href, b->href) == 0 && a->example == b->example &&
         a->fill == b->fill;
}

/* RUN with the text of the one behind it, which is freed. */
static struct run *joined(struct run *run)
{
  struct run *next = run->next;
  gsize length = strlen(run->text), more = strlen(next->text) + 1;
  run = g_realloc(run, sizeof *run + length + more);
  memcpy(run->text + length, next->text, more);
  run->next = next->next;
  g_free(next);
  return run;
}

/* Takes the empty ones out of the runs that *LINK begins and joins neighbours that are alike. */
static void join_runs(struct run **link)
{
  struct run **last = NULL; /* the link to the last that stays */
  while (*link) {
    struct run *run = *link;
    if (*run->text && last && is_alike(*last, run)) {
      *last = joined(*last);
      link = &(*last)->next;
    } else if (*run->text) {
      last = link;
      link = &run->next;
    } else {
      *link = run->next;
      g_free(run);
    }
  }
}

static void close_up(struct run *runs)
{
  guint count = 0;
  for (const struct run *run = runs; run; run = run->next)
    count++;
  g_autofree char **texts = g_new(char *, count);
  char **text = texts;
  for (struct run *run = runs; run; run = run->next)
    *text++ = run->text;
  spacing_close_up(texts, count);
}

static struct phrase *phrase_empty_new(void)
{
  return g_new0(struct phrase, 1);
}

/* PHRASE once all of it is said. */
static struct phrase *finish(struct phrase *phrase)
{
  close_up(phrase->runs);
  join_runs(&phrase->runs);
  return phrase;
}

/* TEXT, of which these are the PIECES to say. */
static struct phrase *say(const struct voice *voice, const struct text *text,
                          const struct piece *pieces)
{
  struct phrase *phrase = phrase_empty_new();
  struct saying saying = {voice, text->repeat, &phrase->runs, NULL};
  say_pieces(&saying, pieces, 0, NULL);
  return finish(phrase);
}

struct phrase *phrase_new(const struct voice *voice, const struct text *text)
{
  return text ? say(voice, text, translation_pieces(pass_catalogue(voice->pass), text))
              : phrase_empty_new();
}

struct phrase *phrase_as_written(const struct voice *voice, const struct text *text)
{
  return say(voice, text, text->pieces);
}

struct phrase *phrase_of(const char *words, guint style)
{
  struct phrase *phrase = phrase_empty_new();
  if (words && *words)
    add_run(&phrase->runs, words, style, NULL);
  return phrase;
}

void phrase_free(struct phrase *phrase)
{
  for (struct run *run = phrase->runs, *next; run; run = next) {
    next = run->next;
    g_free(run);
  }
  g_free(phrase);
}

/* ---- a phrase as it is ---- */

gboolean phrase_empty(const struct phrase *phrase)
{
  return !phrase->runs;
}

gboolean phrase_has_blank(const struct phrase *phrase)
{
  for (const struct run *run = phrase->runs; run; run = run->next)
    if (run->style & RUN_BLANK)
      return TRUE;
  return FALSE;
}

/* A copy of TEXT, a telephone number, without what only groups its figures. Caller frees. */
static char *figures(const char *text)
{
  GString *out = g_string_new(NULL);
  for (; *text; text++)
    if (!strchr(" -.()", *text))
      g_string_append_c(out, *text);
  g_string_replace(out, "\u00a0", "", 0);
  return g_string_free(out, FALSE);
}

/* True if WORDS say the address HREF already. */
static gboolean says_address(const char *words, const char *href)
{
  if (!g_str_has_prefix(href, "tel:"))
    return g_str_equal(words, href);
  g_autofree char *said = figures(words), *number = figures(href + strlen("tel:"));
  return g_str_equal(said, number);
}

/* After the words of a link, which begin at START: its address, unless they say it already. */
static void add_address(GString *plain, gsize start, const char *href)
{
  const char *address = g_str_has_prefix(href, "mailto:") ? href + strlen("mailto:") : href;
  if (!says_address(plain->str + start, address))
    g_string_append_printf(plain, " (%s)",
                           g_str_has_prefix(address, "tel:") ? address + strlen("tel:") : address);
}

static gboolean is_blank(const struct run *run)
{
  return (run->style & RUN_BLANK) != 0;
}

static gboolean is_one_blank(const struct run *run, const struct run *other)
{
  return is_blank(run) && is_blank(other) && run->fill == other->fill;
}

char *phrase_plain(const struct phrase *phrase)
{
  static const struct run none = {0};
  const struct run *first = phrase->runs;
  if (first && !first->next && !is_blank(first) && !first->href) /* as most are */
    return g_strdup(first->text);
  GString *plain = g_string_new(NULL);
  gsize link = 0; /* where the words of the link begin */
  const struct run *before = &none;
  for (const struct run *run = first; run; run = run->next) {
    const struct run *after = run->next ? run->next : &none;
    if (g_strcmp0(run->href, before->href) != 0)
      link = plain->len;
    if (is_blank(run) && !is_one_blank(run, before))
      g_string_append_c(plain, '[');
    g_string_append(plain, run->text);
    if (is_blank(run) && !is_one_blank(run, after))
      g_string_append_c(plain, ']');
    if (run->href && g_strcmp0(run->href, after->href) != 0)
      add_address(plain, link, run->href);
    before = run;
  }
  return g_string_free(plain, FALSE);
}

char *phrase_say(const struct voice *voice, const struct text *text)
{
  OWNED(phrase) phrase = phrase_new(voice, text);
  return phrase_plain(phrase);
}

char *phrase_say_stem(const struct voice *voice, struct step step, const char *words)
{
  OWNED(phrase) phrase = phrase_empty_new();
  struct voice at = *voice;
  at.turn = step.turn;
  struct saying saying = {&at, NULL, &phrase->runs, NULL};
  say_stem(&saying, item_question(step.item), words, 0, NULL);
  return phrase_plain(finish(phrase));
}
