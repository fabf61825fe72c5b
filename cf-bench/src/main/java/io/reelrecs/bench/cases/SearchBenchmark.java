package io.reelrecs.bench.cases;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.UnitRows;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.search.CosineSearch;
import io.reelrecs.core.search.NeighborGraph;
import io.reelrecs.core.search.SearchListener;
import io.reelrecs.core.search.SearchOptions;
import io.reelrecs.core.topk.Neighbor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The 20 nearest users, of one user and of all. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class SearchBenchmark {

  private static final int K = 20;
  private static final int QUERIES = 1 << 12;
  private static final int FOLD_INS = 1 << 10;

  private CosineSearch search;
  private int[] queries;
  private int[][] foldMovies;
  private double[][] foldRatings;
  private int next;

  /** For JMH. */
  public SearchBenchmark() {}

  /** Builds the search and draws the users. */
  @Setup
  public void build(TrainedModel trained) {
    Model model = trained.model();
    search = CosineSearch.over(UnitRows.of(model.ratings(), model.missing()));
    queries = new int[QUERIES];
    for (int i = 0; i < QUERIES; i++) {
      queries[i] = trained.random().nextInt(model.users().size());
    }
    foldMovies = new int[FOLD_INS][];
    foldRatings = new double[FOLD_INS][];
    for (int i = 0; i < FOLD_INS; i++) {
      copyRow(model.ratings(), queries[i], i);
    }
  }

  private void copyRow(RatingMatrix ratings, int user, int i) {
    int from = ratings.rowStart(user);
    foldMovies[i] = new int[ratings.rowLength(user)];
    foldRatings[i] = new double[foldMovies[i].length];
    for (int p = 0; p < foldMovies[i].length; p++) {
      foldMovies[i][p] = ratings.movieAt(from + p);
      foldRatings[i][p] = ratings.ratingAt(from + p);
    }
  }

  /** The neighbors of a random user. */
  @Benchmark
  public List<Neighbor> oneUser() {
    return search.nearest(queries[next++ & (QUERIES - 1)], K);
  }

  /** The neighbors of a user who is given by the ratings of a random one. */
  @Benchmark
  public List<Neighbor> foldIn() {
    int i = next++ & (FOLD_INS - 1);
    return search.nearest(foldMovies[i], foldRatings[i], foldMovies[i].length, K);
  }

  /** The neighbors of all users. */
  @Benchmark
  public NeighborGraph allUsers(Threads threads) {
    return search.nearestOfAll(new SearchOptions(K, threads.count), SearchListener.NONE);
  }

  /** How many threads search for all users. */
  @State(Scope.Benchmark)
  public static class Threads {

    /** Their number. */
    @Param({"1", "2"})
    public int count;

    /** For JMH. */
    public Threads() {}
  }
}
