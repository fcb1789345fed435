/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The RELAX NG schema for editors (content/rebond.rng), written from the table of elements so that
 * the two cannot part. It knows which elements and attributes stand where and what words they take;
 * what depends on the value of another attribute, or on other files, is for the reader alone.
 */
#pragma once

#include <glib.h>

/* Appends the whole schema, an XML document, to OUT. */
void schema_write(GString *out);
