package io.reelrecs.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.core.matrix.RatingScale;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many threads at few pages: whatever is found belongs together, and to whom it was found for. */
@SuppressWarnings("EnumOrdinal") // to make a source of a number and look at it
class ScoreTableTest {

  private static final RatingScale SCALE = new RatingScale(0, 1 << 20, 0);
  private static final int THREADS = 4;
  private static final int ROUNDS = 8_000;
  private static final int BATCH = 20;

  /** Rounds for which a thread stays with a generation. */
  private static final int STAY = 16;

  /**
   * More users than pages, so that they fight for them, on behalf of two generations. All that is
   * remembered of a user and a movie follows from these and the generation.
   */
  @ParameterizedTest
  @CsvSource({"24, 5, 1000", "8, 3, 30"})
  void find_whileOthersWrite_isNeverTorn(int pages, int users, int movies) throws Exception {
    ScoreTable table = new ScoreTable((long) pages * ScoreTable.PAGE_BYTES);
    assertThat(table.capacity()).isEqualTo((long) pages * ScoreTable.CELLS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Long>> found = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        int seed = t;
        found.add(threads.submit(() -> hammer(table, seed, users, movies)));
      }
      long all = 0;
      for (Future<Long> one : found) {
        all += one.get(5, TimeUnit.MINUTES);
      }
      long asked = (long) THREADS * ROUNDS * BATCH;
      assertThat(all).as("answers found; too few prove nothing").isGreaterThan(asked / 20);
      assertThat(all).as("answers found; too many mean no fight").isLessThan(asked * 19 / 20);
    } finally {
      threads.shutdownNow();
    }
  }

  private static long hammer(ScoreTable table, int seed, int users, int movieCount) {
    int[] movies = new int[BATCH];
    int[] places = new int[BATCH];
    int[] missing = new int[BATCH];
    long found = 0;
    for (int round = 0; round < ROUNDS; round++) {
      int generation = 1 + (round / STAY + seed) % 2;
      int user = (round * 7 + seed) % users;
      for (int i = 0; i < BATCH; i++) {
        movies[i] = (round + i * 53) % movieCount;
        places[i] = ScoreTable.place(movies[i]);
      }
      Scores answers = new Scores(BATCH);
      int blocks = ScoreTable.blocks(movieCount);
      int missed = table.find(generation, user, places, blocks, SCALE, answers, missing);
      found += BATCH - missed;
      int next = 0;
      for (int i = 0; i < BATCH; i++) {
        if (next < missed && missing[next] == i) {
          next++;
          set(answers, i, generation, user, movies[i]);
          table.put(generation, user, places[i], SCALE, answers, i);
        } else {
          check(answers, i, generation, user, movies[i]);
        }
      }
    }
    return found;
  }

  /** A number that tells a user, a movie and a generation from all others here. */
  private static int number(int generation, int user, int movie) {
    return generation << 16 | user << 11 | movie;
  }

  private static void set(Scores answers, int i, int generation, int user, int movie) {
    int number = number(generation, user, movie);
    ScoreSource source = ScoreSource.values()[number % 4];
    answers.set(i, SCALE.normalize(number), number, source, number);
  }

  private static void check(Scores answers, int i, int generation, int user, int movie) {
    int number = number(generation, user, movie);
    if (answers.predicted(i) != number
        || answers.support(i) != number
        || answers.source(i).ordinal() != number % 4
        || answers.value(i) != SCALE.normalize(number)) {
      throw new AssertionError(answers.get(i) + " was found for number " + number);
    }
  }

  @Test
  void sources_fitIntoTheirBits() {
    assertThat(ScoreSource.values()).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void put_supportThatDoesNotFit_isLeftOut() {
    ScoreTable table = new ScoreTable(1);
    int[] places = {ScoreTable.place(0), ScoreTable.place(1)};
    Scores answers = new Scores(2);
    answers.set(0, SCALE.normalize(3), 3, ScoreSource.NEIGHBORS, ScoreTable.MAX_SUPPORT);
    answers.set(1, SCALE.normalize(3), 3, ScoreSource.NEIGHBORS, ScoreTable.MAX_SUPPORT + 1);
    table.put(1, 5, places[0], SCALE, answers, 0);
    table.put(1, 5, places[1], SCALE, answers, 1);
    Scores found = new Scores(2);
    int[] missing = new int[2];

    assertThat(table.find(1, 5, places, 1, SCALE, found, missing)).isEqualTo(1);
    assertThat(missing[0]).isEqualTo(1);
    assertThat(found.get(0)).isEqualTo(answers.get(0));
  }

  /** Each has words of its own, and the right block. */
  @Test
  void place_anyRank_isNoOthers() {
    ScoreTable table = new ScoreTable(1 << 20);
    int[] places = IntStream.range(0, 2_000).map(ScoreTable::place).toArray();
    Scores answers = new Scores(places.length);
    for (int i = 0; i < places.length; i++) {
      set(answers, i, 1, 3, i);
      table.put(1, 3, places[i], SCALE, answers, i);
    }
    Scores found = new Scores(places.length);
    int blocks = ScoreTable.blocks(places.length);

    assertThat(table.find(1, 3, places, blocks, SCALE, found, new int[places.length])).isZero();
    assertThat(found.asList()).isEqualTo(answers.asList());
    assertThat(IntStream.of(places).distinct().count()).isEqualTo(places.length);
  }

  @Test
  void find_inAnEmptyTable_findsNotEvenTheKeyOfZeros() {
    int[] places = {ScoreTable.place(0)};
    int[] missing = new int[1];

    assertThat(new ScoreTable(1).find(1, 0, places, 1, SCALE, new Scores(1), missing)).isEqualTo(1);
  }

  /** The bits of the prediction 0 are those of a cell that was never written. */
  @Test
  void find_predictionOfZero_isFoundBesideOthers() {
    ScoreTable table = new ScoreTable(1);
    int[] places = {ScoreTable.place(0), ScoreTable.place(1)};
    Scores answers = new Scores(2);
    answers.set(0, SCALE.normalize(0), 0, ScoreSource.NEIGHBORS, 1);
    answers.set(1, SCALE.normalize(2), 2, ScoreSource.NEIGHBORS, 1);
    table.put(1, 0, places[0], SCALE, answers, 0);
    table.put(1, 0, places[1], SCALE, answers, 1);
    Scores found = new Scores(2);

    assertThat(table.find(1, 0, places, 1, SCALE, found, new int[2])).isZero();
    assertThat(found.asList()).isEqualTo(answers.asList());
  }
}
