/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An element among the children of its parent: which one it is, whether it may stand there, and how
 * it is linked to those before it.
 */
#pragma once

#include "reader/reader.h"

/* The CHILD that TAG is of the innermost frame, or a root without one; false, and a finding, if it
 * may not stand there. */
gboolean child_met(struct reader *reader, const struct xml_tag *tag, struct child *child);

/* All that may stand in PARENT somewhere. */
element_set element_children(const struct element *parent);

/* Excuses FRAME from having a child called NAME, if it may have one; false if it may not. */
gboolean child_excuse(struct frame *frame, const char *name);

/* Counts CHILD, whose tag stands at PLACE, in PARENT: order and number are checked. */
void child_count(struct reader *reader, struct frame *parent, const struct child *child,
                 struct place place);

/* Links OBJECT, the struct of CHILD, behind the child of PARENT that came before it. */
void child_link(struct frame *parent, const struct child *child, void *object);

/*
 * The innermost frame is the first member, MEMBER, of the group around it: so the group has its
 * place among the children of its parent, is counted and linked there. An empty one has none.
 */
void child_place_group(struct reader *reader, enum element_id member);

/* Reports what FRAME should have among its children and has not. */
void children_check(struct reader *reader, const struct frame *frame);
