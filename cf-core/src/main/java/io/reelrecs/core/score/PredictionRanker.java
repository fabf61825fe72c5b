package io.reelrecs.core.score;

import io.reelrecs.core.score.Predictor.Parts;

/** Ranks by the predicted rating, brought to {@code [0, 1]}. */
final class PredictionRanker implements Ranker {

  private final Predictor predictor;
  private final int[] all;

  PredictionRanker(Predictor predictor, int movies) {
    this.predictor = predictor;
    all = new int[movies];
    for (int movie = 0; movie < movies; movie++) {
      all[movie] = movie;
    }
  }

  @Override
  public void rank(Profile profile, double[] relevance) {
    Scores scores = new Scores(all.length);
    predictor.predict(profile, all, scores);
    for (int movie = 0; movie < all.length; movie++) {
      relevance[movie] = scores.value(movie);
    }
  }

  @Override
  public double explain(Profile profile, int movie, Parts parts) {
    Scores one = new Scores(1);
    predictor.predict(profile, new int[] {movie}, one);
    return one.value(0); // its parts are those of the rating
  }
}
