# SPDX-License-Identifier: GPL-3.0-or-later
"""A small pack with a question of every kind, in French or in English."""

import os

TEXTS = {
    "title": ("Après une sortie", "After an outing"),
    "frame": ("Le cadre", "The frame"),
    "mood": ("Comment ça va ?", "How are you?"),
    "good": ("Bien", "Well"),
    "bad": ("Mal", "Not well"),
    "bad-remark": ("Cela passera. Avançons doucement.", "It will pass. We go on gently."),
    "firm": ("Avec quel groupe ?", "With which group?"),
    "firm-label": ("Groupe", "Group"),
    "day": ("Quel jour était-ce ?", "Which day was it?"),
    "day-label": ("Jour", "Day"),
    "course": ("Le déroulé", "The course of it"),
    "late": ("Étiez-vous à l’heure ?", "Were you on time?"),
    "late-label": ("Ponctualité", "Punctuality"),
    "late-help": ("Un retard se rattrape.", "Being late can be mended."),
    "on-time": ("Oui, à l’heure", "Yes, on time"),
    "early": ("Oui, en avance", "Yes, early"),
    "was-late": ("Non, en retard", "No, late"),
    "minutes": ("De combien de temps ?", "By how much?"),
    "minutes-label": ("Retard", "Delay"),
    "unit": ("minutes", "minutes"),
    "warned": ("Aviez-vous prévenu ?", "Had you told them?"),
    "warned-label": ("Prévenu", "Told"),
    "topics": ("De quoi avez-vous parlé ?", "What did you talk about?"),
    "topics-label": ("Sujets", "Topics"),
    "topic-a": ("Du temps, qu’il fait", "The weather, mostly"),
    "topic-b": ("De la mer", "The sea"),
    "topic-c": ("De l’équipe", "The team"),
    "topic-d": ("Des été passés", "Summers past"),
    "topic-e": ("De rien de tout cela", "None of these"),
    "ease": ("Étiez-vous à l’aise ?", "Were you at ease?"),
    "low": ("pas du tout", "not at all"),
    "high": ("tout à fait", "entirely"),
    "hour": ("À quelle heure ?", "At what time?"),
    "pay": ("Combien cela a-t-il coûté ?", "What did it cost?"),
    "story": ("Racontez.", "Tell the story."),
    "story-label": ("Récit", "Story"),
    "last": ("Un mot pour finir ?", "A last word?"),
    "last-label": ("Mot", "Word"),
    "apologise": ("S’excuser en une phrase", "Apologise in a sentence"),
    "thank": ("Remercier", "Say thank you"),
    "why-thank": ("Un mot court suffit.", "A short word is enough."),
    "subject": ("Notre sortie", "Our outing"),
    "body": ("Merci pour la promenade.", "Thank you for the walk."),
    "source": ("Un livre", "A book"),
    "support": ("Parler à quelqu’un", "Somebody to talk to"),
    "line": ("Le 3114, jour et nuit.", "The 3114, day and night."),
}


class Text:
    """The pack's texts in one language."""

    def __init__(self, language):
        self.column = 0 if language == "fr" else 1

    def __call__(self, name):
        return TEXTS[name][self.column]


PACK = """<?xml version="1.0" encoding="UTF-8"?>
<pack xmlns="urn:rebond:content:1" id="outing" xml:lang="{language}">
  <title>{title}</title>
  <about>{title}.</about>
  <subject><answer of="firm" else="{title}"/></subject>
  <topic id="manners"><title>{course}</title></topic>
  <source id="book"><title>{source}</title></source>
  <support><title>{support}</title><p>{line}</p></support>
</pack>
"""

FRAME = """<?xml version="1.0" encoding="UTF-8"?>
<theme xmlns="urn:rebond:content:1" id="frame">
  <title>{frame}</title>
  <question id="mood" kind="text" private="yes"><prompt>{mood}</prompt></question>
  <question id="firm" kind="text" remember="ask"><prompt>{firm}</prompt><label>{firm-label}</label></question>
  <question id="day" kind="date" optional="no" max="today" default="today"><prompt>{day}</prompt><label>{day-label}</label></question>
</theme>
"""

COURSE = """<?xml version="1.0" encoding="UTF-8"?>
<theme xmlns="urn:rebond:content:1" id="course">
  <title>{course}</title>
  <question id="late" kind="choice">
    <prompt>{late}</prompt><label>{late-label}</label><help>{late-help}</help>
    <option value="on-time"><label>{on-time}</label></option>
    <option value="early"><label>{early}</label></option>
    <option value="late"><label>{was-late}</label>
      <remark>{bad-remark}</remark>
      <question id="minutes" kind="number" unit="{unit}" min="1" max="180"><prompt>{minutes}</prompt><label>{minutes-label}</label></question>
      <question id="warned" kind="choice"><prompt>{warned}</prompt><label>{warned-label}</label><option value="yes"/><option value="no"/></question>
    </option>
  </question>
  <question id="topics" kind="choices"><prompt>{topics}</prompt><label>{topics-label}</label>
    <option value="a"><label>{topic-a}</label></option>
    <option value="b"><label>{topic-b}</label></option>
    <option value="c"><label>{topic-c}</label></option>
    <option value="d"><label>{topic-d}</label></option>
    <option value="e" exclusive="yes"><label>{topic-e}</label></option>
  </question>
  <question id="ease" kind="scale" min="1" max="5"><prompt>{ease}</prompt><low>{low}</low><high>{high}</high></question>
  <question id="hour" kind="time"><prompt>{hour}</prompt></question>
  <question id="pay" kind="number" decimals="yes"><prompt>{pay}</prompt></question>
  <question id="story" kind="note"><prompt>{story}</prompt><label>{story-label}</label></question>
  <question id="last" kind="text"><prompt>{last}</prompt><label>{last-label}</label></question>
  <action id="apologise" channel="email" slot="thanks" when="$late = 'late'" source="book#3" evidence="practice" reviewed="2026-11">
    <title>{apologise}</title><due after="day" days="1"/><why>{why-thank}</why>
  </action>
  <action id="thank" channel="email" slot="thanks" source="book" evidence="practice" reviewed="2026-11">
    <title>{thank}</title><due after="day" days="1"/><why>{why-thank}</why>
    <draft id="thank-mail"><subject>{subject}</subject><p>{body}</p><p><blank>…</blank></p></draft>
  </action>
</theme>
"""


def write(folder, language):
    """Writes the pack below FOLDER; its path."""
    text = Text(language)
    values = {name: text(name) for name in TEXTS}
    values["language"] = language
    path = os.path.join(folder, "pack")
    os.makedirs(path, exist_ok=True)
    for name, content in (("pack.xml", PACK), ("10-frame.xml", FRAME), ("20-course.xml", COURSE)):
        with open(os.path.join(path, name), "w", encoding="utf-8") as file:
            file.write(content.format(**values))
    return path
