# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done with debriefs once they are told: listed, ticked, written, passed on, wiped."""
import fcntl
import json
import os
import pathlib
import re
import resource
import shutil
import socket
import subprocess
import termios

from support.person import OUTAGE, SOURCE, Person, Terminal, Test, main
from support.terminal import CONTROL

ROOT = '<example xmlns="urn:rebond:content:1" title="t" today="{0}" given="{0}">\n{1}\n</example>\n'
TOLD = """  <answer of="office">PAR</answer>
  <answer of="service">{0}</answer>
  <answer of="day">2026-11-19</answer>
  <answer of="impact">4</answer>
  <answer of="mood">2</answer>
  <answer of="state">patched</answer>
  <answer of="found-by">users</answer>
  <answer of="minutes">95</answer>
  <answer of="causes"><value>change</value><value>supplier</value></answer>
  <answer of="main-cause">change</answer>
  <answer of="change-time">14:30</answer>
  <item of="surprises"><answer of="surprise">Nobody had the key</answer></item>"""


def has_read(process, pipe):
    """Whether it has read all that is in the PIPE, and waits for more or has ended."""
    left = fcntl.ioctl(pipe, termios.FIONREAD, bytes(4))
    state = pathlib.Path(f"/proc/{process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    return not any(left) and state in "SZ"


class Debriefs(Test):
    def tell(self, service, day="2026-11-20"):
        file = self.person.write("told.xml", ROOT.format(day, TOLD.format(service)))
        done = self.person.run("import", file)
        self.assert_ends(done, 0, out=r"^This is debrief \d+; ", err="^$")

    def tell_of(self, service, day, *changes):
        """A debrief of what happened on DAY, told with CHANGES (old, new)."""
        told = TOLD.format(service).replace(">2026-11-19<", ">%s<" % day)
        for old, new in changes:
            told = re.sub(old, new, told)
        file = self.person.write("told.xml", ROOT.format(day, told))
        self.assert_ends(self.person.run("import", file), 0, err="^$")

    def test_list_and_agenda(self):
        self.tell("The archive")
        self.tell("The gate")
        done = self.person.run("list")
        self.assert_ends(done, 0, out=r"^  2  The gate, .* \(begun Friday 20 November 2026\)\n"
                         r"     Friday 20 November: Tell the users what happened\n"
                         r"  1  The archive, .*\n     Friday 20 November: Tell")
        done = self.person.run("agenda")
        self.assertRegex(done.stdout, re.compile(
            r"^Friday 20 November 2026\n  Tell the users what happened; The gate, [^;]* \(debrief\s+2\);\s+10\s+am\n"
            r"  Tell the users what happened; The archive, [^;]* \(debrief\s+1\);\s+10\s+am\n"
            r"Tuesday 24 November 2026\n  Sit down .*Without a date\n  Go home in time", re.S))

    def test_a_day_that_heads_a_list_has_a_capital(self):
        french = Person(pack=None, today="2026-11-25", language="fr")
        self.addCleanup(french.leave)
        self.assert_ends(french.run("import", SOURCE / "content/examples/about-a-friend-in-confidence.xml"), 0)
        self.assertRegex(french.run("agenda").stdout, r"^[A-Z][a-z]+di \d+ novembre 2026\n  ")

    def test_list_of_what_is_not_finished(self):
        """The next date stands there as soon as there is one."""
        self.person.run("new", typed="1\nThe archive\n")
        self.assert_ends(self.person.run("list"), 0, out=r"\n     \d+ questions still open\n$")
        self.person.run("resume", typed="yesterday\n4\n\n")
        self.assert_ends(self.person.run("list"), 0,
                         out=r"\n     Friday 20 November: Tell[^;]*; \d+\s+questions\s+still\s+open\n$")

    def test_late(self):
        self.tell("The archive")
        self.person.today = "2026-11-24"
        self.assertRegex(self.person.run("agenda").stdout, r"(?s)^Tuesday 24 November 2026\n"
                         r"  Tell the users [^;]*; [^;]*;\s+10\s+am;\s+late\n")
        self.assertIn("This was due on Friday 20\xa0November;", self.person.run("plan").stdout)

    def test_late_from_the_start(self):
        """A day that had passed before the debrief began was never planned, and is not held up."""
        self.person.today = "2026-11-23"
        self.tell("The archive", self.person.today)
        agenda = self.person.run("agenda").stdout
        self.assertRegex(agenda, r"^Monday 23 November 2026\n  Tell the users ")
        self.assertNotIn("late", agenda)
        self.assertNotIn("due on", self.person.run("plan").stdout)

    def test_done(self):
        self.tell("The archive")
        self.assert_one_line(
            self.person.run("done"), 2, "rebond: which action? There are tell (Tell the users what "
            "happened), review (Sit down with those who were there) and rest (Go home in time today)")
        self.assert_ends(self.person.run("done", "tell", "go home"), 0,
                         out=r"^Done on Friday 20 November 2026: Tell the users what happened \(The archive, [^)]*\)\n"
                         r"Done on Friday 20 November 2026: Go home in time today \(The archive, [^)]*\)\n$")
        self.assertNotIn("Tell the users", self.person.run("agenda").stdout)
        self.assert_one_line(self.person.run("done", "1", "tell"), 2, "rebond: done already on Friday "
                             "20 November 2026: Tell the users what happened")
        self.assert_ends(self.person.run("done", "1", "rest", "--undo"), 0,
                         out=r"^To be done again: Go home in time today \(The archive, [^)]*\)\n$")
        self.assertIn("Go home in time", self.person.run("agenda").stdout)

    def test_no_line_is_wider_than_the_screen(self):
        self.tell("The archive")
        words = (["resume", "1"], [], ["list"], ["agenda"], ["plan"], ["done", "1", "tell"],
                 ["done", "1", "--undo", "tell"], ["move", "1", "tell", "next week"])
        for line in words:
            terminal = Terminal(self.person, *line, columns=20)
            if line in ([], ["resume", "1"]):
                terminal.expect("Number (Enter means" if not line else "last question")
                terminal.type(":quit\r")
            said = CONTROL.sub("", terminal.rest()[0]).replace("\r", "")
            self.assertEqual([each for each in said.split("\n") if len(each) > 20 and ":quit" not in each], [], line)

    def test_done_of_the_debrief_that_has_it(self):
        """Which debrief is never chosen in silence."""
        self.tell("The archive")
        self.tell("The gate")
        self.assert_one_line(self.person.run("done", "tell"), 2, "rebond: several debriefs have 'tell': "
                             "2 (The gate, Thursday 19 November) and 1 (The archive, Thursday 19 November); "
                             "put the number of one in front")
        self.assert_ends(self.person.run("done", "2", "tell"), 0, out="The gate")
        self.assert_ends(self.person.run("done", "tell"), 0, out="Tell the users .*The archive")
        self.assert_ends(self.person.run("done", "tell"), 2, err="^rebond: done already on Friday 20 November 2026: ")
        self.assert_ends(self.person.run("done", "1", "rest"), 0)
        self.assert_one_line(self.person.run("move", "1", "rest", "tomorrow"), 2,
                             "rebond: done already on Friday 20 November 2026: Go home in time today")
        self.assert_ends(self.person.run("done", "--undo", "rest"), 0, out="To be done again.*The archive")
        self.assert_ends(self.person.run("done", "rest", "--undo"), 2, err="rebond: not done yet: Go home")

    def test_done_where_it_is_due(self):
        self.tell("The archive")
        self.person.today = "2026-11-26"
        gate = ROOT.format("2026-11-26", TOLD.format("The gate")).replace(">2026-11-19<", ">2026-11-25<")
        self.assert_ends(self.person.run("import", self.person.write("gate.xml", gate)), 0)
        # Of the sitting down of both only the first one's is due.
        self.assert_ends(self.person.run("done", "review"), 0, out=r"The archive")

    def test_what_is_due_is_offered_first(self):
        self.tell("The archive")
        self.person.run("done", "1", "tell", "rest")
        self.tell("The gate")
        for number in range(5):
            self.tell("Another %d" % number)
        for number in range(3, 8):
            self.person.run("done", str(number), "tell", "rest", "review")
        shown = self.person.run(typed=":quit\n").stdout
        self.assertRegex(shown, r"(?s)\n2: Bring news: The gate.*today: Tell the users what happened\n"
                         r"1: Bring news: The archive.*7: Bring news: Another.*\n0: Begin anew\n"
                         r"There are more: 'rebond list' shows them.*Enter means 2")
        self.assertIn("Another 0", self.person.run(typed="3\n:quit\n").stdout.split("(Enter")[1])
        self.person.today = "2026-11-23"
        self.assertRegex(self.person.run(typed=":quit\n").stdout, r"(?s)The gate.*late: Tell the users")
        self.assertRegex(self.person.run("list").stdout, r"(?s)Tell the users what happened; late\n")

    def test_what_was_left_for_weeks_is_offered_last(self):
        """It is late still, and does not stand before what is to be done now."""
        self.tell("The archive")
        self.tell_of("The gate", "2026-11-19", (">95<", ">5<"), ("users", "alarm"))
        self.assert_ends(self.person.run("done", "2", "tell"), 0)  # no more has a day there
        self.assert_ends(self.person.run("done", "1", "tell"), 0)

        def offered(day):
            self.person.today = day
            return re.findall(r"(?m)^(\d): ", self.person.run(typed=":quit\n").stdout)

        self.assertEqual(offered("2026-11-24"), ["1", "2", "0"])
        self.assertEqual(offered("2026-12-15"), ["1", "2", "0"])
        self.assertEqual(offered("2026-12-16"), ["2", "1", "0"])
        self.assertRegex(self.person.run(typed=":quit\n").stdout, r"(?s)1: Bring news: The archive.*; late: Sit down")

    def test_what_is_late_is_due_at_a_weekend(self):
        """On a day to which nothing is moved."""
        self.tell("The archive")
        self.person.today = "2026-11-21"
        self.tell_of("The gate", "2026-11-21")
        self.assertRegex(self.person.run(typed=":quit\n").stdout,
                         r"(?s)1: Bring news: The archive.*; late: Tell the users.*2: Bring news: The gate")

    def test_what_is_late_is_offered_before_what_is_due(self):
        """Even where that was touched later."""
        self.tell("The archive")
        self.person.today = "2026-11-23"
        self.tell_of("The gate", "2026-11-22")
        self.assertRegex(self.person.run(typed=":quit\n").stdout,
                         r"(?s)1: Bring news: The archive.*; late: Tell the users.*2: Bring news: The gate.*;\stoday: .*Enter means 1")

    def test_how_to_begin_is_said(self):
        for command in ("list", "agenda", "lessons"):
            self.assert_ends(self.person.run(command), 0, out="^No debrief yet; 'rebond new' begins one.\n$")

    def test_done_on_a_day(self):
        self.tell("The archive")
        self.person.today = "2026-11-23"
        self.assert_ends(self.person.run("done", "tell", "--on", "last friday"), 0,
                         out="^Done on Friday 20 November 2026: ")
        for day, why in (("tomorrow", "still to come"), ("12/11", "began on Friday 20 November 2026"),
                         ("soon", "no day that can be read")):
            self.assert_ends(self.person.run("done", "rest", "--on", day), 2, err=why)
        self.assert_ends(self.person.run("done", "tell"), 2,
                         err="^rebond: done already on Friday 20 November 2026: Tell the users")

    def test_named_by_a_part_of_its_subject(self):
        self.tell("The archive")
        self.tell("The gate")
        self.assertIn("The archive", self.person.run("plan", "ARCHIVE").stdout)
        self.assert_ends(self.person.run("plan", "the"), 2, err="'the' may be 2 .The gate.* and 1 ")
        self.assert_ends(self.person.run("plan", "window"), 2, err="'window' is no debrief")

    def test_done_understands_all_or_does_nothing(self):
        self.tell("The archive")
        self.assert_ends(self.person.run("done", "rest", "xyzzy"), 2)
        self.assertIn("Go home in time", self.person.run("agenda").stdout)
        done = self.person.run("done", "t")
        self.assert_ends(done, 2, err="'t' may be tell .*please say more")

    def test_done_after_it_has_lapsed(self):
        """What an earlier plan held can be ticked, and then stands in the plan."""
        self.tell("The archive")
        self.person.today = "2026-12-08"
        self.assertNotIn("Tell the users", self.person.run("agenda").stdout)
        # The visit asks, and the answer is "not yet".
        done = self.person.run("resume", typed="no\n\n\n\n\n\n")
        self.assert_ends(done, 0, out="Since last time.*Tell the users what happened\n.*20 November")
        self.person.today = "2026-12-09"
        done = self.person.run("resume", typed="\n\n\n\n\n\n")
        self.assertNotIn("Tell the users", done.stdout)
        self.assert_ends(self.person.run("done", "1", "tell"), 0,
                         out=r"^Done on Wednesday 9 December 2026: Tell the users what happened \(The archive, [^)]*\)\n$")
        self.assertIn("[x] **Today, Wednesday 9\xa0December:** Tell the users", self.person.run("plan", "--format=markdown").stdout)
        self.assert_ends(self.person.run("done", "1", "tell", "--undo"), 0)
        self.assertNotIn("Tell the users", self.person.run("plan").stdout)

    def test_lessons(self):
        """What comes back is counted from three debriefs on; each lesson stands once."""
        self.tell_of("The archive", "2026-11-02")
        self.tell_of("The gate", "2026-11-09")
        self.assert_ends(self.person.run("lessons"), 0, out="^To read before the next time\nWhen I change")
        self.tell_of("The lift", "2026-11-16")
        done = self.person.run("lessons")
        self.assert_ends(done, 0, out=r"^What keeps coming back\n"
                         r"  Recovery: in 3 of 3 debriefs, last on Monday 16 November 2026\n"
                         r"  Detection: in 3 of 3 debriefs[^\n]*\n\nTo read before the next time\n")
        self.assertEqual(done.stdout.count("When I change something"), 1)
        counted = json.loads(self.person.run("lessons", "--format=json").stdout)
        self.assertIn(("Detection", 3, "2026-11-16", 0),
                      [(one["topic"], one["topic_debriefs"], one["topic_last"], one["debriefs_since"])
                       for one in counted])
        self.assertRegex(counted[0]["lesson"], "^When .*[.]$")
        self.assertEqual(counted[0]["debriefs"], 3)
        self.assert_ends(self.person.run("lessons", "-o", "lessons.json"), 0, out="^$")
        self.assertEqual(json.loads((self.person.folder / "lessons.json").read_text()), counted)

    def test_what_has_been_better_since(self):
        self.tell_of("The archive", "2026-11-02")
        for service, day in (("The gate", "2026-11-09"), ("The lift", "2026-11-16")):
            self.tell_of(service, day, (">users<", ">alarm<"), ('  <item of="surprises">.*', ""))
        self.assert_ends(self.person.run("lessons"), 0, out=r"Recovery: in 3 of 3 debriefs.*\n"
                         r"What has been better since\n  Detection: in 1 of 3 debriefs, last on Monday "
                         r"2 November 2026; not in the\n  2 since\n")

    def test_ten_lines(self):
        """At most ten lines as they stand on the screen, whole sentences, however narrow it is."""
        for number in range(4):
            self.tell_of("The archive", "2026-11-1%d" % number)
        for columns in ("80", "40", "20"):
            self.person.environment["COLUMNS"] = columns
            lines = self.person.run("lessons", "--before").stdout.splitlines()
            self.assertLessEqual(len(lines), 10)
            self.assertGreater(len(lines), 4)
            self.assertLessEqual(max(map(len, lines)), int(columns))
            self.assertRegex(lines[-1], "[.!?”]$")

    def next_time(self):
        """A pack in which the day of the next outage is known, and what to say then."""
        self.person.pack = self.person.home / "pack"
        shutil.copytree(OUTAGE, self.person.pack)
        theme = self.person.pack / "90-after.xml"
        theme.write_text(theme.read_text().replace("</title>", """</title>
          <question id="drill" kind="date" next-time="yes"><prompt>When is the drill?</prompt></question>
          <question id="say" kind="text" next-time="yes"><prompt>What will you say?</prompt><label>What I say</label></question>
          """, 1))
        told = TOLD + '<answer of="drill">2026-11-27</answer><answer of="say">We know, and we are at it.</answer>'
        file = self.person.write("drill.xml", ROOT.format("2026-11-20", told.format("The archive")))
        self.assert_ends(self.person.run("import", file), 0)

    def test_before_the_next_time(self):
        """On its day and the day before the lines stand there by themselves."""
        self.next_time()
        for today, title in (("2026-11-25", None), ("2026-11-26", "Tomorrow, Friday 27 November: The archive"),
                             ("2026-11-27", "Today, Friday 27 November: The archive"), ("2026-11-28", None)):
            self.person.today = today
            shown = self.person.run(typed=":quit\n").stdout
            self.assertEqual("When I change something" in shown, title is not None, shown)
            self.assertEqual("What I say: “We know, and we are at it.”" in shown, title is not None)
            if title:
                self.assertTrue(shown.startswith(title), shown)
        self.assertRegex(shown, r"\(begun Friday\s+20 November 2026\); Friday 27 November is over:\s+how did it go\?")
        self.person.run("resume", typed="\n\n\n\n\n\n\n")
        self.assertNotIn("how did it go", self.person.run(typed=":quit\n").stdout)

    def test_one_step_for_all(self):
        """The agenda has it once, and not at all once it is done."""
        self.person.pack = self.person.home / "pack"
        shutil.copytree(OUTAGE, self.person.pack)
        theme = self.person.pack / "90-after.xml"
        theme.write_text(theme.read_text().replace('<action id="rest"', '<action id="rest" once="yes"'))
        for service in ("The archive", "The gate", "The lift"):
            self.tell(service)
        agenda = self.person.run("agenda").stdout
        self.assertEqual(agenda.count("Go home in time today"), 1)
        self.assertEqual(agenda.count("Tell the users"), 3)
        self.person.run("done", "2", "rest")
        self.assertNotIn("Go home in time", self.person.run("agenda").stdout)
        self.tell("The roof")
        self.person.run("done", "2", "rest", "--undo")
        self.assertEqual(self.person.run("agenda").stdout.count("Go home in time today"), 1)

    def test_debriefs_of_other_packs_are_told(self):
        self.tell("The archive")
        self.person.pack = OUTAGE.parent / "neighbour"
        for command in ("list", "agenda", "lessons"):
            self.assert_ends(self.person.run(command), 0,
                             err=r"^rebond: debriefs of other packs are not in it: 1; --content names their folder\n$")
        for command in (["plan"], ["export"], ["resume"], ["done", "tell"], ["draft"]):
            self.assert_one_line(self.person.run(*command), 2, "rebond: there is no debrief of this pack, but of "
                                 "'outage'; name its folder by --content")

    def test_private_answers_stay(self):
        """They leave by name only: --private."""
        self.tell("The archive")
        for command in ("export", "plan"):
            done = self.person.run(command)
            self.assert_ends(done, 0)
            self.assertNotIn("mood", done.stdout)
        self.assertIn('<answer of="mood">2</answer>', self.person.run("export", "--private").stdout)

    def test_what_quotes_them_stays_too(self):
        """Also in lists, once they go to a file or on to another program."""
        self.person.pack = self.person.home / "pack"
        shutil.copytree(OUTAGE, self.person.pack)
        pack = self.person.pack / "pack.xml"
        pack.write_text(re.sub("<subject>.*</subject>", '<subject>Mood <answer of="mood"/></subject>',
                               pack.read_text()))
        course = self.person.pack / "20-course.xml"
        course.write_text(course.read_text().replace(
            "<if>a service", '<if>mood is <answer of="mood"/>, a service'))
        self.tell("The archive")
        for command, shown in (("list", "Mood 2"), ("agenda", "Mood 2"), ("lessons", "mood is 2")):
            self.assertNotIn(shown, self.person.run(command).stdout)
            self.assertIn(shown, self.person.run(command, "--private").stdout)
            terminal = Terminal(self.person, command)
            self.assertIn(shown, terminal.rest()[0])

    def test_export_and_import(self):
        self.tell("The archive")
        self.assert_ends(self.person.run("done", "tell"), 0)
        self.assert_ends(self.person.run("export", "--private", "-o", "out.xml"), 0, out="^$")
        first = self.person.run("export", "1", "--private").stdout
        self.assert_ends(self.person.run("import", "out.xml"), 0,
                         out="^Debrief 1 tells all that already.\n$")
        self.assert_ends(self.person.run("delete", "1", "--force"), 0)
        self.assert_ends(self.person.run("import", "out.xml"), 0, out="^This is debrief 2; ")
        self.assertEqual(first, self.person.run("export", "2", "--private").stdout)
        self.assertIn('<done of="tell" on="2026-11-20" action="tell-with-cause"/>', first)

    def test_plan_of_a_file_leaves_the_journal_alone(self):
        file = self.person.write("told.xml", ROOT.format("2026-11-20", TOLD.format("The archive")))
        done = self.person.run("plan", "--answers", file, "--format=markdown")
        self.assert_ends(done, 0, out="^# The archive", err="^$")
        self.assertFalse(self.person.journal.parent.exists())

    def test_today(self):
        """--today counts; else an answers file is read on the day it names."""
        file = self.person.write("told.xml", ROOT.format("2026-11-20", TOLD.format("The archive")))
        self.person.today = None
        done = self.person.run("plan", "--answers", file)
        self.assertIn("plan of Friday 20\xa0November\xa02026", done.stdout)
        done = self.person.run("plan", "--answers", file, "--today=2026-11-23")
        self.assertIn("plan of Monday 23\xa0November\xa02026", done.stdout)

    def test_delete(self):
        self.tell("The archive")
        self.assert_one_line(self.person.run("delete", "1"), 2,
                             "rebond: nobody there to confirm; --force deletes without asking")
        history = self.person.journal.with_name("history")
        history.write_text("The archive\n")
        self.assert_ends(self.person.run("delete", "1", "--force"), 0, out="^Debrief 1 is deleted.\n"
                         "Plans that were written to files are still there.\n$")
        self.assert_ends(self.person.run("list"), 0, out="^No debrief yet")
        for file in self.person.journal.parent.iterdir():
            self.assertNotIn(b"The archive", file.read_bytes(), file)

    def test_delete_asks(self):
        self.tell("The archive")
        for typed, said in [("no", "Nothing was deleted."), ("yes", "Debrief 1 is deleted.")]:
            terminal = Terminal(self.person, "delete", "1")
            terminal.expect("Yes or no: ")
            terminal.type(typed + "\r")
            text, code = terminal.rest()
            self.assertEqual(code, 0)
            self.assertIn(said, text)

    def test_begun_anew_from_the_menu(self):
        self.tell("The archive")
        self.assert_ends(self.person.run(typed="0\n1\nThe gate\n"), 1, out="What would you like to do",
                         err="^rebond: the input ended before 'Day'")
        self.assert_ends(self.person.run("list"), 0, out="^  2  The gate.*  1  The archive")

    def test_the_menu_left(self):
        """Once there is a debrief, nothing is asked of it by somebody who goes."""
        self.tell("The archive")
        before = self.person.run("export").stdout
        for keys, ending in ("\x03", 130), (":q\r", 0), ("\x04", 0):
            terminal = Terminal(self.person)
            terminal.expect("Number (Enter means 1): ")
            terminal.type(keys)
            self.assertEqual(terminal.rest()[1], ending, repr(keys))
        self.assertEqual(self.person.run("export").stdout, before)

    def test_no_number_of_a_debrief(self):
        self.tell("The archive")
        for number in "0", "99999999999999999999":
            self.assert_one_line(self.person.run("plan", number), 2, f"rebond: '{number}' is no debrief; "
                                 "'rebond list' shows their numbers")

    def test_all_into_a_folder(self):
        """All or none; what is there already is replaced by --force alone."""
        self.tell("The archive")
        self.assert_ends(self.person.run("export", "--all", "-o", "all"), 0, out="^$", err="^$")
        folder = self.person.folder / "all"
        self.assertEqual(folder.stat().st_mode & 0o777, 0o700)
        self.tell("The gate")
        self.assert_one_line(self.person.run("export", "--all", "-o", "all"), 3,
                             "rebond: 'all' is there already; --force replaces it")
        self.assertEqual(len(list(folder.iterdir())), 1)
        self.assert_ends(self.person.run("export", "--all", "-o", "all", "--force"), 0, err="^$")
        self.assertEqual(len(list(folder.iterdir())), 2)
        self.assert_one_line(self.person.run("export", "--all", "-o", "no/all"), 3,
                             "rebond: cannot write 'no/all': No such file or directory")
        self.assertFalse((self.person.folder / "no").exists())

    def test_an_editor_that_fails(self):
        self.tell("The archive")
        self.person.environment["EDITOR"] = "false"
        before = self.person.run("draft").stdout
        self.assert_one_line(self.person.run("draft", "--edit"), 2, "rebond: an editor needs a terminal")
        text, code = Terminal(self.person, "draft", "--edit").rest()
        self.assertEqual(code, 3, text)
        self.assertRegex(text, r"rebond: the editor failed: .*; nothing was changed")
        self.assertEqual(self.person.run("draft").stdout, before)

    def test_which_editor(self):
        """VISUAL before EDITOR; one that says nothing is none, and without either there is "editor"."""
        self.tell("The archive")
        self.person.write("editor", "#!/bin/sh\necho editor >which\n").chmod(0o755)
        pinned = {**self.person.environment, "PATH": f"{self.person.folder}:{os.environ['PATH']}"}
        for variables, which in (({"VISUAL": "sh -c 'echo first >which'", "EDITOR": "false"}, "first"),
                                 ({"VISUAL": "", "EDITOR": "sh -c 'echo second >which'"}, "second"),
                                 ({"VISUAL": "", "EDITOR": ""}, "editor"), ({}, "editor")):
            with self.subTest(**variables):
                self.person.environment = {**pinned, **variables}
                text, code = Terminal(self.person, "draft", "--edit").rest()
                self.assertEqual(code, 0, text)
                self.assertEqual((self.person.folder / "which").read_text("utf-8"), which + "\n")

    def test_no_message_left(self):
        """None is invented once all of them are sent."""
        self.tell("The archive")
        self.assert_ends(self.person.run("done", "tell"), 0)
        for more in [], ["--fill"]:
            self.assert_one_line(self.person.run("draft", *more), 2, "rebond: the plan has no message to write")

    def test_a_debrief_of_another_pack(self):
        self.tell("The archive")
        other = Person(pack=None, HOME=str(self.person.home))
        self.addCleanup(other.leave)
        done = other.run("plan", "1")
        self.assert_ends(done, 2, err=r"^rebond: debrief 1 was made with the pack 'outage'; name its "
                         r"folder by --content\n$")


class Ending(Test):
    TYPED = "1\nThe archive\nyesterday\n4\n2\n2\n2\n95\n1,3\n1\n14:30\nno\n"

    def test_nothing_is_kept(self):
        self.assert_ends(self.person.run("new", "--no-journal", typed=self.TYPED + "\n"), 0,
                         out=r"\S\n\nNothing of this is kept; .*\n\Z")

    def test_the_file_of_a_finished_debrief(self):
        done = self.person.run("new", typed=self.TYPED + "\n")
        path = self.person.folder / "rebond-2026-11-20.md"
        self.assert_ends(done, 0, out=rf"The archive, .*\n\nThis plan is kept in {path}\n$")
        self.assertTrue(path.read_text().startswith("# The archive"))
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        # The same once more serves; another debrief has a file of its own.
        self.assert_ends(self.person.run("resume", typed="\n"), 0, out=rf"kept in {path}\n$")
        done = self.person.run("new", typed=self.TYPED.replace("archive", "gate")[2:] + "\n")
        self.assert_ends(done, 0, out=r"kept in \S*/rebond-2026-11-20-2.md\n$")
        self.assertTrue(path.read_text().startswith("# The archive"))

    def test_a_folder_that_may_not_be_written(self):
        """The home serves where the folder does not; where neither does, the plan is shown."""
        self.person.folder = type(self.person.folder)("/proc")
        refused = r"^rebond: cannot write '/proc/rebond-2026-11-20.md': [^\n]*\n"
        done = self.person.run("new", typed=self.TYPED + "\n")
        path = self.person.home / "rebond-2026-11-20.md"
        self.assert_ends(done, 0, out=rf"kept in {path}\n$", err=refused + "$")
        self.assertTrue(path.read_text().startswith("# The archive"))
        self.person.environment.update(XDG_DATA_HOME=f"{self.person.home}/.local/share", HOME="/proc/1")
        done = self.person.run("resume", typed="\n")
        self.assert_ends(done, 3, out="Today, Friday 20\xa0November, 10\xa0am: Tell the users",
                         err=refused + r"rebond: cannot write '/proc/1/rebond[^\n]*\n$")
        self.assert_ends(self.person.run("list"), 0, out="The archive")

    def test_paged(self):
        """A plan that is longer than the screen goes through $PAGER; one that fits does not."""
        self.assert_ends(self.person.run("new", typed=self.TYPED + "\n"), 0)
        for rows, pager, paged in [(10, "sed s/^/PAGED/", True), (500, "sed s/^/PAGED/", False),
                                   (10, "", False), (10, "no-such-pager-at-all", False),
                                   (10, "false", False), (10, "/etc", False)]:
            self.person.environment["PAGER"] = pager
            text, code = Terminal(self.person, "plan", rows=rows).rest()
            self.assertEqual(code, 0)
            self.assertIn("Tell the users what happened", text)
            self.assertEqual("PAGED" in text, paged, text)

    def test_pager_keeps_no_word_that_was_looked_for(self):
        self.assert_ends(self.person.run("new", typed=self.TYPED + "\n"), 0)
        self.person.environment["PAGER"] = "echo $LESSHISTFILE $LESSSECURE; cat"
        self.assertTrue(Terminal(self.person, "plan", rows=10).rest()[0].startswith("- 1\r\n"))

    def test_pager_is_told_of_colours(self):
        """Before what the person wants of less, which may say otherwise."""
        self.assert_ends(self.person.run("new", typed=self.TYPED + "\n"), 0)
        self.person.environment["PAGER"] = "echo LESS=$LESS; cat"
        for wanted, told in [(None, "-R -FX"), ("", "-R"), ("-M", "-R -M")]:
            if wanted is not None:
                self.person.environment["LESS"] = wanted
            text, _ = Terminal(self.person, "plan", rows=10).rest()
            self.assertTrue(text.startswith(f"LESS={told}\r\n"), text)

    def test_standard_input_of_any_kind(self):
        """A pipe whose other end takes its time, and a socket, as remote shells and other programs connect one."""
        told = ROOT.format("2026-11-23", TOLD.format("The archive")).encode()
        plan = self.person.command("plan", "--answers", "-")
        read, write = os.pipe()
        slow = subprocess.Popen(plan, cwd=self.person.folder, env=self.person.environment, stdin=read,
                                stdout=subprocess.PIPE)
        os.write(write, told[:100])
        while not has_read(slow, read):
            pass
        os.close(read)
        os.write(write, told[100:])
        os.close(write)
        self.assertTrue(slow.communicate()[0].startswith(b"# The archive"))
        ours, theirs = socket.socketpair()
        with ours, theirs:
            ours.sendall(told)
            ours.shutdown(socket.SHUT_WR)
            done = subprocess.run(plan, cwd=self.person.folder, env=self.person.environment, stdin=theirs,
                                  stdout=subprocess.PIPE, check=True)
        self.assertTrue(done.stdout.startswith(b"# The archive"))

    def test_where_a_plan_goes(self):
        self.assert_ends(self.person.run("new", typed=self.TYPED + "\n"), 0)
        folder = self.person.folder
        # By custom, "-" is the output and the input.
        done = self.person.run("plan", "-o", "-")
        self.assert_ends(done, 0, out="^# The archive")
        self.assertFalse((folder / "-").exists())
        told = self.person.run("export").stdout
        self.assert_ends(self.person.run("plan", "--answers", "-", typed=told), 0,
                         out="^# The archive")
        self.assert_ends(self.person.run("import", "-", typed=told), 0,
                         out="^Debrief 1 tells all that already")
        # Endings count in capitals too; what tells nothing is refused, not written as something.
        self.assert_ends(self.person.run("plan", "-o", "PLAN.HTML"), 0)
        self.assertTrue((folder / "PLAN.HTML").read_text().startswith("<!DOCTYPE html>"))
        for name in ("plan.pdf", "plan.htm", "plan"):
            self.assert_ends(self.person.run("plan", "-o", name), 2, err="tells no format")
            self.assertFalse((folder / name).exists())
        # A link stays one.
        (folder / "link.md").symlink_to("real.md")
        (folder / "real.md").write_text("before")
        self.assert_ends(self.person.run("plan", "--force", "-o", "link.md"), 0)
        self.assertTrue((folder / "link.md").is_symlink())
        self.assertTrue((folder / "real.md").read_text().startswith("# The archive"))

    def test_what_scripts_read(self):
        for command in ("list", "agenda", "lessons"):
            self.assertEqual(json.loads(self.person.run(command, "--format=json").stdout), [])
        self.assert_ends(self.person.run("new", typed=self.TYPED.replace("The archive", 'a "b" \\') +
                                         "\n"), 0)
        listed = json.loads(self.person.run("list", "--format=json").stdout)
        self.assertEqual(listed, [{
            "debrief": 1, "subject": 'a "b" \\, Thursday 19 November', "begun": "2026-11-20",
            "next": "Tell the users what happened", "day": "2026-11-20", "time": "10:00",
            "open_questions": 0}])
        self.assert_ends(self.person.run("agenda", "-o", "due.json"), 0, out="^$")
        due = json.loads((self.person.folder / "due.json").read_text())
        self.assertEqual([one["day"] for one in due], ["2026-11-20", "2026-11-24", None])
        self.assertEqual(due[0]["action"], "tell")
        self.assertFalse(due[0]["late"])
        self.assert_ends(self.person.run("agenda", "--format=html"), 2,
                         err="^rebond: unknown format 'html'; there are text, ics, json\n$")

    def test_one_calendar_of_all(self):
        self.assert_ends(self.person.run("new", typed=self.TYPED + "\n"), 0)
        done = self.person.run("new", typed=self.TYPED.replace("archive", "gate")[2:] + "\n")
        self.assert_ends(done, 0)
        text = self.person.run("agenda", "--format=ics").stdout
        uids = re.findall(r"(?m)^UID:(.*)", text)
        self.assertEqual(len(set(uids)), len(uids))
        self.assertEqual(len(uids), 4)
        for number in ("1", "2"):
            own = re.findall(r"(?m)^UID:(.*)", self.person.run("plan", number, "--format=ics").stdout)
            self.assertEqual(set(own) - set(uids), set())

    def test_a_calendar_follows_the_plan(self):
        self.assert_ends(self.person.run("new", typed=self.TYPED + "\n"), 0)
        self.assert_ends(self.person.run("plan", "-o", "a.ics"), 0, err="^$")
        before = (self.person.folder / "a.ics").read_text()
        self.assertEqual(before.count("STATUS:CONFIRMED"), 2)
        self.person.today = "2026-12-09"
        self.assert_ends(self.person.run("plan", "--force", "-o", "a.ics"), 0)
        after = (self.person.folder / "a.ics").read_text()
        self.assertEqual(sorted(re.findall("UID:.*", before)), sorted(re.findall("UID:.*", after)))
        self.assertEqual(after.count("STATUS:CANCELLED"), 1)
        self.assertEqual(after.count("BEGIN:VALARM"), 0)

    def test_no_calendar_without_a_day(self):
        """Calendars have at least one event; nothing is written, and that is said."""
        none = "^rebond: nothing has a day to go into a calendar; none is written\n$"
        for option in ("--format=ics", "--output=a.ics"):
            self.assert_ends(self.person.run("agenda", option), 0, out="^$", err=none)
        self.assert_ends(self.person.run("new", typed=self.TYPED + "\n"), 0)
        self.assert_ends(self.person.run("plan", "-o", "a.ics"), 0, err="^$")
        held = (self.person.folder / "a.ics").read_text()
        self.assert_ends(self.person.run("delete", "1", "--force"), 0)
        self.assert_ends(self.person.run("agenda", "--force", "-o", "a.ics"), 0, out="^$", err=none)
        self.assertEqual((self.person.folder / "a.ics").read_text(), held)

    def test_a_file_that_may_not_grow(self):
        self.assert_ends(self.person.run("new", typed=self.TYPED + "\n"), 0)
        self.person.write("told.xml", self.person.run("export").stdout)
        before = sorted(os.listdir(self.person.folder))
        done = self.person.run(
            "plan", "--answers", "told.xml", "-o", "long.html",
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (512, 512)))
        self.assert_ends(done, 3, err="^rebond: cannot write 'long.html': File too large\n$")
        self.assertEqual(sorted(os.listdir(self.person.folder)), before)

    def test_pager_is_told_what_it_is_given(self):
        self.assert_ends(self.person.run("new", typed=self.TYPED + "\n"), 0)
        self.person.environment["PAGER"] = "echo $LESSCHARSET; cat"
        self.assertTrue(Terminal(self.person, "plan", rows=10).rest()[0].startswith("utf-8\r\n"))


main()
