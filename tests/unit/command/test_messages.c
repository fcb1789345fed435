/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiled catalogues, written here byte by byte, and the rules for plural forms. */
#include "command/messages.h"
#include "command/plural.h"
#include "support/pack.h"
#include "support/suite.h"

#define PLURALS(rule)                                                                              \
  "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=3; " rule "\n"

/* Originals in order, each with its translation; a \1 stands for the NUL between plural forms. */
struct entry {
  const char *original, *translation;
};

static const struct entry french[] = {
    {"", PLURALS("plural=n%10==1 && n%100!=11 ? 0 : n!=0 ? 1 : 2;")},
    {"Bad", "\xff"},
    {"Empty", ""},
    {"One\1Many", "Un\1Des\1Aucun"},
    {"One form\1Many", "Seul"},
    {"Word", "Mot"},
};

static void add_number(GString *out, guint32 number, gboolean swapped)
{
  if (swapped)
    number = GUINT32_SWAP_LE_BE(number);
  g_string_append_len(out, (const char *)&number, sizeof number);
}

static void add_row(GString *table, GString *strings, gsize start, const char *text,
                    gboolean swapped)
{
  add_number(table, (guint32)strlen(text), swapped);
  add_number(table, (guint32)(start + strings->len), swapped);
  g_string_append(strings, text);
  g_string_append_c(strings, '\0');
}

static GString *compile(const struct entry *entries, guint count, guint32 revision,
                        gboolean swapped)
{
  GString *out = g_string_new(NULL);
  g_autoptr(GString) strings = g_string_new(NULL);
  const guint32 head[] = {0x950412de, revision, count, 28, 28 + 8 * count, 0, 0};
  for (gsize i = 0; i < G_N_ELEMENTS(head); i++)
    add_number(out, head[i], swapped);
  gsize start = 28 + 16 * (gsize)count;
  for (guint i = 0; i < count; i++)
    add_row(out, strings, start, entries[i].original, swapped);
  for (guint i = 0; i < count; i++)
    add_row(out, strings, start, entries[i].translation, swapped);
  for (gsize i = 0; i < strings->len; i++)
    strings->str[i] = strings->str[i] == '\1' ? '\0' : strings->str[i];
  g_string_append_len(out, strings->str, (gssize)strings->len);
  return out;
}

static struct messages *open_bytes(const char *bytes, gsize length)
{
  g_autofree char *folder = test_folder_new();
  g_autofree char *file = g_build_filename(folder, "some.mo", NULL);
  g_file_set_contents(file, bytes, (gssize)length, NULL);
  struct messages *messages = messages_open(file);
  test_folder_remove(folder);
  return messages;
}

static void test_found(void)
{
  for (int swapped = 0; swapped < 2; swapped++) {
    g_autoptr(GString) bytes = compile(french, G_N_ELEMENTS(french), 1, swapped);
    OWNED(messages) messages = open_bytes(bytes->str, bytes->len);
    CU_ASSERT_FATAL(messages != NULL);
    ASSERT_TEXT(messages_find(messages, "Word"), "Mot");
    ASSERT_TEXT(messages_find(messages, "One"), "Un");
    static const char *const missing[] = {"A", "Bad", "Empty", "Wor", "Words", "Z"};
    for (gsize i = 0; i < G_N_ELEMENTS(missing); i++)
      CU_ASSERT_PTR_NULL(messages_find(messages, missing[i]));
    static const struct {
      unsigned long n;
      const char *form;
    } forms[] = {{0, "Aucun"}, {1, "Un"}, {2, "Des"}, {11, "Des"}, {21, "Un"}};
    for (gsize i = 0; i < G_N_ELEMENTS(forms); i++)
      ASSERT_TEXT(messages_find_plural(messages, "One", forms[i].n), forms[i].form);
    ASSERT_TEXT(messages_find_plural(messages, "One form", 1), "Seul");
    CU_ASSERT_PTR_NULL(messages_find_plural(messages, "One form", 2));
    CU_ASSERT_PTR_NULL(messages_find_plural(messages, "A", 0));
  }
}

/* As in English where the header says nothing that can be understood. */
static void test_without_rule(void)
{
  static const char *const headers[] = {NULL, "", "Plural-Forms: nplurals=2;\n",
                                        PLURALS("plural=n>;")};
  for (gsize i = 0; i < G_N_ELEMENTS(headers); i++) {
    const struct entry entries[] = {{"", headers[i]}, {"One\1Many", "Un\1Des"}};
    guint first = headers[i] ? 0 : 1;
    g_autoptr(GString) bytes = compile(entries + first, 2 - first, 0, FALSE);
    OWNED(messages) messages = open_bytes(bytes->str, bytes->len);
    CU_ASSERT_FATAL(messages != NULL);
    ASSERT_TEXT(messages_find_plural(messages, "One", 1), "Un");
    ASSERT_TEXT(messages_find_plural(messages, "One", 0), "Des");
  }
}

/* Looks for everything, so that a sanitizer sees what is read. */
static void look(const char *bytes, gsize length)
{
  OWNED(messages) messages = open_bytes(bytes, length);
  for (gsize i = 0; messages && i < G_N_ELEMENTS(french); i++) {
    g_autofree char *msgid = g_strndup(french[i].original, strcspn(french[i].original, "\1"));
    messages_find(messages, msgid);
    messages_find_plural(messages, msgid, 2);
  }
}

static void test_faulty(void)
{
  g_autoptr(GString) whole = compile(french, G_N_ELEMENTS(french), 0, FALSE);
  g_autoptr(GString) newer = compile(french, G_N_ELEMENTS(french), 2 << 16, FALSE);
  CU_ASSERT_PTR_NULL(messages_open("/no/such/file"));
  CU_ASSERT_PTR_NULL(open_bytes("", 0));
  CU_ASSERT_PTR_NULL(open_bytes("msgid \"Word\"\nmsgstr \"Mot\"\n", 26));
  CU_ASSERT_PTR_NULL(open_bytes(newer->str, newer->len));
  for (gsize length = 0; length < whole->len; length += 3)
    look(whole->str, length);
  for (gsize at = 4; at < 28 + 16 * G_N_ELEMENTS(french); at++) {
    g_autofree char *damaged = g_memdup2(whole->str, whole->len);
    damaged[at] = (char)0xf7;
    look(damaged, whole->len);
  }
}

static void test_rules(void)
{
  static const struct {
    const char *rule;
    unsigned long n, form;
  } cases[] = {
      {"0", 7, 0},
      {"n != 1", 1, 0},
      {"n>1;", 2, 1},
      {"(n > 1)\nX-Other: n", 1, 0},
      {"n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2", 23, 1},
      {"n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2", 12, 2},
      {"n%100==1 ? 1 : n%100==2 ? 2 : n%100==3 || n%100==4 ? 3 : 0", 104, 3},
      {"n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5", 111, 4},
      {"n-1-1", 5, 3},
      {"n*2+1", 5, 11},
      {"1+n*2", 5, 11},
      {"n/2%3", 10, 2},
      {"n/0 + n%0", 5, 0},
      {"!n", 0, 1},
      {"!!n", 7, 1},
      {"1 || 0 && 0", 0, 1},
      {"n < 3 == 1", 2, 1},
      {"1 ? 0 ? 5 : 6 : 7", 0, 6},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    unsigned long form = 99;
    CU_ASSERT_TRUE(plural_form(cases[i].rule, cases[i].n, &form));
    if (form != cases[i].form)
      printf("\n%s of %lu: %lu\n", cases[i].rule, cases[i].n, form);
    CU_ASSERT_EQUAL(form, cases[i].form);
  }
}

static void test_no_rules(void)
{
  g_autofree char *deep = g_strnfill(100000, '('), *choices = g_strnfill(100000, '?');
  const char *const rules[] = {"",   ";",  "m",     "n n",   "n ?", "n ? 1", "n ? 1 : ",
                               "(n", "n)", "n = 1", "n & 1", "+",   deep,    choices};
  unsigned long form;
  for (gsize i = 0; i < G_N_ELEMENTS(rules); i++)
    CU_ASSERT_FALSE(plural_form(rules[i], 1, &form));
}

SUITE(messages, {"messages are found, in either byte order", test_found},
      {"without a rule plural forms are those of English", test_without_rule},
      {"a damaged catalogue is none, or lacks words", test_faulty},
      {"rules choose a form", test_rules}, {"what is no rule is refused", test_no_rules})
