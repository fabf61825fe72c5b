package io.reelrecs.core.score;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.SampleLearned;
import java.util.stream.Stream;

class FusionScorerTest extends ScorerContract {

  @Override
  Stream<Model> learn(Model model) {
    return SampleLearned.rankings(model)
        .map(ranking -> SampleLearned.regressions(model, true, true, ranking));
  }

  @Override
  double tolerance() {
    return 1e-9;
  }

  /** The weights of a user who was not trained on are found in a few steps, not exactly. */
  @Override
  double foldInTolerance() {
    return 0.01;
  }
}
