package io.reelrecs.train.heap;

/**
 * What things take on the heap, in bytes. Every constant names the arrays it counts; whoever
 * changes those arrays changes the constant.
 */
public final class HeapBytes {

  /** A rating in a {@code RatingTable}: user, movie and rating of 4, a timestamp of 8. */
  public static final int TABLE_RATING = 20;

  /**
   * A rating while a table is made a matrix, beside the table: the matrix itself, and, where a pair
   * was rated twice, the order of the ratings.
   */
  public static final int ASSEMBLY_RATING = 4 + HeapBytes.MATRIX_RATING;

  /** A rating in a {@code RatingMatrix}: index and rating, by row and by column. */
  public static final int MATRIX_RATING = 16;

  /** A rating in whole steps, its posting, and its share of where columns begin: 2, 4 and 2. */
  public static final int WHOLE_SEARCH_RATING = 8;

  /** A rating as a real number, and its posting: 8, and 4 and 8. */
  public static final int REAL_SEARCH_RATING = 20;

  /** A neighbor in the graph that a search returns. */
  public static final int GRAPH_NEIGHBOR = 16;

  /** A place among the neighbors found so far while a search runs: index and similarity. */
  private static final int SELECTED_NEIGHBOR = 16;

  /** Places that a search has for a user beside those of its neighbors, at most. */
  private static final int MORE_PLACES = 8;

  /** A rating in the lines of a regression: two of 8, and where each stands in the other. */
  public static final int LINES_RATING = 24;

  /** More than that while the lines are made: the lines they are made of, and the twins. */
  public static final int LINES_MAKING_RATING = 12;

  /** A weight that a regression learns for a rating. */
  public static final int WEIGHT_RATING = 4;

  /** A positive in the matrix of positives, once as it is and once as 1, and its search. */
  public static final int NEIGHBOR_RANKING_RATING = 2 * MATRIX_RATING + WHOLE_SEARCH_RATING;

  /** A positive of a linear model: in the matrix of positives, its weight, its position. */
  public static final int LINEAR_MODEL_RATING = MATRIX_RATING + 8 + 4;

  /** A user or a movie that is there once: ids, biases, where lines start, and the like. */
  public static final int USER_OR_MOVIE = 100;

  /** A title of the catalog, with its object and its text. */
  public static final int TITLE = 250;

  private HeapBytes() {}

  /** What a search for so many neighbors of a user takes, beside the graph that it returns. */
  public static double selection(double neighbors) {
    return SELECTED_NEIGHBOR * (neighbors + MORE_PLACES);
  }
}
