# SPDX-License-Identifier: GPL-3.0-or-later
"""`rebond graph`, drawn: what dot makes of it, and what stands in the flowchart for Mermaid."""
import gettext
import html
import os
import pathlib
import re
import struct
import subprocess
import xml.etree.ElementTree as xml

from support.drawing import CONDITION, Drawing, Flowchart, plain
from support.pack import write
from support.person import SOURCE, Test, main

CONTENT = SOURCE / "content"
OURS = "{urn:rebond:content:1}"
ASKED = ("question", "repeat")
ADVICE = ("action", "lesson", "strength", "remark", "opening", "reply")

# What a page on the wall or a screen that is scrolled can hold, in points, and what an eye can. What one Graphviz
# draws, the next draws some hundredths larger.
WHOLE_SIDE, PART_SIDE, PART_NODES = 8600, 11200, 230
# Of questions under whose options all stands that can be looked at more closely.
LIST_SIDE, LIST_NODES = 9800, 260

# How many questions, those with the most below them, are drawn in the test run; GRAPH=all draws each.
LONGEST = 80

HOSTILE = r"""<?xml version="1.0" encoding="UTF-8"?>
<theme xmlns="urn:rebond:content:1" id="odd">
  <title>1. end; "x" # \n [a] direction LR</title>
  <question id="end" kind="choice"><prompt>PROMPT</prompt>
    <option value="a"><label>`c` *star* | &lt;/b> -- b</label>
      <question id="q" kind="text" when="'&quot;#' != '\n;'">
        <prompt>style: x:#34; &lt;br/></prompt></question></option>
    <option value="b"><label>graph TD; subgraph</label></option></question>
</theme>
"""
PROMPT = r'- [x] (y) {z} &lt;b>&amp;amp; %% "\ end'


class Pack:
    """The content as a person would count it: by reading the XML."""

    def __init__(self, folder):
        self.themes = [xml.parse(file).getroot() for file in sorted(folder.glob("[0-9]*.xml"))]

    def all(self, *names):
        return [part for theme in self.themes for name in names for part in theme.iter(OURS + name)]

    def titles(self, say=lambda title: title):
        """As SAY has them, each once: a pack may ask and answer under the same title."""
        return list(dict.fromkeys(plain(say("".join(theme.find(OURS + "title").itertext())))
                                  for theme in self.themes))


class Graph(Test):
    who = {"pack": None, "today": None}

    def graph(self, *arguments):
        done = self.person.run("graph", *arguments)
        self.assert_ends(done, 0, err="^$")
        return done.stdout

    def dot(self, text, form):
        done = subprocess.run(["dot", "-T" + form], input=text.encode(), capture_output=True,
                              env=self.person.environment, check=False)
        self.assertEqual((done.returncode, done.stderr.decode()), (0, ""), text)
        return done.stdout

    def draw(self, *arguments):
        return Drawing(self.dot(self.graph(*arguments), "svg"))


class Whole(Graph):
    def test_what_is_drawn(self):
        pack = Pack(CONTENT)
        drawing = self.draw("--lang=fr")
        self.assertEqual(list(drawing.clusters), pack.titles())
        for part in pack.all(*ASKED):
            self.assertFalse(drawing.called(part.get("id")).red)
        for part in pack.all(*ADVICE):
            self.assertFalse(any(part.get("id") in box.words for box in drawing.nodes.values()))
        words = " ".join(box.text for box in drawing.nodes.values())
        for kind, word in zip(ADVICE, ("actions?", "leçons?", "points? forts?", "remarques?",
                                      "ouvertures?", "réponses?")):
            counted = re.findall(r"\b(\d+) %s\b" % word, words)
            self.assertEqual(sum(map(int, counted)), len(pack.all(kind)), word)

    def test_conditions(self):
        """Of all that is asked, and of the themes, the condition stands beside its words on an arrow."""
        pack = Pack(CONTENT)
        said = self.draw("--no-proofs", "--lang=en").said()
        for part in pack.themes + pack.all(*ASKED):
            if part.get("when"):
                self.assertTrue(any(plain(part.get("when")) in words for words in said),
                                part.get("when"))
        self.assertTrue(any(words.startswith("Notes on the company") for words in said), said)
        self.assertIn("How you are is 'I’m at my lowest' [$mood = 'lost']", said)

    def test_conditions_in_french(self):
        drawing = self.draw("--no-proofs", "--lang=fr")
        self.assertIn("Comment ça va est « Je suis au plus bas »",
                      [box.text for box in drawing.conditions])
        for box in drawing.conditions:
            self.assertNotIn("$", box.text)

    def test_languages(self):
        # Named whole: by the language alone, Python takes English for that of the United States.
        catalogue = pathlib.Path(os.environ["BUILD"]) / "share/locale/en/LC_MESSAGES/rebond-interview.mo"
        english = gettext.GNUTranslations(catalogue.open("rb"))
        self.assertEqual(list(self.draw("--no-proofs", "--lang=en").clusters),
                         Pack(CONTENT).titles(english.gettext))

    def test_readable(self):
        for language in ("fr", "en"):
            drawing = self.draw("--no-proofs", "--lang", language)
            self.assertLess(drawing.width, WHOLE_SIDE)
            self.assertLess(drawing.height, WHOLE_SIDE)
            self.assertTrue(1 / 3 < drawing.width / drawing.height < 3)
            self.assertLess(len(drawing.edges), 2 * len(drawing.nodes))
            for box in drawing.conditions:
                self.assertLessEqual(len(box.words), 3, box.text)

    def test_way(self):
        """One way from the start to the last theme, at each break to the point of the same number."""
        drawing = self.draw("--no-proofs", "--lang=fr")
        leads = {}
        for start, end, _ in drawing.edges:
            leads.setdefault(start, []).append(end)
        reached, ahead = set(), ["begin0"]
        while ahead:
            name = ahead.pop()
            reached.add(name)
            ahead += leads.get(name, [])
            if name.startswith("end"):
                begin = "begin%d" % (int(name[3:]) + 1)
                self.assertEqual(drawing.nodes[name].words, drawing.nodes[begin].words)
                ahead.append(begin)
        self.assertEqual(reached, set(drawing.nodes))

    def test_straight_down(self):
        """Each theme stands below all of the one before it, or at the top of a column."""
        drawing = self.draw("--no-proofs", "--lang=fr")
        tops = {end for start, end, _ in drawing.edges if start.startswith("begin")}
        self.assertGreater(len(tops), 1)
        bottom = 0
        for number in range(len(drawing.themes)):
            names = drawing.in_theme(number)
            heights = [drawing.nodes[name].y for name in names]
            if not tops & set(names):
                self.assertGreater(min(heights), bottom, names)
            bottom = max(heights)

    def test_picture(self):
        text = self.graph("--no-proofs")
        png = self.dot(text, "png")
        self.assertEqual(png[:8], b"\x89PNG\r\n\x1a\n")
        drawing = Drawing(self.dot(text, "svg"))
        for pixels, points in zip(struct.unpack(">II", png[16:24]), (drawing.width, drawing.height)):
            self.assertAlmostEqual(pixels, points * 96 / 72, delta=3)


class Part(Graph):
    def test_every_question(self):
        """Whatever it is drawn from, it fits, and dot has nothing to say."""
        pack = Pack(CONTENT)
        asked = sorted(pack.all(*ASKED), key=lambda part: len(xml.tostring(part)), reverse=True)
        for part in asked if os.environ.get("GRAPH") == "all" else asked[:LONGEST]:
            with self.subTest(part.get("id")):
                drawing = self.draw("--no-proofs", "--lang=fr", part.get("id"))
                drawing.called(part.get("id"))
                side = LIST_SIDE if part.get("id") in ("trouble", "stage") else PART_SIDE
                self.assertLess(max(drawing.width, drawing.height), side)
                nodes = LIST_NODES if part.get("id") in ("trouble", "offer-facts") else PART_NODES
                self.assertLessEqual(len(drawing.nodes), nodes)
                for inside in part.iter():
                    if inside.tag in [OURS + kind for kind in ADVICE + ASKED] and inside.get("id"):
                        drawing.called(inside.get("id"))

    def test_options_in_order(self):
        drawing = self.draw("--no-proofs", "--lang=en", "stage")
        (stage,) = [part for part in Pack(CONTENT).all("question") if part.get("id") == "stage"]
        heights = [drawing.called(option.get("value")).y for option in stage.iter(OURS + "option")]
        self.assertEqual(len(heights), 12)
        self.assertEqual(heights, sorted(heights))

    def test_what_depends(self):
        drawing = self.draw("--no-proofs", "--lang=en", "stage")
        self.assertIn("Where things stand is 'I’m withdrawing, thinking of it, or said…' and not (For the moment is "
                      "'Stop here' or How you are is 'I only have a minute' or 'I’m at my lowest') "
                      "[$stage = 'leaving' and not($paused or $brief)]", drawing.said())
        self.assertIn("Leaving, or not", drawing.clusters)
        drawing.called("carry-on")

    def test_advice(self):
        drawing = self.draw("--no-proofs", "--lang=fr", "next-prepare")
        for name in ("next-prepare", "stage", "setting", "said", "carry-on"):
            drawing.called(name)

    def test_unknown(self):
        self.assert_one_line(self.person.run("graph", "stagee", "--lang=en"), 2,
                             "rebond: there is no question or advice 'stagee'; did you mean 'stage'?")
        self.assert_one_line(self.person.run("preview", "xyzxyz", "--lang=en"), 2,
                             "rebond: there is no question or advice 'xyzxyz'")
        # A slot is neither.
        self.assert_one_line(self.person.run("graph", "first-message", "--lang=en"), 2,
                             "rebond: there is no question or advice 'first-message'")


NEVER = "$firm = 'a' and not($firm)"
DEAD_THEME = """<theme xmlns="urn:rebond:content:1" id="dead" when="%s"><title>Rien</title>
  <question id="inside" kind="text"><prompt>Quoi ?</prompt></question>
  <strength id="also">Bien.</strength></theme>""" % NEVER


class Unreachable(Graph):
    """What no answers lead to is red and dashed, and says so: a theme, a question, an option, advice."""

    def choose(self, language):
        """The pack of the tests at the terminal, with parts that are never reached."""
        self.person.pack = write(str(self.person.folder), language)
        file = pathlib.Path(self.person.pack) / "20-course.xml"
        text = file.read_text(encoding="utf-8")
        for old, new in (('value="early"', 'value="early" when="%s"' % NEVER),
                         ('id="warned"', 'id="warned" when="%s"' % NEVER),
                         ("$late = 'late'", "$late = 'late' and $late = 'on-time'")):
            self.assertEqual(text.count(old), 1)
            text = text.replace(old, new)
        file.write_text(text, encoding="utf-8")
        self.person.write("pack/30-dead.xml", DEAD_THEME)

    def test_marked(self):
        for language, words in (("fr", "aucune réponse n’y mène"), ("en", "no answers lead here")):
            self.choose(language)
            drawing = self.draw("--lang", language)
            red = [box for box in drawing.nodes.values() if box.red]
            self.assertEqual(red, [box for box in drawing.nodes.values() if words in box.text])
            self.assertEqual(len(red), 5)  # the theme's own node too
            for name in ("early", "warned", "apologise", "inside"):
                self.assertTrue(drawing.called(name).red, name)
            self.assertEqual([title for title, box in drawing.clusters.items() if box.red], ["Rien"])
            self.assertIn(NEVER, " ".join(drawing.said()))

    def test_part(self):
        self.choose("fr")
        drawing = self.draw("late", "--lang=fr")
        self.assertEqual([box.words[-3] for box in drawing.nodes.values() if box.red],
                         ["early", "warned", "yes", "no", "apologise"])
        self.assertFalse(self.draw("late", "--no-proofs").called("warned").red)

    def test_mermaid(self):
        self.choose("en")
        flowchart = Flowchart(self, self.graph("--format=mermaid", "--lang=en"))
        self.assertEqual([words.split("\n")[0] for name, words in flowchart.nodes.items()
                          if name in flowchart.never],
                         ["early", "question warned", "action apologise", "question inside",
                          "1 strength"])
        self.assertEqual([title for name, title in flowchart.clusters.items()
                          if name in flowchart.never], ["Rien"])


class Mermaid(Graph):
    def test_size(self):
        """It is drawn in each language."""
        for language in ("fr", "en"):
            Flowchart(self, self.graph("--format=mermaid", "--no-proofs", "--lang", language))

    def test_same_as_dot(self):
        for question in ([], ["stage"], ["said"], ["hard-questions"]):
            with self.subTest(question):
                arguments = ["--no-proofs", "--lang=fr", *question]
                drawing = self.draw(*arguments)
                flowchart = Flowchart(self, self.graph("--format=mermaid", *arguments))
                self.assertEqual(flowchart.direction, "LR" if question else "TB")
                self.assertEqual({name: plain(words) for name, words in flowchart.nodes.items()},
                                 {name: box.text for name, box in drawing.nodes.items()
                                  if not re.fullmatch(CONDITION, name)})
                self.assertEqual(list(dict.fromkeys(map(plain, flowchart.clusters.values()))),
                                 list(drawing.clusters))
                self.assertEqual(sorted(plain(words) for _, _, words in flowchart.arrows if words),
                                 sorted(box.text for box in drawing.conditions))


class Hostile(Graph):
    """Marks that mean something in DOT, in HTML, in Markdown or in Mermaid are shown as they are."""

    def setUp(self):
        super().setUp()
        self.person.pack = self.person.folder / "pack"
        self.person.pack.mkdir()
        self.person.write("pack/pack.xml", '<pack xmlns="urn:rebond:content:1" id="odd" xml:lang="en">'
                          '<title>A "b" &lt;c></title><about>A.</about><subject>A</subject></pack>')
        self.person.write("pack/10-odd.xml", HOSTILE.replace("PROMPT", PROMPT))

    def shown(self):
        """The title, both questions, and of the arrow between them the option, the condition in words and
        the condition as it is written."""
        return (r'1. end; "x" # \n [a] direction LR',
                "question end " + html.unescape(PROMPT),
                "question q style: x:#34; <br/>",
                "`c` *star* | </b> -- b",
                r"""'"#' is another than '\n;'""",
                r"""'"#' != '\n;'""")

    def test_dot(self):
        drawing = self.draw()
        title, end, inside, option, words, written = self.shown()
        self.assertEqual(list(drawing.clusters), [title])
        self.assertEqual(drawing.called("end").text, end)
        self.assertEqual(drawing.called("q").text, inside)
        tip = f"{option}; {words} [{written}]".replace(2 * "\\", "\\") # as dot has it in a tip
        self.assertEqual([said for said in drawing.said() if said], [tip])
        self.assertEqual(self.draw("end").called("b").text, "b graph TD; subgraph")

    def test_mermaid(self):
        flowchart = Flowchart(self, self.graph("--format=mermaid"))
        title, end, inside, option, words, _ = self.shown()
        self.assertEqual(list(flowchart.clusters.values()), [title])
        self.assertEqual([plain(words) for words in flowchart.nodes.values()], ["", end, inside])
        self.assertEqual([plain(words) for _, _, words in flowchart.arrows], ["", f"{option} {words}"])


main()
