package io.reelrecs.train.evaluate;

import io.reelrecs.core.score.ScoreSource;
import io.reelrecs.core.score.Scores;
import io.reelrecs.train.evaluate.split.Relevance;
import io.reelrecs.train.evaluate.split.Split;
import io.reelrecs.train.evaluate.split.UserRows;
import io.reelrecs.train.ratings.RatingTable;
import java.util.Arrays;

/**
 * What a scorer answers to a test part, user by ascending user. Each user's answers are filled in
 * by one thread, any user's by any; they are read when all are there.
 */
final class Answers {

  private final EvaluationPlan plan;
  private final Split split;
  private final UserRows byUser;

  /** For each place of {@link #byUser}: the prediction, and what it rests on. */
  private final double[] predicted;

  private final ScoreSource[] source;
  private final long[][] lists;
  private final long[][] wanted;

  Answers(EvaluationPlan plan, Split split) {
    this.plan = plan;
    this.split = split;
    this.byUser = UserRows.of(split.test());
    int asked = plan.ratings() ? split.test().size() : 0;
    int ranked = plan.ranking().isPresent() ? users() : 0;
    predicted = new double[asked];
    source = new ScoreSource[asked];
    lists = new long[ranked][];
    wanted = new long[ranked][];
  }

  int users() {
    return byUser.users().size();
  }

  /** Asks all there is to ask about one user, by dense index. */
  void ask(Asking asking, int user) {
    long id = byUser.users().idAt(user);
    if (plan.ratings()) {
      Scores scores = asking.scores(id, movies(user));
      for (int i = 0; i < scores.size(); i++) {
        predicted[byUser.start(user) + i] = scores.predicted(i);
        source[byUser.start(user) + i] = scores.source(i);
      }
    }
    if (plan.ranking().isPresent()) {
      RankingOptions ranking = plan.ranking().get();
      wanted[user] = wanted(user, ranking.positiveFrom());
      if (wanted[user].length > 0) {
        lists[user] =
            split.candidates().isPresent()
                ? asking.ranked(id, split.candidates().get(), ranking.longest())
                : asking.recommended(id, ranking.longest());
      }
    }
  }

  private long[] movies(int user) {
    long[] movies = new long[byUser.count(user)];
    for (int i = 0; i < movies.length; i++) {
      movies[i] = split.test().movieAt(byUser.rowAt(byUser.start(user) + i));
    }
    return movies;
  }

  private long[] wanted(int user, double positiveFrom) {
    RatingTable test = split.test();
    long[] movies = new long[byUser.count(user)];
    int size = 0;
    for (int p = byUser.start(user); p < byUser.end(user); p++) {
      int row = byUser.rowAt(p);
      if (split.relevance() == Relevance.ANY_RATING || test.ratingAt(row) >= positiveFrom) {
        movies[size++] = test.movieAt(row);
      }
    }
    return Arrays.stream(movies, 0, size).sorted().distinct().toArray();
  }

  /** Adds all predictions up. */
  RatingSums ratingSums(TrainCounts counts) {
    RatingSums sums = new RatingSums(plan.calibrationWidth());
    for (int user = 0; user < users(); user++) {
      int n = byUser.count(user);
      float[] actual = new float[n];
      for (int i = 0; i < n; i++) {
        actual[i] = split.test().ratingAt(byUser.rowAt(byUser.start(user) + i));
      }
      int from = byUser.start(user);
      int to = byUser.end(user);
      double[] own = Arrays.copyOfRange(predicted, from, to);
      ScoreSource[] sources = Arrays.copyOfRange(source, from, to);
      sums.add(byUser.users().idAt(user), counts, movies(user), own, actual, sources);
    }
    return sums;
  }

  /**
   * Measures all lists.
   *
   * @throws IllegalArgumentException if no user has a hit to find
   */
  RankingMeans rankingMeans(RankingOptions ranking, TrainCounts counts) {
    RankingMeans means = new RankingMeans(ranking, counts, split.candidates().isEmpty());
    boolean any = false;
    for (int user = 0; user < users(); user++) {
      means.add(byUser.users().idAt(user), lists[user], wanted[user]);
      any |= wanted[user].length > 0;
    }
    if (!any) {
      throw new IllegalArgumentException(
          "positiveFrom must leave a hit to find in "
              + split.name()
              + ", actual: "
              + ranking.positiveFrom()
              + ", and no test rating is that high");
    }
    return means;
  }
}
