package io.reelrecs.train.data;

import java.nio.file.Path;

/**
 * The three files of a synthetic data set, side by side in one folder.
 *
 * @param ratings lines {@code user::movie::rating::timestamp}
 * @param movies lines {@code movie::Title (Year)::Genre|Genre}
 * @param users lines {@code user::gender::age::occupation::zip}, in MovieLens codes
 */
public record SynthesizedFiles(Path ratings, Path movies, Path users) {}
