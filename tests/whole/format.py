# SPDX-License-Identifier: GPL-3.0-or-later
"""The examples of content/FORMAT.md, which the manual page has too, hold of a pack written for them:
its conditions are understood, and its person is told what the example expects."""
import html
import re
import textwrap

from support.person import SOURCE, Test, main

PACK = """<pack xmlns="urn:rebond:content:1" id="format" xml:lang="en">
<title>T</title><about>A</about><subject>S</subject></pack>"""

THEME = """<theme xmlns="urn:rebond:content:1" id="all"><title>All</title>
<question id="late" kind="choice"><prompt>Late?</prompt>
  <option value="yes"><label>Yes</label>
    <question id="late-warned" kind="choice"><prompt>Did you call?</prompt>
      <option value="yes"><label>Yes</label></option><option value="no"><label>No</label></option></question>
  </option><option value="no"><label>No</label></option></question>
<question id="strengths" kind="choices"><prompt>What went well?</prompt>
  <option value="examples"><label>Examples</label></option><option value="calm"><label>Calm</label></option>
</question>
<question id="stage" kind="choice"><prompt>And now?</prompt>
  <option value="waiting"><label>Waiting</label></option><option value="no"><label>A no</label></option></question>
<question id="minutes" kind="number"><prompt>How many minutes?</prompt></question>
<question id="incidents" kind="choices"><prompt>What happened?</prompt>
  <option value="lift"><label>The lift</label></option><option value="rain"><label>Rain</label></option></question>
<question id="meeting-day" kind="date"><prompt>When?</prompt></question>
<repeat id="surprises" max="3"><prompt>A surprise?</prompt>
  <question id="surprise" kind="text"><prompt>Which?</prompt></question></repeat>
<action id="thanks-usual" slot="thanks" channel="email" evidence="practice"><title>Thank them</title><due after="answered"/></action>
<action id="follow-up" channel="email" evidence="practice"><title>Ask</title><due after="answered" days="3"/>
  <draft id="follow-up-mail"><subject>News</subject><p>Dear <blank id="name"/>, any news?</p></draft></action>
<action id="apologise" channel="email" evidence="practice" when="CONDITION 0"><title>Apologise</title><due after="thanks" days="1"/></action>
<action id="thank-you" channel="email" evidence="practice" when="CONDITION 1"><title>Thank</title></action>
<action id="wait" channel="self" evidence="practice" when="CONDITION 2"><title>Wait</title>
  <step when="$strengths and $stage">Rest</step></action>
</theme>"""


def blocks():
    """What is set in, in FORMAT.md."""
    text = (SOURCE / "content/FORMAT.md").read_text("utf-8")
    return [textwrap.dedent(block) for block in re.findall(r"(?:^ {4}.*\n)+", text, re.M)]


class Format(Test):
    def test_examples(self):
        conditions = next(block for block in blocks() if block.startswith("$")).splitlines()
        example = next(block for block in blocks() if block.startswith("<example"))
        theme = THEME
        for number, condition in enumerate(conditions):
            self.assertIn(f"CONDITION {number}", theme)
            theme = theme.replace(f"CONDITION {number}", html.escape(condition))
        (self.person.folder / "examples").mkdir()
        self.person.write("pack.xml", PACK)
        self.person.write("10-all.xml", theme)
        self.person.write("examples/1.xml", example)
        done = self.person.run("check", "-q", "--strict", "--no-proofs", ".")
        self.assertEqual((done.stdout, done.stderr), ("", ""))
        self.assert_ends(self.person.run("plan", "--answers=examples/1.xml", "--content=."), 0,
                         out="Apologise.*1\xa0December.*Ask")


main()
