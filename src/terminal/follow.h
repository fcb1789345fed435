/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told after an answer: what was set aside or counts again, a remark, the first action. */
#pragma once

#include "terminal/talk.h"

/* After the last answer or skip of the walk, which was recorded and confirmed. */
void follow_answer(struct talk *talk);
