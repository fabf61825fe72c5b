package io.reelrecs.grpc.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.score.RatedMovies;
import io.reelrecs.core.score.Recommendations;
import io.reelrecs.core.score.Score;
import io.reelrecs.core.score.ScoreSource;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.core.score.Scores;
import io.reelrecs.grpc.ServedModel;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WarmUpTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Model MODEL = TinyModels.of(1);

  /** Answers like the model, and remembers what it was asked. */
  private static class Asked implements Scorer {

    private final Scorer scorer = Scorer.of(MODEL);
    private final Set<Long> users = new TreeSet<>();
    private final Set<Long> movies = new TreeSet<>();
    private int batches;
    private int others;

    @Override
    public Score score(long userId, long movieId) {
      others++;
      return scorer.score(userId, movieId);
    }

    @Override
    public Scores score(long userId, long[] movieIds) {
      batches++;
      users.add(userId);
      LongStream.of(movieIds).forEach(movies::add);
      return scorer.score(userId, movieIds);
    }

    @Override
    public Scores score(RatedMovies rated, long[] movieIds) {
      others++;
      return scorer.score(rated, movieIds);
    }

    @Override
    public Recommendations recommend(long userId, int n) {
      others++;
      return scorer.recommend(userId, n);
    }
  }

  private static ServedModel served(Scorer scorer) {
    return new ServedModel("v", scorer, Optional.of(MODEL));
  }

  @Test
  void run_asksAboutAllOfTheModel_inEveryWay() {
    Asked asked = new Asked();

    WarmUp.run(served(asked), 200, LONG, () -> {});

    assertThat(asked.batches).isEqualTo(200);
    assertThat(asked.users).hasSize(TinyModels.USERS);
    assertThat(asked.movies).hasSize(TinyModels.MOVIES);
    assertThat(asked.others).isEqualTo(6);
  }

  @Test
  void run_withoutTime_orWithoutAModel_asksNothing() {
    Asked asked = new Asked();

    WarmUp.run(served(asked), 200, Duration.ZERO, () -> {});
    WarmUp.run(new ServedModel("v", asked, Optional.empty()), 200, LONG, () -> {});

    assertThat(asked.batches).isZero();
  }

  @Test
  void run_littleTime_ends() {
    Asked asked = new Asked();

    WarmUp.run(served(asked), Integer.MAX_VALUE, Duration.ofNanos(1), () -> {});

    assertThat(asked.batches).isEqualTo(1);
  }

  @Test
  void run_answersThatAreNone_areRefused() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                WarmUp.run(
                    served(
                        new Asked() {
                          @Override
                          public Scores score(long userId, long[] movieIds) {
                            return Scores.of(
                                Collections.nCopies(
                                    3, new Score(0.5, 3, ScoreSource.NEIGHBORS, 1)));
                          }
                        }),
                    1,
                    LONG,
                    () -> {}))
        .withMessage("the model answered 3 of 200 candidates");
  }
}
