package io.reelrecs.grpc.security;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Who may talk to a server and how. Take {@link #defaults()}, or name what differs to a {@link
 * #builder()}.
 *
 * @param tls the files of TLS; without them (the default) nothing is encrypted
 * @param callers the file of those who may call, and what; without it (the default) whoever can
 *     connect may call everything
 * @param insecure whether to listen beyond loopback without TLS; false by default
 * @param period how often to look whether a file has changed; 1 second by default. A change counts
 *     once it has been seen twice in a row
 */
public record SecurityOptions(
    Optional<TlsFiles> tls, Optional<Path> callers, boolean insecure, Duration period) {

  /**
   * Checks every value.
   *
   * @throws IllegalArgumentException if the period is not positive, or if both TLS and {@code
   *     insecure} are asked for
   */
  public SecurityOptions {
    Objects.requireNonNull(tls, "tls");
    Objects.requireNonNull(callers, "callers");
    if (period.isZero() || period.isNegative()) {
      throw new IllegalArgumentException("period must be > 0, actual: " + period);
    }
    if (insecure && tls.isPresent()) {
      throw new IllegalArgumentException(
          "insecure must not be set beside tls-cert: with TLS there is nothing to permit");
    }
  }

  /** No TLS, no callers: whoever reaches the loopback address may call everything. */
  public static SecurityOptions defaults() {
    return builder().build();
  }

  /** A builder that holds the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects options by name, each the default until it is set; not thread-safe. */
  public static final class Builder {

    private Optional<TlsFiles> tls = Optional.empty();
    private Optional<Path> callers = Optional.empty();
    private boolean insecure;
    private Duration period = Duration.ofSeconds(1);

    private Builder() {}

    /** Sets {@link SecurityOptions#tls}. */
    public Builder tls(TlsFiles tls) {
      this.tls = Optional.of(tls);
      return this;
    }

    /** Sets {@link SecurityOptions#callers}. */
    public Builder callers(Path callers) {
      this.callers = Optional.of(callers);
      return this;
    }

    /** Sets {@link SecurityOptions#insecure}. */
    public Builder insecure(boolean insecure) {
      this.insecure = insecure;
      return this;
    }

    /** Sets {@link SecurityOptions#period}. */
    public Builder period(Duration period) {
      this.period = period;
      return this;
    }

    /**
     * The options that were set.
     *
     * @throws IllegalArgumentException as the record does
     */
    public SecurityOptions build() {
      return new SecurityOptions(tls, callers, insecure, period);
    }
  }
}
