/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The translator: how the floors below the command line speak a language
 * without knowing where translations come from. Two of them exist in a run,
 * one for the program's own messages and one for the texts of the pack; both
 * are made by the command floor and handed down. A translator is borrowed by
 * whoever receives it and must outlive him.
 */
#pragma once

#include <glib.h>
#include <stdarg.h>

struct translator {
  /* The translation of MSGID, or MSGID itself. The result is not freed. */
  const char *(*message)(const struct translator *translator, const char *msgid);
  /* The same for a message with a plural form, chosen for N. */
  const char *(*plural)(const struct translator *translator, const char *singular,
                        const char *plural, unsigned long n);
};

/* Marks a message for extraction without translating it. */
#define N_(msgid) msgid

/* TRANSLATOR may be NULL everywhere: the message then stays as it is. */
const char *tr(const struct translator *translator, const char *msgid) G_GNUC_FORMAT(2);
const char *tr_plural(const struct translator *translator, const char *singular, const char *plural,
                      unsigned long n) G_GNUC_FORMAT(2);

/*
 * Replaces {1} to {9} in PATTERN by the strings that follow, which end with
 * NULL. Translators may reorder them. Caller frees.
 */
char *tr_fill(const char *pattern, ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
char *tr_fill_list(const char *pattern, va_list arguments) G_GNUC_WARN_UNUSED_RESULT;
char *tr_fill_array(const char *pattern, const char *const *arguments) G_GNUC_WARN_UNUSED_RESULT;

/* The form for COUNT of a message with a plural form, in which COUNT is {1}. Caller frees. */
char *tr_count(const struct translator *translator, const char *singular, const char *plural,
               guint count) G_GNUC_WARN_UNUSED_RESULT;

/*
 * "a, b and c" in the language of TRANSLATOR. ITEMS is a NULL-terminated
 * array; an empty one gives "". Caller frees.
 */
char *tr_join(const struct translator *translator,
              const char *const *items) G_GNUC_WARN_UNUSED_RESULT;
