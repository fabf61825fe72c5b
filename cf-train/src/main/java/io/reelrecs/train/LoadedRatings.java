package io.reelrecs.train;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.RatingMatrix;

/**
 * Ratings as a matrix, and whose rows and columns these are.
 *
 * @param users the users of the rows, by ascending id
 * @param movies the movies of the columns, by ascending id
 * @param matrix the ratings that stayed: of several by one user of one movie the one with the
 *     latest timestamp, and of those the one that stands last
 * @param duplicates how many did not stay
 */
public record LoadedRatings(IdIndex users, IdIndex movies, RatingMatrix matrix, int duplicates) {}
