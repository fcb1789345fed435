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
                             err="^rebond: your additions in '[^\n]*' do not fit this pack and are "
                             "left out; 'rebond check' says why\n$")
        self.assert_ends(self.person.run("check"), 1)


class Damage(Kept):
    def test_one_bad_row_hides_nothing_else(self):
        self.tell()
        self.tell("The gate")
        self.meddle("UPDATE debrief SET begun = 'x' WHERE id = 1;"
                    "UPDATE answer SET value = cast(x'6162F01b' AS TEXT) WHERE step = 'service'"
                    " AND debrief = 1; UPDATE answer SET given = 'x' WHERE debrief = 1")
        for command in (["list"], ["agenda"], ["lessons"], ["plan", "1"], ["export", "1"]):
            done = self.person.run(*command, encoding="utf-8", errors="strict")
            self.assert_ends(done, 4, out="If I change|Tell the users|value>change", err=r"^rebond: "
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
