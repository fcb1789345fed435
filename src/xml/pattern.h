/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Patterns of typed text: regular expressions of XML Schema (W3C Recommendation, XML Schema Part 2,
 * appendix F). They match the whole text; ^ and $ are plain characters in them.
 */
#pragma once

#include "base/owned.h"

struct pattern;

/* The compiled EXPRESSION, or NULL if it is malformed. */
struct pattern *pattern_new(const char *expression) G_GNUC_WARN_UNUSED_RESULT;
void pattern_free(struct pattern *pattern);
DEFINE_OWNED(pattern, pattern_free)

/* True if PATTERN matches all of TEXT (UTF-8). What is too costly to decide does not match. */
gboolean pattern_matches(const struct pattern *pattern, const char *text);
