package io.reelrecs.cli.loadtest;

/** A way to send requests for a while. */
interface Loop {

  /**
   * Sends them all, and waits for the answers.
   *
   * @param onCounting called once, when the warm-up is over
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  Sending run(Runnable onCounting) throws InterruptedException;
}
