package io.reelrecs.train.ratings;

/** Hears how far the reading of a file has come. */
@FunctionalInterface
public interface ReadListener {

  /** Hears nothing. */
  ReadListener NONE = (bytesRead, totalBytes) -> {};

  /**
   * Called about once per mebibyte and at the end, in order; on the thread that reads or, where
   * several do, on any of them, one at a time.
   *
   * @param bytesRead bytes of the file read so far; packed bytes where it is gzipped
   * @param totalBytes length of the file, 0 where that is not known, as for a pipe
   */
  void progress(long bytesRead, long totalBytes);
}
