package io.reelrecs.train;

import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.UnitRows;
import io.reelrecs.core.model.Baseline;
import io.reelrecs.core.model.Learned;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.ModelManifest;
import io.reelrecs.core.model.MovieCatalog;
import io.reelrecs.core.search.CosineSearch;
import io.reelrecs.core.search.NeighborGraph;
import io.reelrecs.core.search.SearchOptions;
import io.reelrecs.train.heap.HeapNeed;
import io.reelrecs.train.heap.HeapTooSmallException;
import io.reelrecs.train.ratings.RatingTable;
import java.util.Objects;

/**
 * Trains a model from ratings in memory.
 *
 * <p>The same ratings and parameters give the same model, bit for bit, whatever the number of
 * threads, the kernel and the JDK. Immutable and thread-safe; starts as many threads as the
 * parameters say, which end with the training.
 */
public final class Trainer {

  private final TrainingParameters parameters;

  /** A trainer with these parameters. */
  public Trainer(TrainingParameters parameters) {
    this.parameters = Objects.requireNonNull(parameters, "parameters");
  }

  /**
   * Trains a model.
   *
   * @param ratings at least one rating; repeated pairs are settled by timestamp, then by position
   * @param catalog movies to cover whether rated or not; may be empty
   * @param listener told about each step
   * @throws IllegalArgumentException if there are no ratings
   * @throws HeapTooSmallException if this JVM's heap cannot hold the matrix or, once it is made,
   *     what the algorithm takes; before the work begins in either case
   */
  public TrainingResult train(
      RatingTable ratings, MovieCatalog catalog, TrainingListener listener) {
    return train(ratings, catalog, listener, new StepClock(listener));
  }

  TrainingResult train(
      RatingTable ratings, MovieCatalog catalog, TrainingListener listener, StepClock clock) {
    if (ratings.size() == 0) {
      throw new IllegalArgumentException("there must be at least one rating to train on");
    }
    TrainingHeap.ofMatrix(ratings.size()).check();
    Assembly data =
        clock.time(TrainingStep.MATRIX, () -> Assembly.of(ratings, catalog, parameters.threads()));
    RatingMatrix matrix = data.matrix();
    HeapNeed heap =
        TrainingHeap.of(parameters, matrix, ratings.size(), catalog.movies().size()).check();
    listener.estimated(heap);
    Baseline baseline =
        clock.time(TrainingStep.BASELINE, () -> BaselineTrainer.DEFAULT.fit(matrix));
    Recipe.Values values = parameters.recipe().read();
    boolean reference = values.algorithm() == Algorithm.REFERENCE;
    MissingRating missing = reference ? Learner.missing(values) : MissingRating.ZERO;
    NeighborGraph graph =
        reference
            ? clock.time(
                TrainingStep.NEIGHBORS,
                () -> neighbors(matrix, missing, Learner.k(values), listener))
            : NeighborGraph.of(new int[matrix.users() + 1], new int[0], new double[0]);
    Learned learned =
        new Learner(matrix, baseline, parameters.threads(), listener, clock).learn(values);
    Model model =
        new Model(
            manifest(data),
            data.users(),
            data.movies(),
            matrix,
            missing,
            baseline,
            graph,
            catalog,
            learned);
    return new TrainingResult(model, summary(data, graph, heap, clock));
  }

  private NeighborGraph neighbors(
      RatingMatrix matrix, MissingRating missing, int k, TrainingListener listener) {
    CosineSearch search = CosineSearch.over(UnitRows.of(matrix, missing));
    return search.nearestOfAll(
        new SearchOptions(k, parameters.threads()),
        (done, total) -> listener.progress(TrainingStep.NEIGHBORS, done, total));
  }

  private ModelManifest manifest(Assembly data) {
    return ModelManifest.of(
        parameters.recipe().algorithm().label(),
        parameters.recipe().values(),
        data.fingerprint(),
        "reelrecs " + Version.current());
  }

  private static TrainingSummary summary(
      Assembly data, NeighborGraph graph, HeapNeed heap, StepClock clock) {
    RatingMatrix matrix = data.matrix();
    int unrated = 0;
    for (int movie = 0; movie < matrix.movies(); movie++) {
      if (matrix.columnLength(movie) == 0) {
        unrated++;
      }
    }
    return new TrainingSummary(
        matrix.users(),
        matrix.movies(),
        unrated,
        matrix.size(),
        data.duplicates(),
        matrix.scale(),
        graph.size(),
        heap,
        clock.seconds());
  }
}
