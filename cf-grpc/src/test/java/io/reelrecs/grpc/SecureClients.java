package io.reelrecs.grpc;

import io.grpc.Channel;
import io.grpc.ChannelCredentials;
import io.grpc.ClientInterceptors;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.stub.MetadataUtils;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.security.TestAuthority;
import io.reelrecs.grpc.security.TestAuthority.Issued;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Clients that speak TLS or do not, and show certificates and tokens. */
final class SecureClients implements AutoCloseable {

  private final List<ManagedChannel> open = new ArrayList<>();

  /** A client without TLS. */
  ManagedChannel plain(int port) {
    return connect(port, InsecureChannelCredentials.create());
  }

  /** A client that trusts {@code authority}, and shows {@code own} if there is one. */
  ManagedChannel tls(int port, TestAuthority authority, Optional<Issued> own) throws Exception {
    TlsChannelCredentials.Builder credentials =
        TlsChannelCredentials.newBuilder()
            .trustManager(stream(TestAuthority.pem(authority.certificate())));
    if (own.isPresent()) {
      credentials.keyManager(
          stream(TestAuthority.pem(own.get().certificate())),
          stream(TestAuthority.pem(own.get().key())));
    }
    return connect(port, credentials.build());
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private ManagedChannel connect(int port, ChannelCredentials credentials) {
    ManagedChannel channel =
        Grpc.newChannelBuilderForAddress("localhost", port, credentials).disableRetry().build();
    open.add(channel);
    return channel;
  }

  /** The same with metadata. */
  static Channel with(Channel channel, String authorization) {
    Metadata headers = new Metadata();
    headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), authorization);
    return ClientInterceptors.intercept(
        channel, MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  /** How a request of the old service ends. */
  static Status.Code score(Channel channel) {
    try {
      int scores =
          MLScorerGrpc.newBlockingStub(channel)
              .scoreCandidates(Requests.plain(1, 3))
              .getScoresCount();
      return scores == 3 ? Status.Code.OK : Status.Code.DATA_LOSS;
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode();
    }
  }

  /** The certificate that a new connection is shown. */
  static X509Certificate shown(int port) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Credulous()}, null);
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(Loopback.v4(), port)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2"});
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }
  }

  @Override
  public void close() {
    open.forEach(ManagedChannel::shutdownNow);
  }

  private static final class Credulous implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
