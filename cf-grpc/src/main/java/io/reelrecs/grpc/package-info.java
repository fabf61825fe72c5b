/** Placeholder. */
package io.reelrecs.grpc;
