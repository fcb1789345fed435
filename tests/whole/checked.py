# SPDX-License-Identifier: GPL-3.0-or-later
"""What `rebond check` says of its own work: what it read and left alone, and what it found when it is
interrupted."""
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import time

from support.person import OUTAGE, Terminal, Test, main

SUMMARY = "3 themes, 12 questions and 2 examples: "


class Checked(Test):
    def setUp(self):
        super().setUp()
        self.pack = self.person.folder / "pack"
        shutil.copytree(OUTAGE, self.pack)

    def test_what_was_read(self):
        """A line where all is well and where it is not; nothing of it where it is not wanted."""
        self.assertEqual(self.person.run("check", self.pack).stdout, SUMMARY + "all well\n")
        self.assertEqual(self.person.run("check", "-q", self.pack).stdout, "")
        self.assertEqual(self.person.run("check", "--format=json", self.pack).stdout, "[\n]\n")
        (self.pack / "10-what.xml.bak").write_text("<theme")
        (self.pack / "notes.txt").write_text("Ask Ana.")
        done = self.person.run("check", self.pack)
        self.assertEqual(done.stdout, SUMMARY + "all well\nleft alone, for their names do not end in "
                         ".xml: 10-what.xml.bak and notes.txt\n")

    def test_findings_in_a_file(self):
        (self.pack / "20.XML").write_text("<theme/>")
        done = self.person.run("check", self.pack, "-o", "found.txt")
        self.assertEqual(done.stdout, SUMMARY + "1 warning\n")
        self.assertIn("[not-read]", (self.person.folder / "found.txt").read_text())
        done = self.person.run("check", "--format=json", self.pack, "-o", "found.json")
        self.assertEqual(done.stdout, SUMMARY + "1 warning\n")

    def test_what_is_not_read(self):
        """Additions are found by the pack's id, and examples by their folder."""
        own = self.person.home / ".config/rebond/content"
        (own / "outages").mkdir(parents=True)
        (own / "another").mkdir()
        shutil.copy(self.pack / "10-what.xml", own / "outages/x.xml")
        shutil.copy(self.pack / "10-what.xml", own / "another/x.xml")
        shutil.copytree(self.pack / "examples", self.pack / "exemples")
        self.person.pack = self.pack
        found = json.loads(self.person.run("check", "--format=json").stdout)
        self.assertEqual([(finding["rule"], finding["file"].split("/")[-1]) for finding in found],
                         [("not-read", "outages"), ("not-read", "exemples")])
        self.assertIn("did you mean 'examples'?", found[1]["message"])

    def test_what_is_passed_over(self):
        """What editors leave, schemas, other packs, what lies too deep, and what is no file to be read; a mark before
        the content hides nothing."""
        theme = (self.pack / "10-what.xml").read_text().split("?>\n", 1)[1]
        own = self.person.home / ".config/rebond/content"
        left = [self.pack / name for name in (
            ".10.XML", "#10.XML#", "10.xml~", ".10.xml.swp", "10.xml.swp", "schema.rng", "schema.rnc",
            "other/pack.xml", "other/10.xml", "a/b/c/d/e/f/10.xml")] + [own / "elsewhere/10.xml"]
        named = [self.pack / name for name in ("examples/old.XML", "g/b/c/d/e/10.xml", "marked")]
        named += [own / name for name in ("10.xml", "outage/20.XML", "outage/deep/10.xml", "outages/10.xml")]
        for path in left + named:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\ufeff" + theme)
        os.mkfifo(self.pack / "pipe")
        self.person.pack = self.pack
        found = json.loads(self.person.run("check", "--no-proofs", "--format=json").stdout)
        self.assertEqual({finding["rule"] for finding in found}, {"not-read"})
        self.assertEqual(sorted(pathlib.Path(finding["file"]).name for finding in found),
                         ["10.xml", "20.XML", "deep", "g", "marked", "old.XML", "outages"])

    def test_accept(self):
        """What an edit does to the examples is shown, and written once it is wanted; then all is well."""
        example = self.pack / "examples/users-noticed.xml"
        written = example.read_text()
        moved = (written.replace('due="2026-11-24" state="late"', 'state="open" due="2026-11-30"')
                 .replace('<expect question="change-time"/>', '<!-- é --><reject question="change-time"/>')
                 .replace('<reject advice="alarm-worked"/>', '<expect advice="alarm-worked"/>'))
        example.write_text("\ufeff" + moved.replace("\n", "\r\n"), newline="")
        example.chmod(0o640)
        done = self.person.run("check", "--accept", self.pack)
        self.assert_ends(done, 2, err="nobody there to confirm; --force writes without asking\n$",
                         out=r'- <expect advice="tell-with-cause" state="open" due="2026-11-30"/>\n'
                             r'\+ <expect advice="tell-with-cause" due="2026-11-24" state="late"/>\n')
        self.assertEqual(done.stdout.count("\n- "), 3)
        self.assertIn("2026-11-30", example.read_text())
        self.assert_ends(self.person.run("check", "--accept", "--force", self.pack), 0,
                         out="1 example is written anew.\n$")
        self.assertEqual(example.read_text().replace("<!-- é -->", ""), "\ufeff" + written)
        self.assertIn(b"\r\n", example.read_bytes())
        self.assertEqual(example.stat().st_mode & 0o777, 0o640)
        self.assertEqual(self.person.run("check", "--accept", self.pack).stdout,
                         "No example has to follow.\n")

    def move(self):
        """Puts both examples into one line, behind a mark, with days and parts that do not come about; what
        they were before that, each with its path."""
        written = {}
        for path, *changes in ((self.pack / "examples/quiet-night.xml", ("2026-11-23", "2026-11-30")),
                               (self.pack / "examples/users-noticed.xml", ("2026-11-26", "2026-12-26"),
                                ('<reject advice="tell-shortly"/>', '<expect advice="tell-shortly"/>'),
                                ('due="none"', 'due="2026-11-24"'))):
            text = "\ufeff" + path.read_text().split("?>\n", 1)[1].replace("\n", " ")
            written[path] = text
            for before, after in changes:
                self.assertIn(before, text)
                text = text.replace(before, after)
            path.write_text(text)
        return written

    def test_accept_two_examples_in_a_line_each(self):
        written = self.move()
        self.assert_ends(self.person.run("check", "--accept", "--force", self.pack), 0,
                         out="2 examples are written anew.\n$")
        self.assertEqual({path: path.read_text() for path in written}, written)

    def test_accept_is_asked(self):
        written = self.move()
        moved = {path: path.read_text() for path in written}
        for answer, words, texts in (("no", "Nothing was written.", moved),
                                     ("yes", "2 examples are written anew.", written)):
            terminal = Terminal(self.person, "check", "--accept", self.pack)
            self.addCleanup(terminal.close)
            terminal.expect("Yes or no")
            terminal.enter(answer)
            terminal.expect(words)
            self.assertEqual(terminal.end(), 0)
            self.assertEqual({path: path.read_text() for path in written}, texts)

    def test_what_is_written_as_two_tags(self):
        """It is left as it is, and remains a fault."""
        example = self.pack / "examples/users-noticed.xml"
        text = (example.read_text().replace('<reject advice="tell-shortly"/>',
                                            '<expect advice="tell-shortly"></expect>')
                .replace('due="none"', 'due="2026-11-24"'))
        example.write_text(text)
        self.assert_ends(self.person.run("check", "--accept", "-f", self.pack), 1,
                         out="1 example is written anew.\n$", err=r"\[unmet-expectation\]\n")
        self.assertEqual(example.read_text(), text.replace('due="2026-11-24"/>', 'due="none"/>'))

    def test_what_cannot_be_accepted(self):
        """An expectation of what there is not is a fault, and nothing is written for it."""
        example = self.pack / "examples/users-noticed.xml"
        text = example.read_text().replace('advice="rest"', 'advice="sleep"')
        example.write_text(text)
        self.assert_ends(self.person.run("check", "--accept", "-f", self.pack), 1,
                         out="^No example has to follow.\n$", err=r"\[unknown-advice\]\n$")
        self.assertEqual(example.read_text(), text)

    def test_watched(self):
        """Each saving is checked, also where the editor puts a new file in place of the old one."""
        process, shown = self.person.start("check", "--no-proofs", "--watch", self.pack)
        theme = self.pack / "10-what.xml"
        shown.expect("all well")
        text = theme.read_text()
        theme.write_text(text.replace('kind="choice"', 'kind="choise"', 1))
        shown.expect("did you mean 'choice'?")
        self.person.write("new", text).replace(theme)
        shown.expect("all well")
        (self.pack / "examples/quiet-night.xml").unlink()
        shown.expect("1 example: all well")
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(), -signal.SIGINT)
        process.stdin.close()
        process.stdout.close()

    def test_try(self):
        """The answers that lead there are told, and the rest is asked; nothing is kept."""
        self.person.pack = self.pack
        done = self.person.run("try", "change-time", typed="14:30\n:quit\n")
        self.assert_ends(done, 0, err="^$", out="^To 'change-time' lead these answers:\n(?:  [^\n]*\n)*"
                         "  [^\n]*A change[^\n]*\n.*nothing is kept.*At what time")
        self.assertFalse(self.person.journal.exists())
        self.assert_ends(self.person.run("try", "change-tiem"), 2, err="did you mean 'change-time'")
        self.assert_ends(self.person.run("try", typed=":quit\n"), 0, err="^$", out="nothing is kept")
        self.assertFalse(self.person.journal.exists())
        (self.pack / "30-never.xml").write_text(
            "<theme xmlns='urn:rebond:content:1' id='never'><title>A</title>"
            "<remark id='dead' when=\"$impact = 1 and $impact = 2\">It never comes.</remark></theme>")
        self.assert_one_line(self.person.run("try", "dead"), 1, "rebond: no answers lead to 'dead'")

    def test_try_on_its_day(self):
        """What comes on one day only is tried on that day, unless another was asked for."""
        (self.pack / "95-then.xml").write_text(
            "<theme xmlns='urn:rebond:content:1' id='then'><title>A</title><question id='ask' kind='text' "
            "when=\"$day = '2020-01-01' and days-since($day) = 3\"><prompt>What then?</prompt></question>"
            "</theme>")
        self.person.pack = self.pack
        self.assertNotIn("What then?", self.person.run("try", "ask", typed=":quit\n").stdout)
        self.person.today = None
        self.assertIn("What then?", self.person.run("try", "ask", typed=":quit\n").stdout)

    def test_most_of_something(self):
        """The answers with which there is most of it: they are an example, and there is as much."""
        done = self.person.run("check", "--witness=limit:actions", self.pack)
        self.assert_ends(done, 0, out="^<[?]xml.*<example ", err="^$")
        self.person.pack = self.pack
        plan = self.person.run("plan", "--answers", self.person.write("most.xml", done.stdout), "--format=ics")
        some = self.person.run("plan", "--answers", self.pack / "examples/quiet-night.xml", "--format=ics")
        self.assertGreaterEqual(plan.stdout.count("BEGIN:VTODO"), some.stdout.count("BEGIN:VTODO"))

    def test_no_way_to_it(self):
        (self.pack / "30-never.xml").write_text(
            "<theme xmlns='urn:rebond:content:1' id='never'><title>A</title>"
            "<remark id='dead' when=\"$impact = 1 and $impact = 2\">It never comes.</remark></theme>")
        self.assert_one_line(self.person.run("check", "--witness=dead", self.pack), 1,
                             "rebond: no answers lead to 'dead'")

    def test_the_formula(self):
        """For other provers: as many clauses as the head says, a literal for each spot that can be reached."""
        done = self.person.run("check", "--dimacs", self.pack)
        self.assert_ends(done, 0, err="^$")
        lines = done.stdout.splitlines()
        spots = [line for line in lines if line.startswith("c ")]
        head = next(line for line in lines if line.startswith("p cnf "))
        variables, clauses = map(int, head.split()[2:])
        formula = lines[lines.index(head) + 1:]
        self.assertEqual(len(formula), clauses)
        numbers = {abs(int(number)) for line in formula for number in line.split()}
        self.assertEqual((min(numbers), all(line.endswith(" 0") for line in formula)), (0, True))
        self.assertLessEqual(max(numbers), variables)
        told = [re.fullmatch(r"c (-?\d+) [\w.-]+\.xml:\d+ (.+)", line).groups() for line in spots]
        self.assertLessEqual(max(abs(int(literal)) for literal, _ in told), variables)
        self.assertTrue({"define 'found-late'", "define 'found-late' is false"} <= {words for _, words in told})

    def test_faults_before_anything_else(self):
        """What is asked of a pack that has faults is not answered, but the faults are told."""
        theme = self.pack / "10-what.xml"
        theme.write_text(theme.read_text().replace('kind="choice"', 'kind="choise"', 1))
        for option in ("--witness=day", "--dimacs", "--pot", "--accept", "--against=" + str(OUTAGE)):
            with self.subTest(option=option):
                self.assert_ends(self.person.run("check", option, self.pack), 1, err="did you mean 'choice'")
        self.person.pack = self.pack
        for words in (["graph"], ["try"], ["preview"]):
            with self.subTest(words=words):
                self.assert_ends(self.person.run(*words), 1, err="did you mean 'choice'")

    def test_examples_that_cannot_be_written(self):
        self.move()
        examples = self.pack / "examples"
        texts = {path: path.read_text() for path in examples.iterdir()}
        log = self.person.home / "trace"
        done = subprocess.run(["strace", "-f", "-qq", "-o", str(log), "-e", "trace=rename", "-e",
                               "inject=rename:error=ENOSPC",
                               *self.person.command("check", "--accept", "--force", self.pack)],
                              env={**self.person.environment, "ASAN_OPTIONS": "detect_leaks=0"}, text=True,
                              cwd=self.person.folder, capture_output=True)
        self.assert_ends(done, 3, err=r"^rebond: cannot write '[^\n]*': [^\n]*No space left on device\n")
        self.assertEqual({path: path.read_text() for path in examples.iterdir()}, texts)

    def test_watched_while_it_proves(self):
        """Ctrl-C in the proofs ends the watching as well."""
        process, shown = self.person.start("check", "--watch", "--budget=500", self.pack)
        shown.expect("all well")
        self.make_hard()
        while not catches(process):
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        shown.expect(" interrupted: ")
        self.assertEqual(process.wait(), 130)
        process.stdin.close()
        process.stdout.close()

    def make_hard(self):
        """From here on the proofs do not end soon."""
        questions = "".join(f"<question id='q{i}' kind='number' min='0' max='9'><prompt>?</prompt>"
                            "</question>" for i in range(20))
        names = " | ".join(f"$q{i}" for i in range(20))
        (self.pack / "30-hard.xml").write_text(
            f"<theme xmlns='urn:rebond:content:1' id='hard'><title>A</title>{questions}"
            f"<remark when='sum({names}) = 70'>It's so.</remark></theme>")

    def test_interrupted(self):
        """Ctrl-C ends the proofs, and what was found before is told."""
        self.make_hard()
        process = subprocess.Popen(self.person.command("check", "--budget=500", self.pack),
                                   cwd=self.person.folder, env=self.person.environment, text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        while not catches(process) and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
        self.assertEqual((process.returncode, err), (130, ""), out)
        self.assertIn("[typography]", out)
        self.assertNotIn("[undecided]", out)
        self.assertIn(" interrupted: ", out)


def catches(process):
    """Whether PROCESS catches SIGINT by now."""
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"^SigCgt:\s*(\w+)", status, re.M).group(1), 16) >> (signal.SIGINT - 1) & 1


main()
