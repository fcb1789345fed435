# SPDX-License-Identifier: GPL-3.0-or-later
"""content/rebond.rng as editors use it: xmllint accepts what is sound, and of the bad files it
refuses those in which `rebond check` finds a fault that a grammar can find, and no others."""
import os
import pathlib
import re
import subprocess
import unittest

SOURCE = pathlib.Path(os.environ["SOURCE"])
BAD = SOURCE / "tests/content/bad"
SCHEMA = SOURCE / "content/rebond.rng"


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


def found(file):
    """The scopes of what the golden findings name in a bad FILE."""
    name = file.relative_to(BAD)
    golden = (BAD / name.parts[0]).with_suffix(".txt").read_text(encoding="utf-8")
    inside = "/".join(name.parts[1:]) or r"[^:]*"
    rules = re.findall(rf"^{inside}:\d+:.*\[([\w-]+)\]$", golden, re.M)
    return {scopes()[rule] for rule in rules}


class Schema(unittest.TestCase):
    def test_sound_files(self):
        files = [file for folder in ("content", "tests/scenarios", "tests/packs", "tests/content/good")
                 for file in sorted((SOURCE / folder).rglob("*.xml"))]
        self.assertGreater(len(files), 100)
        self.assertEqual(refused(files), set())

    def test_bad_files(self):
        found_in = {file: found(file) for file in sorted(BAD.rglob("*.xml")) if file.is_file()}
        read = [file for file, what in found_in.items() if "UNREAD" not in what]
        self.assertGreater(len(read), 60)
        self.assertEqual(refused(read), {file for file in read if "GRAMMAR" in found_in[file]})

    def test_explanations_say_so(self):
        for rule, shown in (("wrong-order", True), ("unknown-id", False)):
            run = subprocess.run([os.environ["REBOND"], "check", "--lang", "en", "--explain", rule],
                                 capture_output=True, text=True, check=True)
            self.assertEqual("XML editor" in run.stdout, shown, run.stdout)

    def test_every_rule_has_a_scope(self):
        self.assertEqual(set(scopes().values()), {"UNREAD", "GRAMMAR", "BEYOND"})
        self.assertEqual(scopes().keys(), {file.stem for file in BAD.glob("*.txt")})


unittest.main()
