/**
 * The HTTP port for those who operate a server: its metrics, and whether it lives and is ready.
 *
 * <p>May touch {@code grpc}, the writers of the Prometheus formats and the JDK's HTTP server.
 */
package io.reelrecs.grpc.http;
