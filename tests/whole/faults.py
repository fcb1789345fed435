# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing that was accepted is lost, whatever fails: a sweep over the calls on the journal's folder.

Each command is killed before each of its calls, and each call that can fail is made to, one at a
time. Afterwards the journal holds what it held before or what the command was to bring, never
something between, and the exit code and the one line are as documented. The test run takes a sample;
the target `faults` (FAULTS=all) takes them all and says how many there were.
"""
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess

from support.person import OUTAGE, SOURCE, Test, main

WHOLE = os.environ.get("FAULTS") == "all"
SAMPLE = 2  # points a command and kind of fault in the test run

CALLS = ("openat,read,pread64,write,pwrite64,fsync,fdatasync,ftruncate,unlink,rename,mkdir,fcntl,"
         "chmod,fchmod,newfstatat,access,faccessat2,close,mmap")
FAILURES = [("openat", "EACCES"), ("openat", "EMFILE"), ("pread64", "EIO"), ("read", "EIO"),
            ("pwrite64", "ENOSPC"), ("pwrite64", "EIO"), ("write", "ENOSPC"), ("fsync", "EIO"),
            ("fdatasync", "EIO"), ("ftruncate", "EIO"), ("unlink", "EIO"), ("mkdir", "EACCES"),
            ("fcntl", "ENOLCK"), ("chmod", "EPERM"), ("mmap", "ENOMEM")]

TOLD = """<example xmlns="urn:rebond:content:1" title="t" today="2026-11-20">
  <answer of="office">PAR</answer><answer of="service">{0}</answer>
  <answer of="day">2026-11-19</answer><answer of="impact">4</answer><answer of="mood">2</answer>
  <answer of="state">patched</answer><answer of="found-by">users</answer>
  <answer of="minutes">95</answer><answer of="causes"><value>change</value></answer>
  <answer of="change-time">14:30</answer>
</example>"""

LETTERED = """<example xmlns="urn:rebond:content:1" title="t" today="2026-11-20">
  <answer of="where">GB</answer><answer of="carried">write</answer>
  <answer of="noises"><value>music</value></answer><answer of="wish">quiet after eleven</answer>
</example>"""

ANSWERS = ["2", "The gate", "yesterday", "4", "2"]


def upgraded(person):
    """A journal of the version before."""
    person.journal.parent.mkdir(parents=True, mode=0o700)
    with sqlite3.connect(person.journal) as journal:
        journal.executescript((SOURCE / "tests/journals/version-1.sql").read_text())
    journal.close()
    person.journal.chmod(0o600)


def told(person):
    """A journal with two debriefs, the first with a tick."""
    for service in ("The archive", "The lift"):
        person.run("import", person.write("told.xml", TOLD.format(service)))
    person.run("done", "1", "rest")


def lettered(person):
    """A journal with a message that has blanks."""
    person.pack = OUTAGE.parent / "neighbour"
    person.run("import", person.write("lettered.xml", LETTERED))


def empty(person):
    del person


# What SQLite says, which is for programmers.
THEIR_WORDS = "database|disk I/O|unable to|error code|malformed|locking protocol"

# name, what was there, the command, what is typed, whether it changes step by step
COMMANDS = [
    ("new", empty, ["new"], "\n".join(ANSWERS) + "\n:quit\n", True),
    ("answer", told, ["resume", "1"], "\n9\n:quit\n", True),
    ("tick", told, ["done", "1", "tell"], "", False),
    ("untick", told, ["done", "1", "rest", "--undo"], "", False),
    ("move", told, ["move", "1", "tell", "next tuesday"], "", False),
    ("fill", lettered, ["draft", "1", "note", "--fill"], "Ms Miller\nThursday\n", True),
    ("import", told, ["import", "new.xml", "other.xml"], "", False),
    ("first import", empty, ["import", "new.xml"], "", False),
    ("delete", told, ["delete", "1", "--force"], "", False),
    ("list", told, ["list"], "", False),
    ("upgrade", upgraded, ["done", "1", "rest"], "", False),
]


class Faults(Test):
    def setUp(self):
        super().setUp()
        if not shutil.which("strace"):
            self.fail("strace is missing")
        self.person.environment["ASAN_OPTIONS"] = "detect_leaks=0"
        self.data = self.person.home / ".local"
        self.before = self.person.home / "before"
        self.counts = {"killed": 0, "failed": 0, "refused": 0}

    # ---- the journal ----

    def put_back(self):
        shutil.rmtree(self.data, ignore_errors=True)
        if self.before.exists():
            shutil.copytree(self.before, self.data)

    def state(self):
        """All that the journal tells; None if it cannot be read."""
        folder = self.person.folder / "all"
        shutil.rmtree(folder, ignore_errors=True)
        done = self.person.run("export", "--all", "--private", "-o", "all")
        self.assert_ends(done, 0, err="^$")
        return sorted(re.sub(' id="[^"]*"', "", file.read_text()) for file in folder.iterdir())

    # ---- one run ----

    def trace(self, command, typed, *options):
        log = self.person.home / "trace"
        paths = [self.data, self.data / "share", self.person.journal.parent]
        paths += [self.person.journal.with_name("journal.sqlite" + end)
                  for end in ("", "-wal", "-shm", "-journal", ".locks")]
        line = ["strace", "-f", "-qq", "-o", str(log), *options]
        for path in paths:
            line += ["-P", str(path)]
        done = subprocess.run([*line, *self.person.command(*command)], input=typed, text=True,
                              cwd=self.person.folder, env=self.person.environment,
                              capture_output=True)
        return done, log.read_text(errors="replace")

    def points(self, count):
        if WHOLE or count <= SAMPLE:
            return range(1, count + 1)
        return sorted({1 + index * (count - 1) // (SAMPLE - 1) for index in range(SAMPLE)})

    def assert_whole(self, state, states, story):
        self.assertIn(state, states, f"{story}: neither as before nor as after")

    # ---- the sweep ----

    def sweep(self, name, setting, command, typed, stepwise):
        self.person.write("new.xml", TOLD.format("The cellar"))
        self.person.write("other.xml", TOLD.format("The roof"))
        shutil.rmtree(self.data, ignore_errors=True)
        shutil.rmtree(self.before, ignore_errors=True)
        setting(self.person)
        if self.data.exists():
            shutil.copytree(self.data, self.before)
        states = [self.state()]
        if stepwise:
            lines = typed.splitlines(keepends=True)
            for count in range(1, len(lines)):
                self.put_back()
                self.person.run(*command, typed="".join(lines[:count]))
                states.append(self.state())
        self.put_back()
        done, log = self.trace(command, typed, "-e", f"trace={CALLS}")
        self.assertEqual(done.returncode, 0, done.stderr)
        states.append(self.state())
        calls = [match.group(1) for match in re.finditer(r"^\d+ +(\w+)\(", log, re.M)]
        self.assertGreater(len(calls), 10, f"{name}: {log}")
        for point in self.points(len(calls)):
            self.kill(name, command, typed, states, calls, point)
        for call, error in FAILURES:
            for point in self.points(calls.count(call)):
                self.fail_one(name, command, typed, states, call, error, point)

    def kill(self, name, command, typed, states, calls, point):
        self.put_back()
        call = calls[point - 1]
        number = calls[:point].count(call)
        done, _ = self.trace(command, typed, "-e", f"trace={call}",
                             "-e", f"inject={call}:signal=KILL:when={number}")
        story = f"{name} killed before its call {point}, {call}"
        self.assertEqual(done.returncode, -9, f"{story}: {done.stderr}")
        self.assert_whole(self.state(), states, story)
        self.counts["killed"] += 1

    def fail_one(self, name, command, typed, states, call, error, point):
        self.put_back()
        done, _ = self.trace(command, typed, "-e", f"trace={call}",
                             "-e", f"inject={call}:error={error}:when={point}")
        story = f"{name}, {call} {point} failing with {error}: {done.returncode} {done.stderr}"
        self.assertIn(done.returncode, (0, 3), story)
        if done.returncode:
            said = done.stdout if "new" in command or "resume" in command else ""
            self.assertRegex(done.stderr + said, "(?m)^rebond: .|could not be kept", story)
            self.assertNotRegex(done.stderr + said, THEIR_WORDS, story)
            self.counts["refused"] += 1
        state = self.state()
        self.assert_whole(state, states, story)
        if done.returncode == 0:
            self.assertEqual(state, states[-1], story)
        self.counts["failed"] += 1

    def test_a_page_that_the_disk_does_not_give(self):
        """It is said to be unread, not damaged, of a journal as well that is too large to be checked as a whole."""
        told(self.person)
        with sqlite3.connect(self.person.journal) as journal:
            journal.execute("INSERT INTO fill VALUES (2, 'name', hex(zeroblob(1000000)), 0)")
        journal.close()
        read = ["-e", "trace=pread64"]
        done, log = self.trace(["export", "1"], "", *read)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        said, codes = f"rebond: cannot read the journal '{self.person.journal}': Input/output error", []
        for point in range(1, log.count("pread64(") + 1):
            done, _ = self.trace(["export", "1"], "", *read, "-e", f"inject=pread64:error=EIO:when={point}")
            codes.append(done.returncode)
            if done.returncode:
                self.assert_one_line(done, 3, said)
        self.assertGreater(codes.count(3), 3)

    def test_a_disk_without_locks(self):
        told(self.person)
        done, _ = self.trace(["done", "1", "tell"], "", "-e", "trace=fcntl",
                             "-e", "inject=fcntl:error=ENOLCK")
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertRegex(done.stderr, "^rebond: [^\n]*(keeps no locks|No locks available)[^\n]*\n$")

    def test_a_disk_that_is_read_only(self):
        """Reading goes on, with no file beside the journal; writing says why it cannot."""
        told(self.person)
        locks = self.person.journal.with_name("journal.sqlite.locks")
        locks.unlink()
        for folder in ("share", "share/rebond"):
            (self.data / folder).chmod(0o500)
        read_only = ["-e", "trace=access,faccessat2,openat", "-e", "inject=access,faccessat2:error=EROFS"]
        done, log = self.trace(["list"], "", *read_only)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("The archive", done.stdout)
        self.assertIn("The lift", done.stdout)
        self.assertNotIn("-shm", log)
        self.assertFalse(locks.exists())
        done, _ = self.trace(["done", "1", "tell"], "", *read_only, "-e", "inject=openat:error=EROFS")
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertRegex(done.stderr, "^rebond: cannot open the journal [^\n]*: Read-only file system\n$")

    def test_a_folder_in_which_nothing_can_be_made(self):
        """It is said before a question is asked."""
        self.data.mkdir()
        done, _ = self.trace(["new"], "2\n", "-e", "trace=access", "-e", "inject=access:error=EROFS")
        self.assertEqual((done.returncode, done.stdout), (3, ""), done.stderr)
        self.assertRegex(done.stderr, "^rebond: cannot make the folder [^\n]*: Read-only file system\n$")

    def test_a_folder_that_cannot_be_looked_into(self):
        """It may hold debriefs, so nobody is told that there are none."""
        told(self.person)
        said = f"rebond: cannot open the journal '{self.person.journal}': Permission denied"
        for command in (["list"], ["agenda"], ["new"]):
            done, _ = self.trace(command, "1\n", "-e", "trace=newfstatat", "-e", "inject=newfstatat:error=EACCES")
            self.assert_one_line(done, 3, said)

    def test_locks_that_cannot_be_had(self):
        told(self.person)
        locks = self.person.journal.with_name("journal.sqlite.locks")
        log = self.person.home / "trace"
        done = subprocess.run(["strace", "-f", "-qq", "-o", str(log), "-P", str(locks), "-e", "trace=fcntl", "-e",
                               "inject=fcntl:error=ENOLCK", *self.person.command("done", "1", "tell")],
                              cwd=self.person.folder, env=self.person.environment, text=True,
                              capture_output=True)
        self.assert_one_line(done, 3, f"rebond: cannot lock the journal '{self.person.journal}': No locks available")

    def test_a_disk_without_locks_before_the_first_debrief(self):
        """What fails then is no journal that has lost what it held."""
        self.person.write("new.xml", TOLD.format("The cellar"))
        done, _ = self.trace(["import", "new.xml"], "", "-e", "trace=fcntl",
                             "-e", "inject=fcntl:error=ENOLCK")
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertEqual(self.state(), [])
        self.assert_ends(self.person.run("import", "new.xml"), 0, err="^$")


def add(name, *rest):
    def test(self):
        self.sweep(name, *rest)
        print(f"{name}: {self.counts}")
        self.assertGreaterEqual(self.counts["killed"], SAMPLE)
        self.assertGreater(self.counts["failed"], 10)
    setattr(Faults, "test_" + name.replace(" ", "_"), test)


for row in COMMANDS:
    add(*row)

main()
