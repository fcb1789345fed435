/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of paces, read where counsellors read it. */
#include "paces.h"

#include <stdio.h>
#include <string.h>

static const char *const rows[PACES] = {
    [PACE_QUICK] = "une minute",
    [PACE_LOST] = "au plus bas",
    [PACE_ONE_POINT] = "cinq minutes, un point",
    [PACE_TWO_POINTS] = "cinq minutes, deux points",
    [PACE_NEWS] = "une visite avec des nouvelles",
};

const char *pace_row(enum pace pace)
{
  return rows[pace];
}

/* The lines of the guide. Caller frees. */
static char **guide(void)
{
  g_autofree char *file = g_build_filename(g_getenv("SOURCE"), "content", "GUIDE.md", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  if (!g_file_get_contents(file, &text, NULL, &error))
    g_error("%s", error->message);
  return g_strsplit(text, "\n", -1);
}

/* What stands in the guide's table behind ROW. Ends the program if there is no such row. */
static char *behind(const char *row)
{
  g_auto(GStrv) lines = guide();
  g_autofree char *start = g_strdup_printf("| %s |", row);
  for (char **line = lines; *line; line++)
    if (g_str_has_prefix(*line, start))
      return g_strdup(*line + strlen(start));
  g_error("no line '%s' in GUIDE.md", row);
}

struct pace_limit pace_limit(enum pace pace)
{
  g_autofree char *numbers = behind(rows[pace]);
  struct pace_limit limit;
  if (sscanf(numbers, "%d | %d | %d |", &limit.usual, &limit.questions, &limit.texts) != 3)
    g_error("no three numbers behind '%s' in GUIDE.md", rows[pace]);
  return limit;
}

int guide_limit(const char *row)
{
  g_autofree char *number = behind(row);
  int limit;
  if (sscanf(number, "%d |", &limit) != 1)
    g_error("no number behind '%s' in GUIDE.md", row);
  return limit;
}

/* The values that PERSON gave to QUESTION, owned by the answers; NULL if none. */
static char **values(const struct person *person, const GArray *asked, const char *question)
{
  for (guint i = 0; i < asked->len; i++) {
    struct step step = g_array_index(asked, struct step, i);
    if (g_str_equal(step.item->id, question))
      return answers_get(person->answers, step)->values;
  }
  return NULL;
}

static gboolean told(char **values, const char *value)
{
  return values && g_strv_contains((const char *const *)values, value);
}

enum pace pace_of(const struct person *person, const GArray *asked)
{
  char **mood = values(person, asked, "mood");
  if (told(mood, "quick"))
    return PACE_QUICK;
  if (told(mood, "lost"))
    return PACE_LOST;
  if (told(mood, "full"))
    return PACES;
  char **points = values(person, asked, "trouble");
  return points && g_strv_length(points) > 1 ? PACE_TWO_POINTS : PACE_ONE_POINT;
}
