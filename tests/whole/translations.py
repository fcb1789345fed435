# SPDX-License-Identifier: GPL-3.0-or-later
"""The translations of the program: well-formed, with all that varies in them; the French whole, and as French is
printed."""
import gettext
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["SOURCE"])
LANGUAGES = ("de", "fr")
KEYWORDS = ["--keyword", "--keyword=N_", "--keyword=tr:2", "--keyword=tr_plural:2,3",
            "--keyword=tr_count:2,3"]


def run(*line):
    return subprocess.run([str(word) for word in line], capture_output=True, text=True, cwd=SOURCE)


def messages(language, folder):
    """The messages of LANGUAGE, compiled in FOLDER, with what varies checked by msgfmt."""
    compiled = pathlib.Path(folder) / f"{language}.mo"
    done = run("msgfmt", "--check", "-o", compiled, SOURCE / f"po/rebond/{language}.po")
    assert done.returncode == 0, done.stderr
    with open(compiled, "rb") as file:
        catalogue = gettext.GNUTranslations(file)._catalog
    return [(key if isinstance(key, str) else key[0], text) for key, text in catalogue.items() if key]


class Translations(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.messages = {language: messages(language, cls.folder.name) for language in LANGUAGES}

    def test_whole(self):
        """msgcmp says which message of the source has no French, or only a fuzzy one. Other languages may lag
        behind: what they lack stays English."""
        sources = sorted([*SOURCE.glob("src/*/*.c"), *SOURCE.glob("src/*/*.def")])
        template = pathlib.Path(self.folder.name) / "all.pot"
        extracted = run("xgettext", "--from-code=UTF-8", "--language=C", *KEYWORDS, "-o", template,
                        *sources)
        self.assertEqual(extracted.returncode, 0, extracted.stderr)
        self.assertGreater(template.read_text(encoding="utf-8").count("\nmsgid "), 300)
        compared = run("msgcmp", SOURCE / "po/rebond/fr.po", template)
        self.assertEqual(compared.returncode, 0, compared.stderr)

    def test_placeholders(self):
        """All that vary are said. Dates and times of day may choose among what they are given."""
        for language in LANGUAGES:
            for message, text in self.messages[language]:
                if not re.fullmatch(r"\{1\}(:\{2\})? [ap]m|\{1\} 1 \{3\}( \{4\})?|day\|.*", message):
                    with self.subTest(message, language=language):
                        self.assertEqual(set(re.findall(r"\{\d\}", text)),
                                         set(re.findall(r"\{\d\}", message)))

    def test_ends(self):
        """What is typed behind a message stands apart from it."""
        for language in LANGUAGES:
            for message, text in self.messages[language]:
                with self.subTest(message, language=language):
                    self.assertEqual(text.endswith((" ", "\u00a0")), message.endswith(" "))

    def test_spaces(self):
        """Before : and inside « » U+00A0, before ; and ? U+202F; no cries, no straight apostrophes."""
        for message, text in self.messages["fr"]:
            with self.subTest(message):
                text = re.sub(r"&#?\w+;|<!--", "", text) # of XML
                self.assertNotRegex(text, r"[ \w»][;?]")
                self.assertNotRegex(text, r" :(?![a-z:])|« | »|!(?!=)")
                self.assertNotRegex(text, r"\w'\w")


unittest.main()
