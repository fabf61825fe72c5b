package io.reelrecs.grpc;

import io.reelrecs.core.score.BlendFeatures;
import io.reelrecs.grpc.proto.CandidateFeatures;
import java.util.List;

/** The features of a request, read where they lie in its message. */
record RequestFeatures(List<CandidateFeatures> candidates) implements BlendFeatures {

  @Override
  public int size() {
    return candidates.size();
  }

  @Override
  public float genreOverlap(int candidate) {
    return candidates.get(candidate).getGenreOverlapScore();
  }

  @Override
  public float collaborative(int candidate) {
    return candidates.get(candidate).getCollaborativeScore();
  }

  @Override
  public float popularityPercentile(int candidate) {
    return candidates.get(candidate).getPopularityPercentile();
  }

  @Override
  public float yearPreference(int candidate) {
    return candidates.get(candidate).getYearPreferenceScore();
  }
}
