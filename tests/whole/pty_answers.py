# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers of every kind, typed at a terminal as people type them."""

import os

from support.talk import Talking, main


class Answers(Talking):
    def ask(self, question, *exchanges, **environment):
        """At QUESTION types what EXCHANGES(talk) gives: (line, what is to be shown then)…"""

        def conversation(talk):
            terminal = talk.start(**environment)
            talk.go_to(terminal, question)
            for exchange in exchanges:
                line, shown = exchange(talk)
                terminal.enter(line)
                terminal.expect(shown)
                if shown != "| ":
                    terminal.expect("> ")
            terminal.enter(":quit")
            terminal.end()
            self.kept = talk.answers()
            self.check(talk)

        self.in_each_language(conversation)

    def test_option_by_number(self):
        self.check = lambda talk: self.assertEqual(self.kept["late"], "early")
        self.ask("late", lambda t: ("2", "→ " + t.text("early")))

    def test_option_by_label_without_accents(self):
        label = {"fr": "NON, EN RETARD", "en": "no, LATE"}
        self.check = lambda talk: self.assertEqual(self.kept["late"], "late")
        self.ask("late", lambda t: (label[t.language], t.text("minutes")))

    def test_option_by_unique_prefix(self):
        prefix = {"fr": "oui, a l", "en": "yes, o"}
        self.check = lambda talk: self.assertEqual(self.kept["late"], "on-time")
        self.ask("late", lambda t: (prefix[t.language], "→ " + t.text("on-time")))

    def test_ambiguous_option_is_explained(self):
        yes = {"fr": "oui", "en": "yes"}

        def fits(t):
            both = t.words("{1} and {2}", "1 (%s)" % t.text("on-time"), "2 (%s)" % t.text("early"))
            return yes[t.language], t.say("'{1}' fits {2}; type one of the numbers",
                                          yes[t.language], both)

        self.check = lambda talk: self.assertNotIn("late", self.kept)
        self.ask("late", fits)

    def test_unknown_option_says_what_would_be_right(self):
        message = ("'{1}' is none of the answers; type a number from 1 to {2}, or the beginning of "
                   "an answer")
        self.check = lambda talk: self.assertNotIn("late", self.kept)
        self.ask("late", lambda t: ("9", t.say(message, "9", "3")))

    def test_several_by_range_and_list(self):
        self.check = lambda talk: self.assertEqual(self.kept["topics"], "a+b+c")
        self.ask("topics", lambda t: ("2-3,1", "→ " + t.text("topic-a")))

    def test_several_by_labels(self):
        labels = {"fr": "la mer, Du temps, qu’il fait, passe", "en": "the sea, the weather, mostly, past"}
        self.check = lambda talk: self.assertEqual(self.kept["topics"], "a+b+d")
        self.ask("topics", lambda t: (labels[t.language], "→ " + t.text("topic-a")))

    def test_exclusive_option_stands_alone(self):
        message = "'{1}' goes with no other; choose it alone, or only others"
        self.check = lambda talk: self.assertEqual(self.kept["topics"], "e")
        self.ask("topics", lambda t: ("1,5", t.words(message, t.text("topic-e"))),
                 lambda t: ("5", "→ " + t.text("topic-e")))

    def test_number_with_unit_and_comma(self):
        self.check = lambda talk: self.assertEqual(self.kept["pay"], "12.5")
        shown = {"fr": "", "en": "→ 12.5 "}  # said again only where it was not typed so
        self.ask("pay", lambda t: ("12,5", shown[t.language] + t.text("story")))

    def test_number_with_unit(self):
        hours = "understood {1}, but not '{2}'; the number is of {3}"
        self.check = lambda talk: self.assertEqual(self.kept["minutes"], "12")
        self.ask("late", lambda t: ("3", t.text("minutes")),
                 lambda t: ("2 h", t.say(hours, "2", "h", t.text("unit"))),
                 lambda t: ("12 min", "→ 12\u00a0" + t.text("unit")))

    def test_days_in_words_are_echoed_in_full(self):
        days = {"fr": (("hier", "dimanche 22 novembre 2026"), ("mardi dernier", "mardi 17 novembre 2026"),
                       ("12 nov", "jeudi 12 novembre 2026"), ("12/11", "jeudi 12 novembre 2026"),
                       ("2026-11-01", "dimanche 1er novembre 2026")),
                "en": (("yesterday", "Sunday 22 November 2026"), ("last Tuesday", "Tuesday 17 November 2026"),
                       ("Nov 12", "Thursday 12 November 2026"), ("12/11", "Thursday 12 November 2026"),
                       ("2026-11-01", "Sunday 1 November 2026"))}

        def conversation(talk):
            terminal = talk.start()
            for line, full in days[talk.language]:
                talk.go_to(terminal, "day")
                terminal.type("\x01\x0b")  # what stands there is taken away
                terminal.enter(line)
                terminal.expect("→ " + full)
                terminal.expect(talk.text("late"), "> ")
                terminal.enter(":back")

        self.in_each_language(conversation)

    def test_wrong_days_are_explained(self):
        tomorrow = {"fr": ("demain", "mardi 24 novembre 2026"), "en": ("tomorrow", "Tuesday 24 November 2026")}
        soon = "'{1}' is no day that I can read; type {2}"
        hint = "a day, such as yesterday, last Tuesday, 12 November or 12/11"
        self.check = lambda talk: self.assertNotIn("day", self.kept)
        self.ask("day", lambda t: ("zut", t.say(soon, "zut", t.words(hint))),
                 lambda t: ("31/02", t.say("there is no day '{1}' in the calendar", "31/02")),
                 lambda t: (tomorrow[t.language][0], tomorrow[t.language][1]))

    def test_time(self):
        times = {"fr": ("9h30", "9 h 30"), "en": ("9.30", "9:30 am")}
        self.check = lambda talk: self.assertEqual(self.kept["hour"], "09:30")
        self.ask("hour", lambda t: (times[t.language][0], "→ " + times[t.language][1]))

    def test_scale_shows_its_ends(self):
        def conversation(talk):
            terminal = talk.start()
            prompts = [talk.text(name) for name in ("mood", "firm", "day", "late", "topics")]
            for prompt in prompts:
                terminal.expect(prompt)
                terminal.expect("> ")
                terminal.enter()
            terminal.expect(talk.text("ease"))
            terminal.expect(talk.words("a number from {1} to {2}", "1 (%s)" % talk.text("low"),
                                       "5 (%s)" % talk.text("high")))
            terminal.enter(talk.text("high"))
            terminal.expect("→ 5")

        self.in_each_language(conversation)

    def test_default_is_said_in_words_and_taken(self):
        day = {"fr": "lundi 23 novembre 2026", "en": "Monday 23 November 2026"}

        def at_the_day(talk):
            terminal = talk.start()
            for name in ("mood", "firm"):
                terminal.expect(talk.text(name))
                terminal.expect("> ")
                terminal.enter()
            terminal.expect(talk.say("Enter alone means '{1}'", day[talk.language]))
            terminal.expect("> ")
            terminal.enter()
            terminal.expect(talk.say("taken: {1}", day[talk.language]))

        self.in_each_language(at_the_day)

    def test_three_mistakes_bring_the_help(self):
        def conversation(talk):
            terminal = talk.start()
            talk.go_to(terminal, "late")
            for line in "xyz":
                terminal.enter(line * 3)
                terminal.expect("'%s'" % (line * 3) if talk.language == "en" else line * 3 + "\u00a0»")
            terminal.expect(talk.text("late-help"))
            terminal.expect(talk.words("':skip' leaves this one out, '?' lists the commands"))

        self.in_each_language(conversation)

    def test_note_of_several_lines(self):
        self.check = lambda talk: self.assertEqual(self.kept["story"], "un\n:deux")
        self.ask("story", lambda t: ("un", "| "), lambda t: ("::deux", "| "),
                 lambda t: ("", t.text("last")))

    def test_pasted_note_stays_whole(self):
        self.check = lambda talk: self.assertEqual(self.kept["story"], "un\n\n:trois\nfin")
        self.ask("story", lambda t: ("\x1b[200~un\r\r:trois\rfin\x1b[201~", "| "),
                 lambda t: ("", t.text("last")))

    def test_note_in_an_editor(self):
        def editor(talk):
            path = os.path.join(self.home, "editor")
            with open(path, "w") as file:
                file.write('#!/bin/sh\nstat -c %a "$2" >"$HOME/mode"\nprintf "écrit %s\\n" "$1" >>"$2"\n')
            os.chmod(path, 0o755)
            return path + " --ici"

        def conversation(talk):
            terminal = talk.start(VISUAL=editor(talk))
            talk.go_to(terminal, "story")
            terminal.enter("début")
            terminal.expect("| ")
            terminal.enter(":edit")
            terminal.expect(talk.text("last"))
            terminal.enter(":quit")
            terminal.end()
            self.assertEqual(talk.answers()["story"], "débutécrit --ici")
            with open(os.path.join(self.home, "mode")) as file:
                self.assertEqual(file.read(), "600\n")
            self.assertEqual([name for name in os.listdir(self.home) if name.endswith(".txt")], [])

        self.in_each_language(conversation)

    def test_no_editor_where_nothing_is_kept(self):
        def conversation(talk):
            terminal = talk.start("new", "--no-journal", VISUAL="touch here;")
            talk.go_to(terminal, "story")
            terminal.enter("début")
            terminal.expect("| ")
            terminal.enter(":edit")
            terminal.expect(talk.say("nothing is to be kept, and an editor may keep copies; type the "
                                     "note here"))
            self.assertFalse(os.path.exists(os.path.join(self.home, "here")))

        self.in_each_language(conversation)

    def test_leading_colon(self):
        self.check = lambda talk: self.assertEqual(self.kept["last"], ":-)")
        self.ask("last", lambda t: ("::-)", t.say(
            "that was the last question. Enter alone shows the plan; ':back' and ':review' change "
            "an answer")))

    def test_tab_completes(self):
        keys = {"fr": "oui, en\t", "en": "yes, e\t"}

        def conversation(talk):
            terminal = talk.start()
            talk.go_to(terminal, "late")
            terminal.type(keys[talk.language])
            terminal.expect(talk.text("early"))
            terminal.enter()
            terminal.expect(talk.text("topics"))
            terminal.expect("> ")
            terminal.type(":rev\t" if talk.language == "en" else ":bil\t")
            terminal.expect(talk.words(":review"))
            terminal.enter()
            terminal.expect(talk.text("late-label"))

        self.in_each_language(conversation)

    def test_history_has_texts_but_no_private_ones(self):
        def conversation(talk):
            terminal = talk.start()
            talk.go_to(terminal, "mood")
            terminal.enter("secret")
            talk.go_to(terminal, "firm")
            terminal.enter("Altaïr")
            talk.go_to(terminal, "last")
            terminal.type("\x1b[A")
            terminal.expect("Altaïr")
            terminal.type("\x1b[A")
            terminal.enter()
            terminal.expect("> ")
            terminal.enter(":quit")
            terminal.end()
            path = os.path.join(self.home, ".local/share/rebond/history")
            self.assertEqual(os.stat(path).st_mode & 0o777, 0o600)
            with open(path, encoding="utf-8") as file:
                self.assertEqual(file.read(), "Altaïr\n")

        self.in_each_language(conversation)


if __name__ == "__main__":
    main()
