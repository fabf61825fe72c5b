package io.reelrecs.train.data;

import io.reelrecs.train.random.SplitMix64;

/** What a users file says of a user, in the codes of MovieLens; related to nothing else. */
final class Demographics {

  private static final int[] AGES = {1, 18, 25, 35, 45, 50, 56};
  private static final double[] AGE_WEIGHTS = {4, 18, 35, 20, 9, 8, 6};
  private static final int OCCUPATIONS = 21;
  private static final double WOMEN = 0.28;

  private final SplitMix64 random;
  private final AliasTable ages = new AliasTable(AGE_WEIGHTS);

  Demographics(SplitMix64 random) {
    this.random = random;
  }

  String gender() {
    return random.nextDouble() < WOMEN ? "F" : "M";
  }

  /** The first year of the age group; 1 is under 18. */
  int age() {
    return AGES[ages.next(random)];
  }

  int occupation() {
    return random.nextInt(OCCUPATIONS);
  }

  /** Five digits. */
  String zip() {
    return Integer.toString(100_000 + random.nextInt(100_000)).substring(1);
  }
}
