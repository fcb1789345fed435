# SPDX-License-Identifier: GPL-3.0-or-later
"""A usual debrief on the screen, as wide and as narrow as terminals are, kept to be looked at."""

import shlex

from support.person import REBOND, pinned
from support.talk import LANGUAGES, TODAY, Talking, Words, main
from support.tmux import Screen

CLOSING = ("that was the last question. Enter alone shows the plan; ':back' and ':review' change an "
           "answer")

# What one person types, in the order of the shipped pack: numbers, words, a question mark; from then on
# Enter.
TYPED = {
    "fr": ("2", "hier", "j’en", "france", "?", "1", "1", "2", "1", "1,2", "la TVA", "2,8",
           "le rapprochement bancaire", "", "11"),
    "en": ("2", "yesterday", "I’ve just", "united kingdom", "?", "1", "1", "2", "1",
           "1,2", "VAT", "2,8", "the bank reconciliation", "", "11"),
}


class Screens(Talking):
    def show(self, language, columns):
        environment = pinned(self.home, language, TERM="screen")
        screen = Screen(shlex.join([REBOND, "new", "--today", TODAY]), environment, self.home, columns)
        self.open.append(screen)
        closing = Words(language).said(CLOSING)[:14]
        typed = iter(TYPED[language])
        screen.wait_prompt()
        while not any(closing in line for line in screen.look()):
            screen.enter(next(typed, ""))
            screen.wait_prompt()
        lines = screen.look()
        screen.enter(":quit")
        screen.end()
        self.assertLessEqual(max(len(line) for line in lines), columns)
        return "\n".join(lines) + "\n"

    def test_usual_debrief(self):
        for language in LANGUAGES:
            for columns in (80, 40):
                with self.subTest(language=language, columns=columns):
                    self.tearDown()
                    self.setUp()
                    shown = self.show(language, columns)
                    self.check_golden("screen-%s-%d.txt" % (language, columns), shown)


if __name__ == "__main__":
    main()
