/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No false alarm: packs made at random that are sound are read without a finding. It stands here
 * because what makes them knows the walk. */
#include "support/random_pack.h"
#include "support/suite.h"

static void test_sound(void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed(random_seed(1105));
  for (guint i = 0; i < random_scale(1000); i++) {
    OWNED(test_pack) pack = random_pack_new(rand, 1 + i % 12);
    if (findings_get(pack->findings, 0)) {
      g_autofree char *findings = test_pack_findings(pack);
      CU_FAIL(findings);
      printf("%s\n", findings);
    }
  }
}

SUITE(random_read, {"1,000 random sound packs give no finding", test_sound})
