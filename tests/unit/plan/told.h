/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small pack, what somebody told about it, and the day on which it is looked at. */
#pragma once

#include "base/date.h"
#include "reader/catalogue_read.h"
#include "support/pack.h"
#include "support/suite.h"
#include "walk/pass.h"

/* VALUE given at the question OF on a day; VALUES of a list are parted by |; "-" is a skip, "+" a
 * tick, "+ID" one that names the action ID, ">" puts it off to that day. */
struct told {
  const char *of, *value, *day;
  guint turn;
};

struct fixture {
  struct test_pack *pack;
  struct answers *answers;
  struct pass *pass;
  int today;
};

static inline void tell(struct fixture *fixture, const struct told *told)
{
  int day = date_parse(told->day);
  const struct name *name = catalogue_find(fixture->pack->catalogue, told->of);
  gboolean tick = *told->value == '+';
  if (tick || *told->value == '>') {
    g_assert(name && name->task);
    if (tick)
      answers_set_tick(fixture->answers, name->task, day, told->value[1] ? told->value + 1 : NULL);
    else
      answers_set_moved(fixture->answers, name->task, day);
    return;
  }
  g_auto(GStrv) values = g_strsplit(told->value, "|", -1);
  gboolean skip = g_str_equal(told->value, "-");
  answers_set(fixture->answers, (struct step){test_pack_item(fixture->pack, told->of), told->turn},
              skip ? NULL : (const char *const *)values, day);
}

/* As test_pack_new(), for a pack that has a question `region`. */
static inline struct test_pack *pack_with_region(const char *pack, const char *theme)
{
  struct test_pack *made = g_new0(struct test_pack, 1);
  g_autofree char *pack_xml =
      g_strconcat("<pack xmlns='urn:rebond:content:1' id='test' xml:lang='fr' region='region'>",
                  "<title>Essai</title><about>Pour voir.</about>", pack, "</pack>", NULL);
  g_autofree char *theme_xml = g_strconcat("<theme xmlns='urn:rebond:content:1' id='t'>"
                                           "<title>Thème</title>",
                                           theme, "</theme>", NULL);
  made->folder = test_folder_new();
  test_folder_write(made->folder, "pack.xml", pack_xml);
  test_folder_write(made->folder, "10-theme.xml", theme_xml);
  made->findings = findings_new(NULL);
  made->catalogue = catalogue_read(made->folder, NULL, made->findings);
  return made;
}

/* PACK (with its subject) and THEME, with what was TOLD (the last without `of`) from the day BEGUN
 * on, as it is TODAY. */
static inline struct fixture begin(const char *pack, const char *theme, const struct told *told,
                                   const char *begun, const char *today)
{
  struct fixture fixture = {.pack = pack_with_region(pack, theme), .today = date_parse(today)};
  if (findings_count(fixture.pack->findings, SEVERITY_ERROR)) {
    g_autofree char *findings = test_pack_findings(fixture.pack);
    ASSERT_TEXT(findings, "");
  }
  fixture.answers = answers_new(fixture.pack->catalogue);
  answers_set_begun(fixture.answers, date_parse(begun));
  for (; told && told->of; told++)
    tell(&fixture, told);
  fixture.pass = pass_new(fixture.pack->catalogue, fixture.answers, fixture.today);
  for (struct step met; pass_next(fixture.pass, &met);)
    continue;
  return fixture;
}

static inline void end(struct fixture *fixture)
{
  pass_free(fixture->pass);
  answers_free(fixture->answers);
  test_pack_free(fixture->pack);
}
