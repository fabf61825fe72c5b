package io.reelrecs.train.evaluate.split;

import io.reelrecs.train.ratings.BadDataException;
import io.reelrecs.train.ratings.RatingTable;
import io.reelrecs.train.ratings.RatingsReader;
import io.reelrecs.train.ratings.ReadListener;
import io.reelrecs.train.ratings.ReadOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Full ranking over a filtered catalog, with test files that name the pairs: ratings of {@value
 * #POSITIVE_FROM} and more, their {@value #CORE}-core, minus the test pairs to train on.
 *
 * <p>The test files are ratings files ({@code user<TAB>movie<TAB>anything<TAB>timestamp}, external
 * ids). Only their pairs count; a test rating's stars and time are those of the ratings. On
 * MovieLens 1M the core has 571,531 ratings of 5,949 users for 2,810 movies.
 *
 * <p>Source of the protocol: Anelli et al., "Top-N Recommendation Algorithms: A Quest for the
 * State-of-the-Art", UMAP 2022. Immutable and thread-safe.
 */
public final class TopNProtocol implements Splits {

  /** The lowest rating that is kept. */
  public static final float POSITIVE_FROM = 4;

  /** How many ratings every user and every movie has at least. */
  public static final int CORE = 10;

  private final RatingTable core;
  private final List<Test> tests;

  /** A test file's name and, for each rating of the core, whether it is held out. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Test(String name, boolean[] held) {}

  private TopNProtocol(RatingTable core, List<Test> tests) {
    this.core = core;
    this.tests = List.copyOf(tests);
  }

  /**
   * The protocol's splits, one for each test file.
   *
   * @param ratings all ratings, unfiltered
   * @param testFiles at least one
   * @throws BadDataException if a test file cannot be read, or names a pair that is not in the core
   * @throws IllegalArgumentException if there is no test file
   */
  public static TopNProtocol read(RatingTable ratings, List<Path> testFiles)
      throws BadDataException {
    if (testFiles.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one test file");
    }
    RatingTable core = filtered(ratings);
    PairSet pairs = new PairSet(core.size());
    for (int i = 0; i < core.size(); i++) {
      pairs.add(core.userAt(i), core.movieAt(i));
    }
    List<Test> tests = new ArrayList<>();
    for (Path file : testFiles) {
      tests.add(new Test(name(file), held(file, pairs)));
    }
    return new TopNProtocol(core, tests);
  }

  /** The ratings of {@value #POSITIVE_FROM} and more that are in their {@value #CORE}-core. */
  public static RatingTable filtered(RatingTable ratings) {
    RatingTable settled = Rows.settled(ratings);
    return Core.of(Rows.where(settled, i -> settled.ratingAt(i) >= POSITIVE_FROM), CORE);
  }

  private static String name(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    boolean root = folder == null || folder.getFileName() == null;
    return (root ? "" : folder.getFileName() + "/") + file.getFileName();
  }

  private static boolean[] held(Path file, PairSet pairs) throws BadDataException {
    RatingTable test =
        RatingsReader.read(file, ReadOptions.defaults(), ReadListener.NONE).ratings();
    boolean[] held = new boolean[pairs.size()];
    for (int i = 0; i < test.size(); i++) {
      int pair = pairs.find(test.userAt(i), test.movieAt(i));
      if (pair < 0) {
        throw new BadDataException(
            file,
            0,
            0,
            "user %d with movie %d (pair %d of the file)"
                .formatted(test.userAt(i), test.movieAt(i), i + 1),
            "pairs that are rated 4 or more in the ratings and lie in their 10-core",
            "Check that the test file belongs to these ratings.");
      }
      held[pair] = true;
    }
    return held;
  }

  @Override
  public String describe() {
    return "top-n protocol: ratings >= 4, 10-core, full ranking";
  }

  @Override
  public int size() {
    return tests.size();
  }

  @Override
  public Split split(int i) {
    Test test = tests.get(i);
    return new Split(
        test.name,
        Rows.where(core, row -> !test.held[row]),
        Rows.where(core, row -> test.held[row]));
  }
}
