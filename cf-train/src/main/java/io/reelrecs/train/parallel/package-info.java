/**
 * Many jobs on several threads, as many at once as the heap has room for. Not exported.
 *
 * <p>May touch nothing.
 */
package io.reelrecs.train.parallel;
