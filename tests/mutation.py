# SPDX-License-Identifier: GPL-3.0-or-later
"""Would the tests notice? One line of src/ at a time is changed at random, in a copy, until COUNT of such mutants have
compiled to another program. The unit tests of the mutant's own folder run first, then the quick ones of all others;
once all mutants have been through these, those that live meet the slow ones, the shipped pack's last. What has noticed
most in a folder goes first there, then what takes least, the unit tests of the folders that use it before their turn.
Who survives is named with the change, to be looked at: mutation.py FOLDER [COUNT [SEED]].

FOLDER keeps the copy, what each test takes, and every verdict as it falls: who stops a run and calls again goes on with
it. To begin anew, with the sources as they are now, remove FOLDER/verdicts."""
import contextlib
import hashlib
import json
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

SOURCE = pathlib.Path(__file__).resolve().parent.parent
CALL = r"(?!\w*(?:free|unref)\()[a-z_]+\([^;]*\);" # what leaks is for the sanitizers to find
ALLOCATION = "g_new" # so is what is written beyond its end; a larger one is the same program
CHANGES = [(re.compile(pattern), new) for pattern, new in (
    (r"(?<= )==(?= )", "!="), (r"(?<= )!=(?= )", "=="), (r"(?<= )<(?= )", "<="), (r"(?<= )<=(?= )", "<"),
    (r"(?<= )>(?= )", ">="), (r"(?<= )>=(?= )", ">"), (r"&&", "||"), (r"\|\|", "&&"),
    (r"(?<= )\+(?= )", "-"), (r"(?<= )-(?= )", "+"), (r"\bTRUE\b", "FALSE"),
    (r"(?<!g_array_new\()\bFALSE\b", "TRUE"), # one element more than is looked at
    (r"(?<=[( ])!(?=[a-z])", ""), (r"(?<=if \()(?=[\w.>-]+\)$)", "!"),
    (r"(?<!\? -1 : )(?<![\w.])([0-9])(?![\w.])", r"1\1"), # of an order the sign counts
    (rf"(?<=^  ){CALL}$", ";"), (rf"(?<=^    ){CALL}$", ";"), (r"(?<=  )(continue|break);$", ";"))]
# These look at sources and tools, not at what the program does.
BLIND = "^(lint|house|spdx|building|setting_up)$"
LAST = "pack"
MEMORY = pathlib.Path("/dev/shm") # where many small files take no time on a busy machine
QUICK = 3 # seconds
LIVES = "lives so far"
ALIVE = "ALIVE"
NO_MUTANTS = ("does not compile", "the same program")


def places(tree):
    """Of each folder all changes that can be made: file, index of the line, the line as it would be."""
    found = {}
    for file in sorted(tree.glob("src/*/*.c")):
        for index, line in enumerate(file.read_text("utf-8").splitlines()):
            if not re.match(r"  .*[;{)&|]$", line) or '"' in line or "assert" in line or ALLOCATION in line:
                continue
            for pattern, new in CHANGES:
                for match in pattern.finditer(line):
                    changed = line[:match.start()] + match.expand(new) + line[match.end():]
                    found.setdefault(file.parent.name, []).append((file.relative_to(tree), index, changed))
    return found


def users(tree):
    """Of each folder those that use it, the nearest first, as the floors are declared."""
    floors = re.findall(r"^rebond_floor\((\w+)(?: BELOW ([\w ]+?))?(?: USES.*)?\)$",
                        (tree / "CMakeLists.txt").read_text("utf-8"), re.MULTILINE)
    found = {}
    for name, _ in floors:
        found[name] = []
        for user, below in floors:
            if {name, *found[name]} & set(below.split()):
                found[name].append(user)
    return found


class Notes:
    """Lines of a file, in the order written: 'WHAT  /* HOW */', each said and kept as soon as it is known; the last one
    on something counts."""

    def __init__(self, file):
        self.file = file
        lines = file.read_text("utf-8").splitlines() if file.exists() else []
        self.lines = dict(re.fullmatch(r"(.*)  /\* (.*) \*/", line).groups() for line in lines)

    def __contains__(self, what):
        return what in self.lines

    def __getitem__(self, what):
        return self.lines[what]

    def add(self, what, how):
        self.lines[what] = str(how)
        with self.file.open("a", encoding="utf-8") as out:
            print(f"{what}  /* {how} */", file=out)
        print(f"{what}  /* {how} */", flush=True)


def begin():
    """In the new process: what it may take, and signals as a terminal has them, also if all runs in the background."""
    resource.setrlimit(resource.RLIMIT_DATA, (8 << 30, 8 << 30))
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)


class Copy:
    def __init__(self, folder):
        self.tree = folder / "tree"
        self.build = folder / "build"
        self.log = folder / "log"
        self.costs = folder / "costs"

    def renew(self):
        """Makes the copy what the sources are."""
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=SOURCE, capture_output=True, check=True, text=True)
        names = [pathlib.Path(name) for name in listed.stdout.split("\0")[:-1]]
        for old in {file.relative_to(self.tree) for file in self.tree.rglob("*") if file.is_file()} - set(names):
            (self.tree / old).unlink()
        for name in names:
            file = self.tree / name
            file.parent.mkdir(parents=True, exist_ok=True)
            if not file.exists() or file.read_bytes() != (SOURCE / name).read_bytes():
                shutil.copy(SOURCE / name, file)
        self.costs.unlink(missing_ok=True)

    def run(self, words, seconds=None, **how):
        """Whether it went well, within SECONDS and 8 GiB of memory; what it said is in the log."""
        with self.log.open("w") as log:
            process = subprocess.Popen(
                words, stdout=log, stderr=log, stdin=subprocess.DEVNULL,
                process_group=0, # no session of its own, in which nobody could stop it by Ctrl-Z
                preexec_fn=begin, **how)
            try:
                return process.wait(seconds) == 0
            except subprocess.TimeoutExpired:
                return False
            finally:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def builds(self, target="all"):
        return self.run(["cmake", "--build", self.build, "--target", target, "--parallel", str(os.cpu_count())], 1800)

    def prepare(self):
        for kept in self.tree.glob("src/*/*.kept"): # of a run that was ended in the middle
            self.restore(kept)
        configure = ["cmake", "-S", self.tree, "-B", self.build, "-DCMAKE_BUILD_TYPE=None", "-DCMAKE_C_FLAGS=-O2",
                     "-DREBOND_WERROR=ON"]
        if not self.run(configure) or not self.builds():
            sys.exit(f"the copy cannot be built; see {self.log}")
        listed = subprocess.run(["ctest", "--test-dir", self.build, "--show-only=json-v1"], capture_output=True,
                                check=True).stdout
        self.tests = {test["name"]: test for test in json.loads(listed)["tests"] if not re.match(BLIND, test["name"])}
        self.objects = {file: self.code(file) for file in self.build.glob("CMakeFiles/*.dir/src/*/*.c.o")}
        self.measure()

    def measure(self):
        """What each test takes without a mutant, in seconds."""
        costs = Notes(self.costs)
        for name in self.tests:
            if name not in costs:
                begun = time.monotonic()
                if not self.passes(name, None):
                    sys.exit(f"the test {name} fails without a mutant; see {self.log}")
                costs.add(name, f"{time.monotonic() - begun:.2f}")
        self.cost = {name: float(costs[name]) for name in self.tests}

    def passes(self, name, seconds):
        """Whether the test NAME passes, with ten times the SECONDS of the clock and four times of a processor, as the
        machine may have become busier."""
        test = self.tests[name]
        properties = {entry["name"]: entry["value"] for entry in test["properties"]}
        environment = {**os.environ, **dict(entry.split("=", 1) for entry in properties["ENVIRONMENT"])}
        if seconds is None:
            return self.run(test["command"], cwd=properties["WORKING_DIRECTORY"], env=environment)
        environment["PROCESSOR_SECONDS"] = str(20 + 4 * int(seconds))
        return self.run(test["command"], 30 + 10 * seconds, cwd=properties["WORKING_DIRECTORY"], env=environment)

    @staticmethod
    def code(file):
        return hashlib.sha256(file.read_bytes()).digest()

    def compiles_to(self, name):
        """Whether the object of the source NAME is another one than without a mutant."""
        return any(self.code(file) != code for file, code in self.objects.items() if file.match(f"{name}.o"))

    @contextlib.contextmanager
    def mutated(self, name, index, changed):
        file = self.tree / name
        lines = file.read_text("utf-8").split("\n")
        lines[index] = changed
        kept = file.rename(file.with_suffix(".kept"))
        file.write_text("\n".join(lines), "utf-8")
        try:
            yield
        finally:
            self.restore(kept)

    @staticmethod
    def restore(kept):
        file = kept.rename(kept.with_suffix(".c"))
        file.touch() # newer than what was built of the mutant

    def order(self, folder, noticed):
        """The tests in the order in which they try a mutant of FOLDER; NOTICED are who ended its mutants so far."""
        of_users = {f"unit_{user}" for user in users(self.tree)[folder]}
        return sorted(self.tests, key=lambda name: (
            name == LAST, -noticed.count(name), self.cost[name] / (4 if name in of_users else 1)))

    def verdict(self, place, noticed, slow):
        """What becomes of the mutant at PLACE by the SLOW tests, or by its own and the quick ones."""
        name = place[0]
        folder = name.parent.name
        own = f"unit_{folder}"
        others = [other for other in self.order(folder, noticed)
                  if other != own and (self.cost[other] > QUICK) == slow]
        with self.mutated(*place):
            if not self.builds("rebond" if name.stem == "main" else folder):
                return "does not compile"
            if not self.compiles_to(name):
                return "the same program"
            if not slow and own in self.tests and self.builds(own) and not self.passes(own, self.cost[own]):
                return own
            if not self.builds():
                return "the build, which runs it"
            return next((other for other in others if not self.passes(other, self.cost[other])),
                        ALIVE if slow else LIVES)


def mutants(tree, seed):
    """Places at random without end, of each folder in turn: sent the last one's verdict, so that each folder has its
    share of those that compile."""
    chance = random.Random(seed)
    found = places(tree)
    for places_of in found.values():
        chance.shuffle(places_of)
    while found:
        for folder in list(found):
            verdict = NO_MUTANTS[0]
            while verdict in NO_MUTANTS and found[folder]:
                verdict = yield found[folder].pop()
            if not found[folder]:
                del found[folder]


def choose(copy, count, verdicts):
    """COUNT mutants that compile, with what they are called, after their own and the quick tests."""
    chosen = []
    verdict = None
    source = mutants(copy.tree, verdicts["seed"])
    while len(chosen) < count:
        name, index, changed = place = source.send(verdict)
        what = f"{name}:{index + 1}: {changed.strip()}"
        if what not in verdicts:
            verdicts.add(what, copy.verdict(place, noticed_in(name.parent, verdicts), slow=False))
        verdict = verdicts[what]
        if verdict not in NO_MUTANTS:
            chosen.append((what, place))
    return chosen


def noticed_in(folder, verdicts):
    return [verdict for what, verdict in verdicts.lines.items() if what.startswith(f"{folder}/")]


def try_mutants(folder, count):
    copy = Copy(folder)
    verdicts = Notes(folder / "verdicts")
    if "seed" not in verdicts:
        copy.renew()
        verdicts.add("seed", sys.argv[3] if len(sys.argv) > 3 else random.randrange(1000))
    copy.prepare()
    chosen = choose(copy, count, verdicts)
    for what, place in chosen:
        if verdicts[what] == LIVES:
            verdicts.add(what, copy.verdict(place, noticed_in(place[0].parent, verdicts), slow=True))
    alive = [what for what, _ in chosen if verdicts[what] == ALIVE]
    print(f"{count - len(alive)} of {count} died; seed {verdicts['seed']}", *alive, sep="\n")


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1)) # tidily, as by Ctrl-C
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as scratch:
        os.chmod(scratch, 0o755) # a test is another user
        os.environ["TMPDIR"] = scratch
        try_mutants(folder, count)


if __name__ == "__main__":
    main()
