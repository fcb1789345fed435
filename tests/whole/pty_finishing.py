# SPDX-License-Identifier: GPL-3.0-or-later
"""A message finished at the terminal: filled, left half, gone on with, changed, taken along."""

import os
import signal
import subprocess

from support import letter, postscript
from support.talk import Talking, main
from support.terminal import CONTROL

CLOSING = "that was the last question. Enter alone shows the plan; ':back' and ':review' change an answer"
LATER = "2026-12-02"  # a Wednesday, eight days after the first message was due

parcel = {"fr": "un livre", "en": "a book"}


class Letters(Talking):
    """What conversations about a message have in common."""

    def tell(self, talk, terminal):
        """Answers the questions; the blanks come next."""
        terminal.expect(talk.text("day"))
        terminal.expect("> ")
        terminal.enter("20/11")
        terminal.expect(talk.text("parcel"))
        terminal.expect("> ")
        terminal.enter(parcel[talk.language])
        terminal.expect("→ " + talk.text("parcel", gap=parcel[talk.language]))
        terminal.expect("> ")
        terminal.enter("2")
        terminal.expect(talk.text("write"))

    def fill(self, talk, terminal, name, words):
        """Types WORDS at the blank NAME."""
        terminal.expect(talk.text(name))
        terminal.expect("> ")
        terminal.enter(words)

    def show(self, talk, terminal, blanks=()):
        """Leaves BLANKS open, and goes to the plan."""
        for name in blanks:
            self.fill(talk, terminal, name, "")
        terminal.expect(talk.say(CLOSING))
        terminal.expect("> ")
        terminal.enter()

    def finish(self, talk, terminal, blanks=(), suffix=".md"):
        """Until the plan is kept in a file with SUFFIX."""
        self.show(talk, terminal, blanks)
        terminal.expect(suffix)
        self.assertEqual(terminal.end(), 0)

    def start_and_fill(self, talk, *words):
        terminal = talk.start()
        self.tell(talk, terminal)
        for name, word in zip(("number", "who", "place"), words):
            self.fill(talk, terminal, name, word)
        return terminal

    def draft(self, talk, *arguments, **options):
        done = talk.run("draft", *arguments, **options)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def message(self, talk, number="[{number}]", who="[{who}]", place="[{place}]"):
        names = {name: talk.text(name) for name in ("number", "who", "place")}
        parts = {"number": number.format(**names), "who": who.format(**names),
                 "place": place.format(**names), "parcel": parcel[talk.language]}
        return "%s %s\n\n%s\n\n%s\n" % (talk.words("Subject:"), talk.text("subject", **parts),
                                        talk.text("hello", **parts), talk.text("seen", **parts))

    def fill_here(self, terminal, words):
        terminal.expect("> ")
        terminal.enter(words)

    def assert_narrow(self, terminal):
        """No line is longer than forty columns."""
        shown = CONTROL.sub("", terminal.raw.decode("utf-8"))
        long = [line for line in shown.replace("\r", "").split("\n")
                if len(line) > 40 and not line.startswith(">") and self.home not in line]
        self.assertEqual(long, [])

    def check_words_only(self, talk, lines, golden):
        """What a screen reader says while LINES are typed."""
        terminal = talk.start(rows=500, REBOND_ACCESSIBLE="1")
        prompt = talk.words("Your answer: ").strip()
        for line in lines:
            terminal.expect(prompt)
            terminal.enter(line)
        terminal.expect(".md")
        terminal.end()
        text = terminal.raw.decode("utf-8").replace("\r\n", "\n").replace(self.home, "HOME")
        start = text.index(talk.text("title"))
        end = text.index(talk.say(CLOSING)[:20])
        self.assertNotIn("____", text)
        self.check_golden(golden % talk.language, text[start:end])


class Finishing(Letters):
    pack = letter

    def test_finished(self):
        def conversation(talk):
            terminal = talk.start()
            self.tell(talk, terminal)
            terminal.expect(talk.say("a few words are missing from the message; Enter alone leaves a "
                                     "blank for later"))
            terminal.expect(talk.text("number"), talk.words("blank {1} of {2}", "1", "3"))
            terminal.expect(talk.text("subject", number="____"))
            self.fill_here(terminal, "A 12")
            terminal.expect("→ " + talk.text("subject", number="A 12"))
            terminal.expect(talk.words("for example: {1}", talk.text("who-example")))
            terminal.expect(talk.text("hello", who="____", parcel=parcel[talk.language]))
            self.fill_here(terminal, "Ann Lee")
            self.fill(talk, terminal, "place", "Lyon")
            terminal.expect(talk.text("subject", number="A 12"))
            terminal.expect("rebond draft")
            self.finish(talk, terminal)
            self.assertEqual(self.draft(talk), self.message(talk, "A 12", "Ann Lee", "Lyon"))

        self.in_each_language(conversation)

    def tell_all(self, talk, *arguments):
        terminal = talk.start("new", *arguments)
        self.tell(talk, terminal)
        for name in ("number", "who", "place"):
            self.fill(talk, terminal, name, "")
        return terminal

    def kept(self):
        """The form that is remembered, and how many files there are of each."""
        said = None
        if os.path.exists(self.keeping):
            self.assertEqual(os.stat(self.keeping).st_mode & 0o777, 0o600)
            with open(self.keeping, encoding="utf-8") as file:
                said = file.read()
        endings = [os.path.splitext(name)[1] for name in os.listdir(self.home) if name.startswith("rebond-2")]
        return said, sorted(endings)

    def test_form_is_asked_once(self):
        """It is asked where it was never said, and changed by an option; that who said it is not asked
        is what all other tests show."""

        def conversation(talk):
            os.remove(self.keeping)
            number = talk.words("Number (Enter means {1}): ", "1")
            terminal = self.tell_all(talk)
            self.show(talk, terminal)
            terminal.expect(talk.words("In what form are your plans to be kept?"))
            terminal.expect(number)
            terminal.enter(":quit")
            terminal.expect(".md")
            self.assertEqual(terminal.end(), 0)
            self.assertEqual(self.kept(), (None, [".md"]))
            terminal = self.tell_all(talk)
            self.show(talk, terminal)
            terminal.expect(talk.words("This is asked once; --format=NAME changes it."))
            terminal.expect(number)
            terminal.enter("4")
            terminal.expect(talk.words("Please type one of these numbers, or :quit."))
            terminal.expect(number)
            terminal.enter()
            terminal.expect(".html")
            self.assertEqual(terminal.end(), 0)
            self.assertEqual(self.kept(), ("html\n", [".html", ".md"]))
            self.finish(talk, self.tell_all(talk, "--format=text"), suffix=".txt")
            self.assertEqual(self.kept(), ("text\n", [".html", ".md", ".txt"]))

        self.in_each_language(conversation)

    def test_nothing_kept(self):
        def conversation(talk):
            os.remove(self.keeping)
            terminal = self.tell_all(talk, "--no-journal")
            self.show(talk, terminal)
            terminal.expect(talk.words("Nothing of this is kept; copy what you want to have before you close the "
                                       "window"))
            self.assertEqual(terminal.end(), 0)
            self.assertEqual(self.kept(), (None, []))
            refused = {("--no-journal", "--format=html"):
                       talk.words("--no-journal keeps no plan in a file; leave --format out"),
                       ("--format=odt",):
                       talk.words("unknown format '{1}'; there are {2}", "odt", "html, markdown, text")}
            for arguments, words in refused.items():
                done = talk.run("new", *arguments)
                self.assertEqual((done.returncode, done.stderr), (2, f"rebond: {words}\n"))
            self.assertEqual(self.kept(), (None, []))

        self.in_each_language(conversation)

    def test_left_half_and_gone_on_with(self):
        """Killed in the middle, what was typed stands; the next visit begins there."""

        def conversation(talk):
            terminal = self.start_and_fill(talk, "A 12")
            terminal.expect(talk.text("who"))
            os.kill(terminal.pid, signal.SIGKILL)
            terminal.close()
            self.assertEqual(self.draft(talk), self.message(talk, "A 12"))
            terminal = talk.start("resume")
            terminal.expect(talk.words("blank {1} of {2}", "1", "2"))
            self.fill_here(terminal, "Ann Lee")
            self.fill(talk, terminal, "place", ":quit")
            terminal.end()
            self.assertEqual(self.draft(talk), self.message(talk, "A 12", "Ann Lee"))

        self.in_each_language(conversation)

    def test_back_skip_and_change(self):
        def conversation(talk):
            terminal = self.start_and_fill(talk, "A 12")
            self.fill(talk, terminal, "who", ":back")
            terminal.expect(talk.say("your answer is '{1}'; Enter alone keeps it", "A 12"))
            self.fill_here(terminal, "3")  # behind what stands there: text is edited in place
            self.fill(talk, terminal, "who", ":skip")
            terminal.expect(talk.say("left open"))
            self.fill(talk, terminal, "place", "Lyon")
            terminal.expect(talk.say("what stands in square brackets is still to be written"))
            terminal.expect(talk.say(CLOSING))
            self.fill_here(terminal, talk.words(":fill"))
            terminal.expect(talk.words("blank {1} of {2}", "1", "3"))
            self.fill_here(terminal, "")
            self.fill(talk, terminal, "who", "Ann")
            self.fill(talk, terminal, "place", "")
            self.finish(talk, terminal)
            self.assertEqual(self.draft(talk), self.message(talk, "A 123", "Ann", "Lyon"))

        self.in_each_language(conversation)

    def test_later_day(self):
        """What came of it is asked after the tick, and the blanks of the next step then."""

        def conversation(talk):
            self.finish(talk, self.start_and_fill(talk, "A 12", "Ann", "Lyon"))
            terminal = talk.start("resume", today=LATER)
            terminal.expect(talk.text("write"))
            self.fill_here(terminal, "24/11")
            terminal.expect(talk.text("answer"))
            self.fill_here(terminal, "non")
            terminal.expect(talk.text("again"))
            self.fill_here(terminal, {"fr": "demain", "en": "tomorrow"}[talk.language])
            terminal.expect(talk.say("put off to {1}", {"fr": "jeudi 3 décembre 2026",
                                                        "en": "Thursday 3 December 2026"}[talk.language]))
            terminal.expect(talk.words("blank {1} of {2}", "1", "1"))
            self.fill_here(terminal, "24/11")
            terminal.expect("rebond draft")
            self.finish(talk, terminal)
            self.assertIn(talk.text("again-body", date="24/11", plea=talk.text("plea")),
                          self.draft(talk, "--today", LATER))

        self.in_each_language(conversation)

    def test_taken_along(self):
        """Into a pipe, into a file, by its name; nothing but the message."""

        def conversation(talk):
            self.finish(talk, self.start_and_fill(talk, "A 12", "Ann", "Lyon"))
            text = self.message(talk, "A 12", "Ann", "Lyon")
            self.assertEqual(self.draft(talk, "write"), text)
            self.assertEqual(self.draft(talk, "1", "first"), text)
            self.assertEqual(self.draft(talk, "-o", "mail.txt"), "")
            with open(os.path.join(self.home, "mail.txt"), encoding="utf-8") as file:
                self.assertEqual(file.read(), text)
            self.assertEqual(talk.run("draft", "nothing").returncode, 2)
            self.assertEqual(talk.run("draft", "x", "y").returncode, 2)
            filled = talk.run("draft", "--fill", input="\n\nParis\n")
            self.assertEqual(filled.stdout, self.message(talk, "A 12", "Ann", "Paris"))
            self.assertIn(talk.text("place"), filled.stderr)

        self.in_each_language(conversation)

    def test_own_version(self):
        """Changed in the person's editor, and what the plan has once that is what they leave."""

        def conversation(talk):
            self.finish(talk, self.start_and_fill(talk, "A 12"), ("who", "place"))
            for change, kept in (("s/.*A 12/Mine &/", "Your version is kept."),
                                 ("s/Mine //", "The message is as the plan has it.")):
                terminal = talk.start("draft", "--edit", EDITOR="sed -i '%s'" % change)
                terminal.expect(talk.words(kept))
                self.assertEqual(terminal.end(), 0)
                self.assertEqual("Mine" in self.draft(talk), change.startswith("s/."))
            self.assertEqual(self.draft(talk), self.message(talk, "A 12"))

        self.in_each_language(conversation)

    def test_own_words(self):
        """A part of the message said another way before the plan is shown: text is edited in place, and a blank
        in it stays one."""

        def conversation(talk):
            terminal = self.start_and_fill(talk, "A 12", "Ann", "")
            terminal.expect(talk.say("would you say a part of the message another way? Its number lets you do so"))
            self.fill_here(terminal, "3")
            terminal.expect(talk.say("how would you say it? Enter alone keeps it, ':skip' takes it out"))
            self.fill_here(terminal, " Merci !")
            terminal.expect(talk.say("your message:"))
            self.finish(talk, terminal)
            wanted = self.message(talk, "A 12", "Ann").rstrip("\n") + " Merci !\n"
            self.assertEqual(self.draft(talk), wanted)
            self.assertIn("[%s]. Merci !" % talk.text("place"), talk.run("plan", "--format=markdown").stdout)

        self.in_each_language(conversation)

    def test_put_off(self):
        def conversation(talk):
            self.finish(talk, self.start_and_fill(talk, "A 12"), ("who", "place"))
            day = {"fr": "la semaine prochaine", "en": "next week"}[talk.language]
            moved = talk.run("move", "write", *day.split())
            self.assertEqual(moved.returncode, 0, moved.stderr)
            self.assertIn("30 nov" if talk.language == "fr" else "30 Nov", moved.stdout)
            self.assertIn("30 nov" if talk.language == "fr" else "30 Nov", talk.run("list").stdout)
            self.assertEqual(talk.run("move", "write", "yesterday").returncode, 2)
            self.assertEqual(talk.run("move", "write").returncode, 2)
            self.assertEqual(talk.run("move", "write", "--undo").returncode, 0)
            self.assertNotIn("30 nov", talk.run("list").stdout.lower())

        self.in_each_language(conversation)

    def test_heard(self):
        """Words that are no label; support wherever it is called for."""

        def conversation(talk):
            terminal = talk.start()
            terminal.expect(talk.text("day"))
            terminal.expect("> ")
            terminal.enter("20/11")
            terminal.expect(talk.text("parcel"))
            terminal.expect("> ")
            terminal.enter({"fr": "je n’ai plus la force", "en": "it is too much"}[talk.language])
            terminal.expect(talk.text("line"))
            terminal.expect(talk.text("where"))
            terminal.expect("> ")
            terminal.enter({"fr": "l’anniversaire", "en": "her birthday"}[talk.language])
            terminal.expect(talk.words("Did you mean '{1}'? (yes, no) ", talk.text("gift")).strip())
            terminal.enter({"fr": "oui", "en": "yes"}[talk.language])
            terminal.expect(talk.text("write"))
            terminal.expect("> ")
            terminal.enter(":quit")
            terminal.end()
            self.assertEqual(talk.answers()["where"], "gift")

        self.in_each_language(conversation)

    def test_narrow(self):
        """At forty columns no line is longer, and all is there."""

        def conversation(talk):
            terminal = talk.start(columns=40, rows=200)
            self.tell(talk, terminal)
            for name in ("number", "who", "place"):
                self.fill(talk, terminal, name, "Ann Lee")
            terminal.expect("rebond draft")
            self.finish(talk, terminal)
            self.assert_narrow(terminal)

        self.in_each_language(conversation)

    def test_words_only(self):
        """What a screen reader says of it."""

        def conversation(talk):
            self.check_words_only(talk, ("20/11", "about", "2", "A 12", "\x1b[Z", "", "Ann Lee", "", ""),
                                  "finishing.%s.txt")

        self.in_each_language(conversation)


class Leaving(Letters):
    """A blank that may be left: asked last, below the message filled but for it."""
    pack = postscript
    words = {"fr": "Je rappelle mardi", "en": "I call on Tuesday"}

    def reach(self, talk):
        """Fills the three others."""
        terminal = self.start_and_fill(talk, "A 12", "Ann Lee", "Lyon")
        self.offered(talk, terminal, "Lyon")
        return terminal

    def offered(self, talk, terminal, place):
        terminal.expect(talk.say("your message as it stands:"))
        terminal.expect(talk.text("seen", place=place))
        terminal.expect(talk.text("more"))
        terminal.expect("(%s)" % talk.words("optional"))
        terminal.expect(talk.words("for example: {1}", talk.text("more-example")))

    def whole(self, talk, place="Lyon", words=None):
        text = self.message(talk, "A 12", "Ann Lee", place)
        return text + "\n%s\n" % words if words else text

    def test_left(self):
        def conversation(talk):
            terminal = self.reach(talk)
            terminal.expect(talk.say("Enter alone leaves the message as it is"))
            self.fill_here(terminal, "")
            terminal.expect(talk.say("the message stays as it is"))
            terminal.expect("rebond draft")
            self.finish(talk, terminal)
            before, _ = terminal.raw.decode("utf-8").split(talk.say(CLOSING)[:20])
            self.assertEqual(before.count(talk.text("seen", place="Lyon")), 2)  # as it was typed, in the message
            self.assertEqual(self.draft(talk), self.whole(talk))
            self.assertNotIn(talk.text("more"), talk.run("plan").stdout)

        self.in_each_language(conversation)

    def test_filled(self):
        def conversation(talk):
            words = self.words[talk.language]
            terminal = self.reach(talk)
            self.fill_here(terminal, words)
            terminal.expect(talk.say("your message:"))
            terminal.expect(words)
            self.finish(talk, terminal)
            self.assertEqual(self.draft(talk), self.whole(talk, words=words))
            self.assertIn(words, talk.run("plan").stdout)
            exported = talk.run("export", "-o", "told.xml")
            self.assertEqual(exported.returncode, 0, exported.stderr)
            talk.run("delete", "--yes", "1")
            talk.run("import", "told.xml")
            self.assertEqual(self.draft(talk), self.whole(talk, words=words))

        self.in_each_language(conversation)

    def test_back_and_changed(self):
        def conversation(talk):
            words = self.words[talk.language]
            terminal = self.reach(talk)
            self.fill_here(terminal, ":back")
            terminal.expect(talk.say("your answer is '{1}'; Enter alone keeps it", "Lyon"))
            self.fill_here(terminal, " 3")
            self.offered(talk, terminal, "Lyon 3")
            self.fill_here(terminal, words)
            terminal.expect(talk.say(CLOSING))
            self.fill_here(terminal, ":back")
            self.offered(talk, terminal, "Lyon 3")
            terminal.expect(talk.say("your answer is '{1}'; Enter alone keeps it, ':skip' takes it out", words))
            self.fill_here(terminal, talk.words(":skip"))
            terminal.expect(talk.say("taken out of the message"))
            terminal.expect(talk.say(CLOSING))
            self.assertEqual(self.draft(talk), self.whole(talk, "Lyon 3"))
            self.fill_here(terminal, talk.words(":fill"))
            for _ in range(3):
                self.fill_here(terminal, "")
            self.fill(talk, terminal, "more", words)
            self.finish(talk, terminal)
            self.assertEqual(self.draft(talk), self.whole(talk, "Lyon 3", words))

        self.in_each_language(conversation)

    def test_offered_again(self):
        """A message that lacks nothing offers it once in a conversation, and helps who is heard there."""

        def conversation(talk):
            terminal = self.reach(talk)
            self.fill_here(terminal, "")
            self.finish(talk, terminal)
            terminal = talk.start("resume")
            self.offered(talk, terminal, "Lyon")
            self.fill_here(terminal, {"fr": "je n’ai plus la force", "en": "it is too much"}[talk.language])
            terminal.expect(talk.text("line"))
            self.finish(talk, terminal)
            self.assertNotIn(talk.say("a few words are missing from the message; Enter alone leaves a "
                                      "blank for later")[:20], terminal.raw.decode("utf-8"))
            filled = talk.run("draft", "--fill", input="\n\n\n" + talk.words(":skip") + "\n")
            self.assertEqual(filled.stdout, self.whole(talk))

        self.in_each_language(conversation)

    def test_narrow(self):
        def conversation(talk):
            terminal = talk.start(columns=40, rows=200)
            self.tell(talk, terminal)
            for name in ("number", "who", "place"):
                self.fill(talk, terminal, name, "Ann Lee")
            terminal.expect(talk.words("optional"))
            self.fill_here(terminal, "")
            self.finish(talk, terminal)
            self.assert_narrow(terminal)

        self.in_each_language(conversation)

    def test_words_only(self):
        def conversation(talk):
            lines = ("20/11", "about", "2", "A 12", "Ann Lee", "Lyon", "\x1b[Z", "", self.words[talk.language], "")
            self.check_words_only(talk, lines, "leaving.%s.txt")

        self.in_each_language(conversation)


if __name__ == "__main__":
    main()
