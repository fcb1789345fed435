# SPDX-License-Identifier: GPL-3.0-or-later
"""The conversation for screen readers, braille and pipes: the same, in words alone."""

import re
import unicodedata

from support.talk import Talking, main

CLOSING = ("that was the last question. Enter alone shows the plan; ':back' and ':review' change an "
           "answer")

# What is read aloud as a word or a pause.
SIGNS = set(" '’\"«»(),.;:?!-/[]\u00a0\u202f…")


def words_only(text):
    """The characters of TEXT that are neither words, nor signs of writing, nor line feeds."""
    return {c for c in text if c != "\n" and c not in SIGNS
            and unicodedata.category(c)[0] not in "LN" and c not in "<>="}


class WordsOnly(Talking):
    ways = ({"REBOND_ACCESSIBLE": "1"}, {"ACCESSIBLE": "1"}, {"TERM": "dumb"})

    def hold(self, talk, **environment):
        """A whole debrief, with all the ways to move. What was shown, line by line."""
        yes = {"fr": "oui", "en": "yes"}[talk.language]
        terminal = talk.start(rows=500, **environment)
        prompt = talk.words("Your answer: ").strip()

        def answer(question, line):
            terminal.expect(talk.text(question))
            terminal.expect(prompt)
            terminal.enter(line)

        answer("mood", "")
        answer("firm", "Altaïr")
        answer("day", "")
        answer("late", "x")
        terminal.expect(prompt)
        terminal.enter("3")
        answer("minutes", "12 min")
        answer("warned", yes)
        answer("topics", "\x1b[Z")
        answer("warned", "")
        answer("topics", talk.words(":help"))
        answer("topics", "1-2")
        answer("ease", ":review 4")
        answer("late", "2")
        answer("ease", ":review 4")
        answer("late", "3")
        answer("ease", "4")
        answer("hour", "9h30")
        answer("pay", talk.words(":skip"))
        answer("story", "un")
        terminal.expect(talk.words("Next line: ").strip())
        terminal.enter("deux")
        terminal.expect(talk.words("Next line: ").strip())
        terminal.enter()
        answer("last", "?")
        answer("last", ":draft")
        answer("last", ":why 1")
        answer("last", "")
        terminal.expect(talk.say(CLOSING))
        terminal.expect(prompt)
        terminal.enter()
        terminal.expect(".md")
        self.assertEqual(terminal.end(), 0)
        return terminal.raw.decode("utf-8").replace("\r\n", "\n").replace(self.home, "HOME")

    def test_transcript(self):
        def conversation(talk):
            shown = self.hold(talk, REBOND_ACCESSIBLE="1")
            # The terminal's own echo of the key Shift-Tab is no word of ours.
            self.assertEqual(words_only(shown.replace("^[[Z", "")), set())
            # The plan behind the conversation has goldens of its own.
            conversation_alone = shown[: shown.index(talk.say(CLOSING)[:20])]
            self.check_golden("words-only-%s.txt" % talk.language, conversation_alone)

        self.in_each_language(conversation)

    def test_every_way_to_ask_for_it(self):
        def conversation(talk):
            shown = []
            for way in self.ways:
                talk.test.tearDown()
                talk.test.setUp()
                again = type(talk)(self, talk.language)
                shown.append(self.hold(again, **way))
            self.assertEqual(shown[0], shown[1])
            self.assertEqual(shown[0], shown[2])
            self.assertNotIn("\x1b", shown[0].replace("^[", ""))
            # A heading of the plan is no paragraph: it has a number.
            plan = shown[0][shown[0].index(talk.say(CLOSING)[:20]):]
            self.assertEqual(re.findall(r"(?m)^(\d+)\. .+\n\n", plan), ["1"])

        self.in_each_language(conversation)

    def test_switched_off(self):
        def conversation(talk):
            terminal = talk.start(ACCESSIBLE="0", REBOND_ACCESSIBLE="0")
            terminal.expect(talk.text("mood"))
            terminal.expect("> ")

        self.in_each_language(conversation)

    def test_no_colour(self):
        def conversation(talk):
            coloured = rb"\x1b\[[0-9;]*m"
            for environment in ({}, {"NO_COLOR": "1"}, {"NO_COLOR": "0"}, {"TERM": ""}, {"TERM": None},
                                {"TERM": "unknown"}):
                terminal = talk.start(**environment)
                terminal.expect(talk.text("mood"))
                terminal.expect("> ")
                terminal.enter()
                terminal.expect("> ")
                terminal.enter(":quit")
                plan = talk.start("plan", **environment)
                self.assertEqual((terminal.end(), plan.end()), (0, 0))
                for shown in (terminal.raw, plan.raw):
                    self.assertEqual(bool(re.search(coloured, shown)), environment == {})

        self.in_each_language(conversation)


class Piped(Talking):
    def talk_through(self, talk, lines):
        return talk.run("new", input="".join(line + "\n" for line in lines))

    def test_answers_prompts_in_order(self):
        def conversation(talk):
            lines = ["", "Altaïr", "", "3", "12", "y", "1,2", "4", "9h30", "12,5", "un", "deux", "",
                     "fin", ""]
            ended = self.talk_through(talk, lines)
            self.assertEqual((ended.returncode, ended.stderr), (0, ""))
            kept = talk.answers()
            self.assertEqual([kept[name] for name in ("firm", "day", "minutes", "topics", "pay", "story",
                                                      "last")],
                             ["Altaïr", "2026-11-23", "12", "a+b", "12.5", "un\ndeux", "fin"])
            self.assertIn(talk.say("taken: {1}", {"fr": "lundi 23 novembre 2026",
                                                  "en": "Monday 23 November 2026"}[talk.language]),
                          ended.stdout)
            self.assertNotIn("\x1b", ended.stdout)

        self.in_each_language(conversation)

    def test_ends_with_the_name_of_the_question(self):
        def conversation(talk):
            ended = self.talk_through(talk, ["", "Altaïr"])
            self.assertEqual(ended.returncode, 1)
            self.assertIn(talk.text("day-label"), ended.stderr)
            kept = talk.answers()
            self.assertEqual(kept["firm"], "Altaïr")
            self.assertNotIn("day", kept)  # no default taken in silence

        self.in_each_language(conversation)

    def test_wide_and_combining_and_right_to_left_names(self):
        names = ("漢字会社", "Ame\u0301lie", "שלום", "E\u0301\u0300 🙂")

        def conversation(talk):
            for name in names:
                ended = talk.run("new", input="\n%s\n:back\n\n:quit\n" % name,
                                 environment={"COLUMNS": "40"})
                self.assertEqual(ended.returncode, 0)
                self.assertIn(name, ended.stdout)
                self.assertEqual(talk.answers()["firm"], name)

        self.in_each_language(conversation)

    def test_narrow(self):
        def conversation(talk):
            ended = talk.run("new", input="\n\n\n?\n:help\n3\n\n:quit\n", environment={"COLUMNS": "40"})
            long = [line for line in ended.stdout.split("\n") if len(line) > 40]
            self.assertEqual(long, [])

        self.in_each_language(conversation)


if __name__ == "__main__":
    main()
