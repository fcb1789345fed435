/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts with their markup, kinds, channels and days in words. */
#include "draw/preview_words.h"

#include <string.h>

#include "base/date.h"
#include "walk/condition_words.h"

/* ---- texts with their inline parts in sight ---- */

struct inline_parts {
  const struct catalogue *catalogue;
  const struct translator *translator;
  GString *out;
};

static void append_pieces(const struct inline_parts *parts, const struct piece *piece);

static void append_around(const struct inline_parts *parts, const char *before,
                          const struct piece *piece, const char *after)
{
  g_string_append(parts->out, before);
  append_pieces(parts, piece->children);
  g_string_append(parts->out, after);
}

/* The blank at its start belongs to the text around it. */
static void append_span(const struct inline_parts *parts, const struct piece *piece)
{
  g_autoptr(GString) inside = g_string_new(NULL);
  struct inline_parts within = {parts->catalogue, parts->translator, inside};
  append_pieces(&within, piece->children);
  const char *words = inside->str + strspn(inside->str, " ");
  g_autofree char *when =
      piece->when ? condition_words_beside(parts->catalogue, piece->when, parts->translator)
                  : g_strdup("");
  g_string_append_printf(parts->out, "%s{%s %s: %s}", words > inside->str ? " " : "",
                         tr(parts->translator, N_("when")), when, words);
}

static void append_answer(const struct inline_parts *parts, const struct piece *piece)
{
  g_string_append_printf(parts->out, "<%s", piece->text);
  if (piece_stems(piece))
    g_string_append_printf(parts->out, ", %s", tr(parts->translator, N_("in its sentence")));
  if (piece->otherwise)
    g_string_append_printf(parts->out, ", %s %s", tr(parts->translator, N_("else")),
                           piece->otherwise);
  g_string_append_c(parts->out, '>');
}

/* "[words; such as EXAMPLE; optional]" */
static void append_blank(const struct inline_parts *parts, const struct piece *piece)
{
  append_around(parts, "[", piece, "");
  if (piece->text)
    g_string_append_printf(parts->out, "%s%s %s", piece->children ? "; " : "",
                           tr(parts->translator, N_("such as")), piece->text);
  g_string_append(parts->out, piece->children || piece->text ? "" : "…");
  if (piece->optional)
    g_string_append_printf(parts->out, "; %s", tr(parts->translator, N_("optional")));
  g_string_append_c(parts->out, ']');
}

static void append_piece(const struct inline_parts *parts, const struct piece *piece)
{
  switch (piece->kind) {
  case PIECE_TEXT:
    g_string_append(parts->out, piece->text);
    break;
  case PIECE_EM:
    append_around(parts, "*", piece, "*");
    break;
  case PIECE_STRONG:
    append_around(parts, "**", piece, "**");
    break;
  case PIECE_LINK:
    append_around(parts, "", piece, "");
    g_string_append_printf(parts->out, " (%s)", piece->text);
    break;
  case PIECE_SPAN:
    append_span(parts, piece);
    break;
  case PIECE_BLANK:
    append_blank(parts, piece);
    break;
  case PIECE_ANSWER:
  case PIECE_DATE:
    append_answer(parts, piece);
    break;
  }
}

static void append_pieces(const struct inline_parts *parts, const struct piece *piece)
{
  for (; piece; piece = piece->next)
    append_piece(parts, piece);
}

char *preview_pieces(const struct catalogue *catalogue, const struct piece *pieces,
                     const struct translator *translator)
{
  GString *out = g_string_new(NULL);
  struct inline_parts parts = {catalogue, translator, out};
  append_pieces(&parts, pieces);
  return g_string_free(out, FALSE);
}

/* ---- details ---- */

static char *number_of(double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  return g_strdup(g_ascii_formatd(digits, sizeof digits, "%.10g", number));
}

/* A bound that another answer gives. */
static void add_limit(GPtrArray *details, const struct catalogue *catalogue,
                      const struct constraint *limit, const char *pattern,
                      const struct translator *translator)
{
  if (!limit || !limit->limit->name)
    return;
  g_autofree char *name = subject_words(catalogue, limit->limit->name->item, translator);
  g_ptr_array_add(details, tr_fill(tr(translator, pattern), name, NULL));
}

static void add_range(GPtrArray *details, const struct catalogue *catalogue,
                      const struct question *question, const struct translator *translator)
{
  gboolean counts = question_answered_by(question) == BY_NUMBER;
  g_autofree char *min = number_of(question->min.number), *max = number_of(question->max.number);
  if (counts && question->min.given && question->max.given)
    g_ptr_array_add(details, tr_fill(tr(translator, N_("from {1} to {2}")), min, max, NULL));
  add_limit(details, catalogue, question->min.limit, N_("at least {1}"), translator);
  add_limit(details, catalogue, question->max.limit, N_("at most {1}"), translator);
  if (question->unit)
    g_ptr_array_add(details, tr_fill(tr(translator, N_("in {1}")),
                                     catalogue_message(catalogue, question->unit), NULL));
}

static void add_question(GPtrArray *details, const struct catalogue *catalogue,
                         const struct question *question, const struct translator *translator)
{
  static const char *const kinds[KIND_COUNT] = {
#define KIND(id, word, answer, check, bound, say, read, hint, preview) preview,
#include "catalogue/kinds.def"
#undef KIND
  };
  g_ptr_array_add(details, g_strdup(tr(translator, kinds[question->kind])));
  add_range(details, catalogue, question, translator);
  if (question->from)
    g_ptr_array_add(details, tr_fill(tr(translator, N_("of those chosen at '{1}'")),
                                     question->from->item.id, NULL));
}

static void add_action(GPtrArray *details, const struct action *action,
                       const struct translator *translator)
{
  static const char *const channels[] = {
      [CHANNEL_EMAIL] = N_("by e-mail"),  [CHANNEL_PHONE] = N_("by phone"),
      [CHANNEL_LETTER] = N_("by letter"), [CHANNEL_PERSON] = N_("in person"),
      [CHANNEL_SELF] = N_("on your own"),
  };
  g_ptr_array_add(details, g_strdup(tr(translator, channels[action->channel])));
  if (action->minutes)
    g_ptr_array_add(details, tr_count(translator, "{1} minute", "{1} minutes", action->minutes));
}

char *preview_details(const struct catalogue *catalogue, const struct item *item,
                      const struct translator *translator)
{
  g_autoptr(GPtrArray) details = g_ptr_array_new_null_terminated(1, g_free, TRUE);
  if (item->kind == ITEM_QUESTION)
    add_question(details, catalogue, item_question(item), translator);
  else if (item->kind == ITEM_ACTION)
    add_action(details, item_action(item), translator);
  return g_strjoinv(", ", (char **)details->pdata);
}

/* ---- days ---- */

static char *counted_from(const struct due *due, const struct translator *translator)
{
  unsigned long days = (unsigned long)ABS(due->days);
  g_autofree char *number = g_strdup_printf("%lu", days);
  g_autofree char *from = due->name ? tr_fill(tr(translator, N_("'{1}'")), due->name->id, NULL)
                                    : g_strdup(tr(translator, N_("the answers")));
  if (due->days == 0)
    return due->name ? tr_fill(tr(translator, N_("on the day of '{1}'")), due->name->id, NULL)
                     : g_strdup(tr(translator, N_("on the day of the answers")));
  if (due->days > 0)
    return tr_fill(tr_plural(translator, "{1} day after {2}", "{1} days after {2}", days), number,
                   from, NULL);
  return tr_fill(tr_plural(translator, "{1} day before {2}", "{1} days before {2}", days), number,
                 from, NULL);
}

static char *weekdays_in_words(guint weekdays, const struct translator *translator)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_null_terminated(1, NULL, TRUE);
  for (int weekday = 1; weekday <= 7; weekday++)
    if (weekdays & WEEKDAY_BIT(weekday))
      g_ptr_array_add(names, (gpointer)weekday_name(weekday, translator));
  guint run = weekdays / (weekdays & -weekdays); /* its lowest day moved to bit 0 */
  if (names->len > 2 && !(run & (run + 1)))
    return tr_fill(tr(translator, N_("only from {1} to {2}")), names->pdata[0],
                   names->pdata[names->len - 1], NULL);
  g_autofree char *list = tr_join(translator, (const char *const *)names->pdata);
  return tr_fill(tr(translator, N_("only on {1}")), list, NULL);
}

char *preview_due(const struct due *due, const struct translator *translator)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_null_terminated(1, g_free, TRUE);
  g_ptr_array_add(parts, counted_from(due, translator));
  if (due->weekdays)
    g_ptr_array_add(parts, weekdays_in_words(due->weekdays, translator));
  g_autofree char *time = due->at >= 0 ? time_long(due->at, translator) : NULL;
  if (time)
    g_ptr_array_add(parts, tr_fill(tr(translator, N_("at {1}")), time, NULL));
  if (due->until >= 0)
    g_ptr_array_add(parts, tr_count(translator, "dropped {1} day later", "dropped {1} days later",
                                    (guint)due->until));
  return g_strjoinv(", ", (char **)parts->pdata);
}
