package io.reelrecs.grpc;

import io.reelrecs.core.score.Recommendation;
import io.reelrecs.core.score.Recommendations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Movies that a recommendation leaves out. Costs as much as recommending as many movies more.
 *
 * <p>Immutable and thread-safe.
 */
final class Exclusion {

  private final Set<Long> excluded;

  Exclusion(long[] movieIds) {
    excluded = LongStream.of(movieIds).boxed().collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * The best movies that are left.
   *
   * @param movies best first
   * @param shortfall why there are fewer than asked for; empty where there are as many
   */
  record Left(List<Recommendation> movies, String shortfall) {}

  Left recommend(ModelQueries model, Asker asker, int n) {
    int more = (int) Math.min(Integer.MAX_VALUE, (long) n + excluded.size());
    Recommendations all = model.recommend(asker, more);
    List<Recommendation> left =
        all.stream().filter(movie -> !excluded.contains(movie.movieId())).limit(n).toList();
    if (left.size() == n) {
      return new Left(left, "");
    }
    int without = all.size() - left.size();
    String shortfall = all.shortfall().orElse("");
    return new Left(
        left, without == 0 ? shortfall : shortfall + "; " + without + " more were excluded");
  }
}
