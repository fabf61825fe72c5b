package io.reelrecs.train.tune;

import io.reelrecs.train.ratings.RatingTable;
import java.util.Objects;

/**
 * How to search.
 *
 * @param ratings the ratings to train on, and nothing else: what is measured at last must not be
 *     among them, for a part of these is held out to measure candidates
 * @param objective what to make better
 * @param holdOut the share of the ratings that is held out, in {@code (0, 1)}
 * @param candidates how many points to try, the defaults included; at least 2
 * @param halving how most of them are given up early
 * @param seed of everything drawn: the points, what is held out, the shares of users; any number
 * @param threads how many threads to use at most, at least 1; no figure depends on it
 */
public record TuningPlan(
    RatingTable ratings,
    Objective objective,
    double holdOut,
    int candidates,
    Halving halving,
    long seed,
    int threads) {

  /** The share that is held out where nobody says otherwise. */
  public static final double DEFAULT_HOLD_OUT = 0.15;

  /** The number of candidates where nobody says otherwise. */
  public static final int DEFAULT_CANDIDATES = 60;

  /**
   * Checks all of them.
   *
   * @throws IllegalArgumentException naming the one that is out of range
   */
  public TuningPlan {
    Objects.requireNonNull(ratings, "ratings");
    Objects.requireNonNull(objective, "objective");
    Objects.requireNonNull(halving, "halving");
    if (!(holdOut > 0 && holdOut < 1)) {
      throw new IllegalArgumentException(
          "holdOut must be between 0 and 1, both left out, actual: " + holdOut);
    }
    if (candidates < 2) {
      throw new IllegalArgumentException(
          "candidates must be >= 2, the defaults and another, actual: " + candidates);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be >= 1, actual: " + threads);
    }
  }

  /** 60 candidates on a hold-out of 0.15, seed 1, a thread per core. */
  public static TuningPlan of(RatingTable ratings, Objective objective) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new TuningPlan(
        ratings, objective, DEFAULT_HOLD_OUT, DEFAULT_CANDIDATES, Halving.DEFAULT, 1, cores);
  }

  /** This with another share held out. */
  public TuningPlan withHoldOut(double other) {
    return new TuningPlan(ratings, objective, other, candidates, halving, seed, threads);
  }

  /** This with another number of candidates. */
  public TuningPlan withCandidates(int other) {
    return new TuningPlan(ratings, objective, holdOut, other, halving, seed, threads);
  }

  /** This with another way to give candidates up. */
  public TuningPlan withHalving(Halving other) {
    return new TuningPlan(ratings, objective, holdOut, candidates, other, seed, threads);
  }

  /** This with another seed. */
  public TuningPlan withSeed(long other) {
    return new TuningPlan(ratings, objective, holdOut, candidates, halving, other, threads);
  }

  /** This with another number of threads. */
  public TuningPlan withThreads(int other) {
    return new TuningPlan(ratings, objective, holdOut, candidates, halving, seed, other);
  }
}
