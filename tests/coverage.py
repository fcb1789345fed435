# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of src/ the tests have run, a row a folder, from what a build of the preset `coverage` has
counted: coverage.py BUILD [--all]; with --all each line that never ran is named as well."""
import json
import pathlib
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parent.parent


def counted(build):
    """Of each file in src/ its lines: how often they ran, and how often each of their branches."""
    files = {}
    for data in sorted(build.glob("CMakeFiles/*.dir/src/**/*.gcda")):
        told = subprocess.run(["gcov", "--branch-probabilities", "--json-format", "--stdout", data],
                              capture_output=True, check=True, cwd=build).stdout
        for file in json.loads(told)["files"]:
            path = pathlib.Path(build, file["file"]).resolve()
            if path.is_relative_to(SOURCE / "src"):
                lines = files.setdefault(path.relative_to(SOURCE), {})
                for line in file["lines"]:
                    ran, branches = lines.get(line["line_number"], (0, []))
                    here = [branch["count"] for branch in line["branches"]]
                    if len(here) == len(branches):
                        here = [max(pair) for pair in zip(here, branches)]
                    lines[line["line_number"]] = max(ran, line["count"]), here
    return files


def row(name, files):
    lines = [ran for file in files for ran, _ in file.values()]
    branches = [ran for file in files for _, each in file.values() for ran in each]
    parts = [f"{sum(map(bool, all_))}/{len(all_)} {100 * sum(map(bool, all_)) / max(1, len(all_)):.1f} %"
             for all_ in (lines, branches)]
    return f"| {name:12} | {parts[0]:>20} | {parts[1]:>20} |"


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    files = counted(build)
    if not files:
        sys.exit("nothing was counted: run the tests of the preset coverage first")
    if "--all" in sys.argv:
        for path, lines in files.items():
            for number, (ran, _) in sorted(lines.items()):
                if not ran:
                    print(f"{path}:{number}: never ran")
    print(f"| {'folder':12} | {'lines':>20} | {'branches':>20} |\n|---|--:|--:|")
    for folder in sorted({path.parts[1] for path in files}):
        print(row(folder, [lines for path, lines in files.items() if path.parts[1] == folder]))
    print(row("all", files.values()))


main()
