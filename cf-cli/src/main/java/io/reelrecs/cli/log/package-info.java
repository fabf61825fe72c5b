/**
 * The log of a program that lasts: one line a record, as text or as JSON, on standard error. The
 * code logs to {@link java.lang.System.Logger}, which the JDK hands to {@link java.util.logging};
 * this is where its records come out.
 *
 * <p>May touch {@code grpc.telemetry}, for the request that a line belongs to. Only {@link
 * io.reelrecs.cli} touches this.
 */
package io.reelrecs.cli.log;
