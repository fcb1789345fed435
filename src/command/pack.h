/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What has to be known of a pack before it is read: its id, which names its catalogues, and the
 * language it is written in.
 */
#pragma once

#include <glib.h>

#include "base/owned.h"

struct pack {
  char *folder;
  char *id, *language; /* NULL where pack.xml does not say; reading it will */
};

/* Looks at the root element of FOLDER/pack.xml. NULL with errno if that file cannot be read. */
struct pack *pack_look(const char *folder);
void pack_free(struct pack *pack);
DEFINE_OWNED(pack, pack_free)
