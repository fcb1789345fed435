/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats, one file each; report.c has their table. */
#pragma once

#include "report/report.h"

void markdown_write(const struct plan *plan, const struct report_options *options, GString *out);
void html_write(const struct plan *plan, const struct report_options *options, GString *out);
void calendar_write(const struct plan *plan, const struct report_options *options, GString *out);
void text_write(const struct plan *plan, const struct report_options *options, GString *out);
