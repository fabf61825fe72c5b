/** Placeholder. */
package io.reelrecs.train;
