package io.reelrecs.core.score;

import io.reelrecs.core.score.Predictor.Parts;

/** Ranks by the number of positives, the same for everybody. */
final class PopularityRanker implements Ranker {

  private final Positives positives;

  PopularityRanker(Positives positives) {
    this.positives = positives;
  }

  @Override
  public void rank(Profile profile, double[] relevance) {
    for (int movie = 0; movie < positives.movies(); movie++) {
      relevance[movie] = positives.ofMovie(movie);
    }
  }

  @Override
  public double explain(Profile profile, int movie, Parts parts) {
    return positives.ofMovie(movie);
  }
}
