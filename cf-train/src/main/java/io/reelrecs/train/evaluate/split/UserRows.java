package io.reelrecs.train.evaluate.split;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.train.ratings.RatingTable;

/**
 * The rows of a table by user: users by ascending id, and within a user the order of the table.
 *
 * <p>Immutable and thread-safe; 8 bytes a row while it is made, 4 afterwards.
 */
public final class UserRows {

  private final IdIndex users;
  private final int[] start;
  private final int[] rows;

  private UserRows(IdIndex users, int[] start, int[] rows) {
    this.users = users;
    this.start = start;
    this.rows = rows;
  }

  /** Groups the rows of a table. */
  public static UserRows of(RatingTable table) {
    long[] ids = new long[table.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = table.userAt(i);
    }
    IdIndex users = IdIndex.of(ids);
    int[] start = new int[users.size() + 1];
    for (long id : ids) {
      start[users.indexOf(id) + 1]++;
    }
    for (int user = 0; user < users.size(); user++) {
      start[user + 1] += start[user];
    }
    int[] next = start.clone();
    int[] rows = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      rows[next[users.indexOf(ids[i])]++] = i;
    }
    return new UserRows(users, start, rows);
  }

  /** The users, external ids. */
  public IdIndex users() {
    return users;
  }

  /** The place where a user's rows begin, for a dense user index. */
  public int start(int user) {
    return start[user];
  }

  /** The place after a user's last row. */
  public int end(int user) {
    return start[user + 1];
  }

  /** The number of a user's rows, at least 1. */
  public int count(int user) {
    return start[user + 1] - start[user];
  }

  /** The table row at a place. */
  public int rowAt(int place) {
    return rows[place];
  }
}
