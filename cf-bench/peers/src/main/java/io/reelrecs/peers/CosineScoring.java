package io.reelrecs.peers;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;

/** Scores a term with its boost times its frequency over the length of the document's row. */
final class CosineScoring extends Similarity {

  private double norm;

  CosineScoring() {
    super(false);
  }

  /** The length of the row that is indexed next. */
  void setNorm(double value) {
    norm = value;
  }

  @Override
  public long computeNorm(FieldInvertState state) {
    return Float.floatToIntBits((float) norm); // of positive floats, the bits ascend as they do
  }

  @Override
  public SimScorer scorer(
      float boost, CollectionStatistics collection, TermStatistics... terms) {
    return new SimScorer() {
      @Override
      public float score(float frequency, long bits) {
        return boost * frequency / (RatingTokens.STEPS_PER_STAR * Float.intBitsToFloat((int) bits));
      }
    };
  }
}
