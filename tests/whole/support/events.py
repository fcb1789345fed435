# SPDX-License-Identifier: GPL-3.0-or-later
"""What vobject and icalendar read in the calendars given: for each of these the events of the one, and
of the other. Both are packages of Debian's Python, by which this is run."""
import json
import pathlib
import sys

import icalendar
import vobject

WORDS = ("uid", "summary", "description", "status", "class")


def of_vobject(text):
    for event in vobject.readOne(text).vevent_list:
        said = [event.getChildValue(word) for word in WORDS]
        yield [*said, str(event.dtstart.value), len(getattr(event, "valarm_list", []))]


def of_icalendar(text):
    for event in icalendar.Calendar.from_ical(text).walk("VEVENT"):
        said = [None if event.get(word) is None else str(event.get(word)) for word in WORDS]
        yield [*said, str(event["dtstart"].dt), len(event.walk("VALARM"))]


def main():
    texts = [pathlib.Path(name).read_text("utf-8") for name in sys.argv[1:]]
    print(json.dumps([[list(of_vobject(text)), list(of_icalendar(text))] for text in texts]))


main()
