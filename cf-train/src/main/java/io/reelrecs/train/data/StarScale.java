package io.reelrecs.train.data;

/**
 * Cuts a normally distributed opinion into stars, so that the stars come out as often as in
 * MovieLens: 1M for whole stars, the "latest" sets for half stars.
 */
enum StarScale {
  /** 1 to 5: 5.6, 10.8, 26.1, 34.9 and 22.6 percent. */
  WHOLE(new double[] {-1.588, -0.980, -0.189, 0.752}, new String[] {"1", "2", "3", "4", "5"}),
  /** 0.5 to 5: 1.5, 3, 1.7, 7, 5, 20, 12.5, 27, 8.8 and 13.5 percent. */
  HALF(
      new double[] {-2.170, -1.695, -1.538, -1.117, -0.908, -0.303, 0.018, 0.759, 1.103},
      new String[] {"0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5"});

  private final double[] cuts;
  private final String[] labels;

  StarScale(double[] cuts, String[] labels) {
    this.cuts = cuts;
    this.labels = labels;
  }

  /** The star of this opinion, as text. */
  String stars(double opinion) {
    int star = 0;
    while (star < cuts.length && opinion >= cuts[star]) {
      star++;
    }
    return labels[star];
  }
}
