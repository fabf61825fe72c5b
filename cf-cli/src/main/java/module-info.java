/** The command {@code reelrecs}: parses, calls the library, and prints text or JSON lines. */
module io.reelrecs.cli {
  requires HdrHistogram;
  requires com.google.gson;
  requires info.picocli;
  requires io.reelrecs.core;
  requires io.reelrecs.grpc;
  requires io.reelrecs.train;
  requires java.logging;
  requires java.management;
  requires jdk.management;
  requires jdk.unsupported; // for SIGHUP

  opens io.reelrecs.cli to
      info.picocli;
}
