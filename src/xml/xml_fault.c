/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a file that is no XML. */
#include <libxml/xmlerror.h>
#include <string.h>

#include "base/rules.h"
#include "xml/xml_fault.h"

#define OPENED N_("it was opened here")
#define DISGUISED N_("the character {1} stands here; type an ordinary blank in its place")
#define COMMENT N_("a comment is written <!-- … -->; the sign < by itself is written &lt;")
#define VALUE_BEGINS N_("the value begins here")
#define SECTION N_("the section that begins here is not closed; write ]]> where it ends")
#define ELEMENT N_("'{1}' is not closed; write </{1}> where it ends")
#define NOTHING N_("it has no element; begin the file as the others do, or delete it")
#define BY_NUMBER N_("a character is written by its number as in &#233; or &#xE9;")

/* Of the rows for one error the first counts that fits. Some faults are other errors to
 * newer versions of libxml2. */
static const struct {
  int code;
  fault_look *fits;
  const char *reason, *note;
} faults[] = {
    {XML_ERR_TAG_NAME_MISMATCH, fault_at_end_around,
     N_("'{2}' is not closed; write </{2}> before </{1}>"), OPENED},
    {XML_ERR_TAG_NAME_MISMATCH, fault_at_other_end,
     N_("</{1}> closes nothing; what is open here is '{2}', which ends with </{2}>"), OPENED},
    {XML_ERR_DOCUMENT_END, fault_no_root, NOTHING, NULL},
    {XML_ERR_DOCUMENT_END, fault_in_section, SECTION, NULL},
    {XML_ERR_CDATA_NOT_FINISHED, fault_at_section, SECTION, NULL},
    {XML_ERR_DOCUMENT_END, fault_at_sign, COMMENT, NULL},
    {XML_ERR_DOCUMENT_END, fault_in_element, ELEMENT, OPENED},
    {XML_ERR_TAG_NOT_FINISHED, fault_in_element, ELEMENT, OPENED},
    {XML_ERR_DOCUMENT_END, fault_here,
     N_("the first element of the file has ended before this; what follows it has a file of its "
        "own"),
     NULL},
    {XML_ERR_DOCUMENT_EMPTY, fault_before_nothing, NOTHING, NULL},
    {XML_ERR_DOCUMENT_EMPTY, fault_no_text,
     N_("this is no text but the file of a word processor or another program; a file of the pack "
        "is "
        "written in a text editor"),
     NULL},
    {XML_ERR_DOCUMENT_EMPTY, fault_here,
     N_("text cannot stand before the first element; begin as the other files do, with <?xml …?>"),
     NULL},
    {XML_ERR_RESERVED_XML_NAME, fault_at_tag,
     N_("<?xml …?> can only stand at the very start of the file, before any blank or line"), NULL},
    {XML_ERR_NAME_REQUIRED, fault_at_ampersands,
     N_("in a condition && is written and; in a text the sign & by itself is written &amp;"), NULL},
    {XML_ERR_NAME_REQUIRED, fault_behind_ampersand, N_("the sign & by itself is written &amp;"),
     NULL},
    {XML_ERR_NAME_REQUIRED, fault_in_sign, COMMENT, NULL},
    {XML_ERR_NAME_REQUIRED, fault_at_spaced_tag,
     N_("no blank can stand between < and the name of the element: <{1}"), NULL},
    {XML_ERR_NAME_REQUIRED, fault_behind_bracket, N_("the sign < by itself is written &lt;"), NULL},
    {XML_ERR_NAME_REQUIRED, fault_at_disguised, DISGUISED, NULL},
    {XML_ERR_NAME_REQUIRED, fault_in_tag,
     N_("what stands here in the tag of '{1}' is no attribute; attributes are written "
        "name=\"value\", and > ends the tag"),
     NULL},
    {XML_ERR_INTERNAL_ERROR, fault_at_sign, COMMENT, NULL},
    {XML_ERR_ENTITYREF_SEMICOL_MISSING, fault_at_reference,
     N_("'&{1}' lacks its semicolon; the sign & by itself is written &amp;"), NULL},
    {XML_ERR_UNDECLARED_ENTITY, fault_at_reference,
     N_("'&{1};' is not known here; type the character itself, or its number as in &#160;"), NULL},
    {XML_ERR_INVALID_HEX_CHARREF, fault_at_reference, BY_NUMBER, NULL},
    {XML_ERR_INVALID_DEC_CHARREF, fault_at_reference, BY_NUMBER, NULL},
    {XML_ERR_INVALID_CHAR, fault_behind_reference,
     N_("XML does not allow the character '&{1};'; leave it out"), NULL},
    {XML_ERR_INVALID_CHAR, fault_at_character,
     N_("XML does not allow the character {1}; leave it out"), NULL},
    {XML_ERR_LT_IN_ATTRIBUTE, fault_at_overrun,
     N_("the value of '{1}' begins here and lacks its closing quote"), NULL},
    {XML_ERR_LT_IN_ATTRIBUTE, fault_in_value,
     N_("< cannot stand in the value of an attribute; write &lt;, or close the value with its "
        "quote before"),
     VALUE_BEGINS},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED, fault_at_value,
     N_("the value that begins here lacks its closing quote"), NULL},
    {XML_ERR_ATTRIBUTE_NOT_STARTED, fault_here,
     N_("the value of an attribute stands in straight quotes: name=\"value\""), NULL},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, fault_at_name,
     N_("attribute '{1}' lacks its value: {1}=\"…\""), NULL},
    {XML_ERR_ATTRIBUTE_REDEFINED, fault_at_second,
     N_("attribute '{1}' stands a second time in this tag; keep one of the two"), NULL},
    {XML_ERR_SPACE_REQUIRED, fault_at_disguised, DISGUISED, NULL},
    {XML_ERR_SPACE_REQUIRED, fault_at_swallowing,
     N_("the value of '{1}' begins here and lacks its closing quote: it goes on to the next "
        "attribute"),
     NULL},
    {XML_ERR_SPACE_REQUIRED, fault_behind_quote,
     N_("the value of '{1}' ended at the quote before this; inside a value write ' instead of \", "
        "and "
        "before the next attribute a blank"),
     NULL},
    {XML_ERR_SPACE_REQUIRED, fault_in_tag,
     N_("a blank is missing before this; a quote inside a value is written &quot;"), NULL},
    {XML_NS_ERR_QNAME, fault_at_name,
     N_("'{1}' is no name; an attribute is written with = and its value in quotes: name=\"value\""),
     NULL},
    {XML_ERR_GT_REQUIRED, fault_at_tag, N_("the tag that begins here does not end with >"), NULL},
    {XML_ERR_COMMENT_NOT_FINISHED, fault_at_section,
     N_("the comment that begins here is not closed; write --> where it ends"), NULL},
    {XML_ERR_HYPHEN_IN_COMMENT, fault_in_comment,
     N_("-- cannot stand inside a comment, which ends with -->"), N_("the comment begins here")},
    {XML_ERR_MISPLACED_CDATA_END, fault_at_sections_end, N_("in a text ]]> is written ]]&gt;"),
     NULL},
};

/* Whether the tag that would have to be closed should not stand there: that has been said. */
static gboolean is_told(const struct fault *fault)
{
  static const enum rule_id causes[] = {RULE_UNKNOWN_ELEMENT, RULE_MISPLACED_ELEMENT,
                                        RULE_STRAY_TEXT};
  const struct findings *findings = fault->source->findings;
  for (guint i = 0; fault->related.file && i < G_N_ELEMENTS(causes); i++)
    if (findings_has(findings, &rules[causes[i]], fault->related))
      return TRUE;
  return FALSE;
}

/* Says what is wrong with FAULT, by a REASON in the person's language. */
static void report(struct fault *fault, const char *reason, const char *note)
{
  struct findings *findings = fault->source->findings;
  for (char **word = fault->words; *word; word++) {
    g_autofree char *whole = *word;
    *word = findings_quote(whole);
  }
  g_autofree char *words = tr_fill_array(reason, (const char *const *)fault->words);
  findings_add(findings, &rules[RULE_NOT_WELL_FORMED], fault_place(fault, fault->offset), NULL);
  findings_explain(findings, words);
  if (fault->related.file)
    findings_relate(findings, fault->related, note);
}

/* The parser's own words, without the lines of the file that may follow them. */
static void report_as_told(struct fault *fault)
{
  const char *message = fault->error->message ? fault->error->message : "";
  fault->words[0] = g_strndup(message, strcspn(message, "\n"));
  report(fault, "{1}", NULL);
}

static void forget(struct fault *fault)
{
  for (guint i = 0; i < G_N_ELEMENTS(fault->words); i++)
    g_free(fault->words[i]);
}

void fault_report(const struct source_file *source, const xmlError *error)
{
  gsize offset = CLAMP(source_consumed(source), source->window.at.offset, source->window.checked);
  const struct translator *translator = findings_translator(source->findings);
  for (guint i = 0; i < G_N_ELEMENTS(faults); i++) {
    struct fault fault = {.source = source, .error = error, .offset = offset};
    gboolean fits = faults[i].code == error->code && faults[i].fits(&fault);
    if (fits && !is_told(&fault))
      report(&fault, tr(translator, faults[i].reason), faults[i].note);
    forget(&fault);
    if (fits)
      return;
  }
  struct fault other = {.source = source, .error = error, .offset = offset};
  report_as_told(&other);
  forget(&other);
}
