package io.reelrecs.core.matrix;

/**
 * The column side of a matrix, made of its rows, which are checked on the way.
 *
 * <p>Each thread has a part of the rows. It looks at them twice: first it checks them, finds their
 * scale and counts how many entries of each column it has; then, knowing from the counts of the
 * parts before where in each column its entries go, it puts them there. Users thus ascend within a
 * column, whatever the number of parts.
 *
 * <p>Memory, beside what comes of it: 4 bytes a movie for each thread.
 */
final class Columns {

  private final int movies;
  private final int[] rowStart;
  private final int[] rowMovie;
  private final float[] rowRating;
  private final Parts parts;

  /** For each part and movie: first the number of entries, then the position of the next one. */
  private final int[][] next;

  private final ScaleScan[] scans;

  /** Position of each column's first entry, then the number of entries. */
  final int[] start;

  /** User of each entry. */
  final int[] user;

  /** Rating of each entry. */
  final float[] rating;

  /** The scale of the ratings. */
  final RatingScale scale;

  /**
   * The columns of these rows.
   *
   * @throws IllegalArgumentException if a movie is out of range, a row does not ascend, or a rating
   *     is not finite
   */
  Columns(int movies, int[] rowStart, int[] rowMovie, float[] rowRating, int threads) {
    this.movies = movies;
    this.rowStart = rowStart;
    this.rowMovie = rowMovie;
    this.rowRating = rowRating;
    parts = Parts.of(rowStart, threads);
    next = new int[threads][];
    scans = new ScaleScan[threads];
    parts.forEach(this::checkAndCount);
    start = starts();
    user = new int[rowMovie.length];
    rating = new float[rowMovie.length];
    parts.forEach(this::fill);
    ScaleScan all = new ScaleScan();
    for (ScaleScan scan : scans) {
      all.add(scan);
    }
    scale = all.scale();
  }

  private void checkAndCount(int part) {
    int[] count = new int[movies];
    for (int row = parts.from(part); row < parts.to(part); row++) {
      int before = -1;
      for (int p = rowStart[row]; p < rowStart[row + 1]; p++) {
        int movie = rowMovie[p];
        if (movie <= before || movie >= movies) {
          throw wrong(row, p, movie);
        }
        count[movie]++;
        before = movie;
      }
    }
    next[part] = count;
    scans[part] = new ScaleScan();
    scans[part].add(rowRating, rowStart[parts.from(part)], rowStart[parts.to(part)]);
  }

  private IllegalArgumentException wrong(int row, int p, int movie) {
    if (movie < 0 || movie >= movies) {
      return new IllegalArgumentException(
          "movie index must be in [0, " + movies + "), actual: " + movie);
    }
    return new IllegalArgumentException(
        "movies of a row must ascend and be unique, actual: "
            + rowMovie[p - 1]
            + " before "
            + movie
            + " in row "
            + row);
  }

  /** The columns' starts; turns the counts of each part into positions. */
  private int[] starts() {
    int[] starts = new int[movies + 1];
    int position = 0;
    for (int movie = 0; movie < movies; movie++) {
      starts[movie] = position;
      for (int[] count : next) {
        int entries = count[movie];
        count[movie] = position;
        position += entries;
      }
    }
    starts[movies] = position;
    return starts;
  }

  private void fill(int part) {
    int[] position = next[part];
    for (int row = parts.from(part); row < parts.to(part); row++) {
      for (int p = rowStart[row]; p < rowStart[row + 1]; p++) {
        int at = position[rowMovie[p]]++;
        user[at] = row;
        rating[at] = rowRating[p];
      }
    }
  }
}
