# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at the command line: a home of their own, and the program started in it."""
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import fcntl
import time
import unittest

SOURCE = pathlib.Path(os.environ["SOURCE"])
REBOND = os.environ["REBOND"]
OUTAGE = SOURCE / "tests/packs/outage"
PATIENCE = 30  # seconds for something that takes a hundredth of one


class Person:
    """Runs the program in a folder of their own, with the outage pack and a fixed day."""

    def __init__(self, pack=OUTAGE, today="2026-11-20", **environment):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="rebond-"))
        self.folder = self.home / "here"
        self.folder.mkdir()
        self.pack = pack
        self.today = today
        self.environment = {
            **{name: value for name, value in os.environ.items()
               if name.startswith(("ASAN", "UBSAN", "LSAN")) or name in ("PATH", "LC_ALL", "TZ")},
            "HOME": str(self.home), "TERM": "dumb", "INPUTRC": "/dev/null", "LANGUAGE": "",
            **environment}
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
                              env=self.environment, timeout=PATIENCE,
                              **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options})

    def start(self, *arguments):
        """The running process, typed to and read from by pipes, and what is seen of it."""
        process = subprocess.Popen(self.command(*arguments), cwd=self.folder, env=self.environment,
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT)
        return process, Seen(process.stdout)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def leave(self):
        for folder in [self.home, *self.home.rglob("*")]:
            if folder.is_dir() and not folder.is_symlink():
                folder.chmod(0o700)
        shutil.rmtree(self.home)


class Seen:
    """What comes from the program, read as far as it is waited for."""

    def __init__(self, stream):
        self.stream = stream
        self.ahead = b""

    def more(self, end):
        """Reads what is there; false at the end of it all. Fails when the moment END has come."""
        ready, _, _ = select.select([self.stream], [], [], max(0, end - time.monotonic()))
        if not ready:
            raise AssertionError(f"waited too long, saw:\n{self.ahead.decode(errors='replace')}")
        try:
            more = os.read(self.stream.fileno(), 65536)
        except OSError:  # a terminal whose other end is closed
            more = b""
        self.ahead += more
        return bool(more)

    def wait_for(self, words):
        """Reads up to WORDS and gives all before them; without a guess at how long it takes."""
        wanted = words.encode()
        end = time.monotonic() + PATIENCE
        while wanted not in self.ahead:
            if not self.more(end):
                raise AssertionError(
                    f"it ended before {words!r}, saw:\n{self.ahead.decode(errors='replace')}")
        before, _, self.ahead = self.ahead.partition(wanted)
        return before.decode(errors="replace")

    def rest(self):
        """All that comes to the end."""
        end = time.monotonic() + PATIENCE
        while self.more(end):
            pass
        return self.ahead.decode(errors="replace")


class Terminal:
    """A terminal of ROWS by COLUMNS in which PERSON runs the program."""

    def __init__(self, person, *arguments, rows=24, columns=80):
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.chdir(person.folder)
            line = person.command(*arguments)
            os.execve(line[0], line, {**person.environment, "TERM": "xterm"})
        self.stream = os.fdopen(self.master, "rb", buffering=0)
        self.seen = Seen(self.stream)

    def type(self, text):
        os.write(self.master, text.encode())

    def wait_for(self, words):
        return self.seen.wait_for(words)

    def close(self):
        """Closes the window, and waits until the program has noticed."""
        self.stream.close()
        os.waitpid(self.pid, 0)

    def rest(self):
        """What comes until the program ends, and its exit code."""
        text = self.seen.rest()
        _, status = os.waitpid(self.pid, 0)
        self.stream.close()
        return text, os.waitstatus_to_exitcode(status)


class Test(unittest.TestCase):
    """A test with a person, who leaves when it is over."""
    maxDiff = None

    def setUp(self):
        self.person = Person()
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
