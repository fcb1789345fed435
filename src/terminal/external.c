/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The person's own editor. */
#include "terminal/external.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "base/text.h"

/* A file that only its owner can read, where nothing is kept beyond the session if possible. */
static char *private_file(const char *content, GError **error)
{
  const char *runtime = g_getenv("XDG_RUNTIME_DIR");
  g_autofree char *path =
      g_build_filename(runtime && *runtime ? runtime : g_get_tmp_dir(), "rebond-XXXXXX.txt", NULL);
  int fd = g_mkstemp_full(path, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0) {
    g_set_error(error, G_FILE_ERROR, (gint)g_file_error_from_errno(errno), "%s: %s", path,
                g_strerror(errno));
    return NULL;
  }
  close(fd);
  if (*content &&
      !g_file_set_contents_full(path, content, -1, G_FILE_SET_CONTENTS_NONE, 0600, error)) {
    g_unlink(path);
    return NULL;
  }
  return g_steal_pointer(&path);
}

/* The editor that the person uses, as words of a command line, and PATH. */
static char **editor_command(const char *path, GError **error)
{
  const char *command = NULL;
  static const char *const variables[] = {"VISUAL", "EDITOR"};
  for (gsize i = 0; i < G_N_ELEMENTS(variables) && !(command && *command); i++)
    command = g_getenv(variables[i]);
  g_auto(GStrv) words = NULL;
  if (!g_shell_parse_argv(command && *command ? command : "editor", NULL, &words, error))
    return NULL;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
  g_strv_builder_addv(builder, (const char **)words);
  g_strv_builder_add(builder, path);
  return g_strv_builder_end(builder);
}

char *external_edit(struct lines *lines, const char *content, GError **error)
{
  g_autofree char *path = private_file(content, error);
  if (!path)
    return NULL;
  g_autofree char *raw = NULL;
  g_auto(GStrv) command = editor_command(path, error);
  gsize length;
  gboolean done = command && lines_run(lines, (const char *const *)command, error) &&
                  g_file_get_contents(path, &raw, &length, error);
  g_unlink(path);
  return done ? g_strstrip(text_clean(raw, (gssize)length)) : NULL;
}
