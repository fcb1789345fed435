/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in an HTML page and in no other format as it does there. Private to html.c. */
#pragma once

#include "plan/page.h"

/* TEXT as it stands in an element or in an attribute between quotes. */
void html_add_text(GString *out, const char *text);

/*
 * The way from today to the last of PAGE's actions, as SVG as wide as what it stands in: a dot for
 * a day with something to do, shaded where few people work. What it shows the page has in words.
 * Nothing is added where no such day is to come, or the last is too far away for days to be told
 * apart.
 */
void html_add_days(GString *out, const struct plan *plan, const struct plan_page *page,
                   const struct translator *translator, gboolean right_to_left);

/* DRAFT in fields, so that what is copied takes nothing of the page's looks along, and brackets can
 * be filled in on the spot; it can be led to by "#message-NUMBER". */
void html_add_message(GString *out, const struct planned_draft *draft, guint number,
                      const struct translator *translator);
