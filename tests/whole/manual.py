# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual and the completions against what the program itself says, in both languages; and what is
installed, run from where it was moved to, and taken away again."""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from support.person import REBOND, SOURCE, pinned

BUILD = pathlib.Path(os.environ["BUILD"])
MANUAL = BUILD / "manual"
SHELLS = {"bash": "rebond", "zsh": "_rebond", "fish": "rebond.fish"}


def run(*line, **options):
    return subprocess.run([str(word) for word in line], capture_output=True, text=True,
                          **{"check": True, **options})


def rebond(*line, language="en"):
    return run(REBOND, *line, env=pinned("/nonexistent", language, COLUMNS="1000")).stdout


def rows(text):
    """What stands in the left column of a help text, and what is said of it."""
    return re.findall(r"^  (\S.*?)(?:  +|\n {30})(\S.*)$", text, re.M)


def commands():
    return [words.split()[1] for words, _ in rows(rebond("help")) if re.match(r"rebond \w", words)]


def options(command=None):
    """The options of a command, long and short."""
    text = rebond("help", *filter(None, [command]))
    return set(re.findall(r"^  (?:-\w, )?(--[a-z-]+)", text, re.M)), set(re.findall(r"^  (-\w),", text, re.M))


def page(name, language="en"):
    folder = MANUAL / "man" if language == "en" else MANUAL / "man" / language
    return folder / f"man{name[-1]}" / name


def shown(file):
    """The page as it is read, all on one line, and what was wrong with it."""
    done = run("man", "--warnings", "-l", file, env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8",
                                                     "MANWIDTH": "1000", "MANPAGER": "cat"})
    return " ".join(done.stdout.split()), done.stderr


class Manual(unittest.TestCase):
    def test_pages_are_sound(self):
        for language in ("en", "fr"):
            for name in ("rebond.1", "rebond-content.5"):
                with self.subTest(f"{language} {name}"):
                    text, wrong = shown(page(name, language))
                    self.assertEqual(wrong, "")
                    self.assertGreater(len(text), 5000)

    def test_all_that_help_says(self):
        for language in ("en", "fr"):
            text = shown(page("rebond.1", language))[0]
            for command in ["", *commands()]:
                for words, meaning in rows(rebond("help", *filter(None, [command]), language=language)):
                    with self.subTest(f"{language} {command} {words}"):
                        self.assertIn(" ".join(words.split()), text)
                        self.assertIn(" ".join(meaning.split()), text)

    def test_all_that_the_format_says(self):
        text = shown(page("rebond-content.5"))[0]
        for line in (SOURCE / "content/FORMAT.md").read_text("utf-8").splitlines():
            for code in re.findall(r"`([^`]+)`", line):
                self.assertIn(" ".join(code.split()), text)

    def test_variables(self):
        """Every one that the program asks for is told of, and no other."""
        readme = (SOURCE / "README.md").read_text("utf-8")
        table = readme[readme.index("### Environment\n"):readme.index("### Files\n")]
        told = set(re.findall(r"`([A-Z_]{4,})`", " ".join(line.split("|")[1] for line in table.splitlines()
                                                          if line.startswith("|"))))
        asked = set()
        for file in SOURCE.glob("src/*/*.c"):
            text = re.sub(r"g_setenv\([^)]*\)", "", file.read_text("utf-8"))
            if "getenv" in text:
                asked |= set(re.findall(r'"([A-Z_]{4,})"', text))
        self.assertEqual(told | {"TERM", "POSIX"}, asked | {"POSIX"})

    def test_french_is_whole(self):
        with tempfile.TemporaryDirectory() as folder:
            template = pathlib.Path(folder) / "manual.pot"
            run(MANUAL / "pages", template, "pot", SOURCE / "manual/rebond.md",
                SOURCE / "manual/rebond-content.md")
            done = run("msgcmp", SOURCE / "po/manual/fr.po", template, check=False)
        self.assertEqual(done.stderr, "")


class Completions(unittest.TestCase):
    @staticmethod
    def replies(*words):
        script = MANUAL / "completions/rebond"
        return run("bash", "-c", 'source "$0"; compopt() { :; }; COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); '
                   'rm() { :; }; _rebond; printf "%s\\n" "${COMPREPLY[@]}"', script, *words).stdout.split()

    def test_bash(self):
        self.assertEqual(self.replies("rebond", ""), [*commands(), "help", "version"])
        for command in commands():
            with self.subTest(command):
                found = {word.rstrip("=") for word in self.replies("rebond", command, "--")}
                self.assertEqual(found, options(command)[0])

    def test_values(self):
        for command in ("plan", "list", "agenda", "check", "graph"):
            text = rebond("help", command)
            formats = re.findall(r"\w+", dict(rows(text))["--format=NAME"].replace(" or ", " "))
            for before in (["--format"], ["--format", "="]):
                self.assertEqual(set(self.replies("rebond", command, *before, "")), set(formats))
        self.assertIn("unknown-id", self.replies("rebond", "check", "--explain", "unk"))
        self.assertEqual(self.replies("rebond", "plan", "-o", SOURCE / "READ"), [str(SOURCE / "README.md")])
        self.assertEqual(self.replies("rebond", "import", SOURCE / "READ"), [str(SOURCE / "README.md")])

    def test_other_shells(self):
        """They name the same; where the shell is there, it can read them."""
        for shell, name in SHELLS.items():
            file = MANUAL / "completions" / name
            text = file.read_text("utf-8")
            dashes = ("-l ", "-s ") if shell == "fish" else ("--", "-")
            for command in commands():
                long, short = options(command)
                for word in [command, *(dashes[0] + word[2:] for word in long)]:
                    self.assertRegex(text, rf"(?<![\w-]){word}(?![\w-])")
                for letter in short if shell != "bash" else ():
                    self.assertRegex(text, rf"(?<![\w-]){dashes[1]}{letter[1]}\b")
            if shutil.which(shell):
                self.assertEqual(run(shell, "-n", file).stderr, "")


class Installed(unittest.TestCase):
    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="rebond-"))
        self.addCleanup(shutil.rmtree, self.home)

    def files(self, folder):
        return {str(file.relative_to(folder)) for file in folder.rglob("*") if not file.is_dir()}

    def test_moved_and_taken_away(self):
        there, moved = self.home / "there [1]", self.home / "moved é"
        run("cmake", "--install", BUILD, "--prefix", there)
        files = self.files(there)
        for file in ("bin/rebond", "share/rebond/content/pack.xml", "share/rebond/content/rebond.rng",
                     "share/locale/fr/LC_MESSAGES/rebond.mo", "share/man/man1/rebond.1",
                     "share/man/fr/man1/rebond.1", "share/man/man5/rebond-content.5",
                     "share/man/fr/man5/rebond-content.5", "share/doc/rebond/LICENSE",
                     "share/doc/rebond/README.md", "share/doc/rebond/GUIDE.md",
                     "share/doc/rebond/FORMAT.md", "share/doc/rebond/PRIVACY.md",
                     "share/doc/rebond/CHANGELOG.md", "share/bash-completion/completions/rebond",
                     "share/zsh/site-functions/_rebond", "share/fish/vendor_completions.d/rebond.fish"):
            self.assertIn(file, files)
        there.rename(moved)
        for language, words in (("en", "no debrief yet"), ("fr", "pas encore de dossier")):
            done = run(moved / "bin/rebond", "list", env=pinned(self.home, language))
            self.assertRegex(done.stdout.lower(), words)
        moved.rename(there)
        own = there / "share/rebond/content/own.xml"
        own.touch()
        uninstall = SOURCE / "cmake/uninstall.cmake"
        run("cmake", "-D", f"MANIFEST={BUILD}/install_manifest.txt", "-P", uninstall)
        self.assertEqual(self.files(there), {str(own.relative_to(there))})
        self.assertFalse((there / "share/doc/rebond").exists())

    @unittest.skipUnless(shutil.which("dpkg-shlibdeps") and shutil.which("file"), "no dpkg-dev, or no file")
    def test_packed(self):
        """From who made it; nothing runs when it comes and goes, and what was installed is remembered."""
        run("cmake", "--install", BUILD, "--prefix", self.home / "there")
        manifest = BUILD / "install_manifest.txt"
        remembered = manifest.read_text("utf-8")
        run("cpack", "--config", BUILD / "CPackConfig.cmake", "-B", self.home / "made", cwd=self.home,
            env={**os.environ, "DEBFULLNAME": "Jo Doe", "DEBEMAIL": "jo@example.org"})
        self.assertEqual(manifest.read_text("utf-8"), remembered)
        package, = (self.home / "made").glob("*.deb")
        run("dpkg-deb", "--raw-extract", package, self.home)
        self.assertEqual(self.files(self.home / "DEBIAN"), {"control", "md5sums"})
        control = (self.home / "DEBIAN/control").read_text("utf-8")
        self.assertRegex(control, r"(?m)^Maintainer: Jo Doe <jo@example\.org>$")
        self.assertRegex(control, r"(?m)^Depends: .*\blibsqlite3-0\b")
        for language, day, words in (("en", "yesterday", "\n2. What you can say\n"),
                                     ("fr", "hier", "\n2. Ce que vous pourrez dire\n")):
            done = run(self.home / "usr/bin/rebond", "new", input=f"5\n{day}\n" + 60 * "\n", cwd=self.home,
                       env=pinned(self.home, language))
            self.assertIn(words, done.stdout)


unittest.main()
