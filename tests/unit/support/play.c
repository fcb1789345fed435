/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moves of a person as text. */
#include "support/play.h"

#include <stdlib.h>

struct test_pack *play_pack(const char *theme)
{
  struct test_pack *made = test_pack_new(NULL, theme);
  g_autofree char *findings = test_pack_findings(made);
  ASSERT_TEXT(findings, "");
  g_assert(made->catalogue && *findings == '\0');
  return made;
}

struct walk *play_start(const struct test_pack *pack, const char *answers, int today)
{
  return walk_new(pack->catalogue, told_answers(pack->catalogue, answers, PLAY_DAY), today, NULL);
}

static void append_steps(GString *out, char mark, const GArray *steps)
{
  g_autofree char *names = told_names(steps);
  g_auto(GStrv) list = g_strsplit(names, " ", -1);
  for (char **name = list; *name && **name; name++)
    g_string_append_printf(out, " %c%s", mark, *name);
}

struct step play_step(const struct walk *walk, const char *name)
{
  g_auto(GStrv) parts = g_strsplit(name, ".", 2);
  guint turn = parts[1] ? (guint)g_ascii_strtoull(parts[1], NULL, 10) : 0;
  return told_step(pass_catalogue(walk_pass(walk)), parts[0], turn);
}

/* One move. True if it was accepted. */
static gboolean move(struct walk *walk, const char *text)
{
  g_auto(GStrv) words = g_strsplit(text, " ", -1);
  g_autofree char *why = NULL;
  if (g_str_equal(text, "back"))
    return walk_back(walk);
  if (g_str_equal(text, "skip"))
    return walk_skip(walk, &why);
  if (g_str_equal(words[0], "jump"))
    return walk_jump(walk, play_step(walk, words[1]));
  if (g_str_equal(words[0], "tick") || g_str_equal(words[0], "untick")) {
    const struct name *name = catalogue_find(pass_catalogue(walk_pass(walk)), words[1]);
    walk_tick(walk, item_action(name->item)->task, words[2] ? walk_today(walk) + atoi(words[2]) : 0,
              NULL);
    return TRUE;
  }
  g_auto(GStrv) values = g_strsplit(text, "|", -1);
  gboolean accepted = walk_answer(walk, (const char *const *)values, &why);
  CU_ASSERT_EQUAL(accepted, why == NULL);
  return accepted;
}

char *play_moves(struct walk *walk, const char *moves)
{
  g_autoptr(GString) out = g_string_new(NULL);
  g_auto(GStrv) list = g_strsplit(moves, "; ", -1);
  for (char **text = list; *text; text++) {
    gboolean accepted = move(walk, *text);
    g_autofree char *name = told_name(walk_current(walk));
    g_string_append_printf(out, "%s%s%s", out->len ? "; " : "", accepted ? "" : "no ", name);
    g_string_append(out, walk_is_again(walk) ? "*" : "");
    gboolean moved = g_str_equal(*text, "back") || g_str_has_prefix(*text, "jump");
    if (moved || !accepted)
      continue;
    append_steps(out, '-', walk_parked(walk));
    append_steps(out, '+', walk_restored(walk));
    append_steps(out, '!', walk_remarks(walk));
  }
  return g_string_free(g_steal_pointer(&out), FALSE);
}

void play_told(const struct walk *walk, const char *step, const char *expected)
{
  const struct answer *answer = answers_get(walk_answers(walk), play_step(walk, step));
  g_autofree char *text = answer ? told_answer(answer) : NULL;
  ASSERT_TEXT(text, expected);
}
