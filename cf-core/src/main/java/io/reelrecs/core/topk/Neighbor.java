package io.reelrecs.core.topk;

/**
 * One neighbor found.
 *
 * @param index dense index of the neighbor
 * @param similarity cosine, in {@code [-1, 1]} up to rounding
 */
public record Neighbor(int index, double similarity) {}
