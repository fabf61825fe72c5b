package io.reelrecs.grpc;

import io.reelrecs.core.score.Scores;
import java.util.BitSet;

/**
 * The scores of one request.
 *
 * @param scores one answer per candidate, in the order of the request
 * @param failed the candidates whose scoring failed; their answers stand for nothing
 */
record ScoredCandidates(Scores scores, BitSet failed) {}
