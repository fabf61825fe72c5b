package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.Status.Code;
import io.reelrecs.grpc.security.BearerToken;
import io.reelrecs.grpc.security.Role;
import io.reelrecs.grpc.security.SecurityOptions;
import io.reelrecs.grpc.security.TestAuthority;
import io.reelrecs.grpc.security.TestAuthority.Issued;
import io.reelrecs.grpc.security.TlsFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates, authorities and tokens that change while the server answers. */
class RotationTest {

  private static final Duration PERIOD = Duration.ofMillis(10);
  private static final int ROTATIONS = 20;

  /** Between requests: enough of them meet each change, and the machine has other things to do. */
  private static final Duration PAUSE = Duration.ofMillis(1);

  @TempDir Path folder;

  private final SecureClients clients = new SecureClients();
  private final LogCapture transport = new LogCapture("io.grpc.netty");
  private final LogCapture log = new LogCapture("io.reelrecs.grpc.security");
  private TestAuthority authority;
  private Path certificate;
  private Path key;
  private Path clientAuthority;
  private Path callers;

  @BeforeEach
  void make() throws Exception {
    authority = new TestAuthority("test");
    certificate = folder.resolve("tls.crt");
    key = folder.resolve("tls.key");
    clientAuthority = folder.resolve("ca.crt");
    callers = folder.resolve("callers");
  }

  @AfterEach
  void close() {
    clients.close();
    transport.close();
    log.close();
  }

  private static RecommendationServer serve(SecurityOptions.Builder security) throws Exception {
    ToyScorer scorer = (user, movie) -> 1;
    return new RecommendationServer(
            scorer,
            ServerOptions.builder().port(0).security(security.period(PERIOD).build()).build())
        .start();
  }

  /** One way to put a certificate and a key into a folder. */
  private interface Writing {
    void to(Path certificate, Path key) throws Exception;
  }

  /**
   * Replaces both files in one moment, as Kubernetes does: they are links into a folder that is
   * itself a link.
   */
  private void swap(Writing writing) throws Exception {
    Path version = Files.createTempDirectory(folder, "version");
    writing.to(version.resolve("tls.crt"), version.resolve("tls.key"));
    Path data = folder.resolve("..data");
    if (!Files.exists(data)) {
      Files.createSymbolicLink(certificate, Path.of("..data", "tls.crt"));
      Files.createSymbolicLink(key, Path.of("..data", "tls.key"));
    }
    Path next = Files.createSymbolicLink(folder.resolve("..next"), folder.relativize(version));
    Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Twenty good pairs, and a bad one before each: two that do not belong together, expired, not
   * valid yet, cut off, not there, not for servers, empty. What clients are shown is always the
   * last good one, and no request fails.
   */
  @Test
  void certificates_rotated20TimesWithBadOnesBetween_lastGoodIsShown() throws Exception {
    List<Writing> bad =
        List.of(
            (crt, key) -> {
              authority.server().write(crt, key);
              TestAuthority.write(key, TestAuthority.pem(TestAuthority.ec().getPrivate()));
            },
            (crt, key) -> outOfTime(Duration.ofDays(-3), Duration.ofSeconds(-5)).write(crt, key),
            (crt, key) -> outOfTime(Duration.ofDays(1), Duration.ofDays(3)).write(crt, key),
            (crt, key) -> {
              authority.server().write(crt, key);
              cut(crt);
            },
            (crt, key) -> {
              authority.server().write(crt, key);
              cut(key);
            },
            (crt, key) -> TestAuthority.write(key, TestAuthority.pem(authority.server().key())),
            (crt, key) ->
                TestAuthority.write(crt, TestAuthority.pem(authority.server().certificate())),
            (crt, key) -> authority.client("localhost").write(crt, key),
            (crt, key) -> {
              authority.server().write(crt, key);
              TestAuthority.write(crt, "");
            },
            (crt, key) -> {
              TestAuthority.write(crt, TestAuthority.pem(authority.server().certificate()));
              TestAuthority.write(key, TestAuthority.pem(authority.server().key()));
            });
    Issued current = authority.server();
    swap(current::write);
    try (RecommendationServer server =
            serve(SecurityOptions.builder().tls(new TlsFiles(certificate, key, Optional.empty())));
        Traffic traffic =
            new Traffic(clients.tls(server.port(), authority, Optional.empty()), Code.OK)) {
      for (int i = 0; i < ROTATIONS; i++) {
        int number = i + 1;
        swap(bad.get(i % bad.size()));
        Wait.until("refused " + number, () -> server.security().reloadFailures() == number);
        assertThat(server.security().troubles()).hasSize(1);
        assertShown(server, current.certificate());

        current = authority.server();
        swap(current::write);
        Wait.until("taken " + number, () -> server.security().reloads() == number);
        assertThat(server.security().troubles()).isEmpty();
        assertShown(server, current.certificate());
      }
      traffic.stop();
      assertThat(traffic.bad).isEmpty();
      assertThat(traffic.answered.get()).isPositive();
      assertThat(server.security().reloadFailures()).isEqualTo(ROTATIONS);
      Wait.until("all said", () -> log.lines(Level.INFO).size() == ROTATIONS);
      assertThat(log.lines(Level.WARNING)).hasSize(ROTATIONS);
      assertThat(log.lines(Level.INFO)).hasSize(ROTATIONS);
      assertThat(log.all()).doesNotContain("PRIVATE KEY-----");
    }
  }

  private void assertShown(RecommendationServer server, X509Certificate expected) throws Exception {
    assertThat(SecureClients.shown(server.port())).isEqualTo(expected);
    assertThat(SecureClients.score(clients.tls(server.port(), authority, Optional.empty())))
        .isEqualTo(Code.OK);
  }

  private Issued outOfTime(Duration from, Duration until) throws Exception {
    return authority.issue(TestAuthority.ec(), "localhost", from, until, true);
  }

  private static void cut(Path file) throws Exception {
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.length() / 2));
  }

  @Test
  void clientAuthority_replaced_newClientsInOldOnesOut() throws Exception {
    TestAuthority next = new TestAuthority("next");
    authority.server().write(certificate, key);
    TestAuthority.write(clientAuthority, TestAuthority.pem(authority.certificate()));
    Optional<Issued> old = Optional.of(authority.client("a.test"));
    Optional<Issued> fresh = Optional.of(next.client("a.test"));
    try (RecommendationServer server =
        serve(
            SecurityOptions.builder()
                .tls(new TlsFiles(certificate, key, Optional.of(clientAuthority))))) {
      int port = server.port();
      assertThat(SecureClients.score(clients.tls(port, authority, old))).isEqualTo(Code.OK);
      assertThat(SecureClients.score(clients.tls(port, authority, fresh)))
          .isEqualTo(Code.UNAVAILABLE);
      String both =
          TestAuthority.pem(authority.certificate()) + TestAuthority.pem(next.certificate());
      TestAuthority.write(clientAuthority, both);
      Wait.until("both", () -> server.security().reloads() == 1);
      Wait.until("said", () -> !log.lines(Level.INFO).isEmpty());
      assertThat(log.lines(Level.INFO))
          .containsExactly(clientAuthority + ": read anew: CN=test; CN=next");
      assertThat(SecureClients.score(clients.tls(port, authority, old))).isEqualTo(Code.OK);
      assertThat(SecureClients.score(clients.tls(port, authority, fresh))).isEqualTo(Code.OK);
      TestAuthority.write(clientAuthority, "nonsense");
      Wait.until("refused", () -> server.security().reloadFailures() == 1);
      assertThat(SecureClients.score(clients.tls(port, authority, old))).isEqualTo(Code.OK);
      TestAuthority.write(clientAuthority, TestAuthority.pem(next.certificate()));
      Wait.until("next", () -> server.security().reloads() == 2);
      assertThat(SecureClients.score(clients.tls(port, authority, old)))
          .isEqualTo(Code.UNAVAILABLE);
      assertThat(SecureClients.score(clients.tls(port, authority, fresh))).isEqualTo(Code.OK);
    }
  }

  /** Old and new are both valid until the client has the new one: no call fails. */
  @Test
  void tokens_rotatedWhileCallsRun_noCallFailsAndOldOnesEnd() throws Exception {
    BearerToken current = BearerToken.random();
    TestAuthority.write(callers, line(current));
    try (RecommendationServer server = serve(SecurityOptions.builder().callers(callers))) {
      ManagedChannel channel = clients.plain(server.port());
      for (int i = 0; i < ROTATIONS; i++) {
        int done = i;
        BearerToken next = BearerToken.random();
        AtomicBoolean moved = new AtomicBoolean();
        BearerToken before = current;
        try (Traffic traffic =
            new Traffic(
                () ->
                    SecureClients.score(
                        SecureClients.with(
                            channel, "Bearer " + (moved.get() ? next : before).reveal())),
                Code.OK)) {
          traffic.awaitSome();
          TestAuthority.write(callers, line(before) + line(next));
          Wait.until("both", () -> server.security().reloads() == 2 * done + 1);
          moved.set(true);
          traffic.awaitSome();
          traffic.stop();
          assertThat(traffic.bad).isEmpty();
        }
        TestAuthority.write(callers, line(next));
        Wait.until("new only", () -> server.security().reloads() == 2 * done + 2);
        assertThat(SecureClients.score(SecureClients.with(channel, "Bearer " + before.reveal())))
            .isEqualTo(Code.UNAUTHENTICATED);
        current = next;
      }
      assertThat(server.security().unauthenticated()).isEqualTo(ROTATIONS);
      TestAuthority.write(callers, "# all lines are gone\n");
      Wait.until("refused", () -> server.security().reloadFailures() == 1);
      assertThat(SecureClients.score(SecureClients.with(channel, "Bearer " + current.reveal())))
          .isEqualTo(Code.OK);
      assertThat(log.all()).doesNotContain(current.reveal());
    }
  }

  private static String line(BearerToken token) {
    return token.line("pipeline", Set.of(Role.SCORE)) + '\n';
  }

  /** Requests one after the other, on a thread of its own. */
  private static final class Traffic implements AutoCloseable {
    private final AtomicInteger answered = new AtomicInteger();
    private final List<Code> bad = new ArrayList<>();
    private final CompletableFuture<Void> done;
    private volatile boolean stop;

    Traffic(ManagedChannel channel, Code expected) {
      this(() -> SecureClients.score(channel), expected);
    }

    Traffic(Supplier<Code> call, Code expected) {
      done =
          CompletableFuture.runAsync(
              () -> {
                while (!stop) {
                  Code code = call.get();
                  if (code != expected) {
                    bad.add(code);
                  }
                  answered.incrementAndGet();
                  LockSupport.parkNanos(PAUSE.toNanos());
                }
              });
    }

    /** Waits until a call that begins from now on has ended. */
    void awaitSome() throws InterruptedException {
      int before = answered.get();
      Wait.until("calls", () -> answered.get() >= before + 2);
    }

    void stop() {
      stop = true;
      done.join();
    }

    @Override
    public void close() {
      stop();
    }
  }
}
