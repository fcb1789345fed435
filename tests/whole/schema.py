# SPDX-License-Identifier: GPL-3.0-or-later
"""content/rebond.rng as editors use it: every file leads to it, xmllint accepts what is sound, and of the
bad files it refuses those in which `rebond check` finds a fault that a grammar can find, and no others.

With JING=jing and TRANG=trang, which bring a Java along, these are asked as well, trang's compact form of
the schema too (`cmake --build --preset test --target schema`)."""
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["SOURCE"])
BAD = SOURCE / "tests/content/bad"
SCHEMA = SOURCE / "content/rebond.rng"
JING, TRANG = os.environ.get("JING"), os.environ.get("TRANG")


def scopes():
    """The scope of each rule by its name."""
    rules = (SOURCE / "src/base/rules.def").read_text(encoding="utf-8")
    return dict(re.findall(r'^RULE\(\w+, "([\w-]+)", \w+, (\w+),', rules, re.M))


def refused(files):
    """Those of FILES that xmllint refuses by the schema."""
    run = subprocess.run(["xmllint", "--noout", "--relaxng", SCHEMA, *files],
                         capture_output=True, text=True, check=False)
    verdicts = dict(re.findall(r"^(.*) (validates|fails to validate)$", run.stderr, re.M))
    missing = [str(file) for file in files if str(file) not in verdicts]
    if missing:
        raise AssertionError(f"no verdict on {missing}: {run.stderr}")
    return {file for file in files if verdicts[str(file)] != "validates"}


def refused_by_jing(files, schema=SCHEMA, *options):
    """Those of FILES about which jing says something."""
    run = subprocess.run([JING, *options, schema, *files], capture_output=True, text=True, check=False)
    named = set(re.findall(r"^(\S+?):(?:\d+:\d+: )?(?:fatal: |error: )", run.stdout, re.M))
    return {file for file in files if str(file) in named}


def read_files():
    """The bad files that are read to their end."""
    files = {file: found(file) for file in sorted(BAD.rglob("*.xml")) if file.is_file()}
    return {file: what for file, what in files.items() if "UNREAD" not in what}


def sound_files():
    return [file for folder in ("content", "tests/scenarios", "tests/packs", "tests/content/good")
            for file in sorted((SOURCE / folder).rglob("*.xml"))]


def found(file):
    """The scopes of what the golden findings name in a bad FILE."""
    name = file.relative_to(BAD)
    golden = (BAD / name.parts[0]).with_suffix(".txt").read_text(encoding="utf-8")
    inside = "/".join(name.parts[1:]) or r"[^:]*"
    rules = re.findall(rf"^{inside}:\d+:.*\[([\w-]+)\]$", golden, re.M)
    return {scopes()[rule] for rule in rules}


class Schema(unittest.TestCase):
    def test_sound_files(self):
        files = sound_files()
        self.assertGreater(len(files), 100)
        self.assertEqual(refused(files), set())

    def test_bad_files(self):
        read = read_files()
        self.assertGreater(len(read), 60)
        self.assertEqual(refused(list(read)), {file for file, what in read.items() if "GRAMMAR" in what})

    def test_files_lead_to_it(self):
        """By the processing instruction that editors look for, on the line behind the declaration."""
        for folder in ("content", "tests/packs"):
            for file in sorted((SOURCE / folder).rglob("*.xml")):
                with self.subTest(file.relative_to(SOURCE)):
                    line = file.read_text(encoding="utf-8").splitlines()[1]
                    href = re.fullmatch(r'<\?xml-model href="([^"]+)"\?>', line)
                    self.assertTrue(href and (file.parent / href.group(1)).samefile(SCHEMA), line)

    @unittest.skipUnless(JING, "asked by the target schema")
    def test_jing(self):
        """It takes and refuses what xmllint does."""
        read = list(read_files())
        self.assertEqual(refused_by_jing(sound_files()), set())
        self.assertEqual(refused_by_jing(read), refused(read))

    @unittest.skipUnless(JING and TRANG, "asked by the target schema")
    def test_compact_form(self):
        """What trang writes of it says the same."""
        read = list(read_files())
        with tempfile.TemporaryDirectory() as folder:
            compact = pathlib.Path(folder) / "rebond.rnc"
            subprocess.run([TRANG, SCHEMA, compact], check=True)
            self.assertEqual(refused_by_jing(sound_files(), compact, "-c"), set())
            self.assertEqual(refused_by_jing(read, compact, "-c"), refused(read))

    def test_explanations_say_so(self):
        for rule, shown in (("wrong-order", True), ("unknown-id", False)):
            run = subprocess.run([os.environ["REBOND"], "check", "--lang", "en", "--explain", rule],
                                 capture_output=True, text=True, check=True)
            self.assertEqual("XML editor" in run.stdout, shown, run.stdout)

    def test_every_rule_has_a_scope(self):
        self.assertEqual(set(scopes().values()), {"UNREAD", "GRAMMAR", "BEYOND"})
        self.assertEqual(scopes().keys(), {file.stem for file in BAD.glob("*.txt")})


unittest.main()
