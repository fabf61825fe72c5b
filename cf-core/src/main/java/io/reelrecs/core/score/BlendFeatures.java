package io.reelrecs.core.score;

/**
 * What a client says of the candidates of one request, read in place: one value per candidate and
 * feature, meant to lie in {@code [0, 1]}. Any {@code float} may come; see {@link Blend}.
 */
public interface BlendFeatures {

  /** The number of candidates. */
  int size();

  /** How much the candidate's genres overlap with those the user likes. */
  float genreOverlap(int candidate);

  /** The client's own collaborative feature; some clients send a count of similar users. */
  float collaborative(int candidate);

  /** The share of movies that are less popular than the candidate. */
  float popularityPercentile(int candidate);

  /** How well the candidate's year suits the user. */
  float yearPreference(int candidate);
}
