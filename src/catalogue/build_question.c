/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions, options, repeats and constraints. */
#include <math.h>
#include <string.h>

#include "base/date.h"
#include "catalogue/build.h"
#include "catalogue/pattern.h"

/* ---- which attributes and children go with which kinds ---- */

#define KIND(kind) (1u << KIND_##kind)

static const struct {
  const char *attribute;
  guint kinds;
} attribute_kinds[] = {
    {"min", KIND(CHOICES) | KIND(SCALE) | KIND(NUMBER) | KIND(DATE) | KIND(TIME)},
    {"max", KIND(CHOICES) | KIND(SCALE) | KIND(NUMBER) | KIND(DATE) | KIND(TIME)},
    {"decimals", KIND(NUMBER)},
    {"unit", KIND(NUMBER) | KIND(SCALE)},
    {"pattern", KIND(TEXT) | KIND(NOTE)},
    {"from", KIND(CHOICE) | KIND(CHOICES)},
};

static void check_kind(struct reader *reader, const struct question *question,
                       const struct xml_tag *tag)
{
  struct place place;
  for (guint i = 0; i < G_N_ELEMENTS(attribute_kinds); i++)
    if (!(attribute_kinds[i].kinds >> question->kind & 1) &&
        attribute_text(reader, tag, attribute_kinds[i].attribute, &place))
      reader_fault(reader, MISUSED_ATTRIBUTE, place, attribute_kinds[i].attribute,
                   kind_word(question->kind), NULL);
}

/* ---- min, max and default ---- */

static gboolean read_bound(const struct question *question, const char *text, struct bound *bound)
{
  switch (question->kind) {
  case KIND_DATE:
    return any_day_parse(text, bound);
  case KIND_TIME:
    bound->number = time_parse(text);
    return bound->number >= 0;
  case KIND_NUMBER:
    bound->number = condition_number(text);
    return !isnan(bound->number) && (question->decimals || bound->number == floor(bound->number));
  default:
    bound->number = condition_number(text);
    return !isnan(bound->number) && bound->number == floor(bound->number);
  }
}

static gboolean is_calendar_shape(const char *text)
{
  return strspn(text, "0123456789-") == 10 && strlen(text) == 10;
}

static struct bound bound_of(struct reader *reader, const struct question *question,
                             const struct xml_tag *tag, const char *name)
{
  struct bound bound = {0};
  struct place place;
  const char *text = attribute_text(reader, tag, name, &place);
  if (!text)
    return bound;
  bound.given = read_bound(question, text, &bound);
  if (bound.given)
    return bound;
  if (question->kind == KIND_TIME || (question->kind == KIND_DATE && is_calendar_shape(text)))
    reader_fault(reader, IMPOSSIBLE_DATE, place, text, NULL);
  else
    reader_fault(reader, BAD_ATTRIBUTE, place, name, text,
                 question->kind == KIND_DATE ? "2026-11-12, today, today-30" : "0, 1, 2…", NULL);
  return bound;
}

static void check_bounds(struct reader *reader, const struct question *question,
                         const struct xml_tag *tag)
{
  struct place place;
  const char *min = attribute_text(reader, tag, "min", &place);
  const char *max = attribute_text(reader, tag, "max", &place);
  gboolean comparable = question->min.given && question->max.given &&
                        question->min.from_today == question->max.from_today;
  if (comparable && question->min.number > question->max.number)
    reader_fault(reader, MIN_OVER_MAX, place, min, max, NULL);
  if (question->kind != KIND_SCALE)
    return;
  if (!min)
    reader_fault(reader, MISSING_ATTRIBUTE, question->item.place, "question", "min", NULL);
  if (!max)
    reader_fault(reader, MISSING_ATTRIBUTE, question->item.place, "question", "max", NULL);
}

/* What lies between min and max, as they are written. Caller frees. */
static char *range_text(struct reader *reader, const struct xml_tag *tag)
{
  struct place place;
  const char *min = attribute_text(reader, tag, "min", &place);
  const char *max = attribute_text(reader, tag, "max", &place);
  return g_strstrip(g_strconcat(min ? min : "", " … ", max ? max : "", NULL));
}

static gboolean may_compare(const struct bound *bound, const struct bound *other)
{
  return bound->given && bound->from_today == other->from_today;
}

/* The words for what DEFAULT should be, if it is not; else NULL. Caller frees. */
static char *wrong_fallback(struct reader *reader, const struct question *question,
                            const struct xml_tag *tag, const char *text)
{
  struct bound value = {0};
  const struct bound *min = &question->min, *max = &question->max;
  if (!read_bound(question, text, &value))
    return g_strdup(kind_word(question->kind));
  gboolean little = may_compare(min, &value) && value.number < min->number;
  gboolean much = may_compare(max, &value) && value.number > max->number;
  return little || much ? range_text(reader, tag) : NULL;
}

static char *wrong_text(const struct question *question, const char *text)
{
  OWNED(pattern) pattern = question->pattern ? pattern_new(question->pattern) : NULL;
  return pattern && !pattern_matches(pattern, text) ? g_strdup(question->pattern) : NULL;
}

/* A default of a choice is checked when its options are known. */
static void check_fallback(struct reader *reader, struct question *question,
                           const struct xml_tag *tag)
{
  const char *text = attribute_text(reader, tag, "default", &question->fallback_place);
  gboolean words = (KIND(TEXT) | KIND(NOTE)) >> question->kind & 1;
  if (!text || (KIND(CHOICE) | KIND(CHOICES)) >> question->kind & 1)
    return;
  g_autofree char *wanted =
      words ? wrong_text(question, text) : wrong_fallback(reader, question, tag, text);
  if (wanted)
    reader_fault(reader, BAD_ATTRIBUTE, question->fallback_place, "default", text, wanted, NULL);
}

/* ---- hooks ---- */

void build_open_question(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  struct question *question = frame->object;
  struct place place = frame->place;
  const char *from = attribute_text(reader, tag, "from", &place);
  question->name =
      binder_add_name(reader, question->item.id, NAME_QUESTION, frame->place, &question->item);
  question->repeat = frame->repeat;
  question->has_from = from != NULL;
  if (from && id_valid(from))
    binder_add_reference(reader, REFER_FROM, from, place, &question->item, &question->from);
  if (question->kind == KIND_UNKNOWN)
    return;
  check_kind(reader, question, tag);
  question->min = bound_of(reader, question, tag, "min");
  question->max = bound_of(reader, question, tag, "max");
  check_bounds(reader, question, tag);
  check_fallback(reader, question, tag);
}

void build_close_question(struct reader *reader, struct frame *frame)
{
  const struct question *question = frame->object;
  gboolean scale = question->kind == KIND_SCALE || question->kind == KIND_UNKNOWN;
  const struct text *end = question->low ? question->low : question->high;
  if (end && !scale)
    reader_fault(reader, MISPLACED_ELEMENT, end->place, question->low ? "low" : "high",
                 kind_word(question->kind), NULL);
}

void build_open_repeat(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)tag;
  struct repeat *repeat = frame->object;
  repeat->name = binder_add_name(reader, repeat->item.id, NAME_REPEAT, frame->place, &repeat->item);
  if (frame->repeat)
    reader_fault(reader, MISPLACED_ELEMENT, frame->place, "repeat", "repeat", NULL);
}

void build_open_constraint(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)tag;
  struct constraint *constraint = frame->object;
  struct text *message = arena_make(reader->arena, struct text);
  constraint->message = message;
  prose_begin(reader, frame, message);
}
