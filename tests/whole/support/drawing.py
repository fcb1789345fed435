# SPDX-License-Identifier: GPL-3.0-or-later
"""Graphs read again: what dot has drawn, and a flowchart for Mermaid."""
import re
import xml.etree.ElementTree as xml

SVG = "{http://www.w3.org/2000/svg}"
TITLE = "{http://www.w3.org/1999/xlink}title"
RED = "#c00000"
CONDITION = r"(n\d+){2}"  # of a dashed arrow the condition is a node on it


def plain(text):
    return " ".join(text.replace("\u00a0", " ").split())


class Box:
    def __init__(self, group):
        self.words = [text.text or "" for text in group.iter(SVG + "text")]
        self.text = plain("".join(" " + word for word in self.words))
        self.tips = [plain(link.get(TITLE, "")) for link in group.iter(SVG + "a")]
        self.red = any(RED in (part.get("stroke", ""), part.get("fill", "")) for part in group.iter())
        heights = [float(text.get("y")) for text in group.iter(SVG + "text")]
        self.y = sum(heights) / len(heights) if heights else None


class Drawing:
    """What dot has drawn."""

    def __init__(self, svg):
        root = xml.fromstring(svg)
        self.width, self.height = (float(root.get(side)[:-2]) for side in ("width", "height"))
        groups = [(group.get("class"), group.findtext(SVG + "title", ""), Box(group))
                  for group in root.iter(SVG + "g") if group.get("class")]
        self.clusters = {box.text: box for kind, _, box in groups if kind == "cluster"}
        self.themes = [int(name[len("cluster_n"):]) for kind, name, _ in groups if kind == "cluster"]
        self.nodes = {name: box for kind, name, box in groups if kind == "node"}
        self.edges = [(*name.split("->"), box) for kind, name, box in groups if kind == "edge"]
        self.conditions = [box for _, _, box in self.edges if box.text] + [
            box for name, box in self.nodes.items() if re.fullmatch(CONDITION, name)]

    def called(self, name):
        """The node of the question, option or advice NAME."""
        found = [box for box in self.nodes.values() if name in box.words]
        assert len(found) == 1, (name, [box.text for box in found])
        return found[0]

    def in_theme(self, number):
        """The names of the nodes of a theme, the first or the last one from 0 on."""
        first, *after = self.themes[number:]
        return [name for name in self.nodes if re.fullmatch(r"n\d+", name) and
                first <= int(name[1:]) < (after[0] if after else float("inf"))]

    def said(self):
        """What stands on the arrows, whole where it is cut."""
        return [words for box in self.conditions for words in (box.tips or [box.text])]


class Flowchart:
    """A flowchart of Mermaid, read strictly: in a label no mark of ASCII stands for itself but those that mean
    nothing to Mermaid or Markdown, four and a hyphen after a letter."""
    LABEL = r'"((?:[^\x00-\x1f!-/:-@\[-`{-~]|[,?(\x27]|(?<=[A-Za-z])-|#\d+;|<br/>)*)"'
    SHAPES = {"[/": "/]", "[": "]", "(": ")", "[[": "]]", ">": "]", "{{": "}}", "([": "])",
              "[\\": "\\]", "((": "))"}
    NODE = re.compile(r"(\w+)([\[({>/\\]+)" + LABEL + r"([\])}/\\]+)(:::never)?")
    ARROW = re.compile(r"(\w+) (-+->|-\.+->)(?:\|" + LABEL + r"\|)? (\w+)")
    CLUSTER = re.compile(r"subgraph (\w+)\[" + LABEL + r"\]")

    def __init__(self, test, text):
        self.nodes, self.clusters, self.arrows, self.never = {}, {}, [], set()
        self.text, inside = text, False
        first, *lines = text.splitlines()
        test.assertRegex(first, "^flowchart (TB|LR)$")
        self.direction = first[-2:]
        for line in lines:
            test.assertEqual(bool(re.search(r"direction\s", line)), line.startswith("direction "), line)
            if found := self.NODE.fullmatch(line):
                name, opened, label, closed, never = found.groups()
                test.assertEqual(self.SHAPES[opened], closed, line)
                test.assertNotIn(name, self.nodes)
                self.nodes[name] = self.read(label)
                self.never |= {name} if never else set()
            elif found := self.ARROW.fullmatch(line):
                self.arrows.append((found[1], found[4], self.read(found[3] or "")))
            elif found := self.CLUSTER.fullmatch(line):
                test.assertFalse(inside)
                inside, self.clusters[found[1]] = True, self.read(found[2])
            elif line == "end":
                test.assertTrue(inside)
                inside = False
            elif found := re.fullmatch(r"class (\w+) never", line):
                self.never.add(found[1])
            else:
                test.assertRegex(line, "^classDef never |^direction (TB|LR)$")
        test.assertFalse(inside)
        for start, end, _ in self.arrows:
            test.assertIn(start, self.nodes)
            test.assertIn(end, self.nodes)
        # Beyond these Mermaid draws nothing, unless the page says otherwise.
        test.assertLess(len(text), 50000)
        test.assertLess(len(self.arrows), 500)

    @staticmethod
    def read(label):
        return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), label.replace("<br/>", "\n"))
