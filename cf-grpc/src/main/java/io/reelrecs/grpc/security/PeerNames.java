package io.reelrecs.grpc.security;

import io.grpc.Attributes;
import io.grpc.Grpc;
import io.grpc.ServerTransportFilter;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * Reads the names in a client's certificate, once for each connection: {@code dns:} and {@code
 * uri:} and what stands among its alternative names. The common name is none: it says less and
 * less.
 */
final class PeerNames extends ServerTransportFilter {

  private static final Attributes.Key<List<String>> NAMES =
      Attributes.Key.create("reelrecs-peer-names");
  private static final int DNS = 2;
  private static final int URI = 6;

  /** The names of whoever is at the other end of a connection with these attributes. */
  static List<String> of(Attributes connection) {
    List<String> names = connection.get(NAMES);
    return names == null ? List.of() : names;
  }

  @Override
  public Attributes transportReady(Attributes connection) {
    SSLSession session = connection.get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
    return session == null ? connection : connection.toBuilder().set(NAMES, names(session)).build();
  }

  private static List<String> names(SSLSession session) {
    try {
      Certificate[] chain = session.getPeerCertificates();
      return chain.length > 0 && chain[0] instanceof X509Certificate own ? names(own) : List.of();
    } catch (SSLPeerUnverifiedException e) {
      return List.of(); // it showed none
    }
  }

  static List<String> names(X509Certificate certificate) {
    Collection<List<?>> alternatives;
    try {
      alternatives = certificate.getSubjectAlternativeNames();
    } catch (CertificateParsingException e) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (List<?> alternative : alternatives == null ? List.<List<?>>of() : alternatives) {
      Object kind = alternative.get(0);
      if (kind.equals(DNS)) {
        names.add("dns:" + alternative.get(1));
      } else if (kind.equals(URI)) {
        names.add("uri:" + alternative.get(1));
      }
    }
    return List.copyOf(names);
  }
}
