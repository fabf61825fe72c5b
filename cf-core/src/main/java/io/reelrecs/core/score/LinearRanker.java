package io.reelrecs.core.score;

import io.reelrecs.core.model.Ranking;
import io.reelrecs.core.score.Predictor.Part;
import io.reelrecs.core.score.Predictor.Parts;
import java.util.Arrays;

/**
 * Ranks by a linear model of movies; see {@link Ranking.ByLinearModel}. For a user without
 * positives by popularity. Costs a row of the model per positive.
 */
final class LinearRanker implements Ranker {

  private final Ranking.ByLinearModel ranking;
  private final Ranker popularity;
  private final double hi;

  LinearRanker(Ranking.ByLinearModel ranking, Positives positives, double hi) {
    this.ranking = ranking;
    this.hi = hi;
    popularity = new PopularityRanker(positives);
  }

  @Override
  public void rank(Profile profile, double[] relevance) {
    boolean any = false;
    Arrays.fill(relevance, 0);
    for (int p = 0; p < profile.size; p++) {
      double weight = ranking.weight(profile.rating[p], hi);
      if (weight > 0) {
        any = true;
        ranking.weights().addRow(profile.movie[p], weight, relevance);
      }
    }
    if (!any) {
      popularity.rank(profile, relevance);
    }
  }

  @Override
  public double explain(Profile profile, int movie, Parts parts) {
    boolean any = false;
    for (int p = 0; p < profile.size; p++) {
      double weight = ranking.weight(profile.rating[p], hi);
      double similarity = ranking.weights().at(profile.movie[p], movie);
      any |= weight > 0;
      if (weight > 0 && similarity != 0) {
        parts
            .movies()
            .add(new Part(profile.movie[p], similarity, profile.rating[p], weight * similarity));
      }
    }
    return any ? 0 : popularity.explain(profile, movie, parts);
  }
}
