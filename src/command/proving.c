/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checker's options and its clock. */
#include "command/proving.h"

#include <time.h>

/* Seconds for the proofs of one pack where --budget does not say. */
#define BUDGET 20
#define MOST_SECONDS 86400.0

/* Microseconds that the program itself has worked: on a busy machine proofs are given no less. */
static gint64 own_time(void)
{
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (gint64)time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static gboolean out_of_time(void *data)
{
  const struct proving *proving = data;
  return own_time() > proving->until;
}

/* True with TEXT as *SECONDS, more than none. */
static gboolean read_seconds(const char *text, double *seconds)
{
  char *end;
  *seconds = g_ascii_strtod(text, &end);
  return g_ascii_isdigit(*text) && !*end && *seconds > 0 && *seconds <= MOST_SECONDS;
}

gboolean proving_set(struct session *session, struct proving *proving)
{
  const char *budget = session->options.budget;
  *proving = (struct proving){.seconds = BUDGET};
  proving->options = (struct proof_options){.translator = session->translator,
                                            .today = session->today,
                                            .proofs = !session->options.no_proofs,
                                            .out_of_time = out_of_time,
                                            .data = proving};
  if (budget && !read_seconds(budget, &proving->seconds)) {
    session_refuse(session, N_("'{1}' is no number of seconds for --budget"), budget, NULL);
    return FALSE;
  }
  proving->options.patience = MAX(1, proving->seconds / BUDGET);
  return TRUE;
}

const struct proof_options *proving_start(struct proving *proving)
{
  proving->until = own_time() + (gint64)(proving->seconds * G_USEC_PER_SEC);
  return &proving->options;
}
