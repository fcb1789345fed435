# SPDX-License-Identifier: GPL-3.0-or-later
"""tools/prepare on machines of all kinds: what is missing is installed, or named."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["SOURCE"])
NEEDED = ["sh", "sed", "dirname", "mktemp", "cat", "rm", "env"]


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

    def machine(self, installed, user=0, sudo=True, works=True):
        """Debian as far as the script can tell; what it does is written down."""
        listed = "".join(f"echo 'installed {name}'\n" for name in installed)
        self.program("dpkg-query", listed)
        self.program("id", f"echo {user}")
        self.program("apt-get", f'echo "apt-get $*" >>{self.said}\necho noise\n'
                     + ("" if works else "exit 100"))
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
        self.assertEqual((done.stdout, done.stderr), ("", f"Installing: {names}\n"))
        self.assertEqual(said, ["apt-get update",
                                f"apt-get install --yes --no-install-recommends {names}"])

    def test_not_root(self):
        self.machine([], user=1000)
        done, said = self.prepare("build")
        self.assertEqual(done.returncode, 0)
        self.assertEqual(said[::2], ["sudo", "sudo"])

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

    def test_failing(self):
        self.machine([], works=False)
        done, _ = self.prepare("build")
        self.assertEqual(done.returncode, 1)
        self.assertIn("noise", done.stderr)
        self.assertIn("could not be installed; please install: gcc", done.stderr)


unittest.main()
