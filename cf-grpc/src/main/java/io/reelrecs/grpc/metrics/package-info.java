/**
 * The metrics of a server for Prometheus and what reads its formats. Requests are counted as they
 * end; everything else is asked for when it is scraped.
 *
 * <p>May touch {@code grpc}, {@code grpc.telemetry} and the Prometheus client.
 */
package io.reelrecs.grpc.metrics;
