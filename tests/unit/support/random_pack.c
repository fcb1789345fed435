/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random packs, written element by element with what has been named so far at hand. */
#include "support/random_pack.h"

#include <stdio.h>

#include "base/date.h"
#include "support/maker.h"

#define DEPTH 3 /* of questions in options */

/* ---- conditions ---- */

static void add_question_test(struct maker *maker, GString *out, const struct known *known)
{
  static const char *const orders[] = {"&lt;", "&lt;=", "&gt;", "&gt;=", "=", "!="};
  const char *order = orders[below(maker, G_N_ELEMENTS(orders))];
  guint value = below(maker, known->size + 1);
  switch (known->kind) {
  case KIND_CHOICES:
    if (chance(maker, 30)) {
      g_string_append_printf(out, "count($%s) &gt;= %u", known->id, 1 + below(maker, 2));
      return;
    }
    /* fall through */
  case KIND_CHOICE:
    g_string_append_printf(out, "$%s %s 'v%u'", known->id,
                           chance(maker, 75) ? "=" : "!=", MIN(value, known->size - 1));
    return;
  case KIND_SCALE:
  case KIND_NUMBER:
    g_string_append_printf(out, chance(maker, 20) ? "-$%s %s -%u" : "$%s %s %u", known->id, order,
                           1 + below(maker, 4));
    return;
  case KIND_DATE:
    g_string_append_printf(out, "days-since($%s) %s %u", known->id, order, below(maker, 4));
    return;
  case KIND_TIME:
    g_string_append_printf(out, "$%s = '0%u:30'", known->id, value);
    return;
  default:
    g_string_append_printf(out, "$%s = 'word %u'", known->id, value);
    return;
  }
}

/* A name that may be used here, and is a number. */
static const struct known *any_amount(struct maker *maker)
{
  const struct known *known = maker_any(maker);
  gboolean amount =
      known->sort == A_QUESTION && (known->kind == KIND_SCALE || known->kind == KIND_NUMBER);
  return amount ? known : NULL;
}

/* Sums over what may be named; false if that was no number. */
static gboolean add_sum(struct maker *maker, GString *out)
{
  const struct known *one = any_amount(maker), *other = any_amount(maker);
  if (!one || !other)
    return FALSE;
  guint bound = below(maker, 9);
  if (chance(maker, 50))
    g_string_append_printf(out, "sum($%s | $%s) &gt; %u", one->id, other->id, bound);
  else
    g_string_append_printf(out, "$%s %c $%s &lt;= %u", one->id, chance(maker, 50) ? '+' : '-',
                           other->id, bound);
  return TRUE;
}

static void add_test(struct maker *maker, GString *out)
{
  if (chance(maker, 15) && add_sum(maker, out))
    return;
  const struct known *known = maker_any(maker);
  if (known->sort == A_QUESTION && chance(maker, 80))
    add_question_test(maker, out, known);
  else if (known->sort == A_REPEAT && chance(maker, 60))
    g_string_append_printf(out, "count($%s) &gt;= %u", known->id, 1 + below(maker, known->size));
  else if (known->sort == A_TASK && chance(maker, 50))
    g_string_append_printf(out, "days-since($%s) &gt; %u", known->id, below(maker, 3));
  else
    g_string_append_printf(out, "$%s", known->id);
}

/* A `when` in PERCENT of the cases. */
static void add_when(struct maker *maker, guint percent)
{
  maker_attribute(maker, "when", 2, percent);
}

/* ---- advice ---- */

static void add_origin(struct maker *maker)
{
  if (chance(maker, 30))
    add(maker, " source=\"book\" evidence=\"practice\"");
  if (chance(maker, 10))
    add(maker, " region=\"%s\"", chance(maker, 50) ? "v0" : "v1 v2");
}

static void add_due(struct maker *maker)
{
  static const char *const days[] = {"mon-fri", "tue-thu", "sat-mon", "tue fri"};
  const char *after = "answered";
  for (guint i = 0; i < maker->known->len && chance(maker, 70); i++) {
    const struct known *known = &g_array_index(maker->known, struct known, i);
    if (known->sort == A_TASK || (known->sort == A_QUESTION && known->kind == KIND_DATE))
      after = known->id;
  }
  add(maker, "<due after=\"%s\" days=\"%d\"", after, (int)below(maker, 12) - 2);
  if (chance(maker, 40))
    add(maker, " on=\"%s\"", days[below(maker, G_N_ELEMENTS(days))]);
  if (chance(maker, 30))
    add(maker, " until=\"%u\"", below(maker, 9));
  add_when(maker, 20);
  add(maker, "/>");
}

/* The slot that some of the advice of one KIND shares. */
static void add_slot(struct maker *maker, const char *kind)
{
  if (chance(maker, 40))
    add(maker, " slot=\"%s-slot\"", kind);
}

/* A text ELEMENT, or a group of them. */
static void add_text(struct maker *maker, const char *element)
{
  guint members = chance(maker, 40) ? 1 + below(maker, 3) : 0;
  if (members) {
    add(maker, "<first");
    add_when(maker, 30);
    add(maker, ">");
  }
  for (guint i = 0; i < MAX(members, 1); i++) {
    add(maker, "<%s", element);
    add_when(maker, members ? 60 : 20);
    add(maker, ">Text %u.</%s>", maker->serial++, element);
  }
  if (members)
    add(maker, "</first>");
}

static void add_texts(struct maker *maker, const char *element, guint least)
{
  for (guint i = least + below(maker, 3); i > 0; i--)
    add_text(maker, element);
}

static void make_nested(struct maker *maker, guint depth, guint most);

static void make_action(struct maker *maker, guint depth)
{
  g_autofree char *id = maker_id(maker, "a");
  gboolean slot = chance(maker, 40);
  add(maker, "<action id=\"%s\" channel=\"email\"%s", id, slot ? " slot=\"slot\"" : "");
  if (chance(maker, 20))
    add(maker, " lead=\"yes\"");
  add_origin(maker);
  add_when(maker, 40);
  add(maker, "><title>Write %s</title>", id);
  for (guint i = below(maker, 3); i > 0; i--)
    add_due(maker);
  add(maker, "<why>It helps.</why>");
  add_texts(maker, "step", 0);
  if (chance(maker, 40)) {
    add(maker, "<draft id=\"draft-%s\"", id);
    add_when(maker, 20);
    add(maker, "><subject>Hello</subject><p>A word, <blank id=\"fill-%u\">a name</blank>.</p>",
        below(maker, 3));
    add_texts(maker, "p", 0);
    if (chance(maker, 40)) {
      add(maker, "<use passage=\"shared\"");
      add_when(maker, 40);
      add(maker, "/>");
    }
    if (chance(maker, 30))
      add(maker, "<p><blank id=\"more-%u\" optional=\"yes\">a sentence</blank></p>",
          below(maker, 2));
    add(maker, "</draft>");
  }
  maker_know(maker, slot ? "slot" : id, A_TASK, 0, 0);
  if (chance(maker, 30))
    make_nested(maker, depth + 1, 2);
  add(maker, "</action>\n");
}

static void make_opening(struct maker *maker)
{
  add(maker, "<opening");
  add_slot(maker, "opening");
  add_when(maker, 40);
  add_origin(maker);
  add(maker, ">");
  add_texts(maker, "p", 1);
  add(maker, "</opening>\n");
}

static void make_reply(struct maker *maker)
{
  add(maker, "<reply");
  add_slot(maker, "reply");
  add_when(maker, 40);
  add(maker, "><title>If they ask</title>");
  add_texts(maker, "p", 1);
  add(maker, "</reply>\n");
}

static void make_lesson(struct maker *maker)
{
  g_autofree char *id = maker_id(maker, "l");
  add(maker, "<lesson id=\"%s\" topic=\"topic\"", id);
  add_slot(maker, "lesson");
  add_when(maker, 40);
  maker_attribute(maker, "stress", 1, 20);
  add_origin(maker);
  add(maker, ">%s<then>I breathe</then></lesson>\n",
      chance(maker, 70) ? "<if>it happens again</if>" : "");
}

static void make_strength(struct maker *maker)
{
  g_autofree char *id = maker_id(maker, "s");
  add(maker, "<strength id=\"%s\"", id);
  add_slot(maker, "strength");
  add_when(maker, 40);
  add_origin(maker);
  add(maker, ">That went well.</strength>\n");
}

static void make_remark(struct maker *maker)
{
  add(maker, "<remark");
  if (chance(maker, 50)) {
    g_autofree char *id = maker_id(maker, "m");
    add(maker, " id=\"%s\"", id);
  }
  add_when(maker, 40);
  add(maker, ">Good to know.</remark>\n");
}

/* ---- questions ---- */

static void add_range(struct maker *maker, enum question_kind kind)
{
  switch (kind) {
  case KIND_SCALE:
    add(maker, " min=\"1\" max=\"5\"");
    break;
  case KIND_NUMBER:
    add(maker, " min=\"0\"%s", chance(maker, 40) ? " unit=\"min\" decimals=\"yes\"" : "");
    break;
  case KIND_DATE:
    add(maker, " max=\"today\"%s", chance(maker, 40) ? " default=\"today\"" : "");
    break;
  case KIND_TEXT:
    add(maker, "%s", chance(maker, 20) ? " pattern=\"word [0-9]\"" : "");
    break;
  default:
    break;
  }
}

/* The opening tag of an option but for its end, then its label if it needs one. */
static void open_option(struct maker *maker, guint value, gboolean from, gboolean several)
{
  add(maker, "<option value=\"v%u\"", value);
  if (!from && value > 0)
    add_when(maker, 15);
  if (several && !from && chance(maker, 10))
    add(maker, " exclusive=\"yes\"");
  add(maker, from ? ">" : "><label>Answer %u</label>", value);
}

static void make_question(struct maker *maker, guint depth)
{
  enum question_kind kind = chance(maker, 55) ? below(maker, 2) : below(maker, KIND_COUNT);
  gboolean options = kind == KIND_CHOICE || kind == KIND_CHOICES;
  const struct known *source = options && chance(maker, 25) ? maker_source(maker, 50) : NULL;
  guint size = source ? source->size : options ? 2 + below(maker, 3) : 3;
  gboolean nests = source && chance(maker, 50);
  g_autofree char *id = maker_id(maker, "q");
  g_autofree char *from = source ? g_strdup(source->id) : NULL;
  maker->left -= maker->left ? 1 : 0;

  add(maker, "<question id=\"%s\" kind=\"%s\"", id, kind_words[kind]);
  add_when(maker, 30);
  add_range(maker, kind);
  if (from)
    add(maker, " from=\"%s\"", from);
  add(maker, "%s%s%s", chance(maker, 15) ? " optional=\"no\"" : "",
      chance(maker, 15)  ? " revisit=\"yes\""
      : chance(maker, 5) ? " revisit=\"first\""
                         : "",
      chance(maker, 10) ? " private=\"yes\"" : "");
  add(maker, "><prompt>What about %s?</prompt>\n", id);
  if (kind == KIND_NUMBER && chance(maker, 30))
    add(maker, "<constraint test=\"$%s != 3\">not three, please</constraint>", id);
  guint before = maker->known->len;
  maker_know(maker, id, A_QUESTION, kind, size);
  for (guint value = 0; options && (!source || nests) && value < size; value++) {
    /* Whether an option is offered is settled before the question is. */
    maker->hidden = maker->known->len - before;
    open_option(maker, value, from != NULL, kind == KIND_CHOICES);
    maker->hidden = 0;
    make_nested(maker, depth + 1, 2);
    add(maker, "</option>\n");
  }
  if (chance(maker, 30))
    make_nested(maker, depth + 1, 2);
  add(maker, "</question>\n");
}

static void make_repeat(struct maker *maker)
{
  g_autofree char *id = maker_id(maker, "r");
  guint max = 1 + below(maker, 3);
  add(maker, "<repeat id=\"%s\" max=\"%u\"", id, max);
  add_when(maker, 30);
  add(maker, "><prompt>One more?</prompt>\n");
  maker_know(maker, id, A_REPEAT, 0, max);
  maker->in_repeat = TRUE;
  make_question(maker, 1);
  if (chance(maker, 50))
    make_question(maker, 1);
  if (chance(maker, 40))
    make_lesson(maker);
  maker->in_repeat = FALSE;
  add(maker, "</repeat>\n");
}

static void make_nested(struct maker *maker, guint depth, guint most)
{
  for (guint count = below(maker, most + 1); count > 0; count--) {
    guint what = below(maker, 12);
    if (what < 5 && depth < DEPTH && maker->left)
      make_question(maker, depth);
    else if (what == 5 && !maker->in_repeat && depth < DEPTH && maker->left)
      make_repeat(maker);
    else if (what == 6 && !maker->in_repeat)
      make_action(maker, depth);
    else if (what == 7 && !maker->in_repeat)
      make_lesson(maker);
    else if (what == 8)
      make_strength(maker);
    else if (what == 9)
      make_remark(maker);
    else if (what == 10 && !maker->in_repeat)
      make_opening(maker);
    else if (what == 11 && !maker->in_repeat)
      make_reply(maker);
  }
}

/* ---- the whole ---- */

#define HEAD "xmlns=\"urn:rebond:content:1\""

static void make_theme(struct maker *maker, guint number, guint questions, GPtrArray *files)
{
  maker->out = g_string_new(NULL);
  maker->left = questions;
  add(maker, "<theme " HEAD " id=\"t%u\"", number);
  add_when(maker, number ? 40 : 0);
  add(maker, ">\n<title>Theme %u</title>\n", number);
  if (number == 0) {
    add(maker, "<question id=\"region\" kind=\"choice\"><prompt>Where?</prompt>");
    for (guint i = 0; i < 3; i++)
      add(maker, "<option value=\"v%u\"><label>Place %u</label></option>", i, i);
    add(maker, "</question>\n");
    maker_know(maker, "region", A_QUESTION, KIND_CHOICE, 3);
    maker->left -= maker->left ? 1 : 0;
  }
  while (maker->left) {
    if (chance(maker, 15))
      make_repeat(maker);
    else
      make_question(maker, 0);
    make_nested(maker, DEPTH, 2);
    if (chance(maker, 20))
      maker_define(maker);
  }
  make_action(maker, DEPTH);
  add(maker, "</theme>\n");
  g_ptr_array_add(files, g_strdup_printf("%u0-theme.xml", number + 1));
  g_ptr_array_add(files, g_string_free(maker->out, FALSE));
}

/* What drafts have in common, with all names at hand. Caller frees. */
static char *make_passage(struct maker *maker)
{
  maker->out = g_string_new("<passage id=\"shared\">");
  add_texts(maker, "p", 1);
  add(maker, "</passage>\n");
  return g_string_free(maker->out, FALSE);
}

void random_pack_write(GRand *rand, guint questions, GPtrArray *files)
{
  static const struct grammar grammar = {
      .ways = 6, .joins = 2, .denials = 1, .or_percent = 50, .add_test = add_test};
  struct maker maker;
  maker_begin(&maker, &grammar, rand);
  guint themes = 1 + MIN(questions / 4, 4);
  for (guint i = 0; i < themes; i++)
    make_theme(&maker, i, (questions + themes - 1) / themes, files);
  g_autofree char *passage = make_passage(&maker);
  g_ptr_array_add(files, g_strdup("pack.xml"));
  g_ptr_array_add(files, g_strdup_printf("<pack " HEAD
                                         " id=\"random\" xml:lang=\"en\" region=\"region\">\n"
                                         "<title>Random</title><about>For tests.</about>"
                                         "<subject>A random pack</subject>\n"
                                         "<topic id=\"topic\"><title>Topic</title></topic>\n"
                                         "<source id=\"book\"><title>Book</title></source>\n"
                                         "<holiday region=\"v0\" date=\"--11-24\"/>\n%s%s"
                                         "</pack>\n",
                                         maker.pack->str, passage));
  maker_end(&maker);
}

struct test_pack *random_pack_new(GRand *rand, guint questions)
{
  /* One folder for all packs: names of files are interned, which GLib never frees. */
  static char *folder;
  folder = folder ? folder : test_folder_new();
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
  random_pack_write(rand, questions, files);
  for (guint i = 0; i < files->len; i += 2)
    test_folder_write(folder, files->pdata[i], files->pdata[i + 1]);
  struct test_pack *pack = test_pack_read(g_strdup(folder));
  if (findings_count(pack->findings, SEVERITY_ERROR)) {
    g_autofree char *findings = test_pack_findings(pack);
    for (guint i = 0; i < files->len; i++)
      printf("%s\n", (const char *)files->pdata[i]);
    g_error("a random pack has errors:\n%s", findings);
  }
  return pack;
}

/* ---- answers ---- */

static char *random_value(GRand *rand, enum question_kind kind, int today)
{
  int pick = g_rand_int_range(rand, 0, 5);
  switch (kind) {
  case KIND_SCALE:
  case KIND_NUMBER:
    return g_strdup_printf("%d", pick + (kind == KIND_SCALE ? 1 : 0));
  case KIND_DATE:
    return date_to_iso(today - pick);
  case KIND_TIME:
    return g_strdup_printf("0%d:30", pick);
  default:
    return g_strdup_printf("word %d", pick);
  }
}

char **random_values(GRand *rand, const struct pass *pass, struct step step)
{
  const struct question *question = item_question(step.item);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
  g_autoptr(GArray) offers = pass_offers(pass, step);
  if (!question) {
    g_strv_builder_add(builder, g_rand_int_range(rand, 0, 3) ? "yes" : "no");
  } else if (offers->len) {
    guint one = (guint)g_rand_int_range(rand, 0, (gint32)offers->len);
    for (guint i = 0; i < offers->len; i++)
      if (i == one || (question->kind == KIND_CHOICES && g_rand_int_range(rand, 0, 3) == 0))
        g_strv_builder_add(builder, g_array_index(offers, struct offer, i).value);
  } else {
    g_autofree char *value = random_value(rand, question->kind, pass_today(pass));
    g_strv_builder_add(builder, value);
  }
  return g_strv_builder_end(builder);
}
