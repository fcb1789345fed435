/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Strands: themes that hang together, since a condition in one names what stands in the other. What
 * is answered in one strand changes nothing in another, but for the region that is told. So they
 * are summed up one after the other: each is easily bounded alone, all together are not.
 */
#pragma once

#include "catalogue/catalogue.h"

/* By order of each theme of CATALOGUE the first theme of its strand; of other items NULL. Caller
 * frees. */
const struct item **strands_new(const struct catalogue *catalogue);
