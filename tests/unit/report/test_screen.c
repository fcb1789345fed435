/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text for terminals: no line is too long, no word is lost, no symbol where none is wanted. */
#include <string.h>

#include "base/text.h"
#include "report/by_hand.h"

static char *text_of(const char *answer, const struct report_options *options)
{
  OWNED(plan) plan = plan_by_hand(answer);
  return write_plan(plan, "text", options);
}

static void fits_every_width(void)
{
  struct report_options options = plain_options();
  static const char *const answers[] = {"word",
                                        ("a-word-of-more-than-any-line-"
                                         "that-has-eighty-columns-or-less-and-cannot-be-broken"),
                                        "日本語の文章はどこでも改行できます",
                                        "one\ntwo\n\nthree",
                                        "a\u2028b\u2003\u3000\u3000 c\u00a0d",
                                        "https://example.org/a/b/c/d/e/f/g/h"};
  for (options.width = 40; options.width <= 120; options.width += 8)
    for (guint i = 0; i < G_N_ELEMENTS(answers); i++) {
      g_autofree char *text = text_of(answers[i], &options);
      g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
      for (char **line = lines; *line; line++) {
        CU_ASSERT(text_width(*line) <= options.width);
        CU_ASSERT(!g_str_has_suffix(*line, " "));
      }
    }
}

/* TEXT without blanks, line feeds and escape sequences. */
static char *bare(const char *text)
{
  GString *out = g_string_new(NULL);
  for (; *text; text++) {
    if (*text == '\033')
      text = strchr(text, 'm');
    else if (!strchr(" \n", *text))
      g_string_append_c(out, *text);
  }
  return g_string_free(out, FALSE);
}

static void colour_changes_no_word(void)
{
  struct report_options options = plain_options();
  options.words_only = TRUE; /* so that titles have no lines under them either way */
  g_autofree char *plain = text_of("a « b »  c\nd", &options);
  options.colour = TRUE;
  g_autofree char *coloured = text_of("a « b »  c\nd", &options);
  CU_ASSERT_PTR_NOT_NULL(strchr(coloured, '\033'));
  CU_ASSERT_PTR_NULL(strchr(plain, '\033'));
  g_autofree char *bare_plain = bare(plain), *bare_coloured = bare(coloured);
  ASSERT_TEXT(bare_coloured, bare_plain);
}

static void styles_end_with_their_line(void)
{
  struct report_options options = plain_options();
  options.colour = TRUE;
  g_autofree char *text = text_of("a long answer that has to go over more than one line", &options);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line; line++) {
    const char *last = g_strrstr(*line, "\033[");
    CU_ASSERT(!last || g_str_has_prefix(last, "\033[0m"));
  }
}

static void only_words(void)
{
  struct report_options options = plain_options();
  options.words_only = TRUE;
  options.width = 200;
  g_autofree char *text = text_of("the bus", &options);
  CU_ASSERT_PTR_NULL(strpbrk(text, "[]|*#\033"));
  CU_ASSERT_PTR_NULL(strstr(text, "=="));
  CU_ASSERT_PTR_NULL(strstr(text, "--"));
  CU_ASSERT_PTR_NULL(strstr(text, "\n- "));
  CU_ASSERT_PTR_NOT_NULL(strstr(text, "\nTo do: At any time: Speak with"));
  CU_ASSERT_PTR_NOT_NULL(strstr(text, "\nDone: Thursday 19\u00a0November: Write down"));
  CU_ASSERT_PTR_NOT_NULL(strstr(text, "(to fill in: One moment of the exam)"));
}

/* Where no sign tells an item from the line above, what goes on in it stands in. */
static void words_only_items_hang(void)
{
  struct report_options options = plain_options();
  options.words_only = TRUE;
  options.width = 40;
  g_autofree char *text = text_of("the bus", &options);
  CU_ASSERT_PTR_NOT_NULL(strstr(text, "\nTo do: At any time: Speak with somebody\n  who passed"));
}

/* Whoever copies it from the screen has the message, and nothing of the page. */
static void messages_stand_alone(void)
{
  struct report_options options = plain_options();
  options.width = 200;
  g_autofree char *text = text_of("the bus", &options);
  const char *start = strstr(text, "\n- - - - - - - - - -\nTo: Ms Ek\n\nSubject: ");
  CU_ASSERT_PTR_NOT_NULL_FATAL(start);
  CU_ASSERT_PTR_NOT_NULL(strstr(start, "] stayed with me.\n- - - - - - - - - -\n"));
  CU_ASSERT_PTR_NOT_NULL(strstr(start, "\n\nYou told me about the bus and I remember it. ["));
}

static void links_say_their_address_once(void)
{
  struct report_options options = plain_options();
  OWNED(plan) plan = plan_of_nothing();
  struct planned_action *action =
      action_by_hand(plan, &mail, "2026-11-20", ACTION_OPEN, phrase_of("Ask", 0));
  append_run(action->why, "3114", 0, "tel:3114");
  append_run(action->why, " or ", 0, NULL);
  append_run(action->why, "the page", 0, "https://example.org/");
  g_autofree char *text = write_plan(plan, "text", &options);
  CU_ASSERT_PTR_NOT_NULL(strstr(text, "Why: 3114 or the page (https://example.org/).\n"));
}

static void addresses_stay_whole(void)
{
  struct report_options options = plain_options();
  OWNED(plan) plan = plan_of_nothing();
  struct planned_action *action =
      action_by_hand(plan, &mail, "2026-11-20", ACTION_OPEN, phrase_of("Ask", 0));
  append_run(action->why, "the page", 0, "https://example.org/a-b/c-d?e=f");
  for (options.width = 40; options.width < 60; options.width++) {
    g_autofree char *text = write_plan(plan, "text", &options);
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "(https://example.org/a-b/c-d?e=f)"));
  }
}

SUITE(screen, {"every line fits", fits_every_width},
      {"colour changes no word", colour_changes_no_word},
      {"styles end with their line", styles_end_with_their_line}, {"words only", only_words},
      {"what goes on in an item stands in", words_only_items_hang},
      {"a message stands alone", messages_stand_alone},
      {"a link says its address once", links_say_their_address_once},
      {"an address stays whole", addresses_stay_whole})
