package io.reelrecs.cli.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.grpc.proto.ScoreResponse;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreCountTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 32, 200, 10_000, 600_000})
  void parse_aResponse_saysHowManyScores(int scores) {
    ScoreResponse response =
        ScoreResponse.newBuilder().addAllScores(Collections.nCopies(scores, 0.25f)).build();

    assertThat(count(response.toByteArray())).isEqualTo(scores);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0a", // no length
        "0a80", // half a length
        "0a08000000", // cut off
        "0a0400000000ff", // more behind it
        "0a03000000", // no whole number of floats
        "0d00000000", // not packed
        "0affffffffffffffff" // a length without end
      })
  void parse_whatIsNoResponse_saysSo(String hex) {
    assertThat(count(HexFormat.of().parseHex(hex))).isEqualTo(ScoreCount.NO_RESPONSE);
  }

  @Test
  void stream_requestBytes_areSentAsTheyAre() throws Exception {
    byte[] request = {1, 2, 3};

    assertThat(RequestBytes.INSTANCE.stream(request).available()).isEqualTo(3);
    assertThat(RequestBytes.INSTANCE.stream(request).readAllBytes()).isEqualTo(request);
  }

  private static int count(byte[] response) {
    return ScoreCount.INSTANCE.parse(new ByteArrayInputStream(response));
  }
}
