/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A first look at a pack: the attributes of its root element. */
#include "command/pack.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* Takes what the root says and ends the parse, by an error that nobody sees. */
static void take_root(GMarkupParseContext *context, const char *element, const char **names,
                      const char **values, gpointer data, GError **error)
{
  struct pack *pack = data;
  (void)context;
  for (int i = 0; g_str_equal(element, "pack") && names[i]; i++) {
    if (g_str_equal(names[i], "id"))
      pack->id = g_strdup(values[i]);
    else if (g_str_equal(names[i], "xml:lang"))
      pack->language = g_strdup(values[i]);
  }
  g_set_error_literal(error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT, "enough");
}

static GMappedFile *map(const char *file)
{
  int descriptor = open(file, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0)
    return NULL;
  GMappedFile *mapped = g_mapped_file_new_from_fd(descriptor, FALSE, NULL);
  int reason = errno;
  close(descriptor);
  errno = reason;
  return mapped;
}

struct pack *pack_look(const char *folder)
{
  static const GMarkupParser parser = {.start_element = take_root};
  g_autofree char *file = g_build_filename(folder, "pack.xml", NULL);
  g_autoptr(GMappedFile) mapped = map(file);
  if (!mapped)
    return NULL;
  struct pack *pack = g_new0(struct pack, 1);
  pack->folder = g_strdup(folder);
  const char *text = g_mapped_file_get_contents(mapped);
  gsize length = g_mapped_file_get_length(mapped);
  gsize mark = length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  g_autoptr(GMarkupParseContext) context =
      g_markup_parse_context_new(&parser, G_MARKUP_DEFAULT_FLAGS, pack, NULL);
  if (length > mark)
    g_markup_parse_context_parse(context, text + mark, (gssize)(length - mark), NULL);
  return pack;
}

void pack_free(struct pack *pack)
{
  g_free(pack->folder);
  g_free(pack->id);
  g_free(pack->language);
  g_free(pack);
}
