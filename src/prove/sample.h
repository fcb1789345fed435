/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sample texts: what a person could type where a pattern is asked for. */
#pragma once

#include "prove/caps.h"

/*
 * Texts that match the XML Schema regular expression PATTERN, as many as CAPS lets be: a
 * GPtrArray of char *. *ALL becomes false if there may be others. Caller frees.
 */
GPtrArray *sample_texts(const char *pattern, const struct caps *caps, gboolean *all);
