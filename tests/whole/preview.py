# SPDX-License-Identifier: GPL-3.0-or-later
"""`rebond preview`: a question as it will look, and every text of a pack with what is not translated."""
import pathlib
import re
import subprocess
import xml.etree.ElementTree as xml

from support.pack import Text, TEXTS, write
from support.person import OUTAGE, SOURCE, Test, main

OURS = "{urn:rebond:content:1}"
SAID = ("title", "about", "prompt", "label", "help", "why", "step", "avoid", "p", "fact", "if", "then",
        "exercise", "remark", "strength", "constraint")


def flat(text):
    """Without blanks: lines are broken behind hyphens too."""
    return "".join(text.split())


class Preview(Test):
    who = {"pack": None, "today": None}

    def preview(self, *arguments):
        done = self.person.run("preview", *arguments)
        self.assert_ends(done, 0, err="^$")
        return done.stdout

    def test_every_text(self):
        """All of the shipped pack, but for what has markup inside, in the order of the files."""
        shown = flat(self.preview("--lang=fr"))
        texts = [flat(part.text) for file in (SOURCE / "content").glob("*.xml")
                 for name in SAID for part in xml.parse(file).getroot().iter(OURS + name)
                 if part.text and part.text.strip() and not len(part)]
        self.assertGreater(len(texts), 1000)
        self.assertEqual([text for text in texts if text not in shown], [])

    def test_question(self):
        self.person.pack = OUTAGE
        self.assertEqual(self.preview("found-by"), """\
question 'found-by' (one answer)
  prompt: Who noticed first?
    1  An alarm  [alarm]
    2  The users  [users]
    3  Nobody can say  [nobody]
  label: Noticed by
  option 'alarm'
    strength 'alarm-worked': The alarm did its work.
  option 'users'
    remark 'users-know': Users often do. The next outage can be yours to
      announce.
    lesson 'watch-the-door'
      fact: The users told you.
      if: a service goes out to users
      then: an alarm watches it at the point where they meet it
""")

    def test_narrow(self):
        self.person.environment["COLUMNS"] = "40"
        for line in self.preview("stage", "--lang=fr").splitlines():
            self.assertLessEqual(len(line), 40)

    def test_country(self):
        """The French of Canada says only what differs; the rest is no gap."""
        shown = self.preview("stage", "--lang=fr_CA")
        self.assertIn("J’attends, et j’ai déjà fait un suivi  [followed]", shown)
        self.assertIn("J’attends, et mon merci est parti  [thanked]", shown)
        self.assertNotIn("non traduit", shown)

    def test_inside_a_repeat(self):
        shown = self.preview("hard-question", "--lang=en")
        self.assertTrue(shown.startswith("question 'hard-question' (a few words)\n  prompt: "))
        # A translation may well be what it was.
        self.assertIn("\n  label: Question\n", shown)
        self.assertIn(shown.replace("\n", "\n  "), self.preview("hard-questions", "--lang=en") + "  ")

    def test_advice(self):
        shown = self.preview("thank-you", "--lang=fr")
        self.assertRegex(shown.replace("\u00a0", " "),
                         r"^action « thank-you » \(par courriel, 10 minutes\) \(quand non \(« Je passe [\s\S]*? "
                         r"\[not\(\$setting\s+= 'agency'\s[\s\S]*?\]\)\n  titre \(quand [\s\S]*? : ")
        self.assertIn("1 jour après", shown)

    def test_whole_translation(self):
        self.assertTrue(self.preview("--lang=en").endswith("\nall texts are translated\n"))
        self.assertNotIn("non traduit", self.preview("--lang=fr"))

    def test_half_a_translation(self):
        """A French pack with an English catalogue that lacks every other text."""
        self.person.pack = write(str(self.person.folder), "fr")
        french, english = Text("fr"), Text("en")
        folder = pathlib.Path(self.person.pack) / "locale/en/LC_MESSAGES"
        folder.mkdir(parents=True)
        entries = {french(name): english(name) for name in list(TEXTS)[::2] if name != "unit"}
        catalogue = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n' + "".join(
            f'\nmsgid "{text}"\nmsgstr "{other}"\n' for text, other in entries.items())
        subprocess.run(["msgfmt", "-", "-o", folder / "rebond-outing.mo"], input=catalogue.encode(),
                       check=True)
        shown = self.preview("--lang=en")
        marked = re.findall(r"\[not translated\] (.*?)(?:  \[\S+\])?\n", shown)
        self.assertTrue(shown.endswith(f"\n{len(marked)} texts are not translated\n"))
        used = "".join(file.read_text("utf-8") for file in pathlib.Path(self.person.pack).glob("*.xml"))
        for name in TEXTS:
            text = french(name)
            if f">{text}<" in used:
                self.assertEqual(text in marked, text not in entries, text)


main()
