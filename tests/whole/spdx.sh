#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every file of code says under which licence it is, in its first two lines.
set -eu
cd "$SOURCE"
files=$(find src tests tools cmake manual .ci CMakeLists.txt \
  \( -name '*.[ch]' -o -name '*.py' -o -name '*.sh' -o -name '*.cmake' -o -name CMakeLists.txt \
  -o -path 'tools/*' ! -name packages -o -path '.ci/*' \) -type f)
[ "$(echo "$files" | wc -l)" -gt 50 ]
bad=$(echo "$files" | while read -r file; do
  head -n 2 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' || echo "$file: no SPDX line"
done)
echo "$bad"
[ -z "$bad" ]
