/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read back from the Markdown is what was written, whatever a person typed. */
#include <cmark.h>
#include <string.h>

#include "base/text.h"
#include "report/by_hand.h"
#include "report/document.h"

/*
 * A tree as lines: each block with its type and depth, each paragraph and heading with its words.
 * What a reader of the Markdown gets, styles apart.
 */
static void outline_inlines(GString *out, cmark_node *block)
{
  cmark_iter *iter = cmark_iter_new(block);
  for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
    cmark_node *node = cmark_iter_get_node(iter);
    gboolean enter = event == CMARK_EVENT_ENTER;
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
      g_string_append(out, cmark_node_get_literal(node));
      break;
    case CMARK_NODE_SOFTBREAK:
      g_string_append_c(out, ' ');
      break;
    case CMARK_NODE_LINEBREAK:
      g_string_append(out, " / ");
      break;
    case CMARK_NODE_CUSTOM_INLINE:
      g_string_append(out, enter ? cmark_node_get_on_enter(node) : cmark_node_get_on_exit(node));
      break;
    case CMARK_NODE_LINK:
      g_string_append_printf(out, enter ? "<%s " : ">%.0s", cmark_node_get_url(node));
      break;
    default:
      break;
    }
  }
  cmark_iter_free(iter);
}

static void outline(GString *out, cmark_node *node, int depth)
{
  cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_CUSTOM_BLOCK) { /* around the details; Markdown has nothing for it */
    for (cmark_node *child = cmark_node_first_child(node); child; child = cmark_node_next(child))
      outline(out, child, depth);
    return;
  }
  g_string_append_printf(out, "%*s%s %d ", depth, "", cmark_node_get_type_string(node),
                         cmark_node_get_heading_level(node));
  gboolean leaf = type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING;
  if (leaf)
    outline_inlines(out, node);
  g_string_append_c(out, '\n');
  for (cmark_node *child = cmark_node_first_child(node); child && !leaf;
       child = cmark_node_next(child))
    outline(out, child, depth + 1);
}

static char *outline_new(cmark_node *tree)
{
  GString *out = g_string_new(NULL);
  outline(out, tree, 0);
  cmark_node_free(tree);
  return g_string_free(out, FALSE);
}

static gboolean survives(const struct plan *plan, const char *answer)
{
  struct report_options options = plain_options();
  g_autofree char *markdown = write_plan(plan, "markdown", &options);
  OWNED(plan_page) page = plan_page_new(plan);
  g_autofree char *written = outline_new(document_new(plan, page, &options));
  g_autofree char *read =
      outline_new(cmark_parse_document(markdown, strlen(markdown), CMARK_OPT_DEFAULT));
  if (g_str_equal(written, read))
    return TRUE;
  g_autofree char *shown = g_strescape(answer, NULL);
  printf("\nanswer \"%s\" does not survive:\n%s\n", shown, markdown);
  ASSERT_TEXT(read, written);
  return FALSE;
}

static gboolean answer_survives(const char *answer)
{
  OWNED(plan) plan = plan_by_hand(answer);
  return survives(plan, answer);
}

static void known_traps(void)
{
  static const char *const answers[] = {
      "~~~",      "```",     "===",     "---",        "***",       "___",          "# a",
      "+ a",      "- a",     "1. a",    "1)",         "12.",       "> a",          "    code",
      "a\nb",     "a\n\nb",  "\n",      "a  \n  b",   "Oh!",       "Oh! [a](b)",   "[ ] a",
      "[a]: b",   "[a](b)",  "![a](b)", "<b>a</b>",   "<!-- a",    "&amp;",        "&#35;",
      "\\",       "\\*a\\*", "a_b_c",   "*a*",        "**",        "`a`",          "~~a~~",
      "a|b\n-|-", ":-:",     "| a |",   "$a$",        "www.a.org", "http://a.org", "<http://a.org>",
      "a@b.org",  "{1}",     "%s%n",    " a ",        "\t- a",     "« a »",        "\u00a0a\u00a0",
      "\u2028a",  "\ufffd",  "e\u0301", "日本語の文", "א ב",       "a!",           "!",
      "a.",       ")",       "(a",      "a)",         "'",         "\"",           "=\n=",
      "a\n===",   "a\n- b",  "a\n1. b",
  };
  for (guint i = 0; i < G_N_ELEMENTS(answers); i++)
    CU_ASSERT(answer_survives(answers[i]));
}

/* Pieces from which random answers are made: whatever is markup somewhere, blanks, plain words. */
static const char *const pieces[] = {
    "*",       "**",         "_",      "`",      "```",    "~",
    "~~~",     "#",          "# ",     "+ ",     "- ",     "-",
    "---",     "=",          "===",    "1.",     "1. ",    "2) ",
    "> ",      ">",          "<",      "<a>",    "[",      "]",
    "(",       ")",          "](",     "[a]: ",  "!",      "![",
    "\\",      "&",          "&amp;",  "&#9;",   "|",      "|-",
    ":-",      ":",          "$",      "\"",     "'",      " ",
    " ",       " ",          "  ",     "    ",   "\n",     "\n",
    "\n\n",    "\t",         "\u00a0", "\u202f", "\u2003", "www.",
    "http://", "a@b.c",      "a",      "b",      "word",   "longer-word-that-has-to-wrap-somewhere",
    "é",       "«",          "»",      "…",      "—",      "€",
    "日本",    "\U0001f600", "{1}",    "%s",     "0",      "9",
};

static char *random_answer(GRand *rand)
{
  GString *out = g_string_new(NULL);
  int count = g_rand_int_range(rand, 1, 14);
  for (int i = 0; i < count; i++)
    g_string_append(out, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
  return g_string_free(out, FALSE);
}

static void random_answers(void)
{
  guint32 seed = 20261120;
  g_autoptr(GRand) rand = g_rand_new_with_seed(seed);
  gboolean fine = TRUE;
  for (int i = 0; fine && i < 400; i++) {
    g_autofree char *answer = random_answer(rand);
    fine = answer_survives(answer);
  }
  CU_ASSERT(fine);
}

/* Texts of a pack put styles next to each other and to answers in any way. */
static struct phrase *random_phrase(GRand *rand)
{
  static const guint styles[] = {0, 0, RUN_EM, RUN_STRONG, RUN_BLANK, RUN_EM | RUN_STRONG};
  struct phrase *phrase = phrase_of("", 0);
  int count = g_rand_int_range(rand, 1, 7);
  for (int i = 0; i < count; i++) {
    g_autofree char *words = random_answer(rand);
    append_run(phrase, words, styles[g_rand_int_range(rand, 0, G_N_ELEMENTS(styles))],
               g_rand_int_range(rand, 0, 6) == 0 ? "https://example.org/" : NULL);
  }
  return phrase;
}

static void random_styles(void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed(20261121);
  gboolean fine = TRUE;
  for (int i = 0; fine && i < 800; i++) {
    OWNED(plan) plan = plan_of_nothing();
    struct planned_action *action =
        action_by_hand(plan, &mail, "2026-11-20", ACTION_OPEN, random_phrase(rand));
    phrase_free(action->why);
    action->why = random_phrase(rand);
    g_ptr_array_add(action->steps, random_phrase(rand));
    g_ptr_array_add(action->steps, random_phrase(rand));
    g_ptr_array_add(action->avoids, random_phrase(rand));
    fine = survives(plan, "(styles)");
  }
  CU_ASSERT(fine);
}

static char *of_answer(const char *answer)
{
  struct report_options options = plain_options();
  OWNED(plan) plan = plan_of_nothing();
  struct planned_action *action =
      action_by_hand(plan, &mail, "2026-11-20", ACTION_OPEN, phrase_of("Write", 0));
  phrase_free(action->why);
  action->why = phrase_of(answer, RUN_QUOTED);
  return write_plan(plan, "markdown", &options);
}

static void live_elsewhere(void)
{
  static const struct {
    const char *answer, *written;
  } cases[] = {
      {"~~a~~", "\\~\\~a\\~\\~"},
      {"a | b", "a \\| b"},
      {"see www.a.org", "see www\\.a.org"},
      {"http://a.org", "http\\://a.org"},
      {"$a$", "\\$a\\$"},
      {"$a or $b", "\\$a or \\$b"},
      {"a\n:-:", "a\\\n\\:-:"},
      {"me@a.org", "me\\@a.org"},
      {"ask @octocat", "ask \\@octocat"},
      {"so :smile:", "so \\:smile:"},
      {"at 9:30:15", "at 9:30:15"},
      {"<b>a</b>", "&lt;b>a&lt;/b>"},
      {"R&D, &eacute;", "R&D, &amp;eacute;"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *markdown = of_answer(cases[i].answer);
    CU_ASSERT_PTR_NOT_NULL(strstr(markdown, cases[i].written));
  }
}

/* An address that is there only once a stretch has lost its style. */
static void live_across_styles(void)
{
  struct report_options options = plain_options();
  OWNED(plan) plan = plan_of_nothing();
  struct planned_action *action =
      action_by_hand(plan, &mail, "2026-11-20", ACTION_OPEN, phrase_of("Write", 0));
  append_run(action->why, "http", 0, NULL);
  append_run(action->why, ":", RUN_STRONG, NULL);
  append_run(action->why, "//a.org", 0, NULL);
  g_autofree char *markdown = write_plan(plan, "markdown", &options);
  CU_ASSERT_PTR_NOT_NULL(strstr(markdown, "http\\://a.org"));
}

static void boxes_keep_their_line(void)
{
  struct report_options options = plain_options();
  OWNED(plan) plan = plan_of_nothing();
  g_autofree char *word = g_strnfill(120, 'x');
  action_by_hand(plan, &drill, "2026-11-20", ACTION_DONE, phrase_of(word, 0));
  g_autofree char *markdown = write_plan(plan, "markdown", &options);
  CU_ASSERT_PTR_NOT_NULL(strstr(markdown, "\n- [x] **Today,"));
}

static void reads_well_as_it_is(void)
{
  g_autofree char *markdown = of_answer("Really! It was fine, e.g. at 9:30 (or so).");
  CU_ASSERT_PTR_NOT_NULL(
      strstr(markdown, "\n**Why:** Really! It was fine, e.g. at 9:30 (or so).\n"));
  g_autofree char *list = of_answer("* a_b 2 < 3 & 4 > 1, C#, #42, 5 * 6");
  CU_ASSERT_PTR_NOT_NULL(strstr(list, "\n**Why:** * a_b 2 < 3 & 4 > 1, C#, #42, 5 * 6.\n"));
  g_autofree char *amount = of_answer("They offer $44,500.");
  CU_ASSERT_PTR_NOT_NULL(strstr(amount, "\n**Why:** They offer $44,500.\n"));
}

static void lines_are_short(void)
{
  g_autofree char *word = g_strnfill(120, 'x');
  g_autofree char *answer = g_strconcat("a b ", word,
                                        " and then words and words and words and words and words "
                                        "and words and words and words and words and words",
                                        NULL);
  g_autofree char *markdown = of_answer(answer);
  g_auto(GStrv) lines = g_strsplit(markdown, "\n", -1);
  for (char **line = lines; *line; line++)
    CU_ASSERT(text_width(*line) <= 72 || strstr(*line, word) || (*line)[0] == '>' ||
              (*line)[0] == '#');
}

/* A draft is to be copied: a paragraph is a line, and what needs no escape in a mail has none. */
static void drafts_are_copied(void)
{
  struct report_options options = plain_options();
  OWNED(plan) plan = plan_of_nothing();
  struct planned_action *action =
      action_by_hand(plan, &mail, "2026-11-20", ACTION_OPEN, phrase_of("Write", 0));
  const char *words = "C# and foo_bar, ref. #42, https://a.org/b at $62,000 | more, 50 % - and so "
                      "on, until this line is longer than any other\n2026 was [fine], you *said*";
  struct planned_draft *draft = draft_by_hand(CHANNEL_EMAIL, words);
  g_ptr_array_add(action->drafts, draft);
  g_autofree char *markdown = write_plan(plan, "markdown", &options);
  CU_ASSERT_PTR_NOT_NULL(
      strstr(markdown, "\n> You told me about C# and foo_bar, ref. #42, https://a.org/b at $62,000 "
                       "| more, 50 % - and so on, until this line is longer than any other\n>\n> "
                       "2026 was \\[fine\\], you \\*said\\* and I remember it. [One moment of the "
                       "exam] stayed with me.\n"));
}

/* What some reader takes for the start of a list is kept from the start of a line. */
static void no_line_starts_a_list(void)
{
  static const char *const words[] = {"-", "12.", "(iv)", "a)", ">b", "=="};
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    for (guint before = 40; before < 72; before++) {
      g_autofree char *start = g_strnfill(before, 'x');
      g_autofree char *answer = g_strconcat(start, " y ", words[i], " z and z and z", NULL);
      g_autofree char *markdown = of_answer(answer);
      g_autofree char *line = g_strconcat("\n", words[i], NULL);
      CU_ASSERT_PTR_NULL(strstr(markdown, line));
    }
}

SUITE(markdown, {"drafts are copied", drafts_are_copied},
      {"no line starts a list", no_line_starts_a_list}, {"known traps", known_traps},
      {"random answers", random_answers}, {"random styles", random_styles},
      {"what some readers take for markup", live_elsewhere},
      {"the same across styles", live_across_styles},
      {"a task box keeps its line", boxes_keep_their_line},
      {"plain words stay plain", reads_well_as_it_is}, {"lines are short", lines_are_short})
