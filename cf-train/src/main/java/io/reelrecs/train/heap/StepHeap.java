package io.reelrecs.train.heap;

/**
 * What a step of a training takes beside the ratings it is given, in bytes. Doubles, for it may be
 * more than a long holds.
 *
 * @param peak what it takes at its highest
 * @param kept what is left of that in what it returns
 */
public record StepHeap(double peak, double kept) {

  /** A step that takes nothing. */
  public static final StepHeap NOTHING = new StepHeap(0, 0);

  /** Two steps, one after the other: what the first keeps is there while the second runs. */
  public StepHeap then(StepHeap next) {
    return new StepHeap(Math.max(peak, kept + next.peak), kept + next.kept);
  }
}
