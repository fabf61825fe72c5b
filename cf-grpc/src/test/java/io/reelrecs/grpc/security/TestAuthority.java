package io.reelrecs.grpc.security;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that issues certificates for tests, as good or as bad as they are asked for. */
public final class TestAuthority {

  private final KeyPair keys = ec();
  private final X500Name name;
  private final X509Certificate certificate;
  private long serial = 1;

  /** A new authority. */
  public TestAuthority(String name) throws Exception {
    this.name = new X500Name("CN=" + name);
    Instant now = Instant.now();
    JcaX509v3CertificateBuilder builder =
        builder(this.name, keys, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(10)));
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    certificate = sign(builder, keys.getPrivate());
  }

  /** A key on the curve that most servers use. */
  public static KeyPair ec() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  /** An RSA key. */
  public static KeyPair rsa() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /** A certificate for a server at localhost that is valid now. */
  public Issued server() throws Exception {
    return issue(ec(), "localhost", Duration.ofDays(-1), Duration.ofDays(5), true);
  }

  /** A certificate for a client that is valid now, with a DNS name. */
  public Issued client(String dnsName) throws Exception {
    return issue(ec(), dnsName, Duration.ofDays(-1), Duration.ofDays(5), false);
  }

  /** A certificate; the times are from now. */
  public Issued issue(KeyPair own, String dnsName, Duration from, Duration until, boolean forServer)
      throws Exception {
    Instant now = Instant.now();
    JcaX509v3CertificateBuilder builder =
        builder(new X500Name("CN=" + dnsName), own, now.plus(from), now.plus(until));
    List<GeneralName> names = new ArrayList<>();
    names.add(new GeneralName(GeneralName.dNSName, dnsName));
    names.add(new GeneralName(GeneralName.uniformResourceIdentifier, "spiffe://test/" + dnsName));
    if (forServer) {
      names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
    }
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(names.toArray(GeneralName[]::new)));
    builder.addExtension(
        Extension.extendedKeyUsage,
        false,
        new ExtendedKeyUsage(
            forServer ? KeyPurposeId.id_kp_serverAuth : KeyPurposeId.id_kp_clientAuth));
    return new Issued(sign(builder, keys.getPrivate()), own.getPrivate());
  }

  private JcaX509v3CertificateBuilder builder(
      X500Name subject, KeyPair own, Instant from, Instant until) throws CertIOException {
    return new JcaX509v3CertificateBuilder(
        name,
        BigInteger.valueOf(serial++),
        Date.from(from),
        Date.from(until),
        subject,
        own.getPublic());
  }

  private static X509Certificate sign(JcaX509v3CertificateBuilder builder, PrivateKey key)
      throws OperatorCreationException, GeneralSecurityException {
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
  }

  /** A certificate and its key. */
  public record Issued(X509Certificate certificate, PrivateKey key) {

    /** Writes both. */
    public void write(Path certificateFile, Path keyFile) throws Exception {
      TestAuthority.write(certificateFile, pem(certificate));
      TestAuthority.write(keyFile, pem(key));
    }
  }

  public static String pem(X509Certificate certificate) throws GeneralSecurityException {
    return pem("CERTIFICATE", certificate.getEncoded());
  }

  public static String pem(Key key) {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  public static String pem(String type, byte[] der) {
    return "-----BEGIN "
        + type
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + type
        + "-----\n";
  }

  /** Writes a file that its owner alone may read; whoever reads it sees the old or the new. */
  public static void write(Path file, String content) throws IOException {
    Path next = Files.createTempFile(file.getParent(), "next", ".tmp"); // of its owner alone
    Files.writeString(next, content);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
