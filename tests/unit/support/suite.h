/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A suite of unit tests: test_NAME.c ends with
 *
 *   SUITE(NAME, {"what holds", test_function}, …)
 *
 * and the build collects the suites of a floor into one program.
 */
#pragma once

#include <CUnit/CUnit.h>
#include <glib.h>

#define SUITE(suite_name, ...)                                                                     \
  static CU_TestInfo suite_name##_tests[] = {__VA_ARGS__, CU_TEST_INFO_NULL};                      \
  extern CU_SuiteInfo suite_##suite_name;                                                          \
  CU_SuiteInfo suite_##suite_name = {.pName = #suite_name, .pTests = suite_name##_tests};

/* Compares strings and shows both when they differ. */
#define ASSERT_TEXT(actual, expected) assert_text(__FILE__, __LINE__, (actual), (expected))
void assert_text(const char *file, int line, const char *actual, const char *expected);

extern CU_SuiteInfo *const suites[];
