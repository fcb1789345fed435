# SPDX-License-Identifier: GPL-3.0-or-later
"""Every #include in src/ against the table of floors in README.md."""
import os
import pathlib
import re
import unittest

SOURCE = pathlib.Path(os.environ["SOURCE"])

# Headers of the libraries that the table names, by how the table calls them.
HEADERS = {
    "GLib": r"glib(/|\.h)",
    "libunistring": r"uni(case|conv|ctype|gbrk|lbrk|name|norm|str|types|wbrk|width)\.h",
    "libxml2": r"libxml/",
    "libgettextpo": r"gettext-po\.h",
    "CaDiCaL": r"ccadical\.h",
    "cmark": r"cmark\.h",
    "libical": r"libical/",
    "SQLite": r"sqlite3\.h",
    "readline": r"readline/",
}


def table():
    """The rows of the table: folder, floor, libraries."""
    rows = {}
    for line in (SOURCE / "README.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 4 and cells[0].isdigit():
            rows[cells[1].strip("`")] = (int(cells[0]), re.findall(r"\w+", cells[3]))
    return rows


def includes():
    """All includes: file, line number, folder of the file, what is included."""
    for file in sorted((SOURCE / "src").rglob("*.[chd]*")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            found = re.match(r'\s*#\s*include\s*(["<])([^">]+)', line)
            if found:
                yield f"{file.relative_to(SOURCE)}:{number}", file.parent.name, *found.groups()


class House(unittest.TestCase):
    def test_table_is_whole(self):
        folders = {folder.name for folder in (SOURCE / "src").iterdir()}
        self.assertEqual(set(table()), folders)
        self.assertEqual({floor for floor, _ in table().values()}, set(range(9)))

    def test_no_include_goes_up_or_sideways(self):
        rows = table()
        seen = 0
        for place, folder, quote, name in includes():
            if quote == '"':
                other = name.split("/")[0]
                with self.subTest(place):
                    self.assertIn(other, rows, "is written from src/ on: \"folder/file.h\"")
                    self.assertTrue(other == folder or rows[other][0] < rows[folder][0],
                                    f"{folder} does not lie above {other}")
                seen += 1
        self.assertGreater(seen, 100)

    def test_libraries_stay_on_their_floors(self):
        rows = table()
        for place, folder, quote, name in includes():
            for library, pattern in HEADERS.items():
                if quote == "<" and re.match(pattern, name) and library != "GLib":
                    with self.subTest(place):
                        self.assertIn(library, rows[folder][1])

    def test_no_two_types_have_one_name(self):
        places = {}
        for file in sorted((SOURCE / "src").rglob("*.[ch]")):
            text = file.read_text(encoding="utf-8")
            for name in re.findall(r"^(?:struct|enum|union) (\w+) \{", text, re.M):
                places.setdefault(name, []).append(str(file.relative_to(SOURCE)))
        self.assertGreater(len(places), 100)
        self.assertEqual({name: at for name, at in places.items() if len(at) > 1}, {})

    def test_table_names_no_unknown_library(self):
        for folder, (_, libraries) in table().items():
            with self.subTest(folder):
                self.assertLessEqual(set(libraries), set(HEADERS))


unittest.main()
