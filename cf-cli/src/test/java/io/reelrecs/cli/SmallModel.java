package io.reelrecs.cli;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.ModelFile;
import io.reelrecs.train.Algorithm;
import io.reelrecs.train.TrainingJob;
import io.reelrecs.train.TrainingListener;
import io.reelrecs.train.TrainingParameters;
import io.reelrecs.train.TrainingRequest;
import io.reelrecs.train.data.ExistingFiles;
import io.reelrecs.train.data.SynthesisParameters;
import io.reelrecs.train.data.Synthesizer;
import io.reelrecs.train.ratings.BadDataException;
import io.reelrecs.train.ratings.ReadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A model of 60 invented users, 50 invented movies and 900 ratings, and its files. */
record SmallModel(Path ratings, Path file, Model model) {

  static final int USERS = 60;
  static final int MOVIES = 50;
  static final int RATINGS = 900;

  /** The neighbors of each user that the model holds. */
  static final int K = 5;

  /** Ids that the model does not know. */
  static final long UNKNOWN_USER = 4_294_967_295L;

  static final long UNKNOWN_MOVIE = 777_777;

  /** Makes the data and trains on it. */
  static SmallModel in(Path folder) throws IOException, BadDataException {
    Path ratings = ratings(folder.resolve("data/ratings.dat"));
    Path file = folder.resolve("models/reelrecs.rrm");
    TrainingJob.run(
        new TrainingRequest(
            ratings,
            Optional.empty(),
            file,
            ReadOptions.defaults(),
            TrainingParameters.of(Algorithm.REFERENCE).with("k", Integer.toString(K))),
        TrainingListener.NONE);
    return new SmallModel(ratings, file, ModelFile.read(file));
  }

  /** Makes the data only. */
  static Path ratings(Path file) throws IOException {
    SynthesisParameters parameters =
        SynthesisParameters.builder().users(USERS).movies(MOVIES).ratings(RATINGS).seed(7).build();
    return new Synthesizer()
        .write(parameters, file, ExistingFiles.REFUSE, (step, done, total) -> {})
        .ratings();
  }

  /** Runs {@code COMMAND --model FILE ARGS}. */
  Run run(String command, String... args) {
    return reading("", command, args);
  }

  /** The same with a text on standard input. */
  Run reading(String in, String command, String... args) {
    String[] all = new String[args.length + 3];
    all[0] = command;
    all[1] = "--model";
    all[2] = file.toString();
    System.arraycopy(args, 0, all, 3, args.length);
    return Run.reading(in, all);
  }
}
