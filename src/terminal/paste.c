/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "terminal/paste.h"

#include <poll.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* In tenths of a second: when nothing has come for so long, the paste is over. */
#define SILENCE 1

gboolean paste_waits(int fd)
{
  struct pollfd input = {.fd = fd, .events = POLLIN};
  return poll(&input, 1, 0) == 1 && (input.revents & POLLIN);
}

/* Line by line a terminal holds the last one back until it is finished. */
GString *paste_take(int fd)
{
  struct termios found, keys;
  GString *bytes = g_string_new(NULL);
  char buffer[4096];
  if (tcgetattr(fd, &found) != 0)
    return bytes;
  keys = found;
  keys.c_lflag &= (tcflag_t)~ICANON;
  keys.c_cc[VMIN] = 0;
  keys.c_cc[VTIME] = SILENCE;
  tcsetattr(fd, TCSANOW, &keys);
  for (ssize_t count; (count = read(fd, buffer, sizeof buffer)) > 0;)
    g_string_append_len(bytes, buffer, count);
  tcsetattr(fd, TCSANOW, &found);
  return bytes;
}

gboolean paste_is_text(const GString *keys)
{
  for (gsize i = 0; i < keys->len; i++)
    if (g_ascii_iscntrl(keys->str[i]) && !strchr("\r\n\t", keys->str[i]))
      return FALSE;
  return TRUE;
}

void paste_add(GString *text, const GString *keys)
{
  g_string_append_c(text, '\n');
  for (gsize i = 0; i < keys->len; i++)
    g_string_append_c(text, keys->str[i] == '\r' ? '\n' : keys->str[i]);
  while (text->len && text->str[text->len - 1] == '\n')
    g_string_truncate(text, text->len - 1);
}
