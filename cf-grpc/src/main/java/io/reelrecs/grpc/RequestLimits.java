package io.reelrecs.grpc;

/**
 * What a request may hold at most; checked before any work is done for it, and refused with
 * INVALID_ARGUMENT. Take {@link #DEFAULT} and say what differs.
 *
 * @param maxCandidates movie ids in one list, 10,000 by default
 * @param maxRatings ratings that stand for one user, 5,000 by default
 * @param maxN answers asked for, 1,000 by default
 * @param maxMessageBytes bytes of the message after decompression, 4 MiB by default
 */
public record RequestLimits(int maxCandidates, int maxRatings, int maxN, int maxMessageBytes) {

  /** The limits named above. */
  public static final RequestLimits DEFAULT =
      new RequestLimits(10_000, 5_000, 1_000, 4 * 1024 * 1024);

  /**
   * Checks every value.
   *
   * @throws IllegalArgumentException naming the one that is less than 1
   */
  public RequestLimits {
    atLeastOne("maxCandidates", maxCandidates);
    atLeastOne("maxRatings", maxRatings);
    atLeastOne("maxN", maxN);
    atLeastOne("maxMessageBytes", maxMessageBytes);
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be >= 1, actual: " + value);
    }
  }

  /** These with another {@link #maxCandidates}. */
  public RequestLimits withMaxCandidates(int most) {
    return new RequestLimits(most, maxRatings, maxN, maxMessageBytes);
  }

  /** These with another {@link #maxRatings}. */
  public RequestLimits withMaxRatings(int most) {
    return new RequestLimits(maxCandidates, most, maxN, maxMessageBytes);
  }

  /** These with another {@link #maxN}. */
  public RequestLimits withMaxN(int most) {
    return new RequestLimits(maxCandidates, maxRatings, most, maxMessageBytes);
  }

  /** These with another {@link #maxMessageBytes}. */
  public RequestLimits withMaxMessageBytes(int most) {
    return new RequestLimits(maxCandidates, maxRatings, maxN, most);
  }
}
