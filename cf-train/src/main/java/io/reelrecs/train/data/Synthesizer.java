package io.reelrecs.train.data;

import io.reelrecs.train.random.SplitMix64;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Makes up a data set in MovieLens format that behaves like MovieLens: a few very active users and
 * very popular movies with long tails behind them, and ratings that come from latent tastes, so
 * that a user's neighbors tell more than the averages do. docs/accuracy.md has the figures.
 *
 * <p>The same parameters give the same bytes on every JDK and machine. Takes about a second per
 * million ratings; memory is linear in users and movies, not in ratings. Stateless and thread-safe.
 */
public final class Synthesizer {

  private static final String MOVIES_FILE = "movies.dat";
  private static final String USERS_FILE = "users.dat";
  private static final int REPORTS = 200;

  private final TasteWeights weights;

  /** A synthesizer. */
  public Synthesizer() {
    this(TasteWeights.MOVIELENS);
  }

  Synthesizer(TasteWeights weights) {
    this.weights = weights;
  }

  /**
   * Writes ratings, and beside them {@code movies.dat} and {@code users.dat}. Ratings are grouped
   * by ascending user, and by ascending time within a user. All three files are complete before the
   * first of them appears under its name; on failure nothing is left.
   *
   * @param ratingsFile where the ratings go; its folder is made when it is not there
   * @param existing what to do when one of the three files exists
   * @param listener told of the step "ratings", in ratings
   * @return the three files
   * @throws FileAlreadyExistsException if a file is in the way and is not to be replaced
   * @throws IOException if a file cannot be written
   * @throws IllegalArgumentException if the ratings file has the name of one of the other two
   */
  public SynthesizedFiles write(
      SynthesisParameters parameters,
      Path ratingsFile,
      ExistingFiles existing,
      ProgressListener listener)
      throws IOException {
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(existing, "existing");
    Objects.requireNonNull(listener, "listener");
    Path ratings = ratingsFile.toAbsolutePath();
    SynthesizedFiles files =
        new SynthesizedFiles(
            ratingsFile,
            ratingsFile.resolveSibling(MOVIES_FILE),
            ratingsFile.resolveSibling(USERS_FILE));
    List<Path> places = List.of(files.users(), files.movies(), files.ratings());
    if (places.stream().distinct().count() < places.size()) {
      throw new IllegalArgumentException(
          "ratings file must not be named movies.dat or users.dat, actual: " + ratingsFile);
    }
    if (existing == ExistingFiles.REFUSE) {
      FileSet.refuseExisting(List.of(files.ratings(), files.movies(), files.users()));
    }
    Synthesis synthesis = new Synthesis(parameters, weights);
    try (FileSet set = new FileSet(ratings.getParent())) {
      Path usersTemporary = set.temporary(files.users());
      Path moviesTemporary = set.temporary(files.movies());
      Path ratingsTemporary = set.temporary(files.ratings());
      writeUsers(parameters, usersTemporary);
      writeMovies(parameters, synthesis, moviesTemporary);
      writeRatings(parameters, synthesis, ratingsTemporary, listener);
      set.publish();
    }
    return files;
  }

  private static void writeRatings(
      SynthesisParameters parameters, Synthesis synthesis, Path file, ProgressListener listener)
      throws IOException {
    StarScale scale = parameters.halfStars() ? StarScale.HALF : StarScale.WHOLE;
    Sessions sessions = new Sessions(parameters.users(), SplitMix64.stream(parameters.seed(), -4));
    long total = parameters.ratings();
    long reportEvery = Math.max(1, total / REPORTS);
    long done = 0;
    long reported = 0;
    listener.progress("ratings", 0, total);
    try (LineWriter out = new LineWriter(file)) {
      for (int user = 0; user < parameters.users(); user++) {
        synthesis.drawRow(user, SplitMix64.stream(parameters.seed(), user));
        sessions.join(user);
        int length = synthesis.length(user);
        for (int i = 0; i < length; i++) {
          out.put(user + 1L).colons();
          out.put(synthesis.movie(i) + 1L).colons();
          out.put(scale.stars(synthesis.opinion(i))).colons();
          out.put(sessions.next()).end();
        }
        done += length;
        if (done - reported >= reportEvery || done == total) {
          listener.progress("ratings", done, total);
          reported = done;
        }
      }
    }
  }

  private static void writeMovies(SynthesisParameters parameters, Synthesis synthesis, Path file)
      throws IOException {
    SplitMix64 random = SplitMix64.stream(parameters.seed(), -5);
    try (LineWriter out = new LineWriter(file)) {
      for (int movie = 0; movie < parameters.movies(); movie++) {
        // 1919 to 2000, half of them in the last six years.
        double age = random.nextDouble();
        int year = 2000 - (int) (82 * age * age * age * age);
        out.put(movie + 1L).colons();
        out.put(Titles.title(movie)).put(" (").put(year).put(")").colons();
        out.put(Genres.names(synthesis.genres(movie))).end();
      }
    }
  }

  private static void writeUsers(SynthesisParameters parameters, Path file) throws IOException {
    SplitMix64 random = SplitMix64.stream(parameters.seed(), -6);
    Demographics demographics = new Demographics(random);
    try (LineWriter out = new LineWriter(file)) {
      for (int user = 0; user < parameters.users(); user++) {
        out.put(user + 1L).colons();
        out.put(demographics.gender()).colons();
        out.put(demographics.age()).colons();
        out.put(demographics.occupation()).colons();
        out.put(demographics.zip()).end();
      }
    }
  }
}
