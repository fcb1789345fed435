/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the whole way of content: bytes as a theme file, read; and if it is sound, walked with
 * answers drawn from the same bytes, planned and written in every format. The start corpus is any
 * folder of theme files.
 */
#include "fuzz.h"
#include "walk/walk.h"

/* Something that may fit the current step, chosen by BYTE; what does not fit is skipped, or ends
 * the walk. */
static gboolean step_on(struct walk *walk, uint8_t byte)
{
  static const char *const guesses[] = {"yes", "no", "1", "3", "2026-11-12", "09:30", "mot"};
  struct step step = walk_current(walk);
  g_autoptr(GArray) offers = item_question(step.item) ? pass_offers(walk_pass(walk), step) : NULL;
  const char *value = offers && offers->len
                          ? g_array_index(offers, struct offer, byte % offers->len).value
                          : guesses[byte % G_N_ELEMENTS(guesses)];
  const char *values[] = {value, NULL};
  g_autofree char *why = NULL, *why_not = NULL;
  if (byte % 11 == 0 && walk_back(walk))
    return TRUE;
  return walk_answer(walk, values, &why) || walk_skip(walk, &why_not);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  OWNED(catalogue) catalogue = fuzz_theme((const char *)data, size);
  if (!catalogue)
    return 0;
  struct answers *answers = answers_new(catalogue);
  answers_set_begun(answers, fuzz_today() - 3);
  OWNED(walk) walk = walk_new(catalogue, answers, fuzz_today(), NULL);
  for (size_t i = 0;
       walk_current(walk).item && i < 200 && step_on(walk, size ? data[i % size] : 0);)
    i++;
  OWNED(plan) plan = plan_new(catalogue, walk_answers(walk), fuzz_today(), NULL, TRUE);
  fuzz_report(plan);
  return 0;
}
