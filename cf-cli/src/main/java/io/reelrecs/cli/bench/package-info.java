/**
 * What {@code reelrecs bench} measures: the cases, the clock work, and the facts of the machine.
 * Every result is a {@link io.reelrecs.cli.bench.BenchResult}; how it is shown is for the command.
 *
 * <p>May touch the libraries and the file system, but neither the command line nor the streams.
 * Only {@link io.reelrecs.cli} touches this; it is not exported.
 */
package io.reelrecs.cli.bench;
