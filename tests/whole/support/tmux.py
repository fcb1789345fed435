# SPDX-License-Identifier: GPL-3.0-or-later
"""A terminal that can be looked at: tmux, told what to do and telling what happens (control mode)."""

import os
import re
import select
import subprocess
import time

from support.terminal import PATIENCE

PROMPT = re.compile(r"^[>|]( |$)")


class Screen:
    """The program in a tmux of its own."""

    def __init__(self, command, environment, folder, columns, rows=24):
        self.base = ["tmux", "-S", os.path.join(folder, "tmux"), "-f", "/dev/null"]
        self.environment = environment
        self.prompts = 0
        self.pending = b""
        self._do("set-option", "-g", "history-limit", "5000", ";",
                 "new-session", "-d", "-x", str(columns), "-y", str(rows), "-c", folder,
                 "cat", ";", "set-option", "window-size", "manual")
        self.control = subprocess.Popen(self.base + ["-C", "attach"], env=environment,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        # In place of cat, once somebody looks.
        command += "; echo '[ended]'; exec cat"
        self._order("respawn-pane -k '%s'" % command.replace("'", "'\\''"))

    def _do(self, *arguments):
        subprocess.run(self.base + ["start-server", ";"] + list(arguments), env=self.environment,
                       check=True, timeout=PATIENCE)

    def _line(self, until):
        """The next line that tmux tells."""
        while b"\n" not in self.pending:
            left = until - time.monotonic()
            if left <= 0 or not select.select([self.control.stdout], [], [], left)[0]:
                raise AssertionError("nothing happened\n--- seen\n%s\n---" % self.last)
            more = os.read(self.control.stdout.fileno(), 65536)
            if not more:
                raise AssertionError("tmux ended\n--- seen\n%s\n---" % self.last)
            self.pending += more
        line, self.pending = self.pending.split(b"\n", 1)
        return line.decode("utf-8", "replace")

    last = ""

    def _order(self, order):
        """What tmux answers to ORDER."""
        self.control.stdin.write(order.encode() + b"\n")
        self.control.stdin.flush()
        until = time.monotonic() + PATIENCE
        answer = None
        while True:
            line = self._line(until)
            if line.startswith("%begin"):
                answer = []
            elif line.startswith(("%end", "%error")):
                # The answer to the attaching itself comes first, and is empty.
                if answer or not order.startswith("capture"):
                    return answer
            elif answer is not None:
                answer.append(line)

    def look(self):
        """All that was shown and is shown, as lines."""
        lines = self._order("capture-pane -p -S - -E -")
        while lines and not lines[-1].strip():
            lines.pop()
        self.last = "\n".join(lines)
        return lines

    def wait(self, wanted):
        """Waits until WANTED(lines) holds."""
        until = time.monotonic() + PATIENCE
        while not wanted(self.look()):
            line = self._line(until)
            while not line.startswith(("%output", "%exit")):
                line = self._line(until)

    def wait_prompt(self):
        """Waits for one more line that can be typed in."""
        self.prompts += 1
        self.wait(lambda lines: lines and PROMPT.match(lines[-1]) and
                  sum(bool(PROMPT.match(line)) for line in lines) >= self.prompts)

    def type(self, text):
        self._order("send-keys -l -- '%s'" % text.replace("'", "'\\''"))

    def enter(self, text=""):
        if text:
            self.type(text)
        self._order("send-keys Enter")

    def resize(self, columns, rows=24):
        """Wraps what is shown anew, as most terminals do."""
        self._order("resize-window -x %d -y %d" % (columns, rows))

    def end(self):
        """Waits for the program to end."""
        self.wait(lambda lines: "[ended]" in lines)

    def close(self):
        # tmux does not end before all was read that it has to tell.
        self.control.stdin.close()
        self.control.stdout.close()
        self.control.wait(PATIENCE)
        subprocess.run(self.base + ["kill-server"], env=self.environment, timeout=PATIENCE,
                       stderr=subprocess.DEVNULL)
