package io.reelrecs.train.evaluate.split;

import io.reelrecs.train.random.SplitMix64;
import io.reelrecs.train.ratings.RatingTable;
import java.util.ArrayList;
import java.util.List;

/** Small tables of ratings. */
public final class Tables {

  private Tables() {}

  /** A table of rows {@code {user, movie, stars}} or {@code {user, movie, stars, timestamp}}. */
  public static RatingTable of(long[]... rows) {
    RatingTable.Builder table = RatingTable.builder();
    for (long[] row : rows) {
      table.add(row[0], row[1], (float) row[2], row.length > 3 ? row[3] : 0);
    }
    return table.build();
  }

  /** Each pair of so many users and movies with a chance, 1 to 5 stars, at random times. */
  public static RatingTable random(int users, int movies, double chance, long seed) {
    SplitMix64 random = new SplitMix64(seed);
    RatingTable.Builder table = RatingTable.builder();
    for (int user = 1; user <= users; user++) {
      for (int movie = 1; movie <= movies; movie++) {
        if (random.nextDouble() < chance) {
          table.add(3L * user, 7L * movie, 1 + random.nextInt(5), 1 + random.nextInt(1000));
        }
      }
    }
    return table.build();
  }

  /** The rows as text: {@code user movie stars}. */
  public static List<String> rows(RatingTable table) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      rows.add(table.userAt(i) + " " + table.movieAt(i) + " " + (int) table.ratingAt(i));
    }
    return rows;
  }
}
