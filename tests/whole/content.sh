#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The shipped pack checks without an error and without a warning, in both languages; and the proofs
# decide everything: each question, option, advice and text is reached, and the limits hold on every way
# through. Which actions fall on today or tomorrow depends on the day of the week: a Friday and a Sunday are
# tried; the target `long` tries every day of a week.
set -eu

# nothing_found WHAT ARGUMENT...
nothing_found() {
  what=$1
  shift
  if ! found=$("$REBOND" check -q --strict "$@" "$SOURCE/content" 2>&1) || [ -n "$found" ]; then
    echo "rebond check --strict, $what:"
    echo "$found"
    exit 1
  fi
}

for language in fr en; do
  nothing_found "in $language" --no-proofs --lang "$language"
done
for day in ${DAYS:-27 29}; do
  nothing_found "proofs on $day November" --budget 200 --today "2026-11-$day"
done
