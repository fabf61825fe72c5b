/**
 * The benchmarks, and the state they share in a forked JVM. Each times one thing that a user of
 * ReelRecs waits for, on users and movies drawn at random from a fixed seed.
 *
 * <p>May touch the public API of the project's modules and JMH's annotations, nothing else.
 */
package io.reelrecs.bench.cases;
