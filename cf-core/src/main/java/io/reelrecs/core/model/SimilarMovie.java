package io.reelrecs.core.model;

/**
 * A movie like another.
 *
 * @param movieId external id
 * @param similarity more than 0; a cosine is at most 1 up to rounding, a learned one has no unit
 */
public record SimilarMovie(long movieId, double similarity) {}
