/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The run over one pack: findings first, proofs where there is something to prove. */
#include "check/check.h"

#include "check/semantics.h"
#include "check/texts.h"
#include "check/verdicts.h"

void check_pack(const struct catalogue *catalogue, const struct proof_options *options,
                struct findings *findings)
{
  guint before = findings_count(findings, SEVERITY_ERROR);
  texts_check(catalogue, options, findings);
  semantics_check(catalogue, options, findings);
  gboolean sound = catalogue->sound && findings_count(findings, SEVERITY_ERROR) == before;
  if (!options->proofs || !sound)
    return;
  OWNED(proofs) proofs = proofs_new(catalogue, options);
  verdicts_report(proofs, findings);
  verdicts_report_limits(proofs, findings);
}
