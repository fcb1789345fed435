/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pack as a page: languages beside each other, links both ways, findings beside their place. */
#include <string.h>

#include "base/rules.h"
#include "draw/preview_page.h"
#include "support/pack.h"
#include "support/suite.h"

static const char defines[] = "<define id=\"hurry\" test=\"$late = 'yes'\"/>";

static const char theme[] =
    "<question id=\"late\" kind=\"choice\"><prompt>En &lt;retard&gt; &amp; alors ?</prompt>"
    "<option value=\"yes\"><label>Oui</label></option><option value=\"no\"/></question>\n"
    "<action id=\"call\" channel=\"phone\" slot=\"talk\" when=\"$hurry\"><title>Appeler</title>"
    "<why>Vite, <answer of=\"late\" else=\"donc\"/>.</why></action>\n"
    "<question id=\"liked\" kind=\"text\" stem=\"yes\"><prompt>Bien : <blank/>.</prompt>"
    "<label>Bien</label></question>\n"
    "<action id=\"write\" channel=\"email\" slot=\"talk\" when=\"$late\"><title>Écrire</title>"
    "<why when=\"$liked\"><answer of=\"liked\" form=\"stem\"/></why></action>\n";

static const char *to_english(const struct translator *translator, const char *msgid)
{
  (void)translator;
  return g_str_equal(msgid, "Appeler") ? "Call the centre"
         : g_str_equal(msgid, "Oui")   ? "Yes"
                                       : msgid;
}

static const char *to_american(const struct translator *translator, const char *msgid)
{
  return g_str_equal(msgid, "Appeler") ? "Call the center" : to_english(translator, msgid);
}

static const struct translator english = {.message = to_english},
                               american = {.message = to_american};
static const struct preview_language languages[] = {
    {"fr", NULL}, {"en", &english}, {"en-US", &american}};

/* The page of PART of PACK with what was FOUND. Caller frees. */
static char *page_of(const struct catalogue *catalogue, const struct item *part,
                     struct findings *found)
{
  struct preview_page page = {.language = "en",
                              .languages = languages,
                              .language_count = G_N_ELEMENTS(languages),
                              .findings = found,
                              .summary = "1 theme: all well"};
  GString *out = g_string_new(NULL);
  preview_page_write(catalogue, part, &page, out);
  return g_string_free(out, FALSE);
}

static void assert_has(const char *text, const char *part)
{
  if (!strstr(text, part))
    ASSERT_TEXT(text, part);
}

static void test_languages(void)
{
  OWNED(test_pack) pack = test_pack_new(defines, theme);
  g_autofree char *page = page_of(pack->catalogue, NULL, pack->findings);
  assert_has(page, "<p lang=\"fr\">Appeler</p><p lang=\"en\">Call the centre</p>"
                   "<p lang=\"en-US\">Call the center</p></div>");
  assert_has(page, "<p lang=\"fr\">Oui</p><p lang=\"en\">Yes</p></div>");
  assert_has(page, "<p lang=\"fr\">Écrire</p><p><mark>en: not translated</mark></p></div>");
  assert_has(page, "<p lang=\"fr\">En &lt;retard&gt; &amp; alors ?</p>");
}

static void test_links(void)
{
  OWNED(test_pack) pack = test_pack_new(defines, theme);
  g_autofree char *page = page_of(pack->catalogue, NULL, pack->findings);
  const char *late = strstr(page, "<section id=\"late\">");
  const char *call = strstr(page, "<section id=\"call\">"),
             *write = strstr(page, "<section id=\"write\">");
  CU_ASSERT(late < call && call < write && late != NULL);
  assert_has(late, "On this depend: <a href=\"#hurry\"><code>hurry</code></a> · "
                   "<a href=\"#call\">Appeler</a> · <a href=\"#write\">Écrire</a></p>");
  assert_has(call, "Depends on: <a href=\"#hurry\"><code>hurry</code></a> · "
                   "<a href=\"#late\">En &lt;retard&gt; &amp; alors ?</a></p>");
  assert_has(
      call,
      "Vite, <a href=\"#late\">‹&apos;En &lt;retard&gt; &amp; alors ?&apos;›</a> (else donc).");
  assert_has(write, "<a href=\"#liked\">‹Bien, in its sentence›</a>");
  assert_has(call, "<a href=\"#slot:talk\">slot &apos;talk&apos;</a>");
  assert_has(write, "<h3 id=\"slot:talk\">talk</h3>\n<ol>\n<li><a href=\"#call\">Appeler</a></li>\n"
                    "<li><a href=\"#write\">Écrire</a></li>\n</ol>");
  assert_has(page, "<div class=\"line\" id=\"hurry\"><p class=\"role\">define &apos;hurry&apos; ");
  assert_has(call, "when &apos;En &lt;retard&gt; &amp; alors ?&apos; is &apos;Oui&apos; "
                   "<code>$hurry</code>");
}

/* What a condition names, what something stands in and what a slot answers leads somewhere; so does
 * every answer where all are counted, quoted or shown, or where it is the only one left. */
static void test_idle(void)
{
#define OPTION(value, inside)                                                                      \
  "<option value=\"" value "\"><label>" value "</label>" inside "</option>"
#define THREE OPTION("a", "") OPTION("b", "") OPTION("c", "")
  static const char questions[] =
      "<question id=\"ticked\" kind=\"choices\"><prompt>?</prompt>" THREE OPTION(
          "d",
          "<remark>D</remark>") "<option value=\"e\" slot=\"answer\"><label>e</label></option>"
                                "<option value=\"none\" "
                                "exclusive=\"yes\"><label>n</label></option></question>\n"
                                "<question id=\"two\" kind=\"choice\"><prompt>?</prompt>" THREE
                                "</question>\n"
                                "<question id=\"rest\" kind=\"choice\"><prompt>?</prompt>" THREE
                                "</question>\n"
                                "<question id=\"counted\" kind=\"choices\"><prompt>?</prompt>" THREE
                                "</question>\n"
                                "<question id=\"said\" kind=\"choices\"><prompt>?</prompt>" THREE
                                "</question>\n"
                                "<question id=\"offered\" kind=\"choices\"><prompt>?</prompt>" THREE
                                "</question>\n"
                                "<question id=\"worst\" kind=\"choice\" from=\"offered\">"
                                "<prompt>?</prompt></question>\n"
                                "<opening id=\"o\" slot=\"answer\" when=\"$ticked = "
                                "'a'\"><p>D</p></opening>\n"
                                "<remark when=\"$ticked = 'a' or 'b' = $two\">A</remark>\n"
                                "<remark when=\"not($rest = 'a') and $rest != 'b'\">A</remark>\n"
                                "<remark when=\"count($counted) &gt; 1 and $counted = "
                                "'a'\"><answer of=\"said\"/></remark>\n";
#undef THREE
#undef OPTION
  OWNED(test_pack) pack = test_pack_new(NULL, questions);
  g_autofree char *page = page_of(pack->catalogue, NULL, pack->findings);
  const char *ticked = strstr(page, "<section id=\"ticked\">");
  CU_ASSERT_PTR_NOT_NULL_FATAL(ticked);
  assert_has(ticked,
             "<p class=\"links\">Nothing follows from: <code>b</code> · <code>c</code></p>\n");
  const char *two = strstr(page, "<section id=\"two\">"), *rest = strstr(page, "id=\"rest\"");
  assert_has(two, "Nothing follows from: <code>a</code> · <code>c</code></p>");
  CU_ASSERT_PTR_NULL(strstr(rest, "Nothing follows from:"));
}

/* Of a part nothing leads out. */
static void test_part(void)
{
  OWNED(test_pack) pack = test_pack_new(defines, theme);
  g_autofree char *page = page_of(pack->catalogue, test_pack_item(pack, "call"), pack->findings);
  assert_has(
      page, "<section id=\"call\">\n<h2>Appeler <small>action &apos;call&apos; (by phone)</small>");
  CU_ASSERT_PTR_NULL(strstr(page, "href=\"#"));
  CU_ASSERT_PTR_NULL(strstr(page, "id=\"write\""));
}

static void test_findings(void)
{
  OWNED(test_pack) pack = test_pack_new(defines, theme);
  const struct item *call = test_pack_item(pack, "call");
  struct place inside = call->place, pack_file = pack->catalogue->place;
  inside.column += 3;
  findings_add(pack->findings, &rules[RULE_TYPOGRAPHY], inside, "<b>", "b", NULL);
  findings_add(pack->findings, &rules[RULE_UNUSED], pack_file, "topic", "x", NULL);
  g_autofree char *page = page_of(pack->catalogue, NULL, pack->findings);
  const char *own = strstr(page, "<p class=\"finding\">");
  CU_ASSERT(own > strstr(page, "<section id=\"call\">") &&
            own < strstr(page, "<section id=\"write\">"));
  CU_ASSERT_PTR_NULL(strstr(own + 1, "<p class=\"finding\">"));
  assert_has(own, "<p class=\"finding\"><strong>warning</strong> ");
  assert_has(own, "<code> 10-theme.xml:4:");
  assert_has(page, " [typography]</code> → <a href=\"#call\">Appeler</a></li>");
  assert_has(page, " [unused]</code></li>");
  assert_has(page, "<small>theme &apos;t&apos;</small></h2>\n <mark>1</mark></summary>");
}

static void test_faulty(void)
{
  OWNED(test_pack) pack = test_pack_new(defines, "<question id=\"a\" kind=\"none\"/>\n");
  g_autofree char *page = page_of(pack->catalogue, NULL, pack->findings);
  assert_has(page, "<h1>What is wrong</h1>");
  assert_has(page, "<strong>error</strong>");
  CU_ASSERT_PTR_NULL(strstr(page, "<section"));
}

SUITE(preview_page, {"all languages stand beside each other", test_languages},
      {"links go both ways", test_links},
      {"answers from which nothing follows are said", test_idle},
      {"a part stands by itself", test_part}, {"findings stand beside their place", test_findings},
      {"of a faulty pack there are findings alone", test_faulty})
