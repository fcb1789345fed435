/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the journal's file: bytes as one, read as all commands do, its debriefs loaded, planned
 * and exported; then gone on with, ticked and deleted. The start corpus is journals of small pages.
 */
#include <glib/gstdio.h>

#include "fuzz.h"
#include "journal/journal.h"
#include "walk/exchange.h"

static void tell(struct journal *journal)
{
  g_autoptr(GPtrArray) damage = journal_take_damage(journal);
  g_ptr_array_unref(journal_take_warnings(journal));
  for (guint i = 0; i < damage->len; i++)
    if (!g_utf8_validate(damage->pdata[i], -1, NULL))
      fuzz_fail("what is told is no text", damage->pdata[i], "");
}

static void show(struct journal *journal, const struct journal_entry *entry)
{
  OWNED(answers) answers = journal_load(journal, entry->id, fuzz_catalogue(), NULL, NULL);
  tell(journal);
  if (!answers)
    return;
  OWNED(plan) plan = plan_new(fuzz_catalogue(), answers, fuzz_today(), NULL, TRUE);
  fuzz_report(plan);
  g_autoptr(GString) out = g_string_new(NULL);
  exchange_write(fuzz_catalogue(), answers, "t", fuzz_today(), PRIVATE_INCLUDED, NULL, out);
  if (!g_utf8_validate(out->str, (gssize)out->len, NULL))
    fuzz_fail("what is exported is no text", out->str, "");
}

static void change(struct journal *journal, const struct journal_entry *entry)
{
  gboolean wiped;
  if (!journal_lock(journal, entry->id, NULL))
    return;
  journal_record_tick(journal, entry->id, "tell", "tell", fuzz_today(), fuzz_today(), NULL);
  journal_record_fill(journal, entry->id, "name", "Ada", fuzz_today(), NULL);
  journal_delete(journal, entry->id, &wiped, NULL);
}

static void look(const char *file, gboolean read_only,
                 void (*at)(struct journal *journal, const struct journal_entry *entry))
{
  g_autoptr(GError) error = NULL;
  OWNED(journal) journal = journal_open(file, read_only, NULL, &error);
  g_autoptr(GPtrArray) list = journal ? journal_list(journal, NULL, NULL) : NULL;
  if (!journal == !error)
    fuzz_fail("neither opened nor told why", file, "");
  for (guint i = 0; list && i < list->len; i++)
    at(journal, list->pdata[i]);
  if (journal)
    tell(journal);
}

/* Without what the last run left beside the file. */
static void clear_beside(const char *file)
{
  static const char *const ends[] = {"-wal", "-shm", "-journal", ".locks"};
  for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
    g_autofree char *path = g_strconcat(file, ends[i], NULL);
    g_unlink(path);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  const char *file = fuzz_file("journal.sqlite", (const char *)data, size);
  look(file, TRUE, show);
  look(file, FALSE, change);
  clear_beside(file);
  return 0;
}
