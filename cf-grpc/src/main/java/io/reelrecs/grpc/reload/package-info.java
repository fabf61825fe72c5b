/**
 * The model that is served and how it is exchanged while requests run: a change is noticed, the new
 * version is read and warmed beside the old one, and one reference is swapped. {@link
 * io.reelrecs.grpc.reload.ModelReloader} is the way in.
 *
 * <p>May touch {@code io.reelrecs.grpc} and the core. Knows nothing of the network.
 */
package io.reelrecs.grpc.reload;
