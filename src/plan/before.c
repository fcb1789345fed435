/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lessons, own words and strengths, in turn. */
#include "plan/before.h"

#include "base/text.h"
#include "plan/trends.h"

/* Characters of what a person said: about two lines. */
#define LONGEST_OWN 140

/* How many of each kind make a round. */
#define LESSONS_A_ROUND 2

char *before_resolution(const struct planned_lesson *lesson, const struct translator *translator)
{
  g_autofree char *deed = phrase_plain(lesson->then_text);
  if (phrase_empty(lesson->if_text))
    return text_sentence(deed);
  g_autofree char *situation = phrase_plain(lesson->if_text);
  g_autofree char *whole = tr_fill(tr(translator, N_("When {1}, {2}")), situation, deed, NULL);
  return text_sentence(whole);
}

static void free_line(void *data)
{
  struct before_line *line = data;
  g_free(line->text);
  g_free(line);
}

/* Takes TEXT over; none stands twice. */
static void add(GPtrArray *lines, enum before_kind kind, char *text)
{
  struct before_line *line = g_new0(struct before_line, 1);
  *line = (struct before_line){kind, text};
  for (guint i = 0; i < lines->len; i++)
    if (g_str_equal(((struct before_line *)lines->pdata[i])->text, text)) {
      free_line(line);
      return;
    }
  g_ptr_array_add(lines, line);
}

static void add_own(GPtrArray *lines, const struct sheet_line *own,
                    const struct translator *translator)
{
  g_autofree char *words = text_shorten(own->words, LONGEST_OWN);
  /* TRANSLATORS: {1} is the short name of a question, {2} what the person said there. */
  add(lines, BEFORE_OWN, tr_fill(tr(translator, N_("{1}: “{2}”")), own->label, words, NULL));
}

/* What a person said of themselves in PLANS, the latest first: const struct sheet_line. */
static GPtrArray *own_of(const GPtrArray *plans)
{
  GPtrArray *all = g_ptr_array_new();
  for (guint i = 0; i < plans->len; i++) {
    const struct plan *plan = plans->pdata[i];
    for (guint o = 0; o < plan->own->len; o++)
      g_ptr_array_add(all, plan->own->pdata[o]);
  }
  return all;
}

GPtrArray *before_new(const GPtrArray *plans, const struct translator *translator)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func(free_line);
  g_autoptr(GArray) trends = trends_new(plans);
  g_autoptr(GArray) lessons = trends_lessons(trends);
  g_autoptr(GPtrArray) own = own_of(plans), strengths = trends_strengths(plans, G_MAXUINT);
  for (guint lesson = 0, round = 0;
       lesson < lessons->len || round < own->len || round < strengths->len; round++) {
    for (guint i = 0; i < LESSONS_A_ROUND && lesson < lessons->len; i++)
      add(lines, BEFORE_LESSON,
          before_resolution(g_array_index(lessons, struct trend_lesson, lesson++).lesson,
                            translator));
    if (round < own->len)
      add_own(lines, own->pdata[round], translator);
    if (round < strengths->len)
      add(lines, BEFORE_STRENGTH,
          phrase_plain(((struct planned_strength *)strengths->pdata[round])->text));
  }
  return lines;
}
