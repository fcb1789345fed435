/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Examples read from files and from memory. */
#include "reader/example.h"
#include "support/pack.h"
#include "support/suite.h"

#define HEAD "<example xmlns=\"urn:rebond:content:1\" title=\"t\" today=\"2026-11-24\">\n"

static const char sound[] =
    HEAD "  <answer of=\"a\">x</answer>\n  <expect question=\"b\"/>\n</example>\n";
static const char faulty[] =
    HEAD "  <answer of=\"a\" given=\"2026-02-30\">x</answer>\n</example>\n";
static const char broken[] = HEAD "  <answer>\n";

static char *findings_text(struct findings *findings)
{
  GString *out = g_string_new(NULL);
  findings_print(findings, out);
  return g_string_free(out, FALSE);
}

static void assert_same(const char *text)
{
  OWNED(findings) of_memory = findings_new(NULL);
  OWNED(findings) of_file = findings_new(NULL);
  g_autofree char *folder = test_folder_new();
  g_autofree char *path = g_build_filename(folder, "told.xml", NULL);
  test_folder_write(folder, "told.xml", text);
  OWNED(example) memory = example_read_text(text, path, of_memory);
  OWNED(example) file = example_read(path, of_file);
  test_folder_remove(folder);
  g_autofree char *in_memory = findings_text(of_memory);
  g_autofree char *in_file = findings_text(of_file);
  ASSERT_TEXT(in_memory, in_file);
  CU_ASSERT((memory != NULL) == (file != NULL));
  CU_ASSERT((*in_memory == '\0') == (text == sound));
}

static void test_same(void)
{
  assert_same(sound);
  assert_same(faulty);
  assert_same(broken);
  assert_same("");
  assert_same("<example/>");
}

static void test_entries(void)
{
  OWNED(findings) findings = findings_new(NULL);
  OWNED(example) example = example_read_text(sound, "told", findings);
  CU_ASSERT(example != NULL && example->entries && !example->entries->next);
  ASSERT_TEXT(example->file, "told");
  ASSERT_TEXT(example->entries->of, "a");
  ASSERT_TEXT(example->entries->values[0], "x");
  ASSERT_TEXT(example->entries->place.file, "told");
  CU_ASSERT(example->entries->place.line == 2);
  ASSERT_TEXT(example->expectations->question, "b");
}

/* An answer belongs to the item that it stands in, and to none where it stands in none. */
static void test_items(void)
{
  static const char text[] = HEAD "  <answer of=\"a\">x</answer>\n  <item of=\"r\">"
                                  "<answer of=\"b\">y</answer></item>\n</example>\n";
  OWNED(findings) findings = findings_new(NULL);
  OWNED(example) example = example_read_text(text, "told", findings);
  CU_ASSERT_PTR_NOT_NULL_FATAL(example);
  const struct example_entry *alone = example->entries, *within = alone->next;
  ASSERT_TEXT(alone->repeat, NULL);
  CU_ASSERT_EQUAL(alone->item, 0);
  ASSERT_TEXT(within->repeat, "r");
  CU_ASSERT_EQUAL(within->item, 1);
}

SUITE(example, {"memory and file give the same", test_same},
      {"what stands in memory is held with its places", test_entries},
      {"answers know the item they stand in", test_items})
