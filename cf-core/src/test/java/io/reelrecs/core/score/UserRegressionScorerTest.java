package io.reelrecs.core.score;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.SampleLearned;
import java.util.stream.Stream;

class UserRegressionScorerTest extends ScorerContract {

  @Override
  Stream<Model> learn(Model model) {
    return SampleLearned.rankings(model)
        .map(ranking -> SampleLearned.regressions(model, true, false, ranking));
  }

  @Override
  double tolerance() {
    return 1e-9;
  }
}
