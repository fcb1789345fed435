/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/play.h"

#define DAY PLAY_DAY

#define TEXT(id, rest) "<question id='" id "' kind='text'" rest "><prompt>?</prompt></question>"
#define CHOICE(id, rest) "<question id='" id "' kind='choice'" rest "><prompt>?</prompt>"
#define OPTION(value, nested) "<option value='" value "'><label>L</label>" nested "</option>"
#define END "</question>"

/* The progress before and after each move, "least-most". */
static char *progress_of(struct walk *walk, const char *moves)
{
  g_autoptr(GString) out = g_string_new(NULL);
  g_auto(GStrv) list = g_strsplit(moves, "; ", -1);
  for (char **move = list;; move++) {
    struct progress progress = walk_progress(walk);
    g_string_append_printf(out, "%s%u-%u", out->len ? " " : "", progress.least, progress.most);
    if (!*move)
      return g_string_free(g_steal_pointer(&out), FALSE);
    g_autofree char *way = play_moves(walk, *move);
    CU_ASSERT_FALSE(g_str_has_prefix(way, "no "));
  }
}

struct course {
  const char *answers, *moves, *progress;
};

static void check_pack(const struct test_pack *pack, const struct course *courses)
{
  for (; courses->answers; courses++) {
    OWNED(walk) walk = play_start(pack, courses->answers, DAY);
    g_autofree char *progress = progress_of(walk, courses->moves);
    ASSERT_TEXT(progress, courses->progress);
  }
}

static void check_courses(const char *theme, const struct course *courses)
{
  OWNED(test_pack) pack = play_pack(theme);
  check_pack(pack, courses);
}

static void test_flat(void)
{
  check_courses(TEXT("a", "") TEXT("b", "") TEXT("c", " when='$a'") TEXT("d", ""),
                (const struct course[]){{"", "1; 2; 3; 4", "3-4 2-3 2-2 1-1 0-0"},
                                        {"", "skip; 2; 3", "3-4 2-2 1-1 0-0"},
                                        {0}});
}

/* One option of a choice is taken, any number of several; what is nested is only possible. */
static void test_options(void)
{
  check_courses(CHOICE("q", "") OPTION("x", TEXT("x1", "") TEXT("x2", ""))
                    OPTION("y", TEXT("y1", "")) TEXT("z", "") END TEXT("last", ""),
                (const struct course[]){{"", "x; 1; 2; 3; 4", "2-5 2-4 2-3 2-2 1-1 0-0"},
                                        {"", "y; 1; 3", "2-5 2-3 2-2 1-1"},
                                        {"", "skip", "2-5 1-1"},
                                        {0}});
  check_courses("<question id='q' kind='choices'><prompt>?</prompt>" OPTION(
                    "x", TEXT("x1", "") TEXT("x2", "")) OPTION("y", TEXT("y1", "")) END,
                (const struct course[]){
                    {"", "x; 1; 2", "1-4 1-2 1-1 0-0"}, {"", "y|x; 1; 2", "1-4 1-3 1-2 1-1"}, {0}});
}

static void test_repeat(void)
{
  check_courses(
      "<repeat id='r' max='2'><prompt>?</prompt>" TEXT("q", "")
          TEXT("s", "") "</repeat>" TEXT("last", ""),
      (const struct course[]){{"", "yes; 1; 2; yes; 3; 4; 5", "2-7 2-6 2-5 2-4 2-3 2-2 1-1 0-0"},
                              {"", "no", "2-7 1-1"},
                              {"", "yes; 1; 2; no", "2-7 2-6 2-5 2-4 1-1"},
                              {0}});
}

/* Going back makes more of it, going forward less; what stays settled is not counted. */
static void test_detours(void)
{
  check_courses(
      TEXT("a", "") CHOICE("b", "") OPTION("x", TEXT("bx", "")) OPTION("y", "") END TEXT("c", "")
          TEXT("d", "") TEXT("e", ""),
      (const struct course[]){{"a 1; b y; c 2", "back; back; y; 2; 3", "2-2 3-3 3-5 3-3 2-2 1-1"},
                              {"a 1; b y; c 2", "jump a; 1", "2-2 3-4 2-2"},
                              {"a 1; b y; c 2", "jump b; x; 1", "2-2 3-4 3-3 2-2"},
                              {"a 1; b y; c 2; d 3; e 4", "jump c; 2; back", "0-0 1-1 0-0 1-1"},
                              {0}});
}

/* After a jump forward from where one went back to, one comes back there once more. */
static void test_forward(void)
{
  check_courses(TEXT("a", "") TEXT("b", "") TEXT("c", "") TEXT("d", "") TEXT("e", ""),
                (const struct course[]){
                    {"a 1; b 2; c 3; d 4; e 5", "back; back; back; jump e; back; jump e; 5; 4; 5",
                     "0-0 1-1 1-2 1-3 1-4 1-2 1-3 1-2 1-1 0-0"},
                    {"a 1; b 2; c 3; d 4; e 5", "back; back; back; jump b; back; jump e; back; 4",
                     "0-0 1-1 1-2 1-3 1-4 1-5 1-4 1-1 0-0"},
                    {0}});
}

/* Where the person stood was a question that is gone: what follows it is not asked again. */
static void test_gone(void)
{
  check_courses(CHOICE("a", "") OPTION("x", "") OPTION("y", "") END TEXT("b", "")
                    TEXT("new", " when=\"$a = 'y'\"") TEXT("c", "") TEXT("d", ""),
                (const struct course[]){{"a y; b 1; c 2; d 3", "back; jump a; x; jump a; x; 1",
                                         "1-1 1-2 1-3 1-1 1-3 1-1 0-0"},
                                        {0}});
}

static void test_tick(void)
{
  check_courses(
      TEXT("a", "") TEXT("b", "")
          TEXT("c", "") "<action id='call' channel='phone'><title>T</title></action>",
      (const struct course[]){{"a 1; b 2", "back; tick call 0; 2", "1-1 2-2 2-2 1-1"}, {0}});

  /* Where the person stood may be gone by a tick. */
  check_courses(
      TEXT("a", " when='not($call)'") TEXT("b", "")
          TEXT("c", "") "<action id='call' channel='phone'><title>T</title></action>",
      (const struct course[]){
          {"a 1; b 2", "back; back; jump b; tick call 0; 2", "1-1 2-2 2-3 2-4 2-2 1-1"}, {0}});
}

/* ---- what is ruled out ---- */

static void write_theme(const char *folder, const char *id, const char *when, const char *content)
{
  g_autofree char *name = g_strconcat(id, ".xml", NULL);
  g_autofree char *text =
      g_strdup_printf("<theme xmlns='urn:rebond:content:1' id='%s' %s><title>T</title>%s</theme>",
                      id, when, content);
  test_folder_write(folder, name, text);
}

/* A condition that is decided early takes what is inside from the count at once, and with it what
 * depends on that alone; going back undoes it. */
static void test_ruled_out(void)
{
  static const struct course courses[] = {
      {"", "quick; n; skip", "3-9 2-2 1-1 0-0"},
      {"", "full; n; b; 1; no; 2", "3-9 2-8 2-7 2-4 2-3 1-1 0-0"},
      {"", "full; n; a; 1; 2; skip; skip; 3", "3-9 2-8 2-7 2-6 2-5 2-4 2-3 1-1 0-0"},
      {"depth quick; name n; last 1", "back; back; back; full; n; b; skip; skip",
       "0-0 1-1 1-2 1-9 1-7 1-6 1-3 1-2 0-0"},
      {0}};
  char *folder = test_folder_new();
  test_folder_write(folder, "pack.xml",
                    "<pack xmlns='urn:rebond:content:1' id='p' xml:lang='fr'><title>T</title>"
                    "<about>A</about><subject>S</subject>"
                    "<define id='brief' test=\"$depth = 'quick'\"/></pack>");
  write_theme(folder, "t0", "",
              CHOICE("depth", "") OPTION("quick", "") OPTION("full", "") END TEXT("name", ""));
  write_theme(folder, "t1", "when='not($brief)'",
              CHOICE("trouble", "") OPTION("a", "") OPTION("b", "") END);
  write_theme(folder, "t2", "when=\"$trouble = 'a'\"", TEXT("x", "") TEXT("y", ""));
  write_theme(folder, "t3", "",
              TEXT("z", " when='$trouble'") "<repeat id='r' max='1' when='$z or not($brief)'>"
                                            "<prompt>?</prompt>" TEXT("rq", "") "</repeat>" TEXT(
                                                "last", ""));
  OWNED(test_pack) pack = test_pack_read(folder);
  g_autofree char *findings = test_pack_findings(pack);
  ASSERT_TEXT(findings, "");
  check_pack(pack, courses);
}

/* What was parked may count again, but nothing firm is ever parked. */
static void test_not_sure(void)
{
  check_courses(
      TEXT("a", "") CHOICE("from-one", "")
          OPTION("v", "") "<option value='w' when='$a'><label>L</label></option>" END TEXT("b", ""),
      (const struct course[]){{"a 1; from-one v; b 2", "back; back; skip", "0-0 1-1 1-2 1-1"},
                              {"", "skip; v; 2", "2-3 2-2 1-1 0-0"},
                              {0}});
}

/* A debrief of another time of the pack may hold what it does not know any more. */
static void test_old_answers(void)
{
  OWNED(test_pack)
  pack = play_pack(CHOICE("q", "") OPTION("a", "") END TEXT("must", " optional='no'"));
  OWNED(walk) walk = play_start(pack, "q gone; must", DAY);
  g_autofree char *progress = progress_of(walk, "a; so");
  ASSERT_TEXT(progress, "2-2 1-1 0-0");
}

SUITE(progress, {"conditions make the difference", test_flat},
      {"options count once or together", test_options},
      {"each turn of a repeat counts with its question", test_repeat},
      {"detours count what they ask again", test_detours},
      {"a jump forward asks once more", test_forward},
      {"what was passed for good is not counted", test_gone},
      {"a tick alone asks nothing", test_tick},
      {"what is ruled out is not counted", test_ruled_out},
      {"only what is sure is left out", test_not_sure},
      {"answers that count no more are asked", test_old_answers})
