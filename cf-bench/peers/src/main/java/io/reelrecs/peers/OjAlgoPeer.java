package io.reelrecs.peers;

import java.util.stream.IntStream;
import org.ojalgo.matrix.store.R064Store;

/**
 * ojAlgo's dense product of the normalized rows with their transpose, a block of users at a time,
 * then a selection. {@link PeerMain} sets the threads that ojAlgo may take.
 */
final class OjAlgoPeer implements Peer {

  /** Columns of a block: their products with all users are a matrix that fits into memory. */
  private static final int BLOCK = 512;

  private final Ratings ratings;
  private final int k;

  /** Users by movies, column-major; a row has length 1. */
  private final R064Store rows;

  OjAlgoPeer(Ratings ratings, int k) {
    this.ratings = ratings;
    this.k = k;
    rows = R064Store.FACTORY.make(ratings.users(), ratings.movies());
    for (int user = 0; user < ratings.users(); user++) {
      double norm = ratings.norm(user);
      for (int p = ratings.start()[user]; p < ratings.start()[user + 1]; p++) {
        rows.set(user, ratings.movie()[p], ratings.rating()[p] / norm);
      }
    }
  }

  private R064Store queries(int from, int to) {
    R064Store block = R064Store.FACTORY.make(ratings.movies(), to - from);
    for (int user = from; user < to; user++) {
      for (int p = ratings.start()[user]; p < ratings.start()[user + 1]; p++) {
        int movie = ratings.movie()[p];
        block.set(movie, user - from, rows.doubleValue(user, movie));
      }
    }
    return block;
  }

  private void search(int from, int to, Neighbors found) {
    R064Store cosines = R064Store.FACTORY.make(rows.countRows(), to - from);
    cosines.fillByMultiplying(rows, queries(from, to));
    for (int user = from; user < to; user++) {
      Selection best = new Selection(k);
      for (int other = 0; other < ratings.users(); other++) {
        if (other != user) {
          best.offer(other, cosines.doubleValue(other, user - from));
        }
      }
      best.copyTo(user, found);
    }
  }

  @Override
  public void nearest(int user, Neighbors found) {
    search(user, user + 1, found);
  }

  @Override
  public void nearestOfAll(int users, Neighbors found, int threads) {
    IntStream.iterate(0, from -> from < users, from -> from + BLOCK)
        .forEach(from -> search(from, Math.min(users, from + BLOCK), found));
  }
}
