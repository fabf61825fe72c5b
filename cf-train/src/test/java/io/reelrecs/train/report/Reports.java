package io.reelrecs.train.report;

import io.reelrecs.core.score.Recommendation;
import io.reelrecs.core.score.Recommendations;
import io.reelrecs.core.score.Score;
import io.reelrecs.core.score.ScoreSource;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.core.score.Scores;
import io.reelrecs.train.evaluate.Contender;
import io.reelrecs.train.evaluate.Evaluation;
import io.reelrecs.train.evaluate.EvaluationListener;
import io.reelrecs.train.evaluate.EvaluationPlan;
import io.reelrecs.train.evaluate.split.KFold;
import io.reelrecs.train.evaluate.split.Splits;
import io.reelrecs.train.evaluate.split.Tables;
import io.reelrecs.train.ratings.RatingTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Reports of evaluations that take no time. */
final class Reports {

  private Reports() {}

  /** A contender that answers by a formula of the ids and of how much it was trained on. */
  record Formula(String name, int factor) implements Contender {
    @Override
    public Scorer train(RatingTable ratings) {
      TreeSet<Long> movies = new TreeSet<>();
      for (int i = 0; i < ratings.size(); i++) {
        movies.add(ratings.movieAt(i));
      }
      return new Trained(factor, ratings.size() % 5 / 4.0, movies);
    }
  }

  private record Trained(int factor, double shift, TreeSet<Long> movies) implements Scorer {
    @Override
    public Score score(long user, long movie) {
      double rating = 1 + (user * 31 + movie * 17 * factor) % 13 / 4.0 + shift;
      return new Score((rating - 1) / 4, rating, ScoreSource.MOVIE_BASELINE, 0);
    }

    @Override
    public Scores score(long user, long[] ids) {
      List<Score> scores = new ArrayList<>();
      for (long movie : ids) {
        scores.add(score(user, movie));
      }
      return Scores.of(scores);
    }

    @Override
    public Recommendations recommend(long user, int n) {
      List<Recommendation> best =
          movies.stream()
              .map(movie -> recommendation(movie, score(user, movie)))
              .sorted(Comparator.comparingDouble(r -> -r.relevance()))
              .limit(n)
              .toList();
      return new Recommendations(best, n, movies.size() - best.size(), 0);
    }

    private static Recommendation recommendation(long movie, Score score) {
      return new Recommendation(movie, score, score.value());
    }
  }

  static Splits splits() {
    return KFold.of(Tables.random(60, 150, 0.3, 5), 3, 1);
  }

  /** Ratings and rankings of contenders with these names. */
  static ReportContent of(String... names) throws InterruptedException {
    return of(EvaluationPlan.ofRatings(splits()).withRanking(ReportMeasurement.RANKING), names);
  }

  static ReportContent of(EvaluationPlan plan, String... names) throws InterruptedException {
    List<Contender> contenders = new ArrayList<>();
    for (String name : names) {
      contenders.add(new Formula(name, contenders.size() + 1));
    }
    return ReportMeasurement.measure(
        plan,
        contenders,
        List.of(new ReportFact("Files", "ratings.dat")),
        Evaluation.run(plan, contenders, EvaluationListener.NONE),
        EvaluationListener.NONE);
  }
}
