/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The form in which a plan is kept after a conversation: one of report_formats, said by --format
 * or, once, by who sits at a terminal, and from then on remembered (paths_keeping()).
 */
#pragma once

#include "command/session.h"

/* The names of these forms, which end with NULL. */
extern const char *const keeping_names[];

/* Whether --format, if it was given, names one that is to be kept. If not, the person has been
 * told. */
gboolean keeping_allowed(struct session *session);

/* The form to keep a plan in now. Who cannot be asked, or does not say, gets Markdown. */
const struct report_format *keeping_choose(struct session *session);
