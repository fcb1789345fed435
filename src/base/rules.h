/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The registry of rules about content, from rules.def: one row a rule. The reader, the walk's
 * exchange and the checker find faults; `rebond check --explain` and the tests walk the same table.
 */
#pragma once

#include "base/finding.h"

enum rule_id {
#define RULE(id, name, severity, scope, message, explanation, wrong, right) RULE_##id,
#include "base/rules.def"
#undef RULE
  RULE_COUNT
};

extern const struct rule rules[RULE_COUNT];

/* The rule of this name, or NULL. */
const struct rule *rule_find(const char *name);
