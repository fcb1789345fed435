# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans as others read them: the documents that the README and the manual make of them by pandoc, and
the Markdown as pandoc, cmark and markdown-it see it."""
import json
import re
import subprocess
import xml.etree.ElementTree

from support.person import REBOND, SHIPPED, SOURCE, Test, main

SCENARIOS = SOURCE / "tests/scenarios"


def commands(path):
    """The lines of code in PATH that give something to pandoc, or write a letter."""
    return re.findall(r"(?m)^    (rebond .*(?:pandoc|letter).*)$", (SOURCE / path).read_text("utf-8"))


def outline_of_cmark(path):
    """The blocks with words of PATH, a heading as "h1", a paragraph as "p": tag, words."""
    done = subprocess.run(["cmark", "-t", "xml", path], text=True, capture_output=True, check=True)
    for block in xml.etree.ElementTree.fromstring(done.stdout).iter():
        tag = block.tag.split("}")[1]
        if tag in ("heading", "paragraph"):
            said = [" " if part.tag.endswith("break") else part.text or "" for part in block.iter() if part is not block]
            yield [f"h{block.get('level')}" if tag == "heading" else "p",
                   "".join(text for text in said if text == " " or text.strip())]


def words(text):
    return re.findall(r"\w+", text.replace("_", " "))


class Documents(Test):
    who = SHIPPED

    def pandoc(self, *arguments):
        done = subprocess.run(["pandoc", *arguments], text=True, capture_output=True,
                              cwd=self.person.folder, env=self.person.environment, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def test_what_is_said_of_pandoc(self):
        """The commands of the README and the manual, and that the documents say what the plan says."""
        self.assert_ends(self.person.run("import", SCENARIOS / "offer-low.xml"), 0)
        lines = commands("README.md")
        self.assertEqual(len(lines), 3)
        self.assertLess(set(commands("manual/rebond.md")), set(lines))
        for line in lines:
            given = line.replace("rebond", f"{REBOND} --today={self.person.today}", 1)
            done = subprocess.run(["sh", "-c", given], text=True, capture_output=True,
                                  cwd=self.person.folder, env=self.person.environment, check=False)
            self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        for name, options in (("plan.odt", ["--page"]), ("plan.docx", [])):
            with self.subTest(name):
                read = self.pandoc("-t", "plain", name)
                text = self.person.run("plan", "--format=text", *options).stdout
                self.assertEqual(words(read), words(text))
        letter = (self.person.folder / "letter.txt").read_text("utf-8")
        self.assertEqual(letter, self.person.run("draft").stdout)

    def test_every_markdown(self):
        """Headings, boxes and messages of each are for pandoc what they are."""
        goldens = sorted(SCENARIOS.glob("*.md"))
        whole = "\n\n".join(golden.read_text("utf-8") for golden in goldens)
        read = self.pandoc("-f", "gfm", "-t", "json", *map(str, goldens))
        self.assertGreater(len(goldens), 40)
        for count, mark in ((r"(?m)^#{1,3} ", '"t":"Header"'), (r"(?m)^- \[ \] ", "☐"),
                            (r"(?m)^- \[x\] ", "☒"),
                            (r"(?m)^> .*(?:\n>.*)*", '"t":"BlockQuote"')):
            self.assertEqual(read.count(mark), len(re.findall(count, whole)), mark)

    def test_every_markdown_as_linters_like_it(self):
        """Headings tell their parts apart and skip no level, lists stand at the margin, one blank behind their sign."""
        for golden in sorted(SCENARIOS.glob("*.md")):
            with self.subTest(golden.name):
                text = golden.read_text("utf-8")
                headings = re.findall(r"(?m)^(#+) (.*)$", text)
                titles = [title for _, title in headings]
                self.assertEqual(sorted(set(titles)), sorted(titles))
                levels = [len(signs) for signs, _ in headings]
                self.assertEqual(levels[0], 1)
                self.assertTrue(all(below <= above + 1 for above, below in zip(levels, levels[1:])), levels)
                self.assertNotRegex(text, r"(?m)^ +[-*+] |^[*+] |^-  |[ \t]$|\n\n\n")
                self.assertNotRegex(text, r"(?m)^(\*\*?)[^*\n]*[^*.,;:!?\n]\1\n\n")

    def test_every_markdown_elsewhere(self):
        """markdown-it reads the blocks and words that cmark reads, and no sign is left over in them."""
        goldens = sorted(SCENARIOS.glob("*.md"))
        # where Debian has modules; a node from elsewhere does not look there by itself
        self.person.environment["NODE_PATH"] = "/usr/share/nodejs"
        done = subprocess.run(["node", SOURCE / "tests/whole/support/outline.js", *goldens], text=True,
                              capture_output=True, env=self.person.environment, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        for golden, outline in zip(goldens, json.loads(done.stdout), strict=True):
            with self.subTest(golden.name):
                self.assertEqual(outline, list(outline_of_cmark(golden)))
                for _, said in outline:
                    self.assertNotRegex(said, r"\*\*|\\|\]\(|^(#{1,6}|>|-|\d+\.) ")


main()
