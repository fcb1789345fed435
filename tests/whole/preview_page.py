# SPDX-License-Identifier: GPL-3.0-or-later
"""`rebond preview --format=html`: a page that stands alone, whole and sound as HTML, with what is wrong in
it, and kept up to date. VNU=FILE, the Nu checker's vnu.jar, asks it as well (target `axe`)."""
import collections
import html.parser
import os
import pathlib
import re
import select
import shutil
import signal
import subprocess
import xml.etree.ElementTree as xml

from support.person import PACKS, SMALL_PACKS, SOURCE, Test, main

OURS = "{urn:rebond:content:1}"
VOID = {"meta", "br", "link"}
PHRASES = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "a", "code", "small", "mark", "em", "strong", "span", "title"}
SAID = ("title", "about", "prompt", "label", "help", "why", "step", "avoid", "p", "fact", "if", "then",
        "exercise", "remark", "strength", "constraint")
VNU = os.environ.get("VNU")


def flat(text):
    return "".join(text.split())


class Page(html.parser.HTMLParser):
    """What a page holds; what is unsound in it."""

    def __init__(self, text):
        super().__init__()
        self.open, self.faults, self.texts = [], [], []
        self.ids, self.links, self.elements = collections.Counter(), [], set()
        self.feed(text)
        self.close()
        self.faults += [f"open at the end: {name}" for name in self.open]
        self.faults += [f"twice: {name}" for name, count in self.ids.items() if count > 1]
        self.faults += [f"leads nowhere: {link}" for link in self.links if link[0] == "#"
                        and link[1:] not in self.ids]

    def handle_starttag(self, tag, attrs):
        self.elements.add(tag)
        self.ids.update(value for name, value in attrs if name == "id")
        self.links += [value for name, value in attrs if name in ("href", "src")]
        if set(self.open) & PHRASES and tag not in PHRASES - {"p", "title"}:
            self.faults.append(f"{tag} in {self.open}")
        if tag == "a" and "a" in self.open:
            self.faults.append("a link in a link")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"end of {tag}")

    def handle_data(self, data):
        self.texts.append(data)


def waits_for_a_file(process):
    """Whether PROCESS waits in read(2), and not but for a moment in poll(2)."""
    return pathlib.Path(f"/proc/{process.pid}/wchan").read_text() in ("wait_woken", "inotify_read")


class Preview(Test):
    who = {"pack": None, "today": None}

    def setUp(self):
        super().setUp()
        self.file = self.person.folder / "page.html"

    def page(self, *arguments, code=0, err="^$"):
        self.assert_ends(self.person.run("preview", "--force", "-o", self.file, *arguments), code, "^$", err)
        text = self.file.read_text("utf-8")
        page = Page(text)
        self.assertEqual(page.faults, [])
        self.assertEqual(page.elements & {"script", "img", "link", "iframe"}, set())
        self.assertEqual([link for link in page.links if not re.match("#|https://|mailto:|tel:", link)], [])
        if VNU:
            done = subprocess.run(["java", "-jar", VNU, self.file], capture_output=True, text=True, check=False)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
        return text

    def copy(self, name):
        pack = self.person.folder / "pack"
        shutil.copytree(PACKS / name, pack)
        self.person.pack = pack
        return pack

    def edit(self, file, old, new):
        text = file.read_text("utf-8")
        self.assertIn(old, text)
        file.write_text(text.replace(old, new, 1), "utf-8")

    def test_shipped(self):
        """Each text of each file, in both languages; folded by theme."""
        text = self.page("--lang=fr")
        shown = flat("".join(Page(text).texts))
        texts = [flat(part.text) for file in (SOURCE / "content").glob("*.xml") for name in SAID
                 for part in xml.parse(file).getroot().iter(OURS + name) if part.text and not len(part)]
        self.assertGreater(len(texts), 1000)
        self.assertEqual([text for text in texts if text not in shown], [])
        self.assertEqual(text.count("<details id=\"theme:"), len(list((SOURCE / "content").glob("[0-9]*.xml"))))
        self.assertIn('<p lang="fr">Avant tout\u00a0: comment ça va, là, maintenant\u202f?</p>'
                      '<p lang="en">First of all: how are you, right now?</p>', text)
        self.assertNotIn("non traduit", text)

    def test_packs(self):
        for pack in SMALL_PACKS:
            with self.subTest(pack.name):
                self.page("--content", pack)
        self.assertIn('<section id="stage">', self.page("stage", "--lang=en"))

    def test_finding_beside_its_place(self):
        """Of the pack, and of a translation; in the list, and where it stands."""
        pack = self.copy("neighbour")
        self.edit(pack / "10-what.xml", "<label>", "<label>O'Neill: ")
        text = self.page("--lang=en")
        self.assertRegex(text, r'<li><strong>warning</strong> [^\n]*\[typography\]</code> → <a href="#')
        beside = re.findall(r'<section id="([\w-]+)">\n(?:(?!<section).*\n)*?<p class="finding">.*\[typography\]', text)
        self.assertEqual(len(beside), 1)
        self.assertIn("[untranslated]", text)
        self.assertIn("fr: not translated", text)

    def test_faulty(self):
        """A pack with errors gives a page of what is wrong."""
        pack = self.copy("outage")
        self.edit(pack / "10-what.xml", 'kind="scale"', 'kind="skale"')
        text = self.page(code=1, err=r"did you mean 'scale'\?")
        self.assertIn("did you mean &apos;scale&apos;?", text)
        self.assertNotIn("<section", text)

    def test_usage(self):
        refused = "^rebond: --watch keeps a page up to date: -o FILE.html\n$"
        for arguments in (["--watch"], ["--watch", "--format=html"], ["--watch", "-o", "a.txt"]):
            self.assert_ends(self.person.run("preview", *arguments), 2, "^$", refused)
        self.assert_ends(self.person.run("preview", "stagge", "--format=html"), 2, "^$", "did you mean 'stage'")
        self.assert_ends(self.person.run("preview", "--format=pdf"), 2, "^$", "there are text, html\n$")
        self.file.write_text("mine")
        self.assert_ends(self.person.run("preview", "--watch", "-o", self.file), 3, "^$", "is there already")
        self.assertEqual(self.file.read_text(), "mine")

    def test_watched(self):
        """Kept up to date, also beside the files it is made of; with an error, and after it."""
        pack = self.copy("outage")
        page = pack / "page.html"
        process, shown = self.person.start("preview", "--watch", "-o", page)
        shown.expect("2 examples: all well")
        first = page.read_text()
        self.edit(pack / "10-what.xml", "What happened", "What befell")
        shown.expect("2 examples: all well")
        self.assertEqual(page.read_text(), first.replace("What happened", "What befell"))
        text = (pack / "10-what.xml").read_text()
        (pack / "10-what.xml").write_text(text.replace('kind="scale"', 'kind="skale"'))
        shown.expect("2 errors")
        self.assertIn("skale", page.read_text())
        self.edit(pack / "10-what.xml", 'kind="skale"', 'kind="scale"')
        shown.expect("1 error")
        self.edit(pack / "10-what.xml", 'kind="skale"', 'kind="scale"')
        shown.expect("2 examples: all well")
        while not waits_for_a_file(process):
            more = select.select([process.stdout], [], [], 0.02)[0]
            self.assertEqual(more, [], "its own page made it begin anew")
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(), -signal.SIGINT)
        process.stdin.close()
        process.stdout.close()


main()
