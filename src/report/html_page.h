/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A page of HTML that stands alone, whatever it holds: no script, nothing loaded, fit for a phone,
 * for the dark and for paper. The variables --ink, --paper, --shade, --line, --accent and --mark
 * are its colours, --width is how wide it gets.
 */
#pragma once

#include <glib.h>

/* What comes before and behind the content, which stands in <main>. LANGUAGE is a tag of BCP 47,
 * STYLE more rules of CSS. */
void html_page_begin(GString *out, const char *language, const char *title, const char *style);
void html_page_end(GString *out);

/* The attributes of an element whose words are in LANGUAGE: " lang=\"ar\" dir=\"rtl\"". Caller
 * frees. */
char *html_lang(const char *language) G_GNUC_WARN_UNUSED_RESULT;

/* Whether LANGUAGE, "ar" or "ar-MA", is written from right to left. */
gboolean html_right_to_left(const char *language);
