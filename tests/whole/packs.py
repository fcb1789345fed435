# SPDX-License-Identifier: GPL-3.0-or-later
"""The packs of tests/packs check without a finding, and what they say is said in both languages: days
as people have them, words where they were asked for, what was done, what is next."""
import pathlib
import re
import shutil
import subprocess

from support.person import PACKS, REBOND, SMALL_PACKS, SOURCE, Test, main


class Packs(Test):
    who = {"pack": None, "today": "2026-11-30"}

    def test_found_nothing(self):
        for pack in SMALL_PACKS:
            for language, proofs in (("de", ["--no-proofs"]), ("en", []), ("fr", ["--no-proofs"])):
                with self.subTest(pack=pack.name, language=language):
                    done = self.person.run("check", "-q", "--strict", *proofs, "--lang", language, pack)
                    self.assert_ends(done, 0, out="^$", err="^$")

    def test_lengths(self):
        """Those that README.md has beside the originals."""
        said = re.findall(r"^\| `(\w+)` \|.*\| (\d+) \|$", (PACKS / "README.md").read_text("utf-8"), re.MULTILINE)
        self.assertEqual(len(said), 4)
        for pack, lines in said:
            with self.subTest(pack):
                self.assertEqual(sum(len(file.read_text("utf-8").splitlines()) for file in (PACKS / pack).glob("*.xml")),
                                 int(lines))


class Neighbour(Test):
    who = {"pack": None, "today": "2026-11-30"}

    def setUp(self):
        super().setUp()
        self.pack = pathlib.Path(self.person.home) / "neighbour"
        shutil.copytree(PACKS / "neighbour", self.pack)
        self.person.pack = self.pack

    def plan(self, language, example, day):
        answers = self.pack / "examples" / (example + ".xml")
        done = self.person.run("plan", "--answers", answers, "--format=text", "--lang", language,
                               "--today", day)
        self.assert_ends(done, 0, err="^$")
        return " ".join(done.stdout.replace("\u00a0", " ").split())

    def test_a_language_of_the_pack_alone(self):
        """It is spoken as far as it goes, out of the .po; what is fuzzy is not, nor what the program lacks."""
        (self.pack / "locale/nl.po").write_text(
            'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
            'msgid "After a row with a neighbour"\nmsgstr "Na een ruzie hiernaast"\n\n'
            '#, fuzzy\nmsgid "What happened"\nmsgstr "Fout"\n')
        for environment in ({"LANGUAGE": "nl"}, {"LANGUAGE": "", "LC_ALL": "nl_BE.UTF-8"}):
            self.person.environment.update(environment)
            with self.subTest(**environment):
                done = self.person.run("new", "--no-journal")
                self.assert_ends(done, 1, out="^Na een ruzie hiernaast\n.*You can stop.*What happened",
                                 err="^rebond: the input ended[^\n]*\n$")

    def test_german(self):
        """Program and pack both, to the last word; days are typed and said as Germans do."""
        typed = "In Frankreich\n1\n1,2\nam 1. Oktober\nvorgestern\n:überspringen\n:auslassen\n\n\n:schluss\n"
        done = self.person.run("new", "--no-journal", "--lang=de", "--today=2026-11-24", typed=typed)
        self.assert_ends(done, 0, err="^$")
        shown = " ".join(done.stdout.split())
        for words in ("Nach einem Streit mit den Nachbarn", "Sie können jederzeit mit :schluss aufhören",
                      "Kreuzen Sie alles an, was stimmt.", "Es gab Musik und Jemand hat geschrien",
                      "Donnerstag, 1. Oktober 2026", "Sonntag, 22. November 2026",
                      "Es gibt keinen Befehl „:überspringen“", "Ausgelassen."):
            self.assertIn(words, shown)
        self.assertNotRegex(shown, r"\b(the|you|your|and|is|are)\b")
        shown = self.plan("de", "refused", "2026-11-30")
        self.assertIn("Der Lärm vom 21. November: Plan vom Montag, 30. November 2026", shown)
        self.assertIn("Das bis Freitag zu tun genügt.", shown)
        self.assertIn("Der Lärm von Samstag", self.plan("de", "refused", "2026-11-24"))

    def test_days_typed_in_german(self):
        """Seen from Tuesday 24 November."""
        for typed, day in (("gestern abend", "Montag, 23. November 2026"), ("letzten Freitag", "Freitag, 20. November 2026"),
                           ("vor drei Tagen", "Samstag, 21. November 2026"), ("vor einer Woche", "Dienstag, 17. November 2026"),
                           ("am 12.11.", "Donnerstag, 12. November 2026"), ("12. November", "Donnerstag, 12. November 2026"),
                           ("am Freitag", "Freitag, 20. November 2026"), ("Mitte Oktober", "Oktober 2026")):
            with self.subTest(typed):
                done = self.person.run("new", "--no-journal", "--lang=de", "--today=2026-11-24",
                                       typed=f"\n\n\n{typed}\n:schluss\n")
                self.assertIn(day, done.stdout)

    def test_words_fall_back_one_by_one(self):
        """A text that the pack's catalogue lacks is said as it was written, a message that the program's lacks
        in English, each between its German neighbours."""
        po = self.pack / "locale/de.po"
        text = po.read_text("utf-8")
        self.assertIn('msgid "Where do you live?"', text)
        po.write_text(text.replace('msgid "Where do you live?"', 'msgid "Where did you live?"'), "utf-8")
        prefix = pathlib.Path(self.person.home) / "prefix"
        messages = prefix / "share/locale/de/LC_MESSAGES"
        messages.mkdir(parents=True)
        (prefix / "bin").mkdir()
        shutil.copy(REBOND, prefix / "bin/rebond")
        text = (SOURCE / "po/rebond/de.po").read_text("utf-8")
        kept = text.replace('msgid "{1} question left"', 'msgid "{1} questions here"')
        self.assertNotEqual(kept, text)
        subprocess.run(["msgfmt", "-", "-o", messages / "rebond.mo"], input=kept.encode(), check=True)
        done = subprocess.run([str(prefix / "bin/rebond"), "--content", str(self.pack), "--lang=de", "new", "--no-journal"],
                              input=":schluss\n", env=self.person.environment, capture_output=True, text=True,
                              check=False)
        self.assert_ends(done, 0, err="^$")
        self.assertIn("\n\nWas geschehen ist\n\nWhere do you live?\n10 questions left.\n1: In Frankreich\n",
                      done.stdout)

    def test_days(self):
        shown = self.plan("en", "refused", "2026-11-30")
        self.assertIn("The noise of 21 November", shown)
        self.assertIn("To do so until Friday is enough.", shown)
        shown = self.plan("fr", "refused", "2026-11-30")
        self.assertIn("Le bruit du 21 novembre", shown)
        self.assertIn("Le faire jusqu’à vendredi suffit.", shown)
        self.assertIn("Le bruit de samedi", self.plan("fr", "refused", "2026-11-24"))

    def test_what_came_of_it(self):
        for language, title in (("en", "Ask the mediator of your town"),
                                ("fr", "Demander au conciliateur de votre ville")):
            with self.subTest(language):
                self.assertIn(title, self.plan(language, "refused", "2026-11-30"))
                self.assertNotIn(title, self.plan(language, "threatened", "2026-11-24"))

    def test_passage(self):
        """It stands in each draft where that uses it, as far as its own conditions hold and those of the use."""
        said = "What I would like is quiet after eleven, no more."
        self.assertIn(f"does not want to talk. {said} Could you write to us both?",
                      self.plan("en", "refused", "2026-11-30"))
        file = self.pack / "examples/refused.xml"
        text = re.sub(r"<(expect|reject|done|moved) .*|.*\"came\".*", "", file.read_text("utf-8"))
        file.write_text(text, "utf-8")
        self.assertIn(f"{said} Would", self.plan("en", "refused", "2026-11-30"))
        file.write_text(re.sub(r".*\"wish\".*", "", text), "utf-8")
        shown = self.plan("en", "refused", "2026-11-30")
        self.assertNotIn("What I would like", shown)
        self.assertIn("Would", shown)

    def test_optional(self):
        """What was written stands last; what was left leaves no trace, and the message is ready."""
        file = self.pack / "examples/refused.xml"
        text = re.sub(r"<(done|moved) .*|.*\"came\".*|<(expect|reject) .*", "", file.read_text("utf-8"))
        text = text.replace("</example>", '<fill of="evening">Thursday</fill></example>')
        for kept, words in ((text, " I sleep above your kitchen."), (re.sub("<fill of=.more.*", "", text), "")):
            file.write_text(kept, "utf-8")
            for language, before in (("en", "suit you for a word?"), ("fr", "en parler Thursday ?")):
                with self.subTest(words=words, language=language):
                    self.assertIn(f"{before}{words} - - -",
                                  self.plan(language, "refused", "2026-11-24").replace("\u202f", " "))

    def test_open_again(self):
        """What was done stays, and what takes its place is next."""
        shown = self.plan("fr", "threatened-since", "2026-11-28")
        self.assertIn("Dire à la police ce qui a été dit", shown)
        self.assertIn("Glisser un mot dans leur boîte", shown)


class Foreign(Test):
    """Questionnaires of other houses, in words of their own: a score, two rules about days, a review."""

    who = {"pack": None, "today": "2026-11-30"}

    def plan(self, pack, answers):
        lines = "".join(f'<answer of="{name}">{value}</answer>' for name, value in answers.items())
        file = self.person.write("answers.xml", '<example xmlns="urn:rebond:content:1" title="t" '
                                 f'today="2026-11-30">{lines}</example>')
        done = self.person.run("plan", "--answers", file, "--format=text", "--content", PACKS / pack)
        self.assert_ends(done, 0, err="^$")
        return " ".join(done.stdout.replace("\u00a0", " ").split())

    def test_score(self):
        """Each level begins at its sum, however that comes together."""
        names = ("joy", "low", "sleep", "tired", "eat", "worth", "focus", "pace", "dying")
        for total, words in ((4, "below 5"), (5, "between 5 and 9"), (9, "between 5 and 9"),
                             (10, "between 10 and 14"), (14, "between 10 and 14"),
                             (15, "between 15 and 19"), (19, "between 15 and 19"), (20, "20 or more"),
                             (24, "20 or more")):
            with self.subTest(total):
                values = [min(3, max(0, total - 3 * i)) for i in range(9)]
                self.assertIn(words, self.plan("weeks", dict(zip(names, values))))
        self.assertIn("Not all nine were answered", self.plan("weeks", {"joy": 3, "low": 3}))

    def test_days(self):
        """The fourteenth day counts, the fifteenth does not; but for who was not told."""
        bought = {"place": "EU", "seller": "business", "way": "distance"}
        self.assertIn("You can send it back", self.plan("return", {**bought, "arrived": "2026-11-16"}))
        late = {**bought, "arrived": "2026-11-15"}
        self.assertIn("fourteen days are over", self.plan("return", late))
        self.assertIn("You can send it back", self.plan("return", {**late, "told-of-it": "no"}))
        self.assertIn("fourteen days are over", self.plan(
            "return", {**bought, "arrived": "2025-11-10", "told-of-it": "no"}))

    def test_days_that_bound_one_another(self):
        """The child comes after the match; leave begins fourteen days before at the earliest, and with the child at
        the latest."""
        typed = "2026-11-20\n2026-11-20\n2027-01-11\n2027-01-12\n2026-12-27\n2026-12-28\n:stop\n"
        done = self.person.run("new", "--no-journal", "--content", PACKS / "adoption", typed=typed)
        shown = re.findall(r"(?:Understood as|Answer:) [^:]*?(\d+ \w+ \d+)(?:': (\w+ \w+ \w+ \w+))?",
                           " ".join(done.stdout.split()))
        self.assertEqual(shown, [("20 November 2026", ""), ("20 November 2026", "The first day with"),
                                 ("11 January 2027", ""), ("12 January 2027", "it is too late"),
                                 ("27 December 2026", "That is more than"), ("28 December 2026", "")])

    def test_days_that_follow(self):
        """Half a year and a year from the day that was said, in the text as among the steps."""
        days = {"matched": "2026-11-20", "arrival": "2027-01-11", "start": "2027-01-04"}
        shown = self.plan("adoption", days)
        for words in ("one from Monday 4 January, one from Monday 5 July.", "could begin on 28 December.",
                      "Monday 5 July 2027: The second half", "Monday 3 January 2028: Back at work"):
            self.assertIn(words, shown)
        self.assertNotIn("could begin", self.plan("adoption", {**days, "start": "2026-12-28"}))


main()
