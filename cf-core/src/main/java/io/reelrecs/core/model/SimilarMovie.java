package io.reelrecs.core.model;

/**
 * A movie like another.
 *
 * @param movieId external id
 * @param similarity more than 0, and at most 1 up to rounding
 */
public record SimilarMovie(long movieId, double similarity) {}
