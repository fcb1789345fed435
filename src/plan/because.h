/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Because: why a piece of advice is given, as the answers that led to it.
 */
#pragma once

#include "walk/phrase.h"

/*
 * The answers of the options that the met advice at STEP stands in and of the comparisons that made
 * its conditions (and those of what it stands in) true, each as "short question: answer" in the
 * language of VOICE, in document order, without duplicates, on one line. Of several chosen options
 * those that decided are said, all of them where none did by itself; of a text that was typed, the
 * beginning. Of what it stands in, nothing that is not so is a reason: that a theme is for all but
 * those in a hurry says nothing of why this one hears its advice. Never a private answer
 * (question_is_private()). A GPtrArray of char *, which it frees; caller frees. SAID keeps, from
 * one step to the next, what is said of a question (char *, by its struct question); or NULL.
 */
GPtrArray *because_words(const struct voice *voice, struct step step, GHashTable *said);

/* The names of the questions behind the same reasons (const struct name) that have an answer,
 * private ones included.
 * Caller frees the array. */
GPtrArray *because_names(const struct pass *pass, struct step step);

/* Whether an answer that VOICE may not say led to what is met at STEP, which would betray it: what
 * is advised to all who did not give that answer does not. */
gboolean because_is_hidden(const struct voice *voice, struct step step);
