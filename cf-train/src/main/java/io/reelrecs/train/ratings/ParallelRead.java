package io.reelrecs.train.ratings;

import io.reelrecs.train.input.SourceException;
import io.reelrecs.train.parallel.Parallel;
import java.nio.file.Path;

/**
 * Reads the rest of a file, whose layout is known, on several threads.
 *
 * <p>Each thread does the same again and again: it takes the next block from the file (one thread
 * at a time), parses it into rows of its own (all at once), waits for its turn, and adds the rows
 * to those of the blocks before it (one at a time, in file order). Reading, unpacking and parsing
 * thus overlap, and what comes of it is what one thread makes of it, to the last message: a block
 * with a malformed line is parsed once more when its turn has come, by {@link FileLines}, which
 * knows the line numbers and what may be left out. A file that fails does so at its turn, too.
 *
 * <p>Memory: a block and its rows for each thread. Used once.
 */
final class ParallelRead {

  private final Path file;

  /** Guarded by itself, as is {@link #taken}. */
  private final LineBlocks blocks;

  /** Guarded by itself, as is everything below. */
  private final FileLines lines;

  private final Progress progress;
  private long taken;
  private long added;
  private Throwable failure;

  ParallelRead(Path file, LineBlocks blocks, FileLines lines, Progress progress) {
    this.file = file;
    this.blocks = blocks;
    this.lines = lines;
    this.progress = progress;
  }

  /** Reads to the end of the file with so many threads, which have ended when it returns. */
  void run(int threads) throws SourceException, BadDataException {
    Parallel.forEach(threads, "the reading", thread -> work());
    synchronized (lines) {
      rethrow(failure);
    }
  }

  private static void rethrow(Throwable failure) throws SourceException, BadDataException {
    if (failure instanceof BadDataException bad) {
      throw bad;
    }
    if (failure instanceof SourceException bad) {
      throw bad;
    }
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }

  private void work() throws InterruptedException {
    try {
      Task task = new Task(file, lines.layout());
      while (take(task)) {
        task.parse();
        if (!add(task)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      throw e;
    } catch (Throwable e) {
      fail(e);
    }
  }

  /** Takes the next block; false if there is none. */
  private boolean take(Task task) throws SourceException, InterruptedException {
    SourceException broken;
    synchronized (blocks) {
      task.number = taken++;
      try {
        return blocks.next(task.block);
      } catch (SourceException e) {
        broken = e;
      }
    }
    // The blocks before this one may have something to say first.
    if (awaitTurn(task)) {
      throw broken;
    }
    return false;
  }

  /** Whether it has become the task's turn; false if the reading has failed before. */
  private boolean awaitTurn(Task task) throws InterruptedException {
    synchronized (lines) {
      while (added < task.number && failure == null) {
        lines.wait();
      }
      return failure == null;
    }
  }

  /** Adds the task's rows when it is their turn; false if the reading has failed before. */
  private boolean add(Task task) throws SourceException, BadDataException, InterruptedException {
    synchronized (lines) {
      if (!awaitTurn(task)) {
        return false;
      }
      if (task.wellFormed) {
        lines.add(task.rows, task.lines);
      } else {
        lines.parse(task.block);
      }
      progress.at(task.block.bytesRead);
      added++;
      lines.notifyAll();
      return true;
    }
  }

  private void fail(Throwable e) {
    synchronized (lines) {
      if (failure == null) {
        failure = e;
      }
      lines.notifyAll();
    }
  }

  /** A thread's block and what is in it; used again for block after block. */
  private static final class Task {

    final LineBlock block = new LineBlock();
    final RatingTable.Builder rows = RatingTable.builder();
    private final ChunkParser parser;

    /** The block's place in the order, from 0. */
    long number;

    /** The number of lines, if they are well-formed. */
    long lines;

    boolean wellFormed;

    Task(Path file, Layout layout) {
      parser = new ChunkParser(layout, rows, new BadRows(file, ReadOptions.defaults()));
    }

    void parse() {
      rows.clear();
      try {
        lines = parser.parse(block.bytes, 0, block.end, 0, block.cut);
        wellFormed = true;
      } catch (BadDataException e) {
        wellFormed = false; // to be told with the right line number
      }
    }
  }
}
