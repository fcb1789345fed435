# SPDX-License-Identifier: GPL-3.0-or-later
"""Back on a later day: what has changed in the plan since last time is said before all else, where a plan was seen."""
from support.person import Test, main
from support.visit import Visit

TOLD = {"Which office": "1", "Which service": "The archive", "On which day": "yesterday", "How much did": "4",
        "Is it mended": "2", "Who noticed": "2", "How long": "95", "What had a part": "1", "At what time": "14:30"}
SAME = "Since last time, nothing new is to be done and no day has changed."
MOVED = "On another day: Sit down with those who were there: {}, no longer {}."


class Since(Test):
    def visit(self, day, answers, command="resume"):
        self.person.today = day
        visit = Visit(self.person, [command], answers)
        self.assertEqual((visit.code, visit.left), (0, {}), visit.asked)
        return visit.changed().replace("\n  ", " ").replace("\u00a0", " ")  # what goes on stands in

    def think_again(self, day, question, answer, number):
        """Behind the last question QUESTION, NUMBER in the review, is answered anew."""
        return self.visit(day, {"That was the last": f":review {number}", question: answer})

    def test_news(self):
        """What came, what fell away and what moved, in a line each; not what was ticked."""
        self.assertEqual(self.visit("2026-11-20", TOLD, "new"), "")
        # What was not done by its day holds up what follows it.
        self.assertEqual(self.visit("2026-11-21", {}), MOVED.format("Wednesday 25 November", "Tuesday 24 November"))
        self.assertEqual(self.visit("2026-11-21", {}), SAME)
        self.assertEqual(self.think_again("2026-11-21", "How much did", "1", 4),
                         "New since last time: Tell the users in two lines.\n"
                         "No longer to be done: Tell the users what happened.")
        self.assertEqual(self.think_again("2026-11-22", "How much did", "0", 4),
                         "No longer to be done: Tell the users in two lines.\n"
                         + MOVED.format("Tuesday 24 November", "Wednesday 25 November"))
        self.assert_ends(self.person.run("done", "rest"), 0)
        self.assertEqual(self.visit("2026-11-23", {}), SAME)

    def test_on_the_screen_alone(self):
        """The plan that is kept in a file is one like any other."""
        self.visit("2026-11-20", TOLD, "new")
        self.assertNotEqual(self.think_again("2026-11-21", "How much did", "0", 4), "")
        files = [file.read_text("utf-8") for file in self.person.folder.glob("rebond-*")]
        self.assertEqual(len(files), 2)
        self.assertNotRegex("".join(files), "last time|No longer to be done|On another day")

    def test_no_plan_was_seen(self):
        """By whoever broke off: all of it would be new."""
        half = {key: TOLD[key] for key in list(TOLD)[:3]}
        self.visit("2026-11-20", {**half, "How much did": ":quit"}, "new")
        rest = {key: TOLD[key] for key in list(TOLD)[3:]}
        self.assertEqual(self.visit("2026-11-20", rest), "")


main()
