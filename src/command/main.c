/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's entry: hands the process over to rebond_main(). */
#include "command/command.h"

int main(int argc, char **argv)
{
  return rebond_main(argc, argv, stdin, stdout, stderr);
}
