/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON (RFC 8259) for scripts, as far as lists of flat objects need it: a member is added behind
 * the last one, its value NULL where there is none.
 */
#pragma once

#include <glib.h>

/* "[", and what closes it. */
void json_begin_list(GString *out);
void json_end_list(GString *out);
/* A new object in the list. */
void json_begin_object(GString *out);
void json_end_object(GString *out);

/* Members of the object; VALUE is UTF-8, or NULL for null. */
void json_add_text(GString *out, const char *name, const char *value);
void json_add_number(GString *out, const char *name, gint64 value);
/* 0 for null. */
void json_add_count(GString *out, const char *name, guint value);
void json_add_truth(GString *out, const char *name, gboolean value);
/* DAY as in 2026-11-12, 0 for null; MINUTES as in 09:30, -1 for null. */
void json_add_day(GString *out, const char *name, int day);
void json_add_time(GString *out, const char *name, int minutes);
