#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The code does not know its subject: that is the pack's.
words='interview|recruit|entretien|candidat|employ'
if grep -rniE "$words" "$SOURCE/src"; then
  echo "src/ names the subject of the shipped pack" >&2
  exit 1
fi
# The search itself works: the pack is full of it.
grep -rqiE "$words" "$SOURCE/content"
