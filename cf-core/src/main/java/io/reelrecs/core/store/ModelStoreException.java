package io.reelrecs.core.store;

import java.io.IOException;

/**
 * A folder of model versions does not hold what was asked of it. The message says what is wrong,
 * where, and what to do.
 */
public final class ModelStoreException extends IOException {

  private static final long serialVersionUID = 1L;

  ModelStoreException(String message) {
    super(message);
  }
}
