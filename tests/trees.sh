#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What people with a bare Debian meet, in fresh trees: tools/run up to the first question in the language of the
# locale, whether it is installed or not, and tools/test, also of a user who may not install and need not; the pack
# proved with the solver that is there; then the package built, read by lintian, installed elsewhere without a
# network, a debrief told in both languages, and the package removed.
# What is committed is tried. It wants root, debootstrap and a network to fetch packages from.
#   [TREES=FOLDER] sh tests/trees.sh SUITE…    such as bookworm; FOLDER keeps the bare trees for the next time
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'test $? -eq 0 || tail -n 20 "$work/log"; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
trees=${TREES:-$work}
apt="env DEBIAN_FRONTEND=noninteractive apt-get -qq --yes --no-install-recommends"

# KIND TREE COMMAND [ARGUMENT]: has sh do that there, in namespaces that go with it; of the KIND --net without a network.
within() {
  kind=$1
  shift
  # shellcheck disable=SC2086,SC2016 # no word where nothing is shut off; the variables are of that shell
  unshare --mount --pid --kill-child $kind sh -c '
    mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev"
    exec chroot "$0" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=dumb sh -euc "$@"' "$@" </dev/null
}

online() {
  within "" "$@"
}

offline() {
  within --net "$@"
}

bare_tree() {
  [ -f "$trees/$suite/bare" ] || {
    debootstrap --variant=minbase "$suite" "$trees/$suite" >"$work/log" 2>&1
    # A copy of a suite that is still made may be older than what its index says it is good for.
    echo 'Acquire::Check-Valid-Until "false";' >"$trees/$suite/etc/apt/apt.conf.d/99valid"
    touch "$trees/$suite/bare"
  }
  cp -a "$trees/$suite" "$1"
}

# TREE USER FOLDER: the first question that USER, with the sources in FOLDER, is asked in each locale.
asks() {
  while read -r locale words; do
    # shellcheck disable=SC2016
    said=$(online "$1" 'cd "$2" && runuser -u "$1" -- env HOME="$2" LC_ALL="$0" sh tools/run new --no-journal' \
      "$locale" "$2" "$3" 2>&1) || :
    case $said in
      *"$words"*) echo "$suite, $2, $locale: $words" ;;
      *)
        echo "$suite, $2, $locale: not \"$words\" but: $said" >"$work/log"
        exit 1
        ;;
    esac
  done <<END
fr_FR.UTF-8 comment ça va
en_GB.UTF-8 how are you
C.UTF-8 how are you
POSIX how are you
END
}

# USER FOLDER: all tests pass for USER, with the sources in FOLDER.
passes() {
  # shellcheck disable=SC2016 # the variables are of that shell
  online "$build" 'cd "$1" && runuser -u "$0" -- env HOME="$1" sh tools/test' "$1" "$2" >"$work/log" 2>&1
  echo "$suite, $1: $(tail -n 1 "$work/log")"
}

# The sources that are committed, into FOLDER.
put_sources() {
  mkdir "$1"
  git archive HEAD | tar -x -C "$1"
}

build_package() {
  put_sources "$build/src"
  asks "$build" root /src
  online "$build" "useradd --create-home jo"
  put_sources "$build/home/jo/src"
  online "$build" "chown -R jo /home/jo/src"
  asks "$build" jo /home/jo/src
  online "$build" "$apt install locales dpkg-dev file lintian >/dev/null 2>&1
    for language in fr_FR en_GB; do localedef -i \$language -f UTF-8 \$language.UTF-8; done"
  asks "$build" root /src
  passes root /src
  passes jo /home/jo/src
  online "$build" 'cd /src && export DEBFULLNAME="Jo Doe" DEBEMAIL=jo@example.org
    cmake --build --preset release --target package >/dev/null 2>&1
    lintian --allow-root --fail-on error build/release/rebond_*.deb'
  online "$build" "cd /src && build/release/rebond --no-journal check --strict" >"$work/log" 2>&1
  cp "$build"/src/build/release/rebond_*.deb "$use/opt/rebond.deb"
}

# All files but those in which the system keeps what was installed.
files() {
  offline "$use" 'find / -xdev ! -path "/var/*" ! -path "/dev/*" ! -path "/proc/*" ! -type d | sort'
}

# Twice, since the first time brings what the package needs, and it stays. The first line of a plan's part on
# answers tells that a debrief went to its end.
use_package() {
  online "$use" "$apt update && $apt install --download-only /opt/rebond.deb"
  offline "$use" "$apt install /opt/rebond.deb && $apt remove rebond"
  files >"$work/before"
  offline "$use" "$apt install /opt/rebond.deb && cd /root
    skip() { printf '5\n%s\n' \$1; yes '' | head -n 60; }
    skip yesterday | LC_ALL=en_GB.UTF-8 rebond new >told && grep -qx '2. What you can say' told
    skip hier | LC_ALL=fr_FR.UTF-8 rebond new >told && grep -qx '2. Ce que vous pourrez dire' told
    rm told && $apt remove rebond"
  files | diff "$work/before" - >"$work/left" || :
  sed -n 's/^[<>] //p' "$work/left" | sed "s/^/$suite, left: /" >&3
  ! grep -v -e '^[0-9]' -e '^> /root/\.local/share/rebond/' -e '^> /root/rebond-[-0-9]*\.md$' "$work/left"
}

for suite; do
  build=$work/$suite-build
  use=$work/$suite-use
  bare_tree "$build"
  bare_tree "$use"
  build_package
  use_package 3>&1 >"$work/log" 2>&1
  echo "$suite: fine"
done
