/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around the content of every page. */
#include "report/html_page.h"

#include <string.h>

/* On paper it is dark on light, and what is folded away stands open. */
static const char looks[] =
    ":root{color-scheme:light dark;--ink:#1c1b1a;--paper:#fff;--shade:#f5f2ed;--line:#8a8178;"
    "--accent:#7a4b00;--mark:#ffeeb8}\n"
    "@media screen and (prefers-color-scheme:dark){:root{--ink:#ece8e3;--paper:#1a1918;"
    "--shade:#24221f;--line:#8b8378;--accent:#f0b860;--mark:#54430f}}\n"
    "body{max-width:var(--width,42em);margin:0 auto;padding:1em 1.2em 4em;background:var(--paper);"
    "color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif;overflow-wrap:break-word}\n"
    "h1{font-size:1.3em;line-height:1.25;margin:.4em 0 .8em}\n"
    "h2{font-size:1.2em;line-height:1.3;margin:1.6em 0 .5em;color:var(--accent)}\n"
    "h3{font-size:1.05em;margin:1.6em 0 .5em;color:var(--accent)}\n"
    "h1,h2,h3{break-after:avoid;text-wrap:balance}\n"
    "p{margin:.5em 0}\n"
    "a{color:var(--accent)}\n"
    "ul,ol{padding-left:1.4em}\n"
    "li{margin:.35em 0;break-inside:avoid}\n"
    "summary{cursor:pointer}\n"
    "mark{background:var(--mark);color:inherit}\n"
    "@page{margin:12mm}\n"
    "@media print{body{max-width:none;padding:0;font-size:9.5pt;line-height:1.25}"
    "h1{margin:0 0 .5em}h2{margin:.6em 0 .2em}p,ul,ol{margin:.3em 0}li{margin:.2em 0}"
    "a{color:inherit}summary{list-style:none}"
    "details::details-content{content-visibility:visible;display:block;height:auto}}\n";

/* Nothing may be loaded or run, whatever stands in the page. */
static const char head[] =
    "<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
    "<meta name=\"referrer\" content=\"no-referrer\">\n";

/* The scripts of ISO 15924 from 100 to 199, as far as a language has none other. */
gboolean html_right_to_left(const char *language)
{
  static const char *const languages[] = {"ar", "dv", "fa", "he", "ps", "ur", "yi", NULL};
  g_autofree char *base = g_strndup(language, strcspn(language, "-_"));
  return g_strv_contains(languages, base);
}

char *html_lang(const char *language)
{
  g_autofree char *tag = g_markup_escape_text(language, -1);
  return g_strdup_printf(" lang=\"%s\"%s", tag, html_right_to_left(language) ? " dir=\"rtl\"" : "");
}

void html_page_begin(GString *out, const char *language, const char *title, const char *style)
{
  g_autofree char *lang = html_lang(language), *words = g_markup_escape_text(title, -1);
  g_string_append_printf(out,
                         "<!DOCTYPE html>\n<html%s>\n<head>\n%s<title>%s</title>\n"
                         "<style>\n%s%s</style>\n</head>\n<body>\n<main>\n",
                         lang, head, words, looks, style);
}

void html_page_end(GString *out)
{
  g_string_append(out, "</main>\n</body>\n</html>\n");
}
