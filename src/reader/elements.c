/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of elements. */
#include "reader/elements.h"

#include "reader/rows.h"
#include "reader/variants.h"

static const char *const revisits[] = {"no", "yes", "first", NULL};
static const char *const remembers[] = {"", "ask", "silent", NULL};
static const char *const places[] = {"end", "start", NULL};

/* Texts of one kind, alone or in groups. */
#define TEXTS(id) (EL(id) | EL(FIRST))
#define INLINE (EL(EM) | EL(STRONG) | EL(LINK) | EL(SPAN) | EL(BLANK) | EL(QUOTE) | EL(DATE))

#define ORIGIN(struct_name)                                                                        \
  ATTR("source", CITATIONS, OPTIONAL, struct_name, origin.citations),                              \
      ATTR_WORD("evidence", OPTIONAL, struct_name, origin.evidence, evidence_words),               \
      ATTR("reviewed", MONTH, OPTIONAL, struct_name, origin.reviewed),                             \
      ATTR("region", REGIONS, OPTIONAL, struct_name, origin.regions)

#define ONE(set, struct_name, member)                                                              \
  {                                                                                                \
    set, 1, FALSE, offsetof(struct struct_name, member)                                            \
  }
#define MAYBE(set, struct_name, member)                                                            \
  {                                                                                                \
    set, 0, FALSE, offsetof(struct struct_name, member)                                            \
  }
#define SOME(set, struct_name, member)                                                             \
  {                                                                                                \
    set, 1, TRUE, offsetof(struct struct_name, member)                                             \
  }
#define ANY(set, struct_name, member)                                                              \
  {                                                                                                \
    set, 0, TRUE, offsetof(struct struct_name, member)                                             \
  }
#define ANY_UNLINKED(set)                                                                          \
  {                                                                                                \
    set, 0, TRUE, NO_LIST                                                                          \
  }
#define ITEM_SIBLING offsetof(struct item, next)

/* A text of its own element; ITS_ATTRIBUTES is WHEN(text) or nothing. */
#define TEXT(id, element_name, ...)                                                                \
  [EL_##id] = {.name = element_name,                                                               \
               .content = CONTENT_PROSE,                                                           \
               .size = sizeof(struct text),                                                        \
               .next_offset = offsetof(struct text, next),                                         \
               .attributes = {__VA_ARGS__},                                                        \
               .children = {ANY_UNLINKED(INLINE)},                                                 \
               .open = build_open_text,                                                            \
               .close = build_close_text}
#define DRAFT_TEXT(id, element_name)                                                               \
  [EL_##id] = {.name = (element_name),                                                             \
               .content = CONTENT_PROSE,                                                           \
               .size = sizeof(struct text),                                                        \
               .next_offset = offsetof(struct text, next),                                         \
               .gives = CONTEXT_DRAFT,                                                             \
               .heeds = CONTEXT_DRAFT,                                                             \
               .attributes = {WHEN(text)},                                                         \
               .children = {ANY_UNLINKED(INLINE)},                                                 \
               .open = build_open_text,                                                            \
               .close = build_close_text}
/* A group, whose members are of one of KINDS. */
#define GROUP(id, kinds)                                                                           \
  [EL_##id] = {.name = "first",                                                                    \
               .size = sizeof(struct text),                                                        \
               .next_offset = offsetof(struct text, next),                                         \
               .groups = TRUE,                                                                     \
               .attributes = {WHEN(text)},                                                         \
               .children = {SOME(kinds, text, members)},                                           \
               .open = build_open_group}
#define WRAPPER(id, element_name, contexts, ...)                                                   \
  [EL_##id] = {.name = element_name,                                                               \
               .content = CONTENT_PROSE,                                                           \
               .size = sizeof(struct piece),                                                       \
               .heeds = CONTEXT_DRAFT | CONTEXT_STEM,                                              \
               .only_in = contexts,                                                                \
               .attributes = {__VA_ARGS__},                                                        \
               .children = {ANY_UNLINKED(INLINE)},                                                 \
               .open = build_open_piece,                                                           \
               .close = build_close_piece}

#define FORM ATTR_WORD("form", OPTIONAL, piece, form, form_words)

const struct element elements[EL_COUNT] = {
    [EL_PACK] = {.name = "pack",
                 .any_order = TRUE,
                 .attributes = {ATTR("id", ID, REQUIRED, catalogue, id),
                                ATTR("xml:lang", LANGUAGE, REQUIRED, catalogue, language),
                                ATTR("version", STRING, OPTIONAL, catalogue, version),
                                ATTR_HOOK("region", NAME, OPTIONAL)},
                 .children = {ONE(EL(TITLE), catalogue, title),
                              ONE(EL(ABOUT), catalogue, about),
                              ONE(EL(SUBJECT), catalogue, subject),
                              {EL(LIMIT), 0, FALSE, NO_LIST},
                              ANY(EL(TOPIC), catalogue, topics),
                              ANY(EL(SHEET), catalogue, sheets),
                              ANY(EL(SOURCE), catalogue, sources),
                              ANY(EL(DEFINE), catalogue, defines),
                              ANY(EL(HOLIDAY), catalogue, holidays),
                              ANY(EL(SUPPORT), catalogue, supports)},
                 .open = build_open_pack},
    [EL_TOPIC] = {.name = "topic",
                  .size = sizeof(struct topic),
                  .next_offset = offsetof(struct topic, next),
                  .attributes = {ID(topic, id), ATTR_HOOK("needs", NEEDS, OPTIONAL)},
                  .children = {ONE(EL(TITLE), topic, title)},
                  .open = build_open_topic},
    [EL_SHEET] = {.name = "sheet",
                  .size = sizeof(struct topic),
                  .next_offset = offsetof(struct topic, next),
                  .attributes = {ID(topic, id)},
                  .children = {ONE(EL(TITLE), topic, title)},
                  .open = build_open_sheet},
    [EL_SOURCE] = {.name = "source",
                   .size = sizeof(struct source),
                   .next_offset = offsetof(struct source, next),
                   .attributes = {ID(source, id),
                                  ATTR("xml:lang", LANGUAGE, OPTIONAL, source, language),
                                  ATTR("url", ADDRESS, OPTIONAL, source, url),
                                  ATTR("date", PUBLISHED, OPTIONAL, source, date)},
                   .children = {ONE(EL(TITLE), source, title),
                                MAYBE(EL(PUBLISHER), source, publisher)},
                   .open = build_open_source},
    [EL_DEFINE] = {.name = "define",
                   .size = sizeof(struct define),
                   .next_offset = offsetof(struct define, next),
                   .attributes = {ATTR_HOOK("id", ID, REQUIRED),
                                  ATTR("test", CONDITION, REQUIRED, define, test)},
                   .open = build_open_define},
    [EL_LIMIT] = {.name = "limit",
                  .size = sizeof(struct limit),
                  .attributes = {ATTR_ABSENT("questions", COUNT, limit, questions, -1),
                                 ATTR_ABSENT("actions", COUNT, limit, actions, -1),
                                 ATTR_ABSENT("first-day", COUNT, limit, first_day, -1),
                                 ATTR_ABSENT("texts", COUNT, limit, texts, -1),
                                 ATTR_ABSENT("words", COUNT, limit, words, -1),
                                 ATTR_ABSENT("openings", COUNT, limit, openings, -1)},
                  .open = build_open_limit},
    [EL_HOLIDAY] = {.name = "holiday",
                    .size = sizeof(struct holiday),
                    .next_offset = offsetof(struct holiday, next),
                    .attributes = {ATTR("region", REGIONS, REQUIRED, holiday, regions),
                                   ATTR_VARIES("date"), ATTR_VARIES("on"), ATTR_VARIES("easter")},
                    .children = {MAYBE(EL(TITLE), holiday, title)},
                    .variants = holiday_variants,
                    .open = build_open_holiday},
    [EL_SUPPORT] = {.name = "support",
                    .size = sizeof(struct support),
                    .next_offset = offsetof(struct support, next),
                    .attributes = {ATTR("region", REGIONS, OPTIONAL, support, regions),
                                   ATTR("reviewed", MONTH, OPTIONAL, support, reviewed),
                                   ATTR("hears", STRING, OPTIONAL, support, hears)},
                    .children = {ONE(EL(TITLE), support, title),
                                 SOME(TEXTS(PARAGRAPH), support, paragraphs)},
                    .open = build_open_support},
    [EL_THEME] = {.name = "theme",
                  .size = sizeof(struct theme),
                  .next_offset = ITEM_SIBLING,
                  .attributes = {ID(item, id), ITEM_WHEN},
                  .children = {ONE(EL(TITLE), theme, title), ANY(NESTED, item, first)},
                  .open = build_open_theme},
    [EL_QUESTION] =
        {.name = "question",
         .size = sizeof(struct question),
         .next_offset = ITEM_SIBLING,
         .heeds = CONTEXT_REPEAT,
         .attributes = {ID(item, id),
                        {"kind", ATTRIBUTE_WORD, REQUIRED, offsetof(struct question, kind),
                         KIND_UNKNOWN, kind_words, FALSE},
                        ITEM_WHEN,
                        ATTR_ABSENT("optional", FLAG, question, optional, 1),
                        ATTR_VARIES("default"),
                        ATTR_VARIES("min"),
                        ATTR_VARIES("max"),
                        ATTR_VARIES("decimals"),
                        ATTR_VARIES("unit"),
                        ATTR_VARIES("pattern"),
                        ATTR_VARIES("from"),
                        ATTR_VARIES("stem"),
                        ATTR_VARIES("edge"),
                        ATTR_VARIES("next-time"),
                        ATTR("topic", TOPIC, OPTIONAL, question, topic),
                        ATTR("sheet", SHEET, OPTIONAL, question, sheet),
                        ATTR("source", CITATIONS, OPTIONAL, question, origin.citations),
                        ATTR_WORD("remember", OPTIONAL, question, remember, remembers),
                        ATTR_WORD("revisit", OPTIONAL, question, revisit, revisits),
                        ATTR_ABSENT("private", FLAG, question, private, 0)},
         .children = {SOME(EL(PROMPT), question, prompts), MAYBE(EL(LABEL), question, label),
                      ANY(TEXTS(HELP), question, helps), MAYBE(EL(LOW), question, low),
                      MAYBE(EL(HIGH), question, high), ANY(EL(CONSTRAINT), question, constraints),
                      ANY(EL(OPTION), item, first), ANY(NESTED, item, first)},
         .variants = question_variants,
         .open = build_open_question,
         .close = build_close_question},
    [EL_CONSTRAINT] = {.name = "constraint",
                       .content = CONTENT_PROSE,
                       .size = sizeof(struct constraint),
                       .next_offset = offsetof(struct constraint, next),
                       .attributes = {ATTR("test", CONDITION, REQUIRED, constraint, test)},
                       .children = {ANY_UNLINKED(INLINE)},
                       .open = build_open_constraint,
                       .close = build_close_text},
    [EL_OPTION] = {.name = "option",
                   .size = sizeof(struct option),
                   .next_offset = ITEM_SIBLING,
                   .heeds = CONTEXT_REPEAT | CONTEXT_FROM | CONTEXT_ADDED,
                   .attributes = {ATTR("value", VALUE, REQUIRED, item, id), ATTR_VARIES("when"),
                                  ATTR_ABSENT("exclusive", FLAG, option, exclusive, 0),
                                  ATTR("hears", STRING, OPTIONAL, option, hears),
                                  ATTR("slot", ID, OPTIONAL, option, slot)},
                   .children = {MAYBE(EL(LABEL), option, label), ANY(TEXTS(HELP), option, helps),
                                ANY(NESTED, item, first)},
                   .variants = option_variants},
    [EL_REPEAT] = {.name = "repeat",
                   .size = sizeof(struct repeat),
                   .next_offset = ITEM_SIBLING,
                   .gives = CONTEXT_REPEAT,
                   .heeds = CONTEXT_REPEAT,
                   .not_in = CONTEXT_REPEAT,
                   .attributes = {ID(item, id), ATTR("max", POSITIVE, REQUIRED, repeat, max),
                                  ITEM_WHEN, ATTR("topic", TOPIC, OPTIONAL, repeat, topic)},
                   .children = {ONE(EL(PROMPT), repeat, prompt), SOME(EL(QUESTION), item, first),
                                ANY(EL(LESSON), item, first)},
                   .open = build_open_repeat},
    [EL_ACTION] = {.name = "action",
                   .size = sizeof(struct action),
                   .next_offset = ITEM_SIBLING,
                   .heeds = CONTEXT_REPEAT,
                   .not_in = CONTEXT_REPEAT,
                   .attributes = {ID(item, id),
                                  ATTR_WORD("channel", REQUIRED, action, channel, channel_words),
                                  ATTR("slot", ID, OPTIONAL, action, slot),
                                  ATTR("topic", TOPIC, OPTIONAL, action, topic),
                                  ATTR("minutes", COUNT, OPTIONAL, action, minutes),
                                  ATTR_ABSENT("lead", FLAG, action, lead, 0),
                                  ATTR_ABSENT("once", FLAG, action, once, 0), ITEM_WHEN,
                                  ORIGIN(action)},
                   .children = {SOME(EL(TITLE), action, titles), ANY(EL(DUE), action, dues),
                                ANY(TEXTS(WHY), action, whys), ANY(TEXTS(STEP), action, steps),
                                ANY(TEXTS(AVOID), action, avoids), ANY(EL(DRAFT), action, drafts),
                                ANY(NESTED, item, first)},
                   .open = build_open_action},
    [EL_DUE] = {.name = "due",
                .size = sizeof(struct due),
                .next_offset = offsetof(struct due, next),
                .attributes = {ATTR_HOOK("after", NAME, REQUIRED),
                               ATTR("days", INTEGER, OPTIONAL, due, days),
                               ATTR("on", WEEKDAYS, OPTIONAL, due, weekdays),
                               ATTR_ABSENT("at", TIME, due, at, -1),
                               ATTR_ABSENT("until", COUNT, due, until, -1), WHEN(due)},
                .open = build_open_due},
    [EL_DRAFT] = {.name = "draft",
                  .size = sizeof(struct draft),
                  .next_offset = offsetof(struct draft, next),
                  .gives = CONTEXT_DRAFT,
                  .attributes = {ID(draft, id),
                                 ATTR_WORD("channel", OPTIONAL, draft, channel, channel_words),
                                 WHEN(draft)},
                  .children = {MAYBE(EL(TO), draft, to), ANY(EL(DRAFT_SUBJECT), draft, subjects),
                               SOME(EL(DRAFT_PARAGRAPH) | EL(DRAFT_FIRST), draft, paragraphs)},
                  .open = build_open_draft},
    [EL_LESSON] = {.name = "lesson",
                   .size = sizeof(struct lesson),
                   .next_offset = ITEM_SIBLING,
                   .attributes = {ID(item, id), ATTR("topic", TOPIC, REQUIRED, lesson, topic),
                                  ATTR("slot", ID, OPTIONAL, lesson, slot), ITEM_WHEN,
                                  ATTR("stress", CONDITION, OPTIONAL, lesson, stress),
                                  ORIGIN(lesson)},
                   .children = {ANY(EL(FACT), lesson, facts), MAYBE(EL(IF), lesson, if_text),
                                ONE(EL(THEN), lesson, then_text), MAYBE(EL(WHY), lesson, why),
                                MAYBE(EL(EXERCISE), lesson, exercise)},
                   .open = build_open_lesson},
    [EL_STRENGTH] = {.name = "strength",
                     .content = CONTENT_PROSE,
                     .size = sizeof(struct strength),
                     .next_offset = ITEM_SIBLING,
                     .attributes = {ID(item, id), ATTR("topic", TOPIC, OPTIONAL, strength, topic),
                                    ATTR("slot", ID, OPTIONAL, strength, slot), ITEM_WHEN,
                                    ORIGIN(strength)},
                     .children = {ANY_UNLINKED(INLINE)},
                     .open = build_open_strength,
                     .close = build_close_text},
    [EL_REMARK] = {.name = "remark",
                   .content = CONTENT_PROSE,
                   .size = sizeof(struct remark),
                   .next_offset = ITEM_SIBLING,
                   .attributes = {ATTR("id", ID, OPTIONAL, item, id), ITEM_WHEN},
                   .children = {ANY_UNLINKED(INLINE)},
                   .open = build_open_remark,
                   .close = build_close_text},
    [EL_OPENING] = {.name = "opening",
                    .size = sizeof(struct opening),
                    .next_offset = ITEM_SIBLING,
                    .attributes = {ATTR("id", ID, OPTIONAL, item, id),
                                   ATTR("slot", ID, OPTIONAL, opening, slot), ITEM_WHEN,
                                   ORIGIN(opening)},
                    .children = {SOME(TEXTS(PARAGRAPH), opening, paragraphs)},
                    .open = build_open_opening},
    [EL_REPLY] = {.name = "reply",
                  .size = sizeof(struct reply),
                  .next_offset = ITEM_SIBLING,
                  .attributes = {ATTR("id", ID, OPTIONAL, item, id),
                                 ATTR("slot", ID, OPTIONAL, reply, slot), ITEM_WHEN, ORIGIN(reply)},
                  .children = {ONE(EL(TITLE), reply, title),
                               SOME(TEXTS(PARAGRAPH), reply, paragraphs)},
                  .open = build_open_reply},
    [EL_EXTEND] =
        {.name = "extend",
         .size = sizeof(struct extension),
         .gives = CONTEXT_ADDED,
         .attributes = {ATTR_VARIES("question"), ATTR_VARIES("option"), ATTR_VARIES("theme"),
                        ATTR_VARIES("pack"),
                        ATTR_WORD("at", OPTIONAL, extension, at_start, places)},
         .children = {ANY(EL(TOPIC), extension, topics), ANY(EL(SHEET), extension, sheets),
                      ANY(EL(SOURCE), extension, sources), ANY(EL(HOLIDAY), extension, holidays),
                      ANY(EL(SUPPORT), extension, supports), ANY(EL(OPTION), extension, options),
                      ANY(NESTED, extension, nested)},
         .variants = extend_variants,
         .open = build_open_extend,
         .close = build_close_extend},

    TEXT(TITLE, "title", WHEN(text)),
    TEXT(ABOUT, "about", {0}),
    TEXT(SUBJECT, "subject", WHEN(text)),
    TEXT(PUBLISHER, "publisher", {0}),
    TEXT(PARAGRAPH, "p", WHEN(text)),
    [EL_PROMPT] = {.name = "prompt",
                   .content = CONTENT_PROSE,
                   .size = sizeof(struct text),
                   .next_offset = offsetof(struct text, next),
                   .heeds = CONTEXT_STEM,
                   .attributes = {WHEN(text)},
                   .children = {ANY_UNLINKED(INLINE)},
                   .open = build_open_text,
                   .close = build_close_text},
    TEXT(LABEL, "label", {0}),
    TEXT(HELP, "help", WHEN(text)),
    TEXT(LOW, "low", {0}),
    TEXT(HIGH, "high", {0}),
    TEXT(WHY, "why", WHEN(text)),
    TEXT(STEP, "step", WHEN(text)),
    TEXT(AVOID, "avoid", WHEN(text)),
    TEXT(FACT, "fact", WHEN(text)),
    TEXT(IF, "if", {0}),
    TEXT(THEN, "then", {0}),
    TEXT(EXERCISE, "exercise", {0}),
    DRAFT_TEXT(TO, "to"),
    DRAFT_TEXT(DRAFT_SUBJECT, "subject"),
    DRAFT_TEXT(DRAFT_PARAGRAPH, "p"),
    DRAFT_TEXT(TRANSLATION, "translation"),
    GROUP(FIRST, EL(WHY) | EL(STEP) | EL(AVOID) | EL(PARAGRAPH) | EL(HELP)),
    GROUP(DRAFT_FIRST, EL(DRAFT_PARAGRAPH)),

    WRAPPER(EM, "em", 0, {0}),
    WRAPPER(STRONG, "strong", 0, {0}),
    WRAPPER(LINK, "link", 0, ATTR("href", ADDRESS, REQUIRED, piece, text)),
    WRAPPER(SPAN, "span", 0, ATTR("when", CONDITION, REQUIRED, piece, when)),
    [EL_BLANK] = {.name = "blank",
                  .content = CONTENT_PROSE,
                  .size = sizeof(struct piece),
                  .heeds = CONTEXT_DRAFT | CONTEXT_STEM,
                  .only_in = CONTEXT_DRAFT | CONTEXT_STEM,
                  .attributes = {ATTR("id", ID, OPTIONAL, piece, fill),
                                 ATTR("optional", FLAG, OPTIONAL, piece, optional),
                                 ATTR("example", STRING, OPTIONAL, piece, text)},
                  .children = {ANY_UNLINKED(INLINE)},
                  .open = build_open_blank,
                  .close = build_close_piece},
    [EL_QUOTE] = {.name = "answer",
                  .size = sizeof(struct piece),
                  .attributes = {ATTR("of", ID, REQUIRED, piece, text), FORM,
                                 ATTR("else", STRING, OPTIONAL, piece, otherwise)},
                  .open = build_open_quote,
                  .close = build_close_piece},
    [EL_DATE] = {.name = "date",
                 .size = sizeof(struct piece),
                 .attributes = {ATTR("of", ID, REQUIRED, piece, text), FORM},
                 .open = build_open_date,
                 .close = build_close_piece},

    [EL_EXAMPLE] = {.name = "example",
                    .any_order = TRUE,
                    .attributes = {ATTR("title", STRING, REQUIRED, example, title),
                                   ATTR("today", DAY, REQUIRED, example, today),
                                   ATTR("given", DAY, OPTIONAL, example, given),
                                   ATTR("id", ID, OPTIONAL, example, identity)},
                    .children = {ANY_UNLINKED(EL(ANSWER) | EL(SKIP) | EL(ITEM) | EL(DONE) |
                                              EL(MOVED) | EL(FILL) | EL(OWN_DRAFT) | EL(EXPECT) |
                                              EL(REJECT))},
                    .open = build_open_example},
    [EL_ANSWER] = {.name = "answer",
                   .content = CONTENT_RAW,
                   .size = sizeof(struct example_entry),
                   .attributes = {ATTR("of", ID, REQUIRED, example_entry, of),
                                  ATTR("given", DAY, OPTIONAL, example_entry, day),
                                  ATTR("seen", DAY, OPTIONAL, example_entry, seen),
                                  ATTR("turn", COUNT, OPTIONAL, example_entry, item),
                                  ATTR_ABSENT("parked", FLAG, example_entry, parked, 0)},
                   .children = {ANY_UNLINKED(EL(VALUE))},
                   .open = build_open_answer,
                   .close = build_close_answer},
    [EL_VALUE] = {.name = "value",
                  .content = CONTENT_RAW,
                  .open = build_open_value,
                  .close = build_close_value},
    [EL_SKIP] = {.name = "skip",
                 .size = sizeof(struct example_entry),
                 .attributes = {ATTR("of", ID, REQUIRED, example_entry, of),
                                ATTR("given", DAY, OPTIONAL, example_entry, day),
                                ATTR("seen", DAY, OPTIONAL, example_entry, seen),
                                ATTR("turn", COUNT, OPTIONAL, example_entry, item)},
                 .open = build_open_skip},
    [EL_ITEM] = {.name = "item",
                 .size = sizeof(struct example_item),
                 .attributes = {ATTR("of", ID, REQUIRED, example_item, of)},
                 .children = {ANY_UNLINKED(EL(ANSWER) | EL(SKIP))},
                 .open = build_open_item},
    [EL_DONE] = {.name = "done",
                 .size = sizeof(struct example_entry),
                 .attributes = {ATTR("of", ID, REQUIRED, example_entry, of),
                                ATTR("on", DAY, REQUIRED, example_entry, day),
                                ATTR("action", ID, OPTIONAL, example_entry, action)},
                 .open = build_open_done},
    [EL_MOVED] = {.name = "moved",
                  .size = sizeof(struct example_entry),
                  .attributes = {ATTR("of", ID, REQUIRED, example_entry, of),
                                 ATTR("to", DAY, REQUIRED, example_entry, day)},
                  .open = build_open_moved},
    [EL_FILL] = {.name = "fill",
                 .content = CONTENT_RAW,
                 .size = sizeof(struct example_entry),
                 .attributes = {ATTR("of", ID, REQUIRED, example_entry, of)},
                 .open = build_open_fill,
                 .close = build_close_words},
    [EL_OWN_DRAFT] = {.name = "draft",
                      .content = CONTENT_RAW,
                      .size = sizeof(struct example_entry),
                      .attributes = {ATTR("of", ID, REQUIRED, example_entry, of)},
                      .open = build_open_own_draft,
                      .close = build_close_words},
    [EL_EXPECT] = {.name = "expect",
                   .size = sizeof(struct expectation),
                   .attributes = {ATTR_VARIES("question"), ATTR_VARIES("advice"),
                                  ATTR_VARIES("due"), ATTR_VARIES("state")},
                   .variants = expect_variants,
                   .open = build_open_expect},
    [EL_REJECT] = {.name = "reject",
                   .size = sizeof(struct expectation),
                   .attributes = {ATTR_VARIES("question"), ATTR_VARIES("advice")},
                   .variants = reject_variants,
                   .open = build_open_reject},
};
