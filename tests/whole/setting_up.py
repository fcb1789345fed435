# SPDX-License-Identifier: GPL-3.0-or-later
"""tools/prepare on machines of all kinds: what is missing is installed, or named, and
how far it is."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["SOURCE"])
NEEDED = ["sh", "sed", "dirname", "mktemp", "cat", "rm", "env", "cut", "grep", "head", "tail", "paste", "wc"]
WAITING = "Something else is installing packages; waiting for it to end…"
APT = """echo noise
case "$*" in
  *--assume-no*)
    echo 'Need to get 110 MB of archives.'
    echo 'After this operation, 443 MB of additional disk space will be used.'
    exit 1 ;;
  *install*)
    echo 'dlstatus:1:12.5:Retrieving file 1 of 9'
    echo 'dlstatus:9:98.0:Retrieving file 9 of 9'
    echo 'pmstatus:tmux:55.5:Unpacking tmux' ;;
esac
"""
OPTIONS = "--quiet -o DPkg::Lock::Timeout=300 -o Acquire::Retries=1 -o Acquire::http::Timeout=30"


class SettingUp(unittest.TestCase):
    def setUp(self):
        """A folder of programs that is all the script finds."""
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rebond-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.said = self.folder / "said"
        self.said.touch()
        for name in NEEDED:
            os.symlink(shutil.which(name), self.folder / name)

    def program(self, name, text):
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{text}\n")
        path.chmod(0o755)

    def machine(self, installed, user=0, sudo=True, apt=APT):
        """Debian as far as the script can tell; what it does is written down."""
        listed = "".join(f"echo 'installed {name}'\n" for name in installed)
        self.program("dpkg-query", listed)
        self.program("id", f"echo {user}")
        self.program("sleep", "")
        self.program("apt-get", f'echo "apt-get $*" >>{self.said}\n{apt}')
        if sudo:
            self.program("sudo", f'echo "sudo" >>{self.said}\nexec "$@"')

    def prepare(self, *kinds):
        done = subprocess.run([self.folder / "sh", SOURCE / "tools/prepare", *kinds], text=True,
                              env={"PATH": str(self.folder)}, capture_output=True)
        return done, self.said.read_text().splitlines()

    @staticmethod
    def packages(*kinds):
        lines = (SOURCE / "tools/packages").read_text().splitlines()
        return [line.split()[1] for line in lines if line.split()[0] in kinds]

    def test_nothing_missing(self):
        self.machine(self.packages("build"))
        done, said = self.prepare("build")
        self.assertEqual((done.returncode, done.stdout, done.stderr, said), (0, "", "", []))

    def test_missing(self):
        self.machine(self.packages("build"))
        done, said = self.prepare("build", "test")
        names = " ".join(self.packages("test"))
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stdout, "")
        self.assertEqual(done.stderr.splitlines(), [
            f"Looking for what is to be installed ({len(self.packages('test'))} packages and what they need)…",
            f"Installing (110 MB to fetch, 443 MB on disk): {names}",
            "  Fetched 0 %", "  Fetched 80 %", "  Installed 40 %"])
        install = f"apt-get {OPTIONS} install"
        self.assertEqual(said, [
            f"apt-get {OPTIONS} update --error-on=any",
            f"{install} --assume-no --no-install-recommends -o Debug::NoLocking=1 {names}",
            f"{install} -o APT::Status-Fd=1 --yes --no-install-recommends {names}"])

    def test_not_root(self):
        self.machine([], user=1000)
        done, said = self.prepare("build")
        self.assertEqual(done.returncode, 0)
        self.assertEqual(said[::2], ["sudo", "sudo", "sudo"])

    def test_neither_root_nor_sudo(self):
        self.machine([], user=1000, sudo=False)
        done, said = self.prepare("build")
        self.assertEqual((done.returncode, said), (1, []))
        self.assertEqual(done.stderr, "neither root nor sudo; please install: "
                         + " ".join(self.packages("build")) + "\n")

    def test_no_debian(self):
        done, said = self.prepare("build")
        self.assertEqual((done.returncode, said), (1, []))
        self.assertTrue(done.stderr.endswith("please install: "
                                             + " ".join(self.packages("build")) + "\n"))

    def test_no_debian_but_all_there(self):
        """Modules and headers count, not packages; what is not there is named alone."""
        for name in ("make", "cmake", "msgfmt", "g++"):
            self.program(name, "")
        self.program("cc", "")
        self.program("pkg-config", "")
        self.assertEqual(self.prepare("build")[0].returncode, 0)
        self.program("pkg-config", 'test "$2" != libical')
        done, _ = self.prepare("build")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr, "this is no Debian, where these would be the packages' names; "
                         "please install: libical-dev\n")

    def test_waiting(self):
        """For the lists by itself, for the rest as apt does; and says so once each time."""
        self.machine(self.packages("build"), apt=f"""case "$*" in
  *update*)
    [ "$(grep -c update {self.said})" -eq 3 ] || {{ echo 'E: Unable to lock directory'; exit 100; }} ;;
  *--assume-no*) exit 1 ;;
  *install*)
    echo 'Waiting for cache lock: Could not get lock. It is held by process 1...'
    echo 'Waiting for cache lock: Could not get lock. It is held by process 1...'
    echo 'pmstatus:tmux:80:Unpacking tmux' ;;
esac
""")
        done, said = self.prepare("test")
        self.assertEqual(done.returncode, 0)
        self.assertEqual([line.split()[-2] for line in said if "update" in line], ["update"] * 3)
        lines = done.stderr.splitlines()
        self.assertEqual([lines[1]] + lines[3:], [WAITING, WAITING, "  Installed 80 %"])

    def test_failing(self):
        """A few lines, whatever apt says."""
        for apt, words in (
                ("echo noise; echo 'E: Something' >&2; exit 100", ["E: Something"]),
                ("echo noise; exit 100", ["noise"]),
                ("for i in 1 2 3 4 5 6 7; do echo 'Err:1 http://archive x'; "
                 "echo \"  Temporary failure resolving 'archive'\"; done; exit 100",
                 ["The archive cannot be reached; is there a network? Err:1 http://archive x"]),
                ("echo 'E: Could not get lock /var/lib/apt/lists/lock.'; exit 100",
                 [WAITING,
                  "Something else is installing packages, and went on for 300 seconds; try again in a while."])):
            with self.subTest(apt):
                self.machine([], apt=apt)
                done, _ = self.prepare("build")
                self.assertEqual(done.returncode, 1)
                lines = done.stderr.splitlines()
                self.assertEqual(lines[1:-1], words)
                self.assertEqual(lines[-1], "the packages could not be installed; please install: "
                                 + " ".join(self.packages("build")))


unittest.main()
