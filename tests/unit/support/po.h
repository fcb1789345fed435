/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Translations as the .po files have them, for tests without an installation. */
#pragma once

#include "base/translator.h"

/* Of po/rebond/LANGUAGE.po under $SOURCE. It lives as long as the test run. */
const struct translator *po_translator(const char *language);
/* Of FILE under $SOURCE, likewise. */
const struct translator *po_read(const char *file);
