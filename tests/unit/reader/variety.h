/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Small files that have between them every attribute of the format and every variant of every
 * element. They are sound by themselves; what they name need not be there, and what is named twice
 * is no matter. Attributes of one name have one value only if they have one form. No element has
 * many attributes that may be missing: libxml2 takes twice the time for each.
 */
#pragma once

#define NAMESPACE "xmlns=\"urn:rebond:content:1\""
#define THEME(children)                                                                            \
  "<theme " NAMESPACE " id=\"a\" when=\"$a\"><title when=\"$a\">T</title>" children "</theme>"
#define QUESTION(attributes, children)                                                             \
  "<question id=\"a\" " attributes "><prompt>?</prompt>" children "</question>"

static const char *const variety[] = {
    "<pack " NAMESPACE " id=\"a\" xml:lang=\"fr\" version=\"1\" region=\"a\"><title>T</title>"
    "<about>A</about><subject>S</subject><topic id=\"a\" needs=\"region reviewed\"><title>O</title>"
    "</topic><sheet id=\"a\"><title>S</title></sheet><define id=\"a\" test=\"$a\"/></pack>",
    "<pack " NAMESPACE " id=\"a\" xml:lang=\"fr\"><title>T</title><about>A</about>"
    "<limit questions=\"3\" actions=\"4\" first-day=\"5\" texts=\"6\" words=\"7\" openings=\"8\"/>"
    "<source id=\"a\" url=\"https://u.org/\" date=\"2026\"><title>U</title><publisher>P</publisher>"
    "</source><holiday region=\"FR CA-QC\" date=\"--05-01\" on=\"mon\"/>"
    "<holiday region=\"FR CA-QC\" easter=\"1\"/><subject>S</subject>"
    "<passage id=\"a\"><p when=\"$a\">p <blank "
    "id=\"a\">b</blank></p><first><p>p</p></first></passage>"
    "<support region=\"FR CA-QC\" reviewed=\"2026-11\" hears=\"x|y*\"><title>S</title><p>P</p>"
    "<first when=\"$a\"><p when=\"$a\">P</p><p>P</p></first></support></pack>",
    "<extend " NAMESPACE " question=\"a\" at=\"start\"><option value=\"x\"/>"
    "<option value=\"yes\" when=\"$a\"><label>Y</label></option><remark>r</remark></extend>",
    "<extend " NAMESPACE " question=\"a\" option=\"x\"><remark>r</remark></extend>",
    "<extend " NAMESPACE " theme=\"a\" at=\"end\"><remark>r</remark></extend>",
    THEME(QUESTION("kind=\"choices\" min=\"1\" max=\"2\" default=\"x\"",
                   "<label>L</label><help>h</help><constraint test=\"$a\">c</constraint>"
                   "<option value=\"x\" when=\"$a\" exclusive=\"yes\"><label>X</label></option>"
                   "<option value=\"no\" when=\"$a\"/><option value=\"yes\"/>")),
    THEME(QUESTION("kind=\"note\" optional=\"no\" topic=\"a\" sheet=\"a\" source=\"a a#2\"", "")),
    THEME(
        QUESTION("kind=\"note\" when=\"$a\" remember=\"ask\" revisit=\"yes\" private=\"yes\"", "")),
    THEME(QUESTION("kind=\"choices\" from=\"a\" default=\"x\" min=\"1\" max=\"2\"",
                   "<option value=\"x\"><remark>r</remark></option>")),
    THEME(QUESTION("kind=\"choice\" from=\"a\" default=\"x\"", "<option value=\"x\"/>")),
    THEME(QUESTION("kind=\"choice\" default=\"x\"", "<option value=\"yes\"/>")),
    THEME(QUESTION("kind=\"scale\" min=\"0\" max=\"5\" default=\"3\" unit=\"u\"",
                   "<low>l</low><high>h</high><constraint test=\"$a\">c</constraint>")),
    THEME(QUESTION("kind=\"number\" decimals=\"yes\" min=\"0.5\" max=\"2.5\" default=\"1.5\"", "")),
    THEME(QUESTION("kind=\"number\" decimals=\"no\" min=\"-3\" max=\"3\" default=\"0\" unit=\"u\"",
                   "<remark>r</remark>")),
    THEME(QUESTION("kind=\"date\" min=\"2026-01-01\" max=\"today\" default=\"today-1\" "
                   "edge=\"first\"",
                   "")),
    THEME(QUESTION("kind=\"number\" min=\"$a\" max=\"$a\" default=\"$a\"", "")),
    THEME(QUESTION("kind=\"time\" min=\"09:30\" max=\"17:00\" default=\"12:00\"", "")),
    THEME(QUESTION("kind=\"text\" pattern=\"[a-z]\" default=\"a\"", "")),
    THEME(QUESTION("kind=\"text\" stem=\"no\"", "")),
    THEME("<question id=\"a\" kind=\"text\" pattern=\"[a-z]\" default=\"a\" stem=\"yes\"><prompt>"
          "I <blank example=\"x\"/> <em>e <blank id=\"a\" "
          "optional=\"no\">b</blank></em></prompt><help>h</help>"
          "<first><help when=\"$a\">h</help><help>h</help></first></question>"),
    THEME(QUESTION("kind=\"choice\"",
                   "<option value=\"x\" hears=\"x|y*\"><label>X</label><help>h</help>"
                   "<first><help>h</help></first></option>")),
    THEME(QUESTION("kind=\"note\" default=\"a\"", "")),
    THEME("<repeat id=\"a\" max=\"4\" when=\"$a\" topic=\"a\"><prompt>?</prompt>" QUESTION(
        "kind=\"choice\"", "<option value=\"yes\"><remark>r</remark></option>"
                           "<strength id=\"a\">g</strength>") "</repeat>"),
    THEME("<action id=\"a\" channel=\"email\" source=\"a a#2\" evidence=\"study\" "
          "reviewed=\"2026-11\" region=\"FR CA-QC\"><title>B</title></action>"
          "<action id=\"a\" channel=\"email\" slot=\"a\" topic=\"a\" minutes=\"5\"><title>C</title>"
          "<due after=\"answered\" days=\"-1\" on=\"mon-fri\" at=\"09:30\" until=\"3\"/>"
          "<why>w</why><step>s</step><avoid>a</avoid></action>"),
    THEME("<action id=\"a\" channel=\"email\" lead=\"yes\"><title>C</title>"
          "<first><why when=\"$a\">w</why></first><why>w</why>"
          "<first when=\"$a\"><step when=\"$a\">s</step><step>s</step></first><step>s</step>"
          "<first><avoid>a</avoid><avoid>a</avoid></first>"
          "<draft id=\"a\"><p>p</p><first><p>p <blank>b</blank></p></first></draft>"
          "<remark>m</remark>" QUESTION("kind=\"note\"", "") "</action>"),
    THEME(
        "<opening id=\"a\" slot=\"a\" when=\"$a\" source=\"a a#2\" evidence=\"study\" "
        "reviewed=\"2026-11\" region=\"FR CA-QC\"><p>p</p></opening><opening last=\"yes\"><p>p</p>"
        "<first><p>p</p></first></opening>"),
    THEME("<reply id=\"a\" slot=\"a\" when=\"$a\" source=\"a a#2\" evidence=\"study\" "
          "reviewed=\"2026-11\" region=\"FR CA-QC\"><title>T</title><p>p</p></reply>"
          "<reply><title>T</title><p>p</p></reply>"),
    THEME("<action id=\"a\" channel=\"email\"><title>C</title><draft id=\"a\" channel=\"email\">"
          "<to>t</to><subject>s</subject><use passage=\"a\" when=\"$a\"/><p>p <blank>b</blank> "
          "<em>e <blank id=\"a\" "
          "optional=\"yes\" example=\"x\">f</blank></em></p>"
          "</draft></action>"),
    THEME("<lesson id=\"a\" topic=\"a\" stress=\"$a\"><fact>f</fact><if>i</if><then>t</then>"
          "<why>w</why><exercise>e</exercise></lesson><strength id=\"a\" topic=\"a\" "
          "slot=\"a\">g</strength>"
          "<lesson id=\"a\" topic=\"a\" slot=\"a\"><then>t</then></lesson>"
          "<remark id=\"a\">m</remark>"),
    THEME("<remark><strong>s</strong> <link href=\"https://u.org/\">l</link> <span when=\"$a\">s"
          "</span> <answer of=\"a\" else=\"e\" form=\"on\"/> <answer of=\"b\" "
          "form=\"stem\"/> <date of=\"a\" form=\"on\"/></remark>"),
    "<example " NAMESPACE " title=\"t\" today=\"2026-11-24\" given=\"2026-11-20\">"
    "<answer of=\"a\" given=\"2026-11-20\" parked=\"yes\">x</answer>"
    "<answer of=\"a\"><value>x</value><value>y</value></answer><skip of=\"a\"/>"
    "<item of=\"a\"><answer of=\"a\">x</answer><skip of=\"a\"/></item></example>",
    "<example " NAMESPACE
    " title=\"t\" today=\"2026-11-24\"><done of=\"a\" on=\"2026-11-23\" action=\"a\"/>"
    "<moved of=\"a\" to=\"2026-11-23\"/><fill of=\"a\">x</fill><draft of=\"a\">x\ny</draft>"
    "<expect question=\"a\"/><expect advice=\"a\" due=\"none\" state=\"open\"/>"
    "<reject advice=\"a\"/><reject question=\"a\"/></example>",
};
