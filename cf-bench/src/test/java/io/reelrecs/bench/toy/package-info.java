/**
 * Benchmarks for the tests of the runner: one that works, one that fails, one that looks around.
 */
package io.reelrecs.bench.toy;
