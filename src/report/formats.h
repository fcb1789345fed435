/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats, one file each; report.c has their table. They read a report and change nothing. */
#pragma once

#include <cmark.h>

#include "plan/page.h"
#include "report/report.h"

struct report {
  const struct plan *plan;
  const struct report_options *options;
  struct plan_page *page;
  cmark_node *tree; /* document_new() */
};

void markdown_write(const struct report *report, GString *out);
void html_write(const struct report *report, GString *out);
void calendar_write(const struct report *report, GString *out);
void plain_write(const struct report *report, GString *out);
