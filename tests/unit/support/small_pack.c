/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small random packs, written element by element. */
#include "support/small_pack.h"

#include <string.h>

#include "support/maker.h"

static const char *order(struct maker *maker)
{
  static const char *const orders[] = {"&lt;", "&lt;=", "&gt;", "&gt;=", "=", "!="};
  return orders[below(maker, G_N_ELEMENTS(orders))];
}

/* Another question of the same kind of value, to compare with; NULL if none is found. */
static const struct known *partner(struct maker *maker, const struct known *known)
{
  for (int i = 0; i < 4; i++) {
    const struct known *other = maker_any(maker);
    gboolean amounts = (known->kind == KIND_SCALE || known->kind == KIND_NUMBER) &&
                       (other->kind == KIND_SCALE || other->kind == KIND_NUMBER);
    if (other != known && other->sort == A_QUESTION && (amounts || other->kind == known->kind))
      return other;
  }
  return NULL;
}

/* A number that questions are compared with. */
static guint threshold(struct maker *maker)
{
  return maker->wide && chance(maker, 30) ? 149 + below(maker, 3) : below(maker, 4);
}

/* How far two numbers are apart, or what scales, which are never large, add up to. */
static void add_total_test(struct maker *maker, GString *out, const struct known *known,
                           const struct known *other)
{
  const char *how = order(maker);
  if (known->kind == KIND_SCALE && other->kind == KIND_SCALE && chance(maker, 50))
    g_string_append_printf(out, "sum($%s | $%s) %s %u", known->id, other->id, how, below(maker, 7));
  else
    g_string_append_printf(out, "$%s - $%s %s %u", known->id, other->id, how, below(maker, 3));
}

static void add_amount_test(struct maker *maker, GString *out, const struct known *known)
{
  const struct known *other = chance(maker, 40) ? partner(maker, known) : NULL;
  const char *how = order(maker);
  if (other && !maker->wide && chance(maker, 40))
    add_total_test(maker, out, known, other);
  else if (other && (strchr(how, '=') == NULL || strstr(how, "&")))
    g_string_append_printf(out, "$%s %s $%s", known->id, how, other->id);
  else if (chance(maker, 20))
    g_string_append_printf(out, "-$%s %s -%u", known->id, how, threshold(maker));
  else
    g_string_append_printf(out, "%u %s $%s", threshold(maker), how, known->id);
}

static void add_date_test(struct maker *maker, GString *out, const struct known *known)
{
  const struct known *other = chance(maker, 30) ? partner(maker, known) : NULL;
  if (other && chance(maker, 50))
    g_string_append_printf(out, "$%s = $%s", known->id, other->id);
  else if (other && chance(maker, 50))
    g_string_append_printf(out, "days-since($%s) - days-since($%s) %s %u", known->id, other->id,
                           order(maker), below(maker, 3));
  else if (other)
    g_string_append_printf(out, "days-since($%s) %s days-since($%s)", known->id, order(maker),
                           other->id);
  else if (maker->calendar && chance(maker, 50))
    g_string_append_printf(out, "$%s = '2026-11-%u'", known->id, 19 + below(maker, 4));
  else
    g_string_append_printf(out, "days-since($%s) %s %u", known->id, order(maker), below(maker, 4));
}

static void add_question_test(struct maker *maker, GString *out, const struct known *known)
{
  const struct known *other = NULL;
  const char *equal = chance(maker, 70) ? "=" : "!=";
  switch (known->kind) {
  case KIND_CHOICES:
    if (chance(maker, 30)) {
      g_string_append_printf(out, "count($%s) %s %u", known->id, order(maker), below(maker, 4));
      return;
    }
    /* fall through */
  case KIND_CHOICE:
    other = chance(maker, 15) ? partner(maker, known) : NULL;
    if (other)
      g_string_append_printf(out, "$%s %s $%s", known->id, equal, other->id);
    else
      g_string_append_printf(out, "$%s %s 'v%u'", known->id, equal, below(maker, known->size));
    return;
  case KIND_SCALE:
  case KIND_NUMBER:
    add_amount_test(maker, out, known);
    return;
  case KIND_DATE:
    add_date_test(maker, out, known);
    return;
  case KIND_TIME:
    g_string_append_printf(out, "$%s %s '09:0%u'", known->id, equal, below(maker, 3));
    return;
  default:
    other = chance(maker, 30) ? partner(maker, known) : NULL;
    if (other)
      g_string_append_printf(out, "$%s %s $%s", known->id, equal, other->id);
    else
      g_string_append_printf(out, "$%s %s '%c'", known->id, equal, 'a' + (char)below(maker, 2));
    return;
  }
}

static void add_test(struct maker *maker, GString *out)
{
  const struct known *known = maker_any(maker);
  if (known->sort == A_QUESTION && chance(maker, 85))
    add_question_test(maker, out, known);
  else if (known->sort == A_REPEAT && chance(maker, 70))
    g_string_append_printf(out, "count($%s) %s %u", known->id, order(maker),
                           below(maker, maker->wide ? 5 : 3));
  else if (known->sort == A_TASK && chance(maker, 60))
    g_string_append_printf(out, "days-since($%s) %s %u", known->id, order(maker), below(maker, 3));
  else if (chance(maker, 90))
    g_string_append_printf(out, "$%s", known->id);
  else
    g_string_append(out, chance(maker, 50) ? "true()" : "false()");
}

/* PERCENT of the cases get the attribute NAME. */
static void add_attribute(struct maker *maker, const char *name, guint percent)
{
  maker_attribute(maker, name, 2, percent);
}

/* Not of what is answered in a repeat alone. */
static void make_define(struct maker *maker)
{
  gboolean usable = FALSE;
  for (guint i = 0; i < maker->known->len; i++)
    usable |= !g_array_index(maker->known, struct known, i).repeated;
  if (usable)
    maker_define(maker);
}

/* Something of the pack so far that a due can count from, with the number of days added; "answered"
 * if nothing else is. */
static const char *due_base(struct maker *maker)
{
  for (guint tries = 0; maker->known->len && tries < 4; tries++) {
    const struct known *known = maker_any(maker);
    gboolean date = known->sort == A_QUESTION && known->kind == KIND_DATE && !known->repeated;
    if (date || known->sort == A_TASK)
      return known->id;
  }
  return "answered";
}

static void add_due(struct maker *maker)
{
  static const char *const whens[] = {
      "", "", " on=\"tue-thu\"", " on=\"wed\"", " on=\"mon\"", " on=\"mon-fri\""};
  guint count = maker->wide ? G_N_ELEMENTS(whens) : 4;
  add(maker, "<due after=\"%s\" days=\"%d\"%s", due_base(maker), (int)below(maker, 5) - 1,
      whens[below(maker, count)]);
  if (chance(maker, 40))
    add(maker, " until=\"%u\"", below(maker, 3));
}

static void add_dues(struct maker *maker)
{
  if (chance(maker, 50)) {
    add_due(maker);
    add_attribute(maker, "when", 50);
    add(maker, "/>");
  }
  add_due(maker);
  add(maker, "/>");
}

/* In one of three drafts what comes first is optional, and its words count for nothing. By the
 * serial number, so that the rest is as it would be without. */
static void add_draft(struct maker *maker, const char *id)
{
  gboolean optional = maker->serial % 3 == 0;
  add(maker, "<draft id=\"m-%s\"", id);
  add_attribute(maker, "when", 50);
  add(maker, "><subject");
  add_attribute(maker, "when", 50);
  add(maker, ">Of three words</subject><subject>One</subject><p>Hello <blank>you</blank></p>%s<p",
      optional ? "<first>" : "");
  add_attribute(maker, "when", 50);
  add(maker, optional ? "><blank id=\"more\" optional=\"yes\">as much as you like</blank></p>"
                        "<p>And goodbye</p></first></draft>"
                      : ">And goodbye</p></draft>");
}

static void add_short_dues(struct maker *maker, const char *id)
{
  if (chance(maker, 30)) {
    add(maker, "<due after=\"answered\" days=\"1\"");
    add_attribute(maker, "when", 70);
    add(maker, "/><due after=\"answered\"/>");
  }
  if (chance(maker, 30)) {
    add(maker, "<draft id=\"m-%s\"", id);
    add_attribute(maker, "when", 70);
    add(maker, "><p>Hello <blank>you</blank></p></draft>");
  }
}

static void make_nested(struct maker *maker, guint depth);

/* In one of five something may hang on the tick: by the serial number, as in add_draft(). */
static void make_action(struct maker *maker)
{
  gboolean asks = maker->serial % 5 == 0;
  g_autofree char *id = maker_id(maker, "a");
  gboolean slot = chance(maker, 30);
  add(maker, "<action id=\"%s\" channel=\"email\"%s%s", id, slot ? " slot=\"slot\"" : "",
      chance(maker, maker->wide ? 25 : 10) ? " region=\"v1\"" : "");
  add_attribute(maker, "when", 60);
  add(maker, ">");
  if (chance(maker, 40)) {
    add(maker, "<title");
    add_attribute(maker, "when", 90);
    add(maker, ">One</title>");
  }
  add(maker, "<title>Two<span");
  add_attribute(maker, "when", 100);
  if (!maker_usable(maker))
    add(maker, " when=\"true()\"");
  add(maker, "> more</span></title>");
  if (maker->dated) {
    add_dues(maker);
    add_draft(maker, id);
  } else {
    add_short_dues(maker, id);
  }
  maker_know(maker, slot ? "slot" : id, A_TASK, 0, 0);
  if (asks)
    make_nested(maker, 1);
  add(maker, "</action>\n");
}

static void make_advice(struct maker *maker)
{
  g_autofree char *id = maker_id(maker, "l");
  if (!maker->in_repeat && chance(maker, 35)) {
    make_action(maker);
  } else if (chance(maker, 50)) {
    add(maker, "<lesson id=\"%s\" topic=\"topic\"", id);
    add_attribute(maker, "when", 60);
    add_attribute(maker, "stress", 30);
    add(maker, "><if>so</if><then>so</then></lesson>\n");
  } else {
    add(maker, "<remark id=\"%s\"", id);
    add_attribute(maker, "when", 70);
    add(maker, ">Well.</remark>\n");
  }
}

/* An earlier question whose answer can bound one of KIND, or NULL. */
static const struct known *bounding(struct maker *maker, enum question_kind kind)
{
  for (guint i = maker->known->len; i-- > 0;) {
    const struct known *known = &g_array_index(maker->known, struct known, i);
    gboolean amount = known->kind == KIND_NUMBER || known->kind == KIND_SCALE;
    gboolean fits = kind == KIND_DATE ? known->kind == KIND_DATE : amount;
    if (known->sort == A_QUESTION && !known->repeated && fits)
      return known;
  }
  return NULL;
}

/* In two of five cases another answer bounds a number, a day or how many. By the serial number, so
 * that the chances of all else stay as they are. */
static const struct known *named_bound(struct maker *maker, enum question_kind kind)
{
  gboolean taken = kind == KIND_CHOICES || kind == KIND_NUMBER || kind == KIND_DATE;
  return taken && maker->serial % 5 < 2 ? bounding(maker, kind) : NULL;
}

static void add_usual_bounds(struct maker *maker, enum question_kind kind, guint size)
{
  switch (kind) {
  case KIND_CHOICES:
    if (chance(maker, 25))
      add(maker, " min=\"%u\"", 1 + below(maker, size));
    else if (chance(maker, 25))
      add(maker, " max=\"%u\"", 1 + below(maker, size));
    break;
  case KIND_SCALE:
    add(maker, " min=\"1\" max=\"3\"");
    break;
  case KIND_NUMBER:
    add(maker, " min=\"%u\" max=\"%u\"", below(maker, 3), maker->wide ? 300 : 3);
    break;
  case KIND_DATE:
    if (maker->calendar)
      add(maker, " min=\"2026-11-19\" max=\"2026-11-22\"");
    else
      add(maker, " min=\"today-3\" max=\"today\"");
    break;
  case KIND_TIME:
    add(maker, " min=\"09:00\" max=\"09:02\"");
    break;
  case KIND_TEXT:
    add(maker, "%s", chance(maker, 40) ? " pattern=\"[a-c]|x{2}\"" : "");
    break;
  default:
    break;
  }
}

static void add_bounds(struct maker *maker, enum question_kind kind, guint size)
{
  gsize start = maker->out->len;
  const struct known *known = named_bound(maker, kind);
  gboolean least = maker->serial % 2;
  add_usual_bounds(maker, kind, size);
  if (!known)
    return;
  g_string_truncate(maker->out, start);
  add(maker, " %s=\"$%s\"", least ? "min" : "max", known->id);
  if (kind == KIND_DATE)
    add(maker, "%s", least ? " max=\"today\"" : " min=\"today-3\"");
  else if (kind == KIND_NUMBER)
    add(maker, "%s", least ? " max=\"3\"" : " min=\"0\"");
}

static enum question_kind pick_kind(struct maker *maker)
{
  if (chance(maker, 55))
    return chance(maker, 70) ? KIND_CHOICE : KIND_CHOICES;
  return (enum question_kind)below(maker, KIND_COUNT);
}

static void add_options(struct maker *maker, guint size, gboolean several, gboolean from,
                        const GString *whens)
{
  g_auto(GStrv) each = g_strsplit(whens->str, "\n", -1);
  for (guint value = 0; value < size; value++) {
    add(maker, "<option value=\"v%u\"%s%s>", value, from ? "" : each[value],
        several && !from && chance(maker, 15) ? " exclusive=\"yes\"" : "");
    add(maker, "%s", from ? "" : "<label>One</label>");
    make_nested(maker, 1);
    add(maker, "</option>\n");
  }
}

/* Conditions of options are made before the question itself can be named. */
static GString *option_whens(struct maker *maker, guint size)
{
  GString *saved = maker->out;
  maker->out = g_string_new(NULL);
  for (guint value = 0; value < size; value++) {
    add_attribute(maker, "when", value > 0 ? 20 : 5);
    add(maker, "\n");
  }
  GString *whens = maker->out;
  maker->out = saved;
  return whens;
}

static void make_question(struct maker *maker)
{
  enum question_kind kind = pick_kind(maker);
  gboolean options = kind == KIND_CHOICE || kind == KIND_CHOICES;
  const struct known *source = options && chance(maker, 30) ? maker_source(maker, 60) : NULL;
  g_autofree char *from = source ? g_strdup(source->id) : NULL;
  guint size = source ? source->size : 2 + below(maker, 2);
  g_autofree char *id = maker_id(maker, "q");
  g_autoptr(GString) whens = option_whens(maker, size);
  maker->left -= maker->left ? 1 : 0;
  add(maker, "<question id=\"%s\" kind=\"%s\"", id, kind_words[kind]);
  add_attribute(maker, "when", 30);
  add_bounds(maker, kind, size);
  if (from)
    add(maker, " from=\"%s\"", from);
  add(maker, "%s><prompt>What</prompt>", chance(maker, 25) ? " optional=\"no\"" : "");
  maker_know(maker, id, A_QUESTION, kind, size);
  if (!from && chance(maker, 20)) {
    add(maker, "<constraint test=\"");
    maker_condition(maker, maker->out, 1);
    add(maker, "\">No.</constraint>");
  }
  add(maker, "\n");
  if (options && (!from || chance(maker, 50)))
    add_options(maker, size, kind == KIND_CHOICES, from != NULL, whens);
  if (chance(maker, 30))
    make_nested(maker, 1);
  add(maker, "</question>\n");
}

static void make_repeat(struct maker *maker)
{
  g_autofree char *id = maker_id(maker, "r");
  add(maker, "<repeat id=\"%s\" max=\"%u\"", id, 1 + below(maker, maker->wide ? 4 : 2));
  add_attribute(maker, "when", 20);
  add(maker, "><prompt>More</prompt>\n");
  maker_know(maker, id, A_REPEAT, 0, 0);
  maker->in_repeat = TRUE;
  make_question(maker);
  add(maker, "<lesson id=\"l%u\" topic=\"topic\"", ++maker->serial);
  add_attribute(maker, "when", 60);
  add(maker, "><if>so</if><then>so</then></lesson></repeat>\n");
  maker->in_repeat = FALSE;
}

static void make_nested(struct maker *maker, guint depth)
{
  for (guint i = below(maker, depth ? 2 : 5); i > 0; i--)
    if (maker->left && chance(maker, 50))
      make_question(maker);
    else
      make_advice(maker);
}

/* Always in the same folder: names of files are interned, and thousands of them are not. */
static struct test_pack *write_pack(const char *pack, const char *theme)
{
  const char *region = strstr(theme, "<question id=\"region\"") ? " region=\"region\"" : "";
  char *folder = g_strdup_printf("%s/rebond-small-%d", g_get_tmp_dir(), (int)getpid());
  g_autofree char *pack_xml =
      g_strconcat("<pack xmlns=\"urn:rebond:content:1\" id=\"test\" xml:lang=\"fr\"", region,
                  ">\n"
                  "<title>Essai</title><about>Pour voir.</about><subject>Un essai</subject>\n",
                  pack, "</pack>\n", NULL);
  g_autofree char *theme_xml =
      g_strconcat("<theme xmlns=\"urn:rebond:content:1\" id=\"t\">\n<title>Thème</title>\n", theme,
                  "</theme>\n", NULL);
  test_folder_write(folder, "pack.xml", pack_xml);
  test_folder_write(folder, "10-theme.xml", theme_xml);
  return test_pack_read(folder);
}

/* Pack and theme by MAKER, who has begun, with its calendar if the pack is to have one. */
static void make_theme(struct maker *maker, guint questions)
{
  gboolean repeat = chance(maker, 15);
  while (maker->left) {
    if (chance(maker, 10))
      make_define(maker);
    if (repeat && maker->left < questions / 2 + 1) {
      repeat = FALSE;
      make_repeat(maker);
    } else {
      make_question(maker);
    }
    make_nested(maker, 0);
  }
  make_advice(maker);
}

/* Three regions, and holidays around today in each of them but the last. */
static void make_regions(struct maker *maker)
{
  add(maker, "<question id=\"region\" kind=\"choice\"><prompt>Where</prompt>");
  for (guint i = 0; i < 3; i++)
    add(maker, "<option value=\"v%u\"><label>One</label></option>", i);
  add(maker, "</question>\n");
  maker_know(maker, "region", A_QUESTION, KIND_CHOICE, 3);
  for (guint i = below(maker, 5); i > 0; i--)
    g_string_append_printf(maker->pack, "<holiday region=\"v%u\" date=\"--11-%u\"%s/>\n",
                           below(maker, 2), 14 + below(maker, 17),
                           chance(maker, 40) ? " on=\"mon\"" : "");
}

static struct test_pack *make_pack(GRand *rand, guint questions, gboolean dated, gboolean wide)
{
  static const struct grammar grammar = {
      .ways = 7, .joins = 3, .denials = 1, .or_percent = 40, .add_test = add_test};
  struct maker maker;
  g_autoptr(GString) out = g_string_new(NULL);
  maker_begin(&maker, &grammar, rand);
  g_string_append(maker.pack, "<topic id=\"topic\"><title>T</title></topic>\n");
  maker.out = out;
  maker.left = questions;
  maker.dated = dated;
  maker.wide = wide;
  maker.calendar = questions <= 4 && chance(&maker, 20);
  if (wide && chance(&maker, 60))
    make_regions(&maker);
  make_theme(&maker, questions);
  struct test_pack *made = write_pack(maker.pack->str, out->str);
  maker_end(&maker);
  if (!made->catalogue || findings_count(made->findings, SEVERITY_ERROR)) {
    g_autofree char *findings = test_pack_findings(made);
    g_autofree char *text = small_pack_text(made);
    g_error("a small random pack is faulty:\n%s%s", findings, text);
  }
  return made;
}

struct test_pack *small_pack_new(GRand *rand, guint questions, gboolean dated)
{
  return make_pack(rand, questions, dated, FALSE);
}

struct test_pack *small_pack_wide(GRand *rand, guint questions)
{
  return make_pack(rand, questions, TRUE, TRUE);
}

char *small_pack_text(const struct test_pack *pack)
{
  g_autofree char *first = g_build_filename(pack->folder, "pack.xml", NULL);
  g_autofree char *second = g_build_filename(pack->folder, "10-theme.xml", NULL);
  g_autofree char *pack_text = NULL, *theme_text = NULL;
  g_file_get_contents(first, &pack_text, NULL, NULL);
  g_file_get_contents(second, &theme_text, NULL, NULL);
  return g_strconcat(pack_text, theme_text, NULL);
}
