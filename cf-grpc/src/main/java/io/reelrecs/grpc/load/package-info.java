/**
 * How much a server takes on: what it admits, what it sheds, and what it does not begin because
 * nobody waits for it anymore. {@link io.reelrecs.grpc.load.Admission} is the way in.
 *
 * <p>Work is bounded by permits, not by a queue that rejects: a task that a full executor throws
 * away leaves its client without an answer. May touch grpc-java; knows nothing of the services.
 */
package io.reelrecs.grpc.load;
