/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions, options, repeats and constraints. */
#include <math.h>

#include "base/date.h"
#include "catalogue/expression.h"
#include "reader/build.h"
#include "xml/pattern.h"

/* ---- min and max ---- */

/* Their form has been checked: what is none of its kind is not given. */
static gboolean read_bound(const struct question *question, const char *text, struct bound *bound)
{
  switch (question_answered_by(question)) {
  case BY_DAY:
    return any_day_parse(text, bound);
  case BY_TIME:
    bound->number = time_parse(text);
    return bound->number >= 0;
  case BY_NUMBER:
  case BY_OPTIONS: /* how many */
    bound->number = condition_number(text);
    return !isnan(bound->number);
  case BY_OPTION: /* of these a bound is a fault of form, reported already */
  case BY_LINE:
  case BY_LINES:
  case BY_NOTHING:
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

static struct expression *make(struct reader *reader, enum operation operation,
                               const struct expression *left, const struct expression *right)
{
  struct expression *expression = arena_make(reader->arena, struct expression);
  expression->operation = operation;
  expression->left = left;
  expression->right = right;
  return expression;
}

static struct expression *make_name(struct reader *reader, const char *id, const struct name *name)
{
  struct expression *expression = make(reader, OP_NAME, NULL, NULL);
  expression->text = id;
  expression->name = name;
  return expression;
}

/* What is compared of NAME, an answer to QUESTION or one like it: of a day the days since then, of
 * several options how many. */
static const struct expression *measured(struct reader *reader, const struct question *question,
                                         const struct expression *name)
{
  if (question_answered_by(question) == BY_NUMBER)
    return name;
  return make(reader, question_is_day(question) ? OP_DAYS_SINCE : OP_COUNT, name, NULL);
}

/* That the answer to QUESTION is not beyond that to LIMIT: a day that is later is fewer days ago.
 */
static const struct expression *within(struct reader *reader, const struct question *question,
                                       const struct expression *limit, gboolean least)
{
  gboolean day = question_is_day(question);
  const struct expression *own =
      make_name(reader, question->item.id ? question->item.id : "", question->name);
  const struct expression *beyond =
      make(reader, least == day ? OP_GREATER : OP_LESS, measured(reader, question, own),
           day ? measured(reader, question, limit) : limit);
  return make(reader, OP_NOT, beyond, NULL);
}

/* Levels of such a condition: not(), a comparison, days-since(), a name. */
#define LIMIT_DEPTH 4

static const struct condition *limit_test(struct reader *reader, const struct question *question,
                                          const struct expression *limit, gboolean least,
                                          struct place place)
{
  struct condition *condition = arena_make(reader->arena, struct condition);
  condition->root = within(reader, question, limit, least);
  g_autofree char *words = expression_words(condition->root);
  condition->text = condition->raw = arena_string(reader->arena, words, -1);
  condition->place = place;
  condition->depth = LIMIT_DEPTH;
  condition->repeat = question->repeat;
  return condition;
}

/* Of others a bound that names an answer is a fault of form, reported already. */
static gboolean may_be_limited(const struct question *question)
{
  enum answered_by answered = question_answered_by(question);
  return answered == BY_NUMBER || answered == BY_OPTIONS || answered == BY_DAY;
}

/* The constraint for an attribute that names another answer, or NULL. */
static const struct constraint *limit_of(struct reader *reader, struct question *question,
                                         const struct xml_tag *tag, const char *attribute)
{
  struct place place;
  const char *text = attribute_text(reader, tag, attribute, &place);
  const char *id = text ? reference_id(text) : NULL;
  if (!id || !may_be_limited(question))
    return NULL;
  struct constraint *constraint = arena_make(reader->arena, struct constraint);
  struct expression *limit = make_name(reader, id, NULL);
  constraint->test = limit_test(reader, question, limit, g_str_equal(attribute, "min"), place);
  constraint->limit = limit;
  binder_add_reference(reader, REFER_BOUND, id, place, &question->item, &limit->name);
  return constraint;
}

static void read_bounds(struct reader *reader, struct question *question, const struct xml_tag *tag)
{
  struct place place;
  const char *min = attribute_text(reader, tag, "min", &place);
  const char *max = attribute_text(reader, tag, "max", &place);
  question->min = bound_of(question, min);
  question->max = bound_of(question, max);
  question->min.limit = limit_of(reader, question, tag, "min");
  question->max.limit = limit_of(reader, question, tag, "max");
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
  gboolean past = question_is_day(question) && max->from_today && max->number <= 0;
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
  g_autofree char *wanted = question_answered_by(question) == BY_LINE
                                ? pattern_missed(question)
                                : range_missed(reader, question, tag);
  if (wanted)
    reader_not_offered(reader, question, wanted);
}

static void read_fallback(struct reader *reader, struct question *question,
                          const struct xml_tag *tag)
{
  const char *text = attribute_text(reader, tag, "default", &question->fallback_place);
  const char *id = text ? reference_id(text) : NULL;
  question->fallback = id ? NULL : text;
  if (id)
    binder_add_reference(reader, REFER_DEFAULT, id, question->fallback_place, &question->item,
                         &question->fallback_name);
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
  read_fallback(reader, question, tag);
  read_bounds(reader, question, tag);
  read_edge(reader, question, tag);
  check_fallback(reader, question, tag);
}

/* The bounds that other answers give are the first constraints: only now are all others there. */
void build_close_question(struct reader *reader, struct frame *frame)
{
  (void)reader;
  struct question *question = frame->object;
  const struct constraint *limits[] = {question->max.limit, question->min.limit};
  for (guint i = 0; i < G_N_ELEMENTS(limits); i++) {
    struct constraint *limit = (struct constraint *)limits[i];
    if (!limit)
      continue;
    limit->next = question->constraints;
    question->constraints = limit;
  }
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
