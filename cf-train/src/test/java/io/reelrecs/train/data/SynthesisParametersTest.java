package io.reelrecs.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynthesisParametersTest {

  @Test
  void defaults_areTheSizeOfMovieLens1M() {
    assertThat(SynthesisParameters.defaults())
        .isEqualTo(
            new SynthesisParameters(6_040, 3_706, 1_000_209, 1, false, SynthesisShape.ML_1M));
  }

  @Test
  void build_namedSizes_areThoseOfMovieLens() {
    assertThat(SynthesisSize.ML_32M.builder().build())
        .isEqualTo(
            new SynthesisParameters(200_948, 87_585, 32_000_204, 1, true, SynthesisShape.ML_32M));
    assertThat(SynthesisSize.ML_100M.builder().build())
        .isEqualTo(
            new SynthesisParameters(628_000, 100_000, 100_000_000, 1, true, SynthesisShape.ML_32M));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; 5; 5; 'users must be in [1, 100000000], actual: 0'",
        "5; 0; 5; 'movies must be in [1, 10000000], actual: 0'",
        "5; 5; -1; 'ratings must be in [1, 100000000000], actual: -1'",
        "5; 7; 6; 'ratings must be >= 7, for one of each of 5 users and 7 movies, actual: 6'",
        "5; 7; 36; 'ratings must be <= 35, one for each pair of 5 users and 7 movies, actual: 36'",
      })
  void build_impossibleSize_isRefused(int users, int movies, long ratings, String message) {
    assertThatThrownBy(
            () ->
                SynthesisParameters.builder().users(users).movies(movies).ratings(ratings).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
