/* SPDX-License-Identifier: GPL-3.0-or-later */
/* inotify(7): editors write a file, or a new one in its place. */
#include "command/watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

/* Milliseconds in which an editor has done all that belongs to one saving. */
#define MOMENT 150

int watch_open(const char *const *folders)
{
  int watch = inotify_init1(IN_CLOEXEC);
  for (; watch >= 0 && *folders; folders++)
    inotify_add_watch(watch, *folders, IN_CLOSE_WRITE | IN_MOVE | IN_DELETE);
  return watch;
}

gboolean watch_wait(int watch)
{
  char events[4096];
  struct pollfd one = {.fd = watch, .events = POLLIN};
  if (read(watch, events, sizeof events) <= 0)
    return FALSE;
  while (poll(&one, 1, MOMENT) > 0)
    if (read(watch, events, sizeof events) <= 0)
      return FALSE;
  return TRUE;
}
