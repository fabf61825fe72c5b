/**
 * JVM libraries that answer ReelRecs' question, each behind {@link io.reelrecs.peers.Peer}, and
 * {@link io.reelrecs.peers.PeerMain}, which times one of them in a process of its own. Touches
 * nothing of ReelRecs: the ratings come from a file that {@code Export.java} wrote.
 */
package io.reelrecs.peers;
