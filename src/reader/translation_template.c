/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The PO template of a pack. */
#include <string.h>

#include "reader/translation.h"

struct message {
  const char *id;
  GString *places;
  GHashTable *elements;
};

static void message_free(gpointer data)
{
  struct message *message = data;
  g_string_free(message->places, TRUE);
  g_hash_table_unref(message->elements);
  g_free(message);
}

static void add(GHashTable *by_id, GPtrArray *messages, const char *id, const char *element,
                struct place place)
{
  struct message *message = g_hash_table_lookup(by_id, id);
  if (!*id)
    return;
  if (!message) {
    message = g_new0(struct message, 1);
    message->id = id;
    message->places = g_string_new(NULL);
    message->elements = g_hash_table_new(g_str_hash, g_str_equal);
    g_hash_table_insert(by_id, (gpointer)id, message);
    g_ptr_array_add(messages, message);
  }
  g_autofree char *words = place_words(place);
  g_string_append_printf(message->places, " %s", words);
  g_hash_table_add(message->elements, (gpointer)element);
}

struct message_gathering {
  GHashTable *by_id;
  GPtrArray *messages;
};

static void see_message(const char *source, const char *element, struct place place, void *data)
{
  const struct message_gathering *gathering = data;
  add(gathering->by_id, gathering->messages, source, element, place);
}

static GPtrArray *gather(const struct catalogue *catalogue)
{
  g_autoptr(GHashTable) by_id = g_hash_table_new(g_str_hash, g_str_equal);
  GPtrArray *messages = g_ptr_array_new_with_free_func(message_free);
  const GPtrArray *texts = catalogue_texts(catalogue);
  for (guint i = 0; i < texts->len; i++) {
    const struct text *text = texts->pdata[i];
    add(by_id, messages, text->source, text->element, text->place);
  }
  struct message_gathering gathering = {by_id, messages};
  catalogue_messages(catalogue, see_message, &gathering);
  return messages;
}

/* A C string literal as PO files have it: texts hold no control characters. */
static void put_quoted(GString *out, const char *text)
{
  g_string_append_c(out, '"');
  for (; *text; text++) {
    if (*text == '"' || *text == '\\')
      g_string_append_c(out, '\\');
    g_string_append_c(out, *text);
  }
  g_string_append(out, "\"\n");
}

static void put_message(const struct message *message, GString *out)
{
  g_autoptr(GList) elements = g_hash_table_get_keys(message->elements);
  elements = g_list_sort(elements, (GCompareFunc)strcmp);
  g_string_append(out, "\n#.");
  for (const GList *element = elements; element; element = element->next)
    g_string_append_printf(out, " <%s>", (const char *)element->data);
  g_string_append_printf(out, "\n#:%s\nmsgid ", message->places->str);
  put_quoted(out, message->id);
  g_string_append(out, "msgstr \"\"\n");
}

void translation_template(const struct catalogue *catalogue, const char *date, GString *out)
{
  g_string_append_printf(out,
                         "msgid \"\"\nmsgstr \"\"\n\"Project-Id-Version: %s\\n\"\n"
                         "\"POT-Creation-Date: %s\\n\"\n"
                         "\"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n\"\n"
                         "\"Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n\"\n"
                         "\"Language-Team: LANGUAGE <LL@li.org>\\n\"\n"
                         "\"Language: \\n\"\n\"MIME-Version: 1.0\\n\"\n"
                         "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                         "\"Content-Transfer-Encoding: 8bit\\n\"\n",
                         catalogue->id, date);
  g_autoptr(GPtrArray) messages = gather(catalogue);
  for (guint i = 0; i < messages->len; i++)
    put_message(messages->pdata[i], out);
}
