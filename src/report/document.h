/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The document: a plan as a cmark tree, which the formats render. Words of the person enter as
 * literal text only. Task boxes are custom inline nodes whose on_enter is "[ ]" or "[x]".
 */
#pragma once

#include <cmark.h>

#include "plan/page.h"
#include "report/report.h"

/* The whole report, PAGE of PLAN first. Caller frees with cmark_node_free(). */
cmark_node *document_new(const struct plan *plan, const struct plan_page *page,
                         const struct report_options *options);
