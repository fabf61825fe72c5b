package io.reelrecs.train.tune;

/** All candidates of a search failed, so that there is nothing to choose from. */
public final class TuningFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  TuningFailedException(String message) {
    super(message);
  }
}
