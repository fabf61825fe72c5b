package io.reelrecs.bench;

import io.reelrecs.train.data.ExistingFiles;
import io.reelrecs.train.data.ProgressListener;
import io.reelrecs.train.data.SynthesisParameters;
import io.reelrecs.train.data.Synthesizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Made-up ratings for machines without the real ones. Made once, then kept.
 *
 * @param parameters how many of them
 */
record SyntheticRatings(SynthesisParameters parameters) {

  /** As many users, movies and ratings as MovieLens 1M. */
  static final SyntheticRatings LIKE_MOVIELENS_1M =
      new SyntheticRatings(SynthesisParameters.defaults());

  /** A fifth of that, for a short run. */
  static final SyntheticRatings SMALL =
      new SyntheticRatings(
          SynthesisParameters.builder().users(2_000).movies(2_000).ratings(200_000).build());

  /** The ratings file, with its movies file beside it, in a folder of its own below this one. */
  Path in(Path folder) throws IOException {
    String name =
        "synthetic-%dx%d-%d-seed%d"
            .formatted(
                parameters.users(), parameters.movies(), parameters.ratings(), parameters.seed());
    Path file = folder.resolve(name).resolve("ratings.dat");
    if (!Files.exists(file)) {
      new Synthesizer().write(parameters, file, ExistingFiles.REPLACE, ProgressListener.NONE);
    }
    return file;
  }

  /** Their number, for people. */
  String size() {
    return "%s users, %s movies, %s ratings"
        .formatted(
            TimeText.count(parameters.users()),
            TimeText.count(parameters.movies()),
            TimeText.count(parameters.ratings()));
  }
}
