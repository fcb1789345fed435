/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures and faults, gathered over people. */
#include "trial.h"

#include <CUnit/CUnit.h>
#include <stdio.h>

#include "base/date.h"

struct measure {
  char *title;
  int limit;
  int most; /* -1 before the first */
  char *who;
  char *answers; /* of whoever is beyond the limit, as a file */
};

struct fault {
  char *who;     /* the first */
  char *answers; /* theirs, as a file */
  guint times;
};

struct trial {
  GArray *measures;   /* of struct measure */
  GHashTable *faults; /* what is wrong -> struct fault */
  GPtrArray *order;   /* the keys of that, as they were met */
  GHashTable *blamed; /* the names of those who have one */
};

static void clear_measure(void *data)
{
  struct measure *measure = data;
  g_free(measure->title);
  g_free(measure->who);
  g_free(measure->answers);
}

static void free_fault(void *data)
{
  struct fault *fault = data;
  g_free(fault->who);
  g_free(fault->answers);
  g_free(fault);
}

static struct measure *measure_at(struct trial *trial, guint measure)
{
  return &g_array_index(trial->measures, struct measure, measure);
}

struct trial *trial_new(guint count)
{
  struct trial *trial = g_new0(struct trial, 1);
  trial->measures = g_array_new(FALSE, TRUE, sizeof(struct measure));
  g_array_set_clear_func(trial->measures, clear_measure);
  g_array_set_size(trial->measures, count);
  for (guint i = 0; i < count; i++)
    measure_at(trial, i)->most = -1;
  trial->faults = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_fault);
  trial->order = g_ptr_array_new();
  trial->blamed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  return trial;
}

void trial_limit(struct trial *trial, guint measure, const char *title, int limit)
{
  measure_at(trial, measure)->title = g_strdup(title);
  measure_at(trial, measure)->limit = limit;
}

void trial_see(struct trial *trial, guint measure, int value, const struct person *person)
{
  struct measure *one = measure_at(trial, measure);
  if (value <= one->most)
    return;
  one->most = value;
  g_free(one->who);
  one->who = g_strdup(person->name);
  g_clear_pointer(&one->answers, g_free);
  if (value > one->limit && person->answers)
    one->answers = people_file(person);
}

void trial_blame(struct trial *trial, const struct person *person, int day, const char *what,
                 const char *first, const char *second)
{
  g_autofree char *key = g_strdup_printf("%s: %s%s%s", what, first ? first : "", second ? " " : "",
                                         second ? second : "");
  struct fault *fault = g_hash_table_lookup(trial->faults, key);
  if (!fault) {
    g_autofree char *today = date_to_iso(day);
    fault = g_new0(struct fault, 1);
    fault->who = g_strdup_printf("%s, read on %s", person->name, today);
    fault->answers = people_file(person);
    g_ptr_array_add(trial->order, key);
    g_hash_table_insert(trial->faults, g_steal_pointer(&key), fault);
  }
  fault->times++;
  g_hash_table_add(trial->blamed, g_strdup(person->name));
}

static void print_measure(const struct measure *measure)
{
  printf("%-46s %5d %6d   %s\n", measure->title, measure->most, measure->limit,
         measure->who ? measure->who : "nobody");
  if (measure->answers)
    printf("%s\n", measure->answers);
}

void trial_end(struct trial *trial, guint people, guint per_thousand)
{
  printf("\n%-46s %5s %6s\n", "", "most", "limit");
  for (guint i = 0; i < trial->measures->len; i++) {
    const struct measure *measure = measure_at(trial, i);
    print_measure(measure);
    CU_ASSERT(measure->limit >= 0 && measure->most <= measure->limit);
  }
  for (guint i = 0; i < trial->order->len; i++) {
    const struct fault *fault = g_hash_table_lookup(trial->faults, trial->order->pdata[i]);
    printf("%s (%s; %u in all)\n%s", (const char *)trial->order->pdata[i], fault->who, fault->times,
           fault->answers);
  }
  guint blamed = g_hash_table_size(trial->blamed);
  printf("%u of %u people have a fault\n", blamed, people);
  CU_ASSERT(blamed * 1000 <= people * per_thousand);
  g_hash_table_unref(trial->blamed);
  g_ptr_array_unref(trial->order);
  g_hash_table_unref(trial->faults);
  g_array_unref(trial->measures);
  g_free(trial);
}
