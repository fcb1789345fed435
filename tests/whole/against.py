# SPDX-License-Identifier: GPL-3.0-or-later
"""`rebond check --against`: what an edit changes for people is said, all of it and nothing else."""
import os
import re
import shutil
import subprocess

from support.person import OUTAGE, SOURCE, Test, main

LOSE = "; debriefs under way lose what they hold under the old name\n"


def counted(text):
    """TEXT without how many people there are, and how many of them."""
    return re.sub(r"\b\d+\b", "N", text)


class Editing(Test):
    def edit(self, *edits, pack=OUTAGE):
        """A copy of PACK with these replaced: file (or * for all), what is there, what comes."""
        copy = self.person.folder / "edited"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(pack, copy)
        for pattern, old, new in edits:
            files = [file for file in copy.rglob(pattern) if re.search(old, file.read_text("utf-8"))]
            self.assertTrue(files, old)
            for file in files:
                file.write_text(re.sub(old, new, file.read_text("utf-8")), encoding="utf-8")
        return copy


class Against(Editing):
    def effect(self, copy, *arguments, code=0):
        done = self.person.run("check", f"--against={OUTAGE}", copy, *arguments)
        self.assert_ends(done, code)
        return done.stdout

    def assert_effect(self, expected, *edits):
        """The edits change EXPECTED: the lines but those that name people, and the last one."""
        lines = self.effect(self.edit(*edits)).splitlines(keepends=True)
        self.assertRegex(lines[-1], r"^Compared on \d+ examples, \d+ witnesses and \d+ invented people, "
                         r"of both versions\.$")
        told = [line for line in lines[:-1] if not re.match(r"    [^-+]", line)]
        self.assertEqual(counted("".join(told)), expected)

    def test_same(self):
        self.assertRegex(self.effect(OUTAGE), r"^Nothing changes for people\.\nCompared on 2 examples, ")

    def test_due(self):
        self.assert_effect("action 'rest' (Go home in time today)\n  comes on another day, for N of N:\n",
                           ("90*", r'(id="rest"[\s\S]*?</title>)', r'\1<due after="day" days="3"/>'))
        self.assertIn("    users noticed, a change came first: no day → Tuesday 24 November\n",
                      self.effect(self.person.folder / "edited"))

    def test_when(self):
        self.assert_effect("question 'main-cause' (First cause)\n  is no longer asked, for N of N:\n"
                           "question 'change-time' (Time of the change)\n  is no longer asked, for N of N:\n"
                           "lesson 'small-changes' (I change one part, and wait before the next)\n"
                           "  no longer comes, for N of N:\n"
                           "action 'tell-with-cause' (Tell the users what happened)\n"
                           "  no longer comes, for N of N:\n"
                           "draft 'tell-with-cause-mail' (Tell the users what happened)\n"
                           "  no longer comes, for N of N:\n"
                           "action 'tell-shortly' (Tell the users in two lines)\n  now comes, for N of N:\n"
                           "draft 'tell-shortly-mail' (Tell the users in two lines)\n"
                           "  now comes, for N of N:\n"
                           # Two days after the telling, which whoever had ticked it has to do anew.
                           "action 'review' (Sit down with those who were there)\n"
                           "  comes on another day, for N of N:\n",
                           ("20*", r'when="\$causes"', """when="$causes and $found-by = 'alarm'" """.strip()))

    def test_draft(self):
        self.assert_effect("draft 'tell-with-cause-mail' (Tell the users what happened)\n"
                           "  says something else, for N of N:\n    - Hello,\n    + Good morning,\n",
                           ("90*", "<p>Hello,</p>", "<p>Good morning,</p>"))

    def test_action_removed(self):
        self.assert_effect("action 'rest' (Go home in time today)\n  no longer comes, for N of N:\n",
                           ("90*", r'<action id="rest"[\s\S]*?</action>', ""),
                           ("users-noticed.xml", r'.*advice="rest".*\n', ""))

    def test_question_added(self):
        self.assert_effect("question 'floor' (Which floor?)\n  is now asked, for N of N:\n",
                           ("10*", '<question id="service"', '<question id="floor" kind="text"><prompt>'
                            'Which floor?</prompt></question>\n  <question id="service"'))

    def test_option(self):
        self.assert_effect("question 'found-by' (Noticed by)\n  says something else, for N of N:\n"
                           "    - The users\n    + Our users\n",
                           ("20*", "<label>The users</label>", "<label>Our users</label>"))
        self.assert_effect("question 'found-by' (Noticed by)\n  says something else, for N of N:\n"
                           "    - Nobody can say\n",
                           ("20*", r'<option value="nobody">.*</option>', ""))

    def test_option_added(self):
        """One more of several to choose from: nothing else changes for who chose another beside it."""
        pack = SOURCE / "tests/packs/neighbour"
        copy = self.edit(("10*", '(<option value="music">)', r'<option value="drill"><label>A drill</label></option>\1'),
                         pack=pack)
        done = self.person.run("check", "--no-proofs", f"--against={pack}", copy)
        self.assert_ends(done, 0, out="(?s)^question 'noises' .*\n    \\+ A drill\n")
        self.assertNotIn("comes", done.stdout)

    def test_renamed(self):
        self.assert_effect("question 'found-by' is now called 'noticed-by'" + LOSE,
                           ("*.xml", r'(["$])found-by\b', r"\1noticed-by"))
        self.assert_effect("option 'users' of question 'found-by' is now called 'people'" + LOSE,
                           ("20*", 'value="users"', 'value="people"'),
                           ("*.xml", "'users'", "'people'"),
                           ("*.xml", '"found-by">users', '"found-by">people'))

    def test_people(self):
        """Examples of either version, and those of both, each by its name."""
        copy = self.edit(("90*", "<p>Hello,</p>", "<p>Good morning,</p>"),
                         ("users-noticed.xml", 'title="users noticed', 'title="customers noticed'))
        self.assertIn("    users noticed, a change came first (as it was)\n"
                      "    customers noticed, a change came first (as it is now)\n", self.effect(copy))

    def test_french(self):
        copy = self.edit(("90*", r'(id="rest"[\s\S]*?</title>)', r'\1<due after="day" days="3"/>'),
                         ("90*", "<p>Hello,</p>", "<p>Good morning,</p>"))
        shown = self.effect(copy, "--lang=fr").replace("\u00a0", " ")
        self.assertRegex(counted(shown), r"""^brouillon « tell-with-cause-mail » \(Tell .*\)
  dit autre chose, pour N sur N :
    - Hello,
    \+ Good morning,
    users noticed, a change came first
(    .*\n)*action « rest » \(Go home in time today\)
  vient un autre jour, pour N sur N :
    an alarm, and little harm: aucun jour → lundi N novembre
(    .*\n)*    et N de plus
Comparaison faite sur N exemples, N chemins trouvés par les preuves et N personnes inventées, des deux versions.
$""")
        self.assertRegex(self.effect(OUTAGE, "--lang=fr"), r"^Rien ne change pour les personnes\.\n")

    def test_faulty(self):
        done = self.person.run("check", f"--against={OUTAGE}", self.edit(("90*", "<title>", "<titel>")))
        self.assert_ends(done, 1, out="^$", err="90-after.xml:4:3: error: ")
        for folder, said in (("nowhere", "^rebond: cannot open '[^']*nowhere': No such file or directory\n$"),
                             ("", "is no pack: it has no file called pack.xml")):
            done = self.person.run("check", f"--against={self.person.folder / folder}", OUTAGE)
            self.assert_ends(done, 3, out="^$", err=said)


class Shipped(Editing):
    """The shipped pack, with an edit of each kind at once. To find some thousand witnesses takes minutes with
    sanitizers: the target `long` (AGAINST=all) compares on them too."""

    def test_all(self):
        content = SOURCE / "content"
        copy = self.edit(
            ("94*", r'(id="aside-vague"[\s\S]*?days=)"\d+"', r'\1"9"'),
            ("91*", "<p>J’imagine que vos semaines sont pleines.", "<p>J’imagine que vos semaines sont chargées."),
            ("93*", "j’arrive avec une fourchette, en brut annuel", "j’arrive avec une fourchette, en brut"),
            ("12*", '(  <question id="region" kind)', r'  <question id="city" kind="text"><prompt>Où ?'
             r'</prompt></question>\n\1'),
            ("*.xml", r'(["$])last-way\b', r"\1final-way"),
            pack=content)
        proofs = ["--budget=600"] if os.environ.get("AGAINST") == "all" else ["--no-proofs"]
        done = subprocess.run(self.person.command("check", f"--against={content}", copy, "--lang=en", *proofs),
                              env=self.person.environment, capture_output=True, text=True, check=False)
        self.assert_ends(done, 0)
        subjects = re.findall(r"^(\w+ '[a-z-]+') [(i]", done.stdout, re.M)
        self.assertEqual(sorted(set(subjects)), sorted([
            "action 'aside-vague'", "draft 'last-word-mail'", "lesson 'brief-pay'",
            "question 'city'", "question 'last-way'"]), done.stdout)
        self.assertRegex(done.stdout, "    - J’imagine que vos semaines sont pleines.*\n    \\+ J’imagine que vos semaines sont chargées")


main()
