#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The shipped pack is complete in English: each of its texts has a translation in po/interview/en.po
# that is not fuzzy, and none there is left over from a text that has gone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
po="$SOURCE/po/interview/en.po"

"$REBOND" check --pot "$SOURCE/content" >"$folder/template.pot"
msgfmt --statistics --check-header -o /dev/null "$po"
msgcmp "$po" "$folder/template.pot"

# Merged with the template, what no text needs any more is marked obsolete.
msgmerge --quiet --no-fuzzy-matching -o "$folder/merged.po" "$po" "$folder/template.pot"
if grep -n '^#~' "$folder/merged.po" >"$folder/left"; then
  echo "translations of texts that are gone:"
  cat "$folder/left"
  exit 1
fi
