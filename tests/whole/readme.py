# SPDX-License-Identifier: GPL-3.0-or-later
"""What the README shows is what the program does: its conversation, its plan, its commands."""

import glob
import os
import re
import subprocess

from support.person import REBOND, SOURCE, pinned
from support.talk import Talking, main
from support.terminal import BLANKS, Terminal, plain

DAY = "2026-11-24"

# The whole conversation of which the README shows a part.
CONVERSATION = (
    ("how are you, right now?", "2"),
    ("What day was the interview?", "yesterday"),
    ("Where are you today?", "1"),
    ("In which country or province?", "7"),
    ("Tick what is true, or skip.", ""),
    ("What would you most like to know now?", "4"),
    ("what bothers you?", "10"),
    ("Being late: tick all that is true.", "3,10"),
    ("What went well, even", "2,8"),
    ("I enjoyed talking about", "the delivery rounds"),
    ("matters for this job: ____", ":skip"),
    ("What did they say about what comes next?", "15"),
    ("(blank 1 of 3)", "depot planner"),
    ("(blank 2 of 3)", "Ms Farrell"),
    ("(blank 3 of 3)", "Nadia Karim"),
    ("(optional)", ""),
    ("That was the last question.", ""),
)

# What stands before and behind the part of the page that the README shows. UPDATE_GOLDEN=1 writes
# it anew.
UPDATE = os.environ.get("UPDATE_GOLDEN") == "1"
PART = re.compile(r"^# [^\n]*\n\n(.*?\n)\n## Next time\n", re.S)


def readme():
    with open(os.path.join(SOURCE, "README.md"), encoding="utf-8") as file:
        return file.read()


def block(kind):
    return re.search(r"```%s\n(.*?)```" % kind, readme(), re.S).group(1)


def update(kind, text):
    with open(os.path.join(SOURCE, "README.md"), "r+", encoding="utf-8") as file:
        whole = file.read().replace("```%s\n%s```" % (kind, block(kind)), "```%s\n%s```" % (kind, text))
        file.seek(0)
        file.truncate()
        file.write(whole)


class Readme(Talking):
    def test_conversation_and_plan(self):
        terminal = Terminal([REBOND, "--today", DAY], pinned(self.home, "en"), self.home, rows=500)
        self.open.append(terminal)
        for question, answer in CONVERSATION:
            terminal.expect(question)
            terminal.expect("> ")
            terminal.enter(answer)
        self.assertEqual(terminal.end(), 0)
        shown, at = plain(terminal.raw), 0
        for line in filter(None, block("conversation").split("\n")):
            found = shown.find(BLANKS.sub(" ", line.strip()), at)
            self.assertGreaterEqual(found, 0, "not said, or not in this order: " + line)
            at = found
        with open(glob.glob(os.path.join(self.home, "*.md"))[0], encoding="utf-8") as file:
            written = file.read()
        part = PART.match(written).group(1)
        if UPDATE:
            update("plan", part)
        self.assertGreater(len(part), 500)
        self.assertEqual(block("plan"), part)

    def test_commands(self):
        """Each command of the table is known, with the options it is shown with."""
        table = re.findall(r"^\| (`rebond.*?) \|", readme(), re.M)
        self.assertGreater(len(table), 8)
        for command in re.findall(r"`(rebond[^`]*)`", " ".join(table)):
            words = [word for word in command.split()[1:] if word.isalpha() and word.islower()][:1]
            options = re.findall(r"--[a-z-]+", command)
            self.knows(words, options)
        for word in re.findall(r"`(--[a-z-]+)", readme()):
            self.assertTrue(any(word in self.help([command]) for command in
                                ("plan", "done", "draft", "check", "list", "lessons")), word)

    def help(self, words):
        return subprocess.run([REBOND, *words, "--help"], text=True, stdout=subprocess.PIPE,
                              env=pinned(self.home, "en"), check=True).stdout

    def knows(self, words, options):
        text = self.help(words)
        for option in options:
            self.assertIn(option, text, words)

    def test_scripts(self):
        scripts = re.findall(r"^    sh (tools/\w+)", readme(), re.M)
        self.assertEqual(len(scripts), 2)
        for script in scripts:
            subprocess.run(["sh", "-n", os.path.join(SOURCE, script)], check=True)

    def test_links(self):
        for path in re.findall(r"\]\(([A-Za-z/.]+)\)", readme()):
            self.assertTrue(os.path.exists(os.path.join(SOURCE, path)), path)


if __name__ == "__main__":
    main()
