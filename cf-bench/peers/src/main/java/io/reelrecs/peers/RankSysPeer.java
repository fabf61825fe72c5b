package io.reelrecs.peers;

import es.uam.eps.ir.ranksys.fast.index.SimpleFastItemIndex;
import es.uam.eps.ir.ranksys.fast.index.SimpleFastUserIndex;
import es.uam.eps.ir.ranksys.fast.preference.FastPreferenceData;
import es.uam.eps.ir.ranksys.fast.preference.SimpleFastPreferenceData;
import es.uam.eps.ir.ranksys.nn.user.neighborhood.TopKUserNeighborhood;
import es.uam.eps.ir.ranksys.nn.user.neighborhood.UserNeighborhood;
import es.uam.eps.ir.ranksys.nn.user.sim.VectorCosineUserSimilarity;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.lambda.tuple.Tuple;
import org.jooq.lambda.tuple.Tuple3;
import org.ranksys.core.util.tuples.Tuple2id;

/** RankSys' user neighborhood over its vector cosine, with its dense arrays. */
final class RankSysPeer implements Peer {

  private static final double EXPONENT_OF_COSINE = 0.5;

  private final UserNeighborhood<Integer> neighborhood;

  private RankSysPeer(FastPreferenceData<Integer, Integer> data, int k) {
    neighborhood =
        new TopKUserNeighborhood<>(
            new VectorCosineUserSimilarity<>(data, EXPONENT_OF_COSINE, true), k);
  }

  /** Over the data structure that RankSys ships: lists of objects, read as streams. */
  static RankSysPeer asShipped(Ratings ratings, int k) {
    return new RankSysPeer(
        SimpleFastPreferenceData.load(tuples(ratings), users(ratings), movies(ratings)), k);
  }

  /** Over arrays, through the interface that RankSys has for data that iterates faster. */
  static RankSysPeer overIterators(Ratings ratings, int k) {
    return new RankSysPeer(new ArrayPreferences(ratings, users(ratings), movies(ratings)), k);
  }

  private static SimpleFastUserIndex<Integer> users(Ratings ratings) {
    return SimpleFastUserIndex.load(IntStream.range(0, ratings.users()).boxed());
  }

  private static SimpleFastItemIndex<Integer> movies(Ratings ratings) {
    return SimpleFastItemIndex.load(IntStream.range(0, ratings.movies()).boxed());
  }

  private static Stream<Tuple3<Integer, Integer, Double>> tuples(Ratings ratings) {
    return IntStream.range(0, ratings.users())
        .boxed()
        .flatMap(
            user ->
                IntStream.range(ratings.start()[user], ratings.start()[user + 1])
                    .mapToObj(
                        p -> Tuple.tuple(user, ratings.movie()[p], (double) ratings.rating()[p])));
  }

  @Override
  public void nearest(int user, Neighbors found) {
    List<Tuple2id> nearest =
        neighborhood
            .getNeighbors(user)
            .sorted(
                Comparator.<Tuple2id>comparingDouble(n -> -n.v2).thenComparingInt(n -> n.v1))
            .toList();
    for (int rank = 0; rank < nearest.size(); rank++) {
      found.set(user, rank, nearest.get(rank).v1, nearest.get(rank).v2);
    }
  }
}
