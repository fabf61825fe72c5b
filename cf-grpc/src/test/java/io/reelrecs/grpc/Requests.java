package io.reelrecs.grpc;

import io.reelrecs.grpc.proto.CandidateFeatures;
import io.reelrecs.grpc.proto.ScoreRequest;
import java.util.Arrays;

/** Requests for tests. */
final class Requests {

  private Requests() {}

  /** A candidate with the four features that count, in the order of the blend. */
  static CandidateFeatures candidate(int movieId, double... features) {
    return CandidateFeatures.newBuilder()
        .setMovieId(movieId)
        .setGenreOverlapScore((float) features[0])
        .setCollaborativeScore((float) features[1])
        .setPopularityPercentile((float) features[2])
        .setYearPreferenceScore((float) features[3])
        .build();
  }

  /** A candidate whose features are all 0. */
  static CandidateFeatures plain(int movieId) {
    return CandidateFeatures.newBuilder().setMovieId(movieId).build();
  }

  static ScoreRequest of(int userId, CandidateFeatures... candidates) {
    return ScoreRequest.newBuilder()
        .setUserId(userId)
        .addAllFeatures(Arrays.asList(candidates))
        .build();
  }

  /** A request for movies 1 to {@code size}, all features 0. */
  static ScoreRequest plain(int userId, int size) {
    ScoreRequest.Builder request = ScoreRequest.newBuilder().setUserId(userId);
    for (int movie = 1; movie <= size; movie++) {
      request.addFeatures(plain(movie));
    }
    return request.build();
  }
}
