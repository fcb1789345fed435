# SPDX-License-Identifier: GPL-3.0-or-later
"""Calendars as ical.js reads them, the parser of Thunderbird, and as one of Python does.

It comes by npm alone, once, into the build folder. Where it cannot be had, for want of npm or of a
network, the test says why and counts as skipped, not as passed.
"""
import json
import os
import pathlib
import subprocess
import sys
import unittest

SOURCE = pathlib.Path(os.environ["SOURCE"])
SUPPORT = SOURCE / "tests/whole/support"
GOLDENS = sorted((SOURCE / "tests/scenarios").glob("*.ics"))
NPM = pathlib.Path(os.environ["BUILD"]) / "npm"
PACKAGE = "ical.js@2.2.1"
SKIPPED = 77  # as tests/CMakeLists.txt has it


def fetch():
    """None, or why there is no ical.js."""
    if (NPM / "node_modules/ical.js").is_dir():
        return None
    try:
        done = subprocess.run(["npm", "install", "--loglevel=error", "--no-audit", "--no-fund", "--fetch-retries=0",
                               "--fetch-timeout=30000", "--prefix", NPM, PACKAGE], text=True, capture_output=True, check=False)
    except FileNotFoundError:
        return "there is no npm"
    return f"npm cannot get {PACKAGE}:\n{done.stderr}" if done.returncode else None


def read(*command):
    done = subprocess.run([*command, *GOLDENS], text=True, capture_output=True, check=True,
                          env={**os.environ, "NODE_PATH": str(NPM / "node_modules")})
    return json.loads(done.stdout)


class Calendars(unittest.TestCase):
    def test_every_calendar(self):
        self.assertGreater(len(GOLDENS), 30)
        theirs = read("node", SUPPORT / "events.js")
        ours = [events for _, events in read("/usr/bin/python3", "-B", SUPPORT / "events.py")]
        for golden, here, there in zip(GOLDENS, ours, theirs):
            with self.subTest(golden.name):
                self.assertGreater(len(here), 0)
                self.assertEqual(there, here)


missing = fetch()
if missing:
    print(missing, file=sys.stderr)
    sys.exit(SKIPPED)
unittest.main(argv=[sys.argv[0]])
