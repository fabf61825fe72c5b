/**
 * The thin gRPC server of the wire contract {@code proto/recommendations.proto}: a message is
 * mapped in, the core is called, the answer is mapped out. {@link
 * io.reelrecs.grpc.RecommendationServer} is the way in; the stubs in {@code io.reelrecs.grpc.proto}
 * are made by the build.
 *
 * <p>May touch {@code core.score}, grpc-java and protobuf. Knows nothing of model files, training
 * or the command line.
 */
package io.reelrecs.grpc;
