# SPDX-License-Identifier: GPL-3.0-or-later
"""What is kept on disk, for whom, and what is not."""
import os
import shutil
import sqlite3

from support.person import OUTAGE, Terminal, Test, main

TOLD = """<example xmlns="urn:rebond:content:1" title="t" today="2026-11-20">
  <answer of="office">PAR</answer><answer of="service">{0}</answer>
  <answer of="day">2026-11-19</answer><answer of="impact">4</answer><answer of="mood">2</answer>
  <answer of="state">patched</answer><answer of="found-by">users</answer>
  <answer of="minutes">95</answer><answer of="causes"><value>change</value></answer>
  <answer of="change-time">14:30</answer>
</example>"""


class Kept(Test):
    def tell(self, service="The archive"):
        file = self.person.write("told.xml", TOLD.format(service))
        self.assert_ends(self.person.run("import", file), 0, err="^$")

    def meddle(self, sql):
        with sqlite3.connect(self.person.journal) as journal:
            journal.executescript(sql)
        journal.close()

    def other_home(self):
        """From here on somebody with no journal, until the homes are changed again."""
        here, there = self.person.home / "here-data", self.person.home / "there-data"
        now = self.person.environment.get("XDG_DATA_HOME")
        self.person.environment["XDG_DATA_HOME"] = str(here if now == str(there) else there)
        self.person.journal = here if now == str(there) else there
        self.person.journal = self.person.journal / "rebond/journal.sqlite"


class Places(Kept):
    def test_a_folder_that_is_no_whole_path_is_ignored(self):
        self.person.environment["XDG_DATA_HOME"] = "data"
        self.person.environment["XDG_CONFIG_HOME"] = "config"
        self.tell()
        self.assertTrue(self.person.journal.exists())
        self.assertFalse((self.person.folder / "data").exists())

    def test_without_a_home(self):
        for home in ("", "here/home"):
            self.person.environment["HOME"] = home
            self.assert_one_line(
                self.person.run("new"), 3, f"rebond: HOME, '{home}', is no folder to keep a journal "
                "in; set it to your own, or use --no-journal")
            self.assert_ends(self.person.run("new", "--no-journal", typed=":quit\n"), 0, err="^$")
            self.assertEqual(list(self.person.folder.iterdir()), [])

    def test_what_fails_leaves_no_journal(self):
        bad = self.person.write("bad.xml", "<example/>")
        for words, code in [(["resume"], 2), (["resume", "3"], 2), (["done", "x"], 2),
                            (["delete", "1", "--force"], 2), (["import", bad], 1), (["list"], 0),
                            (["import", "none.xml"], 3), (["new"], 0), ([], 0)]:
            self.assert_ends(self.person.run(*words, typed=":quit\n"), code)
            self.assertFalse(self.person.journal.parent.exists(), words)

    def test_links_are_refused(self):
        self.tell()
        folder, away = self.person.journal.parent, self.person.home / "away"
        for name in ("journal.sqlite", "journal.sqlite.locks"):
            path, target = folder / name, self.person.home / "target"
            shutil.move(path, target)
            target.chmod(0o644)
            path.symlink_to(target)
            done = self.person.run("done", "1", "tell")
            self.assert_ends(done, 3, out="^$", err=r"^rebond: [^\n]*\n$")
            self.assertEqual(target.stat().st_mode & 0o777, 0o644)
            path.unlink()
            shutil.move(target, path)
            path.chmod(0o600)
        folder.rename(away)
        folder.symlink_to(away)
        for command in ("list", "new"):
            self.assert_one_line(self.person.run(command), 3, f"rebond: '{folder}' is a link; the "
                                 "journal is kept in a place of its own")

    def test_a_history_that_is_a_link_is_left_alone(self):
        self.tell()
        target = self.person.write("target", "mine\n")
        self.person.journal.with_name("history").symlink_to(target)
        terminal = Terminal(self.person, "new")
        terminal.expect("Which service")
        terminal.expect("> ")
        terminal.type("The gate\r")
        terminal.expect("On which day")
        terminal.expect("> ")
        terminal.type(":quit\r")
        terminal.rest()
        self.assertEqual(target.read_text(), "mine\n")
        self.assertEqual(target.stat().st_mode & 0o777, 0o644)

    def test_looser_modes_are_told(self):
        self.tell()
        folder = self.person.journal.parent
        self.person.journal.chmod(0o666)
        folder.chmod(0o755)
        done = self.person.run("list")
        self.assert_ends(done, 0, err=rf"^rebond: others can look into '{folder}'; .*\n"
                         rf"rebond: others can look into '{self.person.journal}'; [^\n]*\n$")
        done = self.person.run("done", "1", "tell")
        self.assert_ends(done, 0, err=rf"^rebond: others could look into '{folder}'; now only you"
                         rf" can\nrebond: others could look into '{self.person.journal}'; [^\n]*\n$")
        self.assertEqual(folder.stat().st_mode & 0o777, 0o700)
        self.assertEqual(self.person.journal.stat().st_mode & 0o777, 0o600)
        self.assert_ends(self.person.run("list"), 0, err="^$")

    def test_what_belongs_to_others(self):
        if os.getuid() != 0:
            self.skipTest("only root can give files away")
        self.tell()
        os.chown(self.person.journal.parent, 65534, 65534)
        self.assert_ends(self.person.run("done", "1", "tell"), 3,
                         err="^rebond: '[^\n]*' belongs to another user, so the journal is not "
                         "written there\n$")


class Traces(Kept):
    def test_the_pager_keeps_no_history(self):
        self.tell()
        self.person.environment["PAGER"] = "echo $LESSHISTFILE $LESSSECURE; cat"
        self.assertTrue(Terminal(self.person, "plan", rows=10).rest()[0].startswith("- 1\r\n"))

    def test_what_another_window_wiped_does_not_come_back(self):
        self.tell()
        history = self.person.journal.with_name("history")
        history.write_text("A secret line\n")
        history.chmod(0o600)
        terminal = Terminal(self.person, "new")
        terminal.expect("Which service")
        terminal.expect("> ")
        terminal.type("The gate\r")
        terminal.expect("On which day")
        self.assert_ends(self.person.run("delete", "1", "--force"), 0)
        self.assertFalse(history.exists())
        terminal.expect("> ")
        terminal.type(":quit\r")
        self.assertEqual(terminal.rest()[1], 0)
        self.assertNotIn("secret", history.read_text())
        self.assertIn("The gate", history.read_text())
        self.assertEqual(history.stat().st_mode & 0o777, 0o600)


class Wiping(Kept):
    def test_whatever_the_pack_has_become(self):
        self.person.pack = self.person.home / "pack"
        shutil.copytree(OUTAGE, self.person.pack)
        self.tell()
        (self.person.pack / "pack.xml").write_text("<pack")
        self.assert_ends(self.person.run("delete", "1", "--force"), 0, err="^$")

    def test_stale_additions_are_left_out(self):
        self.tell()
        own = self.person.home / ".config/rebond/content/outage"
        own.mkdir(parents=True)
        (own / "mine.xml").write_text('<extend xmlns="urn:rebond:content:1" question="gone"/>')
        for command in (["list"], ["done", "1", "tell"], ["export"]):
            self.assert_ends(self.person.run(*command), 0, out=".",
                             err="^rebond: your addition '[^\n]*/mine.xml' does not fit this pack and "
                             "is left out; 'rebond check' says why\n$")
        self.assert_ends(self.person.run("check"), 1)

    def test_other_additions_stay(self):
        """Without a stale one, and without what rests on it; the pack's own lists can be added to."""
        own = self.person.home / ".config/rebond/content/outage"
        own.mkdir(parents=True)
        extend = '<extend xmlns="urn:rebond:content:1"'
        (own / "1-stale.xml").write_text(f'{extend} question="gone"/>')
        (own / "2-broken.xml").write_text("<theme")
        (own / "3-theme.xml").write_text(
            '<theme xmlns="urn:rebond:content:1" id="ours" when="$missing"><title>O</title></theme>')
        (own / "4-rests.xml").write_text(f'{extend} theme="ours"><remark>Hm.</remark></extend>')
        (own / "5-lists.xml").write_text(
            f'{extend} pack="outage"><topic id="here"><title>Here</title></topic>'
            '<support hears="helpless"><title>Our line</title><p>Call 1234.</p></support></extend>')
        (own / "6-here.xml").write_text(
            f'{extend} theme="after" at="start"><lesson id="ours" topic="here" evidence="practice">'
            "<then>ask us</then></lesson></extend>")
        done = self.person.run("new", typed=":support\n:quit\n")
        self.assert_ends(done, 0, out=r"Our line.*Call 1234\.")
        self.assertEqual([line.split("'")[1].split("/")[-1] for line in done.stderr.splitlines()],
                         ["1-stale.xml", "2-broken.xml", "3-theme.xml", "4-rests.xml"])


class Transfer(Kept):
    """Out of one journal and into another, by hand."""

    def setUp(self):
        super().setUp()
        self.other_home()
        self.other_home()

    def export(self, number, *options):
        done = self.person.run("export", number, *options)
        self.assert_ends(done, 0, err="^$")
        return done.stdout

    def carry(self, number="1", *options):
        """Debrief NUMBER, exported here and imported there; its exports before and after."""
        before = self.export(number, "--private")
        self.assert_ends(self.person.run("export", number, "-o", "out.xml", "--force", *options), 0)
        self.other_home()
        done = self.person.run("import", "out.xml")
        self.assert_ends(done, 0, out="^This is debrief 1;|^Debrief 1 tells", err="^$")
        return before, self.export("1", "--private")

    def test_stopped_at_any_question(self):
        answers = ["1", "The archive", "yesterday", "4", "2", "2", "2", "95", "1,3", "1", "14:30",
                   "yes", "Nobody had the key", "no"]
        for count in range(1, len(answers) + 1):
            typed = "".join(answer + "\n" for answer in answers[:count])
            self.assert_ends(self.person.run("new", typed=typed + ":quit\n"), 0)
            before, after = self.carry("1", "--private")
            self.assertEqual(before, after)
            self.assert_ends(self.person.run("delete", "1", "--force"), 0)
            self.other_home()
            self.assert_ends(self.person.run("delete", "1", "--force"), 0)
            shutil.rmtree(self.person.journal.parent)
            self.other_home()
            shutil.rmtree(self.person.journal.parent, ignore_errors=True)
            self.other_home()

    def test_without_what_is_private(self):
        self.assert_ends(self.person.run("new", typed="1\nThe archive\nyesterday\n4\n2\n:quit\n"), 0)
        before, after = self.carry()
        self.assertIn("mood", before)
        self.assertNotIn("mood", after)
        self.assertIn("questions still open", self.person.run("list").stdout)

    def test_twice_changes_nothing(self):
        self.tell()
        self.assert_ends(self.person.run("export", "1", "-o", "out.xml"), 0)
        for file in ("out.xml", "told.xml"):
            self.assert_ends(self.person.run("import", file), 0,
                             out="^Debrief 1 tells all that already.\n$")
        self.assert_ends(self.person.run("list"), 0, out=r"^  1  [^\n]*\n[^\n]*\n$")

    def test_made_while_the_clock_was_behind(self):
        self.person.today = "2026-11-25"
        self.assert_ends(self.person.run("new", typed="1\nThe archive\n2026-11-19\n:quit\n"), 0)
        self.person.today = "2026-11-20"
        before, after = self.carry("1", "--private")
        self.assertEqual(before, after)

    def test_two_machines_in_step(self):
        self.tell()
        self.tell("The gate")
        self.assert_ends(self.person.run("export", "--all", "--private", "-o", "all"), 0, out="^$",
                         err="^$")
        self.assertEqual(len(list((self.person.folder / "all").iterdir())), 2)
        self.other_home()
        self.assert_ends(self.person.run("import", "all"), 0, out=r"^This is debrief \d; [^\n]*\n"
                         r"This is debrief \d; [^\n]*\n$")
        self.assert_ends(self.person.run("done", "1", "tell"), 0)
        self.assert_ends(self.person.run("export", "--all", "--private", "-o", "back"), 0)
        self.other_home()
        self.assert_ends(self.person.run("import", "back"), 0,
                         out=r"^Debrief \d tells[^\n]*\nDebrief \d tells[^\n]*\n$")
        self.assertEqual(sum('<done of="tell"' in self.export(number) for number in "12"), 1)
        self.assert_ends(self.person.run("import", "back"), 0, out="^(Debrief . tells all that "
                         "already.\n){2}$")

    def test_all_or_nothing(self):
        self.tell()
        folder = self.person.folder / "some"
        folder.mkdir()
        (folder / "1.xml").write_text(TOLD.format("The lift"))
        (folder / "2.xml").write_text(TOLD.format("The gate").replace("2026-11-19", "2026-13-19"))
        self.assert_ends(self.person.run("import", folder), 1, out="^$")
        self.assertNotIn("lift", self.person.run("list").stdout)

    def test_mistakes(self):
        self.tell()
        self.assert_one_line(self.person.run("export", "--all"), 2,
                             "rebond: --all wants a new folder, named by --output")
        self.assert_one_line(self.person.run("export", "1", "--all", "-o", "x"), 2,
                             "rebond: either --all or a debrief, not both")
        self.assert_one_line(self.person.run("export", "--all", "-o", "."), 3,
                             "rebond: '.' is there already; --force replaces it")
        (self.person.folder / "none").mkdir()
        self.assert_one_line(self.person.run("import", "none"), 2,
                             "rebond: there is no file to import in 'none'")

    def test_what_the_pack_no_longer_asks(self):
        self.tell()
        before = self.export("1", "--private")
        self.person.pack = self.person.home / "pack"
        shutil.copytree(OUTAGE, self.person.pack)
        course = self.person.pack / "20-course.xml"
        text = course.read_text()
        self.assertIn('value="change"', text)
        course.write_text(text.replace('value="change"', 'value="changed"')
                          .replace("'change'", "'changed'"))
        self.assert_ends(self.person.run("export", "1", "--private", "-o", "out.xml"), 0)
        self.person.pack = OUTAGE
        self.other_home()
        self.assert_ends(self.person.run("import", "out.xml"), 0)
        self.assertEqual(before, self.export("1", "--private"))


class NewerPack(Kept):
    """What was accepted is looked at again when the pack has changed."""

    def change(self, *replacements):
        self.person.pack = self.person.home / "pack"
        shutil.copytree(OUTAGE, self.person.pack)
        for file in self.person.pack.glob("*.xml"):
            text = file.read_text()
            for old, new in replacements:
                text = text.replace(old, new)
            file.write_text(text)

    def resume(self, typed=":quit\n"):
        done = self.person.run("resume", typed=typed)
        self.assert_ends(done, 0)
        return done.stdout

    def assert_set_aside(self, of, value):
        """What the pack has no place for is named, stays, and goes from one home to another."""
        told = self.person.run("export").stdout
        self.assertRegex(told, f'<answer of="{of}"[^>]* parked="yes">{value}</answer>')
        self.assertRegex(self.resume(), f"Without a place now, but kept .*: {of}\n")
        self.assertEqual(self.person.run("export").stdout, told)
        self.person.write("told.xml", told)
        self.other_home()
        self.assert_ends(self.person.run("import", "told.xml"), 0)
        self.assertEqual(self.person.run("export").stdout, told)

    def test_a_bound(self):
        self.tell()
        self.change(('max="1440"', 'max="60"'))
        self.assertIn("You had said '95\u00a0minutes'; that does not fit here any more.",
                      self.resume("30\n:quit\n"))
        self.assertIn('<answer of="minutes" given="2026-11-20">30</answer>'.replace(
            ' given="2026-11-20"', ""), self.person.run("export").stdout)

    def test_an_option_among_several(self):
        self.tell()
        self.person.run("import", self.person.write("more.xml", TOLD.format("The gate").replace(
            "<value>change</value>", "<value>change</value><value>supplier</value>").replace(
            '<answer of="change-time">', '<answer of="main-cause">change</answer>'
            '<answer of="change-time">')))
        self.change(('value="supplier"', 'value="seller"'), ("'supplier'", "'seller'"))
        said = self.resume("\n:quit\n")
        self.assertIn("You had also said 'supplier'; the answers no longer have that.", said)
        self.assertNotIn("does not fit", said)
        self.assertRegex(said, "Enter alone keeps it")
        told = self.person.run("export").stdout
        self.assertIn("<value>change</value></answer>", told)
        self.assert_set_aside("causes", "<value>supplier</value>")

    def test_left_out_when_nothing_fits(self):
        self.tell()
        self.change(('max="1440"', 'max="60"'))
        self.assertIn("Left out.", self.resume("\n:quit\n"))
        self.assert_set_aside("minutes", "<value>95</value>")

    def test_a_kind(self):
        self.tell()
        self.change(('id="service" kind="text"', 'id="service" kind="date"'),
                    (r' pattern="\p{L}.*"', ""))
        said = self.resume("yesterday\n:quit\n")
        self.assertIn("You had said 'The archive'; that does not fit here any more.", said)
        self.assertNotIn("archive", self.person.run("plan").stdout)

    def test_a_day_that_is_over(self):
        """It has a place, as a day to come would: it is named where it is asked for, not later."""
        self.change(('id="service" kind="text"',
                     'id="service" kind="date" next-time="yes" min="today"'),
                    (r' pattern="\p{L}.*"', ""))
        self.person.run("new", typed="2\nnext wednesday\nyesterday\n:quit\n")
        self.person.today = "2026-11-27"
        self.assertRegex(self.resume("\n:quit\n"),
                         "You had said 'Wednesday 25 November 2026', which is over")
        self.assertNotIn("Without a place now", self.resume())
        told = self.person.run("export").stdout
        self.assertRegex(told, '<answer of="service"[^>]* parked="yes"><value>2026-11-25</value>')

    def test_a_question_that_is_gone(self):
        self.tell()
        self.change(('id="service"', 'id="system"'), ('of="service"', 'of="system"'),
                    ("$service", "$system"))
        self.assertIn("Without a place now, but kept ('rebond export --private' has it): service\n",
                      self.resume())
        self.assertRegex(self.person.run("export", "--private").stdout,
                         '<answer of="service"[^>]*>.*The archive')


class Damage(Kept):
    def test_one_bad_row_hides_nothing_else(self):
        self.tell()
        self.tell("The gate")
        self.meddle("UPDATE debrief SET begun = 'x' WHERE id = 1;"
                    "UPDATE answer SET value = cast(x'6162F01b' AS TEXT) WHERE step = 'service'"
                    " AND debrief = 1; UPDATE answer SET given = 'x' WHERE debrief = 1")
        for command in (["list"], ["agenda"], ["lessons"], ["plan", "1"], ["export", "1"]):
            done = self.person.run(*command, encoding="utf-8", errors="strict")
            self.assert_ends(done, 4, out="When I change|Tell the users|value>change", err=r"^rebond: "
                             r"debrief 1 is damaged; please look at what stands at [^\n]*\nrebond: "
                             r"debrief 1 is damaged; its days may be wrong\n$")
            self.assertNotIn("\x1b", done.stdout)
        done = self.person.run("export", "1", "--private", "-o", "rescued.xml")
        self.assert_ends(done, 4)
        self.assert_ends(self.person.run("delete", "1", "--force"), 0)
        self.assert_ends(self.person.run("import", "rescued.xml"), 0, err="^$")

    def test_a_debrief_that_cannot_be_read(self):
        self.tell()
        self.tell("The gate")
        self.meddle("UPDATE debrief SET begun = 'x', touched = 'y' WHERE id = 1")
        done = self.person.run("list")
        self.assert_ends(done, 4, out="^  2  The gate[^\n]*\n[^\n]*\n$",
                         err="^rebond: debrief 1 is damaged and cannot be read\n$")
        self.assert_ends(self.person.run("plan", "1"), 4)
        self.assert_ends(self.person.run("delete", "1", "--force"), 0)
        self.assert_ends(self.person.run("list"), 0, err="^$")

    def test_a_clock_that_went_back(self):
        self.tell()
        self.person.today = "1970-01-01"
        self.assert_one_line(
            self.person.run("done", "1", "tell"), 2, "rebond: this debrief began on Friday 20 "
            "November 2026, and today is said to be Thursday 1 January 1970; is the clock right?")


main()
