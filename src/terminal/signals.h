/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Signals while a person is asked something: they are noted when they come and handled where a line
 * is waited for, so that neither a half-written answer nor the terminal's settings suffer. What was
 * ignored when the program was started stays ignored.
 */
#pragma once

#include <glib.h>

/* Takes over SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT and SIGWINCH. */
void signals_catch(void);
/* Gives them back as they were found. */
void signals_release(void);

/* Waits until FD can be read (0), at its end too, or one of the signals came (its number). */
int signals_wait(int fd);

/* Stops the process as Ctrl-Z does where nobody catches it; returns when it goes on. */
void signals_stop(void);

/*
 * Around another program that has the terminal: it and this process stop together, and Ctrl-C is
 * its own affair. What ends this process is still noted.
 */
void signals_lend(void);
void signals_take_back(void);
