/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of explanations, looked through. */
#include "reader/explained.h"

#include <glib.h>

static const struct {
  const char *element, *attribute, *words;
} rows[] = {
#define ELEMENT(element, words) {element, NULL, words},
#define ATTRIBUTE(element, attribute, words) {element, attribute, words},
#include "reader/explained.def"
#undef ELEMENT
#undef ATTRIBUTE
};

const char *explained(const char *element, const char *attribute)
{
  const char *everywhere = NULL;
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    if (g_strcmp0(rows[i].attribute, attribute) != 0)
      continue;
    if (g_strcmp0(rows[i].element, element) == 0)
      return rows[i].words;
    if (!rows[i].element)
      everywhere = rows[i].words;
  }
  return everywhere;
}
