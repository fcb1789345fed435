# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole reports of the people in tests/scenarios, compared with what they got before.

NAME.xml is what one person told. Beside it stand the reports: in Markdown in each language whose
file is there, NAME.md for French, NAME.en.md for English, NAME.fr_CA.md for the French of Canada;
in the other formats in the first of these. UPDATE_GOLDEN=1 writes them anew, Markdown in French and
English where none is.

Whatever the golden says, no report may have a hole where an answer was left out, or break the
typography of its language.
"""
import difflib
import os
import pathlib
import re
import subprocess
import sys

REBOND = os.environ["REBOND"]
FOLDER = pathlib.Path(os.environ["SOURCE"]) / "tests" / "scenarios"
UPDATE = os.environ.get("UPDATE_GOLDEN") == "1"

# ending before that of the format: language
LANGUAGES = {"": "fr", ".en": "en", ".fr_CA": "fr_CA"}
# ending: format
FORMATS = {".html": "html", ".ics": "ics", ".txt": "text"}

# What no text for people may hold. Addresses and times are taken out before the second part.
ANYWHERE = {
    "a hole before a full stop or comma": r"\w  ?[,.](?:\s|$)",
    "an empty quotation": r"«[\s\u00a0\u202f]*»|“\s*”",
    "a name of the program's inside": r"\b(undefined|null|nan)\b|<answer|\{\d\}",
    "two marks in a row": r"[,;:] ?[,;:.](?:\s|$)|(?<!\.)\.\.(?!\.)",
}
FRENCH = {
    "no firm space before a mark": r"[^\s\u00a0\u202f;:?!*_`\\|\-][;:?!](?:\s|$)|[^\u00a0\u202f] [;:?!»]",
    "no firm space after «": r"«[^\u00a0\u202f]",
    "a straight apostrophe": r"\w'\w",
}
ENGLISH = {
    "French left over": r"[«»\u202f]|\b(?:le poste|je|vous|votre)\b",
}


def run(scenario, language, form):
    today = re.search(r'today="([0-9-]+)"', scenario.read_text("utf-8")).group(1)
    command = [REBOND, "plan", "--answers", str(scenario), "--lang", language, "--today", today,
               "--format", form]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode or done.stderr:
        return None, f"exit {done.returncode}: {done.stderr}"
    return done.stdout, None


def told(scenario):
    """The words of the person, which stand in reports as they are."""
    values = re.findall(r">([^<>]+)</(?:answer|value)>", scenario.read_text("utf-8"))
    return sorted((value for value in values if " " in value or "'" in value), key=len, reverse=True)


def faults(report, language, words):
    # Sources bear the titles they were published under, in their own language.
    plain = re.split(r"^(?:### )?Sources$", report, flags=re.MULTILINE)[0]
    plain = re.sub(r"https?://\S+|\btel:\S+", "", plain)
    for value in words:
        broken = r"\s+".join(map(re.escape, value.split())).replace(r"\-", r"\-\s*")
        plain = re.sub(broken, "mot", plain)
    rules = dict(ANYWHERE, **(ENGLISH if language == "en" else FRENCH))
    for what, pattern in rules.items():
        for found in re.finditer(pattern, plain, re.MULTILINE):
            line = plain[: found.start()].count("\n")
            yield f"{what}: {plain.splitlines()[line]}"


def compare(golden, report):
    expected = golden.read_text("utf-8") if golden.exists() else ""
    if UPDATE and report != expected:
        golden.write_text(report, "utf-8")
    elif report != expected:
        yield "".join(difflib.unified_diff(expected.splitlines(True), report.splitlines(True),
                                           str(golden), "now", n=2))


def reports(stem):
    """The reports of the scenario STEM: ending, language, format."""
    here = [end for end in LANGUAGES if (FOLDER / f"{stem}{end}.md").exists()]
    chosen = here or (["", ".en"] if UPDATE else [""])
    for end in chosen:
        yield f"{end}.md", LANGUAGES[end], "markdown"
    for end, form in FORMATS.items():
        yield end, LANGUAGES[chosen[0]], form


def without_looks(page):
    """The style is the same for all pages, and stands in the golden of tests/unit/report."""
    return re.sub("(?s)<style>.*</style>\n", "", page)


def check(scenario):
    stem = scenario.stem
    for end, language, form in reports(stem):
        report, failure = run(scenario, language, form)
        if failure:
            yield f"{stem}{end}: {failure}"
            continue
        yield from compare(FOLDER / (stem + end), without_looks(report))
        if form in ("markdown", "text"):
            yield from (f"{stem}{end}: {fault}" for fault in faults(report, language, told(scenario)))


def main():
    scenarios = sorted(FOLDER.glob("*.xml"))
    count = 0
    for scenario in scenarios:
        for fault in check(scenario):
            print(fault)
            count += 1
    print(f"{len(scenarios)} people, {count} faults")
    return 1 if count or len(scenarios) < 12 else 0


sys.exit(main())
