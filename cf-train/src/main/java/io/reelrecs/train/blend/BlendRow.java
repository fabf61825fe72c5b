package io.reelrecs.train.blend;

import io.reelrecs.train.evaluate.significance.PairedTest;
import java.util.Optional;

/**
 * How good one order of the candidates is.
 *
 * @param name what people call it
 * @param ndcg mean nDCG@20 over the users
 * @param tiedUsers users of whose best 20 two or more have the score 1; 0 for orders that are no
 *     blend
 * @param mostTied the most candidates with the score 1 among the best 20 of a user; likewise
 * @param difference user by user, this less the blend that is served; empty where there are less
 *     than two users, and for that blend itself
 * @param adjustedP its p-value, raised for the number of rows after Holm; 1 where there is none
 */
public record BlendRow(
    String name,
    double ndcg,
    int tiedUsers,
    int mostTied,
    Optional<PairedTest> difference,
    double adjustedP) {}
