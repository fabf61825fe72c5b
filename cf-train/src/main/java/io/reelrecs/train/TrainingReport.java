package io.reelrecs.train;

import io.reelrecs.core.model.Model;
import io.reelrecs.train.ratings.ReadResult;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a training from file to file came to.
 *
 * @param read the ratings file: its format, and the lines that were left out
 * @param movies the movies file that was used, if there was one
 * @param model the model
 * @param summary what went in and what it took, reading and writing included
 * @param modelBytes size of the model file
 */
public record TrainingReport(
    ReadResult read,
    Optional<Path> movies,
    Model model,
    TrainingSummary summary,
    long modelBytes) {}
