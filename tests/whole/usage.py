# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line as such: help, mistakes, where output goes, exit codes."""
import json
import os
import pathlib
import re

from support.person import OUTAGE, REBOND, Person, Test, main


class Usage(Test):
    def test_version(self):
        self.assert_ends(self.person.run("--version"), 0, out=r"^rebond \d+\.\d+\.\d+\n$", err="^$")

    def test_help(self):
        done = self.person.run("--help")
        self.assert_ends(done, 0, out=r"Commands:.*rebond agenda.*--content=DIR", err="^$")
        self.assertLessEqual(max(map(len, done.stdout.splitlines())), 80)

    def test_help_of_a_command(self):
        done = self.person.run("plan", "--help")
        self.assert_ends(done, 0, out=r"^rebond plan \[DEBRIEF\]\n.*-o, --output=FILE")
        self.assertNotIn("--undo", done.stdout)

    def test_help_and_version_as_words(self):
        self.assertEqual(self.person.run("help").stdout, self.person.run("--help").stdout)
        self.assertEqual(self.person.run("help", "plan").stdout, self.person.run("plan", "--help").stdout)
        self.assertEqual(self.person.run("version").stdout, self.person.run("--version").stdout)

    def test_options_mean_what_the_command_does(self):
        self.assertIn("dot or mermaid", self.person.run("graph", "--help").stdout)
        self.assertNotIn("dot", self.person.run("plan", "--help").stdout)
        self.assertIn("do not ask", self.person.run("delete", "--help").stdout)
        for title in ("Its options:", "Options of all commands:"):
            self.assertEqual(self.person.run("plan", "--help").stdout.count(title), 1)
        self.assertRegex(self.person.run("plan", "--help").stdout, "--force +replace a file that is there\n")

    def test_values_have_one_name(self):
        """In every language what an option takes is called the same beside it and where it is explained."""
        own = Person(pack=None)
        self.addCleanup(own.leave)
        commands = re.findall(r"(?m)^  rebond (\w+)", own.run("--help").stdout)
        for language in ("fr", "de"):
            for command in commands:
                helps = []
                for spoken in ("en", language):
                    own.environment["LANGUAGE"] = spoken
                    said = own.run(command, "--help").stdout.replace("\u00a0", " ")
                    rows = re.findall(r"(?ms)^  (?:-\w, )?--([a-z-]+)(?:=(\S+))?[ \n]+(.*?)(?=^  -|^\S|\Z|\n\n)", said)
                    helps.append({name: (value, words.split()) for name, value, words in rows})
                self.assertEqual(list(helps[0]), list(helps[1]))
                for name, (value, words) in helps[0].items():
                    told, in_words = helps[1][name]
                    if value in words:
                        self.assertIn(told, in_words, f"{command} --{name} in {language}")

    def test_mistakes(self):
        for words, complaint in [
                (["lst"], "unknown command 'lst'; did you mean 'list'?"),
                (["xyzzy"], "unknown command 'xyzzy'; 'rebond --help' lists them"),
                (["", "list"], "unknown command ''; 'rebond --help' lists them"),
                (["--forse"], "unknown option '--forse'; did you mean '--force'?"),
                (["-v"], "unknown option '-v'; did you mean '-V'?"),
                (["-x"], "unknown option '-x'; 'rebond --help' lists the options"),
                (["plan", "-o"], "'-o' wants a value; 'rebond plan --help' lists the options"),
                (["--no"], "'--no' may be --no-proofs and --no-journal; please say more"),
                (["plan", "--format"], "'--format' wants a value; 'rebond plan --help' lists the options"),
                (["plan", "--undo"], "'--undo' does not go with 'rebond plan'"),
                (["--undo"], "'--undo' does not go with 'rebond'"),
                (["list", "3"], "'list' takes no arguments"),
                (["plan", "1", "2"], "too many arguments for 'plan': rebond plan [DEBRIEF]"),
                (["import"], "'import' wants more: rebond import FILE…"),
                (["list", "--no-journal"],
                 "'rebond list' works on the journal, so not with --no-journal"),
                (["plan", "--no-journal"],
                 "--no-journal leaves no debrief to plan; use --answers"),
                (["plan", "--format=docx"],
                 "unknown format 'docx'; there are markdown, html, ics, text"),
                (["list", "--today=2026-02-30"],
                 "'2026-02-30' is no day of the calendar; write it as in 2026-11-23"),
                (["resume", "one"], "'one' is no debrief; 'rebond list' shows their numbers"),
                (["plan", "7"], "there is no debrief 7; 'rebond list' shows those there are"),
                (["plan"], "there is no debrief yet; 'rebond new' begins one"),
                (["check", "--explain=unreadible"],
                 "unknown rule 'unreadible'; did you mean 'unreadable'?"),
                (["check", "--explain=xyzzy"],
                 "unknown rule 'xyzzy'; 'rebond check --explain all' lists them"),
                (["check", "--format=xml"], "unknown format 'xml'; there are text, json"),
                (["list", "--format=xml"], "unknown format 'xml'; there are text, json"),
                (["lessons", "--format=xml"], "unknown format 'xml'; there are text, json"),
                (["agenda", "--format=xml"], "unknown format 'xml'; there are text, ics, json"),
                (["graph", "--format=png"], "unknown format 'png'; there are dot, mermaid"),
                (["check", "--witness=sevice"],
                 "there is no 'sevice' in this pack; did you mean 'service'?"),
                (["check", "--witness=xyzzy"], "there is no 'xyzzy' in this pack"),
                (["check", "--witness=limit:people"], "there is no 'limit:people' in this pack"),
                (["check", "--pot", OUTAGE, OUTAGE],
                 "--pot, --witness, --against, --accept, --watch and --dimacs are for one pack at a time"),
                (["check", "--explain=all", "--pot"], "either --explain or --pot, not both"),
                (["check", "--watch", "--against=p"], "either --against or --watch, not both"),
                (["check", "--accept", "--witness=day"], "either --witness or --accept, not both"),
                (["check", "--dimacs", "--format=json"], "either --dimacs or --format, not both"),
                (["plan", "--answers=told.xml", "1"], "either --answers or a debrief, not both"),
                (["draft", "--fill", "--edit"], "either --fill or --edit, not both"),
                (["draft"], "there is no debrief yet; 'rebond new' begins one"),
                (["move", "1"], "there is no debrief 1; 'rebond list' shows those there are")]:
            with self.subTest(words=words):
                self.assert_one_line(self.person.run(*words), 2, "rebond: " + complaint)

    def test_an_ending_that_tells_no_format(self):
        """Of a file that is to hold what the person did not ask for, nothing is written."""
        for command, endings in {"plan": ".md, .html, .ics, .txt", "list": ".txt, .json", "agenda": ".txt, .ics, .json",
                                 "lessons": ".txt, .json", "check": ".txt, .json", "graph": ".dot, .mmd",
                                 "preview": ".txt, .html"}.items():
            for name in ("x.png", "x", "x.png.", ".hidden"):
                with self.subTest(command=command, name=name):
                    self.assert_one_line(self.person.run(command, "-o", name), 2,
                                         f"rebond: the ending of '{name}' tells no format; there are {endings}, or "
                                         "--format")
                    self.assertFalse((self.person.folder / name).exists())
            self.assertIn("its ending tells the format", " ".join(self.person.run("help", command).stdout.split()))

    def test_findings_as_json(self):
        """What the lines say, part by part; also how many of a file were left out."""
        name = '<pack xmlns="urn:rebond:content:1" id="p" xml:lang="en"><title>T</title><about>A</about>'
        sheets = "".join('<sheet id="s"><title>S</title></sheet>' for _ in range(102))
        pack = self.person.write("pack.xml", f"{name}<subject>S</subject>{sheets}</pack>")
        lines = self.person.run("check", pack.parent)
        done = self.person.run("check", "--format=json", pack.parent)
        self.assert_ends(done, 1, err="^$")
        findings = json.loads(done.stdout)
        first = findings[0]
        self.assertIn(f"{first['file']}:{first['line']}:{first['column']}: {first['severity']}: "
                      f"{first['message']} [{first['rule']}]\n{first['note_file']}:{first['note_line']}:"
                      f"{first['note_column']}: note: {first['note']}\n", lines.stdout)
        self.assertEqual(sum(finding["left_out"] for finding in findings),
                         int(re.search(r"(\d+) more findings? left out", lines.stdout).group(1)))
        self.assertEqual(json.loads(self.person.run("check", "--no-proofs", "--format=json").stdout), [])

    def test_a_language_not_spoken_is_said(self):
        done = self.person.run("list", "--lang=tlh")
        self.assert_ends(done, 0, err=r"^rebond: no translation for 'tlh'; going on in 'en'\n$")

    def test_reading_leaves_no_trace(self):
        self.assert_ends(self.person.run("list"), 0, out="^No debrief yet")
        self.assertFalse(self.person.journal.parent.exists())

    def test_output_that_cannot_be_written(self):
        with open("/dev/full", "w") as full:
            done = self.person.run("--help", stdout=full)
        self.assertEqual(done.returncode, 3)
        self.assertEqual(done.stderr,
                         "rebond: cannot write the output: No space left on device\n")

    def test_effort_that_is_none(self):
        for words in (["check"], ["graph"], ["try"]):
            self.assert_one_line(self.person.run(*words, "--budget=much"), 2,
                                 "rebond: 'much' is no number of seconds for --budget")

    def test_no_pack_for_any_command(self):
        nowhere = Person(pack="/no/such/folder")
        self.addCleanup(nowhere.leave)
        for words in ([], ["new"], ["resume"], ["plan"], ["draft"], ["graph"], ["preview"], ["try"], ["lessons"],
                      ["agenda"], ["export", "1"], ["export", "--all", "-o", "all"], ["done", "1", "rest"],
                      ["check", "--witness=day"], ["check", "--dimacs"], ["check", "--accept"], ["check", "--watch"],
                      ["check", "--pot"]):
            with self.subTest(words=words):
                self.assert_ends(nowhere.run(*words), 3, out="^$", err="^rebond: cannot open '/no/such/folder"
                                 "[^\n]*': No such file or directory\n$")

    def test_no_pack(self):
        nowhere = Person(pack="/no/such/folder")
        self.addCleanup(nowhere.leave)
        self.assert_one_line(nowhere.run("list"), 3, "rebond: cannot open "
                             "'/no/such/folder/pack.xml': No such file or directory")

    def test_what_came_along_is_found_beside_the_program(self):
        alone = Person(pack=None)
        self.addCleanup(alone.leave)
        link = pathlib.Path(alone.folder) / "linked"
        os.symlink(REBOND, link)
        self.assert_ends(alone.run("check", "--pot"), 0, out="Content-Type: text/plain; charset=UTF-8")


main()
