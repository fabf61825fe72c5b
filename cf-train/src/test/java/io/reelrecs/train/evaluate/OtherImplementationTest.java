package io.reelrecs.train.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.core.model.Baseline;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.MovieCatalog;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.train.Algorithm;
import io.reelrecs.train.Trainer;
import io.reelrecs.train.TrainingListener;
import io.reelrecs.train.TrainingParameters;
import io.reelrecs.train.evaluate.split.KFold;
import io.reelrecs.train.ratings.RatingTable;
import io.reelrecs.train.ratings.RatingsReader;
import io.reelrecs.train.ratings.ReadListener;
import io.reelrecs.train.ratings.ReadOptions;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * The lab's folds, models and metrics against numpy, SciPy and scikit-learn, on 1,800 generated
 * ratings ({@code reelrecs data synthesize} with 70 users, 60 movies and seed 4). The expected
 * values and how to make them again are in {@code src/test/python/expected_metrics.py}.
 */
class OtherImplementationTest {

  private static final MovieCatalog NO_CATALOG = MovieCatalog.empty();

  private static Model model(RatingTable ratings) {
    return new Trainer(TrainingParameters.of(Algorithm.REFERENCE))
        .train(ratings, NO_CATALOG, TrainingListener.NONE)
        .model();
  }

  /** A contender of a training function; add a model here and in expected_metrics.py. */
  private record Named(String name, Function<RatingTable, Scorer> training) implements Contender {
    @Override
    public Scorer train(RatingTable ratings) {
      return training.apply(ratings);
    }
  }

  private static final List<Contender> CONTENDERS =
      List.of(
          new Named("baseline", OtherImplementationTest::baseline),
          new Named("reference", ratings -> Scorer.of(model(ratings))));

  private static Scorer baseline(RatingTable ratings) {
    Model model = model(ratings);
    Baseline baseline = model.baseline();
    return new Toy(
            "baseline",
            (user, movie) -> {
              int u = model.users().indexOf(user);
              int m = model.movies().indexOf(movie);
              double predicted =
                  baseline.mean()
                      + (u < 0 ? 0 : baseline.userBias(u))
                      + (m < 0 ? 0 : baseline.movieBias(m));
              return model.ratings().scale().clamp(predicted);
            })
        .train(ratings);
  }

  @Test
  void metrics_areThoseOfAnotherImplementation() throws Exception {
    Path file = Path.of(getClass().getResource("ratings.dat").toURI());
    Properties expected = new Properties();
    try (InputStream in = getClass().getResourceAsStream("expected.properties")) {
      expected.load(in);
    }
    RatingTable ratings =
        RatingsReader.read(file, ReadOptions.defaults(), ReadListener.NONE).ratings();
    EvaluationPlan plan =
        EvaluationPlan.ofRatings(KFold.of(ratings, 5, 1)).withRanking(RankingOptions.DEFAULT);
    EvaluationResult result = Evaluation.run(plan, CONTENDERS, EvaluationListener.NONE);
    int compared = 0;
    for (ContenderResult contender : result.contenders()) {
      for (MetricValue value : contender.metrics()) {
        String key = contender.name() + "." + value.metric().label();
        if (expected.containsKey(key + ".mean")) {
          double[] bySplit =
              Arrays.stream(expected.getProperty(key + ".by-fold").split(" "))
                  .mapToDouble(Double::parseDouble)
                  .toArray();
          double deviation = Double.parseDouble(expected.getProperty(key + ".deviation"));

          assertThat(value.bySplit().stream().mapToDouble(v -> v).toArray())
              .as(key)
              .containsExactly(bySplit, within(1e-9));
          assertThat(value.mean())
              .as(key)
              .isCloseTo(Double.parseDouble(expected.getProperty(key + ".mean")), within(1e-9));
          assertThat(value.deviation()).as(key).isCloseTo(deviation, within(1e-9));
          compared++;
        }
      }
    }
    assertThat(compared).isEqualTo(5);
  }
}
