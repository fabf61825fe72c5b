/**
 * Who may talk to the server and how: TLS and mTLS whose certificates are read anew when they
 * change, callers who are known by bearer tokens or by their certificates, and the one table that
 * says which method needs which role. Secrets are never part of a message, a log line or a {@code
 * toString}.
 *
 * <p>May touch grpc-java and its transport; knows nothing of the services, of models or of the
 * command.
 */
package io.reelrecs.grpc.security;
