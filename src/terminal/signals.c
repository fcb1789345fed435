/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signals noted by a handler and handed out where a line is waited for. */
#include <poll.h>
#include <signal.h>

#include "terminal/signals.h"

/* In the order in which they are handed out: what ends the program first. */
static const int caught[] = {SIGTERM, SIGHUP, SIGQUIT, SIGINT, SIGTSTP, SIGCONT, SIGWINCH};

static volatile sig_atomic_t came[NSIG];
static struct sigaction before[G_N_ELEMENTS(caught)];

static void on_signal(int number)
{
  came[number] = 1;
}

void signals_catch(void)
{
  struct sigaction ours = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
  sigemptyset(&ours.sa_mask);
  for (gsize i = 0; i < G_N_ELEMENTS(caught); i++) {
    sigaction(caught[i], NULL, &before[i]);
    came[caught[i]] = 0;
    if (before[i].sa_handler != SIG_IGN)
      sigaction(caught[i], &ours, NULL);
  }
}

void signals_release(void)
{
  for (gsize i = 0; i < G_N_ELEMENTS(caught); i++)
    sigaction(caught[i], &before[i], NULL);
}

static int take(void)
{
  for (gsize i = 0; i < G_N_ELEMENTS(caught); i++)
    if (came[caught[i]]) {
      came[caught[i]] = 0;
      return caught[i];
    }
  return 0;
}

int signals_wait(int fd)
{
  struct pollfd input = {.fd = fd, .events = POLLIN};
  sigset_t ours, outside;
  sigemptyset(&ours);
  for (gsize i = 0; i < G_N_ELEMENTS(caught); i++)
    sigaddset(&ours, caught[i]);

  /* Blocked from the look at the notes to the wait, so that none slips in between. */
  sigprocmask(SIG_BLOCK, &ours, &outside);
  int number = take();
  while (!number && ppoll(&input, 1, NULL, &outside) < 0)
    number = take();
  sigprocmask(SIG_SETMASK, &outside, NULL);
  return number;
}

static void set_stopping(void (*handler)(int))
{
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (gsize i = 0; i < G_N_ELEMENTS(caught); i++)
    if ((caught[i] == SIGTSTP || caught[i] == SIGCONT) && before[i].sa_handler != SIG_IGN)
      sigaction(caught[i], &action, NULL);
}

void signals_stop(void)
{
  set_stopping(SIG_DFL);
  raise(SIGTSTP);
  set_stopping(on_signal);
}

void signals_lend(void)
{
  set_stopping(SIG_DFL);
}

void signals_take_back(void)
{
  set_stopping(on_signal);
  came[SIGINT] = came[SIGQUIT] = 0;
}
