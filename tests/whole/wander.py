# SPDX-License-Identifier: GPL-3.0-or-later
"""A random walk of keystrokes and days over the shipped pack: answers, mistakes, edits, back,
review, ticks, days put off, other versions of the pack, exports and imports in between.

Whatever way somebody took, what stands is what the same answers give when they are told straight
through, and another machine that takes the debrief over has it as it is. The test run goes some
hundred keystrokes; WANDER says how many, SEED repeats a walk. The target `long` goes 10,000.
"""
import datetime
import os
import pathlib
import random
import re
import shutil
import tempfile

from support.person import SOURCE, Person, Test, main

STEPS = int(os.environ.get("WANDER", "100"))
SEED = int(os.environ.get("SEED", "20261123"))
DEBRIEF = 60  # keystrokes, then somebody else begins

LINES = ["1", "2", "3", "4", "5", "6", "1,2", "2, 3", "", "", "yes", "no", "yesterday", "next friday",
         "12 november", "within two weeks", "9:30", "90", "a few words", ":back", ":back", ":skip",
         ":review 1", ":review 3", ":review 5", "zzz", "31/02", ":why", "?", ":draft", ":quit"]


class Wander(Test):
    def setUp(self):
        super().setUp()
        self.random = random.Random(SEED)
        self.steps = 0
        folder = tempfile.TemporaryDirectory(prefix="rebond-")
        self.addCleanup(folder.cleanup)
        self.packs = [SOURCE / "content", pathlib.Path(folder.name) / "content"]
        shutil.copytree(self.packs[0], self.packs[1])
        for file in self.packs[1].glob("*.xml"):  # another version: fewer may be chosen, less is asked
            text = file.read_text().replace(' kind="choices" max="2"', ' kind="choices" max="1"')
            file.write_text(text.replace(' revisit="yes"', ""))

    def begin(self):
        self.person.leave()
        self.person = Person(self.packs[0], "2026-11-23", LANGUAGE="en")
        self.person.run("new", typed=f"{self.random.randint(1, 6)}\nyesterday\n:quit\n")

    # ---- moves ----

    def converse(self):
        lines = [self.random.choice(LINES) for _ in range(self.random.randint(1, 12))]
        self.steps += len(lines)
        done = self.person.run("resume", typed="\n".join(lines) + "\n")
        self.assertIn(done.returncode, (0, 1), (lines, done.stderr))

    def tick(self):
        self.steps += 1
        words = re.findall(r"[,:] ([a-z-]+) \(", self.person.run("done").stderr.replace(" and ", ", "))
        if words:
            word = self.random.choice(words)
            way = self.random.choice([["done", word], ["done", word, "--undo"], ["move", word, "in 3 days"],
                                      ["move", word, "--undo"]])
            self.assertIn(self.person.run(*way).returncode, (0, 2))

    def sleep(self):
        day = datetime.date.fromisoformat(self.person.today)
        self.person.today = str(day + datetime.timedelta(days=self.random.randint(1, 6)))

    def change_pack(self):
        """A visit with another version of the pack."""
        self.person.pack = self.packs[1]
        self.converse()
        self.person.pack = self.packs[0]

    def take_in_again(self):
        told = self.export()
        done = self.person.run("import", self.person.write("own.xml", told))
        self.assertEqual(self.export(), told)
        self.assert_ends(done, 0, out="tells all that already")

    # ---- what holds ----

    def export(self):
        done = self.person.run("export", "--private")
        self.assert_ends(done, 0, err="^$")
        return done.stdout

    def plan(self, person):
        done = person.run("plan", "--private", "--format=markdown")
        self.assert_ends(done, 0, err="^$")
        return done.stdout

    def check(self):
        told = self.export()
        other = Person(self.packs[0], self.person.today, LANGUAGE="en")
        self.addCleanup(other.leave)
        self.assert_ends(other.run("import", other.write("told.xml", told)), 0)
        self.assertEqual(self.plan(other), self.plan(self.person))
        straight = re.sub(r'  <(answer|skip)\b[^>]*parked="yes".*?(</answer>|/>)\n', "", told, flags=re.S)
        left = Person(self.packs[0], self.person.today, LANGUAGE="en")
        self.addCleanup(left.leave)
        self.assert_ends(left.run("import", left.write("straight.xml", straight)), 0)
        self.assertEqual(self.plan(left), self.plan(self.person))

    def test_any_way_leads_to_the_same_place(self):
        moves = [self.converse] * 6 + [self.tick] * 2 + [self.sleep] * 2 + [self.change_pack, self.take_in_again]
        while self.steps < STEPS:
            self.begin()
            end = self.steps + DEBRIEF
            while self.steps < min(end, STEPS):
                self.random.choice(moves)()
            self.check()
        print(f"{self.steps} keystrokes")


main()
