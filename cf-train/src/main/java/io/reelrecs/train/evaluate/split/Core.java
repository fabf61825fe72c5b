package io.reelrecs.train.evaluate.split;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.train.ratings.RatingTable;

/**
 * The p-core of a table: the largest part of it in which every user and every movie has at least p
 * ratings; found by leaving out those with fewer until nobody is left to leave out.
 */
final class Core {

  private Core() {}

  static RatingTable of(RatingTable table, int p) {
    int size = table.size();
    long[] userIds = new long[size];
    long[] movieIds = new long[size];
    for (int i = 0; i < size; i++) {
      userIds[i] = table.userAt(i);
      movieIds[i] = table.movieAt(i);
    }
    IdIndex users = IdIndex.of(userIds);
    IdIndex movies = IdIndex.of(movieIds);
    boolean[] out = new boolean[size];
    boolean changed = true;
    while (changed) {
      int[] ofUser = new int[users.size()];
      int[] ofMovie = new int[movies.size()];
      for (int i = 0; i < size; i++) {
        if (!out[i]) {
          ofUser[users.indexOf(userIds[i])]++;
          ofMovie[movies.indexOf(movieIds[i])]++;
        }
      }
      changed = false;
      for (int i = 0; i < size; i++) {
        if (!out[i]
            && (ofUser[users.indexOf(userIds[i])] < p
                || ofMovie[movies.indexOf(movieIds[i])] < p)) {
          out[i] = true;
          changed = true;
        }
      }
    }
    return Rows.where(table, row -> !out[row]);
  }
}
