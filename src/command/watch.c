/* SPDX-License-Identifier: GPL-3.0-or-later */
/* inotify(7): editors write a file, or a new one in its place. */
#include "command/watch.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

/* Milliseconds in which an editor has done all that belongs to one saving. */
#define MOMENT 150

/* The folders in which the files of the pack in FOLDER and its ADDITIONS lie. Caller frees. */
static char **folders_of(const struct session *session, const char *folder, const char *additions)
{
  const char *id = session->pack ? session->pack->id : NULL;
  GStrvBuilder *folders = g_strv_builder_new();
  g_autofree char *examples = g_build_filename(folder, "examples", NULL);
  g_autofree char *locale = g_build_filename(folder, "locale", NULL);
  g_autofree char *own = additions && id ? g_build_filename(additions, id, NULL) : NULL;
  g_strv_builder_add_many(folders, folder, examples, locale, own, NULL);
  char **list = g_strv_builder_end(folders);
  g_strv_builder_unref(folders);
  return list;
}

/* Those that are not there are passed over. A descriptor to be closed; -1 and errno. */
static int open_watch(char *const *folders)
{
  int watch = inotify_init1(IN_CLOEXEC);
  for (; watch >= 0 && *folders; folders++)
    inotify_add_watch(watch, *folders, IN_CLOSE_WRITE | IN_MOVE | IN_DELETE);
  return watch;
}

/* Whether EVENTS, LENGTH bytes of them, tell of more than the file of --output, which is put in
 * place under a longer name first. */
static gboolean tell_of_change(const struct session *session, const char *events, gsize length)
{
  const char *output = session->options.output;
  g_autofree char *ours = output ? g_path_get_basename(output) : NULL;
  gboolean change = FALSE;
  for (gsize at = 0; at < length && !change;) {
    struct inotify_event event;
    memcpy(&event, events + at, sizeof event);
    const char *name = event.len ? events + at + sizeof event : "";
    change = !ours || !g_str_has_prefix(name, ours);
    at += sizeof event + event.len;
  }
  return change;
}

/* Reads what has happened. False if a signal came first. */
static gboolean read_events(const struct session *session, int watch, gboolean *change)
{
  char events[4096];
  ssize_t length = read(watch, events, sizeof events);
  if (length > 0 && tell_of_change(session, events, (gsize)length))
    *change = TRUE;
  return length > 0;
}

/* Until something was written, and a moment more for what is written with it. False if a signal
 * came first. */
static gboolean wait_for_change(const struct session *session, int watch)
{
  gboolean change = FALSE;
  struct pollfd one = {.fd = watch, .events = POLLIN};
  while (!change || poll(&one, 1, MOMENT) > 0)
    if (!read_events(session, watch, &change))
      return FALSE;
  return TRUE;
}

/* Whether a round that ended with CODE is followed by another. */
static gboolean goes_on(const struct session *session, int code)
{
  gboolean refused = code == EXIT_IO && session->options.output && !session->options.force;
  return code != EXIT_INTERRUPTED && code != EXIT_USAGE && !refused;
}

int watch_pack(struct session *session, const char *folder, const char *additions,
               int (*round)(struct session *session, void *data), void *data)
{
  g_auto(GStrv) folders = folders_of(session, folder, additions);
  int watch = open_watch(folders);
  if (watch < 0) {
    session_complain(session, N_("cannot watch '{1}': {2}"), folder, g_strerror(errno), NULL);
    return EXIT_IO;
  }
  int code;
  do {
    code = round(session, data);
    fflush(session->out);
    session->options.force = session->options.force || code == EXIT_FINE || code == EXIT_FAULTY;
  } while (goes_on(session, code) && wait_for_change(session, watch));
  close(watch);
  return code;
}
