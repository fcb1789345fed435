# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies of a pack side by side, as one pack: copies.py PACK COUNT FOLDER.

Every id is renamed in each copy but the first; only topics, sheets and sources are shared. The
limits grow with the number of copies, so that they hold as they do for one.
"""
import pathlib
import re
import sys

# Attributes that hold ids of what is copied.
NAMES = re.compile(r'\b(id|slot|from|after|of|passage)="([a-z][^"]*)"')
# What each copy has of its own in pack.xml.
SHARED = re.compile(r"<define\b[^>]*/>|<passage\b.*?</passage>", re.S)
CONDITIONS = re.compile(r'\b(when|test|stress)=("[^"]*"|\'[^\']*\')')
LIMIT = re.compile(r"<limit\b[^>]*>")


def renamed(text, number):
    """TEXT of a theme, define or passage with the ids of copy NUMBER."""
    if number == 0:
        return text

    def name(match):
        attribute, value = match.groups()
        kept = attribute == "after" and value == "answered"
        return match.group(0) if kept else f'{attribute}="{value}-c{number}"'

    def condition(match):
        return re.sub(r"\$([a-z][a-z0-9-]*)", rf"$\1-c{number}", match.group(0))

    return CONDITIONS.sub(condition, NAMES.sub(name, text))


def limits(text, count):
    """TEXT of a <limit> for COUNT copies; the words are those of one draft."""
    return re.sub(r'\b(questions|actions|first-day|texts)="(\d+)"',
                  lambda match: f'{match.group(1)}="{int(match.group(2)) * count}"', text)


def main(pack, count, folder):
    folder.mkdir(parents=True, exist_ok=True)
    head = (pack / "pack.xml").read_text(encoding="utf-8")
    parts = SHARED.findall(head)
    more = "\n".join(renamed(part, number) for number in range(1, count) for part in parts)
    head = LIMIT.sub(lambda match: limits(match.group(0), count), head)
    place = head.rindex(parts[-1]) + len(parts[-1])
    (folder / "pack.xml").write_text(head[:place] + more + head[place:], encoding="utf-8")
    for number in range(count):
        for file in sorted(pack.glob("[0-9]*.xml")):
            text = renamed(file.read_text(encoding="utf-8"), number)
            (folder / f"{number:02}-{file.name}").write_text(text, encoding="utf-8")


main(pathlib.Path(sys.argv[1]), int(sys.argv[2]), pathlib.Path(sys.argv[3]))
