package io.reelrecs.grpc;

import io.reelrecs.core.score.BlendWeights;
import io.reelrecs.core.score.FeatureRange;
import io.reelrecs.grpc.load.LimitOptions;
import io.reelrecs.grpc.security.SecurityOptions;
import io.reelrecs.grpc.telemetry.Telemetry;
import java.time.Duration;
import java.util.Objects;

/**
 * How a {@link RecommendationServer} listens and answers. Take {@link #defaults()}, or name what
 * differs to a {@link #builder()}.
 *
 * @param host where to listen: {@code localhost} (the default) is 127.0.0.1 and, where the machine
 *     has it, ::1; {@code 0.0.0.0} is every IPv4 address; else a name or address of this machine
 * @param port the TCP port, 0 for any free one; 50051 by default
 * @param weights the weights of the blend
 * @param featureRange what happens to features above 1; they are rescaled by default
 * @param defaultScore the score in {@code [0, 1]} of a candidate whose scoring fails; 0.5 by
 *     default
 * @param threads how many threads answer requests; the number of cores by default
 * @param stopGrace how long a stop waits for requests under way; 10 seconds by default
 * @param requestLimits what a request may hold at most; a message of more than four times as many
 *     bytes is refused with RESOURCE_EXHAUSTED before it is read
 * @param load what it takes on at once and what it allows a connection
 * @param security who may talk to it and how; by default whoever reaches the loopback address
 * @param telemetry what it tells of its requests; nothing by default
 * @param scoreCache the cache of scores; none by default
 */
public record ServerOptions(
    String host,
    int port,
    BlendWeights weights,
    FeatureRange featureRange,
    double defaultScore,
    int threads,
    Duration stopGrace,
    RequestLimits requestLimits,
    LimitOptions load,
    SecurityOptions security,
    Telemetry telemetry,
    ScoreCacheOptions scoreCache) {

  /** How many times {@link #maxMessageBytes} is read before the transport cuts a message off. */
  static final int TRANSPORT_HEADROOM = 4;

  /**
   * Checks every value.
   *
   * @throws IllegalArgumentException naming the value that is out of range
   */
  public ServerOptions {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(weights, "weights");
    Objects.requireNonNull(featureRange, "featureRange");
    Objects.requireNonNull(stopGrace, "stopGrace");
    Objects.requireNonNull(requestLimits, "requestLimits");
    Objects.requireNonNull(load, "load");
    Objects.requireNonNull(security, "security");
    Objects.requireNonNull(telemetry, "telemetry");
    Objects.requireNonNull(scoreCache, "scoreCache");
    if (host.isBlank()) {
      throw new IllegalArgumentException("host must not be blank");
    }
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port must be in [0, 65535], actual: " + port);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be >= 1, actual: " + threads);
    }
    if (!(defaultScore >= 0 && defaultScore <= 1)) {
      throw new IllegalArgumentException("defaultScore must be in [0, 1], actual: " + defaultScore);
    }
    if (stopGrace.isNegative()) {
      throw new IllegalArgumentException("stopGrace must be >= 0, actual: " + stopGrace);
    }
  }

  /** What the wire contract promises: localhost, port 50051, and the limits named above. */
  public static ServerOptions defaults() {
    return builder().build();
  }

  /** A builder that holds the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** {@link RequestLimits#maxCandidates}. */
  public int maxCandidates() {
    return requestLimits.maxCandidates();
  }

  /** {@link RequestLimits#maxMessageBytes}. */
  public int maxMessageBytes() {
    return requestLimits.maxMessageBytes();
  }

  /** The largest message that the transport lets through, in bytes. */
  int transportBytes() {
    return (int) Math.min(Integer.MAX_VALUE, (long) TRANSPORT_HEADROOM * maxMessageBytes());
  }

  /** Collects options by name, each the default until it is set; not thread-safe. */
  public static final class Builder {

    private String host = "localhost";
    private int port = 50051;
    private BlendWeights weights = BlendWeights.DEFAULT;
    private FeatureRange featureRange = FeatureRange.RESCALE;
    private double defaultScore = 0.5;
    private int threads = Runtime.getRuntime().availableProcessors();
    private Duration stopGrace = Duration.ofSeconds(10);
    private RequestLimits requestLimits = RequestLimits.DEFAULT;
    private LimitOptions load = LimitOptions.defaults();
    private SecurityOptions security = SecurityOptions.defaults();
    private Telemetry telemetry = Telemetry.none();
    private ScoreCacheOptions scoreCache = ScoreCacheOptions.OFF;

    private Builder() {}

    /** Sets {@link ServerOptions#host}. */
    public Builder host(String host) {
      this.host = host;
      return this;
    }

    /** Sets {@link ServerOptions#port}. */
    public Builder port(int port) {
      this.port = port;
      return this;
    }

    /** Sets {@link ServerOptions#weights}. */
    public Builder weights(BlendWeights weights) {
      this.weights = weights;
      return this;
    }

    /** Sets {@link RequestLimits#maxCandidates} of the limits. */
    public Builder maxCandidates(int maxCandidates) {
      return requestLimits(requestLimits.withMaxCandidates(maxCandidates));
    }

    /** Sets {@link ServerOptions#featureRange}. */
    public Builder featureRange(FeatureRange featureRange) {
      this.featureRange = featureRange;
      return this;
    }

    /** Sets {@link RequestLimits#maxMessageBytes} of the limits. */
    public Builder maxMessageBytes(int maxMessageBytes) {
      return requestLimits(requestLimits.withMaxMessageBytes(maxMessageBytes));
    }

    /** Sets {@link ServerOptions#requestLimits}. */
    public Builder requestLimits(RequestLimits requestLimits) {
      this.requestLimits = requestLimits;
      return this;
    }

    /** Sets {@link ServerOptions#defaultScore}. */
    public Builder defaultScore(double defaultScore) {
      this.defaultScore = defaultScore;
      return this;
    }

    /** Sets {@link ServerOptions#threads}. */
    public Builder threads(int threads) {
      this.threads = threads;
      return this;
    }

    /** Sets {@link ServerOptions#stopGrace}. */
    public Builder stopGrace(Duration stopGrace) {
      this.stopGrace = stopGrace;
      return this;
    }

    /** Sets {@link ServerOptions#load}. */
    public Builder load(LimitOptions load) {
      this.load = load;
      return this;
    }

    /** Sets {@link ServerOptions#security}. */
    public Builder security(SecurityOptions security) {
      this.security = security;
      return this;
    }

    /** Sets {@link ServerOptions#telemetry}. */
    public Builder telemetry(Telemetry telemetry) {
      this.telemetry = telemetry;
      return this;
    }

    /** Sets {@link ServerOptions#scoreCache}. */
    public Builder scoreCache(ScoreCacheOptions scoreCache) {
      this.scoreCache = scoreCache;
      return this;
    }

    /**
     * The options set so far.
     *
     * @throws IllegalArgumentException naming the value that is out of range
     */
    public ServerOptions build() {
      return new ServerOptions(
          host,
          port,
          weights,
          featureRange,
          defaultScore,
          threads,
          stopGrace,
          requestLimits,
          load,
          security,
          telemetry,
          scoreCache);
    }
  }
}
