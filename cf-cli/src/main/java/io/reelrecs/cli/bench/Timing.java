package io.reelrecs.cli.bench;

/**
 * How long a piece of work took.
 *
 * @param first seconds of the first, cold time in this process
 * @param median seconds; of the later times, as what follows
 * @param min seconds
 * @param p99 seconds, the 99th percentile; with fewer than 100 times the longest
 * @param runs how many times it was done and timed after the first
 */
public record Timing(double first, double median, double min, double p99, long runs) {}
