/**
 * Runs the JMH benchmarks and holds them to their budgets: what to run, on which ratings, the
 * figures, the table, and the verdict. The benchmarks themselves live in {@link
 * io.reelrecs.bench.cases}.
 *
 * <p>May touch everything in the project but the command line, and JMH. Never published.
 */
package io.reelrecs.bench;
