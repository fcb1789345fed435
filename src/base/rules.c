/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of rules, made from rules.def. */
#include "base/rules.h"

const struct rule rules[RULE_COUNT] = {
#define RULE(id, name, severity, scope, message, explanation, wrong, right)                        \
  [RULE_##id] = {name, SEVERITY_##severity, SCOPE_##scope, message, explanation, wrong, right},
#include "base/rules.def"
#undef RULE
};

const struct rule *rule_find(const char *name)
{
  for (int i = 0; i < RULE_COUNT; i++)
    if (g_str_equal(rules[i].name, name))
      return &rules[i];
  return NULL;
}
