package io.reelrecs.train.evaluate.split;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.train.random.SplitMix64;
import io.reelrecs.train.ratings.RatingTable;
import java.util.BitSet;

/**
 * Draws movies that a user has not rated, uniformly and without repeats: indexes of the movies that
 * anybody rated, in ascending order of id, are drawn until enough of them are new and unrated;
 * where no more than twice as many are unrated as are wanted, the unrated ones are listed in
 * ascending order instead and the head of a Fisher-Yates shuffle from the front is taken. Where
 * there are not enough, all of them.
 */
final class NegativeSampler {

  private final RatingTable ratings;
  private final UserRows byUser;
  private final IdIndex movies;

  NegativeSampler(RatingTable ratings, UserRows byUser) {
    this.ratings = ratings;
    this.byUser = byUser;
    long[] ids = new long[ratings.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = ratings.movieAt(i);
    }
    movies = IdIndex.of(ids);
  }

  long[] draw(int user, int wanted, SplitMix64 random) {
    BitSet taken = new BitSet(movies.size());
    for (int p = byUser.start(user); p < byUser.end(user); p++) {
      taken.set(movies.indexOf(ratings.movieAt(byUser.rowAt(p))));
    }
    int unrated = movies.size() - taken.cardinality();
    if (unrated / 2 <= wanted) {
      return fromList(taken, Math.min(wanted, unrated), random);
    }
    long[] drawn = new long[wanted];
    for (int i = 0; i < wanted; ) {
      int movie = random.nextInt(movies.size());
      if (!taken.get(movie)) {
        taken.set(movie);
        drawn[i++] = movies.idAt(movie);
      }
    }
    return drawn;
  }

  private long[] fromList(BitSet taken, int wanted, SplitMix64 random) {
    int[] free = new int[movies.size()];
    int size = 0;
    for (int movie = 0; movie < free.length; movie++) {
      if (!taken.get(movie)) {
        free[size++] = movie;
      }
    }
    long[] drawn = new long[wanted];
    for (int i = 0; i < wanted; i++) {
      int j = i + random.nextInt(size - i);
      drawn[i] = movies.idAt(free[j]);
      free[j] = free[i];
    }
    return drawn;
  }
}
