package io.reelrecs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.ModelFile;
import io.reelrecs.core.model.Movie;
import io.reelrecs.core.model.MovieCatalog;
import io.reelrecs.core.score.Score;
import io.reelrecs.core.score.ScoreSource;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.train.heap.HeapTooSmallException;
import io.reelrecs.train.ratings.RatingTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainerTest {

  private static final TrainingParameters REFERENCE = TrainingParameters.of(Algorithm.REFERENCE);

  @TempDir private Path folder;

  @Test
  void parameters_default_areThoseOfTheDesign() {
    TrainingParameters p = TrainingParameters.DEFAULT;

    assertThat(p.recipe()).isEqualTo(Recipe.of(Algorithm.FUSION));
    assertThat(REFERENCE.recipe().values())
        .containsExactly(Map.entry("k", "20"), Map.entry("missing", "zero"));
    assertThat(p.threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
  }

  @Test
  void parameters_outOfRange_sayWhichAndWhat() {
    assertThatThrownBy(() -> REFERENCE.with("k", "0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("k must be >= 1, actual: 0");
    assertThatThrownBy(() -> REFERENCE.withThreads(-2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threads must be >= 1, actual: -2");
    assertThatThrownBy(() -> Algorithm.of("magic"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "algorithm must be one of fusion, user, item, ease, reference, baseline, popular, actual: magic");
  }

  /** Refused for what the last step takes, before the first. */
  @Test
  void train_moreMoviesThanTheHeapHolds_isRefusedBeforeTheWork() {
    RatingTable ratings = random(5, 30, 20, 300);
    List<Movie> movies = new ArrayList<>();
    for (int id = 0; id < 300_000; id++) {
      movies.add(new Movie(id, "", 0, List.of()));
    }
    MovieCatalog catalog = MovieCatalog.of(movies);
    List<TrainingStep> steps = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void started(TrainingStep step) {
            steps.add(step);
          }
        };

    assertThatThrownBy(
            () ->
                new Trainer(TrainingParameters.of(Algorithm.FUSION))
                    .train(ratings, catalog, listener))
        .isInstanceOf(HeapTooSmallException.class)
        .hasMessageMatching(
            "fusion on [0-9]+ ratings of [0-9]+ users and 300,000 movies needs about [0-9,.]+ GB"
                + " of heap; this Java has .* [GM]B; start Java with -Xmx[0-9]+g");
    assertThat(steps).containsExactly(TrainingStep.MATRIX);
  }

  @Test
  void train_anyNumberOfThreads_writesTheSameBytes() throws IOException {
    RatingTable ratings = random(3, 300, 200, 9_000);
    for (MissingRating missing : MissingRating.values()) {
      TrainingParameters one =
          REFERENCE
              .with("missing", missing.name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .with("k", "7")
              .withThreads(1);

      byte[] expected = bytes(ratings, one);

      assertThat(bytes(ratings, one.withThreads(2))).isEqualTo(expected);
      assertThat(bytes(ratings, one.withThreads(5))).isEqualTo(expected);
    }
  }

  private byte[] bytes(RatingTable ratings, TrainingParameters parameters) throws IOException {
    Path file = folder.resolve("model.rrm");
    ModelFile.write(train(ratings, parameters).model(), file);
    return Files.readAllBytes(file);
  }

  @Test
  void train_threeUsers_predictsTheWeightedMeanOfThoseWhoRated() {
    // cos(1,2) = 20/(5 sqrt 32), cos(1,3) = 9/(5*5); the movie 30 is rated 4 and 5 by them.
    RatingTable ratings =
        RatingTable.builder()
            .add(1, 10, 3, 0)
            .add(1, 20, 4, 0)
            .add(2, 20, 5, 0)
            .add(2, 30, 4, 0)
            .add(3, 10, 3, 0)
            .add(3, 30, 5, 0)
            .build();
    double near = 20 / (5 * Math.sqrt(41));
    double far = 9 / (5 * Math.sqrt(34));

    Score score = Scorer.of(train(ratings, REFERENCE).model()).score(1, 30);

    double predicted = (near * 4 + far * 5) / (near + far);
    assertThat(score.predicted()).isCloseTo(predicted, within(1e-12));
    assertThat(score.value()).isCloseTo((predicted - 3) / (5 - 3), within(1e-12));
    assertThat(score.source()).isEqualTo(ScoreSource.NEIGHBORS);
    assertThat(score.support()).isEqualTo(2);
  }

  @Test
  void train_userMean_findsWhoAgreesRatherThanWhoRatesHigh() {
    // User 2 likes what user 1 likes; user 3 rates the same movies the other way round.
    RatingTable ratings =
        RatingTable.builder()
            .add(1, 10, 5, 0)
            .add(1, 20, 1, 0)
            .add(1, 30, 3, 0)
            .add(2, 10, 4, 0)
            .add(2, 20, 2, 0)
            .add(2, 30, 3, 0)
            .add(3, 10, 1, 0)
            .add(3, 20, 5, 0)
            .add(3, 30, 3, 0)
            .build();
    TrainingParameters parameters = REFERENCE.with("missing", "user-mean");

    Model model = train(ratings, parameters).model();

    assertThat(model.manifest().parameters()).containsEntry("missing", "user-mean");
    assertThat(model.neighbors().similarity(0, 0)).isCloseTo(1, within(1e-12));
    assertThat(model.neighbors().similarity(0, 1)).isCloseTo(-1, within(1e-12));
    assertThat(Scorer.of(model).score(1, 20).support()).isEqualTo(1);
  }

  @Test
  void train_allRatingsEqual_scoresStayDefined() {
    RatingTable.Builder builder = RatingTable.builder();
    for (int user = 0; user < 10; user++) {
      builder.add(user, user % 4, 1, 0).add(user, 5, 1, 0);
    }
    TrainingResult result = train(builder.build(), REFERENCE);

    assertThat(result.summary().scale().isPoint()).isTrue();
    Scorer scorer = Scorer.of(result.model());
    for (long movie = 0; movie < 8; movie++) {
      assertThat(scorer.score(1, movie).value()).isEqualTo(0.5);
      assertThat(scorer.score(1, movie).predicted()).isEqualTo(1);
    }
  }

  @Test
  void train_oneRating_isAModelThatAnswers() {
    RatingTable one = RatingTable.builder().add(8, 9, 4, 0).build();

    Scorer scorer = Scorer.of(train(one, REFERENCE).model());

    assertThat(scorer.score(8, 9).source()).isEqualTo(ScoreSource.MOVIE_BASELINE);
    assertThat(scorer.recommend(8, 5)).isEmpty();
  }

  @Test
  void train_baseline_findsNoNeighborsAndPredictsTheBiases() {
    TrainingParameters parameters = TrainingParameters.of(Algorithm.BASELINE).withThreads(1);

    Model model = train(random(6, 40, 30, 400), parameters).model();

    assertThat(model.manifest().algorithm()).isEqualTo("baseline");
    assertThat(model.manifest().parameters()).isEmpty();
    assertThat(model.neighbors().size()).isZero();
    Score score = Scorer.of(model).score(1, 2);
    int user = model.users().indexOf(1);
    int movie = model.movies().indexOf(2);
    assertThat(score.source()).isEqualTo(ScoreSource.MOVIE_BASELINE);
    assertThat(score.predicted())
        .isEqualTo(
            model.baseline().mean()
                + model.baseline().userBias(user)
                + model.baseline().movieBias(movie));
  }

  @Test
  void train_noRatings_isRefused() {
    assertThatThrownBy(() -> train(RatingTable.builder().build(), REFERENCE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one rating");
  }

  @Test
  void train_listener_hearsEveryStepInOrderAndProgressToTheEnd() {
    List<String> heard = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void started(TrainingStep step) {
            heard.add("started " + step);
          }

          @Override
          public void progress(TrainingStep step, long done, long total) {
            if (done == total) {
              heard.add("finished " + step);
            }
          }

          @Override
          public void ended(TrainingStep step, double seconds) {
            assertThat(seconds).isNotNegative();
            heard.add("ended " + step);
          }
        };

    new Trainer(REFERENCE.withThreads(1))
        .train(random(4, 50, 40, 500), MovieCatalog.empty(), listener);

    assertThat(heard)
        .containsExactly(
            "started MATRIX",
            "ended MATRIX",
            "started BASELINE",
            "ended BASELINE",
            "started NEIGHBORS",
            "finished NEIGHBORS",
            "ended NEIGHBORS");
  }

  @Test
  void summary_countsWhatWentIn() {
    RatingTable ratings =
        RatingTable.builder()
            .add(1, 1, 5, 0)
            .add(1, 2, 0.5f, 0)
            .add(2, 1, 3, 0)
            .add(2, 1, 4, 0)
            .build();

    TrainingSummary summary = train(ratings, REFERENCE).summary();

    assertThat(summary.users()).isEqualTo(2);
    assertThat(summary.movies()).isEqualTo(2);
    assertThat(summary.unratedMovies()).isZero();
    assertThat(summary.ratings()).isEqualTo(3);
    assertThat(summary.duplicates()).isEqualTo(1);
    assertThat(summary.scale().lo()).isEqualTo(0.5);
    assertThat(summary.scale().unit()).isEqualTo(0.5);
    assertThat(summary.neighbors()).isEqualTo(2);
    assertThat(summary.sparsity()).isEqualTo(0.25);
  }

  private static TrainingResult train(RatingTable ratings, TrainingParameters parameters) {
    return new Trainer(parameters).train(ratings, MovieCatalog.empty(), TrainingListener.NONE);
  }

  static RatingTable random(long seed, int users, int movies, int lines) {
    Random random = new Random(seed);
    RatingTable.Builder builder = RatingTable.builder();
    for (int i = 0; i < lines; i++) {
      builder.add(1 + random.nextInt(users), 1 + random.nextInt(movies), 1 + random.nextInt(5), i);
    }
    return builder.build();
  }
}
