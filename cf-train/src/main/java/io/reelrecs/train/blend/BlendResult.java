package io.reelrecs.train.blend;

import java.util.List;

/**
 * What came of an evaluation of the blend.
 *
 * @param protocol how ratings were held out, in words
 * @param hits who was asked, and what there was to find
 * @param rows one for each order; the first is the blend that is served
 * @param learned the weights of the row that learned them
 */
public record BlendResult(
    String protocol, BlendHits hits, List<BlendRow> rows, LearnedWeights learned) {

  /** Copies the list. */
  public BlendResult {
    rows = List.copyOf(rows);
  }
}
