# SPDX-License-Identifier: GPL-3.0-or-later
"""Content that means harm gives findings, soon, in little memory, and opens nothing but the pack.

Each pack is checked by the program in a process of its own. Limits are those of content/FORMAT.md:
2 seconds, as CPU time, and 256 MB. The sanitizers of a test build take their own: their shadow and
quarantine come on top, and the CPU time is several times that of a release build, so these runs are
allowed more, by the factors below; SLACK=1 REBOND=build/release/rebond holds a release build to
the limits themselves.
"""
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile

REBOND = os.environ["REBOND"]
SLACK = float(os.environ.get("SLACK", "4"))
SECONDS, MEGABYTES = 2 * SLACK, 256 * SLACK
NS = 'xmlns="urn:rebond:content:1"'
PACK = (f'<pack {NS} id="hostile" xml:lang="fr"><title>T</title><about>A</about>'
        '<subject>S</subject>%s</pack>')
QUESTION = '<question id="q" kind="text"%s><prompt>Quoi ?</prompt>%s</question>'


def theme(inside):
    return f'<theme {NS} id="t"><title>T</title>{inside}</theme>'


def bomb():
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 30))
    return f'<!DOCTYPE theme [<!ENTITY e0 "ha">{entities}]>' + theme("<!-- -->&e29;")


def external(secret):
    return (f'<!DOCTYPE theme [<!ENTITY x SYSTEM "file://{secret}">]>'
            + theme(QUESTION % ("", "<help>&x;</help>")))


def external_subset():
    return '<!DOCTYPE theme SYSTEM "http://127.0.0.1:9/t.dtd">' + theme("")


def include(secret):
    return theme(f'<include xmlns="http://www.w3.org/2001/XInclude" href="{secret}"/>')


def stylesheet(secret):
    return f'<?xml-stylesheet href="{secret}"?>' + theme(QUESTION % ("", ""))


def long_help(text, times):
    """A theme in parts: for the memory of a process counts what its parent held when it began."""
    before, after = theme(QUESTION % ("", "<help>|</help>")).split("|")
    return [before] + [text] * times + [after]


def options(count):
    return "".join(f'<option value="v{n}"><label>L</label></option>' for n in range(count))


def defines(count):
    return "".join(f'<define id="d{n}" test="$d{(n + 1) % count}"/>' for n in range(count))


def doubles(count):
    return '<define id="d0" test="$q"/>' + "".join(
        f'<define id="d{n}" test="$d{n - 1} = $d{n - 1}"/>' for n in range(1, count))


def attributes(count):
    return " ".join(f'a{n}="1"' for n in range(count))


def packs(secret):
    """What is written: its name, the text of pack.xml, that of a theme file (or its parts), and a
    rule that it breaks."""
    plain = PACK % ""
    deep = theme('<question id="q" kind="choice">' * 100000)
    parentheses = "(" * 50000 + "$q" + ")" * 50000
    yield "entity bomb", plain, bomb(), "doctype"
    yield "external entity", plain, external(secret), "doctype"
    yield "external subset", plain, external_subset(), "doctype"
    yield "inclusion", plain, include(secret), "foreign-namespace"
    yield "stylesheet", plain, stylesheet(secret), "processing-instruction"
    yield "nesting", plain, deep, "too-deep"
    yield "nested inline", plain, theme(QUESTION % ("", "<help>" + "<em>" * 100000)), "too-deep"
    yield "long text", plain, long_help("mot " * 25000, 1000), "text-too-long"
    yield "long word", plain, long_help("é" * 50000, 1000), "text-too-long"
    yield "long references", plain, long_help("&#233;" * 20000, 100), "text-too-long"
    yield "long signs", plain, long_help(">" * 60000 + "&amp;", 500), "text-too-long"
    yield "signs in attributes", plain, long_help(
        f"</help></question><remark id='{'>' * 60000}'>R</remark><question><help>", 500), "attribute-too-long"
    yield "long id", plain, theme(f'<remark id="{"a" * 1000000}">R</remark>'), "attribute-too-long"
    yield "parentheses", plain, theme(QUESTION % ("", f'<remark when="{parentheses}">R</remark>')), "attribute-too-long"
    yield "fewer parentheses", plain, theme(QUESTION % (
        "", f'<remark when="{parentheses[49000:51001]}">R</remark>')), "condition-too-deep"
    yield "attributes", plain, theme(QUESTION % (" " + attributes(20000), "")), "unknown-attribute"
    yield "attributes with references", plain, theme(
        "<remark " + " ".join(f'a{n}="&amp;"' for n in range(20000)) + ">R</remark>"), "unknown-attribute"
    yield "zeros", plain, [b"\0" * 1000000] * 200, "not-utf8"
    yield "UTF-16 that says UTF-8", plain, ('<?xml version="1.0" encoding="UTF-8"?>' + theme("")).encode("utf-16"), "not-utf8"
    yield "NUL", plain, theme(QUESTION % ("", "")) .encode() + b"\0", "not-utf8"
    yield "NUL in a text", plain, theme(QUESTION % ("", "<help>a\0b</help>")), "not-utf8"
    yield "cycle of defines", PACK % defines(10000), theme(QUESTION % ("", "")), "forward-reference"
    yield "define of itself", PACK % '<define id="d" test="$d"/>', theme(""), "forward-reference"
    yield "doubling defines", PACK % doubles(30), theme(
        QUESTION % ("", "") + '<remark when="not($d29)">R</remark>'), "never-reached"
    yield "unknown elements", plain, theme("<x/>" * 1000000), "unknown-element"
    yield "unknown names", plain, theme("".join(
        QUESTION.replace('"q"', f'"q{n}"') % (f' when="$r{n}"', "") for n in range(5000))), "unknown-name"
    yield "many options", plain, theme(
        f'<question id="q" kind="choice"><prompt>Quoi ?</prompt>{options(5000)}<x/></question>'), "unknown-element"
    yield "the same id", plain, theme('<remark id="a">R</remark>' * 100000), "duplicate-id"
    yield "comments", plain, theme("<!-- -->" * 1000000 + "<x/>"), "unknown-element"


def write(folder, pack, content):
    folder.mkdir()
    (folder / "pack.xml").write_text(pack, encoding="utf-8")
    with open(folder / "10.xml", "wb") as out:
        for part in content if isinstance(content, list) else [content]:
            out.write(part if isinstance(part, bytes) else part.encode())


def check(folder, trace=None):
    """The exit code, what was said, CPU seconds and peak megabytes of checking FOLDER."""
    command = [REBOND, "check", str(folder)]
    if trace:
        command = ["strace", "-f", "-e", "trace=%file,%network", "-o", str(trace)] + command
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               env={**os.environ, "LC_ALL": "C.UTF-8"}, preexec_fn=limit)
    said = process.stdout.read().decode("utf-8", "replace")
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, said, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def limit():
    """An end for what would otherwise have none; what is measured is compared afterwards."""
    resource.setrlimit(resource.RLIMIT_CPU, (int(10 * SECONDS), int(10 * SECONDS)))


def complaints(result, rule):
    code, said, seconds, megabytes = result
    lines = said.splitlines()
    if code != 1:
        yield f"ended with {code}: {said[:500]}"
    if f"[{rule}]" not in said:
        yield f"no finding [{rule}]: {said[:500]}"
    if len(lines) > 250:
        yield f"{len(lines)} lines of findings"
    if any(len(line) > 600 for line in lines):
        yield f"a finding of {max(map(len, lines))} characters"
    if seconds > SECONDS:
        yield f"{seconds:.1f} seconds"
    if megabytes > MEGABYTES:
        yield f"{megabytes:.0f} MB"


# What any program opens before it runs, and the program for its language.
ITS_OWN = re.compile(r'"(/lib|/usr/lib|/usr/share/locale|/etc/ld\.so|/etc/localtime|/proc/self|/sys/|/dev/)')


def strangers(trace, folder):
    """The calls of TRACE that succeeded with a file that is neither FOLDER's nor the program's, or
    that reached for a network."""
    for line in trace.read_text(errors="replace").splitlines():
        call = line.split(" ", 1)[-1].strip()
        if call.startswith(("socket", "connect", "sendto")):
            yield call
        if not call.startswith("open") or " = -1 " in call or ITS_OWN.search(call):
            continue
        if f'"{folder}' not in call and f'"{pathlib.Path(REBOND).parent}' not in call:
            yield call


def main():
    faults = []
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="rebond-hostile-")).resolve()
    secret = scratch / "secret.txt"
    secret.write_text("what nobody asked for")
    traced = shutil.which("strace")
    try:
        for name, pack, content, rule in packs(secret):
            folder, trace = scratch / "pack", scratch / "trace"
            write(folder, pack, content)
            result = check(folder)
            faults += [f"{name}: {fault}" for fault in complaints(result, rule)]
            if "nobody asked" in result[1]:
                faults.append(f"{name}: shows a file that is none of the pack")
            if traced and (folder / "10.xml").stat().st_size < 100000:
                check(folder, trace)
                faults += [f"{name}: {call}" for call in strangers(trace, folder)]
            if os.environ.get("VERBOSE"):
                print(f"{name:28} {result[2]:6.2f} s {result[3]:7.1f} MB")
            shutil.rmtree(folder)
    finally:
        shutil.rmtree(scratch)
    if not traced:
        faults.append("strace is missing: what the program opens was not seen")
    print("\n".join(faults))
    return 1 if faults else 0


sys.exit(main())
