/** Placeholder. */
package io.reelrecs.core.ids;
