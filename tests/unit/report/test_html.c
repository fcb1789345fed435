/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page is well-formed and an answer stays text in it. */
#include <string.h>

#include "report/by_hand.h"

/* Elements that a page may hold. */
static const char *const elements[] = {
    "html", "head", "meta", "title",      "style",   "body",   "main", "h1",
    "h2",   "h3",   "p",    "details",    "summary", "ul",     "ol",   "li",
    "em",   "a",    "mark", "blockquote", "input",   "strong", "br",   NULL};
static const char *const void_elements[] = {"meta", "input", "br", NULL};

/* The stack of open elements behind the tag at AT; a fault empties it. */
static gboolean follow_tag(GPtrArray *open, const char *at)
{
  gboolean end = at[1] == '/';
  const char *name = at + 1 + end;
  g_autofree char *element = g_strndup(name, strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789"));
  if (!g_strv_contains(elements, element))
    return FALSE;
  if (g_strv_contains(void_elements, element))
    return !end;
  if (!end) {
    g_ptr_array_add(open, g_steal_pointer(&element));
    return TRUE;
  }
  if (open->len == 0 || !g_str_equal(open->pdata[open->len - 1], element))
    return FALSE;
  g_ptr_array_remove_index(open, open->len - 1);
  return TRUE;
}

/* True if every < of PAGE opens or closes a known element, properly nested. */
static gboolean well_formed(const char *page)
{
  g_autoptr(GPtrArray) open = g_ptr_array_new_with_free_func(g_free);
  const char *doctype = "<!DOCTYPE html>";
  if (!g_str_has_prefix(page, doctype))
    return FALSE;
  for (const char *at = page + strlen(doctype); (at = strchr(at, '<')); at++)
    if (!follow_tag(open, at))
      return FALSE;
  return open->len == 0;
}

static char *page_of(const char *answer)
{
  struct report_options options = plain_options();
  OWNED(plan) plan = plan_by_hand(answer);
  return write_plan(plan, "html", &options);
}

static void answers_are_text(void)
{
  static const char *const answers[] = {
      "<script>alert(1)</script>",
      "</title><img src=x onerror=alert(1)>",
      "\"><b>",
      "'\"&amp;<",
      "]]></style>",
      "<!-- a",
      "a\nb",
      "-->",
  };
  for (guint i = 0; i < G_N_ELEMENTS(answers); i++) {
    g_autofree char *page = page_of(answers[i]);
    CU_ASSERT(well_formed(page));
  }
  g_autofree char *page = page_of("<i>a & b</i>");
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "<title>Oral exam, &lt;i&gt;a &amp; b&lt;/i&gt;</title>"));
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "<h1>Oral exam, &lt;i&gt;a &amp; b&lt;/i&gt;: plan of"));
}

static void nothing_is_loaded(void)
{
  g_autofree char *page = page_of("a");
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "default-src 'none'"));
  CU_ASSERT_PTR_NULL(strstr(page, "<script"));
  CU_ASSERT_PTR_NULL(strstr(page, "src="));
  CU_ASSERT_PTR_NULL(strstr(page, "url("));
  CU_ASSERT_PTR_NULL(strstr(page, "@import"));
}

static void boxes_and_blanks_are_seen(void)
{
  g_autofree char *page = page_of("a");
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "<input type=\"checkbox\" aria-label=\"to do\" disabled> "
                                      "<strong>Tuesday 5 January 2027"));
  CU_ASSERT_PTR_NOT_NULL(strstr(page,
                                "<input type=\"checkbox\" aria-label=\"done\" disabled checked> "
                                "<strong>Thursday 19 November:</strong> Write down"));
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "<mark>[One moment of the exam]</mark>"));
}

static void says_its_language(void)
{
  struct report_options options = plain_options();
  options.language = "fr";
  OWNED(plan) plan = plan_of_nothing();
  g_autofree char *page = write_plan(plan, "html", &options);
  CU_ASSERT(g_str_has_prefix(page, "<!DOCTYPE html>\n<html lang=\"fr\">\n"));
  CU_ASSERT_PTR_NOT_NULL(strstr(page, "<title>Plan</title>"));
}

SUITE(html, {"answers are text", answers_are_text}, {"nothing is loaded", nothing_is_loaded},
      {"boxes and blanks are seen", boxes_and_blanks_are_seen},
      {"the page says its language", says_its_language})
