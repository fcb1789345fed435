#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The shipped pack checks without an error and without a warning, in both languages; and the proofs
# decide every question, option and piece of advice. What they may leave open is the bounds of <limit>, over
# all ways through a pack of this size; tests/pack holds those over examples and invented people.
set -eu
for language in fr en; do
  if ! found=$("$REBOND" check --strict --no-proofs --lang "$language" "$SOURCE/content" 2>&1) || [ -n "$found" ]; then
    echo "rebond check --strict --no-proofs --lang $language:"
    echo "$found"
    exit 1
  fi
done
limit=$(grep -n '<limit' "$SOURCE/content/pack.xml" | cut -d: -f1)
found=$("$REBOND" check --budget 200 --lang en "$SOURCE/content" 2>&1) || {
  echo "$found"
  exit 1
}
other=$(echo "$found" | grep -v "pack.xml:$limit:.*\[undecided\]$" || true)
if [ -n "$other" ]; then
  echo "rebond check:"
  echo "$other"
  exit 1
fi
