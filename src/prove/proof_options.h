/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told to everything that proves, and to what checks or compares with the help of it. */
#pragma once

#include "base/translator.h"
#include "prove/caps.h"

struct proof_options {
  const struct translator *translator; /* the program's; NULL: English */
  int today;                           /* a day: review dates are counted back from it */
  gboolean proofs; /* a check of a pack also proves, a comparison has witnesses */
  /*
   * Asked now and then by proofs: true ends them, and what is not decided then is reported by
   * name. The floors below the command line read no clock; NULL: only the fixed number of steps
   * a proof may take ends it, so that the same pack always gives the same findings.
   */
  gboolean (*out_of_time)(void *data);
  void *data;
  double patience; /* this many times the usual number of steps, for who gives more time; 0: once */
  const struct caps *caps; /* what proofs model at most; NULL: the usual */
  const GPtrArray *ways;   /* of struct way: what they reach need not be looked for; or NULL */
};
