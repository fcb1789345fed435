/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the suites of one floor, or those that are named, and fails if a test failed or none ran. */
#include <CUnit/Basic.h>
#include <stdio.h>

#include "support/suite.h"

void assert_text(const char *file, int line, const char *actual, const char *expected)
{
  gboolean same = g_strcmp0(actual, expected) == 0;
  if (!same)
    printf("\n%s:%d\n--- expected\n%s\n--- actual\n%s\n---\n", file, line,
           expected ? expected : "(null)", actual ? actual : "(null)");
  CU_assertImplementation(same, (unsigned)line, "the texts are the same", file, "", CU_FALSE);
}

static int is_named(int count, char **names, const char *suite)
{
  for (int i = 1; i < count; i++)
    if (g_str_equal(names[i], suite))
      return 1;
  return count == 1;
}

int main(int count, char **names)
{
  if (CU_initialize_registry() != CUE_SUCCESS)
    return 1;
  for (int i = 0; suites[i]; i++) {
    CU_SuiteInfo list[] = {*suites[i], CU_SUITE_INFO_NULL};
    if (is_named(count, names, suites[i]->pName) && CU_register_suites(list) != CUE_SUCCESS)
      return 1;
  }
  CU_basic_set_mode(CU_BRM_VERBOSE);
  CU_basic_run_tests();
  gboolean fine = CU_get_number_of_tests_run() > 0 && CU_get_number_of_tests_failed() == 0 &&
                  CU_get_number_of_suites_failed() == 0;
  CU_cleanup_registry();
  return fine ? 0 : 1;
}
