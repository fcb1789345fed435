/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's own translations, as its .po files have them, for tests without an installation. */
#pragma once

#include "base/translator.h"

/* Of po/rebond/LANGUAGE.po under $SOURCE. It lives as long as the test run. */
const struct translator *po_translator(const char *language);
