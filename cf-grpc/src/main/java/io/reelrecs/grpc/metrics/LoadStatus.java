package io.reelrecs.grpc.metrics;

/**
 * What is to be told of how busy a server is.
 *
 * @param inFlight requests queued or worked on now
 * @param shed requests refused because there was too much to do
 * @param abandoned requests left because their client had given up
 */
public record LoadStatus(long inFlight, long shed, long abandoned) {}
