# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at the command line: a home of their own, and the program started in it."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from support import terminal

SOURCE = pathlib.Path(os.environ["SOURCE"])
REBOND = os.environ["REBOND"]
PACKS = SOURCE / "tests/packs"
OUTAGE = PACKS / "outage"
SMALL_PACKS = sorted(file.parent for file in PACKS.glob("*/pack.xml"))


def pinned(home, language="", **more):
    """The environment: nothing leaks in but what runs the program. What is None in MORE is not set at all."""
    kept = {name: value for name, value in os.environ.items()
            if name.startswith(("ASAN", "UBSAN", "LSAN", "GCOV")) or name == "PATH"}
    named = {**kept, "HOME": str(home), "XDG_RUNTIME_DIR": str(home), "TMPDIR": str(home),
             "LC_ALL": "C.UTF-8", "LANGUAGE": language, "TZ": "UTC", "TERM": "xterm",
             "INPUTRC": "/dev/null", "PAGER": "cat", **more}
    return {name: value for name, value in named.items() if value is not None}


class Person:
    """Runs the program in a folder of their own, with the outage pack and a fixed day."""

    def __init__(self, pack=OUTAGE, today="2026-11-20", **environment):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="rebond-"))
        self.folder = self.home / "here"
        self.folder.mkdir()
        self.pack = pack
        self.today = today
        self.environment = pinned(self.home, TERM="dumb", **environment)
        self.journal = self.home / ".local/share/rebond/journal.sqlite"

    def command(self, *arguments):
        line = [REBOND]
        if self.pack:
            line.append(f"--content={self.pack}")
        if self.today:
            line.append(f"--today={self.today}")
        return [*line, *map(str, arguments)]

    def run(self, *arguments, typed="", **options):
        """The finished process, with its text in stdout and stderr."""
        return subprocess.run(self.command(*arguments), input=typed, cwd=self.folder, text=True,
                              env=self.environment,
                              **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options})

    def start(self, *arguments):
        """The running process, typed to and read from by pipes, and what is seen of it."""
        process = subprocess.Popen(self.command(*arguments), cwd=self.folder, env=self.environment,
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT)
        return process, terminal.Shown(process.stdout.fileno())

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def leave(self):
        for folder in [self.home, *self.home.rglob("*")]:
            if folder.is_dir() and not folder.is_symlink():
                folder.chmod(0o700)
        shutil.rmtree(self.home)


class Terminal(terminal.Terminal):
    """A terminal of ROWS by COLUMNS in which PERSON runs the program."""

    def __init__(self, person, *arguments, rows=24, columns=80):
        super().__init__(person.command(*arguments), {**person.environment, "TERM": "xterm"},
                         person.folder, columns, rows)


# Somebody with the shipped pack, on the day after most of the scenarios' meetings.
SHIPPED = {"pack": None, "today": "2026-11-24", "language": "en"}


class Test(unittest.TestCase):
    """A test with a person, made of WHO, who leaves when it is over."""
    maxDiff = None
    who = {}

    def setUp(self):
        self.person = Person(**self.who)
        self.addCleanup(lambda: self.person.leave())

    def assert_ends(self, done, code, out=None, err=None):
        """DONE ended with CODE, and its output matches these patterns (None: anything)."""
        story = f"\n$ {' '.join(done.args)}\n{done.stdout}\n{done.stderr}"
        self.assertEqual(done.returncode, code, story)
        if out is not None:
            self.assertRegex(done.stdout, re.compile(out, re.S), story)
        if err is not None:
            self.assertRegex(done.stderr, re.compile(err, re.S), story)

    def assert_one_line(self, done, code, words):
        """DONE failed with CODE and said just WORDS, in one line."""
        self.assert_ends(done, code)
        self.assertEqual(done.stderr, words + "\n")


def main():
    unittest.main(argv=[sys.argv[0]])
