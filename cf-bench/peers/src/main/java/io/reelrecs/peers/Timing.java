package io.reelrecs.peers;

import java.util.ArrayList;
import java.util.List;

/**
 * Times work by doing it again and again; {@code harness.py} has the same rule. The first time is
 * kept apart. Where it is short, half of the seconds go to warming up, which is not timed; then the
 * work is repeated until the seconds are over, at least three times. Work that alone takes twice
 * the seconds is not repeated.
 */
final class Timing {

  private static final int FEWEST = 3;

  private final double seconds;

  Timing(double seconds) {
    this.seconds = seconds;
  }

  /** Work that may fail. */
  interface Work {
    void run() throws Exception;
  }

  /** Work on one user that may fail. */
  interface UserWork {
    void run(int user) throws Exception;
  }

  /** Times work that answers a whole question. */
  Times repeat(Work work) throws Exception {
    double first = time(work);
    List<Double> taken = new ArrayList<>();
    if (first >= 2 * seconds) {
      taken.add(first);
      return new Times(first, taken, false);
    }
    for (double spent = first; spent < seconds / 2; ) {
      spent += time(work);
    }
    for (double spent = 0; spent < seconds || taken.size() < FEWEST; ) {
      taken.add(time(work));
      spent += taken.get(taken.size() - 1);
    }
    return new Times(first, taken, false);
  }

  /** Times work on one user after another, around the list as often as there is time. */
  Times each(int[] users, UserWork work) throws Exception {
    int next = 0;
    double first = 0;
    for (double spent = 0; spent < seconds / 2; next++) {
      int user = users[next % users.length];
      double took = time(() -> work.run(user));
      first = next == 0 ? took : first;
      spent += took;
    }
    List<Double> taken = new ArrayList<>();
    next = 0;
    for (double spent = 0; spent < seconds || taken.size() < FEWEST; next++) {
      int user = users[next % users.length];
      taken.add(time(() -> work.run(user)));
      spent += taken.get(next);
    }
    return new Times(first, taken, true);
  }

  private static double time(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
