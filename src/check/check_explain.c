/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries of the registry of rules, for people. */
#include "base/rules.h"
#include "base/text.h"
#include "check/check.h"

/* Of all rules, NULL-terminated. Caller frees the array alone. */
static const char **rule_names(void)
{
  const char **names = g_new0(const char *, RULE_COUNT + 1);
  for (int i = 0; i < RULE_COUNT; i++)
    names[i] = rules[i].name;
  return names;
}

void check_explain_all(const struct translator *translator, GString *out)
{
  for (int i = 0; i < RULE_COUNT; i++) {
    g_string_append_printf(out, "%s\n    ", rules[i].name);
    text_wrap(out, tr(translator, rules[i].message), 80, 4, "    ");
    g_string_append_c(out, '\n');
  }
}

static void append_snippet(GString *out, const char *title, const char *snippet)
{
  if (*snippet)
    g_string_append_printf(out, "\n%s\n    %s\n", title, snippet);
}

gboolean check_explain(const char *name, const struct translator *translator, GString *out,
                       const char **nearest)
{
  const struct rule *rule = rule_find(name);
  if (!rule) {
    g_autofree const char **names = rule_names();
    if (nearest)
      *nearest = text_nearest(name, names);
    return FALSE;
  }
  const char *severity = rule->severity == SEVERITY_ERROR ? N_("error") : N_("warning");
  g_string_append_printf(out, "%s (%s)\n", rule->name, tr(translator, severity));
  g_string_append_printf(out, "%s\n\n", tr(translator, rule->message));
  text_wrap(out, tr(translator, rule->explanation), 80, 0, "");
  g_string_append_c(out, '\n');
  append_snippet(out, tr(translator, N_("Wrong:")), rule->wrong);
  append_snippet(out, tr(translator, N_("Right:")), rule->right);
  if (rule->scope == SCOPE_GRAMMAR)
    g_string_append_printf(out, "\n%s\n",
                           tr(translator, N_("An XML editor that uses rebond.rng shows it too.")));
  return TRUE;
}
