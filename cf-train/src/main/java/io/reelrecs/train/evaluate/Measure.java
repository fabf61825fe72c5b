package io.reelrecs.train.evaluate;

/**
 * What is measured. A split's figure is a mean over its test ratings (the first three) or over the
 * users who have a hit to find (the rest, unless they say otherwise).
 *
 * <p>In the formulas, {@code T} is the set of a user's hits in the test part, {@code L} the first
 * {@code k} movies of the user's list, {@code rel(i)} 1 where the movie at rank {@code i} is in
 * {@code T} and else 0; ranks count from 1. A list shorter than {@code k} misses the rest.
 *
 * <p>Sources: Herlocker et al., "Evaluating Collaborative Filtering Recommender Systems", ACM TOIS
 * 22(1), 2004 (errors, coverage); Järvelin and Kekäläinen, "Cumulated Gain-based Evaluation of IR
 * Techniques", ACM TOIS 20(4), 2002 (nDCG); Manning et al., "Introduction to Information
 * Retrieval", 2008, chapter 8 (precision, recall, MAP); Voorhees, "The TREC-8 Question Answering
 * Track Report", 1999 (MRR); Abdollahpouri et al., "The Unfairness of Popularity Bias in
 * Recommendation", 2019 (average popularity); Fleder and Hosanagar, "Blockbuster Culture's Next
 * Rise or Fall", Management Science 55(5), 2009 (Gini).
 */
public enum Measure {
  /** Root of the mean squared error: {@code sqrt(mean((predicted - actual)^2))}. */
  RMSE("rmse", false, Better.LOWER),
  /** Mean absolute error: {@code mean(|predicted - actual|)}. */
  MAE("mae", false, Better.LOWER),
  /** Share of the test ratings that neighbors had something to say about. */
  NEIGHBOR_COVERAGE("neighbor-coverage", false, Better.HIGHER),
  /**
   * Normalized discounted cumulative gain: {@code sum(rel(i) / log2(i + 1)) / sum(1 / log2(i +
   * 1))}, the upper sum over ranks 1 to k, the lower over ranks 1 to {@code min(|T|, k)}.
   */
  NDCG("ndcg", true, Better.HIGHER),
  /** {@code |L and T| / |T|}. */
  RECALL("recall", true, Better.HIGHER),
  /** {@code |L and T| / k}. */
  PRECISION("precision", true, Better.HIGHER),
  /** 1 where {@code L} has at least one hit, else 0. */
  HIT_RATE("hit-rate", true, Better.HIGHER),
  /** Average precision: {@code sum(rel(i) P@i) / min(|T|, k)} over ranks 1 to k. */
  MAP("map", true, Better.HIGHER),
  /** {@code 1 / rank} of the first hit, 0 where none is among the first k. */
  MRR("mrr", true, Better.HIGHER),
  /** Share of the movies rated in the training part that are in anybody's {@code L}. */
  CATALOG_COVERAGE("catalog-coverage", true, Better.NEITHER),
  /**
   * Mean popularity percentile of the movies in {@code L}: the share of the movies rated in the
   * training part that have fewer ratings there, and half of those that have as many. Over users
   * who got a list.
   */
  POPULARITY("popularity", true, Better.NEITHER),
  /** Mean number of training ratings of the movies in {@code L}. Over users who got a list. */
  AVERAGE_RATINGS("average-ratings", true, Better.NEITHER),
  /**
   * Gini index of how often each movie rated in the training part is in somebody's {@code L}: 0
   * where all are as often, near 1 where a few take all.
   */
  GINI("gini", true, Better.NEITHER),
  /** Mean popularity percentile of the movies in {@code T}: what {@link #POPULARITY} is up to. */
  TEST_POPULARITY("test-popularity", false, Better.NEITHER);

  /** Which way a measure is better. */
  public enum Better {
    /** Less is better. */
    LOWER,
    /** More is better. */
    HIGHER,
    /** It depends on what is wanted. */
    NEITHER
  }

  private final String label;
  private final boolean cut;
  private final Better better;

  Measure(String label, boolean cut, Better better) {
    this.label = label;
    this.cut = cut;
    this.better = better;
  }

  /** Its name for people and files: "ndcg". */
  public String label() {
    return label;
  }

  /** Whether it looks at the first k of a list. */
  public boolean isCut() {
    return cut;
  }

  /** Which way it is better. */
  public Better better() {
    return better;
  }
}
