# SPDX-License-Identifier: GPL-3.0-or-later
"""The language of help and first question follows the environment, whatever locales are installed."""
from support.person import OUTAGE, Test, main

LOCALES = {"fr_FR.UTF-8": "fr", "fr_FR": "fr", "en_GB.UTF-8": "en", "en_US.UTF-8": "en", "C.UTF-8": "en",
           "POSIX": "en", "C": "en", "xx_XX.UTF-8": "en"}
HELP = {"fr": "\nCommandes\u00a0:\n", "en": "\nCommands:\n"}
QUESTION = {"fr": "comment ça va", "en": "how are you, right now"}


class Locales(Test):
    def said(self, language, **environment):
        self.person.environment.update(environment)
        self.person.pack = None
        with self.subTest(**environment):
            self.assert_ends(self.person.run("--help"), 0, out=HELP[language])
            self.assert_ends(self.person.run("new", "--no-journal"), 1, out=QUESTION[language], err=".")

    def test_locale(self):
        del self.person.environment["LC_ALL"]
        for variable in ("LANG", "LC_MESSAGES", "LC_ALL"):
            for locale, language in LOCALES.items():
                self.said(language, **{variable: locale})

    def test_languages(self):
        """LANGUAGE goes before a locale, but not before C."""
        for locale in LOCALES:
            self.said("en" if locale in ("C", "POSIX") else "fr", LC_ALL=locale, LANGUAGE="de:fr:en")

    def test_dates(self):
        """Where the month goes first, it does so throughout."""
        del self.person.environment["LC_ALL"]
        for locale, day in {"en_US.UTF-8": "Tuesday, November\xa024, 2026", "en_GB.UTF-8": "Tuesday 24\xa0November\xa02026"}.items():
            self.person.environment["LANG"] = locale
            with self.subTest(locale=locale):
                self.assert_ends(self.person.run("plan", "--answers", OUTAGE / "examples/quiet-night.xml", "--page", "--today=2026-11-24"), 0, out=day)


main()
