package io.reelrecs.train.ratings;

/** The formats of ratings files. The timestamp is optional in each. */
public enum RatingsFormat {
  /** {@code user::movie::rating::timestamp}, as MovieLens 1M and 10M. */
  DAT("MovieLens .dat (user::movie::rating::timestamp)"),
  /**
   * Commas and a header that names the columns {@code userId,movieId,rating,timestamp} in any order
   * and case, as MovieLens since 2014. Fields may be in double quotes, but end on their line.
   */
  CSV("CSV with a header (userId,movieId,rating,timestamp)"),
  /** {@code user<TAB>movie<TAB>rating<TAB>timestamp} without a header, as MovieLens 100K. */
  TSV("tab-separated without a header (user, movie, rating, timestamp)");

  private final String description;

  RatingsFormat(String description) {
    this.description = description;
  }

  /** The format in words, for people. */
  public String describe() {
    return description;
  }
}
