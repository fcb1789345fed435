/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every format of the same plan, word by word. UPDATE_GOLDEN=1 rewrites the files. */
#include "report/by_hand.h"

static void compare(const char *file, const char *actual)
{
  const char *source = g_getenv("SOURCE");
  CU_ASSERT_PTR_NOT_NULL_FATAL(source);
  g_autofree char *path = g_build_filename(source, "tests", "unit", "report", file, NULL);
  if (g_strcmp0(g_getenv("UPDATE_GOLDEN"), "1") == 0)
    CU_ASSERT(g_file_set_contents(path, actual, -1, NULL));
  g_autofree char *expected = NULL;
  CU_ASSERT_FATAL(g_file_get_contents(path, &expected, NULL, NULL));
  ASSERT_TEXT(actual, expected);
}

static void compare_plan(const char *format, const struct report_options *options, const char *file)
{
  OWNED(plan) plan = plan_by_hand("the « Café » at 9:30!");
  g_autofree char *actual = write_plan(plan, format, options);
  compare(file, actual);
}

static void every_format(void)
{
  struct report_options options = plain_options();
  for (const struct report_format *format = report_formats; format->name; format++) {
    g_autofree char *file = g_strconcat("exam", format->suffix, NULL);
    compare_plan(format->name, &options, file);
  }
}

static void text_variants(void)
{
  struct report_options options = plain_options();
  options.width = 40;
  compare_plan("text", &options, "exam-narrow.txt");
  options.colour = TRUE;
  compare_plan("text", &options, "exam-colour.txt");
  options.colour = FALSE;
  options.words_only = TRUE;
  compare_plan("text", &options, "exam-words.txt");
}

static void nothing(void)
{
  struct report_options options = plain_options();
  OWNED(plan) plan = plan_of_nothing();
  g_autofree char *actual = write_plan(plan, "markdown", &options);
  ASSERT_TEXT(actual, "# Plan of Friday 20\u00a0November\u00a02026\n\n"
                      "**There is nothing to do. That is a plan too.**\n");
}

static void nothing_yet(void)
{
  struct report_options options = plain_options();
  OWNED(plan) plan = plan_of_nothing();
  static const char *const missing[] = {"Name", "Day", "Place", "Level", "Teacher"};
  for (guint i = 0; i < G_N_ELEMENTS(missing); i++)
    g_ptr_array_add(plan->missing, g_strdup(missing[i]));
  g_autofree char *actual = write_plan(plan, "text", &options);
  CU_ASSERT_PTR_NOT_NULL(strstr(actual, "there is nothing to do yet"));
  CU_ASSERT_PTR_NOT_NULL(
      strstr(actual, "5\u00a0questions have no answer yet (Name, Day, Place and\nothers)"));
}

static void all_done(void)
{
  struct report_options options = plain_options();
  OWNED(plan) plan = plan_of_nothing();
  action_by_hand(plan, &mail, "2026-11-19", ACTION_DONE, phrase_of("Thank the examiner", 0));
  g_autofree char *actual = write_plan(plan, "text", &options);
  CU_ASSERT_PTR_NOT_NULL(strstr(actual, "Nothing is left to do in this plan."));
}

static void only_undated(void)
{
  struct report_options options = plain_options();
  OWNED(plan) plan = plan_of_nothing();
  action_by_hand(plan, &mail, NULL, ACTION_OPEN, phrase_of("Thank the examiner", 0));
  g_autofree char *actual = write_plan(plan, "text", &options);
  CU_ASSERT_PTR_NOT_NULL(strstr(actual, "\nAt any time: Thank the examiner\n"));
}

static void draft_to_paste(void)
{
  struct report_options options = plain_options();
  OWNED(plan) plan = plan_by_hand("the bus");
  const struct planned_action *action = plan_task(plan, &mail_task);
  g_autoptr(GString) out = g_string_new(NULL);
  report_draft(action->drafts->pdata[0], &options, out);
  ASSERT_TEXT(out->str, "To: Ms Ek\nSubject: Our talk of 20 November\n\nGood morning,\n\n"
                        "You told me about the bus and I remember it. "
                        "[One moment of the exam] stayed with me.\n");
  g_string_truncate(out, 0);
  report_draft(action->drafts->pdata[1], &options, out);
  CU_ASSERT(g_str_has_prefix(out->str, "Good morning,\n\nYou told me"));
}

SUITE(golden, {"every format", every_format}, {"text of other widths and styles", text_variants},
      {"nothing to do", nothing}, {"nothing to do yet", nothing_yet}, {"all done", all_done},
      {"only undated", only_undated}, {"a draft to paste", draft_to_paste})
