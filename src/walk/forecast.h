/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The forecast: how much of what lies ahead is already ruled out. Conditions look back only, so
 * that of a theme, or of a question or repeat directly in a theme, is often decided long before the
 * way gets there; where it is false, nothing inside is asked any more. What is nested deeper is
 * left to the bounds.
 */
#pragma once

#include "walk/bounds.h"
#include "walk/pass.h"

struct forecast;

/* All three are borrowed. */
struct forecast *forecast_new(const struct catalogue *catalogue, const struct bounds *bounds,
                              const struct pass *pass);
void forecast_free(struct forecast *forecast);
DEFINE_OWNED(forecast, forecast_free)

/* Follows the pass, which has just met STEP. Called for each step, it costs no more in all than
 * there are conditions on the way. */
void forecast_meet(struct forecast *forecast, struct step step);

/* Follows the pass back, so that the next step to be met is the one at INDEX of pass_met(). */
void forecast_rewind(struct forecast *forecast, guint index);

/*
 * Of bounds_most() at the step at INDEX, the steps that are ruled out by what was told before it,
 * whatever is told there and later.
 */
guint64 forecast_ruled_out(const struct forecast *forecast, guint index);
