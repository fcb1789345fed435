# SPDX-License-Identifier: GPL-3.0-or-later
"""The line is the person's: what is typed is all of the answer, and nothing of it gets lost."""

from support.talk import Talking, main


class Line(Talking):
    def answered(self, talk, terminal, question, words, shown):
        terminal.expect(talk.text(question))
        terminal.expect("> ")
        terminal.enter(words)
        terminal.expect(shown)

    def test_what_is_typed_is_the_answer(self):
        """Where an answer stands already it is named above an empty line."""

        def conversation(talk):
            terminal = talk.start()
            talk.go_to(terminal, "late")
            terminal.enter("2")
            terminal.expect("→ " + talk.text("early"))
            terminal.expect("> ")
            terminal.enter(":back")
            terminal.expect(talk.say("your answer is '{1}'; Enter alone keeps it", talk.text("early")))
            terminal.expect("> ")
            terminal.enter("1")
            terminal.expect("→ " + talk.text("on-time"))
            for question, first, second in (("topics", "1", "2"), ("ease", "4", "5"),
                                            ("hour", "9:30", "10:45"), ("pay", "1,5", "2,25")):
                terminal.expect(talk.text(question))
                terminal.expect("> ")
                terminal.enter(first)
                terminal.expect("> ")
                terminal.enter(":back")
                terminal.expect(talk.text(question))
                terminal.expect("> ")
                terminal.enter(second)
            terminal.expect(talk.text("story"))
            terminal.expect("> ")
            terminal.enter(":back")
            terminal.expect(talk.text("pay"))
            terminal.expect("> ")
            terminal.enter()  # keeps a number with decimals as it is
            terminal.expect(talk.text("story"))
            terminal.enter(":quit")
            terminal.end()
            kept = talk.answers()
            self.assertEqual([kept[name] for name in ("late", "topics", "ease", "hour", "pay")],
                             ["on-time", "b", "5", "10:45", "2.25"])

        self.in_each_language(conversation)

    def test_up_brings_the_old_answer(self):
        """In words that are read as what they are, and nothing of it stays in the history."""

        def conversation(talk):
            terminal = talk.start()
            talk.go_to(terminal, "late")
            terminal.enter("3")
            typed = (("minutes", "12"), ("warned", "1"), ("topics", ""), ("ease", "4"),
                     ("hour", "9:30"), ("pay", "1322,5"))
            for question, words in typed:
                terminal.expect(talk.text(question))
                terminal.expect("> ")
                terminal.enter(words)
            terminal.expect(talk.text("story"))
            before = talk.answers()
            self.assertEqual((before["pay"], before["hour"]), ("1322.5", "09:30"))
            terminal.expect("> ")
            for question, _ in reversed(typed):
                terminal.enter(":back")
                terminal.expect(talk.text(question))
                terminal.expect("> ")
            for question, words in typed:
                terminal.type("\x1b[A" if words else "")
                terminal.enter()
                terminal.expect(talk.text("story") if question == "pay" else "> ")
            terminal.expect("> ")
            terminal.enter(":quit")
            terminal.end()
            self.assertEqual(talk.answers(), before)

        self.in_each_language(conversation)

    def test_a_command_is_one_behind_a_text(self):
        def conversation(talk):
            terminal = talk.start()
            self.answered(talk, terminal, "mood", "", talk.text("firm"))
            terminal.expect("> ")
            terminal.enter("Alta")
            terminal.expect(talk.text("day"))
            terminal.expect("> ")
            terminal.enter(":back")
            terminal.expect("> Alta")
            terminal.enter(talk.words(":help"))
            terminal.expect(talk.words("a few words"))
            terminal.expect("> Alta")
            terminal.enter(":x")
            terminal.expect(talk.text("day"))
            terminal.enter(":quit")
            terminal.end()
            self.assertEqual(talk.answers()["firm"], "Alta:x")  # that is no command

        self.in_each_language(conversation)

    def test_backspace_takes_what_is_seen_as_one_character(self):
        """A family, a flag, a letter with its accent; one of each, and nothing at the beginning."""

        def conversation(talk):
            terminal = talk.start()
            talk.go_to(terminal, "firm")
            terminal.enter("\x7fab👨\u200d👩\u200d👧\x7f🇫🇷\x7fe\u0301\x7fxy\x7f")
            terminal.expect(talk.text("day"))
            self.assertEqual(talk.answers()["firm"], "abx")

        self.in_each_language(conversation)

    def test_a_digit_after_escape_counts(self):
        def conversation(talk):
            terminal = talk.start()
            talk.go_to(terminal, "late")
            terminal.type("\x1b2\r")
            terminal.expect("→ " + talk.text("early"))

        self.in_each_language(conversation)

    def paste(self, talk, prompt, **environment):
        """Three lines at a text, and three with an empty one among them at a note: each is one
        answer."""
        terminal = talk.start(**environment)
        for question in ("mood", "firm", "day", "late", "topics", "ease", "hour", "pay", "story"):
            terminal.expect(talk.text(question))
            terminal.expect(prompt)
            if question == "firm":
                terminal.type("one\rtwo\rthree")
            elif question == "story":
                terminal.type("first\r\rlast\r")
            else:
                terminal.enter()
        terminal.expect("| " if prompt == "> " else talk.words("Next line: ").strip())
        terminal.enter()
        terminal.expect(talk.text("last"))
        terminal.expect(prompt)
        terminal.enter(":quit")
        terminal.end()
        kept = talk.answers()
        self.assertEqual((kept["firm"], kept["story"]), ("one two three", "first\n\nlast"))
        self.assertEqual(kept["day"], "2026-11-23")

    def test_paste_without_brackets(self):
        def conversation(talk):
            file = self.write_inputrc("set enable-bracketed-paste off\n")
            self.paste(talk, "> ", INPUTRC=file)

        self.in_each_language(conversation)

    def test_paste_in_words_only(self):
        self.in_each_language(lambda talk: self.paste(
            talk, talk.words("Your answer: ").strip(), REBOND_ACCESSIBLE="1"))

    def write_inputrc(self, text):
        path = self.home + "/inputrc"
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def test_a_line_that_the_terminal_cuts(self):
        """It is told, and nothing is taken."""

        def conversation(talk):
            terminal = talk.start(REBOND_ACCESSIBLE="1")
            terminal.expect(talk.text("mood"))
            terminal.expect(talk.words("Your answer: ").strip())
            terminal.enter()
            terminal.expect(talk.text("firm"))
            terminal.expect(talk.words("Your answer: ").strip())
            terminal.type("x" * 5000)
            terminal.enter()
            terminal.expect(talk.say("this line was too long for the terminal, and its end is lost; "
                                     "give it in shorter pieces"))
            terminal.expect(talk.words("Your answer: ").strip())
            terminal.enter("short")
            terminal.expect(talk.text("day"))
            terminal.enter(":quit")
            terminal.end()
            self.assertEqual(talk.answers()["firm"], "short")

        self.in_each_language(conversation)

    def test_bytes_that_are_no_text(self):
        def conversation(talk):
            done = talk.run("new", input=None, stdin=self.file(b"\ncaf\xe9\ncaf\xc3\xa9\n"))
            self.assertEqual(done.returncode, 1)
            self.assertIn(" ".join(talk.say("these characters cannot be read (they are not UTF-8); type it "
                                            "again").split()), " ".join(done.stdout.split()))
            self.assertEqual(talk.answers()["firm"], "café")

        self.in_each_language(conversation)

    def file(self, content):
        path = self.home + "/typed"
        with open(path, "wb") as file:
            file.write(content)
        return open(path, "rb")


if __name__ == "__main__":
    main()
