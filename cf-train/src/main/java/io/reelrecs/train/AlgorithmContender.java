package io.reelrecs.train;

import io.reelrecs.core.model.MovieCatalog;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.train.evaluate.Contender;
import io.reelrecs.train.ratings.RatingTable;

/**
 * An algorithm with its parameters, to be evaluated. Trains with one thread, because an evaluation
 * trains several at once; the model is the same.
 *
 * @param recipe what to train
 */
public record AlgorithmContender(Recipe recipe) implements Contender {

  @Override
  public String name() {
    return recipe.text();
  }

  /** This for measuring predicted ratings alone: learns nothing for recommendations. */
  public Contender forPredictions() {
    AlgorithmContender quick = this;
    if (recipe.algorithm().has(Parameters.RANKING)) {
      quick = new AlgorithmContender(recipe.with(Parameters.RANKING, Parameters.POPULARITY));
    }
    return new Renamed(name(), quick);
  }

  /** A contender under another name. */
  private record Renamed(String name, AlgorithmContender quick) implements Contender {
    @Override
    public Scorer train(RatingTable ratings) {
      return quick.train(ratings);
    }

    @Override
    public long memoryToTrain(int users, int movies, long ratings) {
      return quick.memoryToTrain(users, movies, ratings);
    }
  }

  @Override
  public Scorer train(RatingTable ratings) {
    Trainer trainer = new Trainer(new TrainingParameters(recipe, 1));
    return Scorer.of(trainer.train(ratings, MovieCatalog.empty(), TrainingListener.NONE).model());
  }

  @Override
  public long memoryToTrain(int users, int movies, long ratings) {
    return Contender.super.memoryToTrain(users, movies, ratings)
        + TrainingHeap.ofSteps(recipe, users, movies, ratings);
  }
}
