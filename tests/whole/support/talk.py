# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at a terminal: runs the program in a pseudo-terminal, waits for what it says, types.

Nothing here sleeps: every wait is for words on the screen or for the end of the program. What was
seen is part of every failure.
"""

import fcntl
import gettext
import os
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
import time
import unittest

SOURCE = os.environ["SOURCE"]
BUILD = os.environ["BUILD"]
REBOND = os.environ["REBOND"]
TODAY = "2026-11-23"  # a Monday
LANGUAGES = ("fr", "en")

PATIENCE = 60  # seconds until a wait has failed

CONTROL = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]|\x07")
BLANKS = re.compile(r"[ \n\r\t]+")


def plain(raw):
    """What was shown, as words: without colours, line ends and repeated blanks."""
    text = raw.decode("utf-8", "replace")
    return BLANKS.sub(" ", CONTROL.sub("", text))


class Words:
    """The program's messages in one language."""

    def __init__(self, language):
        folder = os.path.join(BUILD, "share", "locale")
        self.catalogue = gettext.translation("rebond", folder, [language], fallback=language == "en")

    def __call__(self, message, *values):
        """The message with {1}… filled."""
        text = self.catalogue.gettext(message)
        for i, value in enumerate(values):
            text = text.replace("{%d}" % (i + 1), value)
        return text

    def said(self, message, *values):
        """The message as a sentence: with a capital and a full stop."""
        text = self(message, *values)
        text = text[0].upper() + text[1:]
        return text if text[-1] in ".!?:…" else text + "."


def pinned(home, language, **more):
    """The environment: nothing leaks in but what runs the program."""
    kept = {name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "PATH")
            if name in os.environ}
    kept.update(HOME=home, XDG_DATA_HOME=os.path.join(home, "data"),
                XDG_CONFIG_HOME=os.path.join(home, "config"), XDG_RUNTIME_DIR=home, TMPDIR=home,
                LC_ALL="C.UTF-8", LANGUAGE=language, TZ="UTC", TERM="xterm", INPUTRC="/dev/null", PAGER="cat")
    kept.update(more)
    return kept


class Terminal:
    """The program in a terminal of its own."""

    def __init__(self, arguments, environment, folder, columns=80, rows=24):
        self.raw = b""
        self.at = 0  # of plain(raw): what was waited for so far
        self.status = None
        self.master, slave = os.openpty()
        self.slave = slave
        self.resize(columns, rows)
        self.found = termios.tcgetattr(slave)
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self.master)
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for fd in (0, 1, 2):
                os.dup2(slave, fd)
            os.chdir(folder)
            os.execve(arguments[0], arguments, environment)

    def resize(self, columns, rows=24):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def fail(self, reason):
        raise AssertionError("%s\n--- seen\n%s\n---" % (reason, self.raw.decode("utf-8", "replace")))

    def _read(self, until):
        """Reads what there is; False at the end."""
        left = until - time.monotonic()
        if left <= 0 or not select.select([self.master], [], [], left)[0]:
            self.fail("nothing more was said")
        try:
            more = os.read(self.master, 65536)
        except OSError:
            more = b""
        self.raw += more
        return bool(more)

    def expect(self, *texts):
        """Waits until one of TEXTS is shown, after what was waited for before. Its index."""
        wanted = [BLANKS.sub(" ", text) for text in texts]
        until = time.monotonic() + PATIENCE
        while True:
            shown = plain(self.raw)
            found = [(shown.find(text, self.at), i) for i, text in enumerate(wanted)]
            found = [place for place in found if place[0] >= 0]
            if found:
                start, index = min(found)
                self.at = start + len(wanted[index])
                return index
            try:
                ended = not self._read(until)
            except AssertionError:
                self.fail("not shown: %r" % (texts,))
            if ended:
                self.fail("ended without: %r" % (texts,))

    def unseen(self, text):
        """Fails if TEXT was shown at all."""
        if BLANKS.sub(" ", text) in plain(self.raw):
            self.fail("shown: %r" % text)

    def type(self, keys):
        os.write(self.master, keys.encode() if isinstance(keys, str) else keys)

    def enter(self, line=""):
        self.type(line + "\r")

    def end(self):
        """Waits for the program to end. Its exit status; a signal's number below zero."""
        if self.status is None:
            until = time.monotonic() + PATIENCE
            if self.slave is not None:
                os.close(self.slave)
                self.slave = None
            while self._read(until):
                pass
            self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self.status

    def check_restored(self):
        """The terminal is as it was found. To be called while the program stands still or is gone."""
        now = termios.tcgetattr(self.slave)
        if now != self.found:
            self.fail("the terminal is not as it was found: %r %r" % (self.found[:4], now[:4]))
        pastes = re.findall(rb"\x1b\[\?2004([hl])", self.raw)
        if pastes and pastes[-1] != b"l":
            self.fail("bracketed paste was left on")

    def wait_gone(self):
        """Waits for the end without closing the terminal, so that its settings can be looked at."""
        until = time.monotonic() + PATIENCE
        while self.status is None:
            if select.select([self.master], [], [], 0.05)[0]:
                self._read(until)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > until:
                self.fail("did not end")
        while select.select([self.master], [], [], 0)[0]:
            self._read(until)
        return self.status

    def close(self):
        if self.status is None:
            try:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
            except (ProcessLookupError, ChildProcessError):
                pass
        for fd in (self.master, self.slave):
            if fd is not None:
                try:
                    os.close(fd)
                except OSError:
                    pass


class Talking(unittest.TestCase):
    """A test with a home of its own, and a pack in the language of the person."""

    maxDiff = None

    def check_golden(self, name, text):
        """TEXT is as the file NAME in transcripts/; UPDATE_GOLDEN=1 makes the file say so."""
        path = os.path.join(SOURCE, "tests", "whole", "transcripts", name)
        if os.environ.get("UPDATE_GOLDEN"):
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        with open(path, encoding="utf-8") as file:
            self.assertEqual(text, file.read(), "UPDATE_GOLDEN=1 accepts the change")

    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="rebond-")
        self.open = []

    def tearDown(self):
        for terminal in self.open:
            terminal.close()
        shutil.rmtree(self.home, ignore_errors=True)

    def in_each_language(self, conversation):
        """Runs CONVERSATION(talk) in each language, each time in a new home."""
        for language in LANGUAGES:
            with self.subTest(language=language):
                self.tearDown()
                self.setUp()
                conversation(Talk(self, language))


class Talk:
    """One person's conversations: a language, a home, a pack."""

    def __init__(self, test, language):
        from support import pack
        self.test = test
        self.language = language
        self.words = Words(language)
        self.say = self.words.said
        self.pack = pack.write(test.home, language)
        self.text = pack.Text(language)

    def start(self, *arguments, today=TODAY, columns=80, rows=24, **environment):
        command = [REBOND, *(arguments or ("new",)), "--content", self.pack, "--today", today]
        terminal = Terminal(command, pinned(self.test.home, self.language, **environment),
                            self.test.home, columns, rows)
        self.test.open.append(terminal)
        return terminal

    def run(self, *arguments, **options):
        """Runs the program without a terminal; its completed process."""
        command = [REBOND, *arguments, "--content", self.pack, "--today", TODAY]
        environment = pinned(self.test.home, self.language, **options.pop("environment", {}))
        return subprocess.run(command, env=environment, cwd=self.test.home, encoding="utf-8",
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=PATIENCE,
                              **options)

    def go_to(self, terminal, question):
        """Presses Enter until QUESTION is asked, giving the one answer that is required."""
        t = self.text
        prompts = [t(name) for name in self.order]
        wanted = prompts.index(t(question))
        while True:
            asked = terminal.expect(*prompts[: wanted + 1])
            terminal.expect("> ")
            if asked == wanted:
                return
            terminal.enter()

    order = ("mood", "firm", "day", "late", "topics", "ease", "hour", "pay", "story", "last")

    def answers(self):
        """The answers on disk, by question: the latest debrief's export."""
        exported = self.run("export")
        found = re.findall(r'<answer of="([a-z-]+)"[^>]*>(.*?)</answer>', exported.stdout, re.S)
        return {name: re.sub(r"</value>\s*<value>", "+", re.sub(r"^\s*<value>|</value>\s*$", "", value))
                for name, value in found}


def main():
    unittest.main(verbosity=2, buffer=False, argv=[sys.argv[0]])
