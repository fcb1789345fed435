/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an edit changes for people. */
#include <string.h>

#include "base/date.h"
#include "check/against.h"
#include "support/pack.h"
#include "support/suite.h"

static struct test_pack *pack_new(const char *days, const char *inside)
{
  g_autofree char *theme = g_strdup_printf(
      "<question id=\"late\" kind=\"choice\"><prompt>A</prompt><option value=\"yes\">%s</option>"
      "<option value=\"no\"/></question>\n"
      "<action id=\"call\" channel=\"phone\"><title>Appeler</title><due after=\"answered\" "
      "days=\"%s\"/></action>\n",
      inside, days);
  return test_pack_new(NULL, theme);
}

static guint compare(const struct test_pack *before, const struct test_pack *after, GString *out)
{
  struct check_options options = {.today = date_from_ymd(2026, 11, 23)};
  struct version first = {before->catalogue, before->folder};
  struct version second = {after->catalogue, after->folder};
  return against_write(first, second, &options, out);
}

static void test_changes(void)
{
  OWNED(test_pack) before = pack_new("1", "<remark id=\"old\">Bien.</remark>");
  OWNED(test_pack)
  after = pack_new("3", "<question id=\"why\" kind=\"text\"><prompt>B</prompt></question>");
  g_autoptr(GString) out = g_string_new(NULL);
  CU_ASSERT(compare(before, after, out) == 4);
  CU_ASSERT(strstr(out->str, "- advises 'call' on 2026-11-24 (") != NULL);
  CU_ASSERT(strstr(out->str, "+ advises 'call' on 2026-11-26 (") != NULL);
  CU_ASSERT(strstr(out->str, "- says 'old' (") != NULL);
  CU_ASSERT(strstr(out->str, "+ asks 'why' (") != NULL);
}

static void test_same(void)
{
  OWNED(test_pack) before = pack_new("1", "");
  OWNED(test_pack) after = pack_new("1", "");
  g_autoptr(GString) out = g_string_new(NULL);
  CU_ASSERT(compare(before, after, out) == 0);
  ASSERT_TEXT(out->str, "");
}

SUITE(against, {"questions, days and remarks that come and go are listed", test_changes},
      {"the same pack changes nothing", test_same})
