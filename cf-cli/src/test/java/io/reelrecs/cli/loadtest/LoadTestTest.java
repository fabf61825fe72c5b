package io.reelrecs.cli.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.reelrecs.cli.ToyServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The load tool against the real server with a toy scorer, over loopback. */
@Timeout(120)
class LoadTestTest {

  private static final int CANDIDATES = 10;
  private static final RequestMix REQUESTS =
      RequestMix.of(new RequestMaker(Population.synthetic(20, 1, 30), CANDIDATES, 1), 16);

  private static final long STALL_MILLIS = 600;

  @Test
  void run_serverStalls_correctedTimesShowItThoughFewRequestsWereSentMeanwhile() throws Exception {
    // Two may be under way, so of the 120 requests due while the server stalls two meet the stall.
    try (ToyServer server =
        new ToyServer(
            1,
            (request, closed) -> {
              if (request == 60) {
                closed.await(STALL_MILLIS, TimeUnit.MILLISECONDS);
              }
            })) {
      LoadSettings load = settings(200, Duration.ofSeconds(2), 2, Duration.ofSeconds(30));

      LoadResult result = run(server, load, 1);

      assertThat(result.outcomes()).isEqualTo(Map.of("OK", 400L));
      assertThat(result.sending().due()).isEqualTo(400);
      assertThat(result.sending().sent()).isEqualTo(400);
      assertThat(result.sending().waited()).isGreaterThan(60);
      assertThat(result.errors()).isZero();
      // 120 of 400 waited for up to 600 ms: a tenth of all for more than 400 ms.
      assertThat(result.sinceDue().p90()).isGreaterThan(millis(300));
      assertThat(result.sinceDue().max()).isGreaterThan(millis(STALL_MILLIS - 10));
      assertThat(result.sinceSent().max()).isGreaterThan(millis(STALL_MILLIS - 10));
      assertThat(result.sinceSent().p90()).isLessThan(result.sinceDue().p90());
      assertThat(result.sending().verdict()).isNotEqualTo(Sending.Verdict.KEPT);
      assertThat(result.clientCpu()).isPositive();
      assertThat(result.serverCpu()).isEmpty();
    }
  }

  @Test
  void run_noAnswerInTime_countsAsDeadlineExceeded() throws Exception {
    try (ToyServer server =
        new ToyServer(
            1,
            (request, closed) -> {
              if (request > 0) {
                closed.await();
              }
            })) {
      LoadSettings load = settings(50, Duration.ofMillis(200), 100, Duration.ofMillis(700));

      LoadResult result = run(server, load, 1);

      assertThat(result.outcomes()).isEqualTo(Map.of("DEADLINE_EXCEEDED", 10L));
      assertThat(result.ok()).isZero();
      assertThat(result.errors()).isEqualTo(10);
      assertThat(result.failed().count()).isEqualTo(10);
      assertThat(result.failed().p50()).isGreaterThan(millis(690));
    }
  }

  @Test
  void run_severalConnectionsInAClosedLoop_answersAll() throws Exception {
    try (ToyServer server = ToyServer.start()) {
      LoadSettings load =
          new LoadSettings(
              Duration.ofMillis(100),
              Pace.MAX,
              Duration.ofMillis(300),
              8,
              Duration.ofSeconds(30),
              1);

      LoadResult result = run(server, load, 3);

      assertThat(result.ok()).isPositive().isEqualTo(result.sending().sent());
      assertThat(result.errors()).isZero();
      assertThat(result.goodput()).isPositive();
      assertThat(result.sending().verdict()).isEqualTo(Sending.Verdict.KEPT);
    }
  }

  @Test
  void run_ownProcessAsServer_knowsItsProcessorTime() throws Exception {
    try (ToyServer server = ToyServer.start()) {
      LoadTest test =
          new LoadTest(
              connect(server.port(), 1),
              settings(100, Duration.ofMillis(300), 10, Duration.ofSeconds(30)),
              OptionalLong.of(ProcessHandle.current().pid()));

      assertThat(test.run(REQUESTS).serverCpu()).isPresent();
    }
  }

  @Test
  void run_nobodyListens_saysUnavailable() throws Exception {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    LoadSettings load = settings(10, Duration.ofMillis(100), 10, Duration.ofSeconds(20));
    LoadTest test = new LoadTest(connect(port, 1), load, OptionalLong.empty());

    assertThatThrownBy(() -> test.run(REQUESTS))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE));
  }

  @Test
  void run_noTokenFile_saysSo() {
    ConnectSettings connect =
        new ConnectSettings(
            new Target("127.0.0.1", 1),
            1,
            Optional.empty(),
            1,
            Optional.of(Path.of("no-such-token")));
    LoadSettings load = settings(10, Duration.ofMillis(100), 10, Duration.ofSeconds(20));

    assertThatThrownBy(() -> new LoadTest(connect, load, OptionalLong.empty()).run(REQUESTS))
        .isInstanceOf(NoSuchFileException.class);
  }

  private static LoadResult run(ToyServer server, LoadSettings load, int connections)
      throws IOException, InterruptedException {
    return new LoadTest(connect(server.port(), connections), load, OptionalLong.empty())
        .run(REQUESTS);
  }

  private static ConnectSettings connect(int port, int connections) {
    Target target = new Target("127.0.0.1", port);
    return new ConnectSettings(target, connections, Optional.empty(), 1, Optional.empty());
  }

  private static LoadSettings settings(
      double rate, Duration duration, int concurrency, Duration deadline) {
    Pace pace = new Pace(rate, Pace.Arrivals.CONSTANT);
    return new LoadSettings(Duration.ZERO, pace, duration, concurrency, deadline, 1);
  }

  private static long millis(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
