/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page that somebody reads, as text and as sentences. */
#pragma once

#include "plan/plan.h"

/* The report on PLAN as text, without line breaks inside a paragraph; with PAGE_ONLY no more than
 * its page. PROGRAM speaks the program's own words. Caller frees. */
char *page_text(const struct plan *plan, const struct translator *program, gboolean page_only);

/*
 * The sentences of TEXT in order (char *, freed with the array), folded: those of three words or
 * more that are neither a heading nor the greeting, the closing, the subject or the signature of a
 * message.
 */
GPtrArray *page_sentences(const char *text);

/* TEXT without its messages, which are read one by one, each on its day. Caller frees. */
char *page_without_messages(const char *text);

/* SENTENCE with all days made one, so that what differs in its day alone is the same. Caller frees.
 */
char *page_without_days(const char *sentence);
