/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the program says in a conversation: paragraphs wrapped to the terminal, in words alone where
 * that was asked for.
 */
#pragma once

#include "terminal/talk.h"

enum say_style { SAY_NORMAL, SAY_STRONG, SAY_FAINT };

/* A paragraph. LEAD stands before its first line; the others are indented as far. */
void say(const struct talk *talk, enum say_style style, const char *lead, const char *text);

/* What an author or the person wrote, as it is: indented where that can be seen. */
void say_text(const struct talk *talk, const char *text);

/* A sentence of the program to the person: indented where that can be seen, begun with a capital
 * and ended with a full stop. */
void say_note(const struct talk *talk, const char *text);
/* The same from MESSAGE, translated, with {1}… filled by the strings that follow, NULL at the end.
 */
void say_message(const struct talk *talk, const char *message, ...) G_GNUC_NULL_TERMINATED;

/* An entry of a numbered list. */
void say_entry(const struct talk *talk, guint number, const char *text);

/* A light heading. */
void say_heading(const struct talk *talk, const char *title);

/* Something less important: faint and in brackets, or a sentence like others. */
void say_aside(const struct talk *talk, const char *text);

/* A question, with such a remark beside it where there is room; "" for none. */
void say_question(const struct talk *talk, const char *question, const char *beside);

/* An empty line. */
void say_gap(const struct talk *talk);

/* Columns to write in. */
int say_width(const struct talk *talk);
