package io.reelrecs.train.data;

/**
 * What a synthetic rating is made of. A rating is the star that belongs to
 *
 * <pre>shift + userBias * U + movieBias * M + taste * T + noise * N</pre>
 *
 * where U, M, T and N are each close to normal with mean 0 and deviation 1: how generous the user
 * is, how good the movie is, how well the two fit, and chance. The squares of the four weights sum
 * to about 1, so that {@link StarScale} can cut the sum at fixed places.
 *
 * @param shift makes up for chosen movies being better than all movies
 * @param userBias weight of the user's generosity
 * @param movieBias weight of the movie's quality
 * @param taste weight of the fit of user and movie; 0 gives data without anything to learn from
 *     neighbors
 * @param noise weight of chance
 * @param pickiness how strongly users choose what fits them; 0 is not at all
 */
record TasteWeights(
    double shift, double userBias, double movieBias, double taste, double noise, double pickiness) {

  /** Tuned so that baseline and neighbors do about as well as on ML-1M; see docs/accuracy.md. */
  static final TasteWeights MOVIELENS = new TasteWeights(-0.30, 0.38, 0.53, 0.47, 0.675, 1.0);

  /** The same, with chance in the place of taste: user and movie biases are all there is. */
  TasteWeights withoutTaste() {
    double chance = StrictMath.sqrt(taste * taste + noise * noise);
    return new TasteWeights(shift, userBias, movieBias, 0, chance, 0);
  }
}
