/**
 * What a server can tell of its requests while they run: an id for each, how long each took and how
 * it ended, a line in the log for those that fail, a span for those that are traced.
 *
 * <p>May touch grpc-java only. Who counts and who traces is behind {@link
 * io.reelrecs.grpc.telemetry.CallMeter} and {@link io.reelrecs.grpc.telemetry.CallSpans}.
 */
package io.reelrecs.grpc.telemetry;
