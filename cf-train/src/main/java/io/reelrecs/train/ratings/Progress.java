package io.reelrecs.train.ratings;

/** Tells a listener of every mebibyte that was read, and of the last byte. Not thread-safe. */
final class Progress {

  private static final long STEP = 1 << 20;

  private final ReadListener listener;
  private final long totalBytes;
  private long read;
  private long told;

  Progress(ReadListener listener, long totalBytes) {
    this.listener = listener;
    this.totalBytes = totalBytes;
  }

  /** So many bytes of the file have become ratings. */
  void at(long bytesRead) {
    read = bytesRead;
    if (read - told >= STEP) {
      tell();
    }
  }

  /** There are no more. */
  void end() {
    if (read > told) {
      tell();
    }
  }

  private void tell() {
    told = read;
    listener.progress(read, totalBytes);
  }
}
