package io.reelrecs.train;

import io.reelrecs.core.model.Strength;
import io.reelrecs.train.Parameter.Affects;
import io.reelrecs.train.ranking.LinearModelParameters;
import io.reelrecs.train.ranking.NeighborRankingParameters;
import io.reelrecs.train.regression.MovieRegressionParameters;
import io.reelrecs.train.regression.UserRegressionParameters;
import io.reelrecs.train.tune.Dimension;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The parameters of each algorithm; their defaults are those of the trainers. */
final class Parameters {

  static final String POSITIVE_FROM = "positive-from";
  static final String RANKING = "ranking";

  /** Values of {@link #RANKING}. */
  static final String LINEAR = "linear";

  static final String NEIGHBORS = "neighbors";
  static final String POPULARITY = "popularity";
  static final String PREDICTION = "prediction";

  private static final Parameter POSITIVE =
      Parameter.fixed(
          POSITIVE_FROM,
          Recipe.AUTO,
          "the lowest rating that counts as liking; auto is 4 on a scale that ends in 4 to 5, else"
              + " the upper quarter of the scale");

  private Parameters() {}

  static List<Parameter> reference() {
    return List.of(
        predicting(Dimension.logInteger("k", 5, 500, "20"), "neighbors per user"),
        predicting(
            Dimension.choice("missing", List.of("zero", "user-mean"), "zero"),
            "what a missing rating counts as when users are compared"));
  }

  static List<Parameter> user() {
    return joined(userRegression("", UserRegressionParameters.DEFAULT), ranked(NEIGHBORS));
  }

  static List<Parameter> item() {
    return joined(movieRegression("", MovieRegressionParameters.DEFAULT), ranked(LINEAR));
  }

  static List<Parameter> fusion() {
    return joined(
        userRegression("user-", UserRegressionParameters.IN_FUSION),
        movieRegression("movie-", MovieRegressionParameters.IN_FUSION),
        ranked(LINEAR));
  }

  private static List<Parameter> userRegression(String prefix, UserRegressionParameters defaults) {
    return joined(
        similarity(prefix, "user", defaults.shrinkage(), defaults.countWeight()),
        penalty(prefix, "movie", defaults.regularization(), defaults.exponent()),
        strength(prefix, defaults.strength()));
  }

  private static List<Parameter> movieRegression(
      String prefix, MovieRegressionParameters defaults) {
    return joined(
        similarity(prefix, "movie", defaults.shrinkage(), defaults.countWeight()),
        List.of(
            predicting(
                Dimension.linear(prefix + "two-steps", 0, 2, text(defaults.twoStepWeight())),
                "weight of movies that are similar by way of a third")),
        penalty(prefix, "user", defaults.regularization(), defaults.exponent()),
        strength(prefix, defaults.strength()));
  }

  private static List<Parameter> similarity(
      String prefix, String what, double shrinkage, double countWeight) {
    return List.of(
        predicting(
            Dimension.log(prefix + "shrinkage", 10, 1000, text(shrinkage)),
            "what is added to the squared residuals of a " + what),
        predicting(
            Dimension.linear(prefix + "count-weight", 0, 1, text(countWeight)),
            "weight of common ratings, whatever they are, in the similarity of two " + what + "s"));
  }

  private static List<Parameter> penalty(
      String prefix, String what, double regularization, double exponent) {
    return List.of(
        predicting(
            Dimension.log(prefix + "regularization", 0.2, 10, text(regularization)),
            "penalty of the regression of a " + what + " with 100 ratings"),
        predicting(
            Dimension.linear(prefix + "exponent", 0, 1, text(exponent)),
            "how that grows with the number of ratings"));
  }

  private static List<Parameter> strength(String prefix, Strength strength) {
    return List.of(
        predicting(
            Dimension.linear(prefix + "strength", 0, 3, text(strength.base())),
            "what the regression's prediction is multiplied by"),
        predicting(
            Dimension.linear(prefix + "strength-by-user", -0.5, 0.5, text(strength.perUser())),
            "what the logarithm of the user's number of ratings adds to that"),
        predicting(
            Dimension.linear(prefix + "strength-by-movie", -0.5, 0.5, text(strength.perMovie())),
            "what the logarithm of the movie's adds"));
  }

  private static List<Parameter> ranked(String ranking) {
    NeighborRankingParameters defaults = NeighborRankingParameters.DEFAULT;
    return List.of(
        Parameter.fixed(
            RANKING,
            ranking,
            "by what movies are recommended: linear (as ease does, with its defaults), neighbors,"
                + " popularity or prediction"),
        POSITIVE,
        recommending(
            Dimension.logInteger("neighbors", 20, 1000, Integer.toString(defaults.k())),
            "with ranking=neighbors: nearest users of each user"),
        recommending(
            Dimension.linear("similarity-exponent", 0.5, 3, text(defaults.similarityExponent())),
            "with ranking=neighbors: what similarities are raised to"),
        recommending(
            Dimension.linear("popularity-exponent", 0, 0.5, text(defaults.popularityExponent())),
            "with ranking=neighbors: how much popular movies are held back"));
  }

  static List<Parameter> ease() {
    LinearModelParameters defaults = LinearModelParameters.DEFAULT;
    return List.of(
        POSITIVE,
        recommending(Dimension.log("lambda", 50, 5000, text(defaults.lambda())), "regularization"),
        recommending(
            Dimension.linear("dropout", 0, 5, text(defaults.dropout())),
            "regularization in proportion to a movie's popularity"),
        recommending(
            Dimension.linear("user-exponent", 0, 1, text(defaults.userExponent())),
            "how much less users with many ratings count"),
        recommending(
            Dimension.linear("popularity-exponent", 0, 0.5, text(defaults.popularityExponent())),
            "how much popular movies are held back"),
        recommending(
            Dimension.linear("lowest-weight", 0.5, 1, text(defaults.lowestWeight())),
            "weight of the lowest rating that counts as liking; the highest has 1"));
  }

  static List<Parameter> popular() {
    return List.of(POSITIVE);
  }

  private static Parameter predicting(Dimension dimension, String description) {
    return Parameter.searched(Affects.PREDICTIONS, dimension, description);
  }

  private static Parameter recommending(Dimension dimension, String description) {
    return Parameter.searched(Affects.RECOMMENDATIONS, dimension, description);
  }

  private static String text(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  @SafeVarargs
  private static List<Parameter> joined(List<Parameter>... lists) {
    List<Parameter> all = new ArrayList<>();
    for (List<Parameter> list : lists) {
      all.addAll(list);
    }
    return List.copyOf(all);
  }
}
