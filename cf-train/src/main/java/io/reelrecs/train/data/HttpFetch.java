package io.reelrecs.train.data;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;

/**
 * Fetches files over HTTP. What has come of a large file stays in a part file, and beside it what
 * the server called that version of the file; a later fetch goes on from there when the server
 * still has that version and sends parts, and starts over otherwise.
 */
final class HttpFetch {

  private static final int MAX_SMALL_BYTES = 4096;
  private static final int ATTEMPTS = 4;
  private static final long REPORT_BYTES = 1 << 18;
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int NOT_FOUND = 404;
  private static final int NO_SUCH_RANGE = 416;

  private final DownloadOptions options;
  private final HttpClient client;

  HttpFetch(DownloadOptions options) {
    this.options = options;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .proxy(ProxySelector.getDefault())
            .connectTimeout(options.connectTimeout())
            .build();
  }

  /** The text of a small file; empty when there is none. */
  Optional<String> text(URI uri) throws IOException, InterruptedException {
    HttpResponse<Flow.Publisher<List<ByteBuffer>>> response =
        client.send(request(uri).build(), HttpResponse.BodyHandlers.ofPublisher());
    StringBuilder text = new StringBuilder();
    try (BodyQueue body = new BodyQueue(response.body(), options.stallTimeout())) {
      if (response.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      check(uri, response.statusCode());
      for (var chunk = body.next(); chunk.isPresent(); chunk = body.next()) {
        for (ByteBuffer bytes : chunk.get()) {
          text.append(StandardCharsets.ISO_8859_1.decode(bytes));
          if (text.length() > MAX_SMALL_BYTES) {
            throw new IOException("the server sent more than a checksum");
          }
        }
      }
    }
    return Optional.of(text.toString());
  }

  /**
   * Completes a part file. A transfer that breaks off is taken up again a few times, as long as
   * something comes each time.
   */
  void complete(URI uri, PartFile part, long maxBytes, ProgressListener listener)
      throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      long before = part.size();
      try {
        if (attempt(uri, part, maxBytes, listener)) {
          return;
        }
      } catch (DownloadException e) {
        throw e;
      } catch (IOException e) {
        if (attempt == ATTEMPTS || part.size() <= before) {
          throw e;
        }
      }
    }
  }

  /** One request; false if the part file turned out to be of no use and was emptied. */
  private boolean attempt(URI uri, PartFile part, long maxBytes, ProgressListener listener)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(uri);
    long have = part.size();
    Optional<String> version = part.version();
    if (have > 0 && version.isPresent()) {
      request.header("Range", "bytes=" + have + "-").header("If-Range", version.get());
    } else {
      have = 0;
    }
    var response = client.send(request.build(), HttpResponse.BodyHandlers.ofPublisher());
    try (BodyQueue body = new BodyQueue(response.body(), options.stallTimeout())) {
      int status = response.statusCode();
      if (status == NO_SUCH_RANGE && have > 0) {
        if (header(response, "Content-Range").equals("bytes */" + have)) {
          return true; // all of it had come
        }
        part.delete();
        return false;
      }
      check(uri, status);
      if (status == PARTIAL
          && (have == 0 || !header(response, "Content-Range").startsWith("bytes " + have + "-"))) {
        throw new DownloadException(uri + " sent a part that was not asked for. Try again later.");
      }
      if (status == OK) {
        have = 0;
        part.start(version(response));
      }
      long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
      long total = length < 0 ? -1 : have + length;
      receive(uri, body, part.file(), new Limits(have, total, maxBytes), listener);
      return true;
    }
  }

  /** Bytes already there, bytes in all or -1, bytes allowed. */
  private record Limits(long have, long total, long max) {}

  private static void receive(
      URI uri, BodyQueue body, Path file, Limits limits, ProgressListener listener)
      throws IOException, InterruptedException {
    String step = "download " + file.getFileName().toString().replace(PartFile.SUFFIX, "");
    long done = limits.have();
    long reported = done;
    listener.progress(step, done, limits.total());
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      out.position(done);
      for (var chunk = body.next(); chunk.isPresent(); chunk = body.next()) {
        for (ByteBuffer bytes : chunk.get()) {
          done += bytes.remaining();
          if (done > limits.max()) {
            throw new DownloadException(
                "%s is larger than %d MiB, which this data set never is. Nothing of it was used."
                    .formatted(uri, limits.max() >> 20));
          }
          while (bytes.hasRemaining()) {
            out.write(bytes);
          }
        }
        if (done - reported >= REPORT_BYTES || done == limits.total()) {
          listener.progress(step, done, limits.total());
          reported = done;
        }
      }
    }
    if (limits.total() >= 0 && done != limits.total()) {
      throw new IOException("%d of %d bytes came".formatted(done, limits.total()));
    }
  }

  private HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri)
        .timeout(options.stallTimeout())
        .header("User-Agent", "reelrecs")
        .GET();
  }

  private static void check(URI uri, int status) throws DownloadException {
    if (status != OK && status != PARTIAL) {
      throw new DownloadException(
          uri
              + " cannot be had: the server answers with HTTP status "
              + status
              + ". "
              + (status == NOT_FOUND
                  ? "Look at https://grouplens.org/datasets/movielens/ for where it is now."
                  : "Try again later."));
    }
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** A strong ETag, or else the date; a weak ETag does not promise the same bytes. */
  private static Optional<String> version(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("ETag")
        .filter(tag -> !tag.startsWith("W/"))
        .or(() -> response.headers().firstValue("Last-Modified"));
  }
}
