package io.reelrecs.core.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one change of a folder of versions follow another, from whatever process: none is lost.
 * Readers need no lock. The file {@value #FILE} stays behind, empty; a process that ends gives the
 * lock back.
 */
final class DirectoryLock {

  private static final String FILE = ".lock";

  /** The lock of a file is the process's; within it, one change at a time in whatever folder. */
  private static final ReentrantLock WITHIN = new ReentrantLock();

  private DirectoryLock() {}

  /** A change, or what it leads to. */
  @FunctionalInterface
  interface Change<T> {
    T make() throws IOException;
  }

  /** Makes a change once those before it are done. */
  static <T> T holding(Path folder, Change<T> change) throws IOException {
    WITHIN.lock();
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock(); // until the channel is closed
      return change.make();
    } finally {
      WITHIN.unlock();
    }
  }
}
