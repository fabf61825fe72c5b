/** HTTP/2 by hand, for what no well-behaved client sends. */
package io.reelrecs.grpc.wire;
