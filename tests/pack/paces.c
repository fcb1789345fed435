/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of paces, read where counsellors read it. */
#include "paces.h"

#include <stdio.h>

static const char *const rows[PACES] = {
    [PACE_QUICK] = "une minute",
    [PACE_ONE_POINT] = "cinq minutes, un point",
    [PACE_TWO_POINTS] = "cinq minutes, deux points",
    [PACE_NEWS] = "une visite avec des nouvelles",
};

const char *pace_row(enum pace pace)
{
  return rows[pace];
}

static char *guide(void)
{
  g_autofree char *file = g_build_filename(g_getenv("SOURCE"), "content", "GUIDE.md", NULL);
  g_autoptr(GError) error = NULL;
  char *text = NULL;
  if (!g_file_get_contents(file, &text, NULL, &error))
    g_error("%s", error->message);
  return text;
}

struct pace_limit pace_limit(enum pace pace)
{
  g_autofree char *text = guide();
  g_autofree char *start = g_strdup_printf("\n| %s |", rows[pace]);
  const char *row = strstr(text, start);
  struct pace_limit limit;
  if (!row || sscanf(row + strlen(start), "%d | %d |", &limit.questions, &limit.texts) != 2)
    g_error("no line '%s' in GUIDE.md", rows[pace]);
  return limit;
}

/* The values that PERSON gave to QUESTION, NULL if none. */
static char **values(const struct person *person, const GArray *asked, const char *question)
{
  for (guint i = 0; i < asked->len; i++) {
    struct step step = g_array_index(asked, struct step, i);
    if (g_str_equal(step.item->id, question))
      return answers_get(person->answers, step)->values;
  }
  return NULL;
}

static gboolean told(const struct person *person, const GArray *asked, const char *question,
                     const char *value)
{
  char **given = values(person, asked, question);
  return given && g_strv_contains((const char *const *)given, value);
}

enum pace pace_of(const struct person *person, const GArray *asked)
{
  if (told(person, asked, "depth", "quick") || told(person, asked, "mood", "lost"))
    return PACE_QUICK;
  if (told(person, asked, "depth", "full"))
    return PACES;
  char **points = values(person, asked, "trouble");
  return points && points[1] ? PACE_TWO_POINTS : PACE_ONE_POINT;
}
