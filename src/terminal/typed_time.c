/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of day as people say them: 9h30, 9:30, 9.30, 9 h, 2 pm, noon. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "terminal/typed_inside.h"

/* "9", "9:30", "9.30", "9h30", "9 30" without words around; -1 if it is none of them. */
static int figures(const char *text, gboolean afternoon, gboolean morning)
{
  int hour_digits = (int)strspn(text, "0123456789");
  const char *rest = text + hour_digits;
  if (hour_digits < 1 || hour_digits > 2)
    return -1;
  int hour = atoi(text), minute = 0;
  rest += strspn(rest, " ");
  if (*rest && strchr(":.h", *rest))
    rest++;
  rest += strspn(rest, " ");
  if (*rest) {
    if (strspn(rest, "0123456789") != 2 || rest[2])
      return -1;
    minute = atoi(rest);
  }
  if (afternoon && hour < 12)
    hour += 12;
  if (morning && hour == 12)
    hour = 0;
  return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
}

int said_time(const char *words, const struct translator *translator)
{
  /* TRANSLATORS: the next six messages are words that people type in a time of day, alternatives
   * separated by |. */
  if (words_index(words, tr(translator, "noon|midday")))
    return 12 * 60;
  if (words_index(words, tr(translator, "midnight")))
    return 0;
  g_autofree char *text = g_strdup(words);
  words_cut_end(text, tr(translator, "sharp"));
  gboolean morning = words_cut_end(text, tr(translator, "am|a.m.|in the morning"));
  gboolean afternoon =
      !morning && words_cut_end(text, tr(translator, "pm|p.m.|in the afternoon|in the evening"));
  words_cut_end(text, tr(translator, "o'clock|hours|hour|h"));
  return figures(text, afternoon, morning);
}

int typed_time(const char *text, const struct translator *translator)
{
  g_autofree char *folded = text_fold(text);
  int minutes = -1;
  for (guint i = 0; i < TYPED_LANGUAGES && minutes < 0; i++)
    minutes = said_time(folded, typed_language(i, translator));
  return minutes;
}
