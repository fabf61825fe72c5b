/** The command {@code reelrecs}: parses, calls the library, and prints text or JSON lines. */
module io.reelrecs.cli {
  requires HdrHistogram;
  requires com.google.gson;
  requires info.picocli;
  requires io.grpc;
  requires io.opentelemetry.api;
  requires io.opentelemetry.context;
  requires io.opentelemetry.sdk;
  requires io.opentelemetry.sdk.autoconfigure;
  requires io.opentelemetry.sdk.autoconfigure.spi;
  requires io.opentelemetry.sdk.common;
  requires io.reelrecs.core;
  requires io.reelrecs.grpc;
  requires io.reelrecs.train;
  requires java.logging;
  requires java.management;
  requires jdk.management;
  requires jdk.unsupported; // for SIGHUP

  // The JDK makes its LogManager by name.
  exports io.reelrecs.cli.log to
      java.logging;

  opens io.reelrecs.cli to
      info.picocli;
}
