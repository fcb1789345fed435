/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One function a type, and the table of them. */
#include "reader/convert.h"

#include "base/date.h"
#include "base/text.h"
#include "xml/pattern.h"
#include <string.h>

struct place conversion_place(const struct conversion *at)
{
  return xml_attribute_place(at->tag, at->index);
}

/* ---- what is a value by itself ---- */

static gboolean convert_id(struct conversion *at)
{
  if (at->target)
    *(const char **)at->target = at->text;
  return id_valid(at->text);
}

static gboolean convert_value(struct conversion *at)
{
  if (at->target)
    *(const char **)at->target = at->text;
  return value_valid(at->text);
}

static gboolean convert_string(struct conversion *at)
{
  if (at->target)
    *(const char **)at->target = at->text;
  return *at->text != '\0';
}

static gboolean convert_language(struct conversion *at)
{
  *(const char **)at->target = at->text;
  return language_valid(at->text);
}

static gboolean convert_flag(struct conversion *at)
{
  gboolean yes = g_str_equal(at->text, "yes");
  *(gboolean *)at->target = yes;
  return yes || g_str_equal(at->text, "no");
}

static gboolean convert_word(struct conversion *at)
{
  for (int i = 0; at->rule->words[i]; i++)
    if (*at->text && g_str_equal(at->rule->words[i], at->text)) {
      *(int *)at->target = i;
      return TRUE;
    }
  return FALSE;
}

static gboolean convert_integer_from(struct conversion *at, int least)
{
  int number;
  gboolean fine = integer_parse(at->text, least, &number);
  if (fine && at->target)
    *(int *)at->target = number;
  return fine;
}

static gboolean convert_count(struct conversion *at)
{
  return convert_integer_from(at, 0);
}

static gboolean convert_positive(struct conversion *at)
{
  return convert_integer_from(at, 1);
}

static gboolean convert_integer(struct conversion *at)
{
  return convert_integer_from(at, -1000000);
}

static gboolean convert_whole(struct conversion *at)
{
  return digits_valid(at->text, FALSE);
}

static gboolean convert_decimal(struct conversion *at)
{
  return digits_valid(at->text, TRUE);
}

static gboolean convert_time(struct conversion *at)
{
  int minutes = time_parse(at->text);
  if (minutes >= 0 && at->target)
    *(int *)at->target = minutes;
  return minutes >= 0;
}

static gboolean convert_day(struct conversion *at)
{
  return (*(int *)at->target = date_parse(at->text)) != 0;
}

static gboolean convert_due_day(struct conversion *at)
{
  return g_str_equal(at->text, "none") || convert_day(at);
}

static gboolean convert_any_day(struct conversion *at)
{
  struct bound ignored;
  return any_day_parse(at->text, &ignored);
}

static gboolean convert_year_day(struct conversion *at)
{
  int month, day;
  return year_day_parse(at->text, &month, &day);
}

/* TEXT, as long as FORM, is the beginning of a day. */
static gboolean begins_day(const char *text, const char *form)
{
  char day[] = "2026-01-01";
  if (strlen(text) != strlen(form))
    return FALSE;
  memcpy(day, text, strlen(text));
  return date_parse(day) != 0;
}

static gboolean convert_month(struct conversion *at)
{
  *(const char **)at->target = at->text;
  return begins_day(at->text, "2026-11");
}

static gboolean convert_published(struct conversion *at)
{
  *(const char **)at->target = at->text;
  return begins_day(at->text, "2026") || begins_day(at->text, "2026-11") ||
         begins_day(at->text, "2026-11-12");
}

static gboolean convert_weekdays(struct conversion *at)
{
  guint days = 0;
  gboolean fine = weekdays_parse(at->text, &days);
  if (at->target)
    *(guint *)at->target = days;
  return fine;
}

/* The word at *TEXT or behind blanks there, its length to *LENGTH; NULL if there is none. *TEXT
 * moves behind it. */
static const char *next_word(const char **text, gsize *length)
{
  const char *word = skip_blanks(*text);
  const char *end = word;
  while (*end && !is_blank(*end))
    end++;
  *text = end;
  *length = (gsize)(end - word);
  return *length ? word : NULL;
}

static gboolean convert_regions(struct conversion *at)
{
  gsize length;
  const char *word, *text = at->text;
  /* As many as there may be, one letter each with a blank between, and the end. */
  const char **regions = arena_alloc(at->reader->arena, (strlen(text) / 2 + 2) * sizeof *regions);
  guint count = 0;
  gboolean fine = TRUE;
  *(const char *const **)at->target = regions;
  while ((word = next_word(&text, &length))) {
    regions[count] = arena_string(at->reader->arena, word, (gssize)length);
    fine = fine && value_valid(regions[count]);
    binder_add_region(at->reader, regions[count++], conversion_place(at));
  }
  return fine && count;
}

static gboolean convert_needs(struct conversion *at)
{
  gboolean region, reviewed;
  return needs_parse(at->text, &region, &reviewed);
}

static gboolean convert_address(struct conversion *at)
{
  *(const char **)at->target = at->text;
  return address_valid(at->text);
}

static gboolean convert_pattern(struct conversion *at)
{
  *(const char **)at->target = at->text;
  OWNED(pattern) pattern = pattern_new(at->text);
  if (!pattern)
    reader_fault(at->reader, BAD_PATTERN, conversion_place(at), at->text, NULL);
  return TRUE;
}

/* ---- what refers to something ---- */

static gboolean convert_condition(struct conversion *at)
{
  struct reader *reader = at->reader;
  g_autofree char *raw = xml_attribute_raw(at->tag, at->index);
  const char *kept = arena_string(reader->arena, raw, -1);
  struct condition *condition =
      condition_parse(reader->arena, at->text, kept, conversion_place(at), reader->findings);
  *(const struct condition **)at->target = condition;
  gboolean own = at->frame->owner == at->frame->object && g_str_equal(at->rule->name, "when");
  condition->repeat = at->frame->repeat;
  if (condition->root && at->frame->id != EL_DEFINE) /* defines are bound among themselves */
    binder_add_condition(reader, condition, at->frame->owner, own);
  return TRUE;
}

/* ---- what is declared in pack.xml ---- */

/* So many are told one by one. */
#define TOLD 12

/* Those of ELEMENT that are linked from LIST on have their id in their first attribute. */
static const char *declared_id(enum element_id element, const void *declared)
{
  return *(const char *const *)((const char *)declared + elements[element].attributes[0].offset);
}

static const void *declared_next(enum element_id element, const void *declared)
{
  return *(const void *const *)((const char *)declared + elements[element].next_offset);
}

static void list_declared(struct reader *reader, const GPtrArray *ids, gboolean sources)
{
  const struct translator *translator = findings_translator(reader->findings);
  g_autofree char *list = tr_join(translator, (const char *const *)ids->pdata);
  const char *pattern = sources
                            ? N_("what there is is {1}; a place in one follows #, as in {2}#p12")
                            : N_("what there is is {1}");
  g_autofree char *words = tr_fill(tr(translator, pattern), list, ids->pdata[0], NULL);
  findings_explain(reader->findings, words);
}

/* Adds to a finding that ELEMENT has no ID which of those from LIST on was meant, or all there are.
 */
static void suggest_declared(struct reader *reader, enum element_id element, const void *list,
                             const char *id)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_null_terminated(1, NULL, TRUE);
  for (; list; list = declared_next(element, list))
    if (declared_id(element, list))
      g_ptr_array_add(ids, (gpointer)declared_id(element, list));
  const char *nearest = text_nearest(id, (const char *const *)ids->pdata);
  findings_suggest(reader->findings, nearest);
  if (!nearest && ids->len && ids->len <= TOLD)
    list_declared(reader, ids, element == EL_SOURCE);
}

static const void *list_of(const struct catalogue *catalogue, enum element_id element)
{
  switch (element) {
  case EL_TOPIC:
    return catalogue->topics;
  case EL_SHEET:
    return catalogue->sheets;
  case EL_PASSAGE:
    return catalogue->passages;
  default:
    return catalogue->sources;
  }
}

/* What is called ID among the elements ELEMENT; NULL, with a finding that there is NONE. */
static const void *find_declared(struct conversion *at, enum element_id element, const char *none,
                                 const char *id)
{
  const void *list = list_of(at->reader->catalogue, element), *first = list;
  for (; list; list = declared_next(element, list))
    if (g_strcmp0(declared_id(element, list), id) == 0)
      return list;
  if (reader_unknown(at->reader, conversion_place(at), none, id, NULL))
    suggest_declared(at->reader, element, first, id);
  return NULL;
}

gboolean conversion_suggest(const struct conversion *at, const char *id)
{
  static const enum element_id declared[] = {[ATTRIBUTE_TOPIC] = EL_TOPIC,
                                             [ATTRIBUTE_SHEET] = EL_SHEET,
                                             [ATTRIBUTE_PASSAGE] = EL_PASSAGE,
                                             [ATTRIBUTE_CITATIONS] = EL_SOURCE};
  enum element_id element = at->rule->type < G_N_ELEMENTS(declared) ? declared[at->rule->type] : 0;
  if (!element)
    return FALSE;
  suggest_declared(at->reader, element, list_of(at->reader->catalogue, element), id);
  return TRUE;
}

static gboolean convert_declared(struct conversion *at, enum element_id element, const char *none)
{
  if (!id_valid(at->text))
    return FALSE;
  *(const void **)at->target = find_declared(at, element, none, at->text);
  return TRUE;
}

static gboolean convert_topic(struct conversion *at)
{
  return convert_declared(at, EL_TOPIC, N_("no topic"));
}

static gboolean convert_sheet(struct conversion *at)
{
  return convert_declared(at, EL_SHEET, N_("no sheet"));
}

static gboolean convert_passage(struct conversion *at)
{
  return convert_declared(at, EL_PASSAGE, N_("no passage"));
}

/* The source whose id is the LENGTH bytes at ID, or NULL, with a finding. */
static const struct source *source_find(struct conversion *at, const char *id, gsize length)
{
  g_autofree char *named = g_strndup(id, length);
  return find_declared(at, EL_SOURCE, N_("no source"), named);
}

static gboolean convert_citations(struct conversion *at)
{
  gsize length;
  const char *word, *text = at->text;
  const struct citation **link = at->target;
  while ((word = next_word(&text, &length))) {
    if (!citation_valid(word, length))
      return FALSE;
    const char *mark = memchr(word, '#', length);
    const char *item = mark ? mark + 1 : NULL;
    const struct source *source = source_find(at, word, mark ? (gsize)(mark - word) : length);
    if (!source)
      continue;
    struct citation *citation = arena_make(at->reader->arena, struct citation);
    citation->source = source;
    citation->item = arena_string(at->reader->arena, item, item ? text - item : 0);
    *link = citation;
    link = &citation->next;
  }
  return at->text[strspn(at->text, BLANKS)] != '\0';
}

/* No variant holds, for want of a sign that is reported: what hangs on it is not known. */
static gboolean convert_unknown(struct conversion *at)
{
  (void)at;
  return TRUE;
}

/* ---- the table of types ---- */

static const struct conversion_type types[] = {
    [ATTRIBUTE_ID] =
        {convert_id,
         N_("small letters without accents, digits and hyphens, first a letter, at most 64")},
    [ATTRIBUTE_VALUE] =
        {convert_value,
         N_("letters without accents, digits, points, hyphens and underscores, at most 64")},
    [ATTRIBUTE_STRING] = {convert_string, N_("something")},
    [ATTRIBUTE_LANGUAGE] = {convert_language, N_("the tag of a language such as fr, en or fr-CA")},
    [ATTRIBUTE_CONDITION] = {convert_condition, ""},
    [ATTRIBUTE_FLAG] = {convert_flag, N_("the word yes or the word no")},
    [ATTRIBUTE_WORD] = {convert_word, ""},
    [ATTRIBUTE_COUNT] = {convert_count, N_("a whole number, 0 or more")},
    [ATTRIBUTE_POSITIVE] = {convert_positive, N_("a whole number, 1 or more")},
    [ATTRIBUTE_INTEGER] = {convert_integer, N_("a whole number")},
    [ATTRIBUTE_WHOLE] = {convert_whole, N_("a whole number")},
    [ATTRIBUTE_DECIMAL] = {convert_decimal, N_("a number such as 2 or 2.5")},
    [ATTRIBUTE_TIME] = {convert_time, N_("a time of day such as 09:30")},
    [ATTRIBUTE_DAY] = {convert_day, N_("a day of the calendar such as 2026-11-12")},
    [ATTRIBUTE_DUE_DAY] = {convert_due_day, N_("a day such as 2026-11-12, or none")},
    [ATTRIBUTE_ANY_DAY] = {convert_any_day, N_("a day such as 2026-11-12, today or today-30")},
    [ATTRIBUTE_YEAR_DAY] = {convert_year_day, N_("a day of the year such as --07-14")},
    [ATTRIBUTE_MONTH] = {convert_month, N_("a month such as 2026-11")},
    [ATTRIBUTE_PUBLISHED] = {convert_published,
                             N_("a year, a month or a day such as 2026, 2026-11 or 2026-11-12")},
    [ATTRIBUTE_WEEKDAYS] = {convert_weekdays, N_("weekdays such as mon-fri or tue thu")},
    [ATTRIBUTE_REGIONS] = {convert_regions, N_("one or more regions, apart by blanks")},
    [ATTRIBUTE_CITATIONS] = {convert_citations, N_("ids of sources, such as study-2016#p12")},
    [ATTRIBUTE_TOPIC] = {convert_topic, N_("the id of something in the pack")},
    [ATTRIBUTE_SHEET] = {convert_sheet, N_("the id of something in the pack")},
    [ATTRIBUTE_PASSAGE] = {convert_passage, N_("the id of something in the pack")},
    [ATTRIBUTE_NEEDS] = {convert_needs, N_("region, reviewed, or both")},
    [ATTRIBUTE_ADDRESS] = {convert_address,
                           N_("an address that starts with https://, mailto: or tel:")},
    [ATTRIBUTE_PATTERN] = {convert_pattern, ""},
    [ATTRIBUTE_NAME] = {convert_id,
                        N_("the id of a question, an action or something else in the pack")},
    [ATTRIBUTE_VARIES] = {convert_unknown, ""},
};

const struct conversion_type *conversion_type(enum attribute_type type)
{
  return &types[type];
}
