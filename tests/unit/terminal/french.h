/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The French words that typed text is read by, for tests that do without catalogues of messages. */
#pragma once

#include "base/translator.h"

static const char *const french_words[][2] = {
    {"January", "janvier"},
    {"February", "février"},
    {"March", "mars"},
    {"April", "avril"},
    {"May", "mai"},
    {"June", "juin"},
    {"July", "juillet"},
    {"August", "août"},
    {"September", "septembre"},
    {"October", "octobre"},
    {"November", "novembre"},
    {"December", "décembre"},
    {"Monday", "lundi"},
    {"Tuesday", "mardi"},
    {"Wednesday", "mercredi"},
    {"Thursday", "jeudi"},
    {"Friday", "vendredi"},
    {"Saturday", "samedi"},
    {"Sunday", "dimanche"},
    {"{1} 1 {3} {4}", "{1} 1er {3} {4}"},
    {"yes", "oui"},
    {"no", "non"},
    {"Yes", "Oui"},
    {"No", "Non"},
    {"yes|y|yeah|yep", "oui|o|ouais"},
    {"no|n|nope", "non|n"},
    {" and ", " et "},
    {"{1} and {2}", "{1} et {2}"},
    {"today|this morning|this afternoon|this evening|tonight|now",
     "aujourd'hui|ce matin|cet après-midi|ce soir|maintenant"},
    {"yesterday|yesterday morning|yesterday afternoon|yesterday evening|last night",
     "hier|hier matin|hier après-midi|hier soir"},
    {"the day before yesterday|day before yesterday", "avant-hier|avant hier"},
    {"tomorrow|tomorrow morning|tomorrow afternoon|tomorrow evening", "demain|demain matin"},
    {"the day after tomorrow|day after tomorrow", "après-demain|après demain"},
    {"{1} days ago|{1} day ago", "il y a {1} jours|il y a {1} jour"},
    {"in {1} days|in {1} day|{1} days from now", "dans {1} jours|dans {1} jour"},
    {"{1} weeks ago|{1} week ago", "il y a {1} semaines|il y a {1} semaine"},
    {"in {1} weeks|in {1} week|{1} weeks from now", "dans {1} semaines|dans {1} semaine"},
    {"a|an", "un|une"},
    {"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen",
     "un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze"},
    {"{1}|this {1}|on {1}", "{1}|ce {1}"},
    {"last {1}", "{1} dernier|{1} passé"},
    {"next {1}", "{1} prochain"},
    {"st|nd|rd|th", "er|e"},
    {"the|on|of", "le|du|de"},
    {"noon|midday", "midi"},
    {"midnight", "minuit"},
    {"sharp", "pile"},
    {"am|a.m.|in the morning", "am|du matin"},
    {"pm|p.m.|in the afternoon|in the evening", "pm|de l'après-midi|du soir"},
    {"o'clock|hours|hour|h", "heures|heure|h"},
    {":back", ":retour"},
    {":skip", ":passer"},
    {":quit", ":quitter"},
};

static const char *french_message(const struct translator *translator, const char *msgid)
{
  (void)translator;
  for (gsize i = 0; i < G_N_ELEMENTS(french_words); i++)
    if (g_str_equal(french_words[i][0], msgid))
      return french_words[i][1];
  return msgid;
}

static const char *french_plural(const struct translator *translator, const char *singular,
                                 const char *plural, unsigned long n)
{
  return french_message(translator, n < 2 ? singular : plural);
}

static const struct translator french = {french_message, french_plural};
