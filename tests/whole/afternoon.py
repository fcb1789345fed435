# SPDX-License-Identifier: GPL-3.0-or-later
"""A counsellor's afternoon, as content/GUIDE.md tells it in its section of that name: a new situation, a
question moved, a day changed, an option removed, a new language; each tool says what the guide quotes."""
import re
import shutil

from support.person import SOURCE, Test, main


def flat(text):
    return " ".join(text.split())


class Afternoon(Test):
    who = {"pack": None, "today": "2026-11-30", "language": "fr"}

    def setUp(self):
        super().setUp()
        self.pack = self.person.folder / "pack"
        self.old = self.person.folder / "old"
        shutil.copytree(SOURCE / "tests/packs/neighbour", self.pack)
        shutil.copytree(self.pack, self.old)
        guide = (SOURCE / "content/GUIDE.md").read_text("utf-8")
        section = re.search(r"\n## \d+\. Un après-midi\n(.*?)(?=\n## |\Z)", guide, re.S).group(1)
        self.dog, rest = re.search(r"```xml\n(.*?)```(.*)", section, re.S).groups()
        self.quotes = set(re.findall(r"`([^`]*)`", flat(rest)))

    def said(self, code, *arguments, quotes=(), typed="", language="fr"):
        """The command is in the guide, it ends with CODE, and says the QUOTES that the guide has."""
        done = self.person.run(*arguments, "--lang", language, typed=typed)
        self.assert_ends(done, code)
        shown = flat(done.stdout + done.stderr)
        for quote in quotes:
            self.assertIn(quote, self.quotes)
            self.assertIn(quote, shown)
        return shown

    def edit(self, name, pattern, new):
        file = self.pack / name
        text = file.read_text("utf-8")
        edited = re.sub(pattern, new, text, flags=re.S)
        self.assertNotEqual(edited, text)
        file.write_text(edited, "utf-8")

    def add_dog(self):
        (self.pack / "15-dog.xml").write_text(self.dog, "utf-8")

    def test_new_situation(self):
        self.add_dog()
        self.said(0, "check", "--no-proofs", "pack", quotes=[
            "non traduit en « fr » : « A dog »", "3 thèmes, 12 questions et 3 exemples"])
        self.said(1, "try", "barks", "--content", "pack", quotes=["À « barks » mènent ces réponses :"])
        shown = self.said(0, "check", "--no-proofs", "--against", "old", "pack", quotes=[
            "est maintenant posée", "vient maintenant"])
        self.assertNotIn("ne vient plus", shown)

    def test_moved_question(self):
        self.add_dog()
        question = re.search(r'  <question id="noises".*?</question>\n', (self.pack / "10-what.xml").read_text(), re.S)
        self.edit("10-what.xml", re.escape(question.group(0)), "")
        self.edit("20-next.xml", "</theme>", lambda _: question.group(0) + "</theme>")
        self.said(1, "check", "--no-proofs", "pack", quotes=[
            "la réponse ne vient que plus loin, et ce qui est nommé doit venir avant", "cela se trouve ici"])

    def test_changed_day(self):
        self.edit("20-next.xml", 'after="contact" days="7"', 'after="contact" days="10"')
        self.said(1, "check", "--no-proofs", "pack", quotes=["prévu pour le 2026-12-04 : c’est prévu pour le 2026-12-07"])
        self.said(0, "check", "--no-proofs", "--against", "old", "pack", quotes=[
            "vient un autre jour", "vendredi 4 décembre → lundi 7 décembre"])
        self.said(0, "check", "--accept", "--force", "pack", quotes=["1 exemple est réécrit."])
        self.said(0, "check", "--no-proofs", "pack", quotes=["tout va bien"])

    def test_removed_option(self):
        self.edit("10-what.xml", '    <option value="music">[^\n]*\n', "")
        self.said(1, "check", "--no-proofs", "pack", quotes=[
            "la question « noises » ne propose pas « music » : elle propose shouted, threatened et none"])

    def test_new_language(self):
        po = self.pack / "locale/nl.po"
        self.said(0, "check", "--pot", "pack", "-o", "pack/locale/nl.po")
        for text, translation in (("Where do you live?", "Waar woont u?"), ("In the UK", "<em>Verenigd Koninkrijk</em>")):
            begun = po.read_text("utf-8")
            self.assertIn(f'msgid "{text}"\nmsgstr ""\n', begun)
            po.write_text(begun.replace(f'msgid "{text}"\nmsgstr ""', f'msgid "{text}"\nmsgstr "{translation}"'), "utf-8")
        self.said(1, "check", "--no-proofs", "pack", quotes=[
            "la traduction en « nl » n’a pas les mêmes balises ou les mêmes answer que sa source", "non traduit en « nl »"])
        po.write_text(po.read_text("utf-8").replace("<em>", "Het ").replace("</em>", ""), "utf-8")
        shown = self.said(0, "new", "--no-journal", "--content", "pack", language="nl", typed=":quit\n")
        self.assertIn("What happened Waar woont u?", shown)
        self.assertIn("1: In France 2: Het Verenigd Koninkrijk", shown)
        self.said(0, "preview", "--content", "pack", "-o", "pack.html", language="nl")
        page = (self.person.folder / "pack.html").read_text("utf-8")
        self.assertIn('<p lang="en">Where do you live?</p><p lang="de">Wo wohnen Sie?</p>'
                      '<p lang="fr">Où habitez-vous\u202f?</p><p lang="nl">Waar woont u?</p>', page)

    def test_commands(self):
        """Each that the guide's afternoon names is one that was tried above."""
        tried = {"rebond check --no-proofs pack", "rebond try barks --content pack",
                 "rebond check --against old pack", "rebond check --accept pack",
                 "rebond check --pot pack -o pack/locale/nl.po",
                 "rebond new --no-journal --content pack --lang nl", "rebond preview --content pack -o pack.html"}
        self.assertEqual({quote for quote in self.quotes if quote.startswith("rebond ")}, tried)


main()
