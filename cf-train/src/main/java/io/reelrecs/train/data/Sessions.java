package io.reelrecs.train.data;

import io.reelrecs.train.random.SplitMix64;

/**
 * When users rate: users join one after the other in the course of 2000, rate some dozens of movies
 * within minutes, and come back days later. Seconds since 1970, ascending within a user.
 */
final class Sessions {

  private static final long FIRST_SECOND = 956_700_000; // 25 April 2000
  private static final long JOINING_SECONDS = 250L * 24 * 3600;
  private static final int MAX_SECONDS_BETWEEN_RATINGS = 45;
  private static final int RATINGS_PER_SESSION = 70;
  private static final int MAX_DAYS_BETWEEN_SESSIONS = 21;

  private final long secondsPerUser1000;
  private final SplitMix64 random;
  private long now;

  Sessions(int users, SplitMix64 random) {
    this.secondsPerUser1000 = JOINING_SECONDS * 1000 / users;
    this.random = random;
  }

  /** The next user joins; users go from 0 up. */
  void join(int user) {
    now = FIRST_SECOND + user * secondsPerUser1000 / 1000;
  }

  /** The second of the user's next rating. */
  long next() {
    now += random.nextInt(MAX_SECONDS_BETWEEN_RATINGS);
    if (random.nextInt(RATINGS_PER_SESSION) == 0) {
      now += 3600L * (1 + random.nextInt(MAX_DAYS_BETWEEN_SESSIONS * 24));
    }
    return now;
  }
}
