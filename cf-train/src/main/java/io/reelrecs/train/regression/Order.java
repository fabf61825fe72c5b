package io.reelrecs.train.regression;

/** The order of lines by descending length, then ascending number. */
final class Order {

  private Order() {}

  static int[] longestFirst(Lines lines) {
    int longest = lines.longest();
    int[] next = new int[longest + 2]; // for each length how many are longer
    for (int line = 0; line < lines.count(); line++) {
      next[longest - lines.length(line) + 1]++;
    }
    for (int i = 0; i <= longest; i++) {
      next[i + 1] += next[i];
    }
    int[] order = new int[lines.count()];
    for (int line = 0; line < lines.count(); line++) {
      order[next[longest - lines.length(line)]++] = line;
    }
    return order;
  }
}
