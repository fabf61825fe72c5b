package io.reelrecs.train.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A loopback server that sends files as the server of GroupLens does, or badly where told to. */
final class TestServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<String, byte[]> files = new HashMap<>();

  /** What was asked for: "GET ml-test.zip" or "GET ml-test.zip bytes=100-". */
  final List<String> requests = new CopyOnWriteArrayList<>();

  volatile boolean ranges = true;
  volatile String etag = "\"version-1\"";

  /** Breaks off after this many bytes of a body, each time. */
  volatile int cutAfter = Integer.MAX_VALUE;

  /** Says nothing more after that, in place of breaking off. */
  volatile boolean stalls;

  TestServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/datasets/movielens/", this::answer);
    server.start();
  }

  /** The folder with the archives. */
  URI base() {
    return URI.create(
        "http://"
            + server.getAddress().getAddress().getHostAddress()
            + ":"
            + server.getAddress().getPort()
            + "/datasets/movielens/");
  }

  void put(String name, byte[] content) {
    files.put(name, content);
  }

  void put(String name, String content) {
    put(name, content.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String name = exchange.getRequestURI().getPath().replaceFirst("/datasets/movielens/", "");
      String range = exchange.getRequestHeaders().getFirst("Range");
      requests.add("GET " + name + (range == null ? "" : " " + range));
      byte[] content = files.get(name);
      if (content == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      exchange.getResponseHeaders().set("ETag", etag);
      int from = 0;
      int status = 200;
      if (range != null
          && ranges
          && etag.equals(exchange.getRequestHeaders().getFirst("If-Range"))) {
        from = Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
        if (from >= content.length) {
          exchange.getResponseHeaders().set("Content-Range", "bytes */" + content.length);
          exchange.sendResponseHeaders(416, -1);
          return;
        }
        exchange
            .getResponseHeaders()
            .set(
                "Content-Range",
                "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
        status = 206;
      }
      byte[] body = Arrays.copyOfRange(content, from, content.length);
      exchange.sendResponseHeaders(status, body.length);
      OutputStream out = exchange.getResponseBody();
      out.write(body, 0, Math.min(cutAfter, body.length));
      if (cutAfter < body.length) {
        out.flush();
        if (stalls) {
          closing.await();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
