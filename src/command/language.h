/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one language of a run, for program and pack alike, and the two translators that speak it. The
 * only module that knows locales; which of them are installed makes no difference.
 */
#pragma once

#include "base/translator.h"
#include "command/pack.h"

struct language;

/*
 * Settles the language: the first of ASKED (--lang; NULL: not given), else of the environment, that
 * PACK has, whose words the program's own accompany as far as they go; English where none fits, or
 * the pack's own where it has no English. PACK NULL: the program alone. The process then speaks it,
 * and reads and writes UTF-8; to be called once, before the first look-up. LOCALE is the folder of
 * the program's catalogues.
 */
struct language *language_settle(const char *asked, const char *locale, const struct pack *pack);
/* The same for CODE, of language_codes(), while the process goes on speaking what it speaks. */
struct language *language_open(const char *code, const char *locale, const struct pack *pack);
void language_free(struct language *language);
DEFINE_OWNED(language, language_free)

/* In what languages PACK has catalogues besides the one it is written in: "de", "en", "en_US", in
 * byte order, NULL-terminated. Caller frees. */
char **language_codes(const char *locale, const struct pack *pack) G_GNUC_WARN_UNUSED_RESULT;

/* The language as a tag of BCP 47: "fr", "fr-CA". */
const char *language_tag(const struct language *language);
/* False if ASKED is not what was settled on: the person is told. */
gboolean language_is(const struct language *language, const char *asked);

/* The program's translator, and the pack's; NULL: the texts stand as they were written. */
const struct translator *language_program(const struct language *language);
const struct translator *language_pack(const struct language *language);
