/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tokens of a condition (XPath 1.0, section 3.7, without what conditions do not have).
 */
#pragma once

#include <glib.h>

enum token_kind {
  TOKEN_END,
  TOKEN_NAME,
  TOKEN_VARIABLE, /* $name */
  TOKEN_STRING,
  TOKEN_UNCLOSED, /* a string without its closing quote, up to the end */
  TOKEN_NUMBER,
  TOKEN_SYMBOL, /* anything else: a sign of the language, or one character that is none */
};

struct token {
  enum token_kind kind;
  guint offset, length; /* bytes of the text */
};

/* The token of TEXT that follows PREVIOUS; the first one follows a token of zeros. */
struct token token_next(const char *text, struct token previous);

/* True if TOKEN of TEXT, a name or symbol, is WORD. */
gboolean token_is(const char *text, struct token token, const char *word);

/* True if the next thing after TOKEN is SIGN. */
gboolean token_followed_by(const char *text, struct token token, char sign);
