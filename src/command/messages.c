/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A compiled catalogue: two tables of strings, the first in order, searched where they lie. */
#include "command/messages.h"

#include <glib.h>
#include <string.h>

#include "check/pofile.h"
#include "command/plural.h"

#define MAGIC 0x950412deu
#define NUMBER sizeof(guint32)

/* The numbers at the start of the file, in this order. */
enum { AT_MAGIC, AT_REVISION, AT_COUNT, AT_ORIGINALS, AT_TRANSLATIONS, HEAD };

struct messages {
  GHashTable *written; /* of a .po: message -> GString, its forms with NUL between them; or NULL */
  GMappedFile *file;
  const char *bytes;
  gsize size;
  gboolean swapped; /* written by a machine of the other byte order */
  guint32 count, originals, translations;
  const char *rule; /* for plural forms; NULL: the header has none */
};

/* A string of the file, with a NUL behind it; text NULL: there is none. */
struct string {
  const char *text;
  gsize length;
};

/* ---- the file ---- */

/* The number of four bytes at OFFSET, which is inside the file. */
static guint32 number_at(const struct messages *messages, gsize offset)
{
  guint32 number;
  memcpy(&number, messages->bytes + offset, sizeof number);
  return messages->swapped ? GUINT32_SWAP_LE_BE(number) : number;
}

/* The string that row INDEX of TABLE tells of: its length, then its offset. */
static struct string string_at(const struct messages *messages, guint32 table, guint32 index)
{
  gsize row = table + (gsize)index * 8;
  gsize length = number_at(messages, row), offset = number_at(messages, row + 4);
  if (offset + length >= messages->size || messages->bytes[offset + length])
    return (struct string){NULL, 0};
  return (struct string){messages->bytes + offset, length};
}

static gboolean fits(const struct messages *messages, guint32 table)
{
  return table + (gsize)messages->count * 8 <= messages->size;
}

/* True if it is a catalogue: of a version that lists its strings like this, with both its tables.
 */
static gboolean read_head(struct messages *messages)
{
  if (messages->size < HEAD * NUMBER)
    return FALSE;
  messages->swapped = number_at(messages, 0) == GUINT32_SWAP_LE_BE(MAGIC);
  messages->count = number_at(messages, AT_COUNT * NUMBER);
  messages->originals = number_at(messages, AT_ORIGINALS * NUMBER);
  messages->translations = number_at(messages, AT_TRANSLATIONS * NUMBER);
  return number_at(messages, 0) == MAGIC && number_at(messages, AT_REVISION * NUMBER) >> 16 <= 1 &&
         fits(messages, messages->originals) && fits(messages, messages->translations);
}

/* ---- messages ---- */

/* A message with plural forms is filed under its singular, behind which a NUL stands. */
static struct string find(const struct messages *messages, const char *msgid)
{
  const GString *forms = messages->written ? g_hash_table_lookup(messages->written, msgid) : NULL;
  if (messages->written)
    return forms ? (struct string){forms->str, forms->len} : (struct string){NULL, 0};
  guint32 low = 0, high = messages->count;
  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    struct string original = string_at(messages, messages->originals, middle);
    int order = original.text ? strcmp(msgid, original.text) : 1;
    if (order == 0)
      return string_at(messages, messages->translations, middle);
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return (struct string){NULL, 0};
}

static const char *usable(const char *text)
{
  return text && *text && g_utf8_validate(text, -1, NULL) ? text : NULL;
}

const char *messages_find(const struct messages *messages, const char *msgid)
{
  return usable(find(messages, msgid).text);
}

const char *messages_find_plural(const struct messages *messages, const char *msgid,
                                 unsigned long n)
{
  struct string forms = find(messages, msgid);
  unsigned long form;
  if (!messages->rule || !plural_form(messages->rule, n, &form))
    form = n != 1;
  gsize at = 0;
  for (; forms.text && form && at <= forms.length; form--)
    at += strlen(forms.text + at) + 1;
  return forms.text && at <= forms.length ? usable(forms.text + at) : NULL;
}

/* ---- opening ---- */

/* "plural=…" of the header's line "Plural-Forms: nplurals=2; plural=n > 1;". */
static const char *find_rule(const struct messages *messages)
{
  const char *header = find(messages, "").text;
  const char *line = header ? strstr(header, "Plural-Forms:") : NULL;
  const char *rule = line ? strstr(line, "plural=") : NULL;
  return rule ? rule + strlen("plural=") : NULL;
}

static void free_forms(gpointer forms)
{
  g_string_free(forms, TRUE);
}

static void keep_message(const struct translated *translated, void *data)
{
  struct messages *messages = data;
  if (translated->fuzzy && *translated->message)
    return;
  GString *forms = g_string_new(translated->forms[0]);
  for (guint i = 1; translated->forms[i]; i++)
    g_string_append_len(g_string_append_c(forms, '\0'), translated->forms[i],
                        (gssize)strlen(translated->forms[i]));
  g_hash_table_replace(messages->written, g_strdup(translated->message), forms);
}

static struct messages *open_written(const char *file)
{
  struct messages *messages = g_new0(struct messages, 1);
  messages->written = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_forms);
  if (!g_file_test(file, G_FILE_TEST_IS_REGULAR) ||
      !pofile_visit(file, NULL, keep_message, messages)) {
    messages_free(messages);
    return NULL;
  }
  messages->rule = find_rule(messages);
  return messages;
}

struct messages *messages_open(const char *file)
{
  if (g_str_has_suffix(file, ".po"))
    return open_written(file);
  GMappedFile *mapped = g_mapped_file_new(file, FALSE, NULL);
  if (!mapped)
    return NULL;
  struct messages *messages = g_new0(struct messages, 1);
  messages->file = mapped;
  messages->bytes = g_mapped_file_get_contents(mapped);
  messages->size = g_mapped_file_get_length(mapped);
  if (!read_head(messages)) {
    messages_free(messages);
    return NULL;
  }
  messages->rule = find_rule(messages);
  return messages;
}

void messages_free(struct messages *messages)
{
  g_clear_pointer(&messages->file, g_mapped_file_unref);
  g_clear_pointer(&messages->written, g_hash_table_unref);
  g_free(messages);
}
