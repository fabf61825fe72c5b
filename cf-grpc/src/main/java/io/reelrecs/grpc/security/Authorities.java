package io.reelrecs.grpc.security;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The certificates of which one has to have signed a client's. */
record Authorities(List<X509Certificate> certificates) {

  /**
   * Reads them, and sees that at least one holds now.
   *
   * @param files the one file
   * @throws CredentialException naming the file and what is wrong
   */
  static Authorities read(List<CredentialFile> files, Instant now) throws CredentialException {
    return files
        .get(0)
        .parse(
            content -> {
              List<X509Certificate> all = Certificates.read(content);
              Certificates.checkAnyTime(all, now);
              return new Authorities(all);
            });
  }

  /** Their subjects. */
  @Override
  public String toString() {
    return certificates.stream()
        .map(authority -> authority.getSubjectX500Principal().getName())
        .collect(Collectors.joining("; "));
  }
}
