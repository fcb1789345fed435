#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The shipped pack checks without an error and without a warning, in both languages.
set -eu
for language in fr en; do
  if ! found=$("$REBOND" check --strict --lang "$language" "$SOURCE/content" 2>&1) || [ -n "$found" ]; then
    echo "rebond check --strict --lang $language:"
    echo "$found"
    exit 1
  fi
done
