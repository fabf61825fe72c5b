package io.reelrecs.core.model;

/**
 * A user like another.
 *
 * @param userId external id
 * @param similarity cosine of the two users' rows, in {@code [-1, 1]} up to rounding
 */
public record SimilarUser(long userId, double similarity) {}
