/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Nodes: the few cmark nodes that a report is made of, from words and phrases. All words become
 * literal text; the only custom nodes are the marks below, which each format shows in its own way.
 */
#pragma once

#include <cmark.h>

#include "walk/phrase.h"

/* Custom inline nodes by what they mean. */
enum inline_mark {
  MARK_NONE,
  MARK_TO_DO,   /* a task box; on_enter "[ ]" */
  MARK_DONE,    /* a ticked one; on_enter "[x]" */
  MARK_BLANK,   /* around what only the person can write; on_enter "[", on_exit "]" */
  MARK_FOREIGN, /* around words of another language, with nothing to show */
};

struct planned_action;
struct planned_draft;

/* What NODE marks, by its on_enter: asked before a format changes that. */
enum inline_mark node_mark(cmark_node *node);

/* A new last child of PARENT. */
cmark_node *node_add(cmark_node *parent, cmark_node_type type);
cmark_node *node_add_heading(cmark_node *parent, int level);
/* A list with bullets; an item holds a paragraph, and nothing else. */
cmark_node *node_add_list(cmark_node *parent);
void node_add_box(cmark_node *parent, const struct planned_action *action, gboolean done);
/* The action whose box NODE is, or whose title, or which it says is late; else NULL. */
const struct planned_action *node_action(cmark_node *node);
/* The box that ITEM, of a list, begins with, or MARK_NONE. */
enum inline_mark node_box(cmark_node *item);
/* WORDS in LANGUAGE, which is another than the document's; node_language() finds it again. */
void node_add_foreign(cmark_node *parent, const char *words, const char *language);
const char *node_language(cmark_node *node);
/* A quote for the text of DRAFT, which node_draft() finds again. */
cmark_node *node_add_draft(cmark_node *parent, const struct planned_draft *draft);
const struct planned_draft *node_draft(cmark_node *quote);
/* The block, of a type of its own (CMARK_NODE_CUSTOM_BLOCK), around all that is not the page. */
cmark_node *node_add_details(cmark_node *parent);

/*
 * Inline nodes after what PARENT holds. STYLE is of enum run_style; of several, a blank is stronger
 * than strong, and that than emphasis, so that none nest. Line feeds become line breaks. Words
 * behind words, both without style, are one node.
 */
void node_add_words(cmark_node *parent, const char *words, guint style);
/* The runs of PHRASE, each with STYLE besides its own. */
void node_add_phrase(cmark_node *parent, const struct phrase *phrase, guint style);

/* PATTERN with PHRASES, which end with NULL, in place of {1} to {9}. */
void node_add_filled(cmark_node *parent, const char *pattern, const struct phrase *const *phrases);

/* text_capital() for the words that NODE, an inline, begins with; NULL is let pass. */
void node_capitalise(cmark_node *node);

/*
 * Makes blanks what Markdown, HTML and a terminal all show alike: single, none at the start or end
 * of a line or inside the edge of a styled stretch; no empty line inside a paragraph, no line break
 * in a heading, no stretch or paragraph without words. A styled stretch that not all readers of
 * Markdown would see as one is none. Neighbouring words are one node, in which numbers stay with
 * what they count (text_hold()), but for drafts.
 */
void nodes_tidy(cmark_node *tree);

/* True for a container of inlines that has a style, an address or a mark. */
gboolean node_is_stretch(cmark_node *node);

/* True if it is of strong words, or of words in emphasis. */
gboolean node_is_styled(cmark_node *node);

/* True if NODE stands in the text of a draft. */
gboolean node_in_draft(cmark_node *node);

/* The character that who reads NODE as Markdown sees at its start, or its LAST; 0 for none: NODE is
 * NULL, or a line's end. */
gunichar node_edge(cmark_node *node, gboolean last);
