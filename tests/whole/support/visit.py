# SPDX-License-Identifier: GPL-3.0-or-later
"""A conversation in words alone, answered by what is asked, not by when."""

import re
import time

from support.terminal import PATIENCE

PROMPT = re.compile(r"(?:^|\n)(?:Your answer: |Number [^\n]*: |On which day\? \([^\n]*\) )$")
# Where the question ends, and the options begin or what can be typed.
BELOW = re.compile(r"^(?:\d+: |You can type|Enter alone|Yes, no, the day|Your answer|For example|Blank|The last question|"
                   r"Between \d+|\d+ questions? left)")

CHANGED = re.compile("New since last time: |No longer to be done: |On another day: |Since last time, ")

MOST = 60  # more is asked of nobody


def question(said):
    """What is asked last in SAID: its first lines, as one."""
    lines = []
    for line in said.rpartition("\n\n")[2].strip("\n").splitlines():
        if BELOW.match(line):
            break
        lines.append(line)
    return " ".join(lines)


class Visit:
    """PERSON runs WORDS. Where what is asked begins with a key of ANSWERS, its value is typed, once;
    Enter everywhere else. `greeting` is what is said before the first question, `asked` has each question
    with what was typed, `ending` is what is said behind the last prompt, `left` has the answers that nothing asked
    for, `code` is the exit code."""

    def __init__(self, person, words, answers):
        self.left = dict(answers)
        self.asked = []
        self.greeting = ""
        process, seen = person.start(*words)
        at = 0
        while seen.read(time.monotonic() + PATIENCE):
            said = seen.raw.decode("utf-8", "replace")[at:]
            if PROMPT.search(said):
                at += len(said)
                if len(self.asked) == MOST:
                    process.kill()
                    seen.fail("asked for ever")
                if not self.asked:
                    self.greeting = said.rpartition("\n\n")[0] + "\n" if "\n\n" in said else ""
                process.stdin.write((self._answer(question(said)) + "\n").encode())
                process.stdin.flush()
        self.ending = seen.raw.decode("utf-8", "replace")[at:].lstrip("\n")
        process.stdin.close()
        process.stdout.close()
        self.code = process.wait()

    def changed(self):
        """What is new, fell away or moved since last time: the lines below the plan's title, if they say so."""
        _, _, below = self.ending.partition("\n\n")
        lines = below.partition("\n\n")[0]
        return lines if CHANGED.match(lines) else ""

    def _answer(self, asked):
        key = next((key for key in self.left if asked.startswith(key)), None)
        typed = self.left.pop(key) if key else ""
        self.asked.append((asked, typed))
        return typed
