# SPDX-License-Identifier: GPL-3.0-or-later
"""Conversations at a terminal: with the pack of support/pack.py, in each language."""

import gettext
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from support import pack
from support.person import REBOND, SOURCE, pinned
from support.terminal import Terminal

BUILD = os.environ["BUILD"]
TODAY = "2026-11-23"  # a Monday
LANGUAGES = ("fr", "en")


class Words:
    """The program's messages in one language."""

    def __init__(self, language):
        # Named whole: by the language alone, Python takes English for that of the United States.
        catalogue = pathlib.Path(BUILD, "share/locale", language, "LC_MESSAGES/rebond.mo")
        self.catalogue = gettext.NullTranslations()
        if language != "en":
            self.catalogue = gettext.GNUTranslations(catalogue.open("rb"))

    def __call__(self, message, *values):
        """The message with {1}… filled."""
        text = self.catalogue.gettext(message)
        for i, value in enumerate(values):
            text = text.replace("{%d}" % (i + 1), value)
        return text

    def said(self, message, *values):
        """The message as a sentence: with a capital and a full stop."""
        text = self(message, *values)
        text = text[0].upper() + text[1:]
        return text if text[-1] in ".!?:…" else text + "."


class Talking(unittest.TestCase):
    """A test with a home of its own, and a pack in the language of the person."""

    maxDiff = None
    pack = pack  # a module with write() and Text

    def check_golden(self, name, text):
        """TEXT is as the file NAME in transcripts/; UPDATE_GOLDEN=1 makes the file say so."""
        path = os.path.join(SOURCE, "tests", "whole", "transcripts", name)
        if os.environ.get("UPDATE_GOLDEN"):
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        with open(path, encoding="utf-8") as file:
            self.assertEqual(text, file.read(), "UPDATE_GOLDEN=1 accepts the change")

    def setUp(self):
        """A home in which it was said before in what form plans are kept."""
        self.home = tempfile.mkdtemp(prefix="rebond-")
        self.open = []
        self.keeping = os.path.join(self.home, ".config", "rebond", "keeping")
        os.makedirs(os.path.dirname(self.keeping))
        with open(self.keeping, "w", encoding="utf-8") as file:
            file.write("markdown\n")

    def tearDown(self):
        for terminal in self.open:
            terminal.close()
        shutil.rmtree(self.home, ignore_errors=True)

    def in_each_language(self, conversation):
        """Runs CONVERSATION(talk) in each language, each time in a new home."""
        for language in LANGUAGES:
            with self.subTest(language=language):
                self.tearDown()
                self.setUp()
                conversation(Talk(self, language))


class Talk:
    """One person's conversations: a language, a home, a pack."""

    def __init__(self, test, language):
        pack = test.pack
        self.test = test
        self.language = language
        self.words = Words(language)
        self.say = self.words.said
        self.pack = pack.write(test.home, language)
        self.text = pack.Text(language)

    def start(self, *arguments, today=TODAY, columns=80, rows=24, **environment):
        command = [REBOND, *(arguments or ("new",)), "--content", self.pack, "--today", today]
        terminal = Terminal(command, pinned(self.test.home, self.language, **environment),
                            self.test.home, columns, rows)
        self.test.open.append(terminal)
        return terminal

    def run(self, *arguments, **options):
        """Runs the program without a terminal; its completed process."""
        command = [REBOND, *arguments, "--content", self.pack, "--today", TODAY]
        environment = pinned(self.test.home, self.language, **options.pop("environment", {}))
        return subprocess.run(command, env=environment, cwd=self.test.home, encoding="utf-8",
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)

    def go_to(self, terminal, question):
        """Presses Enter until QUESTION is asked, giving the one answer that is required."""
        t = self.text
        prompts = [t(name) for name in self.order]
        wanted = prompts.index(t(question))
        while True:
            asked = terminal.expect(*prompts[: wanted + 1])
            terminal.expect("> ")
            if asked == wanted:
                return
            terminal.enter()

    order = ("mood", "firm", "day", "late", "topics", "ease", "hour", "pay", "story", "last")

    def answers(self):
        """The answers on disk, by question: the latest debrief's export."""
        exported = self.run("export")
        found = re.findall(r'<answer of="([a-z-]+)"[^>]*>(.*?)</answer>', exported.stdout, re.S)
        return {name: re.sub(r"</value>\s*<value>", "+", re.sub(r"^\s*<value>|</value>\s*$", "", value))
                for name, value in found}


def main():
    unittest.main(verbosity=2, buffer=False, argv=[sys.argv[0]])
