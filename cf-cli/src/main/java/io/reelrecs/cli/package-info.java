/** Placeholder. */
package io.reelrecs.cli;
