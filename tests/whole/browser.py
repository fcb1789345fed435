# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans and previews as a browser shows them: on a phone, in the dark, on paper, and what is copied from them.

AXE=FILE, axe-core's axe.min.js, asks it as well (`cmake --build --preset test --target axe`).
"""
import contextlib
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

from support.browser import Browser
from support.person import REBOND, SMALL_PACKS, SOURCE, main, pinned

SCENARIOS = SOURCE / "tests/scenarios"
PEOPLE = {"late-unsaid": "fr", "full-round": "fr", "refused-series": "en", "exam": "fr",
          "offer-low": "en"}
# Of all who are shipped the one whose page is fullest, in English.
FULLEST = SOURCE / "content/examples/scored-public-several-examples"
AXE = os.environ.get("AXE")
PHONE, NARROW = (360, 740), (320, 568)
CONTROL = "\ue009"
PAPERS = {"A4": (21.0, 29.7), "Letter": (21.59, 27.94)}


class Browsing:
    """Pages in a browser, and what holds for all of them."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="rebond-", ignore_cleanup_errors=True)
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.pages = cls.write_all()
        cls.browser = Browser(cls.folder)
        cls.addClassCleanup(cls.browser.leave)

    @contextlib.contextmanager
    def opened(self, path, *screen):
        with self.subTest(path.name, screen=screen):
            self.browser.screen(*screen)
            self.browser.open(path)
            yield

    def unfold(self):
        self.browser.run("document.querySelectorAll('details').forEach(details => {details.open = true})")

    def test_loads_nothing_and_complains_of_nothing(self):
        for path in self.pages:
            with self.opened(path, 1280, 800):
                self.assertEqual(self.browser.console(), [])
                own = f"file://{self.folder}/"
                self.assertEqual([url for url in self.browser.requests() if not url.startswith(own)], [])

    def test_no_wider_than_the_screen(self):
        for path in self.pages:
            with self.opened(path, *NARROW):
                self.unfold()
                wide = self.browser.run("return document.documentElement.scrollWidth")
                self.assertLessEqual(wide, NARROW[0])

    if AXE:
        def test_accessible(self):
            axe = pathlib.Path(AXE).read_text("utf-8")
            for scheme in ("light", "dark"):
                for path in self.asked:
                    with self.opened(path, *PHONE, scheme):
                        self.unfold()
                        found = self.browser.run_waiting(
                            axe + ";axe.run().then(arguments[0], fault => arguments[0]({violations: "
                            "[{id: String(fault), nodes: []}]}))")
                        self.assertEqual([(one["id"], [node["html"] for node in one["nodes"]])
                                          for one in found["violations"]], [])


class Previews(Browsing, unittest.TestCase):
    """Of the small packs, of one question of the shipped one, and of all of it, which axe takes minutes for."""

    @classmethod
    def write_all(cls):
        made = [cls.write(pack.name, "--content", pack) for pack in SMALL_PACKS]
        cls.asked = [*made, cls.write("question", "stage")]
        return [*cls.asked, cls.write("shipped")]

    @classmethod
    def write(cls, name, *arguments):
        path = cls.folder / f"{name}.html"
        subprocess.run([REBOND, "preview", "-o", path, *arguments], env=pinned(cls.folder), check=True)
        return path

    def test_links_open_what_is_folded(self):
        with self.opened(self.pages[-1], *PHONE):
            unseen = self.browser.run(
                "return [...document.querySelectorAll('details [href^=\"#\"]')].slice(-20).filter(link => {"
                "  document.querySelectorAll('details').forEach(details => {details.open = false});"
                "  link.click();"
                "  return !document.getElementById(link.hash.slice(1)).checkVisibility()}).length")
            self.assertEqual(unseen, 0)

    def test_languages_beside_each_other(self):
        """On a wide screen; on a phone one below the other."""
        script = ("const [one, other] = [...document.querySelectorAll('.texts')].find(texts => "
                  "texts.children.length >= 2).children;"
                  "return [one, other].map(text => text.getBoundingClientRect().top)")
        neighbour = next(path for path in self.pages if path.name == "neighbour.html")
        for screen, beside in (((1280, 800), True), (PHONE, False)):
            with self.opened(neighbour, *screen):
                self.unfold()
                one, other = self.browser.run(script)
                self.assertEqual(one == other, beside)


class Pages(Browsing, unittest.TestCase):
    @classmethod
    def write_all(cls):
        cls.asked = [cls.write(name, language) for name, language in PEOPLE.items()]
        return cls.asked

    @classmethod
    def write(cls, name, language, *options):
        scenario = SCENARIOS / f"{name}.xml"  # or NAME, if that is a whole path
        today = re.search(r'today="([0-9-]+)"', scenario.read_text("utf-8")).group(1)
        path = cls.folder / f"{scenario.stem}.{language}{''.join(options)}.html"
        subprocess.run([REBOND, "plan", "--answers", scenario, "--today", today, "--lang", language,
                        *options, "-o", path], env=pinned(cls.folder), check=True)
        return path

    def test_message_within_the_first_screen(self):
        """It stands there, or a link that leads to it does."""
        with_message = [path for path in self.pages
                        if '<p class="take"><a href="#message' in path.read_text("utf-8")]
        self.assertGreater(len(with_message), 2)
        for path in with_message:
            with self.opened(path, *PHONE):
                bottom, href = self.browser.run(
                    "const link = document.querySelector('p > a[href^=\"#message\"]');"
                    "return [link.getBoundingClientRect().bottom, link.hash]")
                self.assertLess(bottom, PHONE[1])
                top = self.browser.run(
                    "document.querySelector('p > a[href^=\"#message\"]').click();"
                    "return document.querySelector(arguments[0]).getBoundingClientRect().top", href)
                self.assertTrue(-1 <= top < PHONE[1] / 2, top)

    def test_links_open_what_is_folded(self):
        for path in self.pages:
            with self.opened(path, *PHONE):
                unseen = self.browser.run(
                    "return [...document.querySelectorAll('li a[href^=\"#message\"]')].filter(link => {"
                    "  document.querySelector('details').open = false; link.click();"
                    "  return !document.querySelector(link.hash).checkVisibility()}).length")
                self.assertEqual(unseen, 0)

    def test_contents_lead_to_parts(self):
        """Where the details have many parts, each is led to from their top, by its own words."""
        listed = 0
        for path in self.pages:
            with self.opened(path, *PHONE):
                self.unfold()
                for link, heading, top in self.browser.run(
                        "return [...document.querySelectorAll('details nav a')].map(link => {"
                        "  link.click(); const part = document.querySelector(link.hash);"
                        "  return [link.textContent, part.textContent, part.getBoundingClientRect().top]})"):
                    listed += 1
                    self.assertEqual(link, heading)
                    self.assertTrue(-1 <= top < PHONE[1], top)
        self.assertGreater(listed, 4)

    def test_days_stand_in_order(self):
        """Dots go from today to the last day, and none of the numbers below them touch."""
        for path in self.pages:
            with self.opened(path, *NARROW):
                boxes = self.browser.run(
                    "return [...document.querySelectorAll('.days text[text-anchor=middle]')].map("
                    "text => {const box = text.getBoundingClientRect(); return [box.left, box.right]})")
                for before, behind in zip(boxes, boxes[1:]):
                    self.assertLess(before[1], behind[0])

    def test_boxes_stand_clear_of_words(self):
        """As large as the words behind them, and apart from these."""
        for path in self.pages:
            with self.opened(path, *PHONE):
                for box, words, size in self.browser.run(
                        "return [...document.querySelectorAll('[type=checkbox]')].map(box => {"
                        "  const words = document.createRange();"
                        "  words.setStartAfter(box); words.setEndAfter(box.parentNode.lastChild);"
                        "  const [first] = [...words.getClientRects()].filter(line => line.width > 9);"
                        "  return [box.getBoundingClientRect().right, first.left,"
                        "    parseFloat(getComputedStyle(box).width) / parseFloat(getComputedStyle(box.parentNode).fontSize)]"
                        "})"):
                    self.assertGreaterEqual(words - box, 4)
                    self.assertAlmostEqual(size, 1, places=2)

    def test_one_sheet(self):
        """The page is one sheet of either paper; the details begin on another."""
        for name, language in {**PEOPLE, FULLEST: "en"}.items():
            self.browser.open(self.write(name, language, "--page"))
            for paper, size in PAPERS.items():
                with self.subTest(name, paper=paper):
                    self.assertEqual(self.browser.count_sheets(*size), 1)
        self.browser.open(self.pages[0])
        self.assertGreater(self.browser.count_sheets(*PAPERS["A4"]), 1)

    def test_copied_messages_are_plain(self):
        """Into a field that keeps the looks of what is pasted, from a page in the dark."""
        self.browser.screen(*PHONE, "dark")
        self.browser.open(self.pages[0])
        self.browser.run("document.querySelector('.message > textarea').focus()")
        self.browser.press(CONTROL, "a")
        self.browser.press(CONTROL, "c")
        self.browser.run("const field = document.createElement('div'); field.id = 'field';"
                         "field.contentEditable = true; document.body.append(field); field.focus()")
        self.browser.press(CONTROL, "v")
        pasted, message = self.browser.run(
            "const field = document.querySelector('#field');"
            "return [field.innerText, document.querySelector('.message > textarea').value]")
        self.assertEqual(pasted.split(), message.split())
        elements = self.browser.run("return [...document.querySelectorAll('#field *')].map("
                                    "node => node.tagName + node.attributes.length)")
        self.assertEqual(set(elements) - {"DIV0", "BR0"}, set())


main()
