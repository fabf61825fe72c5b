package io.reelrecs.train.blend;

import io.reelrecs.core.model.MovieCatalog;
import io.reelrecs.core.score.BlendWeights;
import io.reelrecs.core.score.FeatureRange;
import io.reelrecs.train.Algorithm;
import io.reelrecs.train.Recipe;
import io.reelrecs.train.evaluate.split.Splits;
import io.reelrecs.train.evaluate.split.UserHoldOut;
import io.reelrecs.train.ratings.RatingTable;
import java.util.Objects;

/**
 * What to measure or tune a blend on, and how.
 *
 * @param ratings all ratings that may be used
 * @param catalog genres and years of the movies
 * @param protocol how ratings are held out; of its splits the first is taken
 * @param recipe the model that gives the scores to blend
 * @param pipeline how requests are made
 * @param weights the weights in use
 * @param range what is done with features above 1 where weights are learned
 * @param maxUsers how many users are asked at most, at least 1; of more, so many are drawn
 * @param seed of everything drawn at random; any number
 * @param threads how many threads to use at most, at least 1; no figure depends on it
 */
public record BlendPlan(
    RatingTable ratings,
    MovieCatalog catalog,
    Protocol protocol,
    Recipe recipe,
    PipelineParameters pipeline,
    BlendWeights weights,
    FeatureRange range,
    int maxUsers,
    long seed,
    int threads) {

  /** The share of each user's ratings that is held out where nothing else is said. */
  public static final double DEFAULT_HOLD_OUT = 0.2;

  /** More than this many users say little more, and their requests are all held in memory. */
  public static final int DEFAULT_MAX_USERS = 20_000;

  /** How some of these ratings are held out; used again on the rest for the inner split. */
  public interface Protocol {
    /**
     * The splits of these ratings.
     *
     * @throws IllegalArgumentException if these ratings cannot be split so
     */
    Splits of(RatingTable ratings);
  }

  /**
   * Checks all of them.
   *
   * @throws IllegalArgumentException naming the one that is out of range
   */
  public BlendPlan {
    Objects.requireNonNull(ratings, "ratings");
    Objects.requireNonNull(catalog, "catalog");
    Objects.requireNonNull(protocol, "protocol");
    Objects.requireNonNull(recipe, "recipe");
    Objects.requireNonNull(pipeline, "pipeline");
    Objects.requireNonNull(weights, "weights");
    Objects.requireNonNull(range, "range");
    if (maxUsers < 1) {
      throw new IllegalArgumentException("maxUsers must be >= 1, actual: " + maxUsers);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be >= 1, actual: " + threads);
    }
  }

  /**
   * The default algorithm and weights, {@value #DEFAULT_HOLD_OUT} of each user's ratings held out,
   * features rescaled, seed 1, a thread per core.
   */
  public static BlendPlan of(RatingTable ratings, MovieCatalog catalog) {
    return new BlendPlan(
        ratings,
        catalog,
        table -> UserHoldOut.ofFraction(table, DEFAULT_HOLD_OUT, 1),
        Recipe.of(Algorithm.DEFAULT),
        PipelineParameters.DEFAULT,
        BlendWeights.DEFAULT,
        FeatureRange.RESCALE,
        DEFAULT_MAX_USERS,
        1,
        Runtime.getRuntime().availableProcessors());
  }

  /** This with another way to hold ratings out. */
  public BlendPlan withProtocol(Protocol other) {
    return new BlendPlan(
        ratings, catalog, other, recipe, pipeline, weights, range, maxUsers, seed, threads);
  }

  /** This with another model. */
  public BlendPlan withRecipe(Recipe other) {
    return new BlendPlan(
        ratings, catalog, protocol, other, pipeline, weights, range, maxUsers, seed, threads);
  }

  /** This with requests made in another way. */
  public BlendPlan withPipeline(PipelineParameters other) {
    return new BlendPlan(
        ratings, catalog, protocol, recipe, other, weights, range, maxUsers, seed, threads);
  }

  /** This with other weights in use. */
  public BlendPlan withWeights(BlendWeights other) {
    return new BlendPlan(
        ratings, catalog, protocol, recipe, pipeline, other, range, maxUsers, seed, threads);
  }

  /** This with another feature range where weights are learned. */
  public BlendPlan withRange(FeatureRange other) {
    return new BlendPlan(
        ratings, catalog, protocol, recipe, pipeline, weights, other, maxUsers, seed, threads);
  }

  /** This with another number of users at most. */
  public BlendPlan withMaxUsers(int other) {
    return new BlendPlan(
        ratings, catalog, protocol, recipe, pipeline, weights, range, other, seed, threads);
  }

  /** This with another seed of what is drawn here; the protocol keeps its own. */
  public BlendPlan withSeed(long other) {
    return new BlendPlan(
        ratings, catalog, protocol, recipe, pipeline, weights, range, maxUsers, other, threads);
  }

  /** This with another number of threads. */
  public BlendPlan withThreads(int other) {
    return new BlendPlan(
        ratings, catalog, protocol, recipe, pipeline, weights, range, maxUsers, seed, other);
  }
}
