/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings about the words of a pack. */
#include "check/texts.h"

#include "base/text.h"
#include "catalogue/rules.h"
#include "check/visit.h"
#include "check/wording.h"

enum { SENTENCE_WORDS = 25 };

enum { AFTER_LATIN = 0x250 }; /* the first character that is in no Latin block but the small ones */

/* A place at which the person is spoken to in one form of address. */
struct address {
  struct place place;
  char *words;
};

struct texts {
  const struct catalogue *catalogue;
  const struct translator *translator;
  struct findings *findings;
  const struct wording *wording; /* NULL: nothing is known of the language */
  GArray *familiar, *polite;     /* of struct address */
  gboolean damaged; /* the reader found errors, so that texts may be empty for another reason */
};

static gboolean says_something(const struct piece *piece)
{
  for (; piece; piece = piece->next) {
    if (piece->kind == PIECE_ANSWER || piece->kind == PIECE_DATE)
      return TRUE;
    if (piece->kind == PIECE_TEXT && strspn(piece->text, " ") < strlen(piece->text))
      return TRUE;
    if (says_something(piece->children))
      return TRUE;
  }
  return FALSE;
}

/* No fewer words than TEXT has: runs of Latin letters and digits, in which no word ends (UAX 29),
 * and all other characters one by one. Most texts are so short that this is all there is to know.
 */
static guint words_at_most(const char *text)
{
  guint words = 0;
  gboolean inside = FALSE;
  for (; *text; text = g_utf8_next_char(text)) {
    gunichar character = g_utf8_get_char(text);
    gboolean other = character >= AFTER_LATIN;
    gboolean latin = !other && (g_unichar_isalpha(character) || g_ascii_isdigit((gchar)character));
    words += other || (latin && !inside);
    inside = latin;
  }
  return words;
}

static void check_sentences(struct texts *texts, const struct spot *spot, const char *plain)
{
  if (words_at_most(plain) <= SENTENCE_WORDS)
    return;
  guint longest = wording_longest(plain);
  if (longest <= SENTENCE_WORDS)
    return;
  g_autofree char *words = g_strdup_printf("%u", longest);
  g_autofree char *limit = g_strdup_printf("%d", SENTENCE_WORDS);
  findings_add(texts->findings, &rules[RULE_LONG_SENTENCE], spot->place, words, limit, NULL);
}

static void note_address(GArray *places, const struct spot *spot, char *words)
{
  if (!words)
    return;
  struct address address = {spot->place, words};
  g_array_append_val(places, address);
}

static void check_words(struct texts *texts, const struct spot *spot, const char *plain)
{
  if (!texts->wording)
    return;
  g_autofree char *compound = NULL;
  if (spot->role == ROLE_PROMPT)
    compound = wording_match(texts->wording->compound, plain);
  if (compound)
    findings_add(texts->findings, &rules[RULE_COMPOUND_QUESTION], spot->place, plain, NULL);
  if (spot->draft || !spot->item)
    return;
  note_address(texts->familiar, spot, wording_match(texts->wording->familiar, plain));
  note_address(texts->polite, spot, wording_match(texts->wording->polite, plain));
}

static void check_private(struct texts *texts, const struct piece *piece)
{
  for (; piece; piece = piece->next) {
    gboolean question =
        piece->kind == PIECE_ANSWER && piece->name && piece->name->kind == NAME_QUESTION;
    if (question && item_question(piece->name->item)->private)
      findings_add(texts->findings, &rules[RULE_PRIVATE_QUOTED], piece->place, piece->text, NULL);
    check_private(texts, piece->children);
  }
}

static void check_text(struct texts *texts, const struct spot *spot)
{
  if (!says_something(spot->text->pieces)) {
    if (texts->damaged)
      return;
    g_autofree char *words = spot_words(spot, texts->translator);
    findings_add(texts->findings, &rules[RULE_EMPTY_TEXT], spot->place, words, NULL);
    return;
  }
  g_autofree char *plain = wording_plain(spot->text->pieces);
  check_sentences(texts, spot, plain);
  check_words(texts, spot, plain);
  if (spot->draft || (!spot->item && spot->role == ROLE_SUBJECT))
    check_private(texts, spot->text->pieces);
}

static gboolean has_blank(const struct piece *piece)
{
  for (; piece; piece = piece->next)
    if (piece->kind == PIECE_BLANK || has_blank(piece->children))
      return TRUE;
  return FALSE;
}

static gboolean list_has_blank(const struct text *text)
{
  for (; text; text = text->next)
    if (has_blank(text->pieces))
      return TRUE;
  return FALSE;
}

static void check_draft(struct texts *texts, const struct spot *spot)
{
  const struct draft *draft = spot->draft;
  enum channel channel = draft->has_channel ? draft->channel : item_action(spot->item)->channel;
  gboolean blank = list_has_blank(draft->to) || list_has_blank(draft->subjects) ||
                   list_has_blank(draft->paragraphs);
  if (channel == CHANNEL_EMAIL && !blank)
    findings_add(texts->findings, &rules[RULE_NO_BLANK], spot->place, draft->id, NULL);
}

static void check_spot(const struct spot *spot, void *data)
{
  if (spot->kind == SPOT_TEXT)
    check_text(data, spot);
  else if (spot->kind == SPOT_DRAFT)
    check_draft(data, spot);
}

static void report_address(struct texts *texts, const GArray *few, const GArray *many)
{
  const struct address *usual = &g_array_index(many, struct address, 0);
  for (guint i = 0; i < few->len; i++) {
    const struct address *address = &g_array_index(few, struct address, i);
    findings_add(texts->findings, &rules[RULE_MIXED_ADDRESS], address->place, address->words,
                 usual->words, NULL);
    findings_relate(texts->findings, usual->place, N_("as here, for example"));
  }
}

static void clear_address(void *data)
{
  struct address *address = data;
  g_free(address->words);
}

static GArray *addresses_new(void)
{
  GArray *addresses = g_array_new(FALSE, FALSE, sizeof(struct address));
  g_array_set_clear_func(addresses, clear_address);
  return addresses;
}

void texts_check(const struct catalogue *catalogue, const struct check_options *options,
                 struct findings *findings)
{
  g_autoptr(GArray) familiar = addresses_new(), polite = addresses_new();
  const char *language = catalogue->language ? catalogue->language : "";
  struct texts texts = {.catalogue = catalogue,
                        .translator = options->translator,
                        .findings = findings,
                        .wording = wording_find(language),
                        .familiar = familiar,
                        .polite = polite,
                        .damaged = findings_count(findings, SEVERITY_ERROR) > 0};
  visit_spots(catalogue, check_spot, &texts);
  if (familiar->len && polite->len) {
    gboolean polite_usual = polite->len >= familiar->len;
    report_address(&texts, polite_usual ? familiar : polite, polite_usual ? polite : familiar);
  }
  origins_check(catalogue, options, findings);
}
