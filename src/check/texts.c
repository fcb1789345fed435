/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings about the words of a pack. */
#include "check/texts.h"

#include "base/rules.h"
#include "base/text.h"
#include "catalogue/choices.h"
#include "catalogue/plain_text.h"
#include "catalogue/spots.h"
#include "check/slots.h"
#include "check/verbatim.h"
#include "check/wording.h"
#include "walk/words.h"

enum { SENTENCE_WORDS = 25 };

struct texts {
  const struct translator *translator;
  struct findings *findings;
  const struct wording *wording;
  GPtrArray *spoken[ADDRESS_COUNT]; /* the texts (struct text) that use this form of address */
  GString *plain;                   /* of the text being looked at */
  gboolean damaged; /* the reader found errors, so that texts may be empty for another reason */
};

static gboolean says_something(const struct piece *piece)
{
  for (; piece; piece = piece->next) {
    if (piece->kind == PIECE_ANSWER || piece->kind == PIECE_DATE)
      return TRUE;
    if (piece->kind == PIECE_TEXT && piece->text[strspn(piece->text, " ")])
      return TRUE;
    if (says_something(piece->children))
      return TRUE;
  }
  return FALSE;
}

static void check_sentences(struct texts *texts, const struct spot *spot)
{
  guint longest = wording_longest(texts->plain->str);
  if (longest <= SENTENCE_WORDS)
    return;
  g_autofree char *words = g_strdup_printf("%u", longest);
  g_autofree char *limit = g_strdup_printf("%d", SENTENCE_WORDS);
  findings_add(texts->findings, &rules[RULE_LONG_SENTENCE], spot->place, words, limit, NULL);
}

static void note_address(struct texts *texts, const struct spot *spot)
{
  for (int form = 0; form < ADDRESS_COUNT; form++) {
    g_autofree char *word = wording_address(texts->wording, form, texts->plain->str);
    if (word)
      g_ptr_array_add(texts->spoken[form], (gpointer)spot->text);
  }
}

static void check_words(struct texts *texts, const struct spot *spot)
{
  const char *plain = texts->plain->str;
  check_sentences(texts, spot);
  if (spot->role == ROLE_PROMPT && wording_is_compound(texts->wording, plain))
    findings_add(texts->findings, &rules[RULE_COMPOUND_QUESTION], spot->place, plain, NULL);
  if (spot->item && !spot->draft)
    note_address(texts, spot);
  const char *signs = wording_signs(texts->wording, plain);
  if (signs)
    findings_add(texts->findings, &rules[RULE_TYPOGRAPHY], spot->place, plain, NULL);
  if (signs)
    findings_explain(texts->findings, tr(texts->translator, signs));
}

/* Of PIECE and those behind it; they are said where AROUND, if it is one, says its sentence. */
static void check_private(struct texts *texts, const struct piece *piece,
                          const struct piece *around)
{
  for (; piece; piece = piece->next) {
    struct place place = (around ? around : piece)->place;
    gboolean question =
        piece->kind == PIECE_ANSWER && piece->name && piece->name->kind == NAME_QUESTION;
    if (question && question_is_private(item_question(piece->name->item)))
      findings_add(texts->findings, &rules[RULE_PRIVATE_QUOTED], place, piece->text, NULL);
    check_private(texts, piece->children, around);
    for (const struct text *text = piece_stems(piece); text; text = text->next)
      check_private(texts, text->pieces, around ? around : piece);
  }
}

static void check_forms(struct texts *texts, const struct piece *piece)
{
  for (; piece; piece = piece->next) {
    const struct question *question =
        piece->kind == PIECE_ANSWER && piece->name ? item_question(piece->name->item) : NULL;
    gboolean day = piece->kind != PIECE_ANSWER || (question && question_is_day(question));
    if (piece->form != FORM_FULL && piece->form != FORM_STEM && piece->name && !day)
      findings_add(texts->findings, &rules[RULE_FORM_WITHOUT_DAY], piece->place, piece->text, NULL);
    if (piece->sentence && question && !question_is_typed(question))
      findings_add(texts->findings, &rules[RULE_SENTENCE_WITHOUT_WORDS], piece->place, piece->text,
                   NULL);
    check_forms(texts, piece->children);
  }
}

/* How many blanks there are; one with words or an id counts twice. */
static guint count_blanks(const struct piece *piece)
{
  guint count = 0;
  for (; piece; piece = piece->next) {
    if (piece->kind == PIECE_BLANK)
      count += piece->children || piece->fill ? 2 : 1;
    else
      count += count_blanks(piece->children);
  }
  return count;
}

static void check_stem(struct texts *texts, const struct spot *spot)
{
  const struct question *question = spot->item ? item_question(spot->item) : NULL;
  if (question && question->stem && spot->role == ROLE_PROMPT &&
      count_blanks(spot->text->pieces) != 1)
    findings_add(texts->findings, &rules[RULE_BAD_STEM], spot->place, NULL);
}

static void check_optional(struct texts *texts, const struct spot *spot, const struct piece *piece)
{
  gboolean fits = spot->message && spot->role == ROLE_PARAGRAPH && text_is_optional(spot->text);
  for (; piece; piece = piece->next) {
    if (piece->optional && !(fits && piece == spot->text->pieces && piece->fill))
      findings_add(texts->findings, &rules[RULE_OPTIONAL_BLANK], piece->place, NULL);
    check_optional(texts, spot, piece->children);
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
  g_string_truncate(texts->plain, 0);
  plain_text_append(texts->plain, spot->text->pieces);
  check_words(texts, spot);
  check_forms(texts, spot->text->pieces);
  check_stem(texts, spot);
  check_optional(texts, spot, spot->text->pieces);
  if (spot->message || (!spot->item && spot->role == ROLE_SUBJECT))
    check_private(texts, spot->text->pieces, NULL);
}

static gboolean has_blank(const struct piece *piece)
{
  for (; piece; piece = piece->next)
    if ((piece->kind == PIECE_BLANK && !piece->optional) || has_blank(piece->children))
      return TRUE;
  return FALSE;
}

static gboolean list_has_blank(const struct text *text)
{
  for (; text; text = text->next)
    if (has_blank(text->pieces) || list_has_blank(text->members) ||
        (text->passage && list_has_blank(text->passage->paragraphs)))
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

/* Every phrase has a word, and they are parted as lists of them are. */
static void check_hears(struct texts *texts, const char *hears, struct place place)
{
  if (!hears)
    return;
  g_auto(GStrv) phrases = g_strsplit(hears, "|", -1);
  gboolean words = TRUE, parted = phrases[1] || !strpbrk(hears, ",;");
  for (char **phrase = phrases; *phrase && words; phrase++) {
    const char *at = *phrase;
    while (*at && !g_unichar_isalnum(g_utf8_get_char(at)))
      at = g_utf8_next_char(at);
    words = *at != '\0';
  }
  if (words && parted)
    return;
  findings_add(texts->findings, &rules[RULE_NOTHING_HEARD], place, hears, NULL);
  findings_explain(texts->findings,
                   tr(texts->translator, words ? N_("between words and phrases stands |, no comma")
                                               : N_("each part has a letter or a digit")));
}

/* An option before OPTION that reads alike is offered with it: neither has a `when`. */
static void check_label(struct texts *texts, const struct option *option)
{
  if (!option->label || option->item.when)
    return;
  g_autofree char *label = plain_text(option->label->pieces);
  const struct option *other = choices_next(option->item.parent->first);
  for (; other != option; other = choices_next(other->item.next)) {
    g_autofree char *before = other->label ? plain_text(other->label->pieces) : g_strdup("");
    if (other->item.when || strcmp(before, label) != 0)
      continue;
    findings_add(texts->findings, &rules[RULE_SAME_LABEL], option->label->place, option->item.id,
                 other->item.id, NULL);
    return;
  }
}

static void check_slot(struct texts *texts, const struct catalogue *catalogue,
                       const struct option *option)
{
  const struct name *name = option->slot ? catalogue_find(catalogue, option->slot) : NULL;
  gboolean meets = name && name->kind == NAME_SLOT && item_opening(name->item);
  if (!option->slot || meets)
    return;
  const char *near = name ? NULL : catalogue_suggest(catalogue, option->slot);
  const struct name *meant = near ? catalogue_find(catalogue, near) : NULL;
  findings_add(texts->findings, &rules[RULE_NO_OPENING], option->item.place, option->slot, NULL);
  if (meant && meant->kind == NAME_SLOT && item_opening(meant->item))
    findings_suggest(texts->findings, near);
}

static void check_options(struct texts *texts, const struct catalogue *catalogue)
{
  for (guint i = 0; i < catalogue->item_count; i++) {
    const struct option *option = item_option(catalogue->items[i]);
    if (!option)
      continue;
    check_hears(texts, option->hears, option->item.place);
    check_label(texts, option);
    check_slot(texts, catalogue, option);
  }
  for (const struct support *support = catalogue->supports; support; support = support->next)
    check_hears(texts, support->hears, support->place);
}

static void check_spot(const struct spot *spot, void *data)
{
  if (spot->kind == SPOT_TEXT)
    check_text(data, spot);
  else if (spot->kind == SPOT_DRAFT)
    check_draft(data, spot);
}

static char *address_words(const struct texts *texts, const struct text *text,
                           enum address_form form)
{
  g_autofree char *plain = plain_text(text->pieces);
  return wording_address(texts->wording, form, plain);
}

/* Reports the texts that use the rarer form, if both are used. */
static void check_address(const struct texts *texts)
{
  GPtrArray *const *spoken = texts->spoken;
  gboolean polite = spoken[ADDRESS_POLITE]->len >= spoken[ADDRESS_FAMILIAR]->len;
  enum address_form many = polite ? ADDRESS_POLITE : ADDRESS_FAMILIAR;
  enum address_form few = polite ? ADDRESS_FAMILIAR : ADDRESS_POLITE;
  if (!spoken[few]->len)
    return;
  const struct text *usual = g_ptr_array_index(spoken[many], 0);
  g_autofree char *usual_words = address_words(texts, usual, many);
  for (guint i = 0; i < spoken[few]->len; i++) {
    const struct text *text = g_ptr_array_index(spoken[few], i);
    g_autofree char *words = address_words(texts, text, few);
    findings_add(texts->findings, &rules[RULE_MIXED_ADDRESS], text->place, words, usual_words,
                 NULL);
    findings_relate(texts->findings, usual->place, N_("as here, for example"));
  }
}

void texts_check(const struct catalogue *catalogue, const struct proof_options *options,
                 struct findings *findings)
{
  const char *language = catalogue->language ? catalogue->language : "";
  g_autoptr(GPtrArray) familiar = g_ptr_array_new(), polite = g_ptr_array_new();
  g_autoptr(GString) plain = g_string_new(NULL);
  struct texts texts = {.translator = options->translator,
                        .findings = findings,
                        .wording = wording_find(language),
                        .spoken = {[ADDRESS_FAMILIAR] = familiar, [ADDRESS_POLITE] = polite},
                        .plain = plain,
                        .damaged = !catalogue->sound};
  spots_visit(catalogue, check_spot, &texts);
  check_options(&texts, catalogue);
  check_address(&texts);
  verbatim_check(catalogue, findings);
  slots_check(catalogue, findings);
  origins_check(catalogue, options, findings);
}
