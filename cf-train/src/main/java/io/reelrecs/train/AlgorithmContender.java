package io.reelrecs.train;

import io.reelrecs.core.model.MovieCatalog;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.train.evaluate.Contender;
import io.reelrecs.train.ratings.RatingTable;

/**
 * An algorithm with its parameters, to be evaluated. Trains with one thread, because an evaluation
 * trains several at once; the model is the same.
 *
 * @param parameters how to train
 */
public record AlgorithmContender(TrainingParameters parameters) implements Contender {

  @Override
  public String name() {
    return parameters.algorithm().label();
  }

  @Override
  public Scorer train(RatingTable ratings) {
    Trainer trainer = new Trainer(parameters.withThreads(1));
    return Scorer.of(trainer.train(ratings, MovieCatalog.empty(), TrainingListener.NONE).model());
  }
}
