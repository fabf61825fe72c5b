package io.reelrecs.train.evaluate;

import io.reelrecs.core.score.Recommendation;
import io.reelrecs.core.score.Recommendations;
import io.reelrecs.core.score.Score;
import io.reelrecs.core.score.ScoreSource;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.core.score.Scores;
import io.reelrecs.train.ratings.RatingTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A contender that answers by a formula of the ids. Its catalog is what was trained on; movies with
 * an even id are answered by neighbors.
 */
public record Toy(String name, Formula formula) implements Contender {

  /** A predicted rating between 1 and 5. */
  public interface Formula {
    /** The rating. */
    double rating(long user, long movie);
  }

  /** A contender whose answers are all over the scale, and full of ties. */
  static Toy mixed(String name, int seed) {
    return new Toy(name, (user, movie) -> 1 + (user * 31 + movie * 17 + seed) % 17 / 4.0);
  }

  @Override
  public Scorer train(RatingTable ratings) {
    Set<String> seen = new HashSet<>();
    TreeSet<Long> movies = new TreeSet<>();
    for (int i = 0; i < ratings.size(); i++) {
      seen.add(ratings.userAt(i) + " " + ratings.movieAt(i));
      movies.add(ratings.movieAt(i));
    }
    return new Trained(formula, seen, movies);
  }

  private record Trained(Formula formula, Set<String> seen, TreeSet<Long> movies)
      implements Scorer {

    @Override
    public Score score(long userId, long movieId) {
      double rating = formula.rating(userId, movieId);
      ScoreSource source = movieId % 2 == 0 ? ScoreSource.NEIGHBORS : ScoreSource.MOVIE_BASELINE;
      double value = Math.max(0, Math.min(1, (rating - 1) / 4));
      return new Score(value, rating, source, movieId % 2 == 0 ? 3 : 0);
    }

    @Override
    public Scores score(long userId, long[] movieIds) {
      List<Score> scores = new ArrayList<>();
      for (long movie : movieIds) {
        scores.add(score(userId, movie));
      }
      return Scores.of(scores);
    }

    @Override
    public Recommendations recommend(long userId, int n) {
      List<Recommendation> best =
          movies.stream()
              .filter(movie -> !seen.contains(userId + " " + movie))
              .map(movie -> recommendation(movie, score(userId, movie)))
              .sorted(Comparator.comparingDouble(r -> -r.relevance()))
              .limit(n)
              .toList();
      return new Recommendations(best, n, movies.size() - best.size(), 0);
    }

    private static Recommendation recommendation(long movie, Score score) {
      return new Recommendation(movie, score, score.value());
    }
  }
}
