package io.reelrecs.grpc.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelrecs.grpc.LogCapture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of credentials that change while nobody but the test looks at them. */
class ServerSecurityTest {

  @TempDir Path folder;

  private final LogCapture log = new LogCapture("io.reelrecs.grpc.security");
  private final BearerToken token = BearerToken.random();
  private TestAuthority authority;
  private Path certificate;
  private Path key;
  private Path callers;
  private Instant now = Instant.now();
  private ServerSecurity security;

  @BeforeEach
  void make() throws Exception {
    authority = new TestAuthority("test");
    certificate = folder.resolve("tls.crt");
    key = folder.resolve("tls.key");
    callers = folder.resolve("callers");
    authority.server().write(certificate, key);
    TestAuthority.write(callers, token.line("pipeline", Set.of(Role.SCORE)));
  }

  @AfterEach
  void close() {
    if (security != null) {
      security.close();
    }
    log.close();
  }

  private SecurityOptions.Builder tls() {
    return SecurityOptions.builder()
        .tls(new TlsFiles(certificate, key, Optional.empty()))
        .callers(callers);
  }

  private void open(SecurityOptions.Builder options) throws CredentialException {
    security = ServerSecurity.open(options.build(), () -> now);
  }

  private void lookTwice() {
    security.look();
    security.look();
  }

  @Test
  void look_newPair_isTakenAtTheSecondLook() throws Exception {
    open(tls());
    authority
        .issue(TestAuthority.ec(), "localhost", Duration.ofDays(-1), Duration.ofDays(9), true)
        .write(certificate, key);
    security.look();
    assertThat(security.snapshot().reloads()).isZero();
    security.look();

    SecuritySnapshot after = security.snapshot();
    assertThat(after.reloads()).isEqualTo(1);
    assertThat(after.certificateNotAfter().get()).isAfter(now.plus(Duration.ofDays(8)));
    assertThat(log.lines(Level.INFO))
        .singleElement()
        .asString()
        .startsWith(certificate + " and " + key + ": read anew: CN=localhost, valid until ");
    lookTwice();
    assertThat(security.snapshot()).isEqualTo(after);
  }

  @Test
  void look_certificateOfANewPairFirst_isNoFailureIfTheKeyFollows() throws Exception {
    open(tls());
    TestAuthority.Issued next = authority.server();
    TestAuthority.write(certificate, TestAuthority.pem(next.certificate()));
    security.look();
    TestAuthority.write(key, TestAuthority.pem(next.key()));
    lookTwice();

    assertThat(security.snapshot().reloads()).isEqualTo(1);
    assertThat(security.snapshot().reloadFailures()).isZero();
  }

  @Test
  void look_badOne_isCountedAndSaidOnceAndAgainWhenItIsAnother() throws Exception {
    open(tls());
    String good = Files.readString(key);
    for (int bad = 1; bad <= 3; bad++) {
      authority.server().write(folder.resolve("other.crt"), key);
      for (int i = 0; i < 5; i++) {
        security.look();
      }
      SecuritySnapshot snapshot = security.snapshot();
      assertThat(snapshot.reloadFailures()).isEqualTo(bad);
      assertThat(snapshot.troubles()).containsExactly(key + ": does not belong to the certificate");
      assertThat(log.lines(Level.WARNING)).hasSize(bad);
      assertThat(log.lines(Level.WARNING).get(bad - 1))
          .isEqualTo(
              "Not taken, what was read before stays in use: "
                  + key
                  + ": does not belong to the certificate");
    }
    TestAuthority.write(key, good);
    security.look();
    assertThat(security.snapshot().troubles()).isEmpty();
    assertThat(security.snapshot().reloads()).isZero();
    assertThat(log.lines(Level.INFO))
        .containsExactly(certificate + " and " + key + ": again what is in use");
  }

  @Test
  void look_notYetValid_isTakenWhenItsTimeComes() throws Exception {
    open(tls());
    authority
        .issue(TestAuthority.ec(), "localhost", Duration.ofHours(1), Duration.ofDays(9), true)
        .write(certificate, key);
    lookTwice();
    lookTwice();
    assertThat(security.snapshot().reloadFailures()).isEqualTo(1);
    now = now.plus(Duration.ofHours(2));
    security.look();
    assertThat(security.snapshot().reloads()).isEqualTo(1);
    assertThat(security.snapshot().troubles()).isEmpty();
  }

  @Test
  void look_certificateInUseExpires_isSaidOnce() throws Exception {
    open(tls());
    now = now.plus(Duration.ofDays(6));
    lookTwice();
    assertThat(log.lines(Level.SEVERE))
        .singleElement()
        .asString()
        .startsWith("The certificate in use expired at 20");
  }

  @Test
  void look_fileGoneOrEmptiedOrCallersWithoutSense_lastGoodStays() throws Exception {
    open(tls());
    Files.delete(callers);
    lookTwice();
    assertThat(security.snapshot().troubles()).containsExactly(callers + ": no such file");
    TestAuthority.write(callers, "");
    lookTwice();
    TestAuthority.write(callers, token.reveal());
    lookTwice();
    assertThat(security.snapshot().reloadFailures()).isEqualTo(3);
    assertThat(log.all()).doesNotContain(token.reveal());
    Files.delete(certificate);
    Files.createDirectory(certificate);
    lookTwice();
    assertThat(security.snapshot().troubles())
        .anyMatch(trouble -> trouble.equals(certificate + ": is no file"));
  }

  @Test
  void open_badFile_isRefused() throws Exception {
    Files.delete(key);
    assertThatThrownBy(() -> ServerSecurity.check(tls().build(), "localhost"))
        .isInstanceOf(CredentialException.class)
        .hasMessage(key + ": no such file");
  }

  @Test
  void open_peerNamesWithoutClientCertificates_isRefused() throws Exception {
    TestAuthority.write(callers, "jobs score dns:jobs.test");
    assertThatThrownBy(() -> ServerSecurity.check(tls().build(), "localhost"))
        .hasMessage(
            callers
                + ": has dns: or uri: lines, which take clients with certificates; set"
                + " tls-client-ca");
  }

  @Test
  void open_authoritiesAllExpired_isRefused() throws Exception {
    Path expired = folder.resolve("ca.crt");
    TestAuthority.write(
        expired,
        TestAuthority.pem(
            authority
                .issue(TestAuthority.ec(), "ca", Duration.ofDays(-2), Duration.ofDays(-1), false)
                .certificate()));
    SecurityOptions options =
        SecurityOptions.builder().tls(new TlsFiles(certificate, key, Optional.of(expired))).build();
    assertThatThrownBy(() -> ServerSecurity.check(options, "localhost"))
        .hasMessageStartingWith(expired + ": expired at ");

    Files.writeString(
        expired, Files.readString(expired) + TestAuthority.pem(authority.certificate()));
    ServerSecurity.check(options, "localhost");
  }

  @Test
  void open_readableByAll_isSaid() throws Exception {
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setPosixFilePermissions(callers, PosixFilePermissions.fromString("rw-r--r--"));
    open(tls());
    assertThat(log.lines(Level.WARNING))
        .containsExactly(
            "Every user of this machine may read the key " + key + "; chmod 600 " + key,
            "Every user of this machine may read the file of callers "
                + callers
                + "; chmod 600 "
                + callers);
  }

  @Test
  void open_writableByAll_isRefused() throws Exception {
    Files.setPosixFilePermissions(callers, PosixFilePermissions.fromString("rw----rw-"));
    assertThatThrownBy(() -> open(tls()))
        .hasMessage(callers + ": every user of this machine may change it; chmod 600 " + callers);
  }

  @Test
  void check_beyondLoopbackWithoutTls_isRefusedWithWhyAndWhatNext() throws Exception {
    SecurityOptions plain = SecurityOptions.defaults();
    for (String host : new String[] {"0.0.0.0", "192.0.2.1", "::"}) {
      assertThatThrownBy(() -> ServerSecurity.check(plain, host))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "will not listen on "
                  + host
                  + " without TLS: everybody who reaches this machine could ask it, and read what"
                  + " others ask. Set tls-cert and tls-key; or listen on localhost; or set"
                  + " insecure if something in front of it, a service mesh for one, encrypts and"
                  + " knows who calls.");
    }
    SecurityOptions tokens = SecurityOptions.builder().callers(callers).build();
    assertThatThrownBy(() -> ServerSecurity.check(tokens, "0.0.0.0"))
        .hasMessageContaining("tokens would be sent for everybody on the way to read");
    for (String host : new String[] {"localhost", "LOCALHOST", "127.0.0.1", "127.1.2.3", "::1"}) {
      ServerSecurity.check(plain, host);
      ServerSecurity.check(tokens, host);
    }
    ServerSecurity.check(tls().build(), "0.0.0.0");
    ServerSecurity.check(SecurityOptions.builder().insecure(true).build(), "0.0.0.0");
    assertThat(log.lines(Level.WARNING)).isEmpty();
    ServerSecurity.check(
        SecurityOptions.builder().insecure(true).callers(callers).build(), "0.0.0.0");
    assertThat(log.lines(Level.WARNING)).singleElement().asString().contains("in the clear");
  }

  @Test
  void build_contradictions_areRefused() {
    assertThatThrownBy(() -> tls().insecure(true).build())
        .hasMessageStartingWith("insecure must not be set beside tls-cert");
    assertThatThrownBy(() -> SecurityOptions.builder().period(Duration.ZERO).build())
        .hasMessage("period must be > 0, actual: PT0S");
    assertThat(SecurityOptions.defaults())
        .isEqualTo(
            new SecurityOptions(Optional.empty(), Optional.empty(), false, Duration.ofSeconds(1)));
  }
}
