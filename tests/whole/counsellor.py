# SPDX-License-Identifier: GPL-3.0-or-later
"""What `rebond check` says to somebody who edits a pack: what it has to say, and nothing less because
of what stands beside it."""
import os
import re
import shutil

from support.person import OUTAGE, SOURCE, Test, unittest


class Edits(Test):
    def setUp(self):
        super().setUp()
        self.pack = self.person.folder / "pack"
        self.renew()

    def renew(self):
        """The pack without what was edited."""
        shutil.rmtree(self.pack, ignore_errors=True)
        shutil.copytree(OUTAGE, self.pack)

    def edit(self, name, old, new, pack=None):
        file = (pack or self.pack) / name
        text = file.read_text("utf-8")
        self.assertIn(old, text)
        file.write_text(text.replace(old, new, 1), "utf-8")

    def check(self, *arguments, **options):
        return self.person.run("check", "-q", *arguments, **options)

    def assert_finding(self, place, rule, words="", code=1):
        done = self.check(self.pack)
        self.assert_ends(done, code, out=rf"^[^\n]*{place}: [^\n]*{words}[^\n]* \[{rule}\]\n$", err="^$")

    # ---- translations ----

    def test_shipped_translations(self):
        """Those of the shipped pack are with the program, also for a copy that is edited."""
        pack = self.person.folder / "copy"
        shutil.copytree(SOURCE / "content", pack)
        self.edit("12-where.xml", "Dans quel pays", "Dans quel coin", pack)
        done = self.check("--no-proofs", pack)
        self.assert_ends(done, 0, out=r"^[^\n]*12-where.xml:\d+:\d+: warning: [^\n]*'en'[^\n]*"
                         r"Dans quel coin[^\n]* \[untranslated\]\n$")

    def translated(self, text, translation):
        """The findings about markup, of a remark that is TEXT and its TRANSLATION."""
        (self.pack / "locale").mkdir()
        (self.pack / "locale" / "de.po").write_text(f'msgid "{text}"\nmsgstr "{translation}"\n', "utf-8")
        self.edit("90-after.xml", "</theme>", f"<remark>{text}</remark></theme>")
        return [line for line in self.check(self.pack).stdout.splitlines() if "[untranslated]" not in line]

    def test_catalogues_astray(self):
        """A catalogue is found under another ending, in another folder, and beside the pack."""
        text = 'msgid "Service"\nmsgstr "Dienst"\n'
        for name, words in (("locale/de.po.txt", "its name does not end in .po"), ("local/de.po", "did you mean 'locale'"),
                            ("de.po", "translations stand in the folder locale"),
                            ("FR.PO", "translations stand in the folder locale")):
            with self.subTest(name):
                file = self.pack / name
                file.parent.mkdir(exist_ok=True)
                file.write_text(text, "utf-8")
                self.assert_ends(self.check("--no-proofs", self.pack), 0, err="^$",
                                 out=rf"^[^\n]* is not read: [^\n]*{words}[^\n]* \[not-read\]\n$")
                file.unlink()

    def test_catalogue_said_twice(self):
        (self.pack / "locale").mkdir()
        for text in ('msgid "Service"\nmsgstr "Dienst"\n\n' * 2, 'msgid "Service"\nmsgstr "Dienst"\nmsgstr "Dienst"\n'):
            (self.pack / "locale/de.po").write_text(text, "utf-8")
            self.assertRegex(self.check("--no-proofs", self.pack).stdout,
                             r"^[^\n]*each text stands once, behind msgid, [^\n]*\[bad-translations\]\n$")

    def test_translation_that_is_no_text(self):
        lines = self.translated("See you.", "Bis & < bald.")
        self.assertEqual(len(lines), 1)
        self.assertRegex(lines[0], r"90-after.xml:\d+:\d+: error: .*Bis & < bald.* \[translation-markup\]$")

    def test_translation_in_other_quotes(self):
        self.assertEqual(self.translated("See <em>you</em>.", "Bis <em >bald</em>."), [])

    def test_translations_of_what_is_no_pack(self):
        (self.pack / "locale").mkdir()
        (self.pack / "locale" / "de.po").write_text('msgid "Service"\nmsgstr "Dienst"\n', "utf-8")
        self.edit("pack.xml", "<pack ", "<pakc ")
        self.edit("pack.xml", "</pack>", "</pakc>")
        self.assert_ends(self.check(self.pack), 1, out=r"pack.xml:\d+:\d+: error: [^\n]*pakc")

    # ---- proofs ----

    NEVER = "<remark when=\"$found-by = 'users' and $found-by = 'alarm'\">No.</remark></theme>"

    def test_proofs_beside_a_faulty_pack(self):
        faulty = self.person.folder / "faulty"
        shutil.copytree(self.pack, faulty)
        self.edit("10-what.xml", "kind=\"scale\"", "kind=\"skale\"", faulty)
        self.edit("90-after.xml", "</theme>", self.NEVER)
        for order in ([faulty, self.pack], [self.pack, faulty]):
            done = self.check(*order)
            self.assert_ends(done, 1, out=r"pack/90-after.xml[^\n]* \[never-reached\]")

    def test_missing_pack_beside_another(self):
        self.edit("90-after.xml", "</theme>", self.NEVER)
        done = self.check(self.pack, "nowhere")
        self.assert_ends(done, 3, out=r"\[never-reached\]", err="cannot open 'nowhere'")
        self.assert_ends(self.check("nowhere"), 3, out="^$", err="cannot open 'nowhere'")

    # ---- texts ----

    def test_private_by_what_stands_around(self):
        self.edit("10-what.xml", 'id="state" kind="choice"', 'id="state" kind="choice" private="yes"')
        self.edit("10-what.xml", '<option value="broken">', '<option value="broken"><label>Broken'
                  '</label><question id="since" kind="text"><prompt>Since when?</prompt></question>'
                  '</option><option value="gone">')
        drafts = [file for file in self.pack.glob("*.xml") if "</draft>" in file.read_text("utf-8")]
        self.edit(drafts[0].name, "</draft>", '<p>It is so since <answer of="since" else="long ago"/>.'
                  "</p></draft>")
        done = self.check("--no-proofs", self.pack)
        self.assert_ends(done, 0, out=rf"^[^\n]*{drafts[0].name}:\d+:\d+: [^\n]*'since'[^\n]* "
                         r"\[private-quoted\]\n$")

    # ---- examples ----

    def test_day_of_what_is_no_action(self):
        self.edit("examples/quiet-night.xml", '<expect advice="mended-for-good"/>',
                  '<expect advice="mended-for-good" due="2026-11-23"/>')
        self.assert_finding(r"quiet-night.xml:13:3", "unmet-expectation", "only actions have these")

    def test_answered_after_the_day_of_the_file(self):
        self.edit("examples/quiet-night.xml", '<answer of="impact">', '<answer of="impact" given="2026-11-21">')
        self.assert_finding(r"quiet-night.xml:6:3", "bad-answer", "after Friday 20 November 2026")

    def test_given_after_the_day_of_the_file(self):
        self.edit("examples/quiet-night.xml", 'today="2026-11-20"', 'today="2026-11-20" given="2026-11-21"')
        self.assert_finding(r"quiet-night.xml:4:3", "bad-answer", "after Friday 20 November 2026")

    # ---- what is known from web pages ----

    def test_tags_of_web_pages(self):
        """Each is told how it is said here, or that it cannot be."""
        for tag, words in (("<b>x</b>", "<strong>"), ("<br/>", "a second p, step or remark"),
                           ("<a>x</a>", "<link href="), ("<ul/>", "one step, p or fact after the other"),
                           ("<img/>", "pictures cannot be shown")):
            with self.subTest(tag):
                self.renew()
                self.edit("90-after.xml", "</theme>", f"<remark>See {tag}.</remark></theme>")
                done = self.check("--no-proofs", self.pack)
                self.assertRegex(done.stdout, rf"there is no element '\w+': [^\n]*{words}[^\n]*\[unknown-element\]\n")

    # ---- one mistake, one finding that says what would be right ----

    def test_one_finding_each(self):
        """What follows from a mistake is not told beside it, and the cause says what to do."""
        question = '<question id="found-by" kind="choice">'
        for name, old, new, rule, words in (
                ("20-course.xml", question, '<question id="found-by" type="choice">', "unknown-attribute",
                 "there is no attribute 'type' on 'question': what it lacks is kind"),
                ("20-course.xml", question, '<question name="found-by" kind="choice">', "unknown-attribute",
                 "what it lacks is id"),
                ("20-course.xml", question, '<question kind="choice">', "missing-attribute", "lacks the attribute 'id'"),
                ("20-course.xml", "<question id", "<Question id", "unknown-element", "did you mean 'question'"),
                ("20-course.xml", "</prompt>", "<prompt>", "misplaced-element", "write </prompt>"),
                ("20-course.xml", '<option value="users"><label>The users</label>', '<option value="users">The users',
                 "stray-text", "in an element of its own: label, "),
                ("20-course.xml", '<option value="users">', "<option>", "missing-attribute", "'value'"),
                ("90-after.xml", "</theme>", "<conseil>Dormir.</conseil></theme>", "unknown-element",
                 "here can stand question, repeat, action, lesson"),
                ("90-after.xml", "</theme>", "<remark>Then<br>sleep.</remark></theme>", "unknown-element",
                 "a second p, step or remark"),
                ("90-after.xml", "</theme>", '<remark>See <answer of="service">.</remark></theme>', "stray-text",
                 'is written <answer of="…"/>'),
                ("90-after.xml", "</theme>", "<remark when=\"$found-by = ('users' or 'alarm')\">See.</remark></theme>",
                 "wrong-type", "between whole comparisons"),
                ("90-after.xml", "</theme>", "<remark when=\"$found-by = ''\">See.</remark></theme>",
                 "wrong-type", "an answer is never empty"),
                ("90-after.xml", "</theme>", "<remark when=\"answered($found-by)\">See.</remark></theme>",
                 "no-sign", "is true once it is answered"),
                ("90-after.xml", "</theme>", "<remark when=\"days-since($day) > 3 days\">See.</remark></theme>",
                 "condition-malformed", "a number has no unit"),
                ("20-course.xml", 'topic="detection"', 'topic="De-tection"', "bad-attribute", "did you mean 'detection'"),
                ("pack.xml", 'xml:lang="en"', 'xml:lang="english"', "bad-attribute", "such as fr, en or fr-CA"),
                ("20-course.xml", '<option value="users">', '<option value="users" hears="user, client">',
                 "nothing-heard", "between words and phrases stands |")):
            with self.subTest(new):
                self.renew()
                self.edit(name, old, new)
                self.assert_ends(self.check(self.pack), 1, err="^$",
                                 out=rf"^[^\n]*{name}:\d+:\d+: [^\n]*{re.escape(words)}[^\n]* \[{rule}\]\n"
                                 r"([^\n]*: note: [^\n]*\n)?$")

    def test_places_to_fill(self):
        """What forms on paper have in the place of an answer or of words is told in drafts and texts."""
        for old, written, words in (("</theme>", "<remark>You watch [service].</remark></theme>", "<answer of=\"service\"/>"),
                                    ("</p>", " Until ____.</p>", "<blank example="),
                                    ("</p>", " Until [the day].</p>", "<blank example=")):
            with self.subTest(written):
                self.renew()
                drafts = [file.name for file in self.pack.glob("*.xml") if "</draft>" in file.read_text("utf-8")]
                self.edit(drafts[0], old, written)
                self.assertRegex(self.check("--no-proofs", self.pack).stdout,
                                 rf"is shown as it is written: [^\n]*{words}[^\n]*\[name-in-text\]\n")

    def test_answers_after_a_wrong_one(self):
        """What might be asked if it were right is not told to be left out; several go one by one."""
        for old, new, words in (('of="found-by">alarm', 'of="found-by">alarms', "did you mean 'alarm'"),
                                ('of="found-by"', 'of="fund-by"', "did you mean 'found-by'"),
                                ("<value>load</value>", "load, change", "several are written <value>…</value> each")):
            with self.subTest(new):
                self.renew()
                self.edit("examples/quiet-night.xml", old, new)
                self.assertRegex(self.check("--no-proofs", self.pack).stdout,
                                 rf"^[^\n]*quiet-night.xml:\d+:\d+: error: [^\n]*{words}[^\n]*\n$")

    def test_no_pack(self):
        (self.pack / "pack.xml").rename(self.pack / "Pack.xml")
        self.assert_ends(self.check(self.pack), 3, out="^$", err="is no pack: it has no file called pack.xml, in small letters")

    # ---- causes before what follows from them ----

    def test_cause_first(self):
        """A file that is not read comes before what is missing for want of it."""
        (self.pack / "90-after.xml").rename(self.pack / "zz-after.txt")
        done = self.check("--no-proofs", self.pack)
        self.assert_ends(done, 1, out=r"^[^\n]*zz-after.txt: warning: 'zz-after.txt' is not read: [^\n]*\n[^\n]*:\d+:\d+: ")
        self.assertNotRegex(done.stdout, r"\[(unused|no-effect)\]")
        (self.pack / "zz-after.txt").rename(self.pack / "examples/zz-after.xml")
        done = self.check("--no-proofs", self.pack)
        self.assert_ends(done, 1, out=r"zz-after.xml:\d+:\d+: error: [^\n]* themes stand beside pack.xml")
        self.assertNotRegex(done.stdout, r"\[(unused|no-effect)\]")

    def test_half_a_pack(self):
        """What pack.xml would have declared behind the place where it breaks off is not missing."""
        self.edit("pack.xml", "<topic ", "<!-- A --> & <topic ")
        self.assert_finding(r"pack.xml:\d+:\d+", "not-well-formed", "&amp;")

    def test_broken_translation(self):
        """Of a catalogue that cannot be read nothing is said to be untranslated."""
        (self.pack / "locale").mkdir()
        (self.pack / "locale" / "de.po").write_text('msgid "Service"\nmsgstr "Der "Dienst""\n', "utf-8")
        self.assert_finding("de.po:2", "bad-translations", "inside it a quote is written")

    # ---- where things are ----

    def test_folder_of_additions(self):
        own = self.person.home / ".config/rebond/content/outage"
        own.mkdir(parents=True)
        (own / "mine.xml").write_text('<extend xmlns="urn:rebond:content:1" question="found-by"/>')
        for path in (own, own / "mine.xml"):
            self.assert_ends(self.check(path), 3, err="holds additions to a pack; 'rebond check' without a folder")

    def test_all_rules(self):
        done = self.person.run("check", "--explain", "all")
        self.assert_ends(done, 0, out=r"(?s)^unreadable\n    cannot be read.*\nname-in-text\n")

    def test_way_by_its_place(self):
        """What --against names by its place can be shown by it."""
        line = 1 + (self.pack / "90-after.xml").read_text("utf-8").split("when=")[0].count("\n")
        done = self.person.run("check", "--witness", f"90-after.xml:{line}", self.pack)
        self.assert_ends(done, 0, out="<example ")

    def test_from_the_folder_of_examples(self):
        self.edit("examples/quiet-night.xml", "<reject question", "<expect question")
        done = self.check(f"{self.pack}/examples/")
        self.assert_ends(done, 1, out=r"\[unmet-expectation\]", err="^$")
        self.person.folder = self.pack / "examples"
        for path in (".", "quiet-night.xml"):
            done = self.check(path)
            self.assert_ends(done, 1, out=r"\[unmet-expectation\]", err="^$")

    def test_pipe_among_the_files(self):
        os.mkfifo(self.pack / "30-pipe.xml")
        self.assert_finding(r"30-pipe.xml:1:1", "not-well-formed")

    def test_against_with_own_additions(self):
        own = self.person.home / ".config/rebond/content/outage"
        own.mkdir(parents=True)
        (own / "mine.xml").write_text(
            '<extend xmlns="urn:rebond:content:1" question="found-by" option="users">'
            '<remark id="mine" when="$state = \'mended\'">Mine.</remark></extend>')
        self.edit("10-what.xml", 'value="mended"', 'value="repaired"')
        done = self.check("--against", OUTAGE, "--content", self.pack)
        self.assertIn("mine.xml", done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
