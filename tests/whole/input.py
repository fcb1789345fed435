# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input: one clear line each, the exit code as documented, the journal as it was."""
import os
import pathlib
import shutil

from support.person import OUTAGE, Test, main

ANSWERS = """<?xml version="1.0" encoding="UTF-8"?>
<example xmlns="urn:rebond:content:1" title="t" today="2026-11-20">
  <answer of="day">2026-11-19</answer>
  {0}
</example>
"""


class Content(Test):
    """A pack that cannot be used: findings at their place, exit 1."""

    def setUp(self):
        super().setUp()
        self.pack = self.person.folder / "pack"
        shutil.copytree(OUTAGE, self.pack)
        self.person.pack = self.pack
        self.theme = self.pack / "20-course.xml"

    def assert_finding(self, start, rule):
        done = self.person.run("list")
        self.assert_ends(done, 1, out="^$")
        lines = done.stderr.splitlines()
        self.assertEqual(len(lines), 1, done.stderr)
        self.assertTrue(lines[0].startswith(f"{self.theme}:{start}: error: "), lines[0])
        self.assertTrue(lines[0].endswith(f"[{rule}]"), lines[0])
        # The same, but as its result, on standard output.
        checked = self.person.run("check", "-q", self.pack)
        self.assert_ends(checked, 1, err="^$")
        self.assertEqual(checked.stdout, done.stderr)

    def test_cut_in_half(self):
        text = self.theme.read_bytes()
        self.theme.write_bytes(text[:text.index(b"<label>Causes")])
        last = text[:text.index(b"<label>Causes")].count(b"\n") + 1
        done = self.person.run("check", "-q", self.pack)
        self.assert_ends(done, 1, err="^$", out=rf"^{self.theme}:{last}:\d+: error: not well-formed "
                         r"XML: 'question' is not closed; [^\n]*\n"
                         rf"{self.theme}:\d+:\d+: note: it was opened here\n$")

    def test_not_utf8(self):
        self.theme.write_bytes(self.theme.read_bytes().replace(b"Who noticed", b"Who n\xf4ticed"))
        self.assert_finding("6:18", "not-utf8")

    def test_doctype(self):
        text = self.theme.read_text()
        self.theme.write_text(text.replace("?>\n", "?>\n<!DOCTYPE theme SYSTEM 'x.dtd'>\n", 1))
        self.assert_finding("2:1", "doctype")


    def test_no_such_path(self):
        """What is not there is not looked for further up."""
        for path in ("gone", self.pack / "gone.xml"):
            for options in ([], ["--pot"], ["--witness", "day"]):
                self.assert_one_line(self.person.run("check", path, *options), 3,
                                     f"rebond: cannot open '{path}': No such file or directory")

    def test_any_file_of_the_pack(self):
        done = self.person.run("check", "--witness", "day", self.theme)
        self.assert_ends(done, 0, out='<expect question="day"/>', err="^$")
        done = self.person.run("check", "--pot", self.pack / "examples" / "quiet-night.xml")
        self.assert_ends(done, 0, out='msgid "After an outage"', err="^$")

    def test_own_additions_have_witnesses(self):
        own = self.person.home / ".config/rebond/content/outage"
        own.mkdir(parents=True)
        (own / "mine.xml").write_text(
            '<extend xmlns="urn:rebond:content:1" question="found-by" option="users">'
            '<remark id="mine">Mine.</remark></extend>')
        done = self.person.run("check", "--witness", "mine")
        self.assert_ends(done, 0, out='<expect advice="mine"/>', err="^$")

    def test_findings_into_a_file(self):
        self.theme.write_text(self.theme.read_text().replace("$causes", "$cause"))
        shown = self.person.run("check", "-q", self.pack)
        self.assert_ends(self.person.run("check", "-q", self.pack, "-o", "found.txt"), 1, out="^$", err="^$")
        self.assertEqual((self.person.folder / "found.txt").read_text(), shown.stdout)
        self.assert_one_line(self.person.run("check", "-q", self.pack, "-o", "found.txt"), 3,
                             "rebond: 'found.txt' is there already; --force replaces it")

    def test_part_of_a_second(self):
        self.assert_ends(self.person.run("check", "-q", "--budget=0.5", self.pack), 0, out="^$", err="^$")
        for budget in ("0", "", "-1", "1s", "nan", "1e9"):
            self.assert_one_line(self.person.run("check", f"--budget={budget}", self.pack), 2,
                                 f"rebond: '{budget}' is no number of seconds for --budget")

    def test_all_in_one_run(self):
        """What is proved, what examples expect and what is not translated: one run tells all."""
        text = self.theme.read_text()
        self.theme.write_text(text.replace("</theme>", "<remark when=\"$found-by = 'users' and "
                                           "$found-by = 'alarm'\">No.</remark></theme>"))
        example = self.pack / "examples" / "quiet-night.xml"
        example.write_text(example.read_text().replace("<reject question", "<expect question"))
        messages = self.pack / "locale" / "de" / "LC_MESSAGES"
        messages.mkdir(parents=True)
        (messages / "rebond-outage.po").write_text('msgid "A change"\nmsgstr "Eine Änderung"\n')
        done = self.person.run("check", "-q", self.pack)
        self.assert_ends(done, 1, err="^$")
        for rule in ("never-reached", "unmet-expectation", "untranslated"):
            self.assertIn(f"[{rule}]", done.stdout)
        self.assertNotIn("not translated into 'de': 'A change'", done.stdout)


class Answers(Test):
    """An answers file that says what cannot be: findings at their place, exit 1."""

    def assert_finding(self, line, place, rule):
        file = self.person.write("a.xml", ANSWERS.format(line))
        for command in (["plan", "--answers", file], ["import", file]):
            done = self.person.run(*command)
            self.assert_ends(done, 1, out="^$")
            self.assertRegex(done.stderr, rf"^{file}:{place}: error: [^\n]* \[{rule}\]\n$")
        self.assert_ends(self.person.run("list"), 0, out="^No debrief yet")

    def test_unknown_question(self):
        self.assert_finding('<answer of="servis">x</answer>', r"4:\d+", "unknown-question")

    def test_unknown_value(self):
        self.assert_finding('<answer of="state">gone</answer>', r"4:\d+", "bad-answer")

    def test_impossible_date(self):
        file = self.person.write("a.xml", ANSWERS.format("").replace("2026-11-19", "2026-02-30"))
        done = self.person.run("plan", "--answers", file)
        self.assert_ends(done, 1, out="^$", err=rf"^{file}:3:\d+: error: [^\n]*2026-02-30[^\n]*\n$")

    def test_required_answer_missing(self):
        text = ANSWERS.format("").replace('  <answer of="day">2026-11-19</answer>\n', "")
        file = self.person.write("a.xml", text)
        done = self.person.run("plan", "--answers", file)
        self.assert_ends(done, 1, out="^$", err=rf"^{file}:\d+:\d+: error: 'day' [^\n]*\n$")

    def test_a_folder_is_no_file(self):
        self.assert_one_line(self.person.run("plan", "--answers", "."), 3,
                             "rebond: cannot open '.': Is a directory")

    def test_no_such_file(self):
        self.assert_one_line(self.person.run("plan", "--answers", "gone.xml"), 3,
                             "rebond: cannot open 'gone.xml': No such file or directory")


class Files(Test):
    """Files that cannot be written, or that are in the way: exit 3."""

    def setUp(self):
        super().setUp()
        self.answers = self.person.write("a.xml", ANSWERS.format(""))
        self.plan = ["plan", "--answers", self.answers]

    def test_a_file_in_the_way_stays(self):
        there = self.person.write("plan.md", "mine")
        there.chmod(0o644)
        self.assert_one_line(self.person.run(*self.plan, "-o", "plan.md"), 3,
                             "rebond: 'plan.md' is there already; --force replaces it")
        self.assertEqual(there.read_text(), "mine")
        self.assert_ends(self.person.run(*self.plan, "-o", "plan.md", "--force"), 0, out="^$")
        self.assertTrue(there.read_text().startswith("# "))
        self.assertEqual(there.stat().st_mode & 0o777, 0o600)

    def test_a_link_is_written_through(self):
        there = self.person.write("there.md", "kept")
        there.chmod(0o644)
        link = self.person.folder / "plan.md"
        link.symlink_to("there.md")
        self.assert_ends(self.person.run(*self.plan, "-o", "plan.md", "--force"), 0, out="^$")
        self.assertTrue(link.is_symlink())
        self.assertNotEqual(there.read_text(), "kept")
        self.assertEqual(there.stat().st_mode & 0o777, 0o600)

    def test_a_link_to_nothing_stays(self):
        link = self.person.folder / "plan.md"
        link.symlink_to("gone.md")
        self.assert_one_line(self.person.run(*self.plan, "-o", "plan.md", "--force"), 3,
                             "rebond: cannot write 'plan.md': No such file or directory")
        self.assertTrue(link.is_symlink())

    def test_no_folder(self):
        self.assert_one_line(self.person.run(*self.plan, "-o", "no/plan.md"), 3,
                             "rebond: cannot write 'no/plan.md': No such file or directory")

    def test_no_room(self):
        self.assert_one_line(self.person.run(*self.plan, "-o", "/dev/full"), 3,
                             "rebond: cannot write '/dev/full': No space left on device")

    def test_a_device_is_written_to_and_stays_one(self):
        self.assert_ends(self.person.run(*self.plan, "-o", "/dev/null", "--force"), 0)
        self.assertTrue(pathlib.Path("/dev/null").is_char_device())

    def test_a_pipe_is_written_to_and_not_read(self):
        pipe = self.person.folder / "pipe"
        os.mkfifo(pipe)
        end = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
        self.addCleanup(os.close, end)
        done = self.person.run("plan", "--answers", OUTAGE / "examples/users-noticed.xml", "--format=ics", "-o",
                               "pipe", "--force")
        self.assert_ends(done, 0, out="^$", err="^$")
        self.assertTrue(os.read(end, 1 << 16).startswith(b"BEGIN:VCALENDAR"))
        self.assertTrue(pipe.is_fifo())

    def test_the_ending_chooses_the_format(self):
        plan = ["plan", "--answers", OUTAGE / "examples/users-noticed.xml"]
        for name, start in [("p.html", "<!DOCTYPE html>"), ("p.ics", "BEGIN:VCALENDAR"),
                            ("p.md", "# "), ("P.TXT", "The archive")]:
            self.assert_ends(self.person.run(*plan, "-o", name), 0)
            text = (self.person.folder / name).read_text()
            self.assertTrue(text.startswith(start), text[:40])
        graph = ["graph", "--no-proofs", "--content", OUTAGE]
        for name, start in [("g.dot", "digraph"), ("g.MMD", "flowchart")]:
            self.assert_ends(self.person.run(*graph, "-o", name), 0)
            self.assertTrue((self.person.folder / name).read_text().startswith(start))
        self.assert_ends(self.person.run(*graph, "--format=mermaid", "-o", "g.md"), 0)

    def test_no_standard_input(self):
        """Its number is then that of the next file that is opened."""
        done = self.person.run("check", "-q", "--no-proofs", OUTAGE, preexec_fn=lambda: os.close(0))
        self.assert_ends(done, 0, out="^$", err="^$")


class Journal(Test):
    """A journal that cannot be used."""

    def tell(self):
        file = self.person.write("a.xml", ANSWERS.format(""))
        self.assert_ends(self.person.run("import", file), 0)

    def test_damaged(self):
        self.tell()
        text = self.person.journal.read_bytes()
        self.person.journal.write_bytes(text[:4096] + b"\xaa" * (len(text) - 4096))
        for command in ("list", "new", "agenda", "plan"):
            done = self.person.run(command)
            self.assert_ends(done, 4, out="^$", err=r"^rebond: the journal '[^\n]*' is damaged"
                             r"[^\n]*\n$")

    def test_no_database(self):
        self.person.journal.parent.mkdir(parents=True)
        self.person.journal.write_text("Dear diary")
        self.assert_one_line(self.person.run("list"), 4, f"rebond: '{self.person.journal}' "
                             "is no journal; move it out of the way")
        self.assertEqual(self.person.journal.read_text(), "Dear diary")

    def test_second_terminal(self):
        """While one terminal talks, another is turned away and nothing is lost."""
        self.tell()
        first, seen = self.person.start("resume", "1")
        seen.expect("Your answer: ")
        for command in (["resume", "1"], ["done", "1", "rest"], ["delete", "1", "--force"]):
            self.assert_one_line(self.person.run(*command), 3, "rebond: debrief 1 is open in another "
                                 "window; go on there, or close it first")
        first.communicate(b":quit\n")
        self.assertEqual(first.returncode, 0)
        self.assert_ends(self.person.run("done", "1", "rest"), 0, out="^Done on")


class ReadOnlyHome(Test):
    """A home that may not be written, seen by somebody whom that stops (so not by root)."""

    def setUp(self):
        super().setUp()
        self.person.pack = self.person.home / "pack"
        shutil.copytree(OUTAGE, self.person.pack, copy_function=shutil.copyfile)
        for folder in [self.person.home, self.person.pack, *self.person.pack.rglob("*")]:
            folder.chmod(0o755)
        if os.getuid() == 0:
            self.prefix = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        else:
            self.prefix = []
            self.person.home.chmod(0o555)
        command = self.person.command
        self.person.command = lambda *arguments: [*self.prefix, *command(*arguments)]
        done = self.person.run("--version")
        if done.returncode or done.stderr:  # which tells that it cannot count here, where it counts what runs
            self.skipTest("the build cannot be run by another user")

    def test_new(self):
        done = self.person.run("new")
        self.assert_ends(done, 3, out="^$", err=r"^rebond: cannot make the folder of the journal "
                         r"'[^\n]*': Permission denied\n$")

    def test_without_journal(self):
        done = self.person.run("new", "--no-journal", typed=":quit\n")
        self.assert_ends(done, 0, err="^$")

    def test_list(self):
        self.assert_ends(self.person.run("list"), 0, out="^No debrief yet", err="^$")


main()
