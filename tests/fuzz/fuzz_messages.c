/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes catalogues of messages: bytes as one that is compiled, as one that is written, and as the
 * translation of each text of the pack. What is found in them is text.
 */
#include "command/messages.h"
#include "fuzz.h"
#include "reader/translation.h"

static void check(const char *found)
{
  if (found && !g_utf8_validate(found, -1, NULL))
    fuzz_fail("what is found is no text", found, "");
}

static void look(const char *file)
{
  static const char *const wanted[] = {"",          "yes",     "no", "{1} day ago", "{1} question",
                                       "Yesterday", "January", "a",  "{1} error"};
  OWNED(messages) messages = messages_open(file);
  for (gsize i = 0; messages && i < G_N_ELEMENTS(wanted); i++) {
    check(messages_find(messages, wanted[i]));
    for (unsigned long n = 0; n < 3; n++)
      check(messages_find_plural(messages, wanted[i], n * n * 11));
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  const struct catalogue *catalogue = fuzz_catalogue();
  g_autofree char *text = g_strndup((const char *)data, size);
  look(fuzz_file("rebond.mo", (const char *)data, size));
  look(fuzz_file("rebond.po", (const char *)data, size));
  for (const struct item *theme = catalogue->themes; theme; theme = theme->next)
    for (const struct item *item = theme->first; item; item = item->next)
      if (item_question(item) && item_question(item)->label)
        translation_read(catalogue, item_question(item)->label, text);
  return 0;
}
