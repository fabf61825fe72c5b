package io.reelrecs.train.tune;

import java.util.ArrayList;
import java.util.List;

/**
 * Successive halving: all candidates are measured on few users, the best of them on more, the best
 * of those on all.
 *
 * <p>The budget of a rung is a share of the users with all of their ratings, both to train on and
 * to ask for. That leaves what two users both rated as it is, so that settings of neighborhood
 * models come out in nearly the same order, at a cost that shrinks with the square of the share. A
 * share of the ratings does not: what two users both rated goes with its square. docs/design.md has
 * figures.
 *
 * <p>Source: K. Jamieson and A. Talwalkar, "Non-stochastic Best Arm Identification and
 * Hyperparameter Optimization", AISTATS 2016; keepOneIn is their eta. That points are drawn at
 * random: J. Bergstra and Y. Bengio, "Random Search for Hyper-Parameter Optimization", JMLR 13,
 * 2012.
 *
 * @param keepOneIn of so many candidates one goes on to the next rung, with so many times as many
 *     users; at least 2
 * @param minUsers the fewest users of a rung; where the data has fewer, there is one rung
 */
public record Halving(int keepOneIn, int minUsers) {

  /** One in 3, on 1,500 users at least. */
  public static final Halving DEFAULT = new Halving(3, 1500);

  /**
   * The most rungs. A movie has on a share of the users that share of its ratings, and constants
   * that are weighed against their number come out too low where it is very small.
   */
  private static final int MAX_RUNGS = 3;

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException naming the one that is out of range
   */
  public Halving {
    if (keepOneIn < 2) {
      throw new IllegalArgumentException("keepOneIn must be >= 2, actual: " + keepOneIn);
    }
    if (minUsers < 1) {
      throw new IllegalArgumentException("minUsers must be >= 1, actual: " + minUsers);
    }
  }

  /**
   * The rungs, the first one first. The defaults go along to the last in addition to the best.
   *
   * @param candidates how many there are beside the defaults, at least 1
   */
  List<Rung> rungs(int candidates, int users) {
    List<Rung> rungs = new ArrayList<>();
    long divisor = 1;
    for (int more = 1; more < MAX_RUNGS; more++) {
      long smaller = divisor * keepOneIn;
      if (smaller > candidates || users / smaller < minUsers) {
        break;
      }
      divisor = smaller;
    }
    for (int left = candidates; divisor > 0; divisor /= keepOneIn) {
      rungs.add(new Rung(1.0 / divisor, left));
      left = (left + keepOneIn - 1) / keepOneIn;
    }
    return rungs;
  }

  /**
   * One round of measuring.
   *
   * @param share the share of the users
   * @param candidates how many are measured beside the defaults
   */
  record Rung(double share, int candidates) {}
}
