package io.reelrecs.grpc.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Answers with one line of text, which is not to be cached. */
record Page(Supplier<Answer> answer) implements HttpHandler {

  /**
   * An answer.
   *
   * @param code of HTTP
   * @param line its text, without the line end
   */
  record Answer(int code, String line) {}

  static Page of(int code, String line) {
    Answer always = new Answer(code, line);
    return new Page(() -> always);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer now = answer.get();
      byte[] body = (now.line() + "\n").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      send(exchange, now.code(), body);
    }
  }

  /** Sends the body, or of one that was asked for by HEAD only its length. */
  static void send(HttpExchange exchange, int code, byte[] body) throws IOException {
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
      exchange.sendResponseHeaders(code, -1);
    } else {
      exchange.sendResponseHeaders(code, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
