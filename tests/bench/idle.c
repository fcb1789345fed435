/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A program that links what rebond links and does nothing with it: what the system takes to start
 * any such program.
 */
#include <cmark.h>
#include <glib.h>
#include <libical/ical.h>
#include <libxml/parser.h>
#include <sqlite3.h>
#include <stdio.h>
#include <uniwidth.h>

#include <readline/readline.h>

/* One function of each library, so that the linker keeps them all. */
static void (*volatile const used[])(void) = {
    (void (*)(void))g_strdup,
    (void (*)(void))xmlReadFile,
    (void (*)(void))u8_width,
    (void (*)(void))cmark_node_new,
    (void (*)(void))icaltime_today,
    (void (*)(void))sqlite3_open,
    (void (*)(void))rl_callback_read_char,
};

int main(void)
{
  for (gsize i = 0; i < G_N_ELEMENTS(used); i++)
    if (!used[i])
      return 1;
  return puts("Your answer: ") == EOF;
}
