package io.reelrecs.train.data;

import java.io.IOException;

/**
 * A data set that could not be fetched or unpacked. The message is for people: what failed, where,
 * why, and what to do next.
 */
public final class DownloadException extends IOException {

  private static final long serialVersionUID = 1L;

  DownloadException(String message) {
    super(message);
  }

  DownloadException(String message, Throwable cause) {
    super(message, cause);
  }
}
