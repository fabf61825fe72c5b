package io.reelrecs.cli;

import io.reelrecs.grpc.load.ConnectionLimits;
import io.reelrecs.grpc.load.LimitOptions;
import io.reelrecs.grpc.load.Workers;
import java.time.Duration;
import picocli.CommandLine.Option;

/** What the server takes on at once and what it allows a connection. */
final class LimitFlags {

  @Option(
      names = "--max-concurrent-requests",
      paramLabel = "N",
      defaultValue = "1024",
      description =
          "Requests at once, waiting ones too; more are shed (default: ${DEFAULT-VALUE}).")
  private int maxConcurrentRequests;

  @Option(
      names = "--max-queue-time",
      paramLabel = "TIME",
      defaultValue = "1s",
      converter = DurationConverter.class,
      description = "What waited longer than this is shed (default: ${DEFAULT-VALUE}).")
  private Duration maxQueueTime;

  @Option(
      names = "--max-request-time",
      paramLabel = "TIME",
      defaultValue = "30s",
      converter = DurationConverter.class,
      description = "A request is broken off after this (default: ${DEFAULT-VALUE}).")
  private Duration maxRequestTime;

  @Option(
      names = "--retry-pushback",
      paramLabel = "TIME",
      defaultValue = "100ms",
      converter = DurationConverter.class,
      description = "When to come back if shed, on average (default: ${DEFAULT-VALUE}).")
  private Duration retryPushback;

  @Option(
      names = "--workers",
      paramLabel = "KIND",
      defaultValue = "mixed",
      converter = ChoiceConverter.WorkerKind.class,
      description =
          "The threads that answer: mixed, fixed, direct, striped or stealing"
              + " (default: ${DEFAULT-VALUE}).")
  private Workers workers;

  @Option(
      names = "--max-streams",
      paramLabel = "N",
      defaultValue = "256",
      description = "Requests at once on a connection (default: ${DEFAULT-VALUE}).")
  private int maxStreams;

  @Option(
      names = "--max-header-bytes",
      paramLabel = "N",
      defaultValue = "16384",
      description = "The largest headers of a request (default: ${DEFAULT-VALUE}).")
  private int maxHeaderBytes;

  @Option(
      names = "--max-resets",
      paramLabel = "N",
      defaultValue = "50000",
      description =
          "Requests that a connection may cancel in 10 s; more close it"
              + " (default: ${DEFAULT-VALUE}).")
  private int maxResets;

  @Option(
      names = "--handshake-timeout",
      paramLabel = "TIME",
      defaultValue = "10s",
      converter = DurationConverter.class,
      description = "How long until a connection speaks HTTP/2 (default: ${DEFAULT-VALUE}).")
  private Duration handshakeTimeout;

  @Option(
      names = "--keepalive-time",
      paramLabel = "TIME",
      defaultValue = "1m",
      converter = DurationConverter.class,
      description = "A connection silent for so long is asked (default: ${DEFAULT-VALUE}).")
  private Duration keepaliveTime;

  @Option(
      names = "--keepalive-timeout",
      paramLabel = "TIME",
      defaultValue = "20s",
      converter = DurationConverter.class,
      description = "And closed without an answer in this time (default: ${DEFAULT-VALUE}).")
  private Duration keepaliveTimeout;

  @Option(
      names = "--min-ping-interval",
      paramLabel = "TIME",
      defaultValue = "5s",
      converter = DurationConverter.class,
      description = "Clients may ping as often (default: ${DEFAULT-VALUE}).")
  private Duration minPingInterval;

  @Option(
      names = "--max-connection-age",
      paramLabel = "TIME",
      defaultValue = "0",
      converter = DurationConverter.class,
      description =
          "When clients are to connect anew, 30m behind a balancer; 0 for never"
              + " (default: ${DEFAULT-VALUE}).")
  private Duration maxConnectionAge;

  @Option(
      names = "--max-connection-age-grace",
      paramLabel = "TIME",
      defaultValue = "30s",
      converter = DurationConverter.class,
      description = "How long requests under way may then take (default: ${DEFAULT-VALUE}).")
  private Duration maxConnectionAgeGrace;

  /**
   * The limits that were asked for.
   *
   * @throws IllegalArgumentException naming the value that is out of range
   */
  LimitOptions options() {
    return LimitOptions.builder()
        .maxConcurrentRequests(maxConcurrentRequests)
        .maxQueueTime(maxQueueTime)
        .maxRequestTime(maxRequestTime)
        .retryPushback(retryPushback)
        .workers(workers)
        .connection(
            ConnectionLimits.builder()
                .maxStreams(maxStreams)
                .maxHeaderBytes(maxHeaderBytes)
                .maxResets(maxResets)
                .handshakeTimeout(handshakeTimeout)
                .keepaliveTime(keepaliveTime)
                .keepaliveTimeout(keepaliveTimeout)
                .minPingInterval(minPingInterval)
                .maxConnectionAge(maxConnectionAge)
                .maxConnectionAgeGrace(maxConnectionAgeGrace)
                .build())
        .build();
  }
}
