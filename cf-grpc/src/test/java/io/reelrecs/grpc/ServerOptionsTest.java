package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelrecs.core.score.BlendWeights;
import io.reelrecs.core.score.FeatureRange;
import io.reelrecs.grpc.load.LimitOptions;
import io.reelrecs.grpc.security.SecurityOptions;
import io.reelrecs.grpc.telemetry.Telemetry;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ServerOptionsTest {

  @Test
  void defaults_arePinned() {
    ServerOptions options = ServerOptions.defaults();

    assertThat(options.host()).isEqualTo("localhost");
    assertThat(options.port()).isEqualTo(50051);
    assertThat(options.weights()).isEqualTo(new BlendWeights(0.40, 0.25, 0.20, 0.10, 0.05));
    assertThat(options.maxCandidates()).isEqualTo(10_000);
    assertThat(options.featureRange()).isEqualTo(FeatureRange.RESCALE);
    assertThat(options.maxMessageBytes()).isEqualTo(4_194_304);
    assertThat(options.requestLimits().maxRatings()).isEqualTo(5_000);
    assertThat(options.requestLimits().maxN()).isEqualTo(1_000);
    assertThat(options.defaultScore()).isEqualTo(0.5);
    assertThat(options.threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(options.stopGrace()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void build_everyOptionSet_holdsThem() {
    BlendWeights weights = new BlendWeights(1, 0, 0, 0, 0);

    ServerOptions options =
        ServerOptions.builder()
            .host("0.0.0.0")
            .port(0)
            .weights(weights)
            .maxCandidates(7)
            .featureRange(FeatureRange.RAW)
            .maxMessageBytes(8)
            .defaultScore(0.25)
            .threads(9)
            .stopGrace(Duration.ZERO)
            .scoreCache(new ScoreCacheOptions(3))
            .build();

    assertThat(options)
        .isEqualTo(
            new ServerOptions(
                "0.0.0.0",
                0,
                weights,
                FeatureRange.RAW,
                0.25,
                9,
                Duration.ZERO,
                RequestLimits.DEFAULT.withMaxCandidates(7).withMaxMessageBytes(8),
                LimitOptions.defaults(),
                SecurityOptions.defaults(),
                Telemetry.none(),
                new ScoreCacheOptions(3)));
  }

  @Test
  void build_valueOutOfRange_namesIt() {
    refused(b -> b.host(" "), "host must not be blank");
    refused(b -> b.port(-1), "port must be in [0, 65535], actual: -1");
    refused(b -> b.port(65536), "port must be in [0, 65535], actual: 65536");
    refused(b -> b.maxCandidates(0), "maxCandidates must be >= 1, actual: 0");
    refused(b -> b.maxMessageBytes(0), "maxMessageBytes must be >= 1, actual: 0");
    refused(
        b -> b.requestLimits(RequestLimits.DEFAULT.withMaxRatings(0)),
        "maxRatings must be >= 1, actual: 0");
    refused(
        b -> b.requestLimits(RequestLimits.DEFAULT.withMaxN(-1)), "maxN must be >= 1, actual: -1");
    refused(b -> b.threads(0), "threads must be >= 1, actual: 0");
    refused(b -> b.defaultScore(1.5), "defaultScore must be in [0, 1], actual: 1.5");
    refused(b -> b.defaultScore(Double.NaN), "defaultScore must be in [0, 1], actual: NaN");
    refused(b -> b.stopGrace(Duration.ofSeconds(-1)), "stopGrace must be >= 0, actual: PT-1S");
  }

  @Test
  void transportBytes_hugeLimit_doesNotOverflow() {
    ServerOptions options = ServerOptions.builder().maxMessageBytes(Integer.MAX_VALUE).build();

    assertThat(options.transportBytes()).isEqualTo(Integer.MAX_VALUE);
  }

  private static void refused(UnaryOperator<ServerOptions.Builder> change, String message) {
    assertThatThrownBy(() -> change.apply(ServerOptions.builder()).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
