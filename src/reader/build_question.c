/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions, options, repeats and constraints. */
#include <math.h>

#include "base/date.h"
#include "reader/build.h"
#include "xml/pattern.h"

/* ---- min and max ---- */

/* Their form has been checked: what is none of its kind is not given. */
static gboolean read_bound(const struct question *question, const char *text, struct bound *bound)
{
  switch (question->kind) {
  case KIND_DATE:
    return any_day_parse(text, bound);
  case KIND_TIME:
    bound->number = time_parse(text);
    return bound->number >= 0;
  case KIND_SCALE:
  case KIND_NUMBER:
  case KIND_CHOICES: /* how many */
    bound->number = condition_number(text);
    return !isnan(bound->number);
  case KIND_CHOICE: /* of these a bound is a fault of form, reported already */
  case KIND_TEXT:
  case KIND_NOTE:
  case KIND_UNKNOWN:
    return FALSE;
  }
  g_assert_not_reached();
}

static struct bound bound_of(const struct question *question, const char *text)
{
  struct bound bound = {0};
  bound.given = text && read_bound(question, text, &bound);
  return bound;
}

static void read_bounds(struct reader *reader, struct question *question, const struct xml_tag *tag)
{
  struct place place;
  const char *min = attribute_text(reader, tag, "min", &place);
  const char *max = attribute_text(reader, tag, "max", &place);
  question->min = bound_of(question, min);
  question->max = bound_of(question, max);
  gboolean comparable = question->min.given && question->max.given &&
                        question->min.from_today == question->max.from_today;
  if (comparable && question->min.number > question->max.number)
    reader_fault(reader, MIN_OVER_MAX, place, min, max, NULL);
}

/* Of a day that is past a span counts from its first. */
static void read_edge(struct reader *reader, struct question *question, const struct xml_tag *tag)
{
  struct place place;
  const struct bound *max = &question->max;
  gboolean past = question->kind == KIND_DATE && max->from_today && max->number <= 0;
  if (past && !attribute_text(reader, tag, "edge", &place))
    question->edge = EDGE_FIRST;
}

/* ---- the default ---- */

static gboolean may_compare(const struct bound *bound, const struct bound *other)
{
  return bound->given && other->given && bound->from_today == other->from_today;
}

/* What lies between min and max, as they are written, if DEFAULT does not; else NULL. Caller frees.
 */
static char *range_missed(struct reader *reader, const struct question *question,
                          const struct xml_tag *tag)
{
  struct place place;
  struct bound value = bound_of(question, question->fallback);
  const struct bound *min = &question->min, *max = &question->max;
  gboolean little = may_compare(min, &value) && value.number < min->number;
  gboolean much = may_compare(max, &value) && value.number > max->number;
  const char *least = attribute_text(reader, tag, "min", &place);
  const char *most = attribute_text(reader, tag, "max", &place);
  return little || much ? g_strstrip(g_strconcat(least ? least : "", " … ", most ? most : "", NULL))
                        : NULL;
}

static char *pattern_missed(const struct question *question)
{
  OWNED(pattern) pattern = question->pattern ? pattern_new(question->pattern) : NULL;
  return pattern && !pattern_matches(pattern, question->fallback) ? g_strdup(question->pattern)
                                                                  : NULL;
}

/* A default of a choice is checked when its options are known. */
static void check_fallback(struct reader *reader, const struct question *question,
                           const struct xml_tag *tag)
{
  if (!question->fallback || question_has_options(question))
    return;
  g_autofree char *wanted =
      question->kind == KIND_TEXT ? pattern_missed(question) : range_missed(reader, question, tag);
  if (wanted)
    reader_not_offered(reader, question, wanted);
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
  question->fallback = attribute_text(reader, tag, "default", &question->fallback_place);
  if (question->kind == KIND_UNKNOWN)
    return;
  read_bounds(reader, question, tag);
  read_edge(reader, question, tag);
  check_fallback(reader, question, tag);
}

void build_open_repeat(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)tag;
  struct repeat *repeat = frame->object;
  repeat->name = binder_add_name(reader, repeat->item.id, NAME_REPEAT, frame->place, &repeat->item);
}

void build_open_constraint(struct reader *reader, struct frame *frame, const struct xml_tag *tag)
{
  (void)tag;
  struct constraint *constraint = frame->object;
  struct text *message = arena_make(reader->arena, struct text);
  constraint->message = message;
  prose_begin(reader, frame, message);
}
