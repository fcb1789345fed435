/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The attributes of a tag: each by the rule that its element has for it. */
#include <string.h>

#include "base/rules.h"
#include "base/text.h"
#include "reader/children.h"
#include "reader/convert.h"

/* So many letters of a word tell which one was meant. */
#define BEGINNING 3

/* ---- faults ---- */

/* 9 in SHAPE stands for any digit. */
static gboolean has_shape(const char *text, const char *shape)
{
  if (strlen(shape) != strlen(text))
    return FALSE;
  for (; *shape; shape++, text++)
    if (*shape == '9' ? !g_ascii_isdigit(*text) : *shape != *text)
      return FALSE;
  return TRUE;
}

/* Days and times that look right and are in no calendar have a rule of their own. */
static gboolean looks_like_date(const struct attribute_rule *rule, const char *text)
{
  static const char *const shapes[][3] = {
      [ATTRIBUTE_TIME] = {"99:99"},
      [ATTRIBUTE_DAY] = {"9999-99-99"},
      [ATTRIBUTE_DUE_DAY] = {"9999-99-99"},
      [ATTRIBUTE_ANY_DAY] = {"9999-99-99"},
      [ATTRIBUTE_YEAR_DAY] = {"--99-99"},
      [ATTRIBUTE_MONTH] = {"9999-99"},
      [ATTRIBUTE_PUBLISHED] = {"9999", "9999-99", "9999-99-99"}};
  if (rule->type >= G_N_ELEMENTS(shapes))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(*shapes) && shapes[rule->type][i]; i++)
    if (has_shape(text, shapes[rule->type][i]))
      return TRUE;
  return FALSE;
}

/*
 * What an id or a value that is not of the form would be in it: accents off, a hyphen for what
 * cannot stand in it. NULL if it is none, or nothing is left. Caller frees.
 */
static char *likely_id(const struct conversion *at)
{
  gboolean is_id = form_of(at->rule->type) == form_of(ATTRIBUTE_ID);
  if (!is_id && at->rule->type != ATTRIBUTE_VALUE)
    return NULL;
  g_autofree char *plain = g_strstrip(g_str_to_ascii(at->text, "C"));
  const char *begin = plain;
  while (is_id && *begin && !g_ascii_isalpha(*begin))
    begin++;
  g_autofree char *likely = is_id ? g_ascii_strdown(begin, -1) : g_strdup(begin);
  g_strcanon(likely, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-", '-');
  gboolean fits = is_id ? id_valid(likely) : value_valid(likely);
  return fits ? g_steal_pointer(&likely) : NULL;
}

/* The one of WORDS that begins as TEXT does, as words of other languages do; NULL if there is none,
 * or more than one. */
static const char *alike(const char *text, const char *const *words)
{
  const char *found = NULL;
  for (; *words; words++)
    if (g_ascii_strncasecmp(text, *words, BEGINNING) == 0) {
      if (found)
        return NULL;
      found = *words;
    }
  return found;
}

static void suggest_word(const struct conversion *at, const char *const *words)
{
  const char *nearest = text_nearest(at->text, words);
  findings_suggest(at->reader->findings, nearest ? nearest : alike(at->text, words));
}

static void report_value(const struct conversion *at)
{
  struct reader *reader = at->reader;
  const char *const *words = at->rule->words;
  if (looks_like_date(at->rule, at->text)) {
    reader_fault(reader, IMPOSSIBLE_DATE, conversion_place(at), at->text, NULL);
    return;
  }
  if (at->rule->type == ATTRIBUTE_WEEKDAYS) {
    reader_fault(reader, IMPOSSIBLE_WEEKDAY, conversion_place(at), at->text, NULL);
    return;
  }
  g_autofree char *expected = words ? g_strjoinv(", ", (char **)(words + (**words == '\0')))
                                    : g_strdup(tr(findings_translator(reader->findings),
                                                  conversion_type(at->rule->type)->expected));
  reader_fault(reader, BAD_ATTRIBUTE, conversion_place(at), at->rule->name, at->text, expected,
               NULL);
  findings_unmask(reader->findings, at->text);
  g_autofree char *likely = likely_id(at);
  if (!conversion_suggest(at, likely ? likely : at->text))
    findings_suggest(reader->findings, likely);
  if (at->rule->type == ATTRIBUTE_NAME && g_ascii_isdigit(*at->text))
    findings_explain(
        reader->findings,
        tr(findings_translator(reader->findings),
           N_("no day of the calendar, but the answer or action from whose day is counted")));
  if (likely && at->rule->type == ATTRIBUTE_VALUE && at->target) /* what names it is right then */
    *(const char **)at->target = arena_string(reader->arena, likely, -1);
  if (words)
    suggest_word(at, words + (**words == '\0'));
}

/* The local part of NAME: prefixes are what people forget, or add. */
static const char *without_prefix(const char *name)
{
  const char *colon = strchr(name, ':');
  return colon ? colon + 1 : name;
}

static const char *nearest_attribute(const char *name, const char *const *names)
{
  for (guint i = 0; names[i]; i++)
    if (strcmp(without_prefix(names[i]), without_prefix(name)) == 0)
      return names[i];
  return text_nearest(name, names);
}

/* So many attributes are told one by one. */
#define TOLD 8

/* Which attributes there are where one of another name stands: NAMES, or only the one that is
 * MISSING there, if it is not NULL. */
static void explain_attributes(struct reader *reader, const struct frame *frame,
                               const char *const *names, const char *missing)
{
  const struct translator *translator = findings_translator(reader->findings);
  g_autofree char *list = missing ? variant_alternatives(frame->element, frame->variant, missing)
                                  : tr_join(translator, names);
  const char *pattern = missing  ? N_("what it lacks is {1}")
                        : *names ? N_("what it can have is {1}")
                                 : N_("it has none");
  g_autofree char *words = tr_fill(tr(translator, pattern), list, NULL);
  if (missing || g_strv_length((char **)names) <= TOLD)
    findings_explain(reader->findings, words);
}

/* The name that was meant, or NULL. WHICH: how many of its tag came before. The places of so many
 * that not all findings are kept are not looked for: each would be looked for from the beginning of
 * the tag. MISSING is what the tag should have and has not, or NULL. */
static const char *report_unknown(struct reader *reader, struct frame *frame,
                                  const struct xml_tag *tag, guint index, guint which,
                                  const char *missing)
{
  struct place place =
      which < FINDINGS_PER_FILE ? xml_attribute_place(tag, index) : xml_tag_place(tag);
  const char *name = xml_attribute_name(tag, index);
  const char *names[MAX_ATTRIBUTES + 1];
  guint count = 0;
  for (; frame->element->attributes[count].name; count++)
    names[count] = frame->element->attributes[count].name;
  names[count] = NULL;
  reader_fault(reader, UNKNOWN_ATTRIBUTE, place, name, frame->element->name, NULL);
  if (!findings_kept(reader->findings))
    return NULL;
  if (child_excuse(frame, name)) {
    g_autofree char *words = tr_fill(tr(findings_translator(reader->findings),
                                        N_("it is an element inside '{2}': <{1}>…</{1}>")),
                                     name, frame->element->name, NULL);
    findings_explain(reader->findings, words);
    return NULL;
  }
  const char *meant = nearest_attribute(name, names);
  findings_suggest(reader->findings, meant);
  if (meant)
    return meant;
  explain_attributes(reader, frame, names, missing);
  return missing;
}

/* ---- reading ---- */

static void *target_of(const struct frame *frame, const struct attribute_rule *rule)
{
  return rule->offset == NO_LIST ? NULL : (char *)frame->object + rule->offset;
}

static void set_absent(const struct frame *frame)
{
  for (const struct attribute_rule *rule = frame->element->attributes; rule->name; rule++) {
    int *target = rule->absent ? target_of(frame, rule) : NULL;
    if (target)
      *target = rule->absent;
  }
}

static void read_one(struct reader *reader, struct frame *frame, const struct xml_tag *tag,
                     guint index, const struct attribute_rule *rule)
{
  gsize length;
  const char *value = xml_attribute_value(tag, index, &length);
  if (length > READER_ATTRIBUTE) {
    reader_fault(reader, ATTRIBUTE_TOO_LONG, xml_attribute_place(tag, index), rule->name, NULL);
    return;
  }
  const struct conversion_type *type = conversion_type(rule->type);
  void *target = target_of(frame, rule);
  const char *text = reader_string(reader, value, length);
  struct conversion at = {reader, frame, tag, index, rule, text, target};
  gboolean names = rule->named && reference_id(text);
  if (!names && !type->convert(&at))
    report_value(&at);
}

const struct attribute_rule *attribute_named(const struct element *element, const char *name)
{
  for (const struct attribute_rule *rule = element->attributes; rule->name; rule++)
    if (strcmp(rule->name, name) == 0)
      return rule;
  return NULL;
}

/* The attribute NAME of FRAME's element in a set of them. */
static guint bit_of(const struct frame *frame, const char *name)
{
  return 1u << (attribute_named(frame->element, name) - frame->element->attributes);
}

static void report_misused(struct reader *reader, const struct frame *frame,
                           const struct xml_tag *tag, guint index)
{
  g_autofree char *words = variant_words(frame->element, frame->variant);
  reader_fault(reader, MISUSED_ATTRIBUTE, xml_attribute_place(tag, index),
               xml_attribute_name(tag, index), words, NULL);
}

static void report_missing(struct reader *reader, const struct frame *frame, const char *name)
{
  g_autofree char *names = variant_alternatives(frame->element, frame->variant, name);
  reader_fault(reader, MISSING_ATTRIBUTE, frame->place, frame->element->name, names, NULL);
}

/* What is required, by the table of the element or by its variant, and not among those SEEN: a bit
 * each. */
static guint missing_attributes(const struct frame *frame, guint seen)
{
  const struct attribute_rule *rule = frame->element->attributes;
  guint required = 0;
  for (guint bit = 1; rule->name; rule++, bit <<= 1)
    required |= rule->required ? bit : 0;
  for (rule = frame->variant ? frame->variant->attributes : NULL; rule && rule->name; rule++)
    if (rule->required)
      required |= bit_of(frame, rule->name);
  return required & ~seen;
}

static gboolean lacks_id(const struct frame *frame, guint missing)
{
  return missing && attribute_named(frame->element, "id") && missing & bit_of(frame, "id");
}

static void report_all_missing(struct reader *reader, const struct frame *frame, guint missing)
{
  for (; missing; missing &= missing - 1)
    report_missing(reader, frame, frame->element->attributes[__builtin_ctz(missing)].name);
}

/* The attributes of TAG that its element does not have. What stands there under another name is not
 * missing: it is added to SEEN, which is returned. */
static guint report_all_unknown(struct reader *reader, struct frame *frame,
                                const struct xml_tag *tag, guint seen)
{
  guint unknown = 0;
  for (guint i = 0; i < xml_tag_attributes(tag); i++) {
    if (attribute_named(frame->element, xml_attribute_name(tag, i)))
      continue;
    guint missing = missing_attributes(frame, seen);
    const char *lacks = missing ? frame->element->attributes[__builtin_ctz(missing)].name : NULL;
    const char *meant = report_unknown(reader, frame, tag, i, unknown++, lacks);
    seen |= meant ? bit_of(frame, meant) : 0;
  }
  return seen;
}

void attributes_read(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  guint seen = 0;
  gboolean unknown = FALSE;
  set_absent(frame);
  for (guint i = 0; i < xml_tag_attributes(tag); i++) {
    const struct attribute_rule *own = attribute_named(frame->element, xml_attribute_name(tag, i));
    if (!own) {
      unknown = TRUE;
      continue;
    }
    seen |= 1u << (own - frame->element->attributes);
    const struct attribute_rule *rule = variant_rule(frame->variant, own);
    if (rule)
      read_one(reader, frame, tag, i, rule);
    else
      report_misused(reader, frame, tag, i);
  }
  if (lacks_id(frame, missing_attributes(frame, seen)))
    binder_add_nameless(reader);
  if (unknown)
    seen = report_all_unknown(reader, frame, tag, seen);
  report_all_missing(reader, frame, missing_attributes(frame, seen));
}

/* The index of the attribute NAME of TAG; their number if it has none. */
static guint attribute_index(const struct xml_tag *tag, const char *name)
{
  guint count = xml_tag_attributes(tag), index = 0;
  for (; index < count; index++) {
    const char *own = xml_attribute_name(tag, index);
    if (*own == *name && strcmp(own, name) == 0)
      break;
  }
  return index;
}

struct place attribute_place(const struct xml_tag *tag, const char *name)
{
  guint index = attribute_index(tag, name);
  return index < xml_tag_attributes(tag) ? xml_attribute_place(tag, index) : xml_tag_place(tag);
}

const char *attribute_text(struct reader *reader, const struct xml_tag *tag, const char *name,
                           struct place *place)
{
  guint index = attribute_index(tag, name);
  if (index == xml_tag_attributes(tag))
    return NULL;
  gsize length;
  const char *value = xml_attribute_value(tag, index, &length);
  *place = xml_attribute_place(tag, index);
  return length > READER_ATTRIBUTE ? NULL : reader_string(reader, value, length);
}
