package io.reelrecs.grpc.load;

import java.time.Duration;

/**
 * What one HTTP/2 connection may do, whoever is behind it. Take {@link #defaults()}, or name what
 * differs to a {@link #builder()}.
 *
 * @param maxStreams the most requests at once on a connection; a client holds back what is above.
 *     256 by default: plenty for one process, and too few to fill a whole server with
 * @param maxHeaderBytes the largest headers of a request in bytes, 16 KiB by default: room for a
 *     token and for tracing
 * @param maxResets how many requests a client may cancel within {@link #RESET_WINDOW}; above it the
 *     connection is closed. 50,000 by default: more than an impatient client that sends thousands
 *     of requests a second cancels, and less than a flood of them
 * @param handshakeTimeout how long a new connection may take until it speaks HTTP/2; 10 seconds by
 *     default
 * @param keepaliveTime how long a connection is silent before the server asks whether anybody is
 *     there; 1 minute by default and at least 10 seconds; less than balancers and firewalls forget
 *     a connection in
 * @param keepaliveTimeout how long it waits for the answer before it closes the connection; 20
 *     seconds by default
 * @param minPingInterval how often a client may ask the same; one that asks more often three times
 *     loses its connection. 5 seconds by default, half of what clients are told, since pings bunch
 *     up on the way
 * @param maxConnectionAge how long a connection lives before clients are told to open another one,
 *     give or take a tenth; zero, the default, for ever. Behind a balancer it is what brings
 *     clients to a replica that is new
 * @param maxConnectionAgeGrace how long requests under way on a connection of that age may still
 *     take; 30 seconds by default
 */
public record ConnectionLimits(
    int maxStreams,
    int maxHeaderBytes,
    int maxResets,
    Duration handshakeTimeout,
    Duration keepaliveTime,
    Duration keepaliveTimeout,
    Duration minPingInterval,
    Duration maxConnectionAge,
    Duration maxConnectionAgeGrace) {

  /** The span of time in which {@link #maxResets} are counted. */
  public static final Duration RESET_WINDOW = Duration.ofSeconds(10);

  /** The transport takes no less. */
  private static final Duration SHORTEST_KEEPALIVE = Duration.ofSeconds(10);

  /** HTTP/2 counts them in 31 bits, the transport's arithmetic in less. */
  private static final int MOST_HEADER_BYTES = 1 << 24;

  /**
   * Checks every value.
   *
   * @throws IllegalArgumentException naming the value that is out of range
   */
  public ConnectionLimits {
    Require.atLeastOne("maxStreams", maxStreams);
    Require.atLeastOne("maxResets", maxResets);
    if (maxHeaderBytes < 1024 || maxHeaderBytes > MOST_HEADER_BYTES) {
      throw new IllegalArgumentException(
          "maxHeaderBytes must be in [1024, " + MOST_HEADER_BYTES + "], actual: " + maxHeaderBytes);
    }
    Require.aMillisecond("handshakeTimeout", handshakeTimeout);
    Require.aMillisecond("keepaliveTime", keepaliveTime);
    if (keepaliveTime.compareTo(SHORTEST_KEEPALIVE) < 0) {
      throw new IllegalArgumentException("keepaliveTime must be >= 10 s, actual: " + keepaliveTime);
    }
    Require.aMillisecond("keepaliveTimeout", keepaliveTimeout);
    Require.aMillisecond("minPingInterval", minPingInterval);
    Require.aMillisecondOrZero("maxConnectionAge", maxConnectionAge);
    Require.aMillisecond("maxConnectionAgeGrace", maxConnectionAgeGrace);
  }

  /** The limits named above. */
  public static ConnectionLimits defaults() {
    return builder().build();
  }

  /** A builder that holds the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects limits by name, each the default until it is set; not thread-safe. */
  public static final class Builder {

    private int maxStreams = 256;
    private int maxHeaderBytes = 16 * 1024;
    private int maxResets = 50_000;
    private Duration handshakeTimeout = Duration.ofSeconds(10);
    private Duration keepaliveTime = Duration.ofMinutes(1);
    private Duration keepaliveTimeout = Duration.ofSeconds(20);
    private Duration minPingInterval = Duration.ofSeconds(5);
    private Duration maxConnectionAge = Duration.ZERO;
    private Duration maxConnectionAgeGrace = Duration.ofSeconds(30);

    private Builder() {}

    /** Sets {@link ConnectionLimits#maxStreams}. */
    public Builder maxStreams(int maxStreams) {
      this.maxStreams = maxStreams;
      return this;
    }

    /** Sets {@link ConnectionLimits#maxHeaderBytes}. */
    public Builder maxHeaderBytes(int maxHeaderBytes) {
      this.maxHeaderBytes = maxHeaderBytes;
      return this;
    }

    /** Sets {@link ConnectionLimits#maxResets}. */
    public Builder maxResets(int maxResets) {
      this.maxResets = maxResets;
      return this;
    }

    /** Sets {@link ConnectionLimits#handshakeTimeout}. */
    public Builder handshakeTimeout(Duration handshakeTimeout) {
      this.handshakeTimeout = handshakeTimeout;
      return this;
    }

    /** Sets {@link ConnectionLimits#keepaliveTime}. */
    public Builder keepaliveTime(Duration keepaliveTime) {
      this.keepaliveTime = keepaliveTime;
      return this;
    }

    /** Sets {@link ConnectionLimits#keepaliveTimeout}. */
    public Builder keepaliveTimeout(Duration keepaliveTimeout) {
      this.keepaliveTimeout = keepaliveTimeout;
      return this;
    }

    /** Sets {@link ConnectionLimits#minPingInterval}. */
    public Builder minPingInterval(Duration minPingInterval) {
      this.minPingInterval = minPingInterval;
      return this;
    }

    /** Sets {@link ConnectionLimits#maxConnectionAge}. */
    public Builder maxConnectionAge(Duration maxConnectionAge) {
      this.maxConnectionAge = maxConnectionAge;
      return this;
    }

    /** Sets {@link ConnectionLimits#maxConnectionAgeGrace}. */
    public Builder maxConnectionAgeGrace(Duration maxConnectionAgeGrace) {
      this.maxConnectionAgeGrace = maxConnectionAgeGrace;
      return this;
    }

    /**
     * The limits that were set.
     *
     * @throws IllegalArgumentException naming the value that is out of range
     */
    public ConnectionLimits build() {
      return new ConnectionLimits(
          maxStreams,
          maxHeaderBytes,
          maxResets,
          handshakeTimeout,
          keepaliveTime,
          keepaliveTimeout,
          minPingInterval,
          maxConnectionAge,
          maxConnectionAgeGrace);
    }
  }
}
