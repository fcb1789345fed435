/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages looked up in a translator, filled in, and joined to lists. */
#include "base/translator.h"

const char *tr(const struct translator *translator, const char *msgid)
{
  return translator ? translator->message(translator, msgid) : msgid;
}

const char *tr_plural(const struct translator *translator, const char *singular, const char *plural,
                      unsigned long n)
{
  if (translator)
    return translator->plural(translator, singular, plural, n);
  return n == 1 ? singular : plural;
}

/* The number N of a placeholder "{N}" at TEXT, or 0. */
static guint placeholder(const char *text)
{
  if (text[0] == '{' && text[1] >= '1' && text[1] <= '9' && text[2] == '}')
    return (guint)(text[1] - '0');
  return 0;
}

char *tr_fill_array(const char *pattern, const char *const *arguments)
{
  guint count = g_strv_length((char **)arguments);
  GString *out = g_string_new(NULL);
  for (const char *at = pattern; *at;) {
    guint number = placeholder(at);
    if (number >= 1 && number <= count) {
      g_string_append(out, arguments[number - 1]);
      at += 3;
    } else {
      g_string_append_c(out, *at++);
    }
  }
  return g_string_free(out, FALSE);
}

/* There are no more than nine placeholders. */
char *tr_fill_list(const char *pattern, va_list list)
{
  const char *arguments[10] = {NULL};
  for (guint i = 0; i < G_N_ELEMENTS(arguments) - 1; i++)
    if (!(arguments[i] = va_arg(list, const char *)))
      break;
  return tr_fill_array(pattern, arguments);
}

char *tr_fill(const char *pattern, ...)
{
  va_list list;
  va_start(list, pattern);
  char *filled = tr_fill_list(pattern, list);
  va_end(list);
  return filled;
}

char *tr_count(const struct translator *translator, const char *singular, const char *plural,
               guint count)
{
  g_autofree char *number = g_strdup_printf("%u", count);
  return tr_fill(tr_plural(translator, singular, plural, count), number, NULL);
}

char *tr_join(const struct translator *translator, const char *const *items)
{
  guint count = g_strv_length((char **)items);
  char *joined = g_strdup(count ? items[0] : "");
  /* TRANSLATORS: {1} is the beginning of a list, {2} its next item, not the last. */
  const char *more = tr(translator, "{1}, {2}");
  /* TRANSLATORS: {1} is a list, {2} its last item. */
  const char *last = tr(translator, "{1} and {2}");
  for (guint i = 1; i < count; i++) {
    g_autofree char *shorter = joined;
    joined = tr_fill(i + 1 < count ? more : last, shorter, items[i], NULL);
  }
  return joined;
}
