# SPDX-License-Identifier: GPL-3.0-or-later
"""A debrief that is broken off, in every way there is, goes on where it stood."""
import re
import signal

from support.person import Terminal, Test, main

# The way through the outage pack: what is asked, and what is typed.
ANSWERS = [
    ("Which office", "1"), ("Which service", "The archive"), ("On which day", "yesterday"),
    ("How much did users", "4"), ("How are you", "2"), ("Is it mended", "2"),
    ("Who noticed", "2"), ("How long", "95"), ("What had a part", "1,3"),
    ("Which of these came first", "1"), ("At what time", "14:30"),
    ("Did something surprise", "yes"), ("What was it", "Nobody had the key"),
    ("Did something surprise", "no"),
]
TYPED = "".join(answer + "\n" for _, answer in ANSWERS)


class Resume(Test):
    def export(self):
        done = self.person.run("export", "--private")
        self.assert_ends(done, 0, err="^$")
        return re.sub(' id="[^"]*"', "", done.stdout, count=1)

    def whole(self):
        """What a debrief without a break would tell."""
        self.assert_ends(self.person.run("new", typed=TYPED + "\n"), 0)
        told = self.export()
        self.assert_ends(self.person.run("delete", "1", "--force"), 0)
        return told

    def go_on(self, count):
        """Answers COUNT of what is left, one prompt after the other, then is killed."""
        process, seen = self.person.start("resume" if self.told else "new")
        for question, answer in ANSWERS[self.told:self.told + count]:
            seen.expect(question)
            seen.expect("Your answer: ")
            process.stdin.write(answer.encode() + b"\n")
            process.stdin.flush()
        self.told += count
        if self.told < len(ANSWERS):
            seen.expect(ANSWERS[self.told][0])
        process.kill()
        process.communicate()
        self.assertEqual(process.returncode, -signal.SIGKILL)

    def test_killed(self):
        told = self.whole()
        self.told = 0
        for count in (1, 3, 4, 2, 3):
            self.go_on(count)
        left = "".join(answer + "\n" for _, answer in ANSWERS[self.told:])
        self.assert_ends(self.person.run("resume", typed=left + "\n"), 0)
        self.assertEqual(self.export(), told)

    def test_input_that_ends(self):
        told = self.whole()
        done = self.person.run("new", typed="1\nThe archive\n")
        self.assert_ends(done, 1, err=r"^rebond: the input ended before 'Day' was answered\n$")
        rest = "".join(answer + "\n" for _, answer in ANSWERS[2:])
        self.assert_ends(self.person.run("resume", typed=rest + "\n"), 0)
        self.assertEqual(self.export(), told)

    def test_ctrl_c_ctrl_d_and_a_closed_terminal(self):
        told = self.whole()
        endings = [("\x03", 130), ("\x04", 0), (None, None), (":quit\r", 0), (":hide\r", 0)]
        for index, (keys, code) in enumerate(endings):
            terminal = Terminal(self.person, "resume" if index else "new")
            for question, answer in ANSWERS[2 * index:2 * index + 2]:
                terminal.expect(question)
                terminal.expect("> ")
                terminal.type(answer + "\r")
            terminal.expect(ANSWERS[2 * index + 2][0])
            terminal.expect("> ")
            if keys is None:
                terminal.hang_up()
            else:
                if keys == "\x03":
                    terminal.type(keys)
                    terminal.expect("> ")
                terminal.type(keys)
                self.assertEqual(terminal.rest()[1], code)
        rest = "".join(answer + "\n" for _, answer in ANSWERS[10:])
        self.assert_ends(self.person.run("resume", typed=rest + "\n"), 0)
        self.assertEqual(self.export(), told)

    def test_asked_which(self):
        self.assert_ends(self.person.run("new", typed="1\nThe archive\n"), 1)
        self.person.today = "2026-11-21"
        self.assert_ends(self.person.run("new", typed=TYPED + "\n"), 0)
        done = self.person.run(typed="9\n:quit\n")
        self.assert_ends(done, 0, out="^What would you like to do.\n"
                         r"2: Bring news: The archive, .*20 November\b.*begun .*21\s+Nov.*"
                         "1: Go on: The archive, one day .begun .*20 November 2026.\n"
                         "0: Begin anew\n.*Please type one of these numbers, or :quit")
        done = self.person.run(typed="go\nyesterday\n:quit\n")
        self.assert_ends(done, 0, out="On which day did it begin.*How much did users notice")
        self.assert_ends(self.person.run(typed=""), 1, err="^rebond: the input ended before")

    def test_begins_when_there_is_nothing_to_go_on_with(self):
        done = self.person.run(typed=":quit\n")
        self.assert_ends(done, 0, out=r"^After an outage\n\n.*Nothing leaves this\scomputer.*:quit")
        self.assert_ends(self.person.run("list"), 0, out="^No debrief yet")

    def test_remembered(self):
        """What is remembered in silence is not asked again, and is kept with the rest."""
        self.assert_ends(self.person.run("new", typed=TYPED + "\n"), 0)
        done = self.person.run("new", typed="\nyesterday\n:quit\n")
        self.assert_ends(done, 0, out="The archive.*as last time")
        self.assertNotIn("Which office", done.stdout)
        self.assertRegex(self.export(), '<answer of="office">PAR</answer>\n'
                         '  <answer of="service">The archive</answer>')

    def test_no_journal(self):
        done = self.person.run("new", "--no-journal", typed=TYPED + "\n")
        self.assert_ends(done, 0, out="nothing is kept.*plan of Friday 20.*copy what you want to have")
        self.assertFalse(self.person.journal.parent.exists())
        self.assertEqual(list(self.person.folder.glob("rebond-*")), [])


main()
