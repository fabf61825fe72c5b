package io.reelrecs.train.blend;

import io.reelrecs.core.score.Scores;

/**
 * One user's request with everything that orders of it need.
 *
 * @param request the candidates and their features
 * @param cf what the model says of them
 * @param wanted the candidates that the user liked among what was held out, ascending ids; at least
 *     one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BlendCase(PipelineRequest request, Scores cf, long[] wanted) {}
