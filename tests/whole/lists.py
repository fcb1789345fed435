# SPDX-License-Identifier: GPL-3.0-or-later
"""What the compiler cannot ask for when a kind of question or a function of conditions is added:
the format described, the attributes of a kind, conditions made at random that call a function; and that what
findings are filled with by the program is not cut as words of a file are."""
import gettext
import os
import pathlib
import re
import unittest

SOURCE = pathlib.Path(os.environ["SOURCE"])


def rows(file, macro):
    """The words of the rows of a table."""
    text = (SOURCE / "src" / file).read_text(encoding="utf-8")
    return re.findall(rf'^{macro}\(\w+, "([\w-]+)"', text, re.M)


def text_of(*patterns):
    """All files of these patterns, one after the other."""
    return "\n".join(file.read_text(encoding="utf-8")
                     for pattern in patterns for file in sorted(SOURCE.glob(pattern)))


class Lists(unittest.TestCase):
    def test_kinds(self):
        kinds = rows("catalogue/kinds.def", "KIND")
        self.assertIn("choice", kinds)
        format_, variants = text_of("content/FORMAT.md"), text_of("src/reader/variants.c")
        for kind in kinds:
            with self.subTest(kind):
                self.assertTrue(f"| `{kind}` |" in format_, "in the format")
                self.assertTrue(f'{{"kind", "{kind}"}}' in variants, "in the table of variants")

    def test_functions(self):
        functions = rows("condition/functions.def", "FUNCTION")
        self.assertIn("count", functions)
        format_ = text_of("content/FORMAT.md")
        conditions = text_of("tests/unit/support/*.c", "tests/unit/condition/test_condition_oracle.c")
        for function in functions:
            with self.subTest(function):
                self.assertTrue(f"{function}()" in format_, "in the format")
                self.assertTrue(re.search(rf"(?<![\w-]){function}\(", conditions),
                                "in conditions made at random")

    def test_words_in_findings(self):
        """What is wanted in an attribute, in each language of the program."""
        source = text_of("src/reader/convert.c", "src/reader/binder_bind.c")
        wanted = re.findall(r'\{(?:convert|bind)_\w+,\s*N_\("([^"]*)"\)', source)
        self.assertIn("a whole number", wanted)
        limit = int(re.search(r"#define QUOTED_CHARACTERS (\d+)", text_of("src/base/finding.c")).group(1))
        for catalogue in pathlib.Path(os.environ["BUILD"]).glob("share/locale/*/LC_MESSAGES/rebond.mo"):
            with catalogue.open("rb") as file:
                spoken = gettext.GNUTranslations(file)
            for words in wanted:
                with self.subTest(words, catalogue=catalogue):
                    self.assertLessEqual(max(len(words), len(spoken.gettext(words))), limit)


unittest.main()
