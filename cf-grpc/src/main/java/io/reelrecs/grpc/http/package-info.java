/**
 * The HTTP port for those who operate a server: its metrics, and whether it lives and is ready.
 *
 * <p>May touch {@code grpc}, the Prometheus exporter and the JDK's HTTP server.
 */
package io.reelrecs.grpc.http;
