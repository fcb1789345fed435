# SPDX-License-Identifier: GPL-3.0-or-later
"""tools/build with a cmake that only writes down how it was called: what is built anew, and when."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["SOURCE"])
CMAKE = """#!/bin/sh
echo "$*" >>said
touch build/release/CMakeCache.txt
printf '#!/bin/sh\\n' >build/release/rebond
chmod +x build/release/rebond
"""
PARALLEL = f"--preset release --parallel {len(os.sched_getaffinity(0))}"
CONFIGURED = ["--preset release", "--build " + PARALLEL]
ANEW = ["--fresh --preset release", "--build --clean-first " + PARALLEL]


class Building(unittest.TestCase):
    def setUp(self):
        home = pathlib.Path(tempfile.mkdtemp(prefix="rebond-"))
        self.addCleanup(shutil.rmtree, home)
        self.clone = home / "a clone"
        for folder in ("src", "cmake", "manual", "po", "tools", "programs"):
            (self.clone / folder).mkdir(parents=True)
        for name in ("CMakeLists.txt", "CMakePresets.json", "tools/packages", "src/main.c", "tools/prepare"):
            (self.clone / name).touch()
        shutil.copy(SOURCE / "tools/build", self.clone / "tools/build")
        cmake = self.clone / "programs/cmake"
        cmake.write_text(CMAKE)
        cmake.chmod(0o755)

    def build(self):
        """How cmake was called by a run."""
        said = self.clone / "said"
        said.write_text("")
        path = f"{self.clone}/programs:{os.environ['PATH']}"
        subprocess.run(["sh", self.clone / "tools/build", "release"], check=True, env={"PATH": path},
                       stderr=subprocess.DEVNULL)
        return said.read_text().splitlines()

    def test_once(self):
        self.assertEqual(self.build(), CONFIGURED)
        self.assertEqual(self.build(), [])

    def test_a_source_has_changed(self):
        self.build()
        stamp = (self.clone / "build/release/up-to-date").stat().st_mtime
        os.utime(self.clone / "src/main.c", (stamp + 1, stamp + 1))
        self.assertEqual(self.build(), CONFIGURED)

    def test_the_clone_was_renamed(self):
        self.build()
        self.clone = self.clone.rename(self.clone.with_name("another"))
        self.assertEqual(self.build(), ANEW)
        self.assertEqual(self.build(), [])

    def test_the_program_no_longer_starts(self):
        self.build()
        (self.clone / "build/release/rebond").write_text("#!/bin/sh\nexit 127\n")
        self.assertEqual(self.build(), ANEW)
        self.assertEqual(self.build(), [])


unittest.main()
