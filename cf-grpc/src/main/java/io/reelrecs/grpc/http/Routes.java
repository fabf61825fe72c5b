package io.reelrecs.grpc.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;

/** Hands a request to the handler of exactly its path, if it only reads. */
record Routes(Map<String, HttpHandler> byPath) implements HttpHandler {

  private static final Page NOT_FOUND = Page.of(404, "there are /metrics, /livez and /readyz");
  private static final Page NOT_ALLOWED = Page.of(405, "only GET and HEAD");

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    HttpHandler handler = byPath.getOrDefault(exchange.getRequestURI().getPath(), NOT_FOUND);
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      handler = NOT_ALLOWED;
    }
    handler.handle(exchange);
  }
}
