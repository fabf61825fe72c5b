package io.reelrecs.grpc.security;

import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * What a server shows its clients: its certificate with those that lead to a trusted one, and the
 * key that belongs to it.
 */
record Identity(List<X509Certificate> chain, PrivateKey key) {

  private static final String SERVER_USE = "1.3.6.1.5.5.7.3.1";
  private static final String ANY_USE = "2.5.29.37.0";

  /**
   * Reads and checks a pair: they belong together, the certificate holds now, and it is one for
   * servers.
   *
   * @param files the certificate's and the key's
   * @throws CredentialException naming the file and what is wrong
   */
  static Identity read(List<CredentialFile> files, Instant now) throws CredentialException {
    CredentialFile certificate = files.get(0);
    List<X509Certificate> chain = certificate.parse(Certificates::read);
    X509Certificate own = chain.get(0);
    certificate.parse(
        content -> {
          Certificates.checkTime(own, now);
          checkUse(own);
          return own;
        });
    PrivateKey key = files.get(1).parse(content -> PrivateKeys.read(content, own.getPublicKey()));
    return new Identity(chain, key);
  }

  private static void checkUse(X509Certificate certificate) throws CredentialException {
    List<String> uses;
    try {
      uses = certificate.getExtendedKeyUsage();
    } catch (CertificateParsingException e) {
      throw new CredentialException("is damaged: its extended key usage cannot be read", e);
    }
    if (uses != null && !uses.contains(SERVER_USE) && !uses.contains(ANY_USE)) {
      throw new CredentialException(
          "is no certificate for a server: its extended key usage lacks serverAuth");
    }
  }

  /** Until when the certificate holds. */
  Instant notAfter() {
    return chain.get(0).getNotAfter().toInstant();
  }

  /** The certificate's subject and end; nothing of the key. */
  @Override
  public String toString() {
    return chain.get(0).getSubjectX500Principal().getName() + ", valid until " + notAfter();
  }
}
