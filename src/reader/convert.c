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

/* What is called ID among those of ELEMENT that are linked from LIST on; NULL, with a finding that
 * there is NONE. Their id is their first attribute. */
static const void *find_declared(struct conversion *at, enum element_id element, const void *list,
                                 const char *none, const char *id)
{
  gsize own = elements[element].attributes[0].offset, next = elements[element].next_offset;
  g_autoptr(GPtrArray) ids = g_ptr_array_new();
  for (; list; list = *(const void *const *)((const char *)list + next)) {
    const char *known = *(const char *const *)((const char *)list + own);
    if (g_strcmp0(known, id) == 0)
      return list;
    if (known)
      g_ptr_array_add(ids, (gpointer)known);
  }
  g_ptr_array_add(ids, NULL);
  reader_unknown(at->reader, conversion_place(at), none, id,
                 text_nearest(id, (const char *const *)ids->pdata));
  return NULL;
}

static gboolean convert_declared(struct conversion *at, enum element_id element, const void *list,
                                 const char *none)
{
  if (!id_valid(at->text))
    return FALSE;
  *(const void **)at->target = find_declared(at, element, list, none, at->text);
  return TRUE;
}

static gboolean convert_topic(struct conversion *at)
{
  return convert_declared(at, EL_TOPIC, at->reader->catalogue->topics, N_("no topic"));
}

static gboolean convert_sheet(struct conversion *at)
{
  return convert_declared(at, EL_SHEET, at->reader->catalogue->sheets, N_("no sheet"));
}

static gboolean convert_passage(struct conversion *at)
{
  return convert_declared(at, EL_PASSAGE, at->reader->catalogue->passages, N_("no passage"));
}

/* The source whose id is the LENGTH bytes at ID, or NULL, with a finding. */
static const struct source *source_find(struct conversion *at, const char *id, gsize length)
{
  g_autofree char *named = g_strndup(id, length);
  return find_declared(at, EL_SOURCE, at->reader->catalogue->sources, N_("no source"), named);
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
         N_("small letters without accents, digits and hyphens, first a letter, at most 64"), TRUE},
    [ATTRIBUTE_VALUE] =
        {convert_value,
         N_("letters without accents, digits, points, hyphens and underscores, at most 64"), TRUE},
    [ATTRIBUTE_STRING] = {convert_string, N_("something"), TRUE},
    [ATTRIBUTE_LANGUAGE] = {convert_language, N_("the tag of a language such as fr, en or fr-CA"),
                            TRUE},
    [ATTRIBUTE_CONDITION] = {convert_condition, "", TRUE},
    [ATTRIBUTE_FLAG] = {convert_flag, N_("the word yes or the word no"), FALSE},
    [ATTRIBUTE_WORD] = {convert_word, "", FALSE},
    [ATTRIBUTE_COUNT] = {convert_count, N_("a whole number, 0 or more"), FALSE},
    [ATTRIBUTE_POSITIVE] = {convert_positive, N_("a whole number, 1 or more"), FALSE},
    [ATTRIBUTE_INTEGER] = {convert_integer, N_("a whole number"), FALSE},
    [ATTRIBUTE_WHOLE] = {convert_whole, N_("a whole number"), FALSE},
    [ATTRIBUTE_DECIMAL] = {convert_decimal, N_("a number such as 2 or 2.5"), FALSE},
    [ATTRIBUTE_TIME] = {convert_time, N_("a time of day such as 09:30"), FALSE},
    [ATTRIBUTE_DAY] = {convert_day, N_("a day of the calendar such as 2026-11-12"), FALSE},
    [ATTRIBUTE_DUE_DAY] = {convert_due_day, N_("a day such as 2026-11-12, or none"), FALSE},
    [ATTRIBUTE_ANY_DAY] = {convert_any_day, N_("a day such as 2026-11-12, today or today-30"),
                           FALSE},
    [ATTRIBUTE_YEAR_DAY] = {convert_year_day, N_("a day of the year such as --07-14"), FALSE},
    [ATTRIBUTE_MONTH] = {convert_month, N_("a month such as 2026-11"), TRUE},
    [ATTRIBUTE_PUBLISHED] = {convert_published,
                             N_("a year, a month or a day such as 2026, 2026-11 or 2026-11-12"),
                             TRUE},
    [ATTRIBUTE_WEEKDAYS] = {convert_weekdays, N_("weekdays such as mon-fri or tue thu"), FALSE},
    [ATTRIBUTE_REGIONS] = {convert_regions, N_("one or more regions, apart by blanks"), FALSE},
    [ATTRIBUTE_CITATIONS] = {convert_citations, N_("ids of sources, such as study-2016#p12"),
                             FALSE},
    [ATTRIBUTE_TOPIC] = {convert_topic, N_("the id of something in the pack"), FALSE},
    [ATTRIBUTE_SHEET] = {convert_sheet, N_("the id of something in the pack"), FALSE},
    [ATTRIBUTE_PASSAGE] = {convert_passage, N_("the id of something in the pack"), FALSE},
    [ATTRIBUTE_NEEDS] = {convert_needs, N_("region, reviewed, or both"), FALSE},
    [ATTRIBUTE_ADDRESS] = {convert_address,
                           N_("an address that starts with https://, mailto: or tel:"), TRUE},
    [ATTRIBUTE_PATTERN] = {convert_pattern, "", TRUE},
    [ATTRIBUTE_NAME] = {convert_id,
                        N_("the id of a question, an action or something else in the pack"), FALSE},
    [ATTRIBUTE_VARIES] = {convert_unknown, "", FALSE},
};

const struct conversion_type *conversion_type(enum attribute_type type)
{
  return &types[type];
}
