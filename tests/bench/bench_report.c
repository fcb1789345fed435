/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A debrief's plan and its four formats, against cmark parsing and rendering the Markdown that
 * comes of it: all in one process and by turns, by the processor's time, the median of many runs.
 * bench_report CONTENT ANSWERS…
 */
#include <cmark.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "reader/catalogue_read.h"
#include "report/report.h"
#include "walk/exchange.h"

#define RUNS 401

static struct report_options options = {
    .language = "fr", .width = 80, .stamp = "20261124T120000Z", .debrief = "bench"};

struct told {
  const struct catalogue *catalogue;
  struct answers *answers;
  int today;
  GString *markdown;
};

static void read_answers(struct told *told, const char *file)
{
  OWNED(findings) findings = findings_new(NULL);
  OWNED(example) example = example_read(file, findings);
  told->answers = example ? exchange_read(told->catalogue, example, NULL, findings) : NULL;
  if (!told->answers)
    g_error("cannot read %s", file);
  told->today = example->today;
}

static void only_plan(const struct told *told)
{
  OWNED(plan) plan = plan_new(told->catalogue, told->answers, told->today, NULL, TRUE);
}

static void plan_and_formats(const struct told *told)
{
  OWNED(plan) plan = plan_new(told->catalogue, told->answers, told->today, NULL, TRUE);
  OWNED(report) report = report_new(plan, &options);
  for (const struct report_format *format = report_formats; format->name; format++) {
    g_autoptr(GString) out = g_string_new(NULL);
    format->write(report, out);
    if (format == report_formats)
      g_string_assign(told->markdown, out->str);
  }
}

static void parse_and_render(const struct told *told)
{
  cmark_node *tree =
      cmark_parse_document(told->markdown->str, told->markdown->len, CMARK_OPT_DEFAULT);
  char *html = cmark_render_html(tree, CMARK_OPT_DEFAULT);
  cmark_get_default_mem_allocator()->free(html);
  cmark_node_free(tree);
}

static void (*const works[])(const struct told *told) = {plan_and_formats, only_plan,
                                                         parse_and_render};

static gint64 own_nanoseconds(void)
{
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (gint64)time.tv_sec * 1000000000 + time.tv_nsec;
}

static int compare_times(const void *left, const void *right)
{
  gint64 a = *(const gint64 *)left, b = *(const gint64 *)right;
  return (a > b) - (a < b);
}

static double median_microseconds(gint64 times[RUNS])
{
  qsort(times, RUNS, sizeof *times, compare_times);
  return (double)times[RUNS / 2] / 1000;
}

static void compare(const struct told *told, const char *name)
{
  static gint64 times[G_N_ELEMENTS(works)][RUNS];
  double median[G_N_ELEMENTS(works)];
  for (guint run = 0; run < RUNS; run++)
    for (guint i = 0; i < G_N_ELEMENTS(works); i++) {
      gint64 start = own_nanoseconds();
      works[i](told);
      times[i][run] = own_nanoseconds() - start;
    }
  for (guint i = 0; i < G_N_ELEMENTS(works); i++)
    median[i] = median_microseconds(times[i]);
  printf("%-24s %6.0f %6.0f %6.0f %8.2f\n", name, median[0], median[1], median[2],
         median[0] / median[2]);
}

int main(int count, char **files)
{
  OWNED(findings) findings = findings_new(NULL);
  OWNED(catalogue) catalogue = count > 2 ? catalogue_read(files[1], NULL, findings) : NULL;
  if (!catalogue)
    g_error("CONTENT ANSWERS…");
  printf("%-24s %6s %6s %6s %8s\n", "microseconds", "all", "plan", "cmark", "ratio");
  for (int i = 2; i < count; i++) {
    g_autoptr(GString) markdown = g_string_new(NULL);
    struct told told = {.catalogue = catalogue, .markdown = markdown};
    read_answers(&told, files[i]);
    g_autofree char *name = g_path_get_basename(files[i]);
    compare(&told, name);
    answers_free(told.answers);
  }
  return 0;
}
