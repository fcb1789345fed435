/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All checks of one pack, as far as each can go. */
#include "command/checked.h"

#include "base/rules.h"
#include "check/unread.h"
#include "command/paths.h"
#include "prove/way.h"
#include "reader/catalogue_read.h"

/* The catalogues of the pack in FOLDER, its own and those of the program: people get both. */
static void check_catalogues(const struct catalogue *catalogue, const char *folder,
                             struct findings *findings)
{
  g_autofree char *own = g_build_filename(folder, "locale", NULL);
  g_autofree char *program = paths_locale();
  check_translations(catalogue, own, findings);
  check_translations(catalogue, program, findings);
}

struct catalogue *checked_pack(const char *folder, const char *additions, struct proving *proving,
                               struct tally *tally, struct findings *findings)
{
  g_autoptr(GPtrArray) ways = g_ptr_array_new_with_free_func((GDestroyNotify)way_free);
  struct proof_options options = *proving_start(proving);
  OWNED(catalogue) catalogue = catalogue_read(folder, additions, findings);
  if (!catalogue)
    return NULL;
  gboolean astray = unread_check(catalogue, folder, additions, findings, tally->left);
  tally_add(tally, catalogue);
  if (!catalogue->whole)
    return g_steal_pointer(&catalogue);
  if (catalogue->sound) /* else people could not be led through it */
    tally->examples += check_examples(catalogue, folder, &options, findings, NULL, ways);
  options.ways = ways;
  check_pack(catalogue, &options, findings);
  if (astray) { /* where the use may be */
    findings_drop(findings, &rules[RULE_UNUSED]);
    findings_drop(findings, &rules[RULE_NO_EFFECT]);
  }
  check_catalogues(catalogue, folder, findings);
  return g_steal_pointer(&catalogue);
}
