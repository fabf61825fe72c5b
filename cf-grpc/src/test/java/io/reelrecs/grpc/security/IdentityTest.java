package io.reelrecs.grpc.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelrecs.grpc.security.TestAuthority.Issued;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which pairs of certificate and key are taken. */
class IdentityTest {

  @TempDir Path folder;

  private TestAuthority authority;
  private Path certificate;
  private Path key;

  @BeforeEach
  void make() throws Exception {
    authority = new TestAuthority("test");
    certificate = folder.resolve("tls.crt");
    key = folder.resolve("tls.key");
  }

  private Identity read() throws CredentialException {
    return Identity.read(
        List.of(CredentialFile.read(certificate), CredentialFile.read(key)), Instant.now());
  }

  private void refused(Path file, String why) {
    assertThatThrownBy(this::read)
        .isInstanceOf(CredentialException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(why);
  }

  @Test
  void read_chain_isTakenWhole() throws Exception {
    Issued server = authority.server();
    server.write(certificate, key);
    TestAuthority.write(
        certificate,
        "Subject: a line of openssl\n"
            + TestAuthority.pem(server.certificate())
            + TestAuthority.pem(authority.certificate()));

    assertThat(read().chain()).containsExactly(server.certificate(), authority.certificate());
  }

  @Test
  void read_keyInEveryFormat_isThatKey() throws Exception {
    for (KeyPair pair : List.of(TestAuthority.ec(), TestAuthority.rsa())) {
      Issued server =
          authority.issue(pair, "localhost", Duration.ofDays(-1), Duration.ofDays(1), true);
      server.write(certificate, key);
      assertThat(read().key()).isEqualTo(pair.getPrivate());

      String old = pair.getPrivate().getAlgorithm() + " PRIVATE KEY";
      TestAuthority.write(key, TestAuthority.pem(old, traditional(pair.getPrivate())));
      assertThat(read().key()).as(old).isEqualTo(pair.getPrivate());
    }
  }

  private static byte[] traditional(PrivateKey key) throws Exception {
    return PrivateKeyInfo.getInstance(key.getEncoded())
        .parsePrivateKey()
        .toASN1Primitive()
        .getEncoded();
  }

  @Test
  void read_keyOfAnother_isRefused() throws Exception {
    authority.server().write(certificate, key);
    authority.server().write(folder.resolve("other.crt"), key);
    refused(key, "does not belong to the certificate");

    TestAuthority.write(key, TestAuthority.pem(TestAuthority.rsa().getPrivate()));
    refused(key, "does not belong to the certificate, which wants an EC key");
  }

  @Test
  void read_outOfItsTime_isRefused() throws Exception {
    issue(Duration.ofDays(-2), Duration.ofDays(-1), true);
    refused(certificate, "expired at ");
    issue(Duration.ofDays(1), Duration.ofDays(2), true);
    refused(certificate, "is not valid before ");
  }

  @Test
  void read_certificateForClients_isRefused() throws Exception {
    issue(Duration.ofDays(-1), Duration.ofDays(1), false);
    refused(certificate, "lacks serverAuth");
  }

  private void issue(Duration from, Duration until, boolean forServer) throws Exception {
    authority
        .issue(TestAuthority.ec(), "localhost", from, until, forServer)
        .write(certificate, key);
  }

  @Test
  void read_noPem_isRefused() throws Exception {
    Issued server = authority.server();
    server.write(certificate, key);
    TestAuthority.write(certificate, "");
    refused(certificate, "holds no certificate in PEM format");
    server.write(certificate, key);
    TestAuthority.write(key, "");
    refused(key, "holds 0 private keys in PEM format");
    TestAuthority.write(key, TestAuthority.pem(server.key()) + TestAuthority.pem(server.key()));
    refused(key, "holds 2 private keys");
  }

  @Test
  void read_cutAnywhere_isRefused() throws Exception {
    Issued server = authority.server();
    for (boolean cutKey : new boolean[] {false, true}) {
      Path cut = cutKey ? key : certificate;
      String whole =
          cutKey ? TestAuthority.pem(server.key()) : TestAuthority.pem(server.certificate());
      for (int length = 0; length < whole.strip().length(); length += 7) {
        server.write(certificate, key);
        TestAuthority.write(cut, whole.substring(0, length));
        refused(cut, "");
      }
    }
  }

  @Test
  void read_damaged_isRefusedAndNotQuoted() throws Exception {
    Issued server = authority.server();
    server.write(certificate, key);
    TestAuthority.write(key, TestAuthority.pem("PRIVATE KEY", new byte[] {1, 2, 3}));
    refused(key, "is damaged");
    TestAuthority.write(key, "-----BEGIN PRIVATE KEY-----\nsecret!\n-----END PRIVATE KEY-----\n");
    refused(key, "is no Base64");
    assertThatThrownBy(this::read).hasMessageNotContaining("secret").hasNoCause();
  }

  @Test
  void read_keyWithPassphrase_saysHowToTakeItOff() throws Exception {
    authority.server().write(certificate, key);
    TestAuthority.write(key, TestAuthority.pem("ENCRYPTED PRIVATE KEY", new byte[] {1}));
    refused(key, "has a passphrase");
    TestAuthority.write(
        key,
        """
        -----BEGIN RSA PRIVATE KEY-----
        Proc-Type: 4,ENCRYPTED
        AA==
        -----END RSA PRIVATE KEY-----
        """);
    refused(key, "has a passphrase");
  }

  @Test
  void read_algorithmThatClientsLack_isRefused() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    authority
        .issue(pair, "localhost", Duration.ofDays(-1), Duration.ofDays(1), true)
        .write(certificate, key);
    refused(key, "only RSA and EC are supported");
  }

  @Test
  void toString_saysNothingOfTheKey() throws Exception {
    authority.server().write(certificate, key);
    assertThat(read().toString()).startsWith("CN=localhost, valid until 20");
  }
}
