package io.reelrecs.train.blend;

import java.util.List;

/**
 * Who was asked, and how much there is to find.
 *
 * @param users users who liked something among what was held out
 * @param measured those of them who liked a candidate: the users that nDCG is a mean over
 * @param candidates candidates of all requests of {@code users}
 * @param liked held-out movies that these users liked
 * @param found those of them that are candidates
 */
public record BlendHits(int users, int measured, long candidates, long liked, long found) {

  static BlendHits of(List<BlendCase> cases, long liked) {
    int measured = 0;
    long candidates = 0;
    long found = 0;
    for (BlendCase each : cases) {
      measured += each.wanted().length > 0 ? 1 : 0;
      candidates += each.request().size();
      found += each.wanted().length;
    }
    return new BlendHits(cases.size(), measured, candidates, liked, found);
  }

  /** The share of what was liked that is among the candidates: no order of them finds more. */
  public double recall() {
    return liked == 0 ? 0 : (double) found / liked;
  }

  /** Candidates in a request, on average. */
  public double meanCandidates() {
    return users == 0 ? 0 : (double) candidates / users;
  }
}
