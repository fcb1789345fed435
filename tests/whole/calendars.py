# SPDX-License-Identifier: GPL-3.0-or-later
"""Calendars as khal takes them in, one file after the other, as people import them; and as two readers
of Python see them, which share nothing with libical: icalendar, which is khal's, and vobject."""
import json
import subprocess

from support.person import SHIPPED, SOURCE, Test, main

SCENARIOS = SOURCE / "tests/scenarios"
READER = ("/usr/bin/python3", "-B", SOURCE / "tests/whole/support/events.py")
PRIVATE = "A step of your plan, Une étape de votre plan"
SETTINGS = """
[calendars]
[[own]]
path = {0}/own
[default]
default_calendar = own
[sqlite]
path = {0}/khal.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = UTC
default_timezone = UTC
"""

PACK = """<pack xmlns="urn:rebond:content:1" id="far" xml:lang="en">
<title>T</title><about>A</about><subject>S</subject></pack>"""
THEME = """<theme xmlns="urn:rebond:content:1" id="all"><title>All</title>
<question id="day" kind="date"><prompt>When?</prompt></question>
<action id="now" channel="email" evidence="practice"><title>Now</title><due after="answered"/></action>
<action id="then" channel="email" evidence="practice"><title>Then</title><due after="day"/></action></theme>"""
TOLD = """<example xmlns="urn:rebond:content:1" title="t" today="2026-11-24">
<answer of="day">{}-12-07</answer></example>"""


class Calendars(Test):
    who = SHIPPED

    def setUp(self):
        super().setUp()
        (self.person.home / "own").mkdir()
        self.settings = self.person.write("khal.conf", SETTINGS.format(self.person.home))

    def khal(self, *arguments):
        done = subprocess.run(["khal", "-c", self.settings, *arguments], text=True,
                              capture_output=True, env=self.person.environment, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def take_in(self, *arguments):
        """The plan or agenda of ARGUMENTS, written over the file of before, and imported."""
        self.assert_ends(self.person.run(*arguments, "--force", "-o", "plan.ics"), 0, err="^$")
        self.khal("import", "--batch", self.person.folder / "plan.ics")

    def events(self):
        """What the calendar holds of what is to be done, and how much that is off."""
        lines = self.khal("list", "--day-format", "", "--format",
                          "{start-long}\t{title}\t{status}", "2026-11-01", "90d").splitlines()
        events = [line.split("\t") for line in lines if line]
        standing = sorted((when, title) for when, title, status in events
                          if not status.startswith("CANCELLED"))
        return standing, len(events) - len(standing)

    def due(self):
        """What the agenda says is to be done."""
        due = json.loads(self.person.run("agenda", "--format=json").stdout)
        return sorted((f"{one['day']} {one['time'] or ''}".strip(), one["title"]) for one in due
                      if one["day"])

    def change(self, before, after):
        """News: the export with BEFORE said otherwise, imported."""
        told = self.person.run("export", "1").stdout
        self.assertIn(before, told)
        self.person.write("news.xml", told.replace(before, after))
        self.assert_ends(self.person.run("import", "news.xml"), 0, err="^$")

    def test_follows_the_plan(self):
        self.assert_ends(self.person.run("import", SCENARIOS / "late-unsaid.xml"), 0)
        self.take_in("plan", "1")
        self.assertEqual(self.events(), (self.due(), 0))
        self.person.today = "2026-11-26"
        self.assert_ends(self.person.run("done", "1", "first-message"), 0)
        self.take_in("plan", "1")
        self.assertEqual(self.events(), (self.due(), 1))
        self.person.today = "2026-11-30"
        self.change('<answer of="stage">out<', '<answer of="stage" given="2026-11-30">refused<')
        self.take_in("plan", "1")
        self.assertIn("A thank-you, and a single question", [title for _, title in self.due()])
        self.assertEqual(self.events(), (self.due(), 2))

    def test_two_people_in_one_calendar(self):
        """Both began on one day; one gives answers files, the other tells the program."""
        for name in ("late-unsaid", "refused-series"):
            self.take_in("plan", "--answers", SCENARIOS / f"{name}.xml")
            (self.person.folder / "plan.ics").unlink()
            self.assert_ends(self.person.run("import", SCENARIOS / f"{name}.xml"), 0)
        self.assertEqual(self.events(), (self.due(), 0))
        self.take_in("agenda")
        self.assertEqual(self.events(), (sorted(self.due() * 2), 0))

    def test_one_debrief_on_two_machines(self):
        """The calendar that both write into has each step once."""
        self.assert_ends(self.person.run("import", SCENARIOS / "late-unsaid.xml"), 0)
        self.take_in("plan", "1")
        self.person.write("told.xml", self.person.run("export", "1").stdout)
        self.person.environment["XDG_DATA_HOME"] = str(self.person.home / "elsewhere")
        self.assert_ends(self.person.run("import", "told.xml"), 0)
        (self.person.folder / "plan.ics").unlink()
        self.take_in("plan", "1")
        self.assertEqual(self.events(), (self.due(), 0))

    def test_days_that_calendars_do_not_know(self):
        """They would spoil the whole file: what has one is left out, and that is said."""
        self.person.pack = self.person.folder / "far"
        self.person.pack.mkdir()
        self.person.write("far/pack.xml", PACK)
        self.person.write("far/10-all.xml", THEME)
        for year, titles in ((2500, ["Now", "Then"]), (2501, ["Now"]), (9000, ["Now"])):
            with self.subTest(year):
                told = self.person.write("told.xml", TOLD.format(year))
                written = self.person.folder / f"{year}.ics"
                done = self.person.run("plan", "--answers", told, "-o", written)
                self.assert_ends(done, 0, err="^$" if "Then" in titles else
                                 "^rebond: what has a day too far away for calendars is not in this one\n$")
                read = subprocess.run([*READER, written], text=True, capture_output=True, check=True)
                for events in json.loads(read.stdout)[0]:
                    self.assertEqual(sorted(title for _, title, *_ in events), titles)

    def test_every_calendar(self):
        """Two readers find the same in each, in words as the plan has them."""
        goldens = sorted(SCENARIOS.glob("*.ics"))
        done = subprocess.run([*READER, *goldens], text=True, capture_output=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertGreater(len(goldens), 30)
        for golden, (events, others) in zip(goldens, json.loads(done.stdout)):
            with self.subTest(golden.name):
                self.assertEqual(events, others)
                self.assertEqual(len(events), golden.read_text("utf-8").count("BEGIN:VEVENT"))
                plan = " ".join(golden.with_suffix(".txt").read_text("utf-8").split())
                for uid, title, words, status, access, when, alarms in events:
                    self.assertTrue(uid.endswith("@rebond"))
                    self.assertIn(" ".join(title.split()), f"{plan} {PRIVATE}")
                    self.assertNotRegex(f"{title}{words}", r"\\[,;n]|\r")
                    self.assertIn(status, ("CONFIRMED", "CANCELLED"))
                    self.assertEqual(access, "PRIVATE")
                    self.assertLessEqual(alarms, int(":" in when))


main()
