package io.reelrecs.train.ranking;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Ranking;
import io.reelrecs.core.topk.TopK;
import io.reelrecs.train.evaluate.split.Relevance;
import io.reelrecs.train.evaluate.split.Split;
import io.reelrecs.train.ratings.RatingTable;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A split over dense indexes, and how well a ranking does on it: the formulas of {@link Ranking}
 * and the metrics, written out once more and as plainly as can be.
 */
final class RankedSplit {

  private static final int CUTOFF = 10;

  /** Means over the users who have a hit to find. */
  record Quality(double ndcg, double hitRate) {}

  private final IdIndex users;
  private final IdIndex movies;
  private final RatingMatrix train;
  private final Split split;

  private RankedSplit(IdIndex users, IdIndex movies, RatingMatrix train, Split split) {
    this.users = users;
    this.movies = movies;
    this.train = train;
    this.split = split;
  }

  static RankedSplit of(Split split) {
    RatingTable table = split.train();
    long[] user = new long[table.size()];
    long[] movie = new long[table.size()];
    for (int i = 0; i < user.length; i++) {
      user[i] = table.userAt(i);
      movie[i] = table.movieAt(i);
    }
    IdIndex users = IdIndex.of(user);
    IdIndex movies =
        IdIndex.of(LongStream.concat(Arrays.stream(movie), candidates(split)).toArray());
    int[] row = new int[user.length];
    int[] column = new int[user.length];
    float[] rating = new float[user.length];
    for (int i = 0; i < user.length; i++) {
      row[i] = users.indexOf(user[i]);
      column[i] = movies.indexOf(movie[i]);
      rating[i] = table.ratingAt(i);
    }
    RatingMatrix train = RatingMatrix.of(users.size(), movies.size(), row, column, rating);
    return new RankedSplit(users, movies, train, split);
  }

  /** All movies that some user is to be asked for. */
  private static LongStream candidates(Split split) {
    return split
        .candidates()
        .map(
            candidates ->
                IntStream.range(0, split.test().size())
                    .mapToLong(split.test()::userAt)
                    .flatMap(user -> Arrays.stream(candidates.of(user))))
        .orElse(LongStream.empty());
  }

  RatingMatrix train() {
    return train;
  }

  /** Hits of users who were not trained on are left out; movies not trained on cannot be found. */
  Quality quality(Ranking ranking) {
    boolean[][] wanted = new boolean[users.size()][];
    int[] count = new int[users.size()];
    RatingTable test = split.test();
    for (int i = 0; i < test.size(); i++) {
      int user = users.indexOf(test.userAt(i));
      if (user >= 0 && (split.relevance() == Relevance.ANY_RATING || test.ratingAt(i) >= 4)) {
        count[user]++;
        if (wanted[user] == null) {
          wanted[user] = new boolean[movies.size()];
        }
        int movie = movies.indexOf(test.movieAt(i));
        if (movie >= 0) {
          wanted[user][movie] = true;
        }
      }
    }
    RankingScores scores = RankingScores.of(ranking, train);
    double ndcg = 0;
    int hit = 0;
    int asked = 0;
    double[] score = new double[movies.size()];
    for (int user = 0; user < wanted.length; user++) {
      if (count[user] > 0) {
        scores.fill(user, score);
        double gain = 0;
        TopK list = list(user, score);
        for (int rank = 0; rank < list.size(); rank++) {
          gain += wanted[user][list.index(rank)] ? discount(rank) : 0;
        }
        double best = 0;
        for (int rank = 0; rank < Math.min(count[user], CUTOFF); rank++) {
          best += discount(rank);
        }
        ndcg += gain / best;
        hit += gain > 0 ? 1 : 0;
        asked++;
      }
    }
    return new Quality(ndcg / asked, (double) hit / asked);
  }

  private static double discount(int rank) {
    return Math.log(2) / Math.log(rank + 2.0);
  }

  private TopK list(int user, double[] score) {
    boolean[] open = new boolean[movies.size()];
    Arrays.fill(open, split.candidates().isEmpty());
    for (long id : split.candidates().map(c -> c.of(users.idAt(user))).orElse(new long[0])) {
      open[movies.indexOf(id)] = true;
    }
    for (int p = train.rowStart(user); p < train.rowEnd(user); p++) {
      open[train.movieAt(p)] = false;
    }
    TopK list = new TopK(CUTOFF);
    for (int movie = 0; movie < open.length; movie++) {
      if (open[movie]) {
        list.offer(movie, score[movie]);
      }
    }
    list.sort();
    return list;
  }
}
