package io.reelrecs.grpc.load;

import java.time.Duration;
import java.util.Objects;

/**
 * What a server takes on at once and what it allows a connection. Take {@link #defaults()}, or name
 * what differs to a {@link #builder()}.
 *
 * @param maxConcurrentRequests the most requests queued or worked on; more are shed with
 *     RESOURCE_EXHAUSTED. 1,024 by default: a burst of the length of a garbage collection fits
 * @param maxQueueTime a request that waited longer than this before its turn is shed; 1 second by
 *     default, since whoever waits for a page has left by then
 * @param maxRequestTime a request is broken off this long after it began, whatever its own deadline
 *     says; 30 seconds by default. It is what ends a client that sends or reads a byte a second
 * @param retryPushback how long a client whose request was shed is asked to wait before it tries
 *     again, on average; 100 milliseconds by default. Each answer says between half and one and a
 *     half times as much, so that clients do not come back all at once
 * @param workers what kind of threads answer requests; a fixed pool by default, which suits any
 *     scorer
 * @param connection what one connection may do
 */
public record LimitOptions(
    int maxConcurrentRequests,
    Duration maxQueueTime,
    Duration maxRequestTime,
    Duration retryPushback,
    Workers workers,
    ConnectionLimits connection) {

  /**
   * Checks every value.
   *
   * @throws IllegalArgumentException naming the value that is out of range
   */
  public LimitOptions {
    Objects.requireNonNull(workers, "workers");
    Objects.requireNonNull(connection, "connection");
    Require.atLeastOne("maxConcurrentRequests", maxConcurrentRequests);
    Require.aMillisecond("maxQueueTime", maxQueueTime);
    Require.aMillisecond("maxRequestTime", maxRequestTime);
    Require.aMillisecond("retryPushback", retryPushback);
  }

  /** The limits named above. */
  public static LimitOptions defaults() {
    return builder().build();
  }

  /** A builder that holds the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects limits by name, each the default until it is set; not thread-safe. */
  public static final class Builder {

    private int maxConcurrentRequests = 1024;
    private Duration maxQueueTime = Duration.ofSeconds(1);
    private Duration maxRequestTime = Duration.ofSeconds(30);
    private Duration retryPushback = Duration.ofMillis(100);
    private Workers workers = Workers.FIXED;
    private ConnectionLimits connection = ConnectionLimits.defaults();

    private Builder() {}

    /** Sets {@link LimitOptions#maxConcurrentRequests}. */
    public Builder maxConcurrentRequests(int maxConcurrentRequests) {
      this.maxConcurrentRequests = maxConcurrentRequests;
      return this;
    }

    /** Sets {@link LimitOptions#maxQueueTime}. */
    public Builder maxQueueTime(Duration maxQueueTime) {
      this.maxQueueTime = maxQueueTime;
      return this;
    }

    /** Sets {@link LimitOptions#maxRequestTime}. */
    public Builder maxRequestTime(Duration maxRequestTime) {
      this.maxRequestTime = maxRequestTime;
      return this;
    }

    /** Sets {@link LimitOptions#retryPushback}. */
    public Builder retryPushback(Duration retryPushback) {
      this.retryPushback = retryPushback;
      return this;
    }

    /** Sets {@link LimitOptions#workers}. */
    public Builder workers(Workers workers) {
      this.workers = workers;
      return this;
    }

    /** Sets {@link LimitOptions#connection}. */
    public Builder connection(ConnectionLimits connection) {
      this.connection = connection;
      return this;
    }

    /**
     * The limits that were set.
     *
     * @throws IllegalArgumentException naming the value that is out of range
     */
    public LimitOptions build() {
      return new LimitOptions(
          maxConcurrentRequests, maxQueueTime, maxRequestTime, retryPushback, workers, connection);
    }
  }
}
