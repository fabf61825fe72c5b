package io.reelrecs.train.ranking;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Ranking;
import java.util.Arrays;

/** The scores of a ranking, by the formulas of {@link Ranking}. */
interface RankingScores {

  /** Sets the score of every movie for a user. */
  void fill(int user, double[] scores);

  static RankingScores of(Ranking ranking, RatingMatrix ratings) {
    if (ranking instanceof Ranking.ByLinearModel linear) {
      return (user, scores) -> fillLinear(linear, ratings, user, scores);
    }
    if (ranking instanceof Ranking.ByNeighbors neighbors) {
      return new Neighbors(neighbors, ratings);
    }
    return (user, scores) -> {
      for (int movie = 0; movie < scores.length; movie++) {
        scores[movie] = positives(ratings, movie, ranking.positiveFrom());
      }
    };
  }

  private static void fillLinear(
      Ranking.ByLinearModel linear, RatingMatrix ratings, int user, double[] scores) {
    Arrays.fill(scores, 0);
    for (int p = ratings.rowStart(user); p < ratings.rowEnd(user); p++) {
      double weight = linear.weight(ratings.ratingAt(p), ratings.scale().hi());
      if (weight > 0) {
        linear.weights().addRow(ratings.movieAt(p), weight, scores);
      }
    }
  }

  /** How many rated a movie well. */
  static int positives(RatingMatrix ratings, int movie, double from) {
    int count = 0;
    for (int p = ratings.columnStart(movie); p < ratings.columnEnd(movie); p++) {
      count += ratings.columnRatingAt(p) >= from ? 1 : 0;
    }
    return count;
  }

  /** Compares the user with all others, and sums up those who count it among their nearest. */
  final class Neighbors implements RankingScores {

    private final Ranking.ByNeighbors ranking;
    private final RatingMatrix ratings;
    private final int[] userPositives;
    private final double[] factor;

    Neighbors(Ranking.ByNeighbors ranking, RatingMatrix ratings) {
      this.ranking = ranking;
      this.ratings = ratings;
      userPositives = new int[ratings.users()];
      for (int user = 0; user < userPositives.length; user++) {
        for (int p = ratings.rowStart(user); p < ratings.rowEnd(user); p++) {
          userPositives[user] += ratings.ratingAt(p) >= ranking.positiveFrom() ? 1 : 0;
        }
      }
      factor = new double[ratings.movies()];
      double mean = Arrays.stream(userPositives).sum() / (double) factor.length;
      for (int movie = 0; movie < factor.length; movie++) {
        int count = positives(ratings, movie, ranking.positiveFrom());
        factor[movie] = Math.pow(Math.max(1, count) / mean, -ranking.popularityExponent());
      }
    }

    /** By user, in how many movies both are positive. */
    private int[] common(int user) {
      int[] common = new int[ratings.users()];
      for (int p = ratings.rowStart(user); p < ratings.rowEnd(user); p++) {
        int movie = ratings.movieAt(p);
        for (int q = ratings.columnStart(movie); q < ratings.columnEnd(movie); q++) {
          if (ratings.ratingAt(p) >= ranking.positiveFrom()
              && ratings.columnRatingAt(q) >= ranking.positiveFrom()) {
            common[ratings.userAt(q)]++;
          }
        }
      }
      return common;
    }

    @Override
    public void fill(int user, double[] scores) {
      Arrays.fill(scores, 0);
      int[] common = common(user);
      common[user] = 0;
      for (int other = 0; other < ratings.users(); other++) {
        double product = (double) userPositives[user] * userPositives[other];
        double cosine = common[other] == 0 ? 0 : common[other] / Math.sqrt(product);
        double threshold = ranking.threshold()[other];
        boolean near = cosine > threshold || (cosine == threshold && user <= ranking.last()[other]);
        if (near && cosine > 0) {
          double weight = Math.pow(cosine, ranking.similarityExponent());
          for (int p = ratings.rowStart(other); p < ratings.rowEnd(other); p++) {
            if (ratings.ratingAt(p) >= ranking.positiveFrom()) {
              scores[ratings.movieAt(p)] += weight;
            }
          }
        }
      }
      for (int movie = 0; movie < scores.length; movie++) {
        scores[movie] *= factor[movie];
      }
    }
  }
}
