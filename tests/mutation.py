# SPDX-License-Identifier: GPL-3.0-or-later
"""Would the tests notice? One line of src/ at a time is changed at random, in a copy, until COUNT of such mutants have
compiled; the tests of the mutant's own folder run first, all others, the quickest first, if it is still alive. Who
survives is named with the change, to be looked at: mutation.py FOLDER [COUNT [SEED]], where FOLDER keeps the copy for
the next time."""
import contextlib
import os
import pathlib
import random
import re
import resource
import shutil
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parent.parent
CALL = r"(?!\w*(?:free|unref)\()[a-z_]+\([^;]*\);" # what leaks is for the sanitizers to find
CHANGES = [(re.compile(pattern), new) for pattern, new in (
    (r"(?<= )==(?= )", "!="), (r"(?<= )!=(?= )", "=="), (r"(?<= )<(?= )", "<="), (r"(?<= )<=(?= )", "<"),
    (r"(?<= )>(?= )", ">="), (r"(?<= )>=(?= )", ">"), (r"&&", "||"), (r"\|\|", "&&"),
    (r"(?<= )\+(?= )", "-"), (r"(?<= )-(?= )", "+"), (r"\bTRUE\b", "FALSE"), (r"\bFALSE\b", "TRUE"),
    (r"(?<=[( ])!(?=[a-z])", ""), (r"(?<=if \()(?=[\w.>-]+\)$)", "!"), (r"(?<![\w.])([0-9])(?![\w.])", r"1\1"),
    (rf"(?<=^  ){CALL}$", ";"), (rf"(?<=^    ){CALL}$", ";"), (r"(?<=  )(continue|break);$", ";"))]
# These look at sources and tools, not at what the program does.
BLIND = "^(lint|house|spdx|building|setting_up)$"


def places():
    """Of each folder all changes that can be made: file, index of the line, the line as it would be."""
    found = {}
    for file in sorted(SOURCE.glob("src/*/*.c")):
        for index, line in enumerate(file.read_text("utf-8").splitlines()):
            if not re.match(r"  .*[;{)&|]$", line) or '"' in line or "assert" in line:
                continue
            for pattern, new in CHANGES:
                for match in pattern.finditer(line):
                    changed = line[:match.start()] + match.expand(new) + line[match.end():]
                    found.setdefault(file.parent.name, []).append((file.relative_to(SOURCE), index, changed))
    return found


class Copy:
    def __init__(self, folder):
        self.tree = folder / "tree"
        self.build = folder / "build"
        self.log = folder / "log"
        names = subprocess.run(["git", "ls-files", "-z"], cwd=SOURCE, capture_output=True, check=True, text=True)
        for name in names.stdout.split("\0")[:-1]:
            file = self.tree / name
            file.parent.mkdir(parents=True, exist_ok=True)
            if not file.exists() or file.read_bytes() != (SOURCE / name).read_bytes():
                shutil.copy(SOURCE / name, file)

    def run(self, *words, seconds=1800):
        """Whether it went well, within SECONDS and 8 GiB of memory; what it said is in the log."""
        with self.log.open("w") as log:
            try:
                return subprocess.run(
                    [str(word) for word in words], stdout=log, stderr=log, stdin=subprocess.DEVNULL, timeout=seconds,
                    preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (8 << 30, 8 << 30))).returncode == 0
            except subprocess.TimeoutExpired:
                return False

    def builds(self, target="all"):
        return self.run("cmake", "--build", self.build, "--target", target, "--parallel", os.cpu_count())

    def passes(self, *which, **limit):
        return self.run("ctest", "--test-dir", self.build, "--stop-on-failure", *which, **limit)

    def prepare(self):
        if not self.run("cmake", "-S", self.tree, "-B", self.build, "-DCMAKE_BUILD_TYPE=Debug") or not self.builds():
            sys.exit(f"the copy cannot be built; see {self.log}")
        if not self.passes("-E", BLIND, "--timeout", 1500, seconds=None): # each has its own limit
            sys.exit(f"the tests fail without a mutant; see {self.log}")
        self.costs = self.measured()

    def measured(self):
        """Of each test, the quickest first, the seconds that it takes without a mutant, as ctest keeps them."""
        lines = (self.build / "Testing/Temporary/CTestCostData.txt").read_text().split("---")[0].splitlines()
        costs = {name: float(cost) for name, _, cost in map(str.split, lines) if not re.match(BLIND, name)}
        return dict(sorted(costs.items(), key=lambda item: item[1]))

    def passes_one(self, name):
        return self.passes("-R", f"^{name}$", "--timeout", 60 + 10 * int(self.costs[name]))

    @contextlib.contextmanager
    def mutated(self, name, index, changed):
        file = self.tree / name
        text = file.read_text("utf-8")
        lines = text.split("\n")
        lines[index] = changed
        file.write_text("\n".join(lines), "utf-8")
        try:
            yield
        finally:
            file.write_text(text, "utf-8")

    def killer(self, folder):
        """What ends the mutant in FOLDER that is in the tree; None: nothing does."""
        own = f"unit_{folder}"
        if own in self.costs and self.builds(own) and not self.passes_one(own):
            return "its own tests"
        if not self.builds():
            return "the build, which runs it"
        return next((name for name in self.costs if name != own and not self.passes_one(name)), None)


def main():
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1000)
    chance = random.Random(seed)
    copy = Copy(pathlib.Path(sys.argv[1]).resolve())
    copy.prepare()
    found = places()
    folders = sorted(found)
    tried = dead = 0
    while tried < count:
        folder = folders[tried % len(folders)]
        name, index, changed = place = chance.choice(found[folder])
        with copy.mutated(*place):
            if not copy.builds(folder):
                continue
            killer = copy.killer(folder)
        tried += 1
        dead += killer is not None
        print(f"{name}:{index + 1}: {changed.strip()}  /* {killer or 'ALIVE'} */", flush=True)
    print(f"{dead} of {tried} died, {100 * dead / tried:.0f} %; seed {seed}")


if __name__ == "__main__":
    main()
