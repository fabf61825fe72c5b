package io.reelrecs.grpc.security;

import io.grpc.InsecureServerCredentials;
import io.grpc.ServerBuilder;
import io.grpc.ServerCredentials;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The credentials of a server, read from files that are looked at again and again, and what they
 * make of a server: one that speaks TLS, and one that knows its callers. Whatever becomes of the
 * files, the last sound content stays in use.
 *
 * <p>Thread-safe. One daemon thread of its own looks at the files, if there are any.
 */
public final class ServerSecurity implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(ServerSecurity.class.getName());

  private final SecurityOptions options;
  private final InstantSource clock;
  private final List<Watched<?>> watched = new ArrayList<>();
  private final ServerCredentials credentials;
  private final Optional<Watched<Identity>> identity;
  private final Optional<Gatekeeper> gatekeeper;
  private final ScheduledThreadPoolExecutor watch =
      new ScheduledThreadPoolExecutor(1, ServerSecurity::thread);
  private Instant expired;

  private ServerSecurity(SecurityOptions options, InstantSource clock) throws CredentialException {
    this.options = options;
    this.clock = clock;
    if (options.tls().isPresent()) {
      TlsFiles files = options.tls().get();
      TlsContext context = new TlsContext();
      identity =
          Optional.of(
              add(
                  Watched.open(
                      List.of(files.certificate(), files.key()),
                      this::identity,
                      context::show,
                      clock)));
      if (files.clientAuthority().isPresent()) {
        List<Path> paths = List.of(files.clientAuthority().get());
        add(Watched.open(paths, Authorities::read, context::trust, clock));
      }
      credentials = context.credentials(files.clientAuthority().isPresent());
    } else {
      identity = Optional.empty();
      credentials = InsecureServerCredentials.create();
    }
    if (options.callers().isPresent()) {
      List<Path> paths = List.of(options.callers().get());
      Watched<Callers> callers = add(Watched.open(paths, this::callers, c -> {}, clock));
      gatekeeper = Optional.of(new Gatekeeper(callers::get));
    } else {
      gatekeeper = Optional.empty();
    }
  }

  /**
   * Reads the files, and begins to watch them.
   *
   * @param host where the server will listen
   * @throws CredentialException if one of the files cannot be used
   * @throws IllegalArgumentException if that is beyond loopback, without TLS, and the options do
   *     not ask for it; with why and what to do instead
   */
  public static ServerSecurity open(SecurityOptions options, String host)
      throws CredentialException {
    Exposure.check(options, host);
    ServerSecurity security = open(options, InstantSource.system());
    if (!security.watched.isEmpty()) {
      long nanos = options.period().toNanos();
      var unused =
          security.watch.scheduleWithFixedDelay(
              security::lookSafely, nanos, nanos, TimeUnit.NANOSECONDS);
    }
    return security;
  }

  /** Reads the files; whoever calls it looks at them. */
  static ServerSecurity open(SecurityOptions options, InstantSource clock)
      throws CredentialException {
    return new ServerSecurity(Objects.requireNonNull(options, "options"), clock);
  }

  /**
   * Says beforehand what {@link #open} would refuse, and opens nothing.
   *
   * @throws CredentialException as {@link #open}
   * @throws IllegalArgumentException as {@link #open}
   */
  public static void check(SecurityOptions options, String host) throws CredentialException {
    Exposure.check(options, host);
    open(options, InstantSource.system()).close();
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "reelrecs-credentials");
    thread.setDaemon(true);
    return thread;
  }

  private <T> Watched<T> add(Watched<T> one) {
    watched.add(one);
    return one;
  }

  private Identity identity(List<CredentialFile> files, Instant now) throws CredentialException {
    Identity read = Identity.read(files, now);
    warnIfReadableByAll(files.get(1), "key");
    return read;
  }

  private Callers callers(List<CredentialFile> files, Instant now) throws CredentialException {
    Callers read =
        files
            .get(0)
            .parse(
                content -> {
                  Callers all = Callers.read(content);
                  if (all.needCertificates() && !clientsShowCertificates()) {
                    throw new CredentialException(
                        "has dns: or uri: lines, which take clients with certificates; set"
                            + " tls-client-ca");
                  }
                  return all;
                });
    warnIfReadableByAll(files.get(0), "file of callers");
    return read;
  }

  private boolean clientsShowCertificates() {
    return options.tls().flatMap(TlsFiles::clientAuthority).isPresent();
  }

  private static void warnIfReadableByAll(CredentialFile file, String what)
      throws CredentialException {
    if (file.isReadableByAll()) {
      LOG.log(
          Level.WARNING,
          "Every user of this machine may read the " + what + " {0}; chmod 600 {0}",
          file.path());
    }
  }

  /** What the transport speaks: TLS, or nothing of the kind. */
  public ServerCredentials credentials() {
    return credentials;
  }

  /** Makes a server ask who calls, if it is to know; nothing comes before that. */
  public void install(ServerBuilder<?> builder) {
    if (gatekeeper.isPresent()) {
      builder.addTransportFilter(new PeerNames()).intercept(gatekeeper.get());
    }
  }

  /** What is in use, and what has been done. */
  public SecuritySnapshot snapshot() {
    return new SecuritySnapshot(
        identity.map(pair -> pair.get().notAfter()),
        watched.stream().mapToLong(Watched::reloads).sum(),
        watched.stream().mapToLong(Watched::failures).sum(),
        watched.stream().flatMap(one -> one.trouble().stream()).toList(),
        gatekeeper.map(Gatekeeper::unauthenticated).orElse(0L),
        gatekeeper.map(Gatekeeper::denied).orElse(0L));
  }

  /** Looks at all files, and at the clock. */
  synchronized void look() {
    watched.forEach(Watched::look);
    identity.map(Watched::get).ifPresent(this::sayIfExpired);
  }

  private void sayIfExpired(Identity pair) {
    if (clock.instant().isAfter(pair.notAfter()) && !pair.notAfter().equals(expired)) {
      expired = pair.notAfter();
      LOG.log(
          Level.ERROR,
          "The certificate in use expired at {0}: clients will not connect anymore until there is a"
              + " new one",
          expired);
    }
  }

  private void lookSafely() {
    try {
      look();
    } catch (Throwable e) { // or it would be the last look
      LOG.log(Level.ERROR, "Looking at the credentials failed", e);
    }
  }

  /** Ends the watch; what was read stays in use. */
  @Override
  public void close() {
    watch.shutdownNow();
  }
}
