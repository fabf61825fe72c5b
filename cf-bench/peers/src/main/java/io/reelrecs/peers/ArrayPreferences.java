package io.reelrecs.peers;

import es.uam.eps.ir.ranksys.fast.index.FastItemIndex;
import es.uam.eps.ir.ranksys.fast.index.FastUserIndex;
import it.unimi.dsi.fastutil.doubles.DoubleArrays;
import it.unimi.dsi.fastutil.doubles.DoubleIterator;
import it.unimi.dsi.fastutil.doubles.DoubleIterators;
import it.unimi.dsi.fastutil.ints.IntIterator;
import it.unimi.dsi.fastutil.ints.IntIterators;
import java.util.stream.IntStream;
import org.ranksys.fast.preference.IteratorsAbstractFastPreferenceData;

/** Ratings in arrays, by user and by movie, as RankSys wants to iterate over them. */
final class ArrayPreferences extends IteratorsAbstractFastPreferenceData<Integer, Integer> {

  private static final long serialVersionUID = 1;

  private final int[][] movies;
  private final double[][] byUser;
  private final int[][] users;
  private final double[][] byMovie;

  ArrayPreferences(
      Ratings ratings, FastUserIndex<Integer> userIndex, FastItemIndex<Integer> movieIndex) {
    super(userIndex, movieIndex);
    movies = new int[ratings.users()][];
    byUser = new double[ratings.users()][];
    users = new int[ratings.movies()][];
    byMovie = new double[ratings.movies()][];
    int[] count = new int[ratings.movies()];
    for (int movie : ratings.movie()) {
      count[movie]++;
    }
    for (int movie = 0; movie < count.length; movie++) {
      users[movie] = new int[count[movie]];
      byMovie[movie] = new double[count[movie]];
      count[movie] = 0;
    }
    for (int user = 0; user < ratings.users(); user++) {
      int from = ratings.start()[user];
      int length = ratings.start()[user + 1] - from;
      movies[user] = new int[length];
      byUser[user] = length == 0 ? DoubleArrays.EMPTY_ARRAY : new double[length];
      for (int i = 0; i < length; i++) {
        int movie = ratings.movie()[from + i];
        double rating = ratings.rating()[from + i];
        movies[user][i] = movie;
        byUser[user][i] = rating;
        users[movie][count[movie]] = user;
        byMovie[movie][count[movie]++] = rating;
      }
    }
  }

  @Override
  public int numUsers(int movie) {
    return users[movie].length;
  }

  @Override
  public int numItems(int user) {
    return movies[user].length;
  }

  @Override
  public IntStream getUidxWithPreferences() {
    return IntStream.range(0, movies.length).filter(user -> movies[user].length > 0);
  }

  @Override
  public IntStream getIidxWithPreferences() {
    return IntStream.range(0, users.length).filter(movie -> users[movie].length > 0);
  }

  @Override
  public IntIterator getUidxIidxs(int user) {
    return IntIterators.wrap(movies[user]);
  }

  @Override
  public DoubleIterator getUidxVs(int user) {
    return DoubleIterators.wrap(byUser[user]);
  }

  @Override
  public IntIterator getIidxUidxs(int movie) {
    return IntIterators.wrap(users[movie]);
  }

  @Override
  public DoubleIterator getIidxVs(int movie) {
    return DoubleIterators.wrap(byMovie[movie]);
  }

  @Override
  public int numPreferences() {
    return IntStream.range(0, movies.length).map(user -> movies[user].length).sum();
  }
}
