package io.reelrecs.grpc;

import io.reelrecs.core.score.RatedMovies;
import io.reelrecs.grpc.v1.Rating;
import io.reelrecs.grpc.v1.RatingList;
import io.reelrecs.grpc.v1.Subject;
import java.util.HashMap;
import java.util.Map;

/** Whom v1 requests are for, in tests. */
final class Subjects {

  private Subjects() {}

  static Subject user(long id) {
    return Subject.newBuilder().setUserId(id).build();
  }

  /** A user by ratings: movie, rating, movie, rating and so on. */
  static Subject ratings(double... pairs) {
    RatingList.Builder list = RatingList.newBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      list.addRatings(
          Rating.newBuilder().setMovieId((long) pairs[i]).setValue(pairs[i + 1]).build());
    }
    return Subject.newBuilder().setRatings(list).build();
  }

  /** The same for the core. */
  static RatedMovies rated(double... pairs) {
    Map<Long, Double> rated = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      rated.put((long) pairs[i], pairs[i + 1]);
    }
    return RatedMovies.of(rated);
  }
}
