package io.reelrecs.train;

import io.reelrecs.core.model.Model;

/**
 * A trained model and how it came about.
 *
 * @param model the model
 * @param summary what went in and what it took
 */
public record TrainingResult(Model model, TrainingSummary summary) {}
