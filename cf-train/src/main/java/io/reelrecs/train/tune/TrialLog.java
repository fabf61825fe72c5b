package io.reelrecs.train.tune;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.reelrecs.train.ratings.BadDataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The trials of a search in a file, from which it can be gone on with: a header line, then a line a
 * trial, each on the disk before the next is begun. Locked while it is open, so that two searches
 * do not write one file.
 *
 * <p>A last line without an end is what a killed process leaves, and is taken away; any other
 * damage is an error. Thread-safe.
 */
final class TrialLog implements AutoCloseable {

  private static final int MAX_BYTES = 1 << 28;

  private final Path file;
  private final FileChannel channel;
  private final Map<Key, Trial> known = new HashMap<>();
  private boolean open = true;

  private record Key(int rung, int candidate) {}

  private TrialLog(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Opens a log, or begins one.
   *
   * @param expected the header of this search
   * @param points its candidates
   * @throws BadDataException if the file is no log, of another search, damaged or in use
   */
  static TrialLog open(Path file, LogHeader expected, List<Point> points)
      throws IOException, BadDataException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    TrialLog log = new TrialLog(file, channel);
    try {
      log.lock();
      log.read(expected, points);
      return log;
    } catch (IOException | BadDataException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void lock() throws IOException, BadDataException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw bad(
          0,
          "a log that another search is writing",
          "one of its own",
          "Wait until that one is done, or name another file.");
    }
  }

  private void read(LogHeader expected, List<Point> points) throws IOException, BadDataException {
    byte[] bytes = bytes();
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    String text = new String(bytes, 0, end > 0 ? end : bytes.length, UTF_8);
    boolean begun = text.startsWith(LogHeader.MAGIC);
    if (end == 0 && (begun || LogHeader.MAGIC.startsWith(text))) {
      channel.truncate(0);
      append(expected.line());
      return;
    }
    if (!begun) {
      throw bad(
          1,
          "something else",
          "a log of this search, which begins with " + LogHeader.MAGIC,
          "Name another file; it is made if it is not there.");
    }
    String[] lines = text.split("\n", -1); // the last is what follows the last end: nothing
    check(expected, LogHeader.parse(lines[0]));
    for (int i = 1; i < lines.length - 1; i++) {
      take(i + 1, lines[i], points);
    }
    channel.truncate(end);
  }

  private byte[] bytes() throws IOException, BadDataException {
    if (channel.size() > MAX_BYTES) {
      throw bad(0, channel.size() + " bytes", "a log of trials", "Name another file.");
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // reads on
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private void check(LogHeader expected, LogHeader found) throws BadDataException {
    List<String> names = expected.differences(found);
    if (!names.isEmpty()) {
      throw bad(
          1,
          "the log of another search, with " + found.words(names),
          expected.words(names),
          "Search with the options and ratings of the log to go on with it, or name another file to"
              + " begin anew.");
    }
  }

  private void take(int number, String line, List<Point> points) throws BadDataException {
    Trial trial;
    try {
      trial = LogLine.parse(line);
    } catch (IllegalArgumentException e) {
      throw damaged(number, "a damaged line", "a trial", e);
    }
    int candidate = trial.candidate();
    if (candidate < 0 || candidate >= points.size()) {
      throw damaged(number, "candidate " + candidate, "one of 0 to " + (points.size() - 1), null);
    }
    if (!trial.point().equals(points.get(candidate))) {
      throw damaged(
          number,
          "candidate " + candidate + " with " + trial.point().text(),
          "it with " + points.get(candidate).text(),
          null);
    }
    if (known.put(new Key(trial.rung(), candidate), trial) != null) {
      throw damaged(number, "a trial for the second time", "each once", null);
    }
  }

  /** The trial of a candidate on a rung, if the log has it. */
  synchronized Optional<Trial> find(int rung, int candidate) {
    return Optional.ofNullable(known.get(new Key(rung, candidate)));
  }

  /**
   * Adds a trial, and returns when it is on the disk.
   *
   * @return false if the log is closed: the search was given up, and the trial does not count
   */
  synchronized boolean add(Trial trial) throws IOException {
    if (open) {
      append(LogLine.of(trial));
    }
    return open;
  }

  private void append(String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  @Override
  public synchronized void close() throws IOException {
    open = false;
    channel.close();
  }

  private BadDataException damaged(int line, String found, String expected, Exception cause) {
    String advice = "Take this line out of the file to measure that trial again.";
    return new BadDataException(file, line, 0, found, expected, advice, cause);
  }

  private BadDataException bad(int line, String found, String expected, String advice) {
    return new BadDataException(file, line, 0, found, expected, advice);
  }
}
