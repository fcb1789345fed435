/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The size of the screen, as the terminal tells it. */
#include "terminal/screen.h"

#include <glib.h>
#include <sys/ioctl.h>

static int size(int measured, const char *variable, int otherwise)
{
  const char *told = g_getenv(variable);
  if (measured > 0)
    return measured;
  int number = told ? (int)g_ascii_strtoll(told, NULL, 10) : 0;
  return number > 0 ? number : otherwise;
}

static struct winsize measure(FILE *out)
{
  struct winsize window = {0};
  if (ioctl(fileno(out), TIOCGWINSZ, &window) != 0)
    window.ws_col = window.ws_row = 0;
  return window;
}

int screen_width(FILE *out)
{
  return size(measure(out).ws_col, "COLUMNS", 80);
}

int screen_height(FILE *out)
{
  return size(measure(out).ws_row, "LINES", 24);
}
