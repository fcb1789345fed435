/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person's own debriefs taught, in the few lines that one reads on the morning of the next
 * time. */
#pragma once

#include "command/session.h"

/* Adds these lines of PLANS (the latest first) to OUT: at most ten as they stand on the screen,
 * whole sentences, and none where nothing was taught. */
void reminder_write(const struct session *session, const GPtrArray *plans, GString *out);

/* Whether the next time of PLAN is today or tomorrow. */
gboolean reminder_is_due(const struct plan *plan);

/* Says of which day and subject PLAN's next time is, "Tomorrow, Friday 4 December: Baker". Caller
 * frees. */
char *reminder_title(const struct session *session,
                     const struct plan *plan) G_GNUC_WARN_UNUSED_RESULT;
