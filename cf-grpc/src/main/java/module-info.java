/** The gRPC service of ReelRecs, and the stubs that its build makes from the wire contract. */
module io.reelrecs.grpc {
  requires transitive com.google.common;
  requires transitive com.google.protobuf;
  requires transitive io.grpc;
  requires transitive io.grpc.protobuf;
  requires transitive io.grpc.stub;
  requires transitive io.reelrecs.core;
  requires io.grpc.netty.shaded;
  requires io.grpc.services;
  requires io.grpc.util;
  requires proto.google.common.protos;

  exports io.reelrecs.grpc;
  exports io.reelrecs.grpc.load;
  exports io.reelrecs.grpc.proto;
  exports io.reelrecs.grpc.reload;
  exports io.reelrecs.grpc.security;
  exports io.reelrecs.grpc.v1;
}
