package io.reelrecs.train.blend;

import io.reelrecs.core.score.BlendFeatures;

/**
 * The candidates of one user by ascending movie id, and what the client says of them; see {@link
 * Pipeline} for the features. Immutable and thread-safe. Costs 24 bytes a candidate.
 */
public final class PipelineRequest implements BlendFeatures {

  private final long userId;
  private final long[] movieIds;
  private final float[] genreOverlap;
  private final float[] collaborative;
  private final float[] popularityPercentile;
  private final float[] yearPreference;

  /** A request of so many candidates, filled by {@link #set} before it is handed out. */
  PipelineRequest(long userId, int size) {
    this.userId = userId;
    movieIds = new long[size];
    genreOverlap = new float[size];
    collaborative = new float[size];
    popularityPercentile = new float[size];
    yearPreference = new float[size];
  }

  void set(int i, long movieId, double genre, int similarUsers, double popularity, double year) {
    movieIds[i] = movieId;
    genreOverlap[i] = (float) genre;
    collaborative[i] = similarUsers;
    popularityPercentile[i] = (float) popularity;
    yearPreference[i] = (float) year;
  }

  /** The user, an external id. */
  public long userId() {
    return userId;
  }

  /** The candidates, external ids, ascending; a copy. */
  public long[] movieIds() {
    return movieIds.clone();
  }

  /** A candidate's external id. */
  public long movieId(int candidate) {
    return movieIds[candidate];
  }

  @Override
  public int size() {
    return movieIds.length;
  }

  /** The Jaccard index of the movie's genres and those that the user likes. */
  @Override
  public float genreOverlap(int candidate) {
    return genreOverlap[candidate];
  }

  /** How many similar users liked the movie: a count, as the existing pipeline sends it. */
  @Override
  public float collaborative(int candidate) {
    return collaborative[candidate];
  }

  @Override
  public float popularityPercentile(int candidate) {
    return popularityPercentile[candidate];
  }

  /** How close the movie's year is to the mean year of what the user liked. */
  @Override
  public float yearPreference(int candidate) {
    return yearPreference[candidate];
  }
}
