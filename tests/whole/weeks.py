# SPDX-License-Identifier: GPL-3.0-or-later
"""Weeks of people with the shipped pack: what they are asked and told to have changed when they come back, the
agenda of each day on which it changes, and the page as they see it after each visit.

A story is a list of (day, command, what is typed where it is asked for), told in tests/weeks/NAME.txt.
UPDATE_GOLDEN=1 writes these anew. Whatever they say: nothing stands on a day that has passed, what is ticked
is not to be done, and each answer is asked for and taken.
"""
import datetime
import os
import re

from support.person import SOURCE, Person, Test, main
from support.visit import Visit

FOLDER = SOURCE / "tests" / "weeks"
DAY = re.compile(r"^\w+day (\d+ \w+ \d{4})$", re.MULTILINE)
REFUSED = re.compile("'|Understood as|What follows needs")

JUST_OUT = {"First of all": "all right", "What day was": "yesterday", "Where are you": "I’ve just come out",
            "What did they say": "“We’ll be in touch”"}
FINE = {**JUST_OUT, "Looking back": "nothing, it went", "What went well": "a clear answer"}


AT_HOME = {"In which country": "united kingdom"}  # asked once


def telling(answers, job, name, me):
    return {**answers, "job title": job, "name, as": name, "your name": me}


STORIES = {
    "silence": [
        ("2026-11-24", "new", telling({**FINE, **AT_HOME, "What would you": "is it all over, should I write",
                                       "I enjoyed": "the winter rota"}, "depot planner", "Ms Farrell", "Nadia Karim")),
        ("2026-11-24", "done first-message", None),
        ("2026-11-27", "resume", {"Where are you": "I’m waiting, and my thank-you", "To ask how": "an email"}),
        ("2026-12-01", "resume", {"Write a short note": "yes",
                                  "Where are you": "I’m waiting, and have followed", "When did you": "today"}),
        ("2026-12-09", "resume", {"Write one last": "yesterday",
                                  "Where are you": "I’m waiting, after two"}),
        ("2026-12-18", "resume", {"Draw a line": "yes", "Where are you": "I’m waiting, after two"}),
        ("2027-01-12", "", {"What would you like to do": ":quit"}),
    ],
    "refusal": [
        ("2026-11-24", "new", telling({**FINE, **AT_HOME, "What would you": "is it all over"}, "payroll clerk", "Mr Okoro", "Sam Lee")),
        ("2026-11-25", "done first-message", None),
        ("2026-12-08", "resume", {"Where are you": "the answer is no", "How did this no": "a message from someone I’d met",
                                  "What reason": "none"}),
        ("2026-12-09", "done first-message", None),
        ("2026-12-15", "resume", {"Where are you": "the answer is no", "Have they answered": "1"}),
        ("2026-12-23", "resume", {"Draw a line": "yes", "Where are you": "the answer is no"}),
        ("2027-01-12", "", {"What would you like to do": ":quit"}),
    ],
    "offer": [
        ("2026-11-24", "new", telling({**JUST_OUT, **AT_HOME, "What would you": "do I really", "Looking back": "the pay"},
                                      "planner", "Ms Boyle", "Jo Lund")),
        ("2026-11-24", "done first-message", None),
        ("2026-12-01", "resume", {"Where are you": "they’re making", "Where does this offer": "it has just come"}),
        ("2026-12-01", "done first-message", None),
        ("2026-12-04", "resume", {"Go over": "yes", "Where are you": "they’re making", "Where does this offer": "I’ve said yes, I’m waiting"}),
        ("2026-12-11", "resume", {"Where does this offer": "it’s signed", "your name": "Jo Lund"}),
        ("2026-12-18", "", {"What would you like to do": ":quit"}),
    ],
    "meeting": [
        ("2026-11-24", "new", telling({**FINE, **AT_HOME, "What would you": "what do I say if they call",
                                       "I enjoyed": "the night shifts"}, "care assistant", "Mrs Hill", "Ana Reis")),
        ("2026-11-24", "done first-message", None),
        ("2026-11-25", "resume", {"Where are you": "another meeting", "What exact day": "4 december",
                                  "What do you know": "with the manager", "Did they ask": "a presentation"}),
        ("2026-11-25", "done first-message", None),
        ("2026-12-03", "", {"What would you like to do": ":quit"}),
        ("2026-12-07", "", {"What would you like to do": ":quit"}),
        ("2026-12-07", "resume", {"Where are you": "another meeting", "What day was": "", "Since that meeting": "",
                                  "a moment from": "the evening handover"}),
        ("2026-12-08", "done first-message", None),
        ("2026-12-14", "resume", {"Where are you": "another meeting"}),
        ("2026-12-17", "resume", {"No answer? Ask once": "yesterday", "Where are you": "another meeting"}),
    ],
    "three": [
        ("2026-11-24", "new", telling({**JUST_OUT, **AT_HOME, "What would you": "is it my fault", "Looking back": "a question gone"},
                                      "clerk at Baker’s", "Ms Ray", "Jo Lund")),
        ("2026-11-25", "done first-message", None),
        ("2026-12-15", "new", telling({**JUST_OUT, "What would you": "is it my fault", "Looking back": "a question gone"},
                                      "clerk at Cook’s", "Mr Day", "Jo Lund")),
        ("2026-12-16", "list", None),
        ("2027-01-12", "new", telling({**FINE, "What would you": "is it all over"}, "clerk at Dunn’s", "Mrs Fox", "Jo Lund")),
        ("2027-01-12", "list", None),
        ("2027-01-12", "lessons", None),
        ("2027-01-13", "", {"What would you like to do": ":quit"}),
    ],
}


def days(first, last):
    """The days from FIRST to LAST, as they are written in the calendar's form."""
    day, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    while day <= end:
        yield day.isoformat()
        day += datetime.timedelta(days=1)


class Weeks(Test):
    def setUp(self):
        self.person = Person(pack=None)
        self.person.environment["LANGUAGE"] = "en"
        self.addCleanup(lambda: self.person.leave())
        self.told = []
        self.agenda = self.page = ""

    def say(self, title, text):
        self.told.append(f"---- {title}\n{text.rstrip()}\n")

    def look(self):
        """The agenda of today, if more than its days are others than before."""
        done = self.person.run("agenda")
        self.assert_ends(done, 0, err="^$")
        for day in DAY.findall(done.stdout):
            at = datetime.datetime.strptime(day, "%d %B %Y").date().isoformat()
            self.assertGreaterEqual(at, self.person.today, done.stdout)
        things = DAY.sub("", done.stdout)
        if things != self.agenda:
            self.say(f"{self.person.today}: agenda", done.stdout)
        self.agenda = things

    def visit(self, command, answers):
        visit = Visit(self.person, command.split(), answers)
        self.assertEqual((visit.code, visit.left), (0, {}), visit.asked)
        self.assertEqual([], [asked for asked, _ in visit.asked if REFUSED.match(asked)])
        if command == "new":
            return
        shown = "\n".join(f"? {asked} [{typed}]" for asked, typed in visit.asked)
        self.say(f"{self.person.today}: rebond {command}".rstrip(), f"{shown}\n{visit.changed()}")

    def show_page(self):
        """The page of the latest debrief, if more than its day is another."""
        done = self.person.run("plan", "--page", "--format=text")
        self.assert_ends(done, 0, err="^$")
        page = done.stdout.split("\n", 1)[1]
        if page != self.page:
            self.say(f"{self.person.today}: page", done.stdout)
        self.page = page

    def go(self, command, answers):
        if answers is not None:
            return self.visit(command, answers)
        done = self.person.run(*command.split())
        self.assert_ends(done, 0, err="^$")
        return self.say(f"{self.person.today}: rebond {command}", done.stdout)

    def tell(self, name):
        story = STORIES[name]
        for day in days(story[0][0], story[-1][0]):
            self.person.today = day
            steps = [step for step in story if step[0] == day]
            for _, command, answers in steps:
                self.go(command, answers)
            self.look()
            if steps:
                self.show_page()
        golden, told = FOLDER / f"{name}.txt", "\n".join(self.told)
        if os.environ.get("UPDATE_GOLDEN"):
            golden.write_text(told, "utf-8")
        self.assertEqual(told, golden.read_text("utf-8"), "UPDATE_GOLDEN=1 accepts the change")


for story_name in STORIES:
    setattr(Weeks, f"test_{story_name}", lambda self, name=story_name: self.tell(name))

main()
