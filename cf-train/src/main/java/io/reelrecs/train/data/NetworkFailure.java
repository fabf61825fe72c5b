package io.reelrecs.train.data;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import javax.net.ssl.SSLException;

/** Says what it means for people when the network fails. */
final class NetworkFailure {

  private NetworkFailure() {}

  /**
   * The failure in words, with what to do next.
   *
   * @param zip where an archive that was fetched by other means would be found
   * @param have how many bytes have come and are kept
   */
  static IOException explain(URI uri, Path zip, long have, IOException failure) {
    if (failure instanceof FileSystemException) {
      return failure; // the disk, not the network
    }
    String kept =
        have > 0
            ? " The %d bytes that have come are kept, and running this again goes on from there."
                .formatted(have)
            : "";
    return new DownloadException(
        "%s could not be downloaded: %s.%s Without a network, put the archive at %s and run this again, or make data up with: reelrecs data synthesize"
            .formatted(uri, reason(uri, failure), kept, zip),
        failure);
  }

  private static String reason(URI uri, IOException failure) {
    String host = uri.getHost();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
        return "the name " + host + " is not known here (no network, or a proxy is needed)";
      }
      if (cause instanceof SSLException) {
        return "no secure connection to " + host + " (" + cause.getMessage() + ")";
      }
    }
    if (failure instanceof HttpConnectTimeoutException) {
      return host + " does not answer";
    }
    if (failure instanceof ConnectException) {
      return "no connection to " + host;
    }
    if (failure instanceof HttpTimeoutException) {
      return host + " fell silent";
    }
    String message = failure.getMessage();
    return "the transfer broke off"
        + (message == null || message.isBlank() ? "" : " (" + message.strip() + ")");
  }
}
