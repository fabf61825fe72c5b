package io.reelrecs.core.search;

/** Who the queries of a block are, a lane for each. Working memory of one thread. */
final class QueryLanes {

  private final int[] position;
  private final int[] selection;
  private final double[] squaredNorm;
  private final double[] norm;
  private int size;
  private double leastNorm;
  private double mostNorm;
  private double mostSquares;

  /** Room for so many lanes. */
  QueryLanes(int lanes) {
    position = new int[lanes];
    selection = new int[lanes];
    squaredNorm = new double[lanes];
    norm = new double[lanes];
  }

  /** Forgets all queries. */
  void clear() {
    size = 0;
    leastNorm = Double.POSITIVE_INFINITY;
    mostNorm = 0;
    mostSquares = 0;
  }

  /**
   * Takes the next lane for a query.
   *
   * @param position where it stands in the {@link NormOrder}, -1 if it does not
   * @param selection its number among the {@link Selections}
   */
  void add(int position, int selection, double squaredNorm) {
    this.position[size] = position;
    this.selection[size] = selection;
    this.squaredNorm[size] = squaredNorm;
    norm[size] = Math.sqrt(squaredNorm);
    leastNorm = Math.min(leastNorm, norm[size]);
    mostNorm = Math.max(mostNorm, norm[size]);
    mostSquares = Math.max(mostSquares, squaredNorm);
    size++;
  }

  /** How many queries there are. */
  int size() {
    return size;
  }

  /** Where the query stands, -1 if it does not. */
  int position(int lane) {
    return position[lane];
  }

  /** The number of its selection. */
  int selection(int lane) {
    return selection[lane];
  }

  /** Its squared norm. */
  double squaredNorm(int lane) {
    return squaredNorm[lane];
  }

  /** Its norm. */
  double norm(int lane) {
    return norm[lane];
  }

  /** The least of the norms. */
  double leastNorm() {
    return leastNorm;
  }

  /** The largest of the norms. */
  double mostNorm() {
    return mostNorm;
  }

  /** The largest of the squared norms. */
  double mostSquares() {
    return mostSquares;
  }
}
