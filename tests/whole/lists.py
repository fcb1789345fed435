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

    def test_kinds_by_name(self):
        """What a kind is answered by says its row: nothing else asks whether it is this one or that."""
        for file in sorted((SOURCE / "src").rglob("*.[ch]")):
            named = re.findall(r"\bKIND_(?!UNKNOWN|COUNT)[A-Z]+\b", file.read_text(encoding="utf-8"))
            self.assertEqual(named, [], file)

    def test_functions(self):
        functions = rows("condition/functions.def", "FUNCTION")
        self.assertIn("count", functions)
        lists = ("content/FORMAT.md", "src/condition/condition.h")
        rules = re.findall(r'"[^"\n]*not\(\), [^"\n]*"', text_of("src/base/rules.def"))
        self.assertEqual(len(rules), 2)
        proved = text_of("tests/unit/support/small_pack.c", "tests/unit/support/maker.c")
        oracle = text_of("tests/unit/condition/test_condition_oracle.c")
        of_xpath = set(functions) - {"days-since"}
        for function in functions:
            with self.subTest(function):
                for words in [text_of(file) for file in lists] + rules:
                    self.assertTrue(f"{function}()" in words, "in the lists of all functions")
                call = re.compile(rf"(?<![\w-]){function}\(")
                self.assertTrue(call.search(proved), "in what is proved at random")
                self.assertTrue(function not in of_xpath or call.search(oracle), "in what XPath is asked")

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
