package io.reelrecs.train;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.train.parallel.Parallel;
import io.reelrecs.train.ratings.RatingTable;
import java.util.BitSet;

/**
 * Makes rows of a table: by user, and in the order of the table within a row.
 *
 * <p>Each thread has a part of the table. It finds the ids in it; counts how many ratings of each
 * user it has; then, knowing from the counts of the parts before where in each row its ratings go,
 * it puts them there. What comes of it thus does not depend on the number of parts.
 */
final class RowMaker {

  private final RatingTable table;
  private final int parts;
  private final IdIndex users;
  private final IdIndex movies;

  /** Finds the ids of a table; {@code listed} are movies to have a column whether rated or not. */
  RowMaker(RatingTable table, int threads, long[] listed) {
    this.table = table;
    parts = threads;
    DistinctIds[] user = new DistinctIds[parts];
    DistinctIds[] movie = new DistinctIds[parts];
    forEachPart(
        part -> {
          user[part] = new DistinctIds();
          movie[part] = new DistinctIds();
          findIds(part, user[part], movie[part]);
        });
    for (int part = 1; part < parts; part++) {
      user[0].addAll(user[part]);
      movie[0].addAll(movie[part]);
    }
    for (long id : listed) {
      movie[0].add(id);
    }
    users = user[0].index();
    movies = movie[0].index();
  }

  private void forEachPart(Parallel.Work work) {
    Parallel.forEach(parts, "the making of the matrix", work);
  }

  private int from(int part) {
    return (int) ((long) table.size() * part / parts);
  }

  private void findIds(int part, DistinctIds user, DistinctIds movie) {
    for (int i = from(part); i < from(part + 1); i++) {
      user.add(table.userAt(i));
      movie.add(table.movieAt(i));
    }
  }

  /** The rows of the table without those of its ratings that have lost. */
  TableRows make(BitSet lost) {
    int[][] next = new int[parts][];
    forEachPart(part -> next[part] = count(part, lost));
    int[] start = starts(next);
    int[] movie = new int[start[users.size()]];
    float[] rating = new float[movie.length];
    forEachPart(part -> fill(part, lost, next[part], movie, rating));
    return new TableRows(users, movies, start, movie, rating);
  }

  private int[] count(int part, BitSet lost) {
    int[] count = new int[users.size()];
    for (int i = from(part); i < from(part + 1); i++) {
      if (!lost.get(i)) {
        count[users.indexOf(table.userAt(i))]++;
      }
    }
    return count;
  }

  /** The rows' starts; turns the counts of each part into positions. */
  private int[] starts(int[][] next) {
    int[] starts = new int[users.size() + 1];
    int position = 0;
    for (int user = 0; user < users.size(); user++) {
      starts[user] = position;
      for (int[] count : next) {
        int ratings = count[user];
        count[user] = position;
        position += ratings;
      }
    }
    starts[users.size()] = position;
    return starts;
  }

  private void fill(int part, BitSet lost, int[] next, int[] movie, float[] rating) {
    for (int i = from(part); i < from(part + 1); i++) {
      if (!lost.get(i)) {
        int at = next[users.indexOf(table.userAt(i))]++;
        movie[at] = movies.indexOf(table.movieAt(i));
        rating[at] = table.ratingAt(i);
      }
    }
  }
}
