/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The RELAX NG schema for editors (content/rebond.rng), written from the tables of elements and of
 * variants and from the forms of attribute values, so that it and the reader cannot part. It finds
 * the faults of SCOPE_GRAMMAR; what depends on other files, on names or on the inside of a
 * condition is for the reader alone.
 */
#pragma once

#include <glib.h>

/* Appends the whole schema, an XML document, to OUT. */
void relaxng_write(GString *out);
