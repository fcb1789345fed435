# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways through a conversation: back, review, skip, asking, and what is told on the way."""

import re

from support.talk import Talking, main
from support.terminal import plain

CLOSING = ("that was the last question. Enter alone shows the plan; ':back' and ':review' change an "
           "answer")


class Moving(Talking):
    def test_back_by_command_and_keys_whatever_stands_in_the_line(self):
        ways = (":back\r", "\x1b[Z", "\x1b[1;3D", "half\x1b[Z", "zzz\r\x1b[Z")

        def conversation(talk):
            terminal = talk.start()
            talk.go_to(terminal, "firm")
            terminal.enter("Altaïr")
            for way in ways:
                terminal.expect(talk.text("day"))
                terminal.expect("> ")
                terminal.type(way)
                terminal.expect(talk.text("firm"))
                terminal.expect(talk.say("your answer is '{1}'; Enter alone keeps it", "Altaïr"))
                terminal.expect("> Altaïr")
                terminal.enter()

        self.in_each_language(conversation)

    def test_old_answer_is_there_to_edit(self):
        def conversation(talk):
            terminal = talk.start()
            talk.go_to(terminal, "firm")
            terminal.enter("Alta")
            terminal.expect(talk.text("day"))
            terminal.expect("> ")
            terminal.type("\x1b[Z")
            terminal.expect("> Alta")
            terminal.enter("ïr")
            terminal.expect(talk.text("day"))
            terminal.enter(":quit")
            terminal.end()
            self.assertEqual(talk.answers()["firm"], "Altaïr")

        self.in_each_language(conversation)

    def test_half_typed_text_waits(self):
        def conversation(talk):
            terminal = talk.start()
            talk.go_to(terminal, "firm")
            terminal.type("Alt\x1b[Z")
            terminal.expect(talk.text("mood"))
            terminal.expect("> ")
            terminal.enter()
            terminal.expect(talk.text("firm"))
            terminal.expect("> Alt")
            terminal.enter("aïr")
            terminal.expect(talk.text("day"))
            terminal.enter(":quit")
            terminal.end()
            self.assertEqual(talk.answers()["firm"], "Altaïr")

        self.in_each_language(conversation)

    def test_review_jumps_and_later_answers_stay(self):
        def conversation(talk):
            terminal = talk.start()
            talk.go_to(terminal, "firm")
            terminal.enter("Altaïr")
            talk.go_to(terminal, "late")
            terminal.enter("2")
            talk.go_to(terminal, "ease")
            terminal.enter("4")
            talk.go_to(terminal, "hour")
            terminal.enter(":review")
            terminal.expect(talk.text("frame"))
            terminal.expect("2 " + talk.words("{1}: {2}", talk.text("firm-label"), "Altaïr"))
            terminal.expect(talk.text("course"))
            terminal.expect("4 " + talk.words("{1}: {2}", talk.text("late-label"), talk.text("early")))
            terminal.expect("5 " + talk.words("{1}: {2}", talk.text("topics-label"), talk.words("(skipped)")))
            terminal.expect(talk.words("Number of the answer to change (Enter: none): ").strip())
            terminal.enter("4")
            terminal.expect(talk.text("late"))
            terminal.expect("> ")
            terminal.enter("1")
            terminal.expect("→ " + talk.text("on-time"))
            terminal.expect(talk.text("hour"))  # back to where it stood
            terminal.enter(":quit")
            terminal.end()
            kept = talk.answers()
            self.assertEqual((kept["firm"], kept["late"], kept["ease"]), ("Altaïr", "on-time", "4"))

        self.in_each_language(conversation)

    def test_parked_and_restored_answers_are_told_in_one_line(self):
        def conversation(talk):
            terminal = talk.start()
            talk.go_to(terminal, "late")
            terminal.enter("3")
            terminal.expect(talk.text("minutes"))
            terminal.enter("12")
            terminal.expect(talk.text("warned"))
            terminal.enter("1")
            terminal.expect(talk.text("topics"))
            both = talk.words("{1} and {2}", talk.text("minutes-label"), talk.text("warned-label"))
            terminal.expect("> ")
            terminal.enter(":review 4")
            terminal.expect(talk.text("late"))
            terminal.expect("> ")
            terminal.enter("1")
            terminal.expect(talk.say("set aside, in case you come back to it: {1}", both))
            terminal.expect(talk.text("topics"))
            terminal.expect("> ")
            terminal.enter(":review 4")
            terminal.expect(talk.text("late"))
            terminal.expect("> ")
            terminal.enter("3")
            terminal.expect(talk.say("counts again, as you answered it: {1}", both))
            terminal.expect(talk.text("topics"))
            terminal.enter(":quit")
            terminal.end()
            self.assertEqual(talk.answers()["minutes"], "12")

        self.in_each_language(conversation)

    def test_back_to_the_first_and_forward_keeps_all(self):
        def conversation(talk):
            terminal = talk.start()
            talk.go_to(terminal, "firm")
            terminal.enter("Altaïr")
            talk.go_to(terminal, "ease")
            terminal.enter("4")
            terminal.expect(talk.text("hour"))
            for name in ("ease", "topics", "late", "day", "firm", "mood"):
                terminal.expect("> ")
                terminal.type("\x1b[Z")
                terminal.expect(talk.text(name))
            terminal.expect("> ")
            terminal.type("\x1b[Z")
            terminal.expect(talk.say("this is where it begins; there is nothing before"))
            for name in ("firm", "day", "late", "topics", "ease", "hour"):
                terminal.expect("> ")
                terminal.enter()
                terminal.expect(talk.text(name))
            terminal.enter(":quit")
            terminal.end()
            kept = talk.answers()
            self.assertEqual((kept["firm"], kept["ease"]), ("Altaïr", "4"))
            self.assertNotIn("late", kept)

        self.in_each_language(conversation)

    def test_skip(self):
        def conversation(talk):
            terminal = talk.start()
            terminal.expect(talk.text("mood"))
            terminal.enter(talk.words(":skip"))
            terminal.expect(talk.say("left out"))
            terminal.expect(talk.text("firm"))
            terminal.enter(":skip")
            terminal.expect(talk.text("day"))
            terminal.enter(":skip")
            terminal.expect(talk.say("this question cannot be skipped; please answer it"))

        self.in_each_language(conversation)

    def test_help_why_list_support(self):
        def conversation(talk):
            terminal = talk.start()
            talk.go_to(terminal, "late")
            terminal.enter(":help")
            terminal.expect(talk.text("late-help"))
            terminal.expect(talk.words("a number, or the beginning of an answer"))
            terminal.expect("> ")
            terminal.enter("3")
            terminal.expect(talk.text("minutes"))
            terminal.enter(":why")
            terminal.expect(talk.say("this is asked because you said:"))
            terminal.expect(talk.words("{1}: {2}", talk.text("late-label"), talk.text("was-late")))
            terminal.expect("> ")
            terminal.enter("?")
            for name in (":back", ":skip", ":why", ":help", ":review", ":draft", ":edit", ":support",
                         ":hide", ":quit"):
                terminal.expect(talk.words(name))
            terminal.expect("> ")
            terminal.enter(talk.words(":support"))
            terminal.expect(talk.text("support"))
            terminal.expect(talk.text("line"))

        self.in_each_language(conversation)

    def test_plan_on_the_way(self):
        day = {"fr": "mardi 24 novembre", "en": "Tuesday 24 November"}

        def conversation(talk):
            terminal = talk.start()
            talk.go_to(terminal, "day")
            terminal.enter()
            terminal.expect(talk.say("first thing to do, as it stands: {1}, {2}", talk.text("thank"),
                                     day[talk.language]))
            terminal.expect("> ")
            terminal.enter(":draft 1")
            terminal.expect(talk.text("body"))
            terminal.expect("> ")
            terminal.enter(":why 1")
            terminal.expect(talk.text("why-thank"))
            terminal.expect(talk.say("source: {1}", talk.text("source")))

        self.in_each_language(conversation)

    def test_remark(self):
        def conversation(talk):
            terminal = talk.start()
            talk.go_to(terminal, "late")
            terminal.enter("3")
            terminal.expect(talk.text("bad-remark"))
            terminal.expect(talk.text("minutes"))

        self.in_each_language(conversation)

    def test_progress_falls_on_the_way_forward(self):
        def conversation(talk):
            terminal = talk.start()
            most = 99
            for name in talk.order:
                terminal.expect(talk.text(name))
                left = [int(number) for number in self.numbers(terminal)]
                self.assertLess(max(left), most)
                most = max(left)
                terminal.expect("> ")
                terminal.enter()
            terminal.expect(talk.say(CLOSING))

        self.in_each_language(conversation)

    def numbers(self, terminal):
        """The numbers in the brackets behind the question just asked; 1 for the last."""
        terminal.expect("(")
        terminal.expect(")")
        shown = plain(terminal.raw)[: terminal.at]
        return re.findall(r"\d+", shown[shown.rindex("("):]) or ["1"]

    def test_the_last_answer_can_be_changed(self):
        def conversation(talk):
            terminal = talk.start()
            talk.go_to(terminal, "last")
            terminal.enter("hm")
            terminal.expect(talk.say(CLOSING))
            terminal.expect("> ")
            terminal.type("\x1b[Z")
            terminal.expect("> hm")
            terminal.enter("!")
            terminal.expect(talk.say(CLOSING))
            terminal.enter()
            terminal.end()
            self.assertEqual(talk.answers()["last"], "hm!")

        self.in_each_language(conversation)

    def test_end_shows_plan_and_where_the_file_is(self):
        def conversation(talk):
            terminal = talk.start(rows=200)
            talk.go_to(terminal, "last")
            terminal.enter()
            terminal.expect(talk.say(CLOSING))
            terminal.enter()
            terminal.expect(talk.text("thank"))
            terminal.expect(".md")
            self.assertEqual(terminal.end(), 0)

        self.in_each_language(conversation)

    def test_long_plan_goes_through_the_pager(self):
        def conversation(talk):
            terminal = talk.start(rows=6, PAGER="sed 's/^/paged /'")
            talk.go_to(terminal, "last")
            terminal.enter()
            terminal.expect(talk.say(CLOSING))
            terminal.enter()
            terminal.expect("paged ")
            terminal.expect(".md")
            self.assertEqual(terminal.end(), 0)

        self.in_each_language(conversation)

    def test_answers_of_last_time_are_offered(self):
        def conversation(talk):
            terminal = talk.start()
            talk.go_to(terminal, "firm")
            terminal.enter("Altaïr")
            terminal.expect(talk.text("day"))
            terminal.enter(":quit")
            terminal.end()
            terminal = talk.start()
            talk.go_to(terminal, "mood")
            terminal.enter()
            terminal.expect(talk.say("Enter alone means '{1}', as last time", "Altaïr"))
            terminal.expect("> ")
            terminal.enter()
            terminal.expect(talk.say("taken from last time: {1}", "Altaïr"))

        self.in_each_language(conversation)

    def test_later_visit_asks_for_due_actions(self):
        done = {"fr": "mardi 24 novembre 2026", "en": "Tuesday 24 November 2026"}

        def conversation(talk):
            terminal = talk.start()
            talk.go_to(terminal, "late")
            terminal.enter(":quit")
            terminal.end()
            terminal = talk.start("resume", today="2026-11-26")
            terminal.expect(talk.words("Since last time"))
            terminal.expect(talk.text("thank"))
            terminal.expect("> ")
            terminal.enter({"fr": "oui", "en": "yes"}[talk.language])
            terminal.expect("? (")
            terminal.enter("24/11")
            terminal.expect(talk.say("done on {1}", done[talk.language]))
            terminal.expect(talk.text("late"))

        self.in_each_language(conversation)


if __name__ == "__main__":
    main()
