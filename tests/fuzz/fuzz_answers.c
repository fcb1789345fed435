/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes answers files: bytes as one, read; its plan in every format; and what it holds written and
 * read again, which must be the same. The start corpus is the examples of the pack.
 */
#include "fuzz.h"
#include "walk/exchange.h"

/* What BYTES tell; NULL if they are no answers file, or one with errors. */
static struct answers *read_answers(const char *bytes)
{
  OWNED(findings) findings = findings_new(NULL);
  OWNED(example) example = example_read_text(bytes, "answers.xml", findings);
  struct answers *answers =
      example ? exchange_read(fuzz_catalogue(), example, NULL, findings) : NULL;
  g_autoptr(GString) out = g_string_new(NULL);
  findings_print(findings, out);
  if (findings_count(findings, SEVERITY_ERROR))
    g_clear_pointer(&answers, answers_free);
  return answers;
}

static char *write_answers(const struct answers *answers)
{
  GString *out = g_string_new(NULL);
  exchange_write(fuzz_catalogue(), answers, "t", fuzz_today(), PRIVATE_INCLUDED, NULL, out);
  return g_string_free(out, FALSE);
}

/* A debrief comes back as it was. */
static void check_there_and_back(struct answers *answers)
{
  answers_set_identity(answers, "identity");
  g_autofree char *first = write_answers(answers);
  OWNED(answers) again = read_answers(first);
  g_autofree char *second = again ? write_answers(again) : g_strdup("nothing");
  if (!g_str_equal(first, second))
    fuzz_fail("what was written is not what is read", first, second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  g_autofree char *bytes = g_strndup((const char *)data, size);
  OWNED(answers) answers = read_answers(bytes);
  if (!answers)
    return 0;
  OWNED(plan) plan = plan_new(fuzz_catalogue(), answers, fuzz_today(), NULL, TRUE);
  fuzz_report(plan);
  check_there_and_back(answers);
  return 0;
}
