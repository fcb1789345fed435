#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The quick part of `cmake --build --preset test --target lint`, as far as its tools are there.
sh "$SOURCE/tools/lint"
