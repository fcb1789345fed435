# SPDX-License-Identifier: GPL-3.0-or-later
"""Each block of content/GUIDE.md works: what it says to write is written, and checked.

A comment before a block says what it is:
  test: file content/NAME      a file of the pack
  test: overlay NAME           a file of one's own additions
  test: command                a command to run
  test: translation LANGUAGE   an entry of po/interview/LANGUAGE.po
The blocks of one section are tried together on a copy of the pack, which must check without a
finding but those of texts that are still to be translated and those it has without them; of additions the person they are for must
be given what they add.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

REBOND = pathlib.Path(os.environ["REBOND"])
SOURCE = pathlib.Path(os.environ["SOURCE"])
BLOCK = re.compile(r"(?:<!-- test: ([^\n]*) -->\n)?```(\w*)\n(.*?)```\n", re.DOTALL)

# For each addition, what somebody tells and what the plan then says.
GIVEN = {
    "10-our-lists.xml": ({}, ""),  # shown when they are asked for
    "workshop.xml": ({"stage": "out", "interview-date": "2026-11-23", "region": "BE",
                      "trouble": ["mine"], "mine-what": "gap"}, "S’inscrire à l’atelier du jeudi"),
    "test-help.xml": ({"stage": "out", "interview-date": "2026-11-23", "trouble": ["question"],
                       "q-kind": ["case"]}, "je réserve une heure dans la salle informatique"),
    "another-setting.xml": ({"stage": "out", "interview-date": "2026-11-23",
                             "went-well": ["languages"]}, "tenu un échange dans une autre langue"),
}


class House:
    """A copy of the pack, and a home for additions."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        shutil.copytree(SOURCE / "content", self.folder / "content")
        self.overlays = self.folder / "config" / "rebond" / "content" / "interview"
        self.overlays.mkdir(parents=True)
        self.environment = dict(os.environ, HOME=str(self.folder), PATH=f"{REBOND.parent}:/usr/bin:/bin",
                                XDG_CONFIG_HOME=str(self.folder / "config"),
                                XDG_DATA_HOME=str(self.folder / "data"))

    def run(self, *command, shell=None):
        return subprocess.run(shell or [str(REBOND), *command], shell=bool(shell), cwd=self.folder,
                              env=self.environment, capture_output=True, encoding="utf-8", check=False)

    def findings(self):
        """Those of new texts in French stand in files that a block wrote."""
        done = self.run("check", "-q", "--no-proofs", "--content", "content")
        return [line for line in (done.stdout + done.stderr).splitlines()
                if not line.endswith("[untranslated]")]

    def plan(self, answers):
        lines = ['<example xmlns="urn:rebond:content:1" title="test" today="2026-11-23">']
        for name, value in answers.items():
            words = "".join(f"<value>{one}</value>" for one in value) if isinstance(value, list) else value
            lines.append(f'<answer of="{name}">{words}</answer>')
        file = self.folder / "answers.xml"
        file.write_text("\n".join([*lines, "</example>"]), "utf-8")
        done = self.run("plan", "--content", "content", "--answers", str(file), "--lang", "fr")
        return " ".join(done.stdout.split()) or done.stderr


def write(house, kind, name, text):
    if kind == "file":
        (house.folder / name).write_text(text, "utf-8")
    elif kind == "overlay":
        (house.overlays / name).write_text(text, "utf-8")


def tried(house, kind, name, text):
    """What is wrong with one block of a section whose files are all in place."""
    if kind == "overlay":
        answers, words = GIVEN[name]
        plan = house.plan(answers)
        return "" if words in plan else f"'{words}' is not in\n{plan}"
    if kind == "command":
        done = house.run(shell=text)
        return "" if not done.returncode else f"exit {done.returncode}: {done.stdout}{done.stderr}"
    if kind == "translation":
        po = (SOURCE / "po" / "interview" / f"{name}.po").read_text("utf-8")
        return "" if text in po else f"not an entry of {name}.po"
    return "" if kind in ("file", "afternoon") else "no test"  # the latter in afternoon.py


def try_section(title, section, known):
    blocks = [(*((test or "") + " ").split(" ", 2)[:2], text) for test, _, text in BLOCK.findall(section)]
    with tempfile.TemporaryDirectory() as folder:
        house = House(folder)
        for block in blocks:
            write(house, *block)
        faults = [f"{kind} {name}: {fault}" for kind, name, text in blocks
                  for fault in [tried(house, kind, name, text)] if fault]
        faults += [line for line in house.findings() if line not in known] if blocks else []
    for fault in faults:
        print(f"{title}: {fault}")
    return len(blocks), len(faults)


def main():
    guide = (SOURCE / "content" / "GUIDE.md").read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        known = House(folder).findings()
    count = wrong = 0
    for section in re.split(r"^## ", guide, flags=re.MULTILINE)[1:]:
        blocks, faults = try_section(section.splitlines()[0], section, known)
        count, wrong = count + blocks, wrong + faults
    print(f"{count} blocks, {wrong} faults")
    return 1 if wrong or not count else 0


sys.exit(main())
