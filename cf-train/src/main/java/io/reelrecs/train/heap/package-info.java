/**
 * How much heap a training takes: what one rating, user or movie costs, what the data is like that
 * decides it, and the refusal of what does not fit.
 *
 * <p>What a step holds stands at the step's trainer. May touch the core's matrix and model.
 */
package io.reelrecs.train.heap;
