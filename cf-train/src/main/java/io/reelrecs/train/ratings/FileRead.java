package io.reelrecs.train.ratings;

import io.reelrecs.train.input.ByteSource;
import io.reelrecs.train.input.Opener;
import io.reelrecs.train.input.SourceException;
import java.nio.file.Path;

/**
 * The reading of one file, from its first block to its last. Used once.
 *
 * <p>The caller's thread reads until it knows the layout; where there is more and several threads
 * may read, {@link ParallelRead} does the rest.
 */
final class FileRead {

  /** Large enough for the system calls not to matter; with its rows it fits into a core's cache. */
  static final int BLOCK_SIZE = 1 << 18;

  static final String EXPECTED = "a ratings file";

  private final Path file;
  private final ReadOptions options;
  private final ReadListener listener;

  FileRead(Path file, ReadOptions options, ReadListener listener) {
    this.file = file;
    this.options = options;
    this.listener = listener;
  }

  ReadResult read(Opener opener, int blockSize) throws BadDataException {
    FileLines lines = new FileLines(file, options);
    LineBlocks blocks = null;
    try (ByteSource source = ByteSource.open(file, EXPECTED, opener)) {
      blocks = new LineBlocks(source, blockSize);
      Progress progress = new Progress(listener, source.totalBytes());
      LineBlock block = new LineBlock();
      boolean more = true;
      while (more && (options.threads() == 1 || lines.layout() == null)) {
        more = blocks.next(block);
        if (more) {
          lines.parse(block);
          progress.at(block.bytesRead);
        }
      }
      if (more) {
        new ParallelRead(file, blocks, lines, progress).run(options.threads());
      }
      progress.end();
      return lines.result(source.gzipped());
    } catch (SourceException e) {
      throw explain(e, blocks == null ? 0 : lines.count() + blocks.linesLeft());
    }
  }

  private BadDataException explain(SourceException e, long lines) {
    String found = e.found() + (lines > 0 ? ", after " + lines + " lines" : "");
    return new BadDataException(file, 0, 0, found, e.expected(), e.advice(), e);
  }
}
