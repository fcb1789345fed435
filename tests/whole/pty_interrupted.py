# SPDX-License-Identifier: GPL-3.0-or-later
"""Conversations that are broken off, in every way a terminal knows: nothing is lost, and the
terminal is left as it was found."""

import os
import shlex
import signal
import sys

from support.person import REBOND, SOURCE, pinned
from support.talk import TODAY, Talking, main
from support.terminal import CONTROL, Terminal
from support.tmux import Screen

GOES_ON = "Altaïr"


class Interrupted(Talking):
    def begin(self, talk, **options):
        terminal = talk.start(**options)
        talk.go_to(terminal, "firm")
        terminal.enter(GOES_ON)
        terminal.expect(talk.text("day"))
        terminal.expect("> ")
        return terminal

    def check_goes_on(self, talk):
        """The answer is there, and the next conversation asks the next question."""
        terminal = talk.start("resume")
        terminal.expect(talk.text("day"))
        terminal.expect("> ")
        terminal.unseen(talk.text("firm"))
        terminal.enter(":quit")
        terminal.end()
        self.assertEqual(talk.answers()["firm"], GOES_ON)

    def test_interrupt_clears_the_line_then_leaves(self):
        message = "Ctrl-C again leaves; everything so far is saved"

        def conversation(talk):
            terminal = self.begin(talk)
            terminal.type("zut\x03")
            terminal.expect(talk.say(message))
            terminal.expect("> ")
            terminal.enter(":help")  # no longer in a row
            terminal.expect("> ")
            terminal.type("\x03")
            terminal.expect(talk.say(message))
            terminal.expect("> ")
            terminal.type("\x03")
            self.assertEqual(terminal.wait_gone(), 130)
            terminal.check_restored()
            self.check_goes_on(talk)

        self.in_each_language(conversation)

    def test_line_after_an_interrupt_is_whole(self):
        def conversation(talk):
            terminal = self.begin(talk)
            terminal.type("12/0\x03")
            terminal.expect("> ")
            terminal.enter("2026-11-12")
            terminal.expect("→ ")
            terminal.expect(talk.text("late"))
            terminal.enter(":quit")
            terminal.end()
            self.assertEqual(talk.answers()["day"], "2026-11-12")

        self.in_each_language(conversation)

    def test_end_of_input_saves_and_stops(self):
        def conversation(talk):
            terminal = self.begin(talk)
            terminal.type("\x04")
            self.assertEqual(terminal.wait_gone(), 0)
            terminal.check_restored()
            self.check_goes_on(talk)

        self.in_each_language(conversation)

    def test_quit_saves_and_stops(self):
        def conversation(talk):
            terminal = self.begin(talk)
            terminal.enter(talk.words(":quit"))
            terminal.expect(talk.say("everything is saved; 'rebond' goes on from here"))
            self.assertEqual(terminal.wait_gone(), 0)
            terminal.check_restored()
            self.check_goes_on(talk)

        self.in_each_language(conversation)

    def test_signals_that_end_a_program(self):
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
            with self.subTest(signal=number):
                self.ended_by(number)

    def ended_by(self, number):
        def conversation(talk):
            terminal = self.begin(talk)
            terminal.type("half")
            terminal.expect("half")
            os.kill(terminal.pid, number)
            self.assertEqual(terminal.wait_gone(), 130)
            terminal.check_restored()
            self.check_goes_on(talk)

        self.in_each_language(conversation)

    def test_killed(self):
        def conversation(talk):
            terminal = self.begin(talk)
            os.kill(terminal.pid, signal.SIGKILL)
            self.assertEqual(terminal.wait_gone(), -signal.SIGKILL)
            self.check_goes_on(talk)

        self.in_each_language(conversation)

    def test_window_closed(self):
        def conversation(talk):
            terminal = self.begin(talk)
            self.assertGreaterEqual(terminal.hang_up(), 0)  # it ended by itself
            self.check_goes_on(talk)

        self.in_each_language(conversation)

    def test_hidden(self):
        def conversation(talk):
            terminal = self.begin(talk)
            terminal.enter(talk.words(":hide"))
            self.assertEqual(terminal.wait_gone(), 0)
            terminal.check_restored()
            self.assertTrue(terminal.raw.rstrip().endswith(b"\x1b[H\x1b[2J\x1b[3J"),
                            terminal.raw[-80:])
            self.check_goes_on(talk)

        self.in_each_language(conversation)

    def test_resized_while_typing(self):
        def conversation(talk):
            terminal = self.begin(talk)
            terminal.type("2026-11")
            terminal.expect("2026-11")
            terminal.resize(40)
            terminal.type("-12")
            terminal.expect("-12")
            terminal.enter()
            terminal.expect("→ ")
            terminal.expect(talk.text("late"))
            terminal.expect("> ")
            terminal.enter("?")
            terminal.expect(talk.words(":quit"))
            terminal.expect("> ")
            after = plain_lines(terminal.raw.split(b"-12", 1)[1])
            self.assertLessEqual(max(len(line) for line in after), 40, after)
            terminal.enter(":quit")
            terminal.end()
            self.assertEqual(talk.answers()["day"], "2026-11-12")

        self.in_each_language(conversation)

    def test_resized_below_a_question(self):
        """Whatever the width becomes, what stands above a line of several rows stays there."""

        def conversation(talk):
            command = shlex.join([REBOND, "new", "--content", talk.pack, "--today", TODAY])
            screen = Screen(command, pinned(self.home, talk.language, TERM="screen"), self.home, 40)
            self.open.append(screen)
            screen.wait_prompt()
            typed = "-".join("%02d" % number for number in range(60))
            screen.type(typed)
            for columns, more in ((100, "."), (60, ","), (90, "!")):
                screen.wait(lambda lines: typed in "".join(lines))
                screen.resize(columns)
                screen.type(more)
                typed += more
            screen.wait(lambda lines: typed in "".join(lines))
            screen.enter()
            screen.wait(lambda lines: any(talk.text("firm") in line for line in lines))
            self.assertIn(talk.text("mood"), "\n".join(screen.look()))
            screen.wait_prompt()
            screen.enter(":quit")
            screen.end()
            self.assertEqual(talk.run("export", "--private").stdout.count(typed), 1)

        self.in_each_language(conversation)

    def test_stopped_and_continued(self):
        def conversation(talk):
            with Shell(self, talk) as terminal:
                talk.go_to(terminal, "firm")
                terminal.type("Alt")
                terminal.expect("Alt")
                terminal.type("\x1a")
                terminal.expect("[stopped]")
                terminal.check_restored()
                terminal.enter("fg")  # the shell waits for a line
                terminal.expect("> Alt")
                terminal.enter("aïr")
                terminal.expect(talk.text("day"))
                terminal.expect("> ")
                terminal.enter(":quit")
                terminal.expect("[ended 0]")
            self.assertEqual(talk.answers()["firm"], "Altaïr")

        self.in_each_language(conversation)

    def test_interrupt_in_words_only(self):
        def conversation(talk):
            terminal = talk.start(ACCESSIBLE="1")
            terminal.expect(talk.text("mood"))
            terminal.expect(talk.words("Your answer: ").strip())
            terminal.type("zut\x03")
            terminal.expect(talk.say("Ctrl-C again leaves; everything so far is saved"))
            terminal.expect(talk.words("Your answer: ").strip())
            terminal.type("\x03")
            self.assertEqual(terminal.wait_gone(), 130)
            terminal.check_restored()

        self.in_each_language(conversation)


def plain_lines(raw):
    """Lines as shown, without colours."""
    return CONTROL.sub("", raw.decode("utf-8", "replace")).replace("\r", "").split("\n")


class Shell:
    """The program as the job of a small shell, so that it can be stopped and continued."""

    def __init__(self, test, talk):
        command = [REBOND, "new", "--content", talk.pack, "--today", TODAY]
        shell = os.path.join(SOURCE, "tests", "whole", "support", "job.py")
        self.terminal = Terminal([sys.executable, shell, *command],
                                 pinned(test.home, talk.language), test.home)
        test.open.append(self.terminal)

    def __enter__(self):
        return self.terminal

    def __exit__(self, *error):
        if error[0] is None:
            self.terminal.end()


if __name__ == "__main__":
    main()
