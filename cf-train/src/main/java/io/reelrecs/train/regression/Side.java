package io.reelrecs.train.regression;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Baseline;

/**
 * The residuals as one of the regressions sees them: things of one kind are compared (users, say),
 * and there is a system to solve for each of the other kind (movies), over those things in its
 * line.
 *
 * <p>The things are numbered anew, by descending length and then as they were. Those with long
 * lines are in most of the systems, and thus lie together in memory.
 *
 * @param things for each new number the old
 * @param compared lines of the things, by new number
 * @param systems lines of the other kind, with new numbers in them
 * @param place for each entry of {@code compared} where in {@code systems} it stands
 * @param origin for each entry of {@code systems} where in the rating matrix it stands
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops, never changed
record Side(int[] things, Lines compared, Lines systems, int[] place, int[] origin) {

  /** Users compared, a system for each movie. */
  static Side ofUsers(RatingMatrix ratings, Baseline baseline) {
    return of(Lines.ofUsers(ratings, baseline), ratings.movies());
  }

  /** Movies compared, a system for each user. */
  static Side ofMovies(RatingMatrix ratings, Baseline baseline) {
    return of(Lines.ofMovies(ratings, baseline), ratings.users());
  }

  private static Side of(Lines lines, int others) {
    int size = lines.value().length;
    int[] start = new int[others + 1];
    for (int other : lines.index()) {
      start[other + 1]++;
    }
    for (int i = 0; i < others; i++) {
      start[i + 1] += start[i];
    }
    int[] twin = twins(lines.index(), start);
    int[] things = Order.longestFirst(lines);
    Lines compared = new Lines(new int[lines.count() + 1], new int[size], new float[size]);
    Lines systems = new Lines(start, new int[size], new float[size]);
    int[] place = new int[size];
    int[] origin = new int[size];
    int[] next = start.clone();
    int to = 0;
    for (int number = 0; number < things.length; number++) {
      int thing = things[number];
      for (int p = lines.start()[thing]; p < lines.start()[thing + 1]; p++) {
        int other = lines.index()[p];
        int at = next[other]++;
        compared.index()[to] = other;
        compared.value()[to] = lines.value()[p];
        place[to++] = at;
        systems.index()[at] = number;
        systems.value()[at] = lines.value()[p];
        origin[at] = twin[p];
      }
      compared.start()[number + 1] = to;
    }
    return new Side(things, compared, systems, place, origin);
  }

  /** Values of the entries of {@code systems}, in the order of the rating matrix. */
  float[] inOrderOfMatrix(float[] values) {
    float[] ordered = new float[values.length];
    for (int p = 0; p < values.length; p++) {
      ordered[origin[p]] = values[p];
    }
    return ordered;
  }

  /** Where each entry stands when lines are made of the other kind, in their old order. */
  private static int[] twins(int[] index, int[] start) {
    int[] next = start.clone();
    int[] twin = new int[index.length];
    for (int p = 0; p < index.length; p++) {
      twin[p] = next[index[p]]++;
    }
    return twin;
  }
}
