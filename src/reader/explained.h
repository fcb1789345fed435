/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What elements and attributes are for, in a sentence each, for who writes a pack in an editor. */
#pragma once

/*
 * What ATTRIBUTE of the element called ELEMENT is for; of the element itself where ATTRIBUTE is
 * NULL. NULL: it is not explained, which is a fault of the table (explained.def). Elements of one
 * name, such as the answer in a text and that of an example, share what is said.
 */
const char *explained(const char *element, const char *attribute);
