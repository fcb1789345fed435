# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program shows, waited for; and a program in a terminal of its own.

Nothing here sleeps: every wait is for words on the screen or for the end of the program. What was
seen is part of every failure.
"""

import fcntl
import os
import re
import select
import signal
import struct
import termios
import time

PATIENCE = 120

CONTROL = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]|\x07")
BLANKS = re.compile(r"[ \n\r\t]+")


def plain(raw):
    """What was shown, as words: without colours, line ends and repeated blanks."""
    text = raw.decode("utf-8", "replace")
    return BLANKS.sub(" ", CONTROL.sub("", text))


class Shown:
    """What comes from DESCRIPTOR, read as far as it is waited for."""

    def __init__(self, descriptor):
        self.descriptor = descriptor
        self.raw = b""
        self.at = 0  # of plain(raw): what was waited for so far

    def fail(self, reason):
        raise AssertionError("%s\n--- seen\n%s\n---" % (reason, self.raw.decode("utf-8", "replace")))

    def wait(self, until, *others):
        """Waits for more, or for one of the descriptors OTHERS. Those that have something."""
        left = until - time.monotonic()
        ready = select.select([self.descriptor, *others], [], [], max(left, 0))[0]
        if not ready:
            self.fail("nothing more was said")
        return ready

    def read(self, until):
        """Reads what there is; False at the end."""
        self.wait(until)
        try:
            more = os.read(self.descriptor, 65536)
        except OSError:  # a terminal whose other end is closed
            more = b""
        self.raw += more
        return bool(more)

    def read_all(self):
        until = time.monotonic() + PATIENCE
        while self.read(until):
            pass

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
                ended = not self.read(until)
            except AssertionError:
                self.fail("not shown: %r" % (texts,))
            if ended:
                self.fail("ended without: %r" % (texts,))

    def unseen(self, text):
        """Fails if TEXT was shown at all."""
        if BLANKS.sub(" ", text) in plain(self.raw):
            self.fail("shown: %r" % text)


class Terminal(Shown):
    """The program in a terminal of ROWS by COLUMNS."""

    def __init__(self, arguments, environment, folder, columns=80, rows=24):
        self.status = None
        self.master, self.slave = os.openpty()
        super().__init__(self.master)
        self.resize(columns, rows)
        self.found = termios.tcgetattr(self.slave)
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self.master)
            os.setsid()
            fcntl.ioctl(self.slave, termios.TIOCSCTTY, 0)
            for fd in (0, 1, 2):
                os.dup2(self.slave, fd)
            os.chdir(folder)
            os.execve(arguments[0], arguments, environment)

    def resize(self, columns, rows=24):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def type(self, keys):
        os.write(self.master, keys.encode() if isinstance(keys, str) else keys)

    def enter(self, line=""):
        self.type(line + "\r")

    def _leave(self):
        """Lets go of our end as the program's, so that its end is the end of what is shown."""
        if self.slave is not None:
            os.close(self.slave)
            self.slave = None

    def _wait_status(self):
        self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def end(self):
        """Waits for the program to end. Its exit status; a signal's number below zero."""
        if self.status is None:
            self._leave()
            self.read_all()
            self._wait_status()
        return self.status

    def rest(self):
        """All that is shown until the program ends, and its exit status."""
        self.end()
        self.close()
        return self.raw.decode("utf-8", "replace"), self.status

    def wait_gone(self):
        """Waits for the end without letting go of the terminal, so that it can be looked at."""
        until = time.monotonic() + PATIENCE
        process = os.pidfd_open(self.pid)
        while process not in self.wait(until, process):
            self.read(until)
        os.close(process)
        self._wait_status()
        while select.select([self.master], [], [], 0)[0]:
            self.read(until)
        return self.status

    def hang_up(self):
        """Closes the window, and waits until the program has noticed. Its exit status."""
        self._leave()
        os.close(self.master)
        self.master = None
        self._wait_status()
        return self.status

    def check_restored(self):
        """The terminal is as it was found. To be called while the program stands still or is gone."""
        now = termios.tcgetattr(self.slave)
        if now != self.found:
            self.fail("the terminal is not as it was found: %r %r" % (self.found[:4], now[:4]))
        pastes = re.findall(rb"\x1b\[\?2004([hl])", self.raw)
        if pastes and pastes[-1] != b"l":
            self.fail("bracketed paste was left on")

    def close(self):
        """Ends the program if it has not ended."""
        if self.status is None:
            try:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
            except (ProcessLookupError, ChildProcessError):
                pass
        for fd in (self.master, self.slave):
            if fd is not None:
                os.close(fd)
        self.master = self.slave = None
