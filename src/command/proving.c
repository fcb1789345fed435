/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checker's options and its clock. */
#include "command/proving.h"

#include <signal.h>
#include <time.h>
#include <unistd.h>

/* Seconds for the proofs of one pack where --budget does not say. A pack four times the size of the
 * shipped one takes about 70 on a slow machine; waiting, with a sign of life and Ctrl-C at hand,
 * says more than "not decided". */
#define BUDGET 120
#define MOST_SECONDS 86400.0

/* Microseconds that the program itself has worked: on a busy machine proofs are given no less. */
static gint64 own_time(void)
{
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (gint64)time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static volatile sig_atomic_t interrupted;
static struct sigaction before; /* what is done at SIGINT while nobody watches */

static void on_interrupt(int signal)
{
  (void)signal;
  interrupted = 1;
}

/* So long nobody wonders what goes on. */
#define PATIENCE ((gint64)2 * G_USEC_PER_SEC)

/* Says once that it takes a while. */
static void show_life(struct proving *proving, gint64 now)
{
  gint64 begun = proving->until - (gint64)(proving->seconds * G_USEC_PER_SEC);
  if (!proving->watched || proving->shown || now - begun < PATIENCE || !isatty(STDERR_FILENO))
    return;
  proving->shown = TRUE;
  g_autofree char *seconds = g_strdup_printf("%g", proving->seconds);
  g_autofree char *words =
      tr_fill(tr(proving->options.translator,
                 N_("trying whether everything can be reached: up to {1} seconds of work; Ctrl-C "
                    "shows what was found")),
              seconds, NULL);
  fprintf(stderr, "%s\n", words);
}

static gboolean out_of_time(void *data)
{
  struct proving *proving = data;
  gint64 now = own_time();
  show_life(proving, now);
  return interrupted || now > proving->until;
}

void proving_watch(struct proving *proving)
{
  struct sigaction action = {.sa_handler = on_interrupt, .sa_flags = (int)SA_RESETHAND};
  proving->watched = TRUE;
  sigaction(SIGINT, NULL, &before);
  if (before.sa_handler != SIG_IGN)
    sigaction(SIGINT, &action, NULL);
}

void proving_unwatch(struct proving *proving)
{
  proving->watched = FALSE;
  sigaction(SIGINT, &before, NULL);
}

gboolean proving_interrupted(void)
{
  return interrupted;
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
