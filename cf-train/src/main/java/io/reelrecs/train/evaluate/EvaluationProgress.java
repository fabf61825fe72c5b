package io.reelrecs.train.evaluate;

import java.util.OptionalDouble;

/**
 * How far an evaluation is. A run is one contender on one split.
 *
 * @param contender the contender that this is about
 * @param split the split that it is about
 * @param phase what the contender does there
 * @param usersAsked for how many users it has answered
 * @param usersToAsk for how many it is to answer; 0 while that is not known
 * @param runsDone how many runs are done, of all contenders
 * @param runs how many there are
 * @param secondsElapsed seconds since the evaluation began
 * @param secondsLeft an estimate of how long it still takes, once a run is done
 */
public record EvaluationProgress(
    String contender,
    String split,
    Phase phase,
    int usersAsked,
    int usersToAsk,
    int runsDone,
    int runs,
    double secondsElapsed,
    OptionalDouble secondsLeft) {

  /** What a contender does. */
  public enum Phase {
    /** It is trained. */
    TRAINING,
    /** It answers. */
    ASKING,
    /** It has answered everything. */
    DONE
  }
}
