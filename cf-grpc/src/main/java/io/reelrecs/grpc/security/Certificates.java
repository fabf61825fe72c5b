package io.reelrecs.grpc.security;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads certificates. */
final class Certificates {

  private Certificates() {}

  /**
   * The certificates of a PEM file, at least one.
   *
   * @throws CredentialException if there is none, or one is damaged
   */
  static List<X509Certificate> read(byte[] pem) throws CredentialException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Pem block : Pem.read(pem)) {
      if (block.type().equals("CERTIFICATE")) {
        certificates.add(parse(block.der()));
      }
    }
    if (certificates.isEmpty()) {
      throw new CredentialException("holds no certificate in PEM format (BEGIN CERTIFICATE)");
    }
    return List.copyOf(certificates);
  }

  private static X509Certificate parse(byte[] der) throws CredentialException {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException e) {
      throw new CredentialException("is damaged: a certificate cannot be read", e);
    }
  }

  /**
   * Refuses a certificate that does not hold at {@code now}.
   *
   * @throws CredentialException saying from or until when it holds
   */
  static void checkTime(X509Certificate certificate, Instant now) throws CredentialException {
    Instant from = certificate.getNotBefore().toInstant();
    Instant until = certificate.getNotAfter().toInstant();
    if (now.isBefore(from)) {
      throw new CredentialException(
          "is not valid before " + from + "; is this machine's clock right?");
    }
    if (now.isAfter(until)) {
      throw new CredentialException("expired at " + until + "; put a new one there");
    }
  }

  /**
   * Refuses certificates none of which holds at {@code now}.
   *
   * @throws CredentialException saying from or until when the first holds
   */
  static void checkAnyTime(List<X509Certificate> certificates, Instant now)
      throws CredentialException {
    CredentialException first = null;
    for (X509Certificate certificate : certificates) {
      try {
        checkTime(certificate, now);
        return;
      } catch (CredentialException e) {
        first = first == null ? e : first;
      }
    }
    throw first;
  }
}
