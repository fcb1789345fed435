/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal's file and folder: whose they are, and who else may look in. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "journal/store.h"

/* A database has at least one page, and no page is smaller. */
#define SMALLEST 512

static gboolean fail_with_errno(struct journal *journal, const char *pattern, GError **error)
{
  return store_fail_with(journal, JOURNAL_ERROR_IO, pattern, g_strerror(errno), error);
}

static gboolean refuse(struct journal *journal, const char *path, const char *pattern,
                       GError **error)
{
  g_autofree char *message = tr_fill(tr(journal->translator, pattern), path, NULL);
  g_set_error_literal(error, JOURNAL_ERROR, JOURNAL_ERROR_IO, message);
  return FALSE;
}

static void warn(struct journal *journal, const char *pattern, const char *path)
{
  g_ptr_array_add(journal->warnings, tr_fill(tr(journal->translator, pattern), path, NULL));
}

/* ---- whose it is ---- */

/* Looks at PATH, which may not be there (*THERE), before anything opens it. */
static gboolean look_at(struct journal *journal, const char *path, gboolean read_only,
                        struct stat *found, gboolean *there, GError **error)
{
  *there = lstat(path, found) == 0;
  if (!*there)
    return errno == ENOENT || errno == ENOTDIR ||
           fail_with_errno(journal, N_("cannot open the journal '{1}': {2}"), error);
  if (S_ISLNK(found->st_mode))
    return refuse(journal, path, N_("'{1}' is a link; the journal is kept in a place of its own"),
                  error);
  if (!read_only && found->st_uid != geteuid())
    return refuse(journal, path,
                  N_("'{1}' belongs to another user, so the journal is not written there"), error);
  return TRUE;
}

/* What others may read is shut to them, and they may have read it, so the person is told. */
static void shut(struct journal *journal, const char *path, const struct stat *found, mode_t mode,
                 gboolean read_only)
{
  if ((found->st_mode & 077) == 0)
    return;
  if (!read_only && chmod(path, mode) == 0)
    warn(journal, N_("others could look into '{1}'; now only you can"), path);
  else if (found->st_uid == geteuid())
    warn(journal, N_("others can look into '{1}'; 'chmod go= FILE' shuts them out"), path);
}

static gboolean check_folder(struct journal *journal, const char *folder, gboolean read_only,
                             GError **error)
{
  struct stat found;
  gboolean there = FALSE;
  if (!look_at(journal, folder, read_only, &found, &there, error))
    return FALSE;
  if (there)
    shut(journal, folder, &found, 0700, read_only);
  return TRUE;
}

/* ---- an empty file ---- */

/* The first debrief brings the file of locks, so a journal that is empty beside it has lost what it
 * held; without it, it was about to be made. */
static gboolean check_length(struct journal *journal, const struct stat *found, GError **error)
{
  g_autofree char *locks = store_locks_name(journal);
  gboolean used = access(locks, F_OK) == 0;
  if (found->st_size >= SMALLEST || (found->st_size == 0 && !used))
    return TRUE;
  return store_fail_with(journal, JOURNAL_ERROR_DAMAGED,
                         used ? N_("the journal '{1}' has lost what it held; put back a copy or "
                                   "move it out of the way")
                              : N_("'{1}' is no journal; move it out of the way"),
                         NULL, error);
}

static gboolean check_file(struct journal *journal, gboolean read_only, gboolean *there,
                           GError **error)
{
  struct stat found;
  if (!look_at(journal, journal->file, read_only, &found, there, error))
    return FALSE;
  if (!*there)
    return TRUE;
  if (!S_ISREG(found.st_mode))
    return store_fail_with(journal, JOURNAL_ERROR_DAMAGED,
                           N_("'{1}' is no journal; move it out of the way"), NULL, error);
  if (!check_length(journal, &found, error))
    return FALSE;
  shut(journal, journal->file, &found, 0600, read_only);
  return TRUE;
}

/* ---- making it ---- */

/* Makes an entry of FOLDER that has just been created outlive a loss of power. */
static void sync_folder(const char *folder)
{
  int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0)
    return;
  fsync(descriptor);
  close(descriptor);
}

/* The file, its owner's alone, before SQLite opens it and copies its mode. */
static gboolean make_file(struct journal *journal, gboolean there, GError **error)
{
  int flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW;
  int descriptor = open(journal->file, there ? flags : flags | O_CREAT, 0600);
  if (descriptor < 0)
    return fail_with_errno(journal, N_("cannot open the journal '{1}': {2}"), error);
  close(descriptor);
  return TRUE;
}

/* The reason (errno) for which nothing could be made in FOLDER or in what it would stand in; 0. */
static int find_hindrance(const char *folder)
{
  struct stat found;
  g_autofree char *path = g_strdup(folder);
  while (stat(path, &found) != 0) {
    if (errno != ENOENT)
      return errno;
    char *above = g_path_get_dirname(path);
    g_free(path);
    path = above;
  }
  if (!S_ISDIR(found.st_mode))
    return ENOTDIR;
  return access(path, W_OK | X_OK) == 0 ? 0 : errno;
}

gboolean file_make(struct journal *journal, GError **error)
{
  g_autofree char *folder = g_path_get_dirname(journal->file);
  if (g_mkdir_with_parents(folder, 0700) != 0)
    return fail_with_errno(journal, N_("cannot make the folder of the journal '{1}': {2}"), error);
  if (!make_file(journal, FALSE, error))
    return FALSE;
  sync_folder(folder);
  return TRUE;
}

gboolean file_prepare(struct journal *journal, gboolean read_only, gboolean *there, GError **error)
{
  g_autofree char *folder = g_path_get_dirname(journal->file);
  if (!check_folder(journal, folder, read_only, error) ||
      !check_file(journal, read_only, there, error))
    return FALSE;
  if (read_only)
    return TRUE;
  if (*there)
    return make_file(journal, TRUE, error);
  errno = find_hindrance(folder);
  return errno == 0 ||
         fail_with_errno(journal, N_("cannot make the folder of the journal '{1}': {2}"), error);
}
