# SPDX-License-Identifier: GPL-3.0-or-later
"""A small pack about a lost parcel, in French or in English: a sentence with a gap, a message with
blanks now and one on a later day, and what came of it."""

import os

TEXTS = {
    "title": ("Un colis perdu", "A lost parcel"),
    "day": ("Quel jour devait-il arriver ?", "On which day was it due?"),
    "parcel": ("J’attends {gap}.", "I am waiting for {gap}."),
    "parcel-label": ("Colis", "Parcel"),
    "where": ("Qu’est-ce qui gêne le plus ?", "What troubles you most?"),
    "gift": ("C’était un cadeau", "It was a present"),
    "cost": ("Le prix", "What it cost"),
    "write": ("Écrire au transporteur", "Write to the carrier"),
    "subject": ("Colis {number}", "Parcel {number}"),
    "number": ("le numéro du colis", "the number of the parcel"),
    "hello": ("Bonjour {who}, j’attends {parcel}.", "Dear {who}, I am waiting for {parcel}."),
    "who": ("le nom du service", "the name of the office"),
    "who-example": ("Service clients", "Customer care"),
    "seen": ("Dernier passage : {place}.", "It was last seen in {place}."),
    "place": ("le dernier lieu connu", "the last known place"),
    "answer": ("Qu’ont-ils répondu ?", "What did they answer?"),
    "again": ("Écrire une seconde fois", "Write a second time"),
    "again-body": ("Ma demande du {date} reste sans réponse. {plea}", "I wrote on {date}. {plea}"),
    "date": ("la date de votre message", "the date of your message"),
    "plea": ("Merci.", "Thank you."),
    "more": ("une phrase à vous, si quelque chose manque", "a sentence of your own, if something is missing"),
    "more-example": ("Je suis chez moi le matin.", "I am in until noon."),
    "support": ("Quelqu’un à qui parler", "Somebody to talk to"),
    "line": ("Le 3114, jour et nuit.", "The 3114, day and night."),
    "hears": ("plus la force|a bout", "too much|give up"),
    "present": ("cadeau|anniversaire*", "gift|birthday*"),
}


class Text:
    """The pack's texts in one language, with gaps as they are shown."""

    def __init__(self, language):
        self.column = 0 if language == "fr" else 1

    def __call__(self, name, **parts):
        parts.setdefault("gap", "____")
        return TEXTS[name][self.column].format(**parts)


PACK = """<?xml version="1.0" encoding="UTF-8"?>
<pack xmlns="urn:rebond:content:1" id="parcel" xml:lang="{language}">
  <title>{title}</title>
  <about>{title}.</about>
  <subject>{title}</subject>
  <topic id="manners"><title>{title}</title></topic>
  <source id="book"><title>{title}</title></source>
  <support hears="{hears}"><title>{support}</title><p>{line}</p></support>
</pack>
"""

THEME = """<?xml version="1.0" encoding="UTF-8"?>
<theme xmlns="urn:rebond:content:1" id="what">
  <title>{title}</title>
  <question id="day" kind="date" optional="no" max="today"><prompt>{day}</prompt></question>
  <question id="parcel" kind="text" stem="yes"><prompt>{parcel}</prompt><label>{parcel-label}</label></question>
  <question id="where" kind="choice"><prompt>{where}</prompt>
    <option value="gift" hears="{present}"><label>{gift}</label></option>
    <option value="cost"><label>{cost}</label></option>
  </question>
  <action id="write" channel="email" source="book" evidence="practice" reviewed="2026-11">
    <title>{write}</title><due after="answered" days="1"/>
    <draft id="first"><subject>{subject}</subject><p>{hello}</p><p>{seen}</p>{optional}</draft>
    <question id="answer" kind="text"><prompt>{answer}</prompt></question>
  </action>
  <action id="again" channel="email" source="book" evidence="practice" reviewed="2026-11">
    <title>{again}</title><due after="write" days="7"/>
    <draft id="second"><subject>{subject}</subject><p>{again-body}</p></draft>
  </action>
</theme>
"""


def write(folder, language, offers=False):
    """Writes the pack below FOLDER; its path. With OFFERS the first message has a blank that may be left."""
    text = Text(language)
    optional = '<p><blank id="more" optional="yes" example="%s">%s</blank></p>'
    blank = {name: '<blank id="%s">%s</blank>' % (name, text(name)) for name in ("number", "place", "date")}
    blank["who"] = '<blank id="who" example="%s">%s</blank>' % (text("who-example"), text("who"))
    parts = {**blank, "parcel": '<answer of="parcel" else="…"/>', "gap": "<blank/>",
             "plea": text("plea")}
    optional = optional % (text("more-example"), text("more")) if offers else ""
    values = {name: text(name, **parts) for name in TEXTS}
    values.update({name: text(name) for name in ("who", "number", "place", "date")})
    path = os.path.join(folder, "pack")
    os.makedirs(path, exist_ok=True)
    for name, content in (("pack.xml", PACK), ("10-what.xml", THEME)):
        with open(os.path.join(path, name), "w", encoding="utf-8") as file:
            file.write(content.format(language=language, optional=optional, **values))
    return path
