/** The gRPC service of ReelRecs, and the stubs that its build makes from the wire contract. */
module io.reelrecs.grpc {
  requires transitive com.google.common;
  requires transitive com.google.protobuf;
  requires transitive io.grpc;
  requires transitive io.grpc.protobuf;
  requires transitive io.grpc.stub;
  requires transitive io.prometheus.metrics.model;
  requires transitive io.reelrecs.core;
  requires io.grpc.netty.shaded;
  requires io.grpc.services;
  requires io.grpc.util;
  requires proto.google.common.protos;
  requires io.prometheus.metrics.core;
  requires io.prometheus.metrics.instrumentation.jvm;
  requires io.prometheus.writer.text;
  requires jdk.httpserver;

  exports io.reelrecs.grpc.http;
  exports io.reelrecs.grpc.load;
  exports io.reelrecs.grpc.metrics;
  exports io.reelrecs.grpc.proto;
  exports io.reelrecs.grpc.reload;
  exports io.reelrecs.grpc.security;
  exports io.reelrecs.grpc.telemetry;
  exports io.reelrecs.grpc.v1;
  exports io.reelrecs.grpc;
}
