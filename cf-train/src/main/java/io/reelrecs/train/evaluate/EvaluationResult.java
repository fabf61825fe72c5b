package io.reelrecs.train.evaluate;

import java.util.List;
import java.util.Objects;

/**
 * What came of an evaluation. All but {@code times} is the same each time.
 *
 * @param protocol the splits in words
 * @param splits the splits, in order
 * @param contenders the contenders, in the order given
 * @param comparisons every two contenders for each metric compared, in the contenders' order; none
 *     where fewer than two users can be compared
 * @param times how long each contender took on each split: splits in order, in each the contenders
 *     in order
 */
public record EvaluationResult(
    String protocol,
    List<SplitSize> splits,
    List<ContenderResult> contenders,
    List<Comparison> comparisons,
    List<RunTime> times) {

  /** Copies the lists. */
  public EvaluationResult {
    Objects.requireNonNull(protocol, "protocol");
    splits = List.copyOf(splits);
    contenders = List.copyOf(contenders);
    comparisons = List.copyOf(comparisons);
    times = List.copyOf(times);
  }

  /**
   * The size of a split.
   *
   * @param name its name
   * @param trainRatings how many ratings are trained on
   * @param testRatings how many are asked for
   * @param leaked how many of those are of a pair that is also trained on; should be 0
   */
  public record SplitSize(String name, int trainRatings, int testRatings, int leaked) {}

  /**
   * How long one contender took on one split.
   *
   * @param split name of the split
   * @param contender name of the contender
   * @param trainSeconds seconds to train
   * @param askSeconds seconds to answer everything asked
   */
  public record RunTime(String split, String contender, double trainSeconds, double askSeconds) {}
}
