# SPDX-License-Identifier: GPL-3.0-or-later
"""The pack of letter.py, whose first message ends with a blank that may be left."""

from support import letter

Text = letter.Text


def write(folder, language):
    """Writes the pack below FOLDER; its path."""
    return letter.write(folder, language, offers=True)
