/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Small packs for tests: written to a folder of their own, read, and removed again.
 */
#pragma once

#include "catalogue/catalogue.h"

struct test_pack {
  char *folder;
  struct findings *findings;
  struct catalogue *catalogue; /* NULL if it could not be read at all */
};

/*
 * A pack `test` in French whose pack.xml has a title, about, subject and then PACK (any further
 * children), and whose one theme `t` in the file 10-theme.xml holds THEME (nested content). The
 * line of THEME's first character is 3. PACK and THEME may be NULL.
 */
struct test_pack *test_pack_new(const char *pack, const char *theme);
/* The pack in FOLDER, which it takes over and removes. */
struct test_pack *test_pack_read(char *folder);
void test_pack_free(struct test_pack *pack);
DEFINE_OWNED(test_pack, test_pack_free)

/* An empty folder, writing a file into one, and removing it with all inside. */
char *test_folder_new(void);
void test_folder_write(const char *folder, const char *name, const char *text);
void test_folder_remove(const char *folder);

/* All findings as `rebond check` prints them, without the folder. Caller frees. */
char *test_pack_findings(const struct test_pack *pack);

/* The question, action … of this id; fails the test if there is none. */
const struct item *test_pack_item(const struct test_pack *pack, const char *id);
