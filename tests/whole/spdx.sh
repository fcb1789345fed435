#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every file of code says under which licence it is, in its first two lines.
cd "$SOURCE" || exit 1
status=0
count=0
for file in $(find src tests tools cmake manual .ci CMakeLists.txt \
  \( -name '*.[ch]' -o -name '*.py' -o -name '*.sh' -o -name '*.cmake' -o -name CMakeLists.txt \
  -o -path 'tools/*' ! -name packages -o -path '.ci/*' \) -type f); do
  count=$((count + 1))
  if ! head -n 2 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later'; then
    echo "$file: no SPDX line" >&2
    status=1
  fi
done
[ "$count" -gt 50 ] || status=1
exit "$status"
