package io.reelrecs.grpc.security;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What it takes to call a method, where callers have to be known: the one table of it. A method
 * that is not in there takes the role admin.
 *
 * @param open whether anybody may
 * @param role the role that it takes; empty where any known caller may
 */
record MethodAccess(boolean open, Optional<Role> role) {

  private static final MethodAccess ANYBODY = new MethodAccess(true, Optional.empty());
  private static final MethodAccess ANY_CALLER = new MethodAccess(false, Optional.empty());
  private static final MethodAccess SCORE = new MethodAccess(false, Optional.of(Role.SCORE));
  private static final MethodAccess ADMIN = new MethodAccess(false, Optional.of(Role.ADMIN));

  private static final Map<String, MethodAccess> TABLE =
      Map.ofEntries(
          // Probes and balancers have no token, and learn nothing but whether it serves.
          Map.entry("grpc.health.v1.Health/Check", ANYBODY),
          Map.entry("grpc.health.v1.Health/Watch", ANYBODY),
          Map.entry("grpc.reflection.v1.ServerReflection/ServerReflectionInfo", ANY_CALLER),
          Map.entry("grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo", ANY_CALLER),
          Map.entry("recommendations.MLScorer/ScoreCandidates", SCORE),
          Map.entry("reelrecs.v1.RecommenderService/Predict", SCORE),
          Map.entry("reelrecs.v1.RecommenderService/Recommend", SCORE),
          Map.entry("reelrecs.v1.RecommenderService/SimilarUsers", SCORE),
          Map.entry("reelrecs.v1.RecommenderService/SimilarMovies", SCORE),
          Map.entry("reelrecs.v1.RecommenderService/Explain", SCORE),
          // What it was trained on, and how: of the server, not of a user or a movie.
          Map.entry("reelrecs.v1.RecommenderService/GetModelInfo", ADMIN));

  /** What it takes to call a method, named as in {@code package.Service/Method}. */
  static MethodAccess of(String fullMethodName) {
    return TABLE.getOrDefault(fullMethodName, ADMIN);
  }

  /** The methods that are in the table. */
  static Set<String> methods() {
    return TABLE.keySet();
  }
}
