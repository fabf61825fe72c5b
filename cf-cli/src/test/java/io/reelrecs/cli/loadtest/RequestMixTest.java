package io.reelrecs.cli.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelrecs.grpc.proto.ScoreRequest;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestMixTest {

  private static RequestMix mix(long seed) {
    return RequestMix.of(new RequestMaker(Population.synthetic(5_000, 1, 1_000), 20, seed), 16);
  }

  @Test
  void get_sameSeed_givesTheSameBytes() {
    for (long number : new long[] {0, 1, 15, 16, 1L << 40}) {
      assertThat(mix(7).get(number)).isEqualTo(mix(7).get(number));
      assertThat(mix(7).get(number)).isNotEqualTo(mix(8).get(number));
    }
  }

  @Test
  void get_isTheMessageAsItsOwnEncoderWritesIt() throws Exception {
    for (int number = 0; number < 50; number++) {
      byte[] bytes = mix(7).get(number);
      ScoreRequest request = ScoreRequest.parseFrom(bytes);

      assertThat(request.getUserId()).isBetween(1, 5_000);
      assertThat(request.getFeaturesCount()).isEqualTo(20);
      assertThat(request.toByteArray()).isEqualTo(bytes);
    }
  }

  @Test
  void get_aListThatComesBack_isForAnotherUser() throws Exception {
    RequestMix mix = mix(7);
    Set<Integer> users = new HashSet<>();
    for (int number = 0; number < 50 * 16; number += 16) {
      ScoreRequest request = ScoreRequest.parseFrom(mix.get(number));
      assertThat(request.getFeaturesList())
          .isEqualTo(ScoreRequest.parseFrom(mix.get(0)).getFeaturesList());
      users.add(request.getUserId());
    }
    assertThat(users).hasSizeGreaterThan(25);
  }

  @Test
  void of_anotherNumberOfLists_isRefused() {
    RequestMaker maker = new RequestMaker(Population.synthetic(5, 1, 10), 3, 1);

    assertThatThrownBy(() -> RequestMix.of(maker, 12))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lists must be a power of 2, actual: 12");
  }
}
