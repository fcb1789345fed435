/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Catalogues as translators write them, *.po; libgettextpo reads them. */
#pragma once

#include "base/finding.h"

/* A message and its translations, one for each plural form; "" is the header's. */
struct translated {
  const char *message;
  const char *const *forms; /* NULL-terminated, at least one */
  gboolean fuzzy;
};

/* Calls SEE for every message of the file at PATH but obsolete ones. False if it is no catalogue;
 * what is wrong with it goes to FINDINGS, unless that is NULL. */
gboolean pofile_visit(const char *path, struct findings *findings,
                      void (*see)(const struct translated *translated, void *data), void *data);
