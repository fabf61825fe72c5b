package io.reelrecs.core.score;

import io.reelrecs.core.model.Ranking;
import io.reelrecs.core.score.Predictor.Part;
import io.reelrecs.core.score.Predictor.Parts;
import io.reelrecs.core.scratch.ScratchPool;
import java.util.Arrays;

/**
 * Ranks by the users who count this one among their nearest; see {@link Ranking.ByNeighbors}. For a
 * user without positives, of whom nobody can be near, by popularity.
 *
 * <p>Costs a walk over the raters of the user's positives, and over the positives of the users that
 * are found.
 */
final class NeighborRanker implements Ranker {

  private final Ranking.ByNeighbors ranking;
  private final Positives positives;
  private final Ranker popularity;

  /** What a movie's sum is multiplied by. */
  private final double[] factor;

  private final ScratchPool<int[]> counts;

  NeighborRanker(Ranking.ByNeighbors ranking, Positives positives) {
    this.ranking = ranking;
    this.positives = positives;
    popularity = new PopularityRanker(positives);
    counts = new ScratchPool<>(() -> new int[positives.users()]);
    factor = new double[positives.movies()];
    double mean = (double) positives.size() / Math.max(1, positives.movies());
    for (int movie = 0; movie < factor.length; movie++) {
      int count = positives.ofMovie(movie);
      factor[movie] = count == 0 ? 0 : StrictMath.pow(count / mean, -ranking.popularityExponent());
    }
  }

  @Override
  public void rank(Profile profile, double[] relevance) {
    int own = own(profile);
    if (own == 0) {
      popularity.rank(profile, relevance);
      return;
    }
    Arrays.fill(relevance, 0);
    int[] common = count(profile);
    for (int user = 0; user < common.length; user++) {
      if (common[user] > 0) {
        double similarity = similarity(common[user], own, user);
        if (user != profile.user && nearest(profile.user, user, similarity)) {
          positives.addToMovies(user, weight(similarity), relevance);
        }
      }
    }
    giveBack(common);
    for (int movie = 0; movie < relevance.length; movie++) {
      relevance[movie] *= factor[movie];
    }
  }

  @Override
  public double explain(Profile profile, int movie, Parts parts) {
    int own = own(profile);
    if (own == 0) {
      return popularity.explain(profile, movie, parts);
    }
    int[] common = count(profile);
    int[] raters = counts.take();
    positives.countUsers(movie, raters);
    for (int user = 0; user < common.length; user++) {
      if (common[user] > 0 && raters[user] > 0 && user != profile.user) {
        double similarity = similarity(common[user], own, user);
        if (nearest(profile.user, user, similarity)) {
          double contribution = weight(similarity) * factor[movie];
          parts.users().add(new Part(user, similarity, Double.NaN, contribution));
        }
      }
    }
    giveBack(raters);
    giveBack(common);
    return 0;
  }

  private int own(Profile profile) {
    int own = 0;
    for (int p = 0; p < profile.size; p++) {
      own += positives.is(profile.rating[p]) ? 1 : 0;
    }
    return own;
  }

  /** How many positives each user has in common with this one. */
  private int[] count(Profile profile) {
    int[] common = counts.take();
    for (int p = 0; p < profile.size; p++) {
      if (positives.is(profile.rating[p])) {
        positives.countUsers(profile.movie[p], common);
      }
    }
    return common;
  }

  private void giveBack(int[] clean) {
    Arrays.fill(clean, 0);
    counts.giveBack(clean);
  }

  /** As the search that found the thresholds rounds it. */
  private double similarity(int common, int own, int user) {
    return common / Math.sqrt((double) own * positives.ofUser(user));
  }

  /** Whether {@code me} is among the k nearest of {@code user}; one not in the model comes last. */
  private boolean nearest(int me, int user, double similarity) {
    double threshold = ranking.threshold()[user];
    return similarity > threshold
        || (similarity == threshold && me >= 0 && me <= ranking.last()[user]);
  }

  private double weight(double similarity) {
    return StrictMath.pow(similarity, ranking.similarityExponent());
  }
}
