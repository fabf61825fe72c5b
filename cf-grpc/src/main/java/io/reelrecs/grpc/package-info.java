/**
 * The thin gRPC server of the two wire contracts, {@code proto/recommendations.proto} and {@code
 * proto/reelrecs/v1}: a message is mapped in, the core is called, the answer is mapped out. {@link
 * io.reelrecs.grpc.RecommendationServer} is the way in; the stubs in {@code io.reelrecs.grpc.proto}
 * and {@code io.reelrecs.grpc.v1} are made by the build.
 *
 * <p>May touch {@code core.score}, {@code core.model} and what they show, grpc-java and protobuf.
 * Knows nothing of model files, training or the command line.
 */
package io.reelrecs.grpc;
