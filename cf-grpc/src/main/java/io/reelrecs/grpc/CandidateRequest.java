package io.reelrecs.grpc;

import io.reelrecs.core.score.BlendFeatures;
import io.reelrecs.grpc.proto.CandidateFeatures;
import io.reelrecs.grpc.proto.ScoreRequest;

/** What a {@link ScoreRequest} says of what counts here, in flat arrays; ids are unsigned. */
final class CandidateRequest implements BlendFeatures {

  final long userId;
  final long[] movieIds;
  final float[] genreOverlap;
  final float[] collaborative;
  final float[] popularityPercentile;
  final float[] yearPreference;

  /** A request for so many candidates, all of whose fields are 0. */
  CandidateRequest(int userId, int size) {
    this.userId = Integer.toUnsignedLong(userId);
    movieIds = new long[size];
    genreOverlap = new float[size];
    collaborative = new float[size];
    popularityPercentile = new float[size];
    yearPreference = new float[size];
  }

  static CandidateRequest of(ScoreRequest message) {
    int size = message.getFeaturesCount();
    CandidateRequest request = new CandidateRequest(message.getUserId(), size);
    for (int i = 0; i < size; i++) {
      CandidateFeatures candidate = message.getFeatures(i);
      request.movieIds[i] = Integer.toUnsignedLong(candidate.getMovieId());
      request.genreOverlap[i] = candidate.getGenreOverlapScore();
      request.collaborative[i] = candidate.getCollaborativeScore();
      request.popularityPercentile[i] = candidate.getPopularityPercentile();
      request.yearPreference[i] = candidate.getYearPreferenceScore();
    }
    return request;
  }

  @Override
  public int size() {
    return movieIds.length;
  }

  @Override
  public float genreOverlap(int candidate) {
    return genreOverlap[candidate];
  }

  @Override
  public float collaborative(int candidate) {
    return collaborative[candidate];
  }

  @Override
  public float popularityPercentile(int candidate) {
    return popularityPercentile[candidate];
  }

  @Override
  public float yearPreference(int candidate) {
    return yearPreference[candidate];
  }
}
