/**
 * What the machine can do at most: plain array loops whose bytes and operations are known, against
 * which docs/roofline.md holds the search. Run by {@link io.reelrecs.bench.MachineMain}.
 *
 * <p>May touch nothing of the project.
 */
package io.reelrecs.bench.machine;
